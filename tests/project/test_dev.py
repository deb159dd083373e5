import os
import shutil
import socket
import stat
import subprocess
import sys

import pytest

from devtools import chromium, cli, postgres, serve, suite, venv
from devtools.steps import ROOT, Stop, last_line, quiet

pytestmark = pytest.mark.static


@pytest.fixture
def copy(tmp_path):
    """The command alone, without an environment: what stops it must stop it before anything is installed."""
    shutil.copy(ROOT / "dev.py", tmp_path)
    shutil.copytree(ROOT / "devtools", tmp_path / "devtools", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def dev(folder, *arguments, program=("dev.py",), **environment):
    command = [sys.executable, "-B", *program, *arguments]
    env = {"PATH": os.environ["PATH"], "HOME": str(folder), **environment}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, timeout=600)
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def taken():
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(1)
        yield server.getsockname()[1]


def test_dev_on_an_old_python(copy):
    old = "import sys, runpy; sys.version_info = (3, 10, 13); runpy.run_path('dev.py', run_name='__main__')"

    answer = dev(copy, program=("-c", old))

    assert answer == (1, "", "dev.py needs Python 3.11 or newer; this is Python 3.10.\n")


@pytest.mark.parametrize(("arguments", "status"), [([], 2), (["fly"], 2), (["--help"], 0)])
def test_dev_without_a_known_command(copy, arguments, status):
    returned, stdout, stderr = dev(copy, *arguments)

    assert (returned, stdout + stderr) == (status, cli.USAGE)


def test_dev_run_on_a_taken_port(copy, taken):
    status, stdout, stderr = dev(copy, "run", PORT=str(taken))

    assert (status, stdout) == (1, "")
    assert stderr == (
        f"dev.py: Cannot serve at 127.0.0.1:{taken}: Address already in use. Choose another port with PORT=8001.\n"
    )
    assert not (copy / ".venv").exists()


@pytest.mark.parametrize("port", ["abc", "0", "65536", "-1", "8000.0", "٨٠"])
def test_dev_run_on_what_is_no_port(copy, port):
    assert dev(copy, "run", PORT=port) == (1, "", f"dev.py: PORT is {port!r}: give a number from 1 to 65535.\n")


def test_dev_run_with_a_folder_that_cannot_be_written(copy, free_port):
    (copy / "file").write_text("")

    status, stdout, stderr = dev(copy, "run", PORT=free_port, DATA_DIR=str(copy / "file" / "var"))

    assert (status, stdout) == (1, "")
    assert stderr == f"dev.py: Cannot write in {copy / 'file' / 'var'}: Not a directory.\n"


@pytest.fixture
def free_port():
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        return str(server.getsockname()[1])


@pytest.mark.parametrize(
    ("url", "complaint"),
    [
        (
            "postgres://who:secret@127.0.0.1:9/what",
            'Cannot reach the database of DATABASE_URL: connection to server at "127',
        ),
        ("postgresql//who:secret@127.0.0.1/what", "DATABASE_URL is not of the form postgres://"),
    ],
)
def test_preparation_without_its_database(tmp_path, url, complaint):
    environment = {"SECRET_KEY": "k" * 50, "ALLOWED_HOSTS": "localhost", "DATA_DIR": str(tmp_path)}

    status, stdout, stderr = dev(ROOT, program=("-m", "config.prepare"), DATABASE_URL=url, **environment)

    assert (status, stdout, stderr.count("\n")) == (1, "", 1)
    assert stderr.startswith(f"dev.py: {complaint}")
    assert "secret" not in stderr


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("HTTPS", "maybe", "true or false"),
        ("TRUST_X_FORWARDED_PROTO", "ja", "true or false"),
        ("HSTS_SECONDS", "x", "a whole number, 0 or more"),
        ("PROXIES", "x", "a whole number, 0 or more"),
        ("DB_STATEMENT_TIMEOUT", "x", "a whole number, 0 or more"),
        ("WEB_CONCURRENCY", "abc", "a whole number, 1 or more"),
        ("WEB_THREADS", "0", "a whole number, 1 or more"),
    ],
)
def test_preparation_with_a_setting_that_is_not_understood(tmp_path, name, value, wanted):
    environment = {"SECRET_KEY": "k" * 50, "ALLOWED_HOSTS": "localhost", "DATA_DIR": str(tmp_path), name: value}

    answer = dev(ROOT, program=("-m", "config.prepare"), **environment)

    assert answer == (1, "", f"dev.py: {name} is {value!r}: give {wanted}.\n")


def test_preparation_without_hosts(tmp_path):
    environment = {"SECRET_KEY": "k" * 50, "ALLOWED_HOSTS": "", "DATA_DIR": str(tmp_path)}

    answer = dev(ROOT, program=("-m", "config.prepare"), **environment)

    complaint = "ALLOWED_HOSTS names no host: give at least one, with commas between them."
    assert answer == (1, "", f"dev.py: {complaint}\n")


def test_checks_of_a_change_fail_without_a_browser():
    assert "\nexport CI=true\n" in (ROOT / ".ci" / "run").read_text()


def test_checks_of_a_change_are_the_tests_and_the_linters():
    scripts = {name: (ROOT / ".ci" / name).read_text() for name in ("run", "lint")}

    assert ("dev.py test" in scripts["run"], ".ci/lint" in scripts["run"]) == (True, True)
    assert ("dev.py test" in scripts["lint"], "pytest" in scripts["lint"]) == (False, False)
    assert [name for name in scripts if not os.access(ROOT / ".ci" / name, os.X_OK)] == []


def test_secret_key_is_made_once_and_is_for_nobody_else(tmp_path):
    first = serve.secret_key_file(tmp_path).read_text()
    second = serve.secret_key_file(tmp_path).read_text()

    assert first == second
    assert len(first) > 50
    assert "$" not in first
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_environment_of_a_server_keeps_what_is_given(monkeypatch, tmp_path):
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setenv("ALLOWED_HOSTS", "who.example")
    monkeypatch.setenv("SECRET_KEY", "given")
    monkeypatch.delenv("SECRET_KEY_FILE", raising=False)

    env = serve.environment()

    assert (env["ALLOWED_HOSTS"], env["SECRET_KEY"], env["HTTPS"]) == ("who.example", "given", "false")
    assert "SECRET_KEY_FILE" not in env
    assert not (tmp_path / "secret_key").exists()


def test_packages_are_installed_again_when_the_lock_changes(monkeypatch, tmp_path):
    lock = tmp_path / "requirements.txt"
    lock.write_text("django==5.2.19\n")
    monkeypatch.setattr(venv, "VENV", tmp_path)
    venv._stamp(lock).write_text(venv._digest(lock))

    before = venv._is_installed(lock)
    lock.write_text("django==5.2.20\n")

    assert (before, venv._is_installed(lock)) == (True, False)


def test_chromium_that_is_asked_for_is_not_replaced(monkeypatch, tmp_path):
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "nothing"))

    assert chromium.find_or_install(tmp_path / "python") is None


@pytest.mark.parametrize(
    ("ci", "browser", "statuses", "status"),
    [
        ("", "/usr/bin/chromium", [0, 0, 0], 0),
        ("", None, [0, 0], 0),
        ("true", None, [0, 0], 1),
        ("true", "/usr/bin/chromium", [0, 5, 5], 0),
        ("true", "/usr/bin/chromium", [5, 0, 5], 0),
        ("", "/usr/bin/chromium", [1, 0, 0], 1),
        ("", "/usr/bin/chromium", [0, 2, 0], 2),
        ("", "/usr/bin/chromium", [5, 5, 1], 1),
        ("", None, [0, -9], -9),
        ("", "/usr/bin/chromium", [5, 5, 5], 5),
    ],
)
def test_status_of_the_tests(monkeypatch, capsys, ci, browser, statuses, status):
    left = iter(statuses)
    monkeypatch.setenv("CI", ci)
    monkeypatch.setenv("TEST_DATABASE_URL", "postgres://given")
    monkeypatch.setattr(venv, "ensure", lambda **_: "python")
    monkeypatch.setattr(chromium, "find_or_install", lambda _: browser)
    monkeypatch.setattr(suite, "_pytest", lambda *_, **__: next(left))

    assert suite.test([]) == status
    assert list(left) == []
    assert ("NOT RUN: the journeys" in capsys.readouterr().out) == (browser is None)


def test_runs_of_the_tests_and_what_they_see(monkeypatch):
    runs = []

    def run(command, *, cwd, env):
        runs.append((command[3:], env.get("DATABASE_URL"), env["CHROMIUM"], "DATA_DIR" in env))
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setenv("DATA_DIR", "/somebodys")
    monkeypatch.setenv("DATABASE_URL", "postgres://somebodys")
    monkeypatch.setenv("TEST_DATABASE_URL", "postgres://given")
    monkeypatch.setattr(venv, "ensure", lambda **_: "python")
    monkeypatch.setattr(chromium, "find_or_install", lambda _: "/usr/bin/chromium")
    monkeypatch.setattr(suite.subprocess, "run", run)

    assert suite.test(["-x"]) == 0
    assert runs == [
        ([*suite.IN_PARALLEL, "-m", "not browser", "-x"], None, os.devnull, False),
        (["-m", "browser", "-x"], None, "/usr/bin/chromium", False),
        ([*suite.IN_PARALLEL, "-m", "not static and not browser", "-x"], "postgres://given", os.devnull, False),
    ]


def test_postgres_that_is_given_is_used(monkeypatch, tmp_path):
    monkeypatch.setenv("TEST_DATABASE_URL", "postgres://given")

    with postgres.server(tmp_path / "python") as url:
        assert url == "postgres://given"


def test_quiet_program_that_fails_is_told_by_its_last_line():
    with pytest.raises(Stop, match=r"^It failed: b$"):
        quiet([sys.executable, "-c", "import sys; sys.exit('a\\nb\\n')"], failure="It failed")


def test_last_line_of_nothing():
    assert last_line(" \n\n") == ""
