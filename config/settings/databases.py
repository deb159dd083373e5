"""From ``DATABASE_URL`` to Django's settings of a database that survives power cuts, restarts and slow queries."""

import warnings
from dataclasses import dataclass
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

SQLITE = "django.db.backends.sqlite3"
POSTGRESQL = "django.db.backends.postgresql"


@dataclass(frozen=True)
class Limits:
    """How long a visitor may be kept waiting for the database before it is given up."""

    statement: int = 3_000  # milliseconds, 0 for none (PostgreSQL)
    lock: int = 2_000  # milliseconds (PostgreSQL)
    connection: int = 2  # seconds (PostgreSQL)
    turn: int = 5  # seconds until another writer is done (SQLite)


def database(url: str, limits: Limits) -> dict[str, Any]:
    """The settings for ``url``."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it would say less than the error below
        try:
            found: dict[str, Any] = environ.Env.db_url_config(url)
        except ValueError:
            found = {}
    if found.get("ENGINE") == SQLITE:
        return found | _sqlite(limits)
    if found.get("ENGINE") == POSTGRESQL:
        return found | _postgresql(found.get("OPTIONS", {}), limits)
    raise ImproperlyConfigured("DATABASE_URL is not of the form postgres://user:password@host:5432/name.")


def _sqlite(limits: Limits) -> dict[str, Any]:
    return {
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": limits.turn,
            # FULL: an acknowledged edit survives a power cut; editors are few, so the cost is not felt.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        },
    }


def _postgresql(options: dict[str, Any], limits: Limits) -> dict[str, Any]:
    timeouts = f"-c statement_timeout={limits.statement} -c lock_timeout={limits.lock}"
    return {
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": limits.connection} | options | {"options": timeouts},
    }
