"""The search in the API."""

import pytest

from tests.catalogue.api.test_views import errors
from tests.factories import make_chart, make_duty, make_passage, make_role, make_source

pytestmark = pytest.mark.django_db
API = "http://testserver/api/v1"
ODD = ["C%2B%2B", "%22", "%27", "24%2F7", "%F0%9F%99%82", "de+la", "%25", "((("]


def test_search_finds_each_kind(client):
    make_role("crisis-role")
    make_duty("crisis-plan")
    make_chart("crisis-chart")
    make_source("crisis-source")

    found = client.get("/api/v1/search/?q=CRÍSIS&lang=en").json()

    assert found == {
        "words": ["CRÍSIS"],
        "nowhere": [],
        "together": True,
        "count": 4,
        "next": None,
        "previous": None,
        "results": [
            {
                "kind": kind,
                "slug": f"crisis-{tail}",
                "title": f"Crisis {tail} (en)",
                "excerpt": "",
                "url": f"{API}/{api}/crisis-{tail}/",
                "page_url": f"http://testserver/en/{page}/crisis-{tail}/",
            }
            for kind, tail, api, page in [
                ("role", "role", "roles", "roles"),
                ("duty", "plan", "duties", "duties"),
                ("orgchart", "chart", "orgcharts", "orgcharts"),
                ("source", "source", "sources", "sources"),
            ]
        ],
    }


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("q=crisis+plan", (["crisis", "plan"], [], True, 1)),
        ("q=sueldo+crisis", (["sueldo", "crisis"], ["sueldo"], True, 2)),
        ("q=sueldo+de+la+crisis&page_size=1", (["sueldo", "crisis"], ["sueldo"], True, 2)),
        ("q=crisis+role&kind=duty", (["crisis", "role"], ["role"], True, 1)),
        ("q=plan+role", (["plan", "role"], [], False, 2)),
        ("q=de+la", ([], [], True, 0)),
    ],
)
def test_search_names_the_words_that_are_nowhere(client, query, expected):
    make_role("crisis-role")
    make_duty("crisis-plan")

    found = client.get(f"/api/v1/search/?{query}").json()

    assert tuple(found[name] for name in ("words", "nowhere", "together", "count")) == expected


def test_search_one_kind_and_page(client):
    make_role("crisis-a")
    make_duty("crisis-b")
    make_duty("crisis-c")

    found = client.get("/api/v1/search/?q=crisis&kind=duty&page=2&page_size=1").json()

    assert (found["count"], [hit["slug"] for hit in found["results"]]) == (2, ["crisis-c"])


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [("required", "q")]),
        ("q=", [("blank", "q")]),
        ("q=+", [("blank", "q")]),
        ("q=a&q=b", [("repeated", "q")]),
        ("q=" + "a" * 201, [("max_length", "q")]),
        ("q=" + "a+" * 21, [("max_length", "q")]),
        ("q=a&kind=passage", [("invalid_choice", "kind")]),
        ("q=a&page=0", [("invalid", "page")]),
        ("q=a&source=a", [("unknown", "source")]),
    ],
)
def test_search_of_a_wrong_query(client, query, expected):
    assert errors(client.get(f"/api/v1/search/?{query}")) == expected


@pytest.mark.parametrize("query", [*ODD, "a" * 200])
def test_search_of_odd_words_finds_nothing(client, query):
    response = client.get(f"/api/v1/search/?q={query}")

    assert (response.status_code, response.json()["results"]) == (200, [])


@pytest.mark.parametrize("name", ["roles", "duties"])
@pytest.mark.parametrize("words", ["a" * 201, "a" + "+" * 200])
def test_words_of_a_filter_are_limited(client, name, words):
    assert errors(client.get(f"/api/v1/{name}/?q={words}")) == [("max_length", "q")]


@pytest.mark.parametrize("rows", [1, 3])
def test_search_queries_do_not_grow(client, django_assert_num_queries, rows):
    for number in range(rows):
        make_passage(make_source(f"source-{number}"))
        make_duty(f"duty-{number}")

    with django_assert_num_queries(10):
        client.get("/api/v1/search/?q=source+duty")
