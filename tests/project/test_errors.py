import logging

import pytest
from django.core.management.utils import get_random_secret_key
from django.test import Client

pytestmark = pytest.mark.urls("tests.project.faulty_urls")


@pytest.fixture
def client():
    return Client(raise_request_exception=False)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("get", "/faulty/data/", 400),
        ("get", "/faulty/number/", 400),
        ("get", "/faulty/denied/", 403),
        ("post", "/admin/faulty/conflict/", 409),
        ("get", "/faulty/conflict/", 500),
        ("get", "/faulty/bug/", 500),
        ("get", "/faulty/away/", 503),
    ],
)
def test_fault_of_a_page_is_told_in_its_frame(client, method, path, status):
    response = getattr(client, method)(path)

    assert (response.status_code, response["Content-Type"]) == (status, "text/html; charset=utf-8")
    assert '<main class="page"' in response.content.decode()
    assert response.headers.get("Retry-After") == ("5" if status == 503 else None)


@pytest.mark.parametrize(
    ("method", "fault", "status", "kind", "code"),
    [
        ("get", "data", 400, "client_error", "bad_request"),
        ("get", "denied", 403, "client_error", "permission_denied"),
        ("post", "conflict", 409, "client_error", "conflict"),
        ("get", "conflict", 500, "server_error", "error"),
        ("get", "bug", 500, "server_error", "error"),
        ("get", "away", 503, "server_error", "unavailable"),
    ],
)
def test_fault_of_the_api_is_told_in_its_shape(client, method, fault, status, kind, code):
    response = getattr(client, method)(f"/api/v1/faulty/{fault}/")

    body = response.json()
    assert (response.status_code, body["type"]) == (status, kind)
    assert [(error["code"], error["attr"]) for error in body["errors"]] == [(code, None)]
    assert response.headers.get("Retry-After") == ("5" if status == 503 else None)


def test_unknown_address_of_a_page(client):
    response = client.get("/nothing/here/")

    assert response.status_code == 404
    assert '<main class="page"' in response.content.decode()
    assert response["Content-Language"] == "es"


def test_unknown_address_of_the_api(client):
    response = client.get("/api/v1/nothing/", headers={"Accept-Language": "en"})

    assert response.status_code == 404
    assert response.json() == {
        "type": "client_error",
        "errors": [{"code": "not_found", "detail": "There is nothing at this address.", "attr": None}],
    }
    assert (response["Content-Language"], response["Vary"]) == ("en", "Accept-Language")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/api/v1/nothing/", "", 404),
        ("/api/v1/roles/?q=%00", "", 400),
        ("/api/v1/roles/?q=" + "a" * 4_000, "", 414),
        ("/api/v1/roles/", "a" * 1_000_001, 413),
    ],
)
def test_refusal_of_the_api_can_be_read_on_other_sites(client, path, body, status):
    response = client.generic("POST" if body else "GET", path, body)

    assert (response.status_code, response["Access-Control-Allow-Origin"]) == (status, "*")
    assert response["Access-Control-Expose-Headers"] == "ETag, Retry-After"


def test_unknown_host_is_refused_though_its_page_cannot_name_itself(client, caplog):
    response = client.get("/nothing/here/", headers={"Host": "elsewhere.example"})

    assert response.status_code == 400
    assert "elsewhere" not in response.content.decode()


@pytest.mark.parametrize("path", ["/api/v1/nothing/", "/nothing/"])
@pytest.mark.parametrize("count", [3_999, 4_500])
def test_query_of_separators_only_is_a_client_error(client, path, count):
    response = client.get(path + "?" + "&" * count)

    assert 400 <= response.status_code < 500


def test_page_of_an_error_that_cannot_be_rendered_is_bare(client, settings, caplog):
    settings.TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates"}]

    with caplog.at_level(logging.CRITICAL, logger="config.errors"):
        response = client.get("/en/faulty/bug/")

    assert response.content.decode() == (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>500</title>'
        "<h1>500</h1><p>Something went wrong on our side.</p></html>"
    )


def test_form_without_its_token_is_refused_in_the_frame():
    client = Client(enforce_csrf_checks=True)

    response = client.post("/admin/login/", {"username": "x", "password": get_random_secret_key()})

    assert response.status_code == 403
    assert '<main class="page"' in response.content.decode()
