"""The commands of dev.py."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from devtools import serve, suite, venv
from devtools.steps import ROOT, Stop

USAGE = """\
usage: python3 dev.py COMMAND

  run              serve the knowledge base at http://127.0.0.1:8000 (PORT moves it)
  test [ARGUMENTS] run every test; ARGUMENTS go to pytest
  manage COMMAND   Django's manage.py with the settings and the data of "run"
  messages         bring locale/es up to date with the code and compile it
  lock             pin the packages of requirements*.in again
"""


def main(arguments: Sequence[str]) -> int:
    """Carry out a command; the exit status. Whatever stops it is one line on standard error."""
    commands: dict[str, Callable[[Sequence[str]], int]] = {
        "run": lambda _: serve.run(),
        "test": suite.test,
        "manage": manage,
        "messages": messages,
        "lock": lock,
    }
    if not arguments or arguments[0] not in commands:
        asked_for_help = bool(arguments) and arguments[0] in {"help", "-h", "--help"}
        print(USAGE, end="", file=sys.stdout if asked_for_help else sys.stderr)
        return 0 if asked_for_help else 2
    try:
        return commands[arguments[0]](arguments[1:])
    except Stop as stop:
        print(f"dev.py: {stop}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def manage(arguments: Sequence[str]) -> int:
    """``manage.py`` as ``run`` would see the world."""
    serve.check_writable(serve.data_dir())
    python = venv.ensure()
    return subprocess.run([python, "manage.py", *arguments], cwd=ROOT, env=serve.environment()).returncode


def messages(arguments: Sequence[str]) -> int:
    """Extract and compile the Spanish catalogue."""
    python = venv.ensure(development=True)
    return subprocess.run([python, "-m", "devtools.messages", *arguments], cwd=ROOT).returncode


def lock(arguments: Sequence[str]) -> int:
    """Pin again; ``--upgrade`` takes newer versions. The lock names no host."""
    python = venv.ensure(development=True)
    options = ["--universal", "--generate-hashes", "--no-emit-index-url", "--no-header", "--python-version", "3.11"]
    for name in ("requirements", "requirements-dev"):
        files = [f"{name}.in", "--output-file", f"{name}.txt"]
        command: list[str | Path] = [python, "-m", "uv", "pip", "compile", "--quiet", *options, *files, *arguments]
        status = subprocess.run(command, cwd=ROOT).returncode
        if status != 0:
            return status
    return 0
