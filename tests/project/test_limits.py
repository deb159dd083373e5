"""The limits of a served site at work: connections as it opens them, beside the patient one of the tests."""

import sqlite3
from contextlib import closing, contextmanager

import pytest
from django.db import OperationalError, connection
from django.db.utils import load_backend

from config import gunicorn, health
from config.settings.databases import POSTGRESQL, Limits, database
from config.settings.test import PATIENT

on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no such limits")
on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has no such limit")


@contextmanager
def served(limits, **given):
    """A cursor of a connection to the database of the tests (or the ``given`` one) under ``limits``."""
    settings = connection.settings_dict | given
    options = database("postgres://" if settings["ENGINE"] == POSTGRESQL else "sqlite://:memory:", limits)["OPTIONS"]
    another = load_backend(settings["ENGINE"]).DatabaseWrapper(settings | {"OPTIONS": options}, "limited")
    with closing(another), another.cursor() as cursor:
        yield cursor


def test_visitors_wait_so_long():
    assert Limits() == Limits(statement=3_000, lock=2_000, connection=2, turn=5)
    assert (health.PATIENCE, gunicorn.timeout, gunicorn.graceful_timeout) == (1.0, 30, 5)


@pytest.mark.django_db
@on_postgresql
@pytest.mark.parametrize(("limits", "shown"), [(Limits(), ("3s", "2s")), (Limits(statement=0), ("0", "2s"))])
def test_limits_reach_the_server(limits, shown):
    with served(limits) as cursor:
        cursor.execute("SELECT current_setting('statement_timeout'), current_setting('lock_timeout')")

        assert cursor.fetchone() == shown


@pytest.mark.django_db
@on_postgresql
def test_tests_wait_longer():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('statement_timeout'), current_setting('lock_timeout')")

        assert cursor.fetchone() == ("5min", "5min")


@pytest.mark.django_db
@on_postgresql
def test_statement_that_takes_too_long_is_given_up():
    with served(Limits(statement=50)) as cursor, pytest.raises(OperationalError, match="due to statement timeout"):
        cursor.execute("SELECT pg_sleep(60)")


@pytest.mark.django_db
@on_postgresql
def test_lock_that_another_holds_is_given_up():
    with connection.cursor() as holder:
        holder.execute("LOCK TABLE roles_role IN ACCESS EXCLUSIVE MODE")

        with served(Limits(lock=50)) as cursor, pytest.raises(OperationalError, match="due to lock timeout"):
            cursor.execute("SELECT count(*) FROM roles_role")


@pytest.mark.django_db
@on_sqlite
def test_turn_that_another_writer_holds_is_given_up(tmp_path):
    file = tmp_path / "file.sqlite3"
    with closing(sqlite3.connect(file, isolation_level=None)) as holder:
        holder.execute("PRAGMA journal_mode=WAL")
        holder.execute("BEGIN IMMEDIATE")

        with served(Limits(turn=0), NAME=str(file)) as cursor, pytest.raises(OperationalError, match="is locked"):
            cursor.execute("BEGIN IMMEDIATE")


@on_sqlite
def test_tests_wait_longer_for_their_turn():
    assert (connection.settings_dict["OPTIONS"]["timeout"], PATIENT.turn) == (300, 300)
