"""What all addresses of the API have in common, the entrance, and the search."""

import pytest

from tests.factories import make_area, make_role, make_source

pytestmark = pytest.mark.django_db
API = "http://testserver/api/v1"
LISTS = [
    "areas",
    "disagreements",
    "duties",
    "orgcharts",
    "passages",
    "responsibilities",
    "roles",
    "sources",
    "traits",
]


def errors(response, status=400):
    assert response.status_code == status, response.content
    return [(error["code"], error["attr"]) for error in response.json()["errors"]]


def test_root_lists_every_address(client):
    response = client.get("/api/v1/")

    names = [*LISTS, "advice", "comparisons", "docs", "schema", "search"]
    assert response.json() == {name: f"{API}/{name}/" for name in names}


@pytest.mark.parametrize("name", LISTS)
def test_empty_list(client, name):
    response = client.get(f"/api/v1/{name}/")

    assert response.json() == {"count": 0, "next": None, "previous": None, "results": []}


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
@pytest.mark.parametrize("address", ["", "roles/", "roles/cm/", "comparisons/", "search/", "disagreements/", "schema/"])
def test_nothing_can_be_written(client, method, address):
    response = getattr(client, method)(f"/api/v1/{address}")

    assert errors(response, 405) == [("method_not_allowed", None)]
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_body_of_a_wrong_kind_is_not_read(client):
    response = client.post("/api/v1/roles/", "[" * 100_000, content_type="application/json")

    assert errors(response, 405) == [("method_not_allowed", None)]


def test_unknown_address_is_told_in_the_same_shape(client):
    assert errors(client.get("/api/v1/nothing/"), 404) == [("not_found", None)]


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("colour=red", [("unknown", "colour")]),
        ("utm_source=x&fbclid=y", [("unknown", "utm_source"), ("unknown", "fbclid")]),
        ("format=json", [("unknown", "format")]),
        ("lang=", [("blank", "lang")]),
        ("lang=fr", [("invalid_choice", "lang")]),
        ("lang=es&lang=en", [("repeated", "lang")]),
        ("page=", [("blank", "page")]),
        ("page=0", [("invalid", "page")]),
        ("page=-1", [("invalid", "page")]),
        ("page=abc", [("invalid", "page")]),
        ("page=last", [("invalid", "page")]),
        ("page=1.0", [("invalid", "page")]),
        ("page=²", [("invalid", "page")]),
        ("page=1_0", [("invalid", "page")]),
        ("page=10000000000000000000000", [("invalid", "page")]),
        ("page_size=0", [("invalid", "page_size")]),
        ("page_size=201", [("invalid", "page_size")]),
        ("page_size=10000000000000000000000", [("invalid", "page_size")]),
    ],
)
def test_bad_parameter_is_refused_by_name(client, name, query, expected):
    assert errors(client.get(f"/api/v1/{name}/?{query}")) == expected


@pytest.mark.parametrize("query", ["page=2", "page=1000000"])
def test_page_past_the_end(client, query):
    make_role()

    assert errors(client.get(f"/api/v1/roles/?{query}"), 404) == [("not_found", None)]


def test_pages_are_linked(client):
    for slug in ("a", "b", "c"):
        make_role(slug)

    page = client.get("/api/v1/roles/?lang=en&page=2&page_size=1").json()

    assert (page["count"], page["next"], page["previous"], [role["slug"] for role in page["results"]]) == (
        3,
        f"{API}/roles/?lang=en&page=3&page_size=1",
        f"{API}/roles/?lang=en&page_size=1",
        ["b"],
    )


def test_fifty_rows_a_page_unless_told_otherwise(client):
    for number in range(51):
        make_role(f"role-{number}")

    sizes = [len(client.get(f"/api/v1/roles/{query}").json()["results"]) for query in ("", "?page=2", "?page_size=200")]

    assert sizes == [50, 1, 51]


@pytest.mark.parametrize("name", [name for name in LISTS if name != "areas"])
def test_unknown_document_is_refused(client, name):
    expected = [("unknown", "source")] if name == "sources" else [("invalid_choice", "source")]

    assert errors(client.get(f"/api/v1/{name}/?source=nobody")) == expected


def test_document_twice_is_refused(client):
    make_source("a")

    assert errors(client.get("/api/v1/traits/?source=a&source=a")) == [("repeated", "source")]


@pytest.mark.parametrize(
    ("query", "header", "expected"),
    [
        ("", None, "es"),
        ("", "en", "en"),
        ("", "en-GB,es;q=0.5", "en"),
        ("", "fr,en;q=0.2", "en"),
        ("", "es-MX,en", "es"),
        ("", "en;q=0", "es"),
        ("", "*", "es"),
        ("", "fr", "es"),
        ("", ",;=,,", "es"),
        ("", "en" * 4000, "es"),
        ("?lang=en", None, "en"),
        ("?lang=en", "es", "en"),
        ("?lang=es", "en", "es"),
    ],
)
def test_language(client, query, header, expected):
    make_area("content")

    response = client.get(f"/api/v1/areas/{query}", headers={"accept-language": header} if header else {})

    area = response.json()["results"][0]
    assert (response.headers["Content-Language"], area["name"], area["page_url"]) == (
        expected,
        {"es": "Content", "en": "Content (en)"}[expected],
        {"es": "http://testserver/duties/#a-content", "en": "http://testserver/en/duties/#a-content"}[expected],
    )
    assert response.headers.get("Vary") == (None if query else "Accept-Language")


def test_language_of_an_error(client):
    spanish, english = (
        client.get(f"/api/v1/roles/nobody/?lang={language}").json()["errors"][0]["detail"] for language in ("es", "en")
    )

    assert (spanish != english, english) == (True, "Not found.")


@pytest.mark.parametrize("query", ["lang=fr", "lang=", "lang=en&lang=fr"])
def test_refusal_of_a_language_depends_on_the_header(client, query):
    response = client.get(f"/api/v1/roles/?{query}", headers={"accept-language": "en"})

    assert (response.status_code, response["Content-Language"], response["Vary"]) == (400, "en", "Accept-Language")


def test_language_does_not_leak_into_the_next_answer(client):
    client.get("/api/v1/roles/?lang=en")

    assert client.get("/api/v1/roles/").headers["Content-Language"] == "es"


def test_tag_and_304(client):
    make_role("cm")
    first = client.get("/api/v1/roles/")
    tag = first.headers["ETag"]

    same = client.get("/api/v1/roles/", headers={"if-none-match": tag})
    make_role("smm")
    changed = client.get("/api/v1/roles/", headers={"if-none-match": tag})

    assert (same.status_code, same.content, same.headers["ETag"], same.headers["Vary"]) == (
        304,
        b"",
        tag,
        "Accept-Language",
    )
    assert (changed.status_code, changed.headers["ETag"] == tag) == (200, False)


def test_tag_and_304_of_head(client):
    make_role("cm")
    tag = client.get("/api/v1/roles/").headers["ETag"]

    head, same = client.head("/api/v1/roles/"), client.head("/api/v1/roles/", headers={"if-none-match": tag})

    assert (head.status_code, head.content, head.headers["ETag"], same.status_code) == (200, b"", tag, 304)


def test_every_answer_is_asked_for_again(client):
    assert client.get("/api/v1/roles/").headers["Cache-Control"] == "no-cache"


def test_no_cookie_is_set(client):
    assert [client.get(f"/api/v1/{name}/").cookies.output() for name in ("roles", "docs", "schema")] == ["", "", ""]


@pytest.mark.parametrize(("method", "status"), [("get", 200), ("head", 200), ("post", 405), ("options", 204)])
def test_other_sites_may_read(client, method, status):
    response = getattr(client, method)("/api/v1/roles/", headers={"origin": "https://example.org"})

    assert (response.status_code, response.headers["Access-Control-Allow-Origin"]) == (status, "*")


def test_errors_can_be_read_from_other_sites_too(client):
    response = client.get("/api/v1/roles/?colour=red", headers={"origin": "https://example.org"})

    assert (response.status_code, response.headers["Access-Control-Allow-Origin"]) == (400, "*")


def test_preflight(client):
    response = client.options("/api/v1/roles/?colour=red", headers={"access-control-request-method": "GET"})

    assert (response.status_code, response.content, response.headers["Access-Control-Allow-Methods"]) == (
        204,
        b"",
        "GET, HEAD, OPTIONS",
    )


def test_only_json_is_spoken(client):
    response = client.get("/api/v1/roles/", headers={"accept": "application/xml"})

    assert errors(response, 406) == [("not_acceptable", None)]


@pytest.mark.parametrize(
    ("query", "accept", "status", "error"),
    [("", "application/json", 406, ("not_acceptable", None)), ("?x=1", "text/html", 400, ("unknown", "x"))],
)
def test_page_to_try_the_api_has_the_errors_of_the_api(client, query, accept, status, error):
    response = client.get(f"/api/v1/docs/{query}", headers={"accept": accept})

    assert (errors(response, status), response["Content-Type"]) == ([error], "application/json")


def test_page_to_try_the_api_is_no_answer_to_another_method(client):
    assert errors(client.post("/api/v1/docs/"), 405) == [("method_not_allowed", None)]


@pytest.mark.parametrize("address", ["roles/?q=%00", "search/?q=%ED%A0%80", "search/?q=%ff", "roles/%00/"])
def test_broken_text_is_refused(client, address):
    response = client.get(f"/api/v1/{address}")

    assert (response.status_code, response.json()["type"]) == (400, "client_error")


def test_address_without_its_slash_is_redirected(client):
    response = client.get("/api/v1/roles?lang=en")

    assert (response.status_code, response.headers["Location"]) == (301, "/api/v1/roles/?lang=en")
