"""A framework of thousands of rows loads as the small ones do: at once or not at all."""

import sqlite3
from contextlib import nullcontext

import pytest
from django.core.management import CommandError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from reversion.models import Revision, Version

from catalogue.content.writing import load
from catalogue.models import LoadedRow
from editing.aggregates import BATCH, batches
from editing.content import kinds
from roles.models import Trait
from tests.catalogue.content.frameworks import write_framework
from tests.catalogue.content.loading_steps import command, rewrite

pytestmark = pytest.mark.django_db


@pytest.fixture
def sparing():
    """The database with the limits that SQLite had before 2020, and still has where somebody built it so."""
    if connection.vendor != "sqlite":
        yield nullcontext()
        return
    connection.ensure_connection()
    limit = sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER
    before = connection.connection.setlimit(limit, 999)
    yield
    connection.connection.setlimit(limit, before)


def counts():
    return sum(model._base_manager.count() for model in kinds()), LoadedRow.objects.count(), Version.objects.count()


def test_a_framework_with_a_trait_of_1200_passages_is_loaded_changed_and_removed(tmp_path, sparing):
    rows = write_framework(tmp_path, traits=150, cited=1200)

    plan = load(tmp_path)

    assert rows > 3_300
    assert (len(plan.add), counts(), Revision.objects.count()) == (rows, (rows, rows, rows), 1)
    assert Trait.objects.get(slug="r0").citations.count() == 1200
    rewrite(tmp_path, "framework.yaml", "statement_es: Es.", "statement_es: Es así.")
    assert len(load(tmp_path).change) == 151
    (tmp_path / "framework.yaml").write_text("[]")
    assert len(load(tmp_path, remove=True).remove) == rows
    assert counts()[:2] == (0, 0)


def test_the_queries_grow_by_the_batch(tmp_path, sparing):
    few, many = tmp_path / "few", tmp_path / "many"
    few.mkdir()
    many.mkdir()
    write_framework(few, traits=1, cited=1)
    write_framework(many, traits=1, cited=2 * BATCH)

    with CaptureQueriesContext(connection) as first:
        load(few, dry_run=True)
    with CaptureQueriesContext(connection) as second:
        load(many, dry_run=True)

    # 4 × BATCH rows more; into a statement for SQLite go 999 values, those of 66 rows or more, and each is written
    # thrice: as content, as history, as memory.
    assert len(second) - len(first) < 3 * 4 * BATCH / 66


def test_a_framework_with_one_uncited_fact_is_not_loaded_at_all(tmp_path):
    write_framework(tmp_path, traits=150, cited=1200)
    rewrite(tmp_path, "framework.yaml", "slug: r7\n", "slug: r7-bis\n")

    with pytest.raises(CommandError) as failure:
        command(tmp_path)

    lines = str(failure.value).splitlines()
    assert [line.partition("): ")[2] for line in lines[1:]] == [
        "it cites no passage",
        "trait refers to analista › r7, which does not exist",
    ]
    assert counts() == (0, 0, 0)


def test_batches_leave_nothing_out():
    assert [len(batch) for batch in batches(range(2 * BATCH + 1))] == [BATCH, BATCH, 1]
    assert list(batches([])) == []
