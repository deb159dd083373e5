import tempfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse
from django.utils import translation

from config.middleware import refusal
from roles.models import Role
from tests.admin_forms import list_address, posted


@pytest.mark.parametrize(
    ("path", "query", "status"),
    [
        ("/", "", None),
        ("/roles/", "q=gestión".encode().decode("latin-1"), None),
        ("/roles/", "q=gesti%C3%B3n+a%26b", None),
        ("/roles/", "q=%00", 400),
        ("/roles/\x00", "", 400),
        ("/roles/", "q=a%0Ab", 400),
        ("/roles/", "q=%C2%85", 400),
        ("/roles/", "q=%7F", 400),
        ("/roles/", "q=%ED%A0%80", 400),
        ("/roles/", "q=%FF", 400),
        ("/roles/%FF", "", 400),
        ("/roles/gestión–日本/", "", None),
        ("/roles/100%/", "", None),
        ("/roles/", "q=" + "a" * 3_998, None),
        ("/roles/", "q=" + "a" * 3_999, 414),
        ("/" + "a" * 4_000, "", 414),
    ],
)
def test_refusal_of_what_no_page_can_mean(path, query, status):
    assert refusal(path, query) == status


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["/api/v1/roles/", "/api/v1/search/", "/api/v1/nothing/", "/", "/admin/login/", "/healthz"]
)
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_deeply_nested_body_is_refused_unread(client, method, path):
    body = "[" * 200_000

    response = getattr(client, method)(path, body, content_type="application/json")

    # The form of the login is shown again: it found no field in the body.
    assert response.status_code in ({200, 405} if path == "/admin/login/" else {404, 405})


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/roles/%FF/", "/roles/%00/", "/roles/%ED%A0%80/", "/en/duties/a%0Ab/"])
def test_hostile_path_is_refused_in_the_frame(client, path):
    response = client.get(path)

    assert response.status_code == 400
    assert '<main class="page"' in response.content.decode()


@pytest.mark.parametrize("query", ["q=%00", "q=%FF", "q=%ED%A0%80"])
def test_hostile_query_of_the_api_is_refused_in_its_shape(client, query):
    response = client.get(f"/api/v1/roles/?{query}&lang=en")

    assert (response.status_code, response.json()) == (
        400,
        {
            "type": "client_error",
            "errors": [{"code": "bad_request", "detail": "The address or the data sent cannot be read.", "attr": None}],
        },
    )


@pytest.mark.parametrize(("path", "language"), [("/healthz", "es"), ("/readyz", "es"), ("/en/roles/", "en")])
def test_wrong_method_is_refused_in_the_frame(client, path, language):
    response = client.post(path)

    assert (response.status_code, response["Allow"], response["Content-Language"]) == (405, "GET, HEAD", language)
    assert '<main class="page"' in response.content.decode()


def public_routes(resolver, spaces=()):
    """The name and the arguments of every address outside the admin and the API."""
    for each in resolver.url_patterns:
        if not isinstance(each, URLResolver):
            yield ":".join([*spaces, each.name]), dict.fromkeys(each.pattern.converters, "x")
        elif each.namespace not in {"admin", "api"}:
            yield from public_routes(each, (*spaces, each.namespace) if each.namespace else spaces)


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize(("name", "arguments"), list(public_routes(get_resolver())))
def test_wrong_method_of_a_page_is_told_before_a_missing_token(name, arguments, language):
    browser = Client(enforce_csrf_checks=True)
    with translation.override(language):
        path = reverse(name, kwargs=arguments)

    responses = [browser.generic(method, path) for method in ("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")]

    assert [(each.status_code, each["Allow"]) for each in responses] == [(405, "GET, HEAD")] * 6


@pytest.mark.parametrize(
    ("length", "status"), [(None, None), ("", None), ("x", None), ("1000000", None), ("1000001", 413)]
)
def test_refusal_of_a_body_that_is_too_long(length, status):
    assert refusal("/", "", length) == status


@pytest.mark.django_db
@pytest.mark.parametrize(("path", "language"), [("/admin/login/", "es"), ("/en/roles/", "en")])
def test_body_that_is_too_long_is_refused_in_the_frame(client, path, language):
    response = client.post(path, "a" * 1_000_001, content_type="text/plain")

    assert (response.status_code, response["Content-Language"]) == (413, language)
    assert '<main class="page"' in response.content.decode()


def test_body_of_the_api_that_is_too_long_is_refused_in_its_shape(client):
    response = client.post("/api/v1/roles/?lang=en", "a" * 1_000_001, content_type="text/plain")

    assert (response.status_code, response.json()) == (
        413,
        {
            "type": "client_error",
            "errors": [{"code": "content_too_large", "detail": "What was sent is too large.", "attr": None}],
        },
    )


@pytest.fixture
def no_disk(monkeypatch, settings):
    """Nothing may be written down, however small."""
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 0

    def refuse(*arguments, **options):
        raise AssertionError("A file is kept on the disk.")

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", refuse)
    monkeypatch.setattr("django.core.files.temp.NamedTemporaryFile", refuse)
    monkeypatch.setattr("django.core.files.uploadedfile.tempfile.NamedTemporaryFile", refuse)


@pytest.mark.django_db
def test_files_of_a_stranger_are_not_kept(no_disk):
    stranger = Client(enforce_csrf_checks=True)
    stranger.cookies["csrftoken"] = "a" * 32

    response = stranger.post("/admin/login/", {"file": SimpleUploadedFile("a.bin", b"a" * 100_000)})

    assert response.status_code == 403
    assert dict(response.wsgi_request.FILES) == {}


def test_form_of_the_admin_sent_as_multipart_is_read_and_its_files_are_not(admin_client, no_disk):
    # Django's test client sends every form as multipart.
    address = list_address(Role, "add")
    form = posted(admin_client.get(address), slug="otro-rol", name_es="Otro rol", _continue="1")

    response = admin_client.post(address, form | {"file": SimpleUploadedFile("a.bin", b"a" * 100_000)})

    assert response.wsgi_request.content_type == "multipart/form-data"
    assert dict(response.wsgi_request.FILES) == {}
    assert response.status_code == 302, response.context["errors"]
    assert Role.objects.get(slug="otro-rol").name_es == "Otro rol"
