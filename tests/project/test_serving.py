"""A start as ``dev.py run`` makes it, without the installing: prepared twice, then served by the real server."""

import re
import signal
import socket
import sqlite3
import subprocess
import sys
import urllib.error
import urllib.request

import pytest

from devtools import serve
from devtools.steps import ROOT

pytestmark = pytest.mark.static

PASSWORD = re.compile(r"user admin, password (\S+)")


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        for name in ("SECRET_KEY", "SECRET_KEY_FILE", "DATABASE_URL", "ALLOWED_HOSTS", "HTTPS"):
            patch.delenv(name, raising=False)
        patch.setenv("DJANGO_SETTINGS_MODULE", "config.settings.prod")
        patch.setenv("DATA_DIR", str(tmp_path_factory.mktemp("data")))
        return serve.environment() | {"PORT": str(probe.getsockname()[1]), "WEB_CONCURRENCY": "2"}


def prepare(environment):
    command = [sys.executable, "-m", "config.prepare"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=600)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.fixture(scope="module")
def prepared(environment):
    """The output of two preparations, between which somebody edited."""
    first = prepare(environment)
    with sqlite3.connect(f"{environment['DATA_DIR']}/quien-hace-que.sqlite3") as database:
        database.execute("UPDATE roles_role SET name_es = 'Editado' WHERE slug = 'community-manager'")
    database.close()
    return first, prepare(environment)


@pytest.fixture(scope="module")
def server(environment, prepared):
    command = [sys.executable, "-m", "gunicorn", "--config", "python:config.gunicorn", "config.wsgi"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    line = next(line for line in process.stdout if line.strip())
    yield process, line, f"http://127.0.0.1:{environment['PORT']}"
    if process.poll() is None:
        process.kill()
    process.wait()
    process.stdout.close()


def get(address):
    try:
        with urllib.request.urlopen(address, timeout=300) as response:
            return response.status, response.headers, response.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read().decode()


def patiently(address):
    """The answer once it is no 503: a busy machine may need more than the second that the database has."""
    for _ in range(60):
        answer = get(address)
        if answer[0] != 503:
            break
    return answer


def test_preparation_tells_the_password_once(prepared):
    first, second = prepared

    assert len(PASSWORD.findall(first)) == 1
    assert PASSWORD.findall(second) == []


def test_preparation_keeps_what_was_edited(environment, prepared):
    with sqlite3.connect(f"{environment['DATA_DIR']}/quien-hace-que.sqlite3") as database:
        rows = database.execute("SELECT name_es FROM roles_role WHERE slug = 'community-manager'").fetchall()
    database.close()

    assert rows == [("Editado",)]


def test_server_tells_its_address_and_serves(server):
    _, line, address = server

    status, _, page = get(f"{address}/")

    assert line == f"Quién hace qué: {address}/ (Ctrl-C stops it)\n"
    assert status == 200
    assert "Editado" in page


def test_server_serves_hashed_and_compressed_static_files(server):
    _, _, address = server
    _, _, page = get(f"{address}/")

    sheets = re.findall(r'href="(/static/[^"]+\.css)"', page)
    status, headers, _ = get(address + sheets[0])

    assert re.search(r"\.[0-9a-f]{12}\.css$", sheets[0])
    assert (status, headers["Cache-Control"]) == (200, "max-age=315360000, public, immutable")
    assert "default-src 'none'" in headers["Content-Security-Policy"]


@pytest.mark.parametrize("length", [5_000, 10_000, 60_000])
def test_server_leaves_long_addresses_to_our_own_refusal(server, length):
    _, _, address = server

    status, headers, page = get(f"{address}/search/?q=" + "a" * length)

    assert (status, headers["Content-Language"]) == (414, "es")
    assert '<main class="page"' in page


@pytest.mark.parametrize(("path", "body"), [("/healthz", "ok\n"), ("/readyz", "ok\n")])
def test_server_is_healthy(server, path, body):
    _, _, address = server

    status, _, page = patiently(address + path)

    assert (status, page) == (200, body)


def test_server_stops_at_ctrl_c(server):
    process, _, _ = server

    process.send_signal(signal.SIGINT)

    assert process.wait(timeout=300) == 0
