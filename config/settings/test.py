"""For the tests: plain static files, a fast password hash, a key that protects nothing, and nobody's database."""

import os

from config.settings.base import *  # noqa: F403
from config.settings.databases import SQLITE, Limits, database
from config.settings.environment import env

SECRET_KEY = "only-for-tests-" + "0" * 50
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Static files straight from their sources: nothing has to be collected first.
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True

# Tests wait for a busy machine; the limits of a served site have tests of their own.
PATIENT = Limits(statement=300_000, lock=300_000, connection=60, turn=300)


def nobodys(settings: dict[str, object]) -> dict[str, object]:
    """The same server and a database that cannot be there: until the one of the tests is made, each query fails."""
    if settings["ENGINE"] == SQLITE:
        return settings | {"NAME": f"{os.devnull}/no-database", "TEST": {"NAME": None}}
    return settings | {"NAME": "no-database-outside-the-tests", "TEST": {"NAME": "test_quien_hace_que"}}


DATABASES = {"default": nobodys(database(env.str("DATABASE_URL", default="sqlite://:memory:"), PATIENT))}
