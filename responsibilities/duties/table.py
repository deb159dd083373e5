"""All duties × roles in brief: what the list of duties and the matrix print, without texts and passages."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from responsibilities.agreement.rule import Agreement, Sign
from responsibilities.compare.rule import Cell, CellState, Part, row_of
from responsibilities.models import Duty, Involvement
from responsibilities.record import DutyClaims
from responsibilities.wording import INITIALS, involvement_label
from roles.models import Role

STEPS = 5  # of the heat of a cell


@dataclass(frozen=True, kw_only=True)
class LedgerPart(Part):
    """One involvement; ``anchor`` is where its responsibility stands on the page of the duty."""

    anchor: str

    @property
    def label(self) -> str:
        """“plans”, in the active language."""
        return involvement_label(self.involvement)

    @property
    def initial(self) -> Promise | str:
        """“P”, likewise."""
        return INITIALS[self.involvement]

    @property
    def has_denial(self) -> bool:
        """Whether a document denies it, counted or not."""
        return bool(self.denied_by or self.doubted)

    @property
    def contested(self) -> bool:
        """Whether one document affirms it and one denies it, counted or not."""
        return not self.denied and self.has_denial


@dataclass(frozen=True)
class LedgerCell:
    """One role × one duty: ``heat`` 0–5 is the share of the voices that describe the role which give it the duty."""

    role: Role
    state: CellState
    voices: tuple[str, ...]
    weight: int
    parts: tuple[LedgerPart, ...]
    total: int

    @property
    def recorded(self) -> bool:
        """Whether any document says something of it."""
        return self.state is not CellState.NOT_RECORDED

    @property
    def has(self) -> bool:
        """Whether it shows that the role has the duty."""
        return self.state is CellState.HAS

    @property
    def heat(self) -> int:
        """0 where no voice is counted, 5 where all the voices that describe the role say so."""
        return -(-STEPS * len(self.voices) // self.total) if self.total else 0


@dataclass(frozen=True)
class LedgerRow:
    """One duty, its agreement (None where no weighed role is named) and its cells, in the order of the roles.

    ``sign`` is the agreement as it is put into words.
    """

    duty: Duty
    agreement: Agreement | None
    sign: Sign | None
    cells: tuple[LedgerCell, ...]
    voices: int

    @property
    def disputed(self) -> bool:
        """Whether the documents differ about any part of it."""
        return self.agreement is Agreement.DISPUTED

    @property
    def recorded(self) -> tuple[LedgerCell, ...]:
        """The cells that say something."""
        return tuple(cell for cell in self.cells if cell.recorded)

    @property
    def beside(self) -> tuple[LedgerCell, ...]:
        """Of those, the cells of the roles beside the core ones."""
        return tuple(cell for cell in self.recorded if not cell.role.is_core)

    @property
    def core(self) -> tuple[LedgerCell, ...]:
        """The cells of the core roles, empty ones too."""
        return tuple(cell for cell in self.cells if cell.role.is_core)


def ledger(
    duties: Iterable[Duty],
    roles: Sequence[Role],
    claims: Mapping[int, DutyClaims],
    describing: Mapping[str, Collection[str]],
) -> list[LedgerRow]:
    """A row for each duty, in their order. No query of its own."""
    slugs = [role.slug for role in roles]
    totals = [len(describing.get(slug, ())) for slug in slugs]
    return [_row(duty, roles, slugs, totals, claims.get(duty.pk)) for duty in duties]


def _row(duty: Duty, roles: Sequence[Role], slugs: list[str], totals: list[int], found: DutyClaims | None) -> LedgerRow:
    if found is None:
        found = DutyClaims({}, ())
    row = row_of(duty.slug, slugs, found.claims, found.verdicts, Involvement.values)
    cells = tuple(_cell(role, cell, total) for role, cell, total in zip(roles, row.cells, totals, strict=True))
    voices = {voice for cell in row.cells for voice in cell.voices}
    return LedgerRow(duty, found.agreement, found.sign, cells, len(voices))


def _cell(role: Role, cell: Cell, total: int) -> LedgerCell:
    parts = tuple(LedgerPart(**vars(part), anchor=f"r-{role.slug}-{part.involvement}") for part in cell.parts)
    return LedgerCell(role, cell.state, cell.voices, cell.weight, parts, total)
