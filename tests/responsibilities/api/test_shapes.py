"""Comparisons and disagreements in the API."""

import pytest

from tests.catalogue.api.test_views import errors
from tests.factories import make_citation, make_duty, make_passage, make_responsibility
from tests.responsibilities.api.test_views import API, PAGES, passage, results, three_duties, voices
from tests.responsibilities.world import disputed

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return three_duties()


def test_disagreement_is_given_whole(client, world):
    calendar = {source: world.sources[index].passages.get(locator="calendar").pk for index, source in enumerate("ab")}

    response = client.get("/api/v1/disagreements/?lang=en")

    def answer(role, source):
        cited = passage(source, "calendar", calendar[source]) | {
            "gist": "It says something at calendar.",
            "page_url": f"{PAGES}/en/sources/{source}/#p-calendar",
        }
        return {
            "role": role,
            "weighed": True,
            "voices": voices(1, 2, source),
            "denied_by": [],
            "statement": f"{role} plans calendar (en).",
            "url": f"{API}/responsibilities/{role}.calendar.plans/",
            "page_url": f"{PAGES}/en/duties/calendar/#r-{role}-plans",
            "citations": [{"passage": cited, "condition": "", "horizon": "", "hedge": "", "denies": False}],
        }

    def stand(source, cm, smm, *, speaks=True):
        stances = [{"role": "cm", "stance": cm}, {"role": "smm", "stance": smm}]
        return {"source": source, "speaks": speaks, "stances": stances}

    assert results(response) == [
        {
            "url": f"{API}/duties/calendar/",
            "page_url": f"{PAGES}/en/duties/calendar/",
            "slug": "calendar",
            "name": "Calendar (en)",
            "question": "Calendar (en)",
            "area": "strategy",
            "reading_note": "",
            "questions": [
                {
                    "involvement": "plans",
                    "question": "Who plans?",
                    "agreement": "disputed",
                    "answers": [answer("cm", "a"), answer("smm", "b")],
                    "stands": [
                        stand("a", "affirms", "silent"),
                        stand("b", "silent", "affirms"),
                        stand("c", "unknown", "unknown", speaks=False),
                    ],
                }
            ],
        }
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [("", ["posts", "calendar"]), ("area=community", ["posts"]), ("source=a", []), ("source=a&source=b&page=2", None)],
)
def test_disagreements_narrowed(client, world, query, expected):
    disputed(world, "posts", "community")

    response = client.get(f"/api/v1/disagreements/?{query}")

    if expected is None:
        assert response.status_code == 404
    else:
        assert [each["slug"] for each in results(response)] == expected


def test_comparison_is_given_whole(client, world):
    response = client.get("/api/v1/comparisons/?roles=sms,cm&area=community")

    moderation = {
        "involvement": "executes",
        "disputed": False,
        "denied": False,
        "uncounted": False,
        "voices": voices(2, 2, "a", "b"),
        "denied_by": [],
        "statement": "cm executes moderation.",
        "url": f"{API}/responsibilities/cm.moderation.executes/",
        "page_url": f"{PAGES}/duties/moderation/#r-cm-executes",
        "citations": [
            {
                "passage": passage(source, "moderation", world.sources[index].passages.get(locator="moderation").pk),
                "condition": "",
                "horizon": "",
                "hedge": "",
                "denies": False,
            }
            for index, source in enumerate("ab")
        ],
    }
    assert response.json() == {
        "url": f"{API}/comparisons/?roles=cm,sms&area=community",
        "page_url": f"{PAGES}/compare/?roles=cm,sms&area=community",
        "options": {"source": [], "area": "community", "only": None, "min_voices": 0},
        "roles": [
            {"slug": "cm", "name": "Cm", "url": f"{API}/roles/cm/", "page_url": f"{PAGES}/roles/cm/"}
            | {"duties": 1, "uncounted": 0, "alone": 1, "shared": 0},
            {"slug": "sms", "name": "Sms", "url": f"{API}/roles/sms/", "page_url": f"{PAGES}/roles/sms/"}
            | {"duties": 0, "uncounted": 0, "alone": 0, "shared": 0},
        ],
        "shared": [],
        "uncounted": [],
        "differences": [],
        "count": 1,
        "rows": [
            {
                "duty": "moderation",
                "name": "Moderation",
                "area": "community",
                "url": f"{API}/duties/moderation/",
                "page_url": f"{PAGES}/duties/moderation/",
                "spread": "one",
                "disputed": False,
                "cells": [
                    {"role": "cm", "state": "has", "disputed": False, "parts": [moderation]},
                    {"role": "sms", "state": "not_recorded", "disputed": False, "parts": []},
                ],
            }
        ],
    }


def states(response):
    assert response.status_code == 200, response.content
    return {
        row["duty"]: [(cell["state"], cell["disputed"]) for cell in row["cells"]] for row in response.json()["rows"]
    }


HAS, DISPUTED, SILENT = ("has", False), ("has", True), ("not_recorded", False)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("roles=cm,smm", {"moderation": [HAS, SILENT], "calendar": [DISPUTED, DISPUTED], "seo": [SILENT, HAS]}),
        ("roles=smm&roles=cm", {"moderation": [HAS, SILENT], "calendar": [DISPUTED, DISPUTED], "seo": [SILENT, HAS]}),
        ("roles=cm,smm&only=differences", {"moderation": [HAS, SILENT], "seo": [SILENT, HAS]}),
        ("roles=cm,smm&min_voices=2", {"moderation": [HAS, SILENT]}),
        ("roles=cm,smm&source=b", {"moderation": [HAS, SILENT], "calendar": [SILENT, HAS]}),
        ("roles=cm,smm&source=c", {}),
    ],
)
def test_comparison_options(client, world, query, expected):
    assert states(client.get(f"/api/v1/comparisons/?{query}")) == expected


def test_comparison_of_a_denied_part(client, world):
    make_citation(make_responsibility(world.cm, make_duty("ads")), make_passage(world.sources[0], "ads"), denies=True)

    assert states(client.get("/api/v1/comparisons/?roles=cm,smm"))["ads"] == [("denied", False), SILENT]


def test_comparison_names_what_is_not_counted_apart(client, world):
    found = client.get("/api/v1/comparisons/?roles=cm,smm").json()

    assert found["shared"] == ["calendar"]
    assert found["uncounted"] == [{"duty": "seo", "roles": ["smm"]}]
    assert [
        tuple(role[name] for name in ("slug", "duties", "uncounted", "alone", "shared")) for role in found["roles"]
    ] == [("cm", 2, 0, 1, 1), ("smm", 2, 1, 1, 1)]


def test_comparison_is_the_same_in_any_order(client, world):
    one = client.get("/api/v1/comparisons/?roles=cm,smm&source=a&source=b")
    other = client.get("/api/v1/comparisons/?source=b&source=a&roles=smm,cm")

    assert one.content == other.content


MANY = "roles=" + ",".join(f"role-{number}" for number in range(50))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [("required", "roles")]),
        ("roles=", [("blank", "roles")]),
        ("roles=,", [("required", "roles")]),
        ("roles=cm", [("invalid", "roles")]),
        ("roles=cm,cm", [("repeated", "roles")]),
        ("roles=cm&roles=cm", [("repeated", "roles")]),
        ("roles=cm,nobody", [("invalid_choice", "roles")]),
        ("roles=cm,nobody,nothing", [("invalid_choice", "roles")] * 2),
        ("roles=cm,smm,sms,writer,editor", [*[("invalid_choice", "roles")] * 2, ("invalid", "roles")]),
        (MANY, [*[("invalid_choice", "roles")] * 5, ("invalid", "roles")]),
        ("roles=cm,smm&source=nobody", [("invalid_choice", "source")]),
        ("roles=cm,smm&source=", [("blank", "source")]),
        ("roles=cm,smm&source=a&source=a", [("repeated", "source")]),
        ("roles=cm,smm&area=nowhere", [("invalid_choice", "area")]),
        ("roles=cm,smm&area=strategy&area=community", [("repeated", "area")]),
        ("roles=cm,smm&only=everything", [("invalid_choice", "only")]),
        ("roles=cm,smm&min_voices=0", [("invalid", "min_voices")]),
        ("roles=cm,smm&min_voices=99", [("invalid", "min_voices")]),
        ("roles=cm,smm&min_voices=-1", [("invalid", "min_voices")]),
        ("roles=cm,smm&min_voices=²", [("invalid", "min_voices")]),
        ("roles=cm,smm&min_voices=1_0", [("invalid", "min_voices")]),
        ("roles=cm,smm&min_voices=10000000000000000000000", [("invalid", "min_voices")]),
        ("roles=cm,smm&view=compact", [("unknown", "view")]),
        ("roles=cm,smm&page=1", [("unknown", "page")]),
        (
            "roles=cm&source=x&area=y&min_voices=z",
            [("invalid", "roles"), ("invalid_choice", "source"), ("invalid_choice", "area"), ("invalid", "min_voices")],
        ),
    ],
)
def test_error_of_a_comparison_names_its_parameter(client, world, query, expected):
    assert errors(client.get(f"/api/v1/comparisons/?{query}")) == expected
