"""One writer of content at a time, and no edit that is lost because two people had the same page open."""

from django.db import connection, models

from editing.aggregates import state_of

TURN = 0x51484151  # any number, the same in every process


def take_turn() -> None:
    """Wait until no other transaction edits content; the turn ends with the transaction.

    Rules that span rows (no cycle, every fact cited) are read before they are written: two editors at once could each
    keep the rule and break it together. SQLite transactions are IMMEDIATE, so there a turn is taken already.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TURN])


def state_in_turn(whole: models.Model) -> str:
    """The digest of a row and its parts, which nobody can change until the transaction ends."""
    take_turn()
    return state_of(whole, lock=True)
