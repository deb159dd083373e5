"""A chart cut into sheets of A4 whose letters can be read: what does not fit on one goes on in others."""

from collections import deque
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from orgcharts.drawing.boxes import FULL, contents_of, height_of
from orgcharts.drawing.layout import arrange
from orgcharts.drawing.reading import Drawing, drawing_of, tree_of
from orgcharts.drawing.tree import Tree, grow
from orgcharts.models import OrgChart, Position

Fits = Callable[[int, int], bool]


@dataclass(frozen=True)
class Sheet:
    """One sheet; ``head`` is the label of the position that it goes on from, and ``back`` the sheet where that stands.

    Neither for what stands at the top.
    """

    number: int
    drawing: Drawing
    head: str = ""
    back: int = 0


@dataclass(frozen=True)
class Part:
    """What one sheet shows: ``keys``, of which ``open`` go on elsewhere, below the ``head`` that is among them."""

    head: str
    keys: frozenset[str]
    open: tuple[str, ...]


def sheets_of(chart: OrgChart, positions: Sequence[Position], fits: Fits) -> list[Sheet]:
    """The sheets of ``positions``, loaded with their roles, each as wide and high as ``fits`` allows; no query.

    A box that no sheet holds has one for itself.
    """
    by_slug = {position.slug: position for position in positions}
    tree = tree_of(positions)
    parts = list(_parts(tree, _Measure(tree, by_slug, fits)))
    numbers: dict[str, list[int]] = {}
    homes: dict[str, int] = {}
    for number, part in enumerate(parts, start=1):
        numbers.setdefault(part.head, []).append(number)
        homes.setdefault(part.head, number)
        homes |= dict.fromkeys(part.open, number)
    return [
        Sheet(
            number,
            drawing_of(
                chart,
                [position for position in positions if position.slug in part.keys],
                more={slug: _pointer(numbers[slug]) for slug in part.open},
            ),
            by_slug[part.head].label if part.head else "",
            homes[part.head] if part.head and homes[part.head] < number else 0,
        )
        for number, part in enumerate(parts, start=1)
    ]


def _pointer(numbers: Sequence[int]) -> str:
    if len(numbers) == 1:
        return _("→ sheet %(number)d") % {"number": numbers[0]}
    return _("→ sheets %(first)d–%(last)d") % {"first": numbers[0], "last": numbers[-1]}


class _Measure:
    """Tells whether boxes fit on a sheet together, each of those that lead others with a note where they are."""

    def __init__(self, tree: Tree[str], by_slug: Mapping[str, Position], fits: Fits) -> None:
        self.tree, self.fits = tree, fits
        self.staff = {slug for slug, position in by_slug.items() if position.is_staff}
        notes = {slug: _pointer([1000, 1000]) if below else "" for slug, below in tree.children.items()}
        self.heights = {
            slug: height_of(contents_of(position, FULL, more=notes[slug]), FULL) for slug, position in by_slug.items()
        }

    def holds(self, keys: Collection[str]) -> bool:
        parents = self.tree.parents
        kept = grow({key: parents[key] if parents.get(key) in keys else None for key in keys})
        layout = arrange(kept, self.heights, staff=self.staff, measures=FULL.measures)
        return self.fits(layout.width + FULL.sheet, layout.height + FULL.sheet)


def _parts(tree: Tree[str], measure: _Measure) -> Iterator[Part]:
    """The top first, then what goes on below its boxes, in reading order; each sheet as full as it gets."""
    waiting: deque[tuple[str, tuple[str, ...]]] = deque([("", tree.roots)])
    while waiting:
        head, rest = waiting.popleft()
        while rest:
            part, taken = _fill(head, rest, tree, measure)
            rest = rest[taken:]
            below = [(key, tree.children[key]) for key in part.open]
            if len(part.keys) == 1 and part.open:  # a box at the top that goes on at once: it stands there
                waiting.extendleft(below)
            else:
                yield part
                waiting.extend(below)


def _fill(head: str, rest: Sequence[str], tree: Tree[str], measure: _Measure) -> tuple[Part, int]:
    """One sheet: as many of ``rest`` as fit, at least one, then the reports of each as far as all of them fit."""
    keys = [head] if head else []
    taken = 0
    while taken < len(rest) and (not taken or measure.holds([*keys, rest[taken]])):
        keys.append(rest[taken])
        taken += 1
    pending, left = deque(rest[:taken]), []
    while pending:
        key = pending.popleft()
        below = tree.children[key]
        if below and measure.holds([*keys, *below]):
            keys += below
            pending.extend(below)
        elif below:
            left.append(key)
    return Part(head, frozenset(keys), tuple(left)), taken
