"""Every rule on one row of an area, a duty or a responsibility, held by the database itself."""

import pytest
from django.db.models import ProtectedError

from responsibilities.models import Area, Citation, Duty, DutyTerm, Responsibility
from tests import factories
from tests.wrong_rows import assert_refused, constraints_of

pytestmark = pytest.mark.django_db


def area(**fields):
    return Area.objects.create(**{"slug": "strategy", "name_es": "Estrategia", **fields})


def duty(**fields):
    return factories.make_duty(**fields)


def term(term="manual", **fields):
    return DutyTerm.objects.create(duty=duty(), term=term, **fields)


def responsibility(**fields):
    return factories.make_responsibility(factories.make_role(), duty(), **fields)


def passage():
    return factories.make_passage(factories.make_source())


def citation(**fields):
    return factories.make_citation(responsibility(), passage(), **fields)


def again(row):
    """The same row once more."""
    row.pk = None
    row._state.adding = True
    row.save()


WRONG = [
    ("area.slug", lambda: again(area())),
    ("area_slug_plain", lambda: area(slug="Área")),
    ("area_name_filled", lambda: area(name_es="")),
    ("duty.slug", lambda: again(duty())),
    ("duty_slug_plain", lambda: duty(slug="crisis--plan", name_es="Plan")),
    ("duty_name_filled", lambda: duty(name_es="")),
    ("duty_term_once", lambda: again(term())),
    ("duty_term_filled", lambda: term(term="")),
    ("duty_term_language_known", lambda: term(language="fr")),
    ("responsibility_once", lambda: again(responsibility())),
    ("responsibility_involvement_known", lambda: responsibility(involvement="dreams")),
    ("responsibility_involvement_known", lambda: responsibility(involvement="")),
    ("responsibility_statement_filled", lambda: responsibility(statement_es="")),
    ("citation_once", lambda: again(citation())),
    ("citation_horizon_known", lambda: citation(horizon="soon")),
    ("citation_hedge_known", lambda: citation(hedge="never")),
]


def test_every_constraint_meets_a_wrong_row():
    assert {name for name, _write in WRONG} == constraints_of("responsibilities")


@pytest.mark.parametrize(("name", "write"), WRONG)
def test_a_wrong_row_is_refused(name, write):
    assert_refused("responsibilities", name, write)


@pytest.mark.parametrize("field", ["horizon", "hedge", "condition_es"])
def test_what_a_document_does_not_add_stays_empty(field):
    assert getattr(citation(), field) == ""


def test_a_cited_passage_cannot_be_deleted():
    row = citation()

    with pytest.raises(ProtectedError):
        row.passage.delete()
    with pytest.raises(ProtectedError):
        row.passage.source.delete()


def test_an_area_with_duties_cannot_be_deleted():
    row = duty()

    with pytest.raises(ProtectedError):
        row.area.delete()


@pytest.mark.parametrize("path", ["responsibility.duty", "responsibility.role", "responsibility"])
def test_duties_and_roles_take_their_responsibilities_with_them(path):
    row = citation()
    for name in path.split("."):
        row = getattr(row, name)

    row.delete()

    assert (Responsibility.objects.count(), Citation.objects.count()) == (0, 0)


def test_a_duty_takes_its_terms_with_it():
    term().duty.delete()

    assert (Duty.objects.count(), DutyTerm.objects.count()) == (0, 0)
