"""``run``: from an empty folder to a served knowledge base."""

import os
import secrets
import socket
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

from devtools import venv
from devtools.steps import ROOT, Stop


def run() -> int:
    """Prepare and serve; does not come back, because this process becomes the server."""
    check_port()
    check_writable(ROOT)
    check_writable(data_dir())
    python = venv.ensure()
    env = environment()
    prepared = subprocess.run([python, "-m", "config.prepare"], cwd=ROOT, env=env).returncode
    if prepared == 0:
        become_server(python, env)
    return prepared


def become_server(python: Path, env: Mapping[str, str]) -> NoReturn:
    """Signals and the exit status are gunicorn's from here on."""
    os.chdir(ROOT)
    arguments = [str(python), "-m", "gunicorn", "--config", "python:config.gunicorn", "config.wsgi"]
    os.execve(python, arguments, env)  # noqa: S606


def data_dir() -> Path:
    """Where the embedded database, the secret key and the collected static files live."""
    return Path(os.environ.get("DATA_DIR") or ROOT / "var").resolve()


def environment() -> dict[str, str]:
    """The environment of a server on this machine; what the caller set stands."""
    env = dict(os.environ)
    env.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.prod")
    env.setdefault("DATA_DIR", str(data_dir()))
    env["HTTPS"] = env.get("HTTPS") or "false"
    env.setdefault("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")
    if not env.get("SECRET_KEY") and not env.get("SECRET_KEY_FILE"):
        env.pop("SECRET_KEY", None)
        env["SECRET_KEY_FILE"] = str(secret_key_file(data_dir()))
    return env


def secret_key_file(folder: Path) -> Path:
    """The file of a key that is made once; nobody else may read it. It holds no ``$``, which settings would follow."""
    path = folder / "secret_key"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(64))
    return path


def check_port() -> None:
    """Stop before the slow work if nobody could reach us in the end."""
    host, text = os.environ.get("HOST") or "127.0.0.1", os.environ.get("PORT") or "8000"
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 65536:
        raise Stop(f"PORT is {text!r}: give a number from 1 to 65535.")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, int(text)))
            probe.listen(1)
        except OSError as error:
            why = error.strerror or error
            raise Stop(f"Cannot serve at {host}:{text}: {why}. Choose another port with PORT=8001.") from error


def check_writable(folder: Path) -> None:
    """Stop if nothing can be kept there. Tried for real: rights alone do not tell (root, read-only disks)."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise Stop(f"Cannot write in {folder}: {error.strerror or error}.") from error
