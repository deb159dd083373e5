"""docs/api.md tells the truth: each command in it works, and each answer has the keys that are shown."""

import json
import re
import shlex
from pathlib import Path

import pytest
from django.conf import settings

from catalogue.api.views import ENTRANCES, openapi

PAGE = Path(settings.BASE_DIR, "docs", "api.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(sh|json)\n(.*?)```", PAGE, re.DOTALL)
HOST = "http://127.0.0.1:8000"


def commands():
    """Each command, with the status in its comment and, of the last one before an answer, what is shown of it."""
    found = []
    for kind, text in BLOCKS:
        if kind == "json":
            found[-1] = (*found[-1][:2], json.loads(text))
        else:
            lines = [line.partition("  # ") for line in text.strip().splitlines()]
            found += [(command, int(status or 200), None) for command, _, status in lines]
    return found


@pytest.mark.django_db
@pytest.mark.parametrize(("command", "status", "shown"), commands())
def test_command_works_as_printed(client, shipped_content, command, status, shown):
    program, *arguments = shlex.split(command)
    method, headers = "get", {}
    while arguments[0].startswith("-"):
        flag = arguments.pop(0)
        if flag == "-I":
            method = "head"
        elif flag == "-X":
            method = arguments.pop(0).lower()
        elif flag == "-H":
            name, value = arguments.pop(0).split(": ")
            headers[name.lower()] = value
    (address,) = arguments

    response = getattr(client, method)(address.removeprefix(HOST), headers=headers)

    assert (program, address.startswith(HOST), response.status_code) == ("curl", True, status), response.content
    if shown:
        assert missing(shown, response.json()) == []


def missing(shown, answer, place=""):
    """The places of what is shown and not in the answer, or of another kind there; of a list the first item counts."""
    if isinstance(shown, dict):
        if not isinstance(answer, dict):
            return [place]
        absent = [f"{place}.{key}" for key in shown if key not in answer]
        return absent + [
            each for key in shown if key in answer for each in missing(shown[key], answer[key], f"{place}.{key}")
        ]
    if isinstance(shown, list):
        if not isinstance(answer, list) or (shown and not answer):
            return [place]
        return missing(shown[0], answer[0], f"{place}[]") if shown else []
    return [] if shown is None or answer is None or type(shown) is type(answer) else [place]


def test_every_entrance_is_in_the_page():
    assert [name for name in ENTRANCES if f"/api/v1/{name}/" not in PAGE] == []


def test_every_parameter_is_in_the_page():
    names = {parameter["name"] for path in openapi()["paths"].values() for parameter in path["get"]["parameters"]}

    assert sorted(name for name in names - {"id", "key", "slug"} if f"`{name}" not in PAGE) == []
