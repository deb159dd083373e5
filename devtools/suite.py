"""``test``: every test on SQLite, the journeys in a real browser, and those that ask the database on PostgreSQL."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from devtools import chromium, postgres, venv
from devtools.serve import check_writable
from devtools.steps import ROOT, say

NO_TEST_SELECTED = 5  # pytest's exit status; what was asked for may all be a journey, or static
# A process for each core, each with a database of its own; one that is done takes tests from another.
IN_PARALLEL = ["-n", "auto", "--dist", "worksteal"]


def test(arguments: Sequence[str]) -> int:
    """Run pytest three times with ``arguments``; 0 if all runs passed and, in CI, nothing was left out."""
    check_writable(ROOT)
    python = venv.ensure(development=True)
    browser = chromium.find_or_install(python)
    say("\nSQLite: every test but the journeys")
    statuses = [_pytest(python, [*IN_PARALLEL, "-m", "not browser", *arguments])]
    if browser:
        # One after another: a browser and the server in front of it already fill two cores.
        say(f"\nThe journeys in {browser}")
        statuses.append(_pytest(python, ["-m", "browser", *arguments], browser=browser))
    with postgres.server(python) as url:
        say("\nPostgreSQL: the tests that ask the database")
        statuses.append(_pytest(python, [*IN_PARALLEL, "-m", "not static and not browser", *arguments], url=url))
    say("")
    if browser is None:
        say(f"NOT RUN: the journeys in a browser (tests/browser); {chromium.HOW_TO_GET_ONE}.")
    missing = browser is None and os.environ.get("CI", "").lower() == "true"
    return status_of(statuses) or int(missing)


def status_of(statuses: Sequence[int]) -> int:
    """The first failure. A run without tests is none, unless none of the runs had any."""
    return next((each for each in statuses if each not in {0, NO_TEST_SELECTED}), min(statuses))


def _pytest(python: Path, arguments: Sequence[str], *, url: str | None = None, browser: str | None = None) -> int:
    """Without the settings of a server that may be in the environment: tests never touch somebody's data."""
    foreign = ("DATABASE_URL", "DATABASE_URL_FILE", "DJANGO_SETTINGS_MODULE", "DATA_DIR", "CHROMIUM")
    env = {key: value for key, value in os.environ.items() if key not in foreign}
    if url:
        env["DATABASE_URL"] = url
    env["CHROMIUM"] = browser or os.devnull
    return subprocess.run([python, "-m", "pytest", *arguments], cwd=ROOT, env=env).returncode
