"""``manage.py load_catalogue``: load the fixtures, keeping what editors did."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from catalogue.fixtures import BrokenFixture
from catalogue.loading import Plan
from catalogue.writing import load


class Command(BaseCommand):
    """Parses, calls, prints."""

    help = "Load the knowledge base from the fixture files. What editors changed, made or deleted is left alone."
    requires_migrations_checks = True

    def add_arguments(self, parser: CommandParser) -> None:
        """Where from, and how much."""
        parser.add_argument("--folder", type=Path, default=Path(settings.FIXTURE_DIRS[0]), help="the fixture files")
        parser.add_argument(
            "--overwrite",
            action="store_true",
            help="put back what editors changed or deleted, and remove what they changed and the files no longer hold",
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would be done, and do nothing")

    def handle(self, *args: Any, folder: Path, overwrite: bool, dry_run: bool, **options: Any) -> None:
        """Load and report."""
        try:
            plan = load(folder, overwrite=overwrite, dry_run=dry_run)
        except BrokenFixture as error:
            raise CommandError(_("Nothing was loaded. %(problem)s") % {"problem": error}) from error
        if options["verbosity"]:
            self._report(plan, details=options["verbosity"] > 1)

    def _report(self, plan: Plan, *, details: bool) -> None:
        for kept in plan.kept:
            self.stdout.write(_("Left alone: %(row)s") % {"row": kept})
        if details:
            for sign, rows in (("+", plan.add), ("~", plan.change), ("-", plan.remove)):
                for row in rows:
                    self.stdout.write(f"{sign} {row}")
        if plan.is_empty and not plan.kept:
            self.stdout.write(_("Nothing to change."))
            return
        counts = {
            "added": len(plan.add),
            "changed": len(plan.change),
            "removed": len(plan.remove),
            "kept": len(plan.kept),
        }
        self.stdout.write(_("%(added)s added, %(changed)s changed, %(removed)s removed, %(kept)s left alone.") % counts)
