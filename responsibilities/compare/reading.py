"""What a comparison shows: the rows of some roles, loaded, weighed and arranged. Pages, exports and API share it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from responsibilities.agreement.rule import named
from responsibilities.compare.overlap import intersections
from responsibilities.compare.pictures import AreaBars, Named, OverlapRow, RoleTotal, ShownDifference, UncountedDuty
from responsibilities.compare.query import ComparisonOptions
from responsibilities.compare.rule import Cell, CellState, Part, Row, Spread, narrow, row_of
from responsibilities.compare.summary import Difference, summarise
from responsibilities.models import Area, Duty, Involvement, Responsibility
from responsibilities.reading import Shelf, ShownPart, shown_part
from responsibilities.record import DutyClaims, Record, claims_of, trait_voices
from responsibilities.wording import SPREADS, state_label
from roles.models import Role, Trait, TraitCitation, TraitKind
from sources.models import Source
from sources.voices import Voices

Describing = Mapping[str, Mapping[str, str]]
Rows = Mapping[Area, Sequence[Row]]


@dataclass(frozen=True)
class ShownCell:
    """One role × one duty as it is shown; ``label`` is the state in words."""

    role: Role
    state: CellState
    label: str
    disputed: bool
    parts: tuple[ShownPart, ...]

    @property
    def has(self) -> bool:
        """Whether it shows that the role has the duty."""
        return self.state is CellState.HAS


@dataclass(frozen=True)
class ShownRow:
    """One duty and its cells, in the order of the roles; ``spread`` is how many of these have it, by these cells."""

    duty: Duty
    spread: Spread
    disputed: bool
    cells: tuple[ShownCell, ...]

    @property
    def spread_label(self) -> str:
        """“shared by all”, in the active language."""
        return str(SPREADS[self.spread])


@dataclass(frozen=True)
class ShownTrait:
    """A trait, its counted voices and the number of those that describe its role; no passages where ``compact``."""

    trait: Trait
    voices: tuple[str, ...]
    total: int
    compact: bool

    @property
    def statement(self) -> str:
        """What its citations share."""
        return self.trait.statement

    @property
    def citations(self) -> list[TraitCitation]:
        """Those that the trait was loaded with."""
        return [] if self.compact else list(self.trait.citations.all())


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
    """Everything that a comparison shows: what its page, its files and its answer print.

    ``sources`` are the documents that it is read according to, if any. The summary (from ``totals`` on) is of the rows
    on the ``shelves`` and no others.
    """

    options: ComparisonOptions
    roles: tuple[Role, ...]
    sources: tuple[Source, ...]
    shelves: tuple[Shelf[ShownRow], ...]
    traits: tuple[TraitRow, ...]
    totals: tuple[RoleTotal, ...]
    differences: tuple[ShownDifference, ...]
    shared: tuple[Duty, ...]
    uncounted: tuple[UncountedDuty, ...]
    bars: tuple[AreaBars, ...]
    overlap: tuple[OverlapRow, ...]

    @property
    def legend(self) -> list[tuple[str, str]]:
        """The marks that the overlap shows, each with its meaning."""
        return sorted({(member.mark, member.label) for row in self.overlap for member in row.members if member.mark})


def load(options: ComparisonOptions, roles: Sequence[Role], sources: Sequence[Source] = ()) -> SideBySide:
    """The comparison that ``options`` ask for: nine queries, however many roles and duties (seven for one area)."""
    record = Record(options.sources)
    voices, describing = record.voices, record.describing
    found = _responsibilities(options)
    rows = _rows(options, found, record)
    shown = _Shown(options, roles, found, describing, voices)
    summary = summarise({area.slug: shelf for area, shelf in rows.items()}, options.roles, describing)
    told = Named(roles, shown.duties, {area.slug: area for area in rows}, options.min_voices)
    return SideBySide(
        options,
        tuple(roles),
        tuple(sources),
        tuple(Shelf(area, tuple(shown.row(row) for row in shelf)) for area, shelf in rows.items()),
        () if options.area else _traits(options, roles, voices, describing),
        told.totals(summary),
        tuple(told.difference(each, shown.speakers(each)) for each in summary.differences),
        told.duties_of(summary.shared),
        told.uncounted(summary),
        told.bars(summary),
        told.overlap(intersections(row for shelf in rows.values() for row in shelf)),
    )


def _responsibilities(options: ComparisonOptions) -> list[Responsibility]:
    found = Responsibility.objects.of_roles(options.roles).according_to(options.sources)
    if options.area:
        found = found.filter(duty__area__slug=options.area)
    return list(found.for_display(options.sources))


def _rows(options: ComparisonOptions, found: Sequence[Responsibility], record: Record) -> Rows:
    """The rows that are shown of each area in which any is: one query."""
    duties = {responsibility.duty_id: responsibility.duty for responsibility in found}
    named = Responsibility.objects.of_roles(options.roles).values("duty")
    claims = record.claims_on(named)
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
        options: ComparisonOptions,
        roles: Sequence[Role],
        found: Sequence[Responsibility],
        describing: Describing,
        voices: Voices,
    ) -> None:
        self.options = options
        self.voices = voices
        self.roles = {role.slug: role for role in roles}
        self.duties = {responsibility.duty.slug: responsibility.duty for responsibility in found}
        self.parts = {(each.duty.slug, each.role.slug, each.involvement): each for each in found}
        self.totals = {role: len(voices) for role, voices in describing.items()}

    def row(self, row: Row) -> ShownRow:
        cells = tuple(self._cell(row.duty, cell) for cell in row.cells)
        return ShownRow(self.duties[row.duty], row.spread, row.disputed, cells)

    def _cell(self, duty: str, cell: Cell) -> ShownCell:
        parts = tuple(self._part(part, self.parts[duty, cell.role, part.involvement]) for part in cell.parts)
        label = state_label(cell.state, self.options.min_voices)
        return ShownCell(self.roles[cell.role], cell.state, label, cell.disputed, parts)

    def _part(self, part: Part, responsibility: Responsibility) -> ShownPart:
        total = self.totals.get(responsibility.role.slug, 0)
        claims = claims_of(responsibility, self.voices)
        return shown_part(part, responsibility, claims, total, compact=self.options.compact)

    def speakers(self, difference: Difference) -> Mapping[str, str]:
        """The voices behind a difference, each with the document that it is named after."""
        found = self.parts[difference.duty, difference.role, difference.part.involvement]
        return named(claim for claim in claims_of(found, self.voices) if claim.affirms)


def _traits(
    options: ComparisonOptions, roles: Sequence[Role], voices: Voices, describing: Describing
) -> tuple[TraitRow, ...]:
    traits = Trait.objects.filter(role__slug__in=options.roles).exclude(kind=TraitKind.MENTION)
    stated: dict[tuple[str, str], list[ShownTrait]] = {}
    for trait in traits.according_to(options.sources).for_display(options.sources):
        total = len(describing.get(trait.role.slug, ()))
        shown = ShownTrait(trait, trait_voices(trait, voices), total, options.compact)
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
