"""Two charts side by side: rows in; each duty that moves, from whom to whom, or that falls off, out."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from orgcharts.changes.rule import Change, Hands, Passing, Side, passings
from orgcharts.coverage.reading import in_order, label_of
from orgcharts.coverage.record import Given, given, slugs_of
from orgcharts.drawing.reading import Drawing, drawing_of
from orgcharts.models import OrgChart, Position
from orgcharts.querysets import held_roles
from responsibilities.models import Duty
from responsibilities.reading import Shelf, by_area
from roles.models import Role


@dataclass(frozen=True)
class Holder:
    """Whose hands: one person's or several people's roles, inside or outside the organisation."""

    roles: tuple[Role, ...]
    external: bool


@dataclass(frozen=True)
class ShownPassing:
    """One duty of a movement; parts that nobody plays any longer or before, in words, and who else could take it.

    ``unidentified`` have it too, and no document says who they are.
    """

    duty: Duty
    lost: tuple[str, ...]
    gained: tuple[str, ...]
    conditional: bool
    doubtful: bool
    takers: tuple[Role, ...]
    unidentified: tuple[Role, ...]


@dataclass(frozen=True)
class Movement:
    """All duties that go the same way, by area."""

    change: Change
    left: tuple[Holder, ...]
    came: tuple[Holder, ...]
    kept: tuple[Holder, ...]
    shelves: tuple[Shelf[ShownPassing], ...]
    count: int

    @property
    def to_nobody(self) -> bool:
        """Whether nobody has the duties afterwards."""
        return self.change in (Change.FALLS, Change.OPEN)

    @property
    def from_nobody(self) -> bool:
        """Whether somebody has at last what nobody had."""
        return self.change is Change.STARTS


@dataclass(frozen=True)
class WhatIf:
    """The two charts, compact pictures of them, and the movements by change, the fullest first.

    ``counts`` has every change. ``gone`` and ``new`` are the roles that only the one or the other chart has.
    """

    before: Drawing
    after: Drawing
    movements: Mapping[str, tuple[Movement, ...]]
    counts: Mapping[str, int]
    gone: tuple[Role, ...]
    new: tuple[Role, ...]

    @property
    def is_still(self) -> bool:
        """Whether no duty changes hands."""
        return all(change in (Change.STAYS, Change.OPEN) for change, count in self.counts.items() if count)


def what_if(before: OrgChart, after: OrgChart) -> WhatIf:
    """What changes from the one chart to the other: eight light queries."""
    known = given()
    positions = _positions(before, after)
    sides = [_side(positions[chart.pk], known) for chart in (before, after)]
    found = passings(sides[0], sides[1], list(known.duties))
    had, has = ({role for hands in side.hands.values() for role in hands.roles} for side in sides)
    return WhatIf(
        before=drawing_of(before, positions[before.pk], compact=True),
        after=drawing_of(after, positions[after.pk], compact=True),
        movements=_movements(found, known),
        counts={change.value: sum(each.change is change for each in found) for change in Change},
        gone=_roles(had - has, known),
        new=_roles(has - had, known),
    )


def _positions(*charts: OrgChart) -> dict[int, list[Position]]:
    """The positions of each chart, with their roles: two queries."""
    found: dict[int, list[Position]] = {chart.pk: [] for chart in charts}
    rows = Position.objects.filter(chart__in=charts).select_related("reports_to").prefetch_related(held_roles())
    for position in rows.order_by("position", "slug"):
        found[position.chart_id].append(position)
    return found


def _side(positions: Collection[Position], known: Given) -> Side:
    hands = {
        position.slug: Hands(tuple(sorted(slugs_of(position))), external=position.is_external) for position in positions
    }
    return Side(known.coverage(positions), hands)


def _movements(found: Iterable[Passing], known: Given) -> dict[str, tuple[Movement, ...]]:
    ways: dict[tuple[Change, Sequence[Hands], Sequence[Hands], Sequence[Hands]], list[Passing]] = defaultdict(list)
    for passing in found:
        ways[passing.change, passing.left, passing.came, passing.kept].append(passing)
    movements = [
        Movement(
            change,
            left=_holders(left, known),
            came=_holders(came, known),
            kept=_holders(kept, known),
            shelves=by_area((_shown(passing, known) for passing in moved), lambda each: each.duty.area),
            count=len(moved),
        )
        for (change, left, came, kept), moved in ways.items()
    ]
    movements.sort(key=lambda movement: -movement.count)
    return {change.value: tuple(each for each in movements if each.change is change) for change in Change}


def _shown(passing: Passing, known: Given) -> ShownPassing:
    duty = known.duties[passing.duty]
    without = {role for hands in passing.left for role in hands.roles}
    takers = tuple(role for role in known.takers(duty.slug) if role.slug not in without)
    unidentified = tuple(role for role in known.unidentified(duty.slug) if role.slug not in without)
    lost, gained = _labels(passing.lost), _labels(passing.gained)
    return ShownPassing(duty, lost, gained, passing.conditional, passing.doubtful, takers, unidentified)


def _labels(involvements: Iterable[str]) -> tuple[str, ...]:
    return tuple(label_of(involvement) for involvement in in_order(involvements))


def _holders(side: Iterable[Hands], known: Given) -> tuple[Holder, ...]:
    return tuple(Holder(_roles(hands.roles, known), hands.external) for hands in side)


def _roles(slugs: Collection[str], known: Given) -> tuple[Role, ...]:
    return tuple(role for role in known.roles if role.slug in slugs)
