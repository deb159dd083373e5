"""What a comparison shows: the rows of some roles, loaded, weighed and arranged. Pages, exports and API share it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from responsibilities.comparison import Cell, CellState, Part, Row, Spread, narrow, row_of
from responsibilities.evidence import DutyClaims, claims_by_duty, describing_voices, trait_voices
from responsibilities.models import Area, Duty, Involvement, Responsibility
from responsibilities.options import ComparisonOptions
from responsibilities.overlap import Intersection, intersections
from responsibilities.summary import Summary, counted, summarise
from responsibilities.wording import SPREADS, STATES, involvement_label
from roles.models import Role, Trait, TraitKind
from sources.models import Passage
from sources.voices import Voices

Describing = Mapping[str, Collection[str]]
Whole = Mapping[Area, Sequence[Row]]


@dataclass(frozen=True)
class ShownPart:
    """One involvement in a cell: ``responsibility`` has its statement and citations, ``total`` the "of 5"."""

    part: Part
    label: str
    responsibility: Responsibility
    total: int


@dataclass(frozen=True)
class ShownCell:
    """One role × one duty as it is shown; ``label`` is the state in words."""

    role: Role
    cell: Cell
    label: str
    parts: tuple[ShownPart, ...]


@dataclass(frozen=True)
class ShownRow:
    """One duty and its cells, in the order of the roles.

    ``spread`` says how many of the roles have it by all that is recorded, also what too few documents state for
    ``row``; ``spread_label`` says it in words.
    """

    duty: Duty
    row: Row
    spread: Spread
    spread_label: str
    cells: tuple[ShownCell, ...]


@dataclass(frozen=True)
class Shelf:
    """The rows of one area, in the editors' order."""

    area: Area
    rows: tuple[ShownRow, ...]


@dataclass(frozen=True)
class ShownTrait:
    """A trait, its counted voices and the number of those that describe its role."""

    trait: Trait
    voices: tuple[str, ...]
    total: int


@dataclass(frozen=True)
class TraitCell:
    """The traits of one kind that one role has; ``state`` says why where there are none."""

    role: Role
    traits: tuple[ShownTrait, ...]
    state: CellState

    @property
    def label(self) -> str:
        """“not recorded”, in the active language."""
        return str(STATES[self.state])


@dataclass(frozen=True)
class TraitRow:
    """The traits of one kind: a cell for each role, in order."""

    kind: str
    label: str
    cells: tuple[TraitCell, ...]


@dataclass(frozen=True)
class SideBySide:
    """Everything that a comparison shows.

    ``summary`` and ``overlap`` are of all rows under the chosen documents, area and number of voices; ``shelves``
    may show only those that differ. ``duties`` finds a duty by its slug.
    """

    options: ComparisonOptions
    roles: tuple[Role, ...]
    shelves: tuple[Shelf, ...]
    traits: tuple[TraitRow, ...]
    summary: Summary
    overlap: tuple[Intersection, ...]
    duties: Mapping[str, Duty]


def load(options: ComparisonOptions, roles: Sequence[Role]) -> SideBySide:
    """The comparison that ``options`` ask for: nine queries, however many roles and duties (seven for one area)."""
    voices = Passage.objects.voices()
    describing = describing_voices(options.sources, voices=voices)
    found = _responsibilities(options)
    whole = _whole(options, found, voices)
    shown = _Shown(roles, found, describing)
    return SideBySide(
        options,
        tuple(roles),
        _shelves(options, whole, shown),
        () if options.area else _traits(options, roles, voices, describing),
        _summary(options, whole, describing),
        intersections(counted((row for rows in whole.values() for row in rows), options.min_voices)),
        shown.duties,
    )


def _responsibilities(options: ComparisonOptions) -> list[Responsibility]:
    found = Responsibility.objects.of_roles(options.roles).according_to(options.sources)
    if options.area:
        found = found.filter(duty__area__slug=options.area)
    return list(found.for_display(options.sources))


def _whole(options: ComparisonOptions, found: Sequence[Responsibility], voices: Voices) -> dict[Area, list[Row]]:
    """The rows of each area before anything is left out of them: one query."""
    duties = {responsibility.duty_id: responsibility.duty for responsibility in found}
    named = Responsibility.objects.of_roles(options.roles).values("duty")
    claims = claims_by_duty(voices, options.sources, duties=named)
    return {
        area: _rows(shelf, options.roles, claims)
        for area, shelf in groupby(duties.values(), key=lambda duty: duty.area)
    }


def _rows(duties: Iterable[Duty], roles: Sequence[str], claims: Mapping[int, DutyClaims]) -> list[Row]:
    known = ((duty, claims[duty.pk]) for duty in duties if duty.pk in claims)
    return [row_of(duty.slug, roles, each.claims, each.verdicts, Involvement.values) for duty, each in known]


def _shelves(options: ComparisonOptions, whole: Whole, shown: "_Shown") -> tuple[Shelf, ...]:
    shelves = []
    for area, rows in whole.items():
        spreads = {row.duty: row.spread for row in rows}
        kept = narrow(rows, min_voices=options.min_voices, only_differences=options.only_differences)
        shelves.append(Shelf(area, tuple(shown.row(row, spreads[row.duty]) for row in kept)))
    return tuple(shelf for shelf in shelves if shelf.rows)


def _summary(options: ComparisonOptions, whole: Whole, describing: Describing) -> Summary:
    """The summary of the areas in which something is left to say."""
    kept = {area.slug: rows for area, rows in whole.items() if narrow(rows, min_voices=options.min_voices)}
    return summarise(kept, options.roles, describing, min_voices=options.min_voices)


class _Shown:
    """Dresses the pure rows with what is printed of them."""

    def __init__(self, roles: Sequence[Role], found: Sequence[Responsibility], describing: Describing) -> None:
        self.roles = {role.slug: role for role in roles}
        self.duties = {responsibility.duty.slug: responsibility.duty for responsibility in found}
        self.parts = {(each.duty.slug, each.role.slug, each.involvement): each for each in found}
        self.totals = {role: len(voices) for role, voices in describing.items()}

    def row(self, row: Row, spread: Spread) -> ShownRow:
        cells = tuple(self._cell(row.duty, cell) for cell in row.cells)
        return ShownRow(self.duties[row.duty], row, spread, str(SPREADS[spread]), cells)

    def _cell(self, duty: str, cell: Cell) -> ShownCell:
        parts = tuple(
            ShownPart(
                part,
                involvement_label(part.involvement),
                self.parts[duty, cell.role, part.involvement],
                self.totals.get(cell.role, 0),
            )
            for part in cell.parts
        )
        return ShownCell(self.roles[cell.role], cell, str(STATES[cell.state]), parts)


def _traits(
    options: ComparisonOptions, roles: Sequence[Role], voices: Voices, describing: Describing
) -> tuple[TraitRow, ...]:
    traits = Trait.objects.filter(role__slug__in=options.roles).exclude(kind=TraitKind.MENTION)
    stated: dict[tuple[str, str], list[ShownTrait]] = {}
    for trait in traits.according_to(options.sources).for_display(options.sources):
        shown = ShownTrait(trait, trait_voices(trait, voices), len(describing.get(trait.role.slug, ())))
        stated.setdefault((trait.kind, trait.role.slug), []).append(shown)
    rows = (
        TraitRow(
            str(kind.value),
            str(kind.label),
            tuple(_trait_cell(role, stated.get((kind.value, role.slug), []), options.min_voices) for role in roles),
        )
        for kind in TraitKind
    )
    return tuple(row for row in rows if any(cell.traits for cell in row.cells))


def _trait_cell(role: Role, stated: Sequence[ShownTrait], min_voices: int) -> TraitCell:
    kept = tuple(shown for shown in stated if len(shown.voices) >= min_voices)
    silent = CellState.FEWER_VOICES if stated else CellState.NOT_RECORDED
    return TraitCell(role, kept, CellState.HAS if kept else silent)
