"""Our commands say in one line that there is no database to work on; they make none."""

import os
import pkgutil
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command, load_command_class
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils.translation import override

from catalogue.management import commands
from catalogue.management.base import CatalogueCommand
from config import prepare

OURS = [module.name for module in pkgutil.iter_modules(commands.__path__)]
HINT = "La prepara «python3 dev.py run», y también «python3 dev.py manage migrate».\n"


def run(command, data, settings_module="config.settings.dev"):
    environment = {**os.environ, "DATA_DIR": str(data), "DJANGO_SETTINGS_MODULE": settings_module}
    environment.pop("DATABASE_URL", None)
    done = subprocess.run(
        [sys.executable, "manage.py", command], cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True
    )
    return done.returncode, done.stdout, done.stderr


def test_commands_of_ours_share_their_base():
    assert OURS == ["audit_catalogue", "load_catalogue"]
    assert all(isinstance(load_command_class("catalogue", name), CatalogueCommand) for name in OURS)


@pytest.mark.parametrize("command", OURS)
def test_a_missing_database_is_told_and_not_made(command, tmp_path):
    data = tmp_path / "var"

    assert run(command, data) == (1, "", f"CommandError: Todavía no hay base de datos. {HINT}")
    assert not data.exists()


def test_an_empty_database_is_told(tmp_path):
    with closing(sqlite3.connect(tmp_path / "quien-hace-que.sqlite3")) as empty:
        empty.execute("PRAGMA user_version = 1")

    told = f"CommandError: La base de datos no está preparada para esta versión del programa. {HINT}"
    assert run("audit_catalogue", tmp_path) == (1, "", told)


def test_what_is_no_database_is_told(tmp_path):
    (tmp_path / "quien-hace-que.sqlite3").write_text("Lista de la compra\n" * 100)

    told = "CommandError: La base de datos no responde como debe: file is not a database\n"
    assert run("audit_catalogue", tmp_path) == (1, "", told)


@pytest.mark.django_db
@pytest.mark.parametrize("command", OURS)
def test_a_database_of_an_older_version_is_told(command):
    MigrationRecorder.Migration.objects.filter(app="catalogue").order_by("-pk")[0].delete()

    with override("en"), pytest.raises(CommandError, match="The database is not prepared for this version"):
        call_command(command)


@pytest.mark.django_db
def test_a_database_that_breaks_off_is_told_in_one_line(monkeypatch):
    def refuse(*args, **options):
        raise OperationalError("database is locked\nby somebody")

    monkeypatch.setattr("catalogue.management.commands.audit_catalogue.audit", refuse)

    with override("en"), pytest.raises(CommandError, match=r"^The database refuses: database is locked$"):
        call_command("audit_catalogue")


@pytest.mark.django_db
def test_a_start_names_what_it_takes_out_and_what_it_leaves_alone(monkeypatch, capsys, settings, tmp_path):
    (tmp_path / "10.yaml").write_text("- {model: roles.role, fields: {slug: a, name_es: A}}\n")
    settings.FIXTURE_DIRS = [tmp_path]
    monkeypatch.setattr(prepare, "collect_static", lambda: False)
    with override("en"):
        prepare.prepare()
        (tmp_path / "10.yaml").write_text("[]")
        capsys.readouterr()
        prepare.prepare()

    said = capsys.readouterr().out.splitlines()
    assert said[2:4] == ["  Removed: role a", "  0 added, 0 changed, 1 removed, 0 left alone."]


def test_rows_that_were_loaded_before_collections_belong_to_the_shipped_one(transactional_db):
    call_command("migrate", "catalogue", "0003", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO catalogue_loadedrow (model, key, digest) VALUES (%s, %s, %s)", ["a.b", "[]", "0" * 64]
        )

    call_command("migrate", "catalogue", verbosity=0)

    with connection.cursor() as cursor:
        cursor.execute("SELECT collection, model FROM catalogue_loadedrow")
        assert cursor.fetchall() == [("shipped", "a.b")]
