"""``test``: every test on SQLite with a real browser, then those that ask the database on a real PostgreSQL."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from devtools import chromium, postgres, venv
from devtools.serve import check_writable
from devtools.steps import ROOT, say

NO_TEST_SELECTED = 5  # pytest's exit status; on PostgreSQL all that was asked for may be static or a journey


def test(arguments: Sequence[str]) -> int:
    """Run pytest twice with ``arguments``; 0 if both runs passed and, in CI, nothing was left out."""
    check_writable(ROOT)
    python = venv.ensure(development=True)
    browser = chromium.find_or_install(python)
    say("\nSQLite: every test" + (f", the journeys in {browser}" if browser else ""))
    sqlite = _pytest(python, arguments, browser=browser)
    with postgres.server(python) as url:
        say("\nPostgreSQL: the tests that ask the database")
        status = _pytest(python, ["-m", "not static and not browser", *arguments], url=url)
    postgresql = 0 if status == NO_TEST_SELECTED and sqlite == 0 else status
    say("")
    if browser is None:
        say(f"NOT RUN: the journeys in a browser (tests/browser); {chromium.HOW_TO_GET_ONE}.")
    missing = browser is None and os.environ.get("CI", "").lower() == "true"
    return sqlite or postgresql or int(missing)


def _pytest(python: Path, arguments: Sequence[str], *, url: str | None = None, browser: str | None = None) -> int:
    """Without the settings of a server that may be in the environment: tests never touch somebody's data."""
    foreign = ("DATABASE_URL", "DATABASE_URL_FILE", "DJANGO_SETTINGS_MODULE", "DATA_DIR", "CHROMIUM")
    env = {key: value for key, value in os.environ.items() if key not in foreign}
    if url:
        env["DATABASE_URL"] = url
    env["CHROMIUM"] = browser or os.devnull
    return subprocess.run([python, "-m", "pytest", *arguments], cwd=ROOT, env=env).returncode
