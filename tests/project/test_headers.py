import pytest

POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}
KINDS_OF_ANSWERS = [
    ("/healthz", 200),
    ("/", 200),
    ("/en/", 200),
    ("/admin/login/", 200),
    ("/api/v1/roles/", 200),
    ("/static/admin/css/base.css", 200),
    ("/robots.txt", 200),
    ("/nothing/", 404),
    ("/api/v1/nothing/", 404),
    ("/static/nothing.css", 404),
    ("/?q=%00", 400),
    ("/api/v1/roles/?q=%ED%A0%80", 400),
    ("/?q=" + "a" * 10_000, 414),
    ("/api/v1/roles/?q=" + "a" * 10_000, 414),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("path", "status"), KINDS_OF_ANSWERS)
def test_headers_of_every_kind_of_answer(client, path, status):
    response = client.get(path)

    headers = response.headers
    response.close()
    assert response.status_code == status
    assert set(headers["Content-Security-Policy"].split("; ")) == POLICY
    assert {name: headers[name] for name in PROTECTION} == PROTECTION


PROTECTION = {
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "language"), [("/", "es"), ("/en/", "en"), ("/nothing/", "es"), ("/en/nothing/", "en"), ("/?q=%00", "es")]
)
def test_language_of_a_page_is_told_by_its_address_alone(client, path, language):
    client.cookies["django_language"] = "en" if language == "es" else "es"

    response = client.get(path, headers={"Accept-Language": "en" if language == "es" else "es"})

    assert response["Content-Language"] == language
    assert f'<html lang="{language}">' in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/en/", "/nothing/", "/robots.txt"])
def test_public_page_varies_by_no_cookie_and_sets_none(client, path):
    response = client.get(path)

    response.close()
    vary = {name.strip() for name in response.headers.get("Vary", "").split(",")}
    assert vary <= {"", "Accept-Encoding"}
    assert response.cookies == {}


@pytest.mark.django_db
def test_language_does_not_leak_into_the_next_request(client):
    client.get("/en/")

    response = client.get("/")

    assert response["Content-Language"] == "es"


@pytest.mark.django_db
def test_unchanged_page_is_not_sent_again(client):
    first = client.get("/")

    second = client.get("/", headers={"If-None-Match": first["ETag"]})

    assert (second.status_code, second.content) == (304, b"")
    assert set(second["Content-Security-Policy"].split("; ")) == POLICY
