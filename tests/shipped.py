"""The knowledge base as it ships, for tests that read it."""

from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db.models import Model

from catalogue.parts import PARTS
from orgcharts.models import Position

FIXTURES = sorted(str(path) for path in Path(settings.BASE_DIR, "fixtures").glob("*.yaml"))
MODELS: list[type[Model]] = [*PARTS, Position.roles.through]
_rows: dict[type[Model], list[Model]] = {}


def load_shipped():
    """Into tables without content. ``loaddata`` takes seconds: once in a process, then its rows are written again."""
    if _rows:
        for model, rows in _rows.items():
            model._base_manager.bulk_create(rows)
        return
    call_command("loaddata", *FIXTURES, verbosity=0)
    _rows.update((model, list(model._base_manager.all())) for model in MODELS)
