"""Roles and traits in the API."""

import pytest

from tests.factories import (
    make_alias,
    make_duty,
    make_passage,
    make_responsibility,
    make_role,
    make_source,
    make_trait,
)

pytestmark = pytest.mark.django_db
API = "http://testserver/api/v1"


def slugs(response):
    assert response.status_code == 200, response.content
    return [result["slug"] for result in response.json()["results"]]


@pytest.fixture
def passage():
    return make_passage(make_source("ceupe"), "Inicio › 1")


def cited(passage):
    return {
        "url": f"{API}/passages/{passage.pk}/",
        "page_url": "http://testserver/sources/ceupe/#p-inicio-1",
        "source": "ceupe",
        "locator": "Inicio › 1",
        "gist": "Dice algo en Inicio › 1.",
        "standing": "sound",
        "standing_note": "",
    }


def test_role_is_given_whole(client, passage):
    role = make_role("community-manager", abbreviation="CM")
    make_alias(role, "gestora", [passage], disputed=True, note_es="Dudoso.")
    make_trait(role, passages=[passage])
    make_source("silent")

    response = client.get("/api/v1/roles/community-manager/")

    assert response.json() == {
        "url": f"{API}/roles/community-manager/",
        "page_url": "http://testserver/roles/community-manager/",
        "slug": "community-manager",
        "name": "Community manager",
        "abbreviation": "CM",
        "is_core": True,
        "identity_open": False,
        "aliases": [
            {
                "name": "gestora",
                "language": "es",
                "disputed": True,
                "note": "Dudoso.",
                "citations": [{"passage": cited(passage)}],
            }
        ],
        "voices": {"count": 1, "of": 2, "sources": ["ceupe"]},
        "duty_count": 0,
        "uncounted_duty_count": 0,
        "traits": f"{API}/traits/?role=community-manager",
        "responsibilities": f"{API}/responsibilities/?role=community-manager",
    }


def test_trait_is_given_whole(client, passage):
    role = make_role("community-manager")
    trait = make_trait(role, "focus")
    trait.citations.create(passage=passage, condition_es="si es autónomo", condition_en="when freelance")

    response = client.get("/api/v1/traits/community-manager.focus/")

    assert response.json() == {
        "url": f"{API}/traits/community-manager.focus/",
        "page_url": "http://testserver/roles/community-manager/#t-focus",
        "slug": "focus",
        "role": "community-manager",
        "kind": "focus",
        "statement": "Rasgo focus.",
        "voices": {"count": 0, "of": 0, "sources": []},
        "citations": [{"passage": cited(passage), "condition": "si es autónomo"}],
    }


def test_roles_are_in_their_order(client):
    make_role("zeta", position=1)
    make_role("alfa", position=2)
    make_role("other", is_core=False, position=0)

    assert slugs(client.get("/api/v1/roles/")) == ["zeta", "alfa", "other"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("is_core=true", ["cm"]),
        ("is_core=false", ["analyst"]),
        ("source=ceupe", ["cm", "analyst"]),
        ("source=other", ["analyst"]),
        ("source=ceupe&source=other&is_core=true", ["cm"]),
        ("q=ANALÝST", ["analyst"]),
        ("q=zzz", []),
    ],
)
def test_roles_narrowed(client, passage, query, expected):
    make_responsibility(make_role("cm"), make_duty(), passages=[passage])
    analyst = make_role("analyst", is_core=False)
    make_alias(analyst, "analista", [passage])
    make_trait(analyst, passages=[make_passage(make_source("other"))])

    assert slugs(client.get(f"/api/v1/roles/?{query}")) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("role=cm", ["focus", "goal"]),
        ("role=smm", ["focus"]),
        ("kind=goal", ["goal"]),
        ("source=ceupe", ["goal"]),
        ("role=smm&kind=goal", []),
    ],
)
def test_traits_narrowed(client, passage, query, expected):
    cm, smm = make_role("cm", position=1), make_role("smm", position=2)
    other = make_passage(make_source("other"))
    make_trait(cm, "focus", position=1, passages=[other])
    make_trait(cm, "goal", position=2, kind="goal", passages=[passage, other])
    make_trait(smm, "focus", passages=[other])

    assert slugs(client.get(f"/api/v1/traits/?{query}")) == expected


def test_trait_according_to_one_document(client, passage):
    trait = make_trait(make_role("cm"), passages=[passage, make_passage(make_source("other"))])

    told = client.get("/api/v1/traits/cm.focus/?source=other").json()

    assert [citation["passage"]["source"] for citation in told["citations"]] == ["other"]
    assert told["voices"] == {"count": 1, "of": 1, "sources": ["other"]}
    assert trait.citations.count() == 2


def test_trait_that_the_document_does_not_state(client, passage):
    make_trait(make_role("cm"), passages=[passage])
    make_source("other")

    assert client.get("/api/v1/traits/cm.focus/?source=other").status_code == 404


@pytest.mark.parametrize("address", ["roles/nobody", "traits/cm.nothing", "traits/nobody.focus", "traits/cm"])
def test_missing(client, address):
    make_trait(make_role("cm"))

    assert client.get(f"/api/v1/{address}/").status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(("address", "queries"), [("roles/", 10), ("traits/", 7), ("roles/role-0/", 9)])
def test_queries_do_not_grow(client, passage, django_assert_num_queries, address, queries, rows):
    for number in range(rows):
        role = make_role(f"role-{number}")
        make_alias(role, "otro", [passage])
        make_trait(role, passages=[passage])

    with django_assert_num_queries(queries):
        client.get(f"/api/v1/{address}")
