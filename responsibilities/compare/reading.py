"""What a comparison shows: the rows of some roles, loaded, weighed and arranged. Pages, exports and API share it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from responsibilities.agreement.rule import named, names
from responsibilities.compare.overlap import Intersection, intersections
from responsibilities.compare.query import ComparisonOptions
from responsibilities.compare.rule import Cell, CellState, Part, Row, Spread, narrow, row_of
from responsibilities.compare.summary import Summary, summarise
from responsibilities.models import Area, Duty, Involvement, Responsibility
from responsibilities.record import DutyClaims, claims_by_duty, claims_of, describing_voices, trait_voices
from responsibilities.wording import SPREADS, involvement_label, state_label
from roles.models import Role, Trait, TraitKind
from sources.models import Passage
from sources.voices import Voices

Names = Mapping[tuple[str, str, str], Mapping[str, str]]
Describing = Mapping[str, Mapping[str, str]]
Rows = Mapping[Area, Sequence[Row]]


@dataclass(frozen=True)
class ShownPart:
    """One involvement in a cell: ``responsibility`` has its statement and citations, ``total`` the "of 5".

    ``names`` and ``deniers`` are the documents that its voices, affirming and denying, are named after.
    """

    part: Part
    label: str
    responsibility: Responsibility
    total: int
    names: tuple[str, ...]
    deniers: tuple[str, ...]


@dataclass(frozen=True)
class ShownCell:
    """One role × one duty as it is shown; ``label`` is the state in words."""

    role: Role
    cell: Cell
    label: str
    parts: tuple[ShownPart, ...]


@dataclass(frozen=True)
class ShownRow:
    """One duty and its cells, in the order of the roles."""

    duty: Duty
    row: Row
    cells: tuple[ShownCell, ...]

    @property
    def spread(self) -> Spread:
        """How many of the roles have it, by these cells."""
        return self.row.spread

    @property
    def spread_label(self) -> str:
        """“shared by all”, in the active language."""
        return str(SPREADS[self.spread])


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
    label: str


@dataclass(frozen=True)
class TraitRow:
    """The traits of one kind: a cell for each role, in order."""

    kind: str
    label: str
    cells: tuple[TraitCell, ...]


@dataclass(frozen=True)
class SideBySide:
    """Everything that a comparison shows.

    ``summary`` and ``overlap`` are of the rows on the ``shelves`` and no others. ``duties`` finds a duty by its slug;
    ``names`` tells of each difference, by duty, role and involvement, which document each voice is named after.
    """

    options: ComparisonOptions
    roles: tuple[Role, ...]
    shelves: tuple[Shelf, ...]
    traits: tuple[TraitRow, ...]
    summary: Summary
    overlap: tuple[Intersection, ...]
    duties: Mapping[str, Duty]
    names: Names


def load(options: ComparisonOptions, roles: Sequence[Role]) -> SideBySide:
    """The comparison that ``options`` ask for: nine queries, however many roles and duties (seven for one area)."""
    voices = Passage.objects.voices()
    describing = describing_voices(options.sources, voices=voices)
    found = _responsibilities(options)
    rows = _rows(options, found, voices)
    shown = _Shown(roles, found, describing, voices, options.min_voices)
    summary = summarise({area.slug: shelf for area, shelf in rows.items()}, options.roles, describing)
    return SideBySide(
        options,
        tuple(roles),
        tuple(Shelf(area, tuple(shown.row(row) for row in shelf)) for area, shelf in rows.items()),
        () if options.area else _traits(options, roles, voices, describing),
        summary,
        intersections(row for shelf in rows.values() for row in shelf),
        shown.duties,
        shown.names(summary),
    )


def _responsibilities(options: ComparisonOptions) -> list[Responsibility]:
    found = Responsibility.objects.of_roles(options.roles).according_to(options.sources)
    if options.area:
        found = found.filter(duty__area__slug=options.area)
    return list(found.for_display(options.sources))


def _rows(options: ComparisonOptions, found: Sequence[Responsibility], voices: Voices) -> Rows:
    """The rows that are shown of each area in which any is: one query."""
    duties = {responsibility.duty_id: responsibility.duty for responsibility in found}
    named = Responsibility.objects.of_roles(options.roles).values("duty")
    claims = claims_by_duty(voices, options.sources, duties=named)
    shelves = {area: _shelf(shelf, options, claims) for area, shelf in groupby(duties.values(), lambda duty: duty.area)}
    return {area: rows for area, rows in shelves.items() if rows}


def _shelf(duties: Iterable[Duty], options: ComparisonOptions, claims: Mapping[int, DutyClaims]) -> tuple[Row, ...]:
    known = ((duty, claims[duty.pk]) for duty in duties if duty.pk in claims)
    rows = (row_of(duty.slug, options.roles, each.claims, each.verdicts, Involvement.values) for duty, each in known)
    return narrow(rows, min_voices=options.min_voices, only_differences=options.only_differences)


class _Shown:
    """Dresses the pure rows with what is printed of them."""

    def __init__(
        self,
        roles: Sequence[Role],
        found: Sequence[Responsibility],
        describing: Describing,
        voices: Voices,
        min_voices: int,
    ) -> None:
        self.voices = voices
        self.roles = {role.slug: role for role in roles}
        self.duties = {responsibility.duty.slug: responsibility.duty for responsibility in found}
        self.parts = {(each.duty.slug, each.role.slug, each.involvement): each for each in found}
        self.totals = {role: len(voices) for role, voices in describing.items()}
        self.min_voices = min_voices

    def row(self, row: Row) -> ShownRow:
        return ShownRow(self.duties[row.duty], row, tuple(self._cell(row.duty, cell) for cell in row.cells))

    def _cell(self, duty: str, cell: Cell) -> ShownCell:
        parts = tuple(self._part(part, self.parts[duty, cell.role, part.involvement]) for part in cell.parts)
        return ShownCell(self.roles[cell.role], cell, state_label(cell.state, self.min_voices), parts)

    def _part(self, part: Part, responsibility: Responsibility) -> ShownPart:
        claims = [claim for claim in claims_of(responsibility, self.voices) if claim.counts]
        return ShownPart(
            part,
            involvement_label(part.involvement),
            responsibility,
            self.totals.get(responsibility.role.slug, 0),
            names(claim for claim in claims if not claim.denies),
            names(claim for claim in claims if claim.denies),
        )

    def names(self, summary: Summary) -> Names:
        """The names of the voices behind each difference."""
        keys = [(each.duty, each.role, each.part.involvement) for each in summary.differences]
        claims = {key: claims_of(self.parts[key], self.voices) for key in keys}
        return {key: named(claim for claim in found if claim.affirms) for key, found in claims.items()}


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
    state = CellState.HAS if kept else silent
    return TraitCell(role, kept, state, state_label(state, min_voices))
