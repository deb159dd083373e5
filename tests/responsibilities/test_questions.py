"""The question of a duty: where pages and the API ask it, and what stands there while a duty has none."""

from pathlib import Path

import pytest
from django.conf import settings

from catalogue.content.writing import load
from responsibilities.models import Duty
from responsibilities.wording import part_question, question
from tests.factories import make_duty
from tests.responsibilities.world import disputed, make_world

pytestmark = pytest.mark.django_db
ASKED = {"question_es": "¿Quién hace el calendario?", "question_en": "Who makes the calendar?"}


@pytest.fixture
def world():
    """A duty with a question on which documents a and b differ."""
    world = make_world(duties=0)
    disputed(world)
    Duty.objects.update(**ASKED)
    return world


def get(client, path):
    return client.get(path).content.decode()


def test_the_page_of_a_duty_leads_with_its_question(client, world):
    assert '<p class="lead">Who makes the calendar?</p>' in get(client, "/en/duties/calendar/")
    assert '<p class="lead">¿Quién hace el calendario?</p>' in get(client, "/duties/calendar/")


def test_a_disagreement_is_headed_by_the_question_and_its_part(client, world):
    page = get(client, "/disagreements/")

    assert '<h3 id="d-calendar"><a href="/duties/calendar/">¿Quién hace el calendario?</a></h3>' in page
    assert '<h4 id="d-calendar-plans">¿Quién planifica?</h4>' in page


def test_several_disagreements_are_listed_by_their_questions(client, world):
    disputed(world, "ads")

    page = get(client, "/en/disagreements/")

    link = '<a href="#d-calendar-plans">Who makes the calendar?</a> <span class="note">Who plans?</span>'
    assert f"<li>{link}</li>" in page


def test_a_contradicted_document_is_asked_the_question(client, world):
    page = get(client, "/en/sources/a/")

    link = '<a href="/en/duties/calendar/#part-plans">Who makes the calendar?</a> <span class="note">Who plans?</span>'
    assert link in page


def test_the_api_gives_the_question_and_its_part(client, world):
    (found,) = client.get("/api/v1/disagreements/?lang=en").json()["results"]

    assert (found["question"], found["questions"][0]["question"]) == ("Who makes the calendar?", "Who plans?")


def test_a_duty_without_a_question_is_asked_for_by_its_name(client):
    disputed(make_world(duties=0))

    page = get(client, "/en/disagreements/")

    assert '<h3 id="d-calendar"><a href="/en/duties/calendar/">Calendar (en)</a></h3>' in page
    assert 'class="lead"' not in get(client, "/en/duties/calendar/")


def test_every_part_has_a_question():
    assert [part_question(part) for part in ("decides", "plans", "executes", "supervises", "analyses")] == [
        "¿Quién decide?",
        "¿Quién planifica?",
        "¿Quién ejecuta?",
        "¿Quién supervisa?",
        "¿Quién analiza?",
    ]
    assert question(make_duty(**ASKED)) == "¿Quién hace el calendario?"


def test_each_shipped_duty_has_a_question_of_its_own_that_does_not_quote_its_name():
    load(Path(settings.FIXTURE_DIRS[0]))

    rows = list(Duty.objects.values_list("name_es", "name_en", "question_es", "question_en"))

    assert len({es for _, _, es, _ in rows}) == len({en for *_, en in rows}) == len(rows) == 68
    assert [row for row in rows if not (row[2].startswith("¿Quién ") and row[2].endswith("?"))] == []
    assert [row for row in rows if not (row[3].startswith("Who ") and row[3].endswith("?"))] == []
    assert [row for row in rows if "«" in row[2] or "“" in row[3]] == []
