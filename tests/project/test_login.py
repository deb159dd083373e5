import pytest
from django.contrib.auth import get_user_model


@pytest.fixture
def editor(db):
    return get_user_model().objects.create_user("ana", password="right horse", is_staff=True)


def log_in(client, name, password, address="192.0.2.1"):
    data = {"username": name, "password": password, "next": "/admin/"}
    return client.post("/admin/login/", data, REMOTE_ADDR=address)


def test_login_right_password(client, editor):
    response = log_in(client, "ana", "right horse")

    assert (response.status_code, response.headers.get("Location")) == (302, "/admin/")


def test_login_fifth_wrong_password_locks_that_user_from_that_address(client, editor):
    statuses = [log_in(client, "ana", "wrong").status_code for _ in range(5)]
    locked = log_in(client, "ana", "right horse")
    elsewhere = log_in(client, "ana", "right horse", address="192.0.2.2")

    assert statuses == [200, 200, 200, 200, 429]
    assert (locked.status_code, locked["Retry-After"]) == (429, "900")
    assert '<main class="page"' in locked.content.decode()
    assert elsewhere.status_code == 302


def test_login_lock_leaves_other_users_of_the_address_alone(client, editor):
    for _ in range(5):
        log_in(client, "somebody", "wrong")

    assert log_in(client, "ana", "right horse").status_code == 302


def test_login_name_of_5000_characters(client, db):
    assert log_in(client, "a" * 5_000, "wrong").status_code in {200, 400}


def test_login_does_not_go_elsewhere(client, editor):
    response = client.post(
        "/admin/login/", {"username": "ana", "password": "right horse", "next": "https:elsewhere.example"}
    )

    assert (response.status_code, response["Location"]) == (302, "/admin/")


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "198.51.100.7", "192.0.2.1"),
        (1, "203.0.113.5, 198.51.100.7", "198.51.100.7"),
        (2, "203.0.113.5, 198.51.100.7, 192.0.2.9", "198.51.100.7"),
        (2, "198.51.100.7", "192.0.2.1"),
        (1, "", "192.0.2.1"),
    ],
)
def test_address_of_the_client_behind_proxies(rf, settings, proxies, forwarded, address):
    from config.middleware import trust_proxies

    settings.PROXIES = proxies
    request = rf.get("/", REMOTE_ADDR="192.0.2.1", headers={"X-Forwarded-For": forwarded})

    trust_proxies(request)

    assert request.META["REMOTE_ADDR"] == address
