import pytest

from config.middleware import refusal


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
