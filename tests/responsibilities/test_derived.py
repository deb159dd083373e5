"""A document that is made from another one speaks with its voice, and is named where it alone is cited."""

import pytest

from responsibilities.models import Responsibility
from sources.models import Source
from tests.factories import (
    make_citation,
    make_duty,
    make_passage,
    make_responsibility,
    make_role,
    make_source,
    make_trait,
)
from tests.responsibilities.pages import tables

pytestmark = pytest.mark.django_db
SAYS, SILENT = "says so", "describes the role, does not say this"
TOGETHER = "says so, as one voice with another document"


@pytest.fixture
def family():
    """“english” is the original of “texto”, which alone has passages; “other” is another voice."""
    english, text, other = make_source("english"), make_source("texto"), make_source("other")
    Source.objects.filter(pk=text.pk).update(derives_from=english, derivation="translation")
    cm, smm, duty = make_role("cm"), make_role("smm", is_core=False), make_duty("replies")
    make_responsibility(cm, duty, "executes", passages=[make_passage(text, "1")])
    make_responsibility(smm, duty, "executes", passages=[make_passage(other, "1")])
    make_trait(cm, passages=[make_passage(text, "2")])
    return english, text, other


def replying():
    return Responsibility.objects.get(role__slug="cm", involvement="executes")


def voices(client, path):
    found = client.get(f"/api/v1/{path}").json()["voices"]
    return (found["count"], found["of"], found["sources"])


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("responsibilities/cm.replies.executes/", (1, 1, ["texto"])),
        ("traits/cm.focus/", (1, 1, ["texto"])),
        ("roles/cm/", (1, 2, ["texto"])),
    ],
)
def test_api_names_the_translation_where_it_alone_is_cited(client, family, path, expected):
    assert voices(client, path) == expected


def test_api_names_the_original_where_both_are_cited(client, family):
    english, _, _ = family
    make_citation(replying(), make_passage(english, "1"))

    assert voices(client, "responsibilities/cm.replies.executes/") == (1, 1, ["english"])
    assert voices(client, "traits/cm.focus/") == (1, 1, ["texto"])
    assert voices(client, "roles/cm/") == (1, 2, ["english"])


def test_api_names_in_verdicts_disagreements_and_comparisons(client, family):
    verdict = client.get("/api/v1/duties/replies/").json()["involvements"][0]
    (question,) = client.get("/api/v1/disagreements/").json()["results"][0]["questions"]
    compared = client.get("/api/v1/comparisons/?roles=cm,smm").json()

    assert verdict["voices"]["sources"] == ["other", "texto"]
    assert [(each["role"], each["voices"]["sources"]) for each in verdict["roles"]] == [
        ("cm", ["texto"]),
        ("smm", ["other"]),
    ]
    assert [answer["voices"]["sources"] for answer in question["answers"]] == [["texto"], ["other"]]
    assert [stand["source"] for stand in question["stands"]] == ["other", "texto"]
    assert [cell["parts"][0]["voices"]["sources"] for cell in compared["rows"][0]["cells"]] == [["texto"], ["other"]]


def test_api_names_the_difference_after_the_translation(client, family):
    make_trait(make_role("sms"), passages=[make_passage(family[1], "3")])

    (found,) = client.get("/api/v1/comparisons/?roles=cm,sms").json()["differences"]

    assert (found["role"], found["sources"]) == ("cm", ["texto"])


def test_api_names_a_denial_after_the_translation(client, family):
    make_citation(make_responsibility(make_role("sms"), make_duty("ads")), make_passage(family[1], "4"), denies=True)

    assert client.get("/api/v1/responsibilities/sms.ads.plans/").json()["denied_by"] == ["texto"]
    assert client.get("/api/v1/duties/ads/").json()["involvements"][0]["roles"][0]["denied_by"] == ["texto"]


def stances(client, query=""):
    (table,) = tables(client.get(f"/en/duties/replies/{query}"))
    return [[cell.removeprefix("Cm (en) ").removeprefix("Smm (en) ") for cell in row[:-1]] for row in table[1:]]


def test_table_of_stances_has_the_translation_in_the_place_of_its_original(client, family):
    assert stances(client) == [
        ["Other (en)", "does not describe the role", SAYS],
        ["Texto (en)", SAYS, "does not describe the role"],
    ]


def test_table_of_stances_has_both_where_both_say_it(client, family):
    make_citation(replying(), make_passage(family[0], "1"))

    assert stances(client)[0] == ["English (en)", SAYS, "does not describe the role"]
    assert stances(client)[2] == ["Texto (en)", TOGETHER, "does not describe the role"]


def test_table_of_stances_names_a_silent_voice_after_the_document_that_describes_the_role(client, family):
    make_responsibility(make_role("sms"), make_duty("ads"), passages=[make_passage(family[2], "9")])
    make_responsibility(make_role("pm"), make_duty("plan"), passages=[make_passage(family[1], "9")])

    (table,) = tables(client.get("/en/duties/ads/"))

    assert [row[0] for row in table[1:]] == ["Other (en)", "Texto (en) does not answer"]


def test_according_to_the_translation_it_speaks_in_its_own_name(client, family):
    assert stances(client, "?source=texto") == [["Texto (en)", SAYS]]
    assert (
        "The chosen documents do not say who does it."
        in client.get("/en/duties/replies/?source=english").content.decode()
    )


def test_original_and_translation_that_name_two_roles_do_not_disagree(client, family):
    english, text, _ = family
    duty, smm = make_duty("reports"), make_role("sms")
    make_responsibility(replying().role, duty, passages=[make_passage(text, "7")])
    make_responsibility(smm, duty, passages=[make_passage(english, "7")])

    told = client.get("/api/v1/duties/reports/").json()

    assert (told["agreement"], told["involvements"][0]["voices"]["sources"]) == ("single", ["english"])
    assert [each["voices"]["sources"] for each in told["involvements"][0]["roles"]] == [["texto"], ["english"]]


def test_portraits_give_each_document_what_it_is_cited_for(client, family):
    alone = {
        slug: client.get(f"/en/sources/{slug}/").context["profile"].lone_parts for slug in ("english", "texto", "other")
    }

    assert alone == {"english": 0, "texto": 0, "other": 0}  # the documents differ: they contradict one another
    contradicted = {
        slug: len(client.get(f"/en/sources/{slug}/").context["profile"].contradictions)
        for slug in ("english", "texto", "other")
    }
    assert contradicted == {"english": 0, "texto": 1, "other": 1}
