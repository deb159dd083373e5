"""Documents and passages in the API."""

import datetime as dt
import re

import pytest
from django.utils import translation

from responsibilities.models import Involvement
from tests.factories import (
    make_alias,
    make_area,
    make_chart,
    make_citation,
    make_duty,
    make_passage,
    make_position,
    make_responsibility,
    make_role,
    make_source,
    make_trait,
)

pytestmark = pytest.mark.django_db
API = "http://testserver/api/v1"


def test_source_is_given_whole(client):
    original = make_source("original")
    make_source(
        "ceupe",
        title_es="[Tres perfiles]",
        publisher="CEUPE",
        author="Ana",
        published="2018-10",
        language="es",
        address="https://example.org/a",
        retrieved=dt.date(2020, 1, 2),
        derives_from=original,
        derivation="summary",
        description_es="Un artículo.",
    )

    response = client.get("/api/v1/sources/ceupe/")

    assert response.json() == {
        "url": f"{API}/sources/ceupe/",
        "page_url": "http://testserver/sources/ceupe/",
        "slug": "ceupe",
        "title": "[Tres perfiles]",
        "short_name": "",
        "publisher": "CEUPE",
        "author": "Ana",
        "published": "2018-10",
        "language": "es",
        "address": "https://example.org/a",
        "retrieved": "2020-01-02",
        "derives_from": "original",
        "derivation": "summary",
        "description": "Un artículo.",
        "passage_count": 0,
        "covers": {"roles": 0, "duties": 0, "areas": 0},
        "passages": f"{API}/passages/?source=ceupe",
    }


def test_source_counts_each_thing_that_it_covers_once(client):
    source, role = make_source("ceupe"), make_role("cm")
    passages = [make_passage(source, locator) for locator in "123"]
    for slug in ("plan", "goals"):
        make_responsibility(role, make_duty(slug), passages=passages[:2])
    make_responsibility(make_role("smm"), make_duty("reports", make_area("analysis")), passages=passages[:1])
    make_responsibility(role, make_duty("other"), passages=[make_passage(make_source("b"))])

    told = client.get("/api/v1/sources/ceupe/").json()

    assert (told["passage_count"], told["covers"]) == (3, {"roles": 2, "duties": 3, "areas": 2})


def test_passage_tells_all_that_rests_on_it(client):
    passage = make_passage(make_source("ceupe"), "1", standing="doubtful", standing_note_es="Faltan palabras.")
    role = make_role("cm", name_es="Gestora")
    make_citation(make_responsibility(role, make_duty("crisis-plan")), passage, denies=True, condition_es="si puede")
    make_trait(role, "focus", passages=[passage])
    make_alias(role, "gestor", [passage])
    chart = make_chart("agency", passages=[passage])
    make_position(chart, "boss", [role], passages=[passage])

    told = client.get(f"/api/v1/passages/{passage.pk}/").json()

    with translation.override("es"):
        plans = Involvement.PLANS.label
    assert told["standing_note"] == "Faltan palabras."
    assert told["repeats"] is None
    assert told["supports"] == [
        {
            "kind": "responsibility",
            "label": f"Gestora · {plans} · Crisis plan",
            "condition": "si puede",
            "denies": True,
            "url": f"{API}/responsibilities/cm.crisis-plan.plans/",
            "page_url": "http://testserver/duties/crisis-plan/#r-cm-plans",
        },
        {
            "kind": "trait",
            "label": "Rasgo focus.",
            "condition": "",
            "denies": False,
            "url": f"{API}/traits/cm.focus/",
            "page_url": "http://testserver/roles/cm/#t-focus",
        },
        {
            "kind": "alias",
            "label": "gestor = Gestora",
            "condition": "",
            "denies": False,
            "url": f"{API}/roles/cm/",
            "page_url": "http://testserver/roles/cm/",
        },
        {
            "kind": "orgchart",
            "label": "Agency",
            "condition": "",
            "denies": False,
            "url": f"{API}/orgcharts/agency/",
            "page_url": "http://testserver/orgcharts/agency/",
        },
        {
            "kind": "position",
            "label": "Agency: Gestora",
            "condition": "",
            "denies": False,
            "url": f"{API}/orgcharts/agency/",
            "page_url": "http://testserver/orgcharts/agency/#b-boss",
        },
    ]


def test_passage_names_the_one_it_repeats(client):
    first = make_passage(make_source("ceupe"), "1")
    second = make_passage(make_source("other"), "2", repeats=first)

    told = client.get(f"/api/v1/passages/{second.pk}/").json()

    assert (told["repeats"]["url"], told["repeats"]["source"]) == (f"{API}/passages/{first.pk}/", "ceupe")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["a 1", "a 2", "b 1"]),
        ("source=a", ["a 1", "a 2"]),
        ("source=b&source=a", ["a 1", "a 2", "b 1"]),
        ("standing=doubtful", ["a 2"]),
    ],
)
def test_passages_narrowed_in_the_order_of_the_document(client, query, expected):
    a, b = make_source("a"), make_source("b")
    make_passage(b, "1")
    make_passage(a, "2", position=2, standing="doubtful", standing_note_es="¿Quién?")
    make_passage(a, "1", position=1)

    results = client.get(f"/api/v1/passages/?{query}").json()["results"]

    assert [f"{result['source']} {result['locator']}" for result in results] == expected


def test_sources_narrowed_by_language(client):
    make_source("es")
    make_source("en", language="en")

    results = client.get("/api/v1/sources/?language=en").json()["results"]

    assert [result["slug"] for result in results] == ["en"]


@pytest.mark.parametrize(
    "address",
    ["sources/nobody", "passages/0", "passages/999999999999999999", "passages/99999999999999999999", "passages/x"],
)
def test_missing(client, address):
    assert client.get(f"/api/v1/{address}/").status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(("address", "queries"), [("sources/", 2), ("passages/", 8)])
def test_queries_do_not_grow(client, django_assert_num_queries, address, queries, rows):
    for number in range(rows):
        source = make_source(f"source-{number}")
        passage = make_passage(source)
        role = make_role(f"role-{number}")
        make_alias(role, "otro", [passage])
        make_trait(role, passages=[passage])
        make_responsibility(role, make_duty(f"duty-{number}"), passages=[passage])
        chart = make_chart(f"chart-{number}", passages=[passage])
        make_position(chart, "boss", [role], passages=[passage])

    with django_assert_num_queries(queries):
        client.get(f"/api/v1/{address}")


@pytest.mark.parametrize(("language", "names"), [("es", {"Dirección", "Gestora"}), ("en", {"Head", "Manager"})])
def test_position_that_rests_on_a_passage_has_its_own_name_or_that_of_its_role(client, language, names):
    passage = make_passage(make_source("ceupe"), "1")
    chart = make_chart("agency", name_en="Agency")
    role = make_role("cm", name_es="Gestora", name_en="Manager")
    make_position(chart, "head", [role], passages=[passage], name_es="Dirección", name_en="Head")
    make_position(chart, "cm", [role], passages=[passage])

    told = client.get(f"/api/v1/passages/{passage.pk}/?lang={language}").json()

    assert {fact["label"] for fact in told["supports"]} == {f"Agency: {name}" for name in names}


def test_position_of_two_roles_that_rests_on_a_passage_names_both_in_their_order(client):
    passage = make_passage(make_source("ceupe"), "1")
    roles = [make_role("smm", name_es="Mánager", position=2), make_role("cm", name_es="Gestora", position=1)]
    make_position(make_chart("agency"), "both", roles, passages=[passage])

    (told,) = client.get(f"/api/v1/passages/{passage.pk}/").json()["supports"]

    assert re.fullmatch(r"Agency: Gestora [·+] Mánager", told["label"])
