"""A chart as one flat table: a line for each position, below the one it reports to."""

from django.utils.translation import gettext as _

from orgcharts.exports.document import ChartDocument, PositionDocument
from orgcharts.models import Placement
from web.spreadsheets import csv_text


def as_csv(document: ChartDocument) -> str:
    """A heading and the positions in reading order; whom they report to is the slug in the first column."""
    return csv_text(_headings(), [_line(position) for position in document.facts["positions"]])


def _headings() -> list[str]:
    return [
        _("position"),
        _("name"),
        _("roles"),
        _("reports to"),
        _("placement"),
        _("external"),
        _("several people"),
        _("passages"),
    ]


def _line(position: PositionDocument) -> list[str]:
    return [
        position["slug"],
        position["name"],
        "; ".join(role["name"] for role in position["roles"]),
        position["reports_to"] or "",
        str(Placement(position["placement"]).label),
        _yes_or_no(position["is_external"]),
        _yes_or_no(position["is_multiple"]),
        "; ".join(f"{passage['cited_as']}: {passage['locator']}" for passage in position["citations"]),
    ]


def _yes_or_no(holds: bool) -> str:
    return _("yes") if holds else _("no")
