"""From ``DATABASE_URL`` to Django's settings of a database that survives power cuts, restarts and slow queries."""

import warnings
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

SQLITE = "django.db.backends.sqlite3"
POSTGRESQL = "django.db.backends.postgresql"


def database(url: str, *, statement_timeout: int) -> dict[str, Any]:
    """The settings for ``url``; ``statement_timeout`` in milliseconds, 0 for none (PostgreSQL only)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it would say less than the error below
        try:
            found: dict[str, Any] = environ.Env.db_url_config(url)
        except ValueError:
            found = {}
    if found.get("ENGINE") == SQLITE:
        return found | _sqlite()
    if found.get("ENGINE") == POSTGRESQL:
        return found | _postgresql(found.get("OPTIONS", {}), statement_timeout)
    raise ImproperlyConfigured("DATABASE_URL is not of the form postgres://user:password@host:5432/name.")


def _sqlite() -> dict[str, Any]:
    return {
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 5,
            # FULL: an acknowledged edit survives a power cut; editors are few, so the cost is not felt.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        },
    }


def _postgresql(options: dict[str, Any], statement_timeout: int) -> dict[str, Any]:
    limits = f"-c statement_timeout={statement_timeout} -c lock_timeout=2000"
    return {
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 2} | options | {"options": limits},
    }
