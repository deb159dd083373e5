"""A chart as plain values in the active language, and as a drawing: what every format writes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypedDict

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from orgcharts.drawing.boxes import printed
from orgcharts.drawing.lettering import is_seen
from orgcharts.drawing.reading import Drawing, Entry, drawing_of
from orgcharts.models import ChartCitation, OrgChart, Placement, Position, PositionCitation


class RoleDocument(TypedDict):
    """A role that a position holds."""

    slug: str
    name: str
    abbreviation: str


class PassageDocument(TypedDict):
    """One passage behind the chart or a position."""

    source: str
    cited_as: str
    title: str
    locator: str
    gist: str
    standing: str


class PositionDocument(TypedDict):
    """One box. ``reports_to`` is the slug of another box, null where no document says or it is not of this chart."""

    slug: str
    name: str
    roles: list[RoleDocument]
    reports_to: str | None
    placement: str
    is_external: bool
    is_multiple: bool
    page_url: str
    citations: list[PassageDocument]


class ChartFacts(TypedDict):
    """The whole chart; the positions in reading order, each after the one it reports to."""

    page_url: str
    slug: str
    name: str
    description: str
    setting: str
    language: str
    positions: list[PositionDocument]
    citations: list[PassageDocument]


@dataclass(frozen=True)
class ChartDocument:
    """What is written: ``facts`` in words, ``drawing`` as a picture.

    ``chart`` and ``positions`` are the rows. ``tones`` gives the colour of each role by its slug. ``site`` is the
    beginning of every address, without a slash at its end: a file leads back to where it is from.
    """

    chart: OrgChart
    positions: tuple[Position, ...]
    facts: ChartFacts
    drawing: Drawing
    tones: Mapping[str, str]
    site: str


def document_of(chart: OrgChart, positions: Iterable[Position], *, site: str) -> ChartDocument:
    """The document of ``chart``, loaded ``for_display``, and its ``positions``, loaded ``in_chart``: no query."""
    positions = tuple(positions)
    drawing = drawing_of(chart, positions)
    facts: ChartFacts = {
        "page_url": site + chart.get_absolute_url(),
        "slug": chart.slug,
        "name": printed(chart.name),
        "description": printed(chart.description),
        "setting": chart.setting,
        "language": get_language() or "",
        "positions": [_position(entry, site) for entry in drawing.outline],
        "citations": [_passage(citation) for citation in chart.citations.all()],
    }
    tones = {role.slug: role.tone for position in positions for role in position.roles.all()}
    return ChartDocument(chart, positions, facts, drawing, tones, site)


def lines_of(position: PositionDocument) -> list[str]:
    """What a box says, line by line, each without a line end: its name, the roles behind it, what is special.

    The first line is never empty: a name that cannot be seen gives way to the slug.
    """
    roles = [" ".join(role["name"].split()) for role in position["roles"]]
    name = " ".join(position["name"].split()) if is_seen(position["name"]) else position["slug"]
    notes = {
        _("one person with several roles"): len(roles) > 1,
        _("staff"): position["placement"] == Placement.STAFF,
        _("external"): position["is_external"],
        _("several people"): position["is_multiple"],
    }
    note = " · ".join(note for note, holds in notes.items() if holds)
    held = " + ".join(roles)
    return [line for line in (name, "" if held == name else held, note) if line]


def _position(entry: Entry, site: str) -> PositionDocument:
    position = entry.position
    return {
        "slug": position.slug,
        "name": entry.label,
        "roles": [
            {"slug": role.slug, "name": printed(role.name), "abbreviation": printed(role.abbreviation)}
            for role in position.roles.all()
        ],
        "reports_to": entry.superior_slug or None,
        "placement": position.placement,
        "is_external": position.is_external,
        "is_multiple": position.is_multiple,
        "page_url": site + position.get_absolute_url(),
        "citations": [_passage(citation) for citation in position.citations.all()],
    }


def _passage(citation: ChartCitation | PositionCitation) -> PassageDocument:
    passage = citation.passage
    return {
        "source": passage.source.slug,
        "cited_as": printed(passage.source.cited_as),
        "title": printed(passage.source.title),
        "locator": printed(passage.locator),
        "gist": printed(passage.gist),
        "standing": str(passage.standing),
    }
