"""What our commands have in common: they say in one line that there is no database to work on."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _


class CatalogueCommand(BaseCommand):
    """Base of commands that need the database as this version of the program wants it."""

    def execute(self, *args: Any, **options: Any) -> str | None:
        """Run, or say in one line why not."""
        try:
            require_database()
            return super().execute(*args, **options)
        except Error as error:
            reason = next(iter(str(error).strip().splitlines()), type(error).__name__)
            raise CommandError(_("The database refuses: %(reason)s") % {"reason": reason}) from error


def require_database() -> None:
    """Refuse where there is no database, or one that was not migrated; none is made by asking."""
    hint = _("“python3 dev.py run” prepares it, and so does “python3 dev.py manage migrate”.")
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite" and not name.startswith(("file:", ":memory:")) and not Path(name).exists():
        raise CommandError(_("There is no database yet.") + " " + hint)
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise CommandError(_("The database is not prepared for this version of the program.") + " " + hint)
