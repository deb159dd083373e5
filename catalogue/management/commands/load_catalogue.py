"""``manage.py load_catalogue``: load fixture files, keeping what editors did and what other files brought."""

import re
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalogue.content.fixtures import BrokenFixture
from catalogue.content.loading import Plan
from catalogue.content.memory import shipped_folder
from catalogue.content.writing import load
from catalogue.management.base import CatalogueCommand


def name_of_collection(text: str) -> str:
    """As it was given, if it is plain."""
    if len(text) > 80 or not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", text):
        raise CommandError(_("A collection is named in lower-case letters, digits and hyphens."))
    return text


class Command(CatalogueCommand):
    """Parses, calls, prints."""

    help = (
        "Load the knowledge base from fixture files. What editors changed, made or deleted is left alone, and so is "
        "what other collections of files brought."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Where from, and how much."""
        parser.add_argument("--folder", type=Path, default=shipped_folder(), help="the fixture files")
        parser.add_argument(
            "--collection",
            help="the name by which these files are known from one load to the next (default: that of the folder)",
        )
        parser.add_argument(
            "--remove",
            action="store_true",
            help="take out what this collection brought before and the files no longer hold; without it, each such row "
            "is named (the files that come with the program need no telling)",
        )
        parser.add_argument(
            "--overwrite",
            action="store_true",
            help="put back what editors changed or deleted, and count what they changed among what may be removed",
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would be done, and do nothing")

    def handle(
        self, *args: Any, folder: Path, collection: str | None, dry_run: bool, verbosity: int, **options: Any
    ) -> None:
        """Load and report; a dry run says the same as the real one."""
        name = None if collection is None else name_of_collection(collection)
        how = {"overwrite": options["overwrite"], "remove": options["remove"], "dry_run": dry_run}
        try:
            plan = load(folder, collection=name, **how)
        except BrokenFixture as error:
            raise CommandError(refused(error)) from error
        if verbosity:
            self._report(plan, details=verbosity > 1)

    def _report(self, plan: Plan, *, details: bool) -> None:
        for row in plan.remove:
            self.stdout.write(_("Removed: %(row)s") % {"row": row})
        for kept in plan.kept:
            self.stdout.write(_("Left alone: %(row)s") % {"row": kept})
        if details:
            for sign, rows in (("+", plan.add), ("~", plan.change)):
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


def refused(error: BrokenFixture) -> str:
    """What is wrong, a line for each problem."""
    count = len(error.problems)
    if count == 1:
        return _("Nothing was loaded. %(problem)s") % {"problem": error}
    head = ngettext("Nothing was loaded: %(count)s problem.", "Nothing was loaded: %(count)s problems.", count)
    return f"{head % {'count': count}}\n{error}"
