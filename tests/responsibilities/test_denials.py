"""A denial is said in the same words everywhere, with what its document adds, and without a click."""

import re

import pytest

from sources.models import Standing
from tests.factories import make_citation, make_duty, make_passage, make_responsibility
from tests.responsibilities.pages import tables, texts
from tests.responsibilities.world import make_world

pytestmark = pytest.mark.django_db
COUNTED, UNCOUNTED = "1 document denies it", "denied only under a condition or in doubt"
FOLDED = re.compile(r"<details(?![^>]* open).*?</details>", re.DOTALL)
DOUBTFUL = {"standing": Standing.DOUBTFUL, "standing_note_es": "No se entiende.", "standing_note_en": "It is unclear."}
CASES = [
    ({}, {}, False, COUNTED),
    ({}, {"hedge": "probable", "horizon": "long"}, False, COUNTED),
    ({}, {"condition_es": "en la agencia", "condition_en": "in the agency"}, False, UNCOUNTED),
    (DOUBTFUL, {}, False, UNCOUNTED),
    ({}, {}, True, COUNTED),
    ({}, {"condition_es": "en la agencia", "condition_en": "in the agency"}, True, UNCOUNTED),
]


def make_denial(passage, citation, *, affirmed):
    """Document a denies that the CM sells; with ``affirmed`` it says elsewhere that the CM does."""
    world = make_world(duties=0)
    made = make_responsibility(world.cm, make_duty("selling"), "executes")
    make_citation(made, make_passage(world.sources[0], "no", **passage), denies=True, **citation)
    if affirmed:
        make_citation(made, make_passage(world.sources[0], "yes"))
    return made


def seen(client, path):
    """The text of the page outside of what is folded."""
    page = FOLDED.sub("", client.get(path).content.decode())
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


@pytest.mark.parametrize("query", ["", "source=a"])
@pytest.mark.parametrize(("passage", "citation", "affirmed", "words"), CASES)
@pytest.mark.parametrize(
    ("path", "counts"),
    [
        ("/en/duties/selling/", True),
        ("/en/roles/cm/", True),
        ("/en/compare/?roles=cm,smm", True),
        ("/en/compare/?roles=cm,smm&view=compact", True),
        ("/en/duties/", True),
        ("/en/matrix/", True),
        ("/en/sources/a/", False),
    ],
)
def test_a_denial_is_seen_everywhere(client, path, counts, passage, citation, affirmed, words, query):
    make_denial(passage, citation, affirmed=affirmed)

    text = seen(client, f"{path}{'&' if '?' in path else '?'}{query}")

    assert (words if counts else "✕ denies it") in text


@pytest.mark.parametrize("path", ["/en/duties/selling/", "/en/roles/cm/", "/en/compare/?roles=cm,smm"])
def test_the_passage_that_denies_is_open_with_what_it_adds(client, path):
    make_denial(
        {}, {"condition_es": "en la agencia", "condition_en": "in the agency", "hedge": "probable"}, affirmed=True
    )

    text = seen(client, path)

    assert "It says something at no." in text
    assert "✕ denies it Condition : in the agency probable" in text.replace("Condition:", "Condition :")


def test_a_denial_is_no_voice_for_the_part(client):
    make_denial({}, {}, affirmed=False)

    told = client.get("/api/v1/responsibilities/cm.selling.executes/").json()
    (row,) = client.get("/api/v1/comparisons/?roles=cm,smm").json()["rows"]
    table = tables(client.get("/en/compare/?roles=cm,smm&source=a"))[-1]

    assert (told["voices"]["count"], told["denied_by"], told["citations"][0]["denies"]) == (0, ["a"], True)
    assert (row["cells"][0]["parts"][0]["voices"]["count"], row["cells"][0]["parts"][0]["denied_by"]) == (0, ["a"])
    assert [row[1] for row in table[1:]] == [
        f"Cm (en) executes cm executes selling (en). ✕ {COUNTED} It says something at no. A (en) · no ✕ denies it"
    ]


def test_both_sides_are_told_where_a_document_says_and_denies_it(client):
    make_denial({}, {}, affirmed=True)

    assert "executes 1 of 2 documents ✕ 1 document denies it" in seen(client, "/en/duties/selling/")
    assert texts(client.get("/en/duties/selling/"), "verdict") == ["One document says who."]


def test_disagreement_by_denial_shows_it_unfolded(client):
    world = make_world(duties=0)
    made = make_responsibility(
        world.cm, make_duty("selling"), "executes", passages=[make_passage(world.sources[0], "yes")]
    )
    make_citation(made, make_passage(world.sources[1], "no"), denies=True)

    text = seen(client, "/en/disagreements/")

    assert "executes 1 of 2 documents ✕ 1 document denies it It says something at no." in text


@pytest.mark.parametrize(("passage", "citation", "affirmed", "words"), CASES)
def test_files_say_it_in_the_same_words(client, passage, citation, affirmed, words):
    make_denial(passage, citation, affirmed=affirmed)
    held = "has it; " if affirmed else ""

    lines = client.get("/en/compare/?roles=cm,smm&format=csv").content.decode().splitlines()
    text = client.get("/en/compare/?roles=cm,smm&format=md").content.decode()

    (line,) = [line for line in lines if "executes" in line]
    assert f',"{held}{words}","no","executes",' in line
    assert "A (en): no (denies it)" in line
    assert f"executes ({'1 of 2 documents, ' if affirmed else ''}{words})" in text
    assert "— A (en), no, denies it" in text
