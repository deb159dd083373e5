"""Roles side by side. Claims in, rows of cells with their states out. No Django here.

"Not recorded" is not "no": only a document that denies makes a cell say no.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from responsibilities.agreement.rule import Agreement, Claim, Verdict


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
    """How many of the compared roles have a duty, by the cells of its row.

    ``FEWER``: one at most, and another by fewer documents than were asked for, so that it is not alone with it.
    """

    ALL = "all"  # all, and all play the same parts
    PARTS = "parts"  # all, but not in the same parts
    SOME = "some"
    ONE = "one"
    FEWER = "fewer"
    NONE = "none"


@dataclass(frozen=True)
class Part:
    """One involvement of a role in a duty.

    ``voices`` are the counted, affirming ones, ``denied_by`` the counted, denying ones, both sorted; ``uncounted``
    says that the part rests only on claims that do not count (under a condition, doubtful); ``denied`` that no
    document affirms it and one denies it; ``doubted`` that one denies it, but no denial counts; ``disputed`` that the
    documents differ about this involvement in this duty.
    """

    involvement: str
    voices: tuple[str, ...]
    denied_by: tuple[str, ...] = ()
    uncounted: bool = False
    denied: bool = False
    disputed: bool = False
    doubted: bool = False

    @property
    def weight(self) -> int:
        """The number of voices behind what the part says: those that deny where nobody affirms."""
        return len(self.denied_by if self.denied else self.voices)


@dataclass(frozen=True)
class Cell:
    """One role × one duty: its parts, in the order of the involvements given, and the state they make.

    ``hidden`` are the parts that fewer voices state than were asked for: not shown, but never taken for silence.
    """

    role: str
    state: CellState
    parts: tuple[Part, ...] = ()
    hidden: tuple[Part, ...] = ()

    @property
    def has(self) -> bool:
        """Whether it shows that the role has the duty."""
        return self.state is CellState.HAS

    @property
    def uncounted(self) -> bool:
        """Whether the role has the duty only under a condition or in doubt."""
        return self.has and not self.voices

    @property
    def has_nothing(self) -> bool:
        """Whether no document, however weak, gives the role a part."""
        return all(part.denied for part in (*self.parts, *self.hidden))

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
        hidden = (*self.hidden, *(part for part in self.parts if part.weight < voices))
        return Cell(self.role, CellState.FEWER_VOICES if hidden and not kept else _state(kept), kept, hidden)

    def affirms(self, involvement: str) -> bool:
        """Whether any document, however weak, gives the role this part."""
        return any(part.involvement == involvement and not part.denied for part in (*self.parts, *self.hidden))


@dataclass(frozen=True)
class Row:
    """One duty and its cells, in the order of the roles given."""

    duty: str
    cells: tuple[Cell, ...]

    @property
    def spread(self) -> Spread:
        """Whether all, some, one or none of the roles have the duty."""
        having = sum(cell.has for cell in self.cells)
        if having == len(self.cells):
            return Spread.PARTS if self.differs else Spread.ALL
        if having > 1:
            return Spread.SOME
        if not all(cell.has or cell.has_nothing for cell in self.cells):
            return Spread.FEWER
        return Spread.ONE if having else Spread.NONE

    @property
    def is_shared(self) -> bool:
        """Whether all the roles have the duty, in whatever part."""
        return all(cell.has for cell in self.cells)

    @property
    def alone(self) -> str:
        """The role that alone has the duty, no document giving another of them a part; none: empty."""
        having = [cell.role for cell in self.cells if cell.has]
        return having[0] if self.spread is Spread.ONE else ""

    @property
    def disputed(self) -> bool:
        """Whether any cell is."""
        return any(cell.disputed for cell in self.cells)

    @property
    def differs(self) -> bool:
        """Whether the roles differ in state or in the parts they play."""
        shown = [(cell.state, [(part.involvement, part.denied) for part in cell.parts]) for cell in self.cells]
        return any(each != shown[0] for each in shown[1:])

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
        part_of(role, involvement, by_involvement[involvement], verdicts.get(involvement))
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


def part_of(role: str, involvement: str, claims: Collection[Claim], verdict: Verdict | None) -> Part:
    """What the claims about one role and involvement come to, weighed with ``verdict``."""
    affirming = [claim for claim in claims if not claim.denies]
    denying = [claim for claim in claims if claim.denies]
    voices = tuple(sorted({claim.voice for claim in affirming if claim.counts}))
    denied_by = tuple(sorted({claim.voice for claim in denying if claim.counts}))
    denied = bool(denying) and not affirming
    return Part(
        involvement,
        voices,
        denied_by,
        uncounted=not (denied_by if denied else voices),
        denied=denied,
        disputed=verdict is not None and verdict.agreement is Agreement.DISPUTED and verdict.weighs(role),
        doubted=bool(denying) and not denied_by,
    )
