"""Every rule on one row of a source or a passage, held by the database itself."""

import pytest
from django.db.models import ProtectedError

from sources.models import Passage, Source
from tests import factories
from tests.wrong_rows import assert_refused, constraints_of

pytestmark = pytest.mark.django_db


def source(**fields):
    factories.make_source(**{"slug": "ceupe", **fields})


def passage(**fields):
    factories.make_passage(factories.make_source(), **fields)


def point_source_to_itself():
    row = factories.make_source()
    Source.objects.filter(pk=row.pk).update(derives_from=row, derivation="summary")


def point_passage_to_itself():
    row = factories.make_passage(factories.make_source())
    Passage.objects.filter(pk=row.pk).update(repeats=row)


def repeat_locator():
    row = factories.make_source()
    factories.make_passage(row, "Uno")
    factories.make_passage(row, "Uno")


WRONG = [
    ("source.slug", lambda: (source(), source())),
    ("source_slug_plain", lambda: source(slug="", title_es="Uno")),
    ("source_slug_plain", lambda: source(slug="Ceupe")),
    ("source_slug_plain", lambda: source(slug="-ceupe")),
    ("source_slug_plain", lambda: source(slug="a--b")),
    ("source_slug_plain", lambda: source(slug="año")),
    ("source_slug_plain", lambda: source(slug="a b")),
    ("source_slug_plain", lambda: source(slug="a\n")),
    ("source_title_filled", lambda: source(title_es="")),
    ("source_language_known", lambda: source(language="fr")),
    ("source_language_known", lambda: source(language="")),
    ("source_derivation_known", lambda: source(derivation="copy", derives_from=factories.make_source())),
    ("source_not_its_own_origin", point_source_to_itself),
    ("source_derivation_with_origin", lambda: source(derivation="summary")),
    ("source_derivation_with_origin", lambda: source(derives_from=factories.make_source())),
    ("source_published_partial_date", lambda: source(published="18")),
    ("source_published_partial_date", lambda: source(published="2018-13")),
    ("source_published_partial_date", lambda: source(published="2018-00")),
    ("source_published_partial_date", lambda: source(published="2018-10-32")),
    ("source_published_partial_date", lambda: source(published="2018-1")),
    ("source_published_partial_date", lambda: source(published="2018\n")),
    ("passage_locator_once", repeat_locator),
    ("passage_locator_filled", lambda: passage(locator="")),
    ("passage_gist_filled", lambda: passage(gist_es="")),
    ("passage_standing_known", lambda: passage(standing="odd", standing_note_es="Por algo.")),
    ("passage_not_its_own_repeat", point_passage_to_itself),
    ("passage_doubt_explained", lambda: passage(standing="doubtful")),
]


def test_every_constraint_meets_a_wrong_row():
    assert {name for name, _write in WRONG} == constraints_of("sources")


@pytest.mark.parametrize(("name", "write"), WRONG)
def test_a_wrong_row_is_refused(name, write):
    assert_refused("sources", name, write)


@pytest.mark.parametrize("published", ["", "2018", "2018-10", "2018-10-31"])
def test_a_partial_date_is_taken(published):
    source(published=published)

    assert Source.objects.get().published == published


def test_a_source_that_another_derives_from_cannot_be_deleted():
    origin = factories.make_source()
    factories.make_source("ceupe", derives_from=origin, derivation="translation")

    with pytest.raises(ProtectedError):
        origin.delete()


def test_a_passage_that_another_repeats_cannot_be_deleted():
    one = factories.make_passage(factories.make_source())
    factories.make_passage(factories.make_source("ceupe"), repeats=one)

    with pytest.raises(ProtectedError):
        one.delete()


def test_a_source_takes_its_passages_with_it():
    row = factories.make_source()
    factories.make_passage(row)

    row.delete()

    assert Passage.objects.count() == 0
