import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import OperationalError, connections

from config import health


def test_healthz_touches_nothing(client):
    response = client.get("/healthz")

    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-store" in response["Cache-Control"]


@pytest.fixture
def closable(monkeypatch):
    """Patient. And Django keeps connections to an in-memory database open, also that of the thread that asks here."""
    monkeypatch.setattr(health, "PATIENCE", 60)
    monkeypatch.setattr(type(connections["default"]), "is_in_memory_db", lambda self: False, raising=False)


@pytest.mark.django_db(transaction=True)
def test_readyz_with_a_database(client, closable):
    response = client.get("/readyz")

    assert (response.status_code, response.content) == (200, b"ok\n")


@pytest.mark.django_db(transaction=True)
def test_readyz_asked_again_at_once(client, closable):
    assert {client.get("/readyz").status_code for _ in range(50)} == {200}


@pytest.mark.django_db(transaction=True)
def test_database_that_eight_ask_at_once(closable):
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: health.database_answers(patience=60), range(40)))

    assert answers == [True] * 40


@pytest.mark.django_db(transaction=True)
def test_readyz_without_a_database(client, monkeypatch):
    def refuse(self, *arguments, **options):
        raise OperationalError("connection refused")

    monkeypatch.setattr(type(connections["default"]), "cursor", refuse)

    response = client.get("/readyz")

    assert (response.status_code, response["Retry-After"]) == (503, "5")


def test_database_that_hangs_is_given_up_and_not_asked_twice_at_a_time(monkeypatch):
    asked, thaw = [], threading.Event()

    def hang(answers):
        asked.append(True)
        thaw.wait(60)
        health._asking.release()

    monkeypatch.setattr(health, "_ask", hang)

    answers = [health.database_answers(patience=0.05), health.database_answers(patience=0.05)]
    thaw.set()

    assert health._asking.acquire(timeout=60)
    health._asking.release()
    assert (answers, len(asked)) == ([False, False], 1)


def test_readyz_waits_no_longer_than_a_second(client, monkeypatch):
    monkeypatch.setattr(health, "database_answers", lambda patience: patience > 1)

    assert client.get("/readyz").status_code == 503


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_health_is_only_read(client, path):
    assert client.post(path).status_code == 405
