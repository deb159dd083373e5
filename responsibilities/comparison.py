"""Roles side by side. Claims in, rows of cells with their states out. No Django here.

"Not recorded" is not "no": only a document that denies makes a cell say no.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from responsibilities.agreement import Agreement, Claim, Verdict


class CellState(StrEnum):
    """What the documents record of one role in one duty.

    ``FEWER_VOICES`` appears only where facts with few voices were left out on request (``at_least``): something is
    recorded, so the cell must not read "not recorded".
    """

    HAS = "has"
    DENIED = "denied"
    NOT_RECORDED = "not_recorded"
    FEWER_VOICES = "fewer_voices"


class Spread(StrEnum):
    """How many of the compared roles have a duty."""

    ALL = "all"
    SOME = "some"
    ONE = "one"
    NONE = "none"


@dataclass(frozen=True)
class Part:
    """One involvement of a role in a duty.

    ``voices`` are the counted, affirming ones, ``denied_by`` the counted, denying ones, both sorted; ``uncounted``
    says that the part rests only on claims that do not count (under a condition, doubtful); ``denied`` that no
    document affirms it and one denies it; ``disputed`` that the documents differ about this involvement in this duty.
    """

    involvement: str
    voices: tuple[str, ...]
    denied_by: tuple[str, ...] = ()
    uncounted: bool = False
    denied: bool = False
    disputed: bool = False

    @property
    def weight(self) -> int:
        """The number of voices behind what the part says: those that deny where nobody affirms."""
        return len(self.denied_by if self.denied else self.voices)


@dataclass(frozen=True)
class Cell:
    """One role × one duty: its parts, in the order of the involvements given, and the state they make."""

    role: str
    state: CellState
    parts: tuple[Part, ...] = ()

    @property
    def disputed(self) -> bool:
        """Whether the documents differ about any of the parts."""
        return any(part.disputed for part in self.parts)

    @property
    def voices(self) -> tuple[str, ...]:
        """The voices of all parts together, sorted."""
        return tuple(sorted({voice for part in self.parts for voice in part.voices}))

    @property
    def weight(self) -> int:
        """The number of voices behind its state: those that deny where nobody affirms."""
        return len({voice for part in self.parts for voice in (part.denied_by if part.denied else part.voices)})

    def at_least(self, voices: int) -> "Cell":
        """The cell without the parts that fewer than this many voices state."""
        kept = tuple(part for part in self.parts if part.weight >= voices)
        if self.parts and not kept:
            return Cell(self.role, CellState.FEWER_VOICES)
        return Cell(self.role, _state(kept), kept)


@dataclass(frozen=True)
class Row:
    """One duty and its cells, in the order of the roles given."""

    duty: str
    cells: tuple[Cell, ...]

    @property
    def spread(self) -> Spread:
        """Whether all, some, one or none of the roles have the duty."""
        having = sum(cell.state is CellState.HAS for cell in self.cells)
        if having == 0:
            return Spread.NONE
        if having == len(self.cells):
            return Spread.ALL
        return Spread.ONE if having == 1 else Spread.SOME

    @property
    def disputed(self) -> bool:
        """Whether any cell is."""
        return any(cell.disputed for cell in self.cells)

    @property
    def differs(self) -> bool:
        """Whether the roles differ in state or in the parts they play."""
        first = self.cells[0]
        return any(
            (cell.state, [part.involvement for part in cell.parts])
            != (first.state, [part.involvement for part in first.parts])
            for cell in self.cells[1:]
        )

    @property
    def says_something(self) -> bool:
        """Whether some cell has the duty or denies it."""
        return any(cell.state in (CellState.HAS, CellState.DENIED) for cell in self.cells)

    def at_least(self, voices: int) -> "Row":
        """The row without the parts that fewer than this many voices state."""
        return replace(self, cells=tuple(cell.at_least(voices) for cell in self.cells))


def narrow(rows: Iterable[Row], *, min_voices: int = 0, only_differences: bool = False) -> tuple[Row, ...]:
    """The rows that remain, in their order: those in which something is left to say and, if asked, that differ."""
    kept = (row.at_least(min_voices) for row in rows)
    return tuple(row for row in kept if row.says_something and (row.differs or not only_differences))


def cell_of(role: str, claims: Iterable[Claim], verdicts: Mapping[str, Verdict], involvements: Sequence[str]) -> Cell:
    """The cell of ``role`` in one duty; ``claims`` are those about this role and duty, in any order.

    ``verdicts`` weigh the whole duty, not only the compared roles: a part is disputed where its verdict is and this
    role is among those that the verdict weighs.
    """
    by_involvement: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_involvement[claim.involvement].append(claim)
    parts = tuple(
        _part(role, by_involvement[involvement], verdicts.get(involvement))
        for involvement in involvements
        if involvement in by_involvement
    )
    return Cell(role, _state(parts), parts)


def row_of(
    duty: str,
    roles: Iterable[str],
    claims: Iterable[Claim],
    verdicts: Mapping[str, Verdict],
    involvements: Sequence[str],
) -> Row:
    """The row of ``duty``: a cell for each of ``roles``, in their order; ``claims`` may name other roles too."""
    by_role: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_role[claim.role].append(claim)
    return Row(duty, tuple(cell_of(role, by_role.get(role, ()), verdicts, involvements) for role in roles))


def _state(parts: tuple[Part, ...]) -> CellState:
    if not parts:
        return CellState.NOT_RECORDED
    return CellState.DENIED if all(part.denied for part in parts) else CellState.HAS


def _part(role: str, claims: list[Claim], verdict: Verdict | None) -> Part:
    affirming = [claim for claim in claims if not claim.denies]
    voices = tuple(sorted({claim.voice for claim in affirming if claim.counts}))
    denied_by = tuple(sorted({claim.voice for claim in claims if claim.counts and claim.denies}))
    disputed = (
        verdict is not None
        and verdict.agreement is Agreement.DISPUTED
        and any(entry.role == role for entry in verdict.roles)
    )
    return Part(
        claims[0].involvement,
        voices,
        denied_by,
        uncounted=not voices if affirming else not denied_by,
        denied=not affirming,
        disputed=disputed,
    )
