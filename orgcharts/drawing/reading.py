"""A chart ready to be printed: rows of the database in, whole numbers, words and links out.

For a page: load the positions with ``Position.objects.in_chart(chart)`` (a fixed number of queries), then

    drawing = drawing_of(chart, positions)

and in the template, inside anything wide enough

    {% include "orgcharts/_chart_svg.html" with drawing=drawing only %}

which prints an ``<svg>`` with links to the pages of the roles, in a frame that scrolls sideways where it is too narrow;
nothing for a chart without positions. Its look is in ``static/css/parts/orgchart.css``. ``drawing.outline`` is the same
chart as a nested list (``orgcharts/_outline.html``). With ``compact=True`` it is a small picture without links, of the
short names, for ``orgcharts/_chart_small.html``. ``orgcharts/chart.svg`` prints it as a file that stands alone.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from orgcharts.drawing.boxes import (
    COMPACT,
    FULL,
    Band,
    Content,
    Scale,
    contents_of,
    height_of,
    notes_of,
    placed,
    printed,
    short_contents_of,
)
from orgcharts.drawing.layout import Line, Spot, arrange
from orgcharts.drawing.tree import Tree, grow
from orgcharts.models import OrgChart, Position

TOLD = 12  # a longer chart is not told in the description of its picture: the nested list does that


@dataclass(frozen=True)
class Box:
    """One position, placed. ``sheets`` are the offsets of the boxes stacked behind it, the hindmost first."""

    slug: str
    spot: Spot
    external: bool
    bands: tuple[Band, ...]
    sheets: tuple[int, ...]


@dataclass(frozen=True)
class Connector:
    """A line between two positions; ``points`` as SVG writes them."""

    points: str
    staff: bool


@dataclass(frozen=True)
class Entry:
    """One position in words: a line of the nested list.

    ``opens`` tells whether a list of its reports follows; ``closes`` has one member for each list that ends after it.
    ``superior`` is whom it reports to as the data says, be it in a ring; ``superior_slug`` only within the chart.
    """

    position: Position
    label: str
    marks: tuple[str, ...]
    superior: str
    superior_slug: str
    opens: bool
    closes: range


@dataclass(frozen=True)
class Drawing:
    """A chart to print; ``boxes`` and ``outline`` are in reading order.

    ``loops`` are the positions, by name, that report to one another in a ring: a fault in the data, which the drawing
    cuts above the first of them. ``strays`` report to somebody outside of the chart. ``kinds`` tells the legend what
    occurs: line, staff, external, multiple, merged, roots (several of them).
    """

    slug: str
    title: str
    description: str
    width: int
    height: int
    boxes: tuple[Box, ...]
    connectors: tuple[Connector, ...]
    outline: tuple[Entry, ...]
    loops: tuple[tuple[str, ...], ...]
    strays: tuple[str, ...]
    kinds: frozenset[str]


def drawing_of(
    chart: OrgChart,
    positions: Iterable[Position],
    *,
    compact: bool = False,
    more: Mapping[str, str] = MappingProxyType({}),
) -> Drawing:
    """Draw ``positions`` (loaded with their roles) as ``chart``; no query of its own.

    ``more`` has further notes for positions, by slug.
    """
    by_slug = {position.slug: position for position in positions}
    labels = _labels(by_slug)
    tree = tree_of(by_slug.values())
    scale, say = (COMPACT, short_contents_of) if compact else (FULL, contents_of)
    contents = {slug: say(position, scale, more=more.get(slug, "")) for slug, position in by_slug.items()}
    heights = {slug: height_of(bands, scale) for slug, bands in contents.items()}
    staff = {slug for slug, position in by_slug.items() if position.is_staff}
    layout = arrange(tree, heights, staff=staff, measures=scale.measures)
    return Drawing(
        slug=chart.slug,
        title=printed(chart.name),
        description=_description(tree, labels, staff),
        width=layout.width + scale.sheet,
        height=layout.height + scale.sheet,
        boxes=tuple(_box(by_slug[slug], spot, contents[slug], scale) for slug, spot in layout.spots.items()),
        connectors=tuple(_connector(line, staff) for line in layout.lines),
        outline=_outline(tree, by_slug, labels),
        loops=tuple(tuple(labels[slug] for slug in cycle) for cycle in tree.cycles),
        strays=tuple(labels[slug] for slug in tree.strays),
        kinds=_kinds(tree, by_slug, staff),
    )


def outline_of(positions: Iterable[Position]) -> tuple[Entry, ...]:
    """The positions in words, in reading order, without a picture; loaded with their roles, no query of its own."""
    by_slug = {position.slug: position for position in positions}
    return _outline(tree_of(by_slug.values()), by_slug, _labels(by_slug))


def tree_of(positions: Iterable[Position]) -> Tree[str]:
    """Who reports to whom among ``positions``, by slug; somebody outside of them shows up in ``strays``."""
    known = list(positions)
    slugs = {position.pk: position.slug for position in known}
    # A slug never holds a space: the stand-in cannot be one of the chart's own.
    return grow(
        {
            position.slug: slugs.get(position.reports_to_id, " outside") if position.reports_to_id else None
            for position in known
        }
    )


def _labels(by_slug: Mapping[str, Position]) -> dict[str, str]:
    return {slug: printed(position.label) for slug, position in by_slug.items()}


def _box(position: Position, spot: Spot, contents: tuple[Content, ...], scale: Scale) -> Box:
    sheets = (2 * scale.sheet, scale.sheet) if position.is_multiple else ()
    return Box(position.slug, spot, position.is_external, placed(contents, spot, scale), sheets)


def _connector(line: Line[str], staff: Collection[str]) -> Connector:
    return Connector(" ".join(f"{x},{y}" for x, y in line.points), line.child in staff)


def _outline(tree: Tree[str], by_slug: Mapping[str, Position], labels: Mapping[str, str]) -> tuple[Entry, ...]:
    depths = list(tree.depths().items())
    below = [*(depth for _slug, depth in depths[1:]), 0]
    entries = []
    for (slug, depth), after in zip(depths, below, strict=False):
        position = by_slug[slug]
        inside = tree.parents.get(slug) or _above_cut(slug, tree)
        superior = labels[inside] if inside else _outside(position)
        closes = range(max(0, depth - after))
        merged = [_("one person with several roles")] if _is_merged(position) else []
        marks = (*merged, *notes_of(position))
        entries.append(Entry(position, labels[slug], marks, superior, inside, bool(tree.children[slug]), closes))
    return tuple(entries)


def _outside(position: Position) -> str:
    return str(position.reports_to) if position.reports_to_id else ""


def _is_merged(position: Position) -> bool:
    return len(position.roles.all()) > 1


def _above_cut(slug: str, tree: Tree[str]) -> str:
    """Whom the first member of a ring reports to: the second, for a ring runs upwards; else nobody."""
    return next((cycle[1] for cycle in tree.cycles if cycle[0] == slug), "")


def _kinds(tree: Tree[str], by_slug: Mapping[str, Position], staff: Collection[str]) -> frozenset[str]:
    positions = by_slug.values()
    occurring = {
        "line": any(slug not in staff for slug in tree.parents),
        "staff": any(slug in staff for slug in tree.parents),
        "external": any(position.is_external for position in positions),
        "multiple": any(position.is_multiple for position in positions),
        "merged": any(_is_merged(position) for position in positions),
        "roots": len(tree.roots) > 1,
    }
    return frozenset(kind for kind, occurs in occurring.items() if occurs)


def _description(tree: Tree[str], labels: Mapping[str, str], staff: Collection[str]) -> str:
    count = len(labels)
    whole = ngettext("%(count)d position.", "%(count)d positions.", count) % {"count": count}
    if count > TOLD:
        return whole
    told = [
        (_("%(position)s advises %(superior)s.") if slug in staff else _("%(position)s reports to %(superior)s."))
        % {"position": labels[slug], "superior": labels[tree.parents[slug]]}
        if slug in tree.parents
        else _("%(position)s: it is not stated to whom it reports.") % {"position": labels[slug]}
        for slug in tree.walk()
        if slug not in tree.strays  # whoever they report to is not in the picture
    ]
    return " ".join([whole, *told])
