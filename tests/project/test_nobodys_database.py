"""No test reaches a database with somebody's data, whichever test is run alone and whatever is in the environment."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

from config.settings.databases import database
from config.settings.test import PATIENT, nobodys
from devtools.steps import ROOT

ASK = """
import django
django.setup()
from django.db import OperationalError, connection
try:
    connection.ensure_connection()
except OperationalError:
    print("no database")
"""


@pytest.mark.parametrize("given", [{}, {"DATABASE_URL": "sqlite:///{}/data.sqlite3"}])
def test_before_the_test_database_is_made_there_is_none(tmp_path, given):
    env = {name: value.format(tmp_path) for name, value in given.items()} | {"PATH": os.environ["PATH"]}
    env |= {"DJANGO_SETTINGS_MODULE": "config.settings.test", "DATA_DIR": str(tmp_path)}

    done = subprocess.run([sys.executable, "-c", ASK], cwd=ROOT, env=env, capture_output=True, text=True)

    assert (done.stdout, done.stderr, list(tmp_path.iterdir())) == ("no database\n", "", [])


@pytest.mark.parametrize(
    ("url", "name", "test_name"),
    [
        ("sqlite:///var/quien-hace-que.sqlite3", os.devnull + "/no-database", None),
        ("postgres://who:secret@db.example/what", "no-database-outside-the-tests", "test_quien_hace_que"),
    ],
)
def test_name_of_a_database_is_never_that_of_the_address(url, name, test_name):
    given = database(url, PATIENT)

    assert nobodys(given) == given | {"NAME": name, "TEST": {"NAME": test_name}}


@pytest.mark.django_db
def test_database_of_the_tests_is_another_than_any_that_is_served():
    assert "memorydb" in connection.settings_dict["NAME"] or connection.settings_dict["NAME"].startswith(
        "test_quien_hace_que"
    )
    assert str(settings.BASE_DIR) not in str(connection.settings_dict["NAME"])


def test_every_test_that_uses_the_database_says_so(request):
    """What only a fixture asks for, pytest-django does not prepare."""
    asking = [item for item in request.session.items if "django_db_setup" in item.fixturenames]

    assert [item.nodeid for item in asking if not item.get_closest_marker("django_db")] == []
