"""What stands between an installed program and a served one: ``python -m config.prepare``.

Every step may be repeated: it does nothing where nothing is left to do, and never touches what somebody edited.
"""

import hashlib
import os
import secrets
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path


def main() -> int:
    """Prepare the database, the content, the first administrator and the static files; the exit status."""
    # Migrating and loading may take longer than a page may.
    os.environ.setdefault("DB_STATEMENT_TIMEOUT", "0")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.prod")
    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import CommandError
    from django.db import Error

    try:
        import config.gunicorn  # noqa: F401 - what it cannot read stops us here, in one line

        django.setup()
        prepare()
    except (ImproperlyConfigured, Unprepared, CommandError) as error:
        return _refuse(str(error))
    except Error as error:
        return _refuse(f"The database refuses: {_first_line(error)}")
    return 0


class Unprepared(Exception):  # noqa: N818 - one line for the person who starts the server
    """A reason not to serve."""


def prepare() -> None:
    """All steps, in their order."""
    from django.core.management import call_command

    reach_database()
    with _step("Migrating the database"):
        call_command("migrate", verbosity=0, interactive=False)
    report = StringIO()
    with _step("Loading the knowledge base"):
        call_command("load_catalogue", stdout=report)
    for line in report.getvalue().splitlines():
        _say(f"  {line}")
    with _step("Collecting static files"):
        collect_static()
    password = create_first_administrator()
    if password:
        _say(f"\nFirst administrator at /admin/ (shown only this once): user admin, password {password}")


def reach_database() -> None:
    """Stop with one line when the database does not answer; its message holds no password."""
    from django.db import Error, connection

    try:
        connection.ensure_connection()
    except Error as error:
        raise Unprepared(f"Cannot reach the database of DATABASE_URL: {_first_line(error)}") from error


def create_first_administrator() -> str | None:
    """Make the user ``admin`` where there is no administrator yet; its password, which is kept nowhere else."""
    from django.contrib.auth import get_user_model

    users = get_user_model()._default_manager
    if users.filter(is_superuser=True).exists() or users.filter(username="admin").exists():
        return None
    password = secrets.token_urlsafe(15)
    users.create_superuser("admin", email="", password=password)
    return password


def collect_static() -> bool:
    """Collect, hash and compress the static files, if any of them changed since the last time."""
    from django.conf import settings
    from django.core.management import call_command

    root = Path(settings.STATIC_ROOT)
    stamp = root.with_name(f"{root.name}.digest")
    digest = _static_digest()
    if root.is_dir() and stamp.is_file() and stamp.read_text() == digest:
        return False
    stamp.unlink(missing_ok=True)
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(digest)
    return True


def _static_digest() -> str:
    from django.contrib.staticfiles.finders import get_finders

    seen = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            facts = Path(storage.path(name)).stat()
            seen.update(f"{name} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    return seen.hexdigest()


@contextmanager
def _step(text: str) -> Iterator[None]:
    print(f"{text} … ", end="", flush=True)  # noqa: T201
    start = time.monotonic()
    try:
        yield
    except BaseException:
        _say("failed")
        raise
    _say(f"{time.monotonic() - start:.1f} s")


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201


def _refuse(reason: str) -> int:
    print(f"dev.py: {reason}", file=sys.stderr)  # noqa: T201
    return 1


def _first_line(error: Exception) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__)


if __name__ == "__main__":
    sys.exit(main())
