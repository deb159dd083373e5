"""Every rule on one row of a chart or a position, held by the database itself."""

import pytest
from django.db import IntegrityError
from django.db.models import ProtectedError, RestrictedError

from orgcharts.models import ChartCitation, OrgChart, Position, PositionCitation
from tests import factories
from tests.wrong_rows import assert_refused, constraints_of

pytestmark = pytest.mark.django_db


def chart(**fields):
    return factories.make_chart(**fields)


def position(slug="cm", **fields):
    return factories.make_position(chart(), slug, [factories.make_role()], **fields)


def passage():
    return factories.make_passage(factories.make_source())


def position_twice():
    one = chart()
    factories.make_position(one, "cm")
    factories.make_position(one, "cm")


def cite_twice(make):
    one = passage()
    make(passages=[one, one])


def report_to_itself():
    one = position()
    Position.objects.filter(pk=one.pk).update(reports_to=one)


WRONG = [
    ("orgchart.slug", lambda: (chart(), chart())),
    ("orgchart_slug_plain", lambda: chart(slug="El Departamento")),
    ("orgchart_slug_free", lambda: chart(slug="advisor")),
    ("orgchart_name_filled", lambda: chart(name_es="")),
    ("orgchart_setting_known", lambda: chart(setting="circus")),
    ("chart_citation_once", lambda: cite_twice(chart)),
    ("position_once", position_twice),
    ("position_slug_plain", lambda: position(slug="C M")),
    ("position_placement_known", lambda: position(placement="above")),
    ("position_not_its_own_boss", report_to_itself),
    ("position_staff_beside_somebody", lambda: position(placement="staff")),
    ("position_citation_once", lambda: cite_twice(position)),
]


def test_every_constraint_meets_a_wrong_row():
    assert {name for name, _write in WRONG} == constraints_of("orgcharts")


@pytest.mark.parametrize(("name", "write"), WRONG)
def test_a_wrong_row_is_refused(name, write):
    assert_refused("orgcharts", name, write)


@pytest.mark.parametrize("make", [chart, position])
def test_a_cited_passage_cannot_be_deleted(make):
    one = passage()
    make(passages=[one])

    with pytest.raises(ProtectedError):
        one.delete()


def test_a_superior_cannot_be_deleted():
    chief = position("chief")
    factories.make_position(chief.chart, "cm", reports_to=chief)

    with pytest.raises(RestrictedError):
        chief.delete()


def test_a_chart_takes_superiors_and_all_with_it():
    chief = position("chief", passages=[passage()])
    factories.make_position(chief.chart, "cm", reports_to=chief)

    chief.chart.delete()

    assert [model.objects.count() for model in (OrgChart, ChartCitation, Position, PositionCitation)] == [0] * 4


@pytest.mark.parametrize("slug", ["advisor", "changes"])
def test_chart_cannot_take_the_address_of_another_page(db, slug):
    with pytest.raises(IntegrityError, match="orgchart_slug_free"):
        OrgChart.objects.create(slug=slug, name_es="Uno", setting="agency")
