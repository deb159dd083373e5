"""The pages that look across all duties: the matrix and the disagreements."""

import pytest

from responsibilities.models import Duty
from tests.factories import make_passage, make_responsibility, make_role
from tests.responsibilities.pages import tables
from tests.responsibilities.world import agreed, conditional, denied, disputed, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    world = make_world(duties=0)
    for make in (disputed, agreed, conditional, denied):
        make(world)
    return world


def test_disagreements_are_the_disputed_duties_alone(client, world):
    response = client.get("/en/disagreements/")

    found = [(area.slug, [r.duty.slug for r in readings]) for area, readings in response.context["shelves"]]
    assert found == [("strategy", ["calendar"])]
    assert "Who plans?" in response.content.decode()


def test_disagreement_shows_the_note_on_how_to_read_it(client, world):
    Duty.objects.filter(slug="calendar").update(reading_note_es="Depende.", reading_note_en="It depends.")

    assert "It depends." in client.get("/en/disagreements/").content.decode()


def test_one_document_does_not_disagree_with_itself(client, world):
    page = client.get("/en/disagreements/?source=a").content.decode()

    assert "There is no duty on which these documents contradict each other." in page


def test_matrix_says_in_words_what_it_shows_in_letters(client, world):
    make_responsibility(make_role("seo", is_core=False), Duty.objects.get(slug="seo"), "executes")

    (table,) = tables(client.get("/en/matrix/"))

    silent, disputed = "· not recorded", "P 1 plans (disputed), 1 of 2 documents"
    assert table == [
        ["Duty", "CM Cm (en)", "SMM Smm (en)", "SMS Sms (en)"],
        ["Community (en)"],
        ["Moderation (en)", "E 2 executes, 2 of 2 documents", silent, silent],
        ["Strategy (en)"],
        ["Calendar (en) ≠ (disputed)", disputed, disputed, silent],
        ["Selling (en)", "✕E 1 executes: 1 document denies it", silent, silent],
        ["Seo (en)", silent, "D decides, only with reservations", silent],
    ]


def test_matrix_of_all_roles_has_a_column_for_each(client, world):
    seo = make_role("seo", is_core=False)
    make_responsibility(seo, Duty.objects.get(slug="seo"), "executes", passages=[make_passage(world.sources[0], "s")])

    (table,) = tables(client.get("/en/matrix/?columns=all"))

    assert table[0] == ["Duty", "CM Cm (en)", "SMM Smm (en)", "SMS Sms (en)", "Seo (en)"]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("", ["moderation", "calendar", "selling", "seo"]),
        ("area", ["moderation", "calendar", "selling", "seo"]),
        ("name", ["calendar", "moderation", "selling", "seo"]),
        ("voices", ["moderation", "calendar", "selling", "seo"]),
        ("disputed", ["calendar", "moderation", "selling", "seo"]),
    ],
)
def test_matrix_is_ordered_by_address(client, world, order, expected):
    shelves = client.get("/en/matrix/", {"sort": order}).context["shelves"]

    assert [row.duty.slug for shelf in shelves for row in shelf.rows] == expected


def test_matrix_offers_its_orders_as_links_that_keep_the_filters(client, world):
    page = client.get("/en/matrix/?area=strategy&source=a&sort=name").content.decode()

    assert '<a href="?area=strategy&amp;sort=voices&amp;source=a">by documents</a>' in page
    assert '<a href="?area=strategy&amp;sort=name&amp;source=a" aria-current="true">by name</a>' in page


def test_every_cell_of_the_matrix_is_a_link(client, world):
    page = client.get("/en/matrix/").content.decode()

    linked = page.count('"><a href="/en/duties/') + page.count('"><a class="silent" href="/en/duties/')
    assert page.count('<td class="heat') == 12
    assert linked == 12 + 4 + 2  # cells, duties, areas
