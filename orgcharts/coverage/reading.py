"""A chart seen through its duties: rows in; what each position holds, what falls to nobody, the load by area out."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from orgcharts.coverage.record import Denied, Given, Qualified, given
from orgcharts.coverage.rule import Coverage, Hold, Holding, count, load
from orgcharts.drawing.reading import Entry
from responsibilities.agreement.duty_count import DutyCount
from responsibilities.models import Area, Duty, Involvement
from responsibilities.reading import Shelf, by_area
from roles.models import Role


@dataclass(frozen=True)
class HeldDuty:
    """A duty of one position and its parts in it, in words; ``denials`` are those that documents deny to its roles."""

    duty: Duty
    hold: Hold
    parts: tuple[str, ...]
    denials: tuple[Denied, ...] = ()


@dataclass(frozen=True)
class OpenDuty:
    """A duty that nobody holds, the roles that hold it elsewhere, and those that have it only weakly.

    ``unidentified`` are roles to whom it is given too, and of which no document says who they are: nobody to turn to.
    ``denials`` are the parts in it that documents deny to a role.
    """

    duty: Duty
    takers: tuple[Role, ...]
    qualified: tuple[Qualified, ...] = ()
    unidentified: tuple[Role, ...] = ()
    denials: tuple[Denied, ...] = ()


@dataclass(frozen=True)
class DisputedDuty:
    """A duty held in dispute only. ``settled``: all to whom the documents give it are one person in this chart."""

    duty: Duty
    settled: bool


@dataclass(frozen=True)
class SharedDuty:
    """A part in a duty that several positions play; ``entries`` are theirs."""

    duty: Duty
    part: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Seat:
    """A position and what it has, by area; ``count`` is how much, what it has only weakly included.

    ``parts`` tells how often it plays each part, in words, those that it does not play left out.
    """

    entry: Entry
    count: DutyCount
    shelves: tuple[Shelf[HeldDuty], ...]
    parts: tuple[tuple[str, int], ...]

    @property
    def busiest(self) -> tuple[tuple[Area, int], ...]:
        """The areas with the most duties, three at most, the fullest first."""
        numbers = [(area, sum(held.hold.holds for held in duties)) for area, duties in self.shelves]
        return tuple(sorted(numbers, key=lambda each: -each[1])[:3])


@dataclass(frozen=True)
class LoadRow:
    """An area: how many duties of it each seat holds, in the order of the seats, and how many fall to nobody."""

    area: Area
    numbers: tuple[int, ...]
    nobody: int


@dataclass(frozen=True)
class Lens:
    """All that the page of a chart tells of its duties.

    ``helpers`` are the roles outside of the chart that would take duties which nobody has, with how many, most first.
    """

    seats: tuple[Seat, ...]
    rows: tuple[LoadRow, ...]
    uncovered: tuple[OpenDuty, ...]
    conditional: tuple[OpenDuty, ...]
    doubtful: tuple[OpenDuty, ...]
    disputed: tuple[DisputedDuty, ...]
    twice: tuple[SharedDuty, ...]
    helpers: tuple[tuple[Role, int], ...]
    total: int

    @property
    def unheld(self) -> int:
        """How many duties nobody holds: what falls to somebody under a condition or in doubt only is not held."""
        return len(self.uncovered) + len(self.conditional) + len(self.doubtful)

    @property
    def merged(self) -> tuple[Seat, ...]:
        """The seats of one person who holds several roles: what one person takes on is told of these."""
        found = [(seat, seat.entry.position) for seat in self.seats]
        return tuple(seat for seat, held in found if not held.is_multiple and len(held.roles.all()) > 1)


def lens_of(entries: Sequence[Entry]) -> Lens:
    """Look at the positions of a chart (the outline of its drawing); six light queries, however long they are."""
    known = given()
    coverage = known.coverage([entry.position for entry in entries])
    by_slug = {entry.position.slug: entry for entry in entries}
    uncovered = tuple(_open(slug, known) for slug in coverage.uncovered)
    return Lens(
        seats=tuple(_seat(entry, coverage.holdings[slug], known) for slug, entry in by_slug.items()),
        rows=_rows(coverage, known.duties),
        uncovered=uncovered,
        conditional=tuple(_open(slug, known) for slug in coverage.conditional),
        doubtful=tuple(_open(slug, known) for slug in coverage.doubtful),
        disputed=tuple(_disputed(slug, known, entries) for slug in coverage.disputed),
        twice=tuple(
            SharedDuty(
                known.duties[twice.duty],
                label_of(twice.involvement),
                tuple(by_slug[slug] for slug in twice.positions),
            )
            for twice in coverage.twice
        ),
        helpers=tuple(Counter(role for each in uncovered for role in each.takers).most_common()),
        total=len(known.duties),
    )


def _open(slug: str, known: Given) -> OpenDuty:
    denials = known.denials.get(slug, ())
    return OpenDuty(known.duties[slug], known.takers(slug), known.qualified(slug), known.unidentified(slug), denials)


def _disputed(slug: str, known: Given, entries: Iterable[Entry]) -> DisputedDuty:
    people = [{role.slug for role in entry.position.roles.all()} for entry in entries]
    held = [roles for roles in people if roles & known.claimants[slug]]
    return DisputedDuty(known.duties[slug], len(held) == 1 and known.claimants[slug] <= held[0])


def _seat(entry: Entry, holdings: Sequence[Holding], known: Given) -> Seat:
    roles = list(entry.position.roles.all())
    played = Counter(part for holding in holdings if holding.hold.holds for part in holding.involvements)
    return Seat(
        entry,
        count(holdings),
        by_area((_held(holding, roles, known) for holding in holdings), lambda each: each.duty.area),
        tuple((label_of(involvement), played[involvement]) for involvement in in_order(played)),
    )


def _held(holding: Holding, roles: Sequence[Role], known: Given) -> HeldDuty:
    parts = tuple(label_of(involvement) for involvement in in_order(holding.involvements))
    denials = tuple(denied for denied in known.denials.get(holding.duty, ()) if denied.role in roles)
    return HeldDuty(known.duties[holding.duty], holding.hold, parts, denials)


def _rows(coverage: Coverage, duties: Mapping[str, Duty]) -> tuple[LoadRow, ...]:
    areas = {slug: duty.area.slug for slug, duty in duties.items()}
    loads = [load(held, areas) for held in coverage.holdings.values()]
    nobody = [areas[slug] for slug in (*coverage.uncovered, *coverage.conditional, *coverage.doubtful)]
    found = {duty.area.slug: duty.area for duty in duties.values()}
    return tuple(
        LoadRow(area, tuple(counts[slug] for counts in loads), nobody.count(slug)) for slug, area in found.items()
    )


def in_order(involvements: Iterable[str]) -> list[str]:
    """As the glossary lists them: decides, plans, executes, supervises, analyses."""
    return sorted(involvements, key=Involvement.values.index)


def label_of(involvement: str) -> str:
    """The involvement in words."""
    return str(Involvement(involvement).label)
