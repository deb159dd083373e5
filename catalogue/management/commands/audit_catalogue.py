"""``manage.py audit_catalogue``: what is wrong with the knowledge base."""

from collections import Counter
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalogue.content.audit import FACTS, Finding, Level, audit
from catalogue.content.file_checks import audit_files, reviewed_pairs
from catalogue.management.base import CatalogueCommand
from sources.models import Passage


class Command(CatalogueCommand):
    """Parses, calls, prints."""

    help = "Check the rules that span rows: every fact cited, every passage used, no cycle, both languages."

    def add_arguments(self, parser: CommandParser) -> None:
        """What to check, and how strictly."""
        parser.add_argument("--fixtures", action="store_true", help="check the fixture files too")
        parser.add_argument("--folder", type=Path, default=Path(settings.FIXTURE_DIRS[0]), help="the fixture files")
        parser.add_argument("--strict", action="store_true", help="warnings count as errors")

    def handle(self, *args: Any, fixtures: bool, folder: Path, strict: bool, **options: Any) -> None:
        """Check, report, and fail if there is an error."""
        findings = [*(audit_files(folder) if fixtures else []), *audit(reviewed_pairs(folder))]
        for level, style in ((Level.ERROR, self.style.ERROR), (Level.WARNING, self.style.WARNING)):
            self._report(level.value, style, [finding for finding in findings if finding.level is level])
        facts = sum(model._base_manager.count() for model in FACTS)
        self.stdout.write(
            _("%(facts)s facts and %(passages)s passages checked.")
            % {"facts": facts, "passages": Passage.objects.count()}
        )
        failing = [finding for finding in findings if strict or finding.level is Level.ERROR]
        if failing:
            problems = ngettext("The audit failed: %s problem.", "The audit failed: %s problems.", len(failing))
            raise CommandError(problems % len(failing))

    def _report(self, title: str, style: Any, findings: list[Finding]) -> None:
        for finding in findings:
            self.stdout.write(style(f"{title}: {finding}"))
        for code, count in sorted(Counter(finding.code for finding in findings).items()):
            self.stdout.write(f"{title}: {code} × {count}")
