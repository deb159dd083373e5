"""Telling the person at the terminal what happens, and stopping with one clear line."""

import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class Stop(Exception):  # noqa: N818 - it stops the command; not every stop is an error of ours
    """Ends the command: its text is the one line that the person reads."""


def say(text: str) -> None:
    """Print at once, also into a pipe."""
    print(text, flush=True)


@contextmanager
def step(text: str) -> Iterator[None]:
    """Announce a step that takes time, and say how long it took."""
    print(f"{text} … ", end="", flush=True)
    start = time.monotonic()
    try:
        yield
    except BaseException:
        say("failed")
        raise
    say(f"{time.monotonic() - start:.1f} s")


def quiet(
    command: Sequence[str | Path], *, failure: str, env: Mapping[str, str] | None = None, timeout: float | None = None
) -> str:
    """Run a program without its chatter and return what it printed; ``Stop`` with ``failure`` and its last line."""
    try:
        done = subprocess.run(
            command, cwd=ROOT, env=env, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=timeout
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Stop(f"{failure}: {error}") from error
    if done.returncode != 0:
        raise Stop(f"{failure}: {last_line(done.stderr) or last_line(done.stdout)}")
    return done.stdout


def last_line(text: str) -> str:
    """The last line that says something."""
    return next((line.strip() for line in reversed(text.splitlines()) if line.strip()), "")
