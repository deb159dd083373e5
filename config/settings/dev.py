"""For developing with ``manage.py runserver``: DEBUG and a throw-away key."""

from django.core.management.utils import get_random_secret_key

from config.settings.base import *  # noqa: F403

DEBUG = True
SECRET_KEY = get_random_secret_key()
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
