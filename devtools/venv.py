"""The virtual environment: made once, installed again whenever the lock changes."""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from devtools.steps import ROOT, Stop, last_line, quiet, say, step

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
RUNTIME = ROOT / "requirements.txt"
DEVELOPMENT = ROOT / "requirements-dev.txt"  # contains everything of the runtime lock, at the same versions


def ensure(*, development: bool = False) -> Path:
    """The Python of an environment in which the locked packages are installed. Quick when they already are."""
    wanted = DEVELOPMENT if development else RUNTIME
    if not _works():
        _create()
    if not any(_is_installed(lock) for lock in {wanted, DEVELOPMENT}):
        _install(wanted)
    return PYTHON


def _stamp(lock: Path) -> Path:
    return VENV / f".{lock.stem}.installed"


def _digest(lock: Path) -> str:
    """Of the lock and of the place of the environment: a copied folder holds scripts that point to the original."""
    return hashlib.sha256(lock.read_bytes() + str(VENV).encode()).hexdigest()


def _is_installed(lock: Path) -> bool:
    stamp = _stamp(lock)
    return stamp.is_file() and stamp.read_text() == _digest(lock)


def _works() -> bool:
    if not PYTHON.exists():
        return False
    check = "import sys; sys.exit(sys.version_info < (3, 11) or sys.prefix == sys.base_prefix)"
    try:
        return subprocess.run([PYTHON, "-c", check], capture_output=True).returncode == 0
    except OSError:
        return False


def _create() -> None:
    with step(f"Making the virtual environment in {VENV.name}/"):
        if VENV.exists():
            shutil.rmtree(VENV)
        try:
            venv.create(VENV, with_pip=importlib.util.find_spec("ensurepip") is not None, symlinks=True)
        except (OSError, subprocess.CalledProcessError) as error:
            raise Stop(f"Cannot make the virtual environment in {VENV}: {error}") from error


def _pip() -> list[str | Path]:
    """The environment's own pip, or the one outside where Python came without ensurepip (Debian's minimal one)."""
    if subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True).returncode == 0:
        return [PYTHON, "-m", "pip"]
    if importlib.util.find_spec("pip") is not None:
        return [sys.executable, "-m", "pip", "--python", PYTHON]
    raise Stop("This Python has neither ensurepip nor pip: install python3-venv (or python3-pip) and start again.")


def _install(lock: Path) -> None:
    count = sum("==" in line for line in lock.read_text().splitlines())
    command = [*_pip(), "install", "--disable-pip-version-check", "--no-input", "--quiet", "--require-hashes"]
    for stamp in (_stamp(RUNTIME), _stamp(DEVELOPMENT)):
        stamp.unlink(missing_ok=True)
    with step(f"Installing {count} packages from {lock.name} (the first time may take some minutes)"):
        done = subprocess.run([*command, "-r", lock], cwd=ROOT, capture_output=True, text=True)
        if done.returncode != 0:
            say("")
            raise Stop(f"Cannot install the packages of {lock.name}: {last_line(done.stderr)}")
    _stamp(lock).write_text(_digest(lock))


def apt_install(*packages: str) -> bool:
    """Install packages of Debian where this is possible without asking anybody: as root, with apt-get."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        with step(f"Installing {', '.join(packages)} with apt-get"):
            quiet(["apt-get", "update"], failure="apt-get update", env=env, timeout=300)
            quiet(["apt-get", "install", "-y", "--no-install-recommends", *packages], failure="apt-get", env=env)
    except Stop as failure:
        say(str(failure))
        return False
    return True
