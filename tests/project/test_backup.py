"""The database file is whole to any SQLite, and docs/deployment.md tells how to copy it and how to go back."""

import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from catalogue.content.writing import load

PAGE = Path(settings.BASE_DIR, "docs", "deployment.md").read_text(encoding="utf-8")
BACKUP, RESTORE = re.findall(r"```sh\n(.*?)```", PAGE.partition("\n## Backup\n")[2], re.DOTALL)
NAME = "quien-hace-que.sqlite3"

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="about the embedded database"),
]


@pytest.fixture
def file(tmp_path):
    """What ``dev.py run`` leaves in ``var``: migrated, loaded, in the journal mode of a server."""
    load(Path(settings.FIXTURE_DIRS[0]))
    path = tmp_path / "var" / NAME
    path.parent.mkdir()
    path.write_bytes(connection.connection.serialize())
    with closing(sqlite3.connect(path)) as served:
        served.execute("PRAGMA journal_mode=WAL")
    return path


def content(path):
    """Every table with its rows, read without anything of Django."""
    with closing(sqlite3.connect(path)) as plain:
        tables = plain.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
        return {(name, sql): plain.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall() for name, sql in tables}


def rows_in(found, table):
    return next(len(rows) for (name, _sql), rows in found.items() if name == table)


def sh(commands, folder):
    return subprocess.run(["sh", "-ec", commands], cwd=folder, check=True, capture_output=True, text=True).stdout


def test_the_file_is_whole_to_any_sqlite(file):
    with closing(sqlite3.connect(file)) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert plain.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_file_can_be_written_out_and_read_in_again(file, tmp_path):
    with closing(sqlite3.connect(file)) as plain, closing(sqlite3.connect(tmp_path / "new.sqlite3")) as new:
        new.executescript("\n".join(plain.iterdump()))
        new.commit()

    assert content(tmp_path / "new.sqlite3") == content(file)
    assert rows_in(content(file), "catalogue_loadedrow") > 1000


def test_the_documented_backup_is_sound_and_the_way_back_works(file, tmp_path):
    with closing(sqlite3.connect(file)) as site:  # a site that runs, its newest row not yet in the file itself
        site.execute("PRAGMA wal_autocheckpoint=0")
        site.execute("INSERT INTO auth_group (name) VALUES ('Newest')")
        site.commit()
        answer = sh(BACKUP, tmp_path)
        before = content(file)
        shutil.copytree(file.parent, tmp_path / "crashed")
    for path in (tmp_path / "crashed").iterdir():  # what a crash leaves, the journal with it
        shutil.copy(path, file.parent)
    with closing(sqlite3.connect(file)) as later:
        later.execute("DELETE FROM auth_group")
        later.commit()

    sh(RESTORE, tmp_path)

    assert answer == "ok\n"
    assert (rows_in(before, "auth_group"), content(file)) == (2, before)
    assert sorted(path.name for path in file.parent.iterdir()) == [NAME]


def test_the_restored_file_still_refuses_what_is_wrong(file, tmp_path):
    sh(BACKUP, tmp_path)

    with closing(sqlite3.connect(tmp_path / "copy.sqlite3")) as plain, pytest.raises(sqlite3.IntegrityError) as refusal:
        plain.execute("UPDATE roles_role SET slug = 'Not Plain' WHERE slug = 'community-manager'")

    assert str(refusal.value) == "CHECK constraint failed: role_slug_plain"
