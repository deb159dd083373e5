"""A Chromium for the journeys: the one that is there, else the one that can be installed."""

import os
import shutil
from pathlib import Path

from devtools.steps import Stop, quiet, say, step
from devtools.venv import apt_install

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HOW_TO_GET_ONE = "install Chromium (Debian: apt-get install chromium) or set CHROMIUM=/path/to/it, and start again"


def find() -> str | None:
    """The browser of ``$CHROMIUM`` or of the path; nothing is installed."""
    given = os.environ.get("CHROMIUM")
    if given:
        return shutil.which(given)
    return next((path for path in map(shutil.which, NAMES) if path), None)


def find_or_install(python: Path) -> str | None:
    """As ``find``; where there is none: by apt as root, else by playwright's own download (needs its host)."""
    if os.environ.get("CHROMIUM"):
        return find()
    return find() or (apt_install("chromium") and find()) or _download(python)


def _download(python: Path) -> str | None:
    where = "from playwright.sync_api import sync_playwright as p\nwith p() as w: print(w.chromium.executable_path)"
    try:
        path = Path(quiet([python, "-c", where], failure="playwright", timeout=60).strip())
        if not path.is_file():
            with step("Downloading a Chromium with playwright"):
                command: list[str | Path] = [python, "-m", "playwright", "install", "chromium"]
                quiet(command, failure="playwright could not download a browser", timeout=300)
    except Stop as failure:
        say(str(failure))
        return None
    return str(path) if path.is_file() else None
