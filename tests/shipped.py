"""The knowledge base as it ships, for tests that read it."""

from django.core.management import call_command
from django.db.models import Model
from reversion.models import Revision, Version

from catalogue.models import LoadedRow
from editing.content import kinds
from orgcharts.models import Position

MODELS: list[type[Model]] = [*kinds(), Position.roles.through, LoadedRow, Revision, Version]
_rows: dict[type[Model], list[Model]] = {}


def load_shipped():
    """Into tables without content, as ``dev.py run`` does it.

    That takes seconds: once in a process; afterwards the rows that it made are written again.
    """
    if _rows:
        for model, rows in _rows.items():
            model._base_manager.bulk_create(rows)
        return
    call_command("load_catalogue", verbosity=0)
    _rows.update((model, list(model._base_manager.all())) for model in MODELS)
