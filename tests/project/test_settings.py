import os
import re
import subprocess
import sys
from datetime import timedelta

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from config.hashers import LeanArgon2PasswordHasher
from config.settings import base
from config.settings.databases import Limits, database
from config.settings.environment import flag, names, number
from devtools.steps import ROOT

LONG_KEY = "k" * 30 + "EY0-_" * 8


@pytest.mark.static
def test_check_deploy_in_production_settings():
    done = manage("check", "--deploy", "--fail-level", "WARNING", SECRET_KEY=LONG_KEY, ALLOWED_HOSTS="a.example")

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.static
@pytest.mark.parametrize(
    ("environment", "complaint"),
    [
        ({"ALLOWED_HOSTS": "a.example"}, "SECRET_KEY"),
        ({"SECRET_KEY": "short", "ALLOWED_HOSTS": "a.example"}, "shorter than 50 characters"),
        ({"SECRET_KEY": LONG_KEY}, "ALLOWED_HOSTS"),
        ({"SECRET_KEY": LONG_KEY, "ALLOWED_HOSTS": " ,"}, "ALLOWED_HOSTS names no host"),
    ],
)
def test_production_settings_have_no_default_for(environment, complaint):
    done = manage("check", **environment)

    assert done.returncode != 0
    assert complaint in done.stderr.splitlines()[-1]


@pytest.mark.static
def test_limits_and_cookies():
    assert {name: getattr(base, name) for name in LIMITS} == LIMITS
    assert LeanArgon2PasswordHasher().encode("x", "somesalt").startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")


LIMITS = {
    "PASSWORD_HASHERS": ["config.hashers.LeanArgon2PasswordHasher"],
    "AXES_FAILURE_LIMIT": 5,
    "AXES_COOLOFF_TIME": timedelta(minutes=15),
    "AXES_LOCKOUT_PARAMETERS": [["username", "ip_address"]],
    "SESSION_COOKIE_SAMESITE": "Lax",
    "CSRF_COOKIE_SAMESITE": "Lax",
    "CSRF_COOKIE_HTTPONLY": True,
    "DATA_UPLOAD_MAX_MEMORY_SIZE": 1_000_000,
    "DATA_UPLOAD_MAX_NUMBER_FIELDS": 4_000,
    "FILE_UPLOAD_HANDLERS": [],
}


@pytest.mark.static
@pytest.mark.parametrize(
    ("text", "value"), [("true", True), ("1", True), ("False", False), ("no", False), ("", True), (" ", True)]
)
def test_flag_of_the_environment(monkeypatch, text, value):
    monkeypatch.setenv("FLAG", text)

    assert flag("FLAG", default=True) is value


@pytest.mark.static
@pytest.mark.parametrize("text", ["maybe", "ture", "2", "-"])
def test_flag_of_the_environment_that_could_mean_either(monkeypatch, text):
    monkeypatch.setenv("FLAG", text)

    with pytest.raises(ImproperlyConfigured, match=re.escape(f"FLAG is {text!r}: give true or false.")):
        flag("FLAG", default=True)


@pytest.mark.static
@pytest.mark.parametrize(("text", "value"), [("", 7), ("0", 0), ("12", 12), (" 3\n", 3)])
def test_number_of_the_environment(monkeypatch, text, value):
    monkeypatch.setenv("NUMBER", text)

    assert number("NUMBER", default=7) == value


@pytest.mark.static
@pytest.mark.parametrize(("text", "least"), [("x", 0), ("-1", 0), ("0", 1), ("1.5", 0), ("٣", 0), ("9" * 5_000, 0)])
def test_number_of_the_environment_that_is_none(monkeypatch, text, least):
    monkeypatch.setenv("NUMBER", text)

    with pytest.raises(ImproperlyConfigured, match=f"^NUMBER is '.*': give a whole number, {least} or more.$"):
        number("NUMBER", default=7, least=least)


@pytest.mark.static
def test_names_of_the_environment(monkeypatch):
    monkeypatch.setenv("NAMES", " a.example, ,b.example,")

    assert (names("NAMES"), names("OTHER_NAMES", default="")) == (["a.example", "b.example"], [])


def manage(*arguments, **environment):
    env = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "config.settings.prod", **environment}
    return subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=env, capture_output=True, text=True)


def test_sqlite_is_safe_against_power_cuts_and_waits_for_its_turn():
    settings = database("sqlite:////data/who.sqlite3", Limits())

    assert settings == {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": "/data/who.sqlite3",
        "USER": "",
        "PASSWORD": "",
        "HOST": "",
        "PORT": "",
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 5,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        },
    }


def test_postgresql_is_given_up_early_and_keeps_what_the_address_asks_for():
    settings = database("postgres://who:secret@db.example:5433/what?sslmode=require", Limits())

    assert settings == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "what",
        "USER": "who",
        "PASSWORD": "secret",
        "HOST": "db.example",
        "PORT": 5433,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "connect_timeout": 2,
            "sslmode": "require",
            "options": "-c statement_timeout=3000 -c lock_timeout=2000",
        },
    }


@pytest.mark.parametrize("url", ["nonsense", "mysql://a/b", "postgres://h:notaport/x", ""])
def test_other_database_is_refused(url):
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL is not of the form"):
        database(url, Limits())


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL always does")
def test_foreign_keys_are_enforced():
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA foreign_keys").fetchone() == (1,)
