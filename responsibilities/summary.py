"""What a comparison comes to: counts, what is shared, the sharpest differences. No Django here.

Only what counts makes a headline: parts that rest on claims under a condition or in doubt are named apart. What weak
parts say is left out of the numbers, but never taken for silence: what the other role lacks is read from the whole row.

A difference is sharp when the same documents that describe both roles give a part in a duty to the one and not to
the other: a document that does not know a role says nothing by leaving it out.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from responsibilities.comparison import Cell, CellState, Part, Row, Spread

SHARPEST = 3
NOTHING = (CellState.NOT_RECORDED, CellState.DENIED)  # no document gives the role a part


@dataclass(frozen=True)
class RoleCount:
    """How many duties a role has: in each area, in the order of the areas given, in all, and alone among them.

    ``alone`` are those in which no document, however weak, gives another of the roles a part.
    """

    role: str
    by_area: tuple[int, ...]
    alone: int

    @property
    def total(self) -> int:
        """In all areas together."""
        return sum(self.by_area)


@dataclass(frozen=True)
class Difference:
    """``part`` of ``role`` in ``duty``, which ``pointed`` (voices that describe both roles) do not give to the other.

    ``other`` is the cell of the role that it is compared with, without its weak parts.
    """

    duty: str
    role: str
    part: Part
    other: Cell
    pointed: tuple[str, ...]


@dataclass(frozen=True)
class Uncounted:
    """A duty that these roles, in their order, have only under a condition or in doubt."""

    duty: str
    roles: tuple[str, ...]


@dataclass(frozen=True)
class Summary:
    """The computed text above a comparison; ``shared`` are the duties that all roles have, in the order of rows.

    ``uncounted`` are the duties that some role has without a counted voice; empty where a number of voices is asked
    for, as such parts are then not shown.
    """

    areas: tuple[str, ...]
    counts: tuple[RoleCount, ...]
    shared: tuple[str, ...]
    differences: tuple[Difference, ...]
    uncounted: tuple[Uncounted, ...] = ()

    @property
    def largest(self) -> int:
        """The largest number of duties that a role has in one area: the scale of the picture."""
        return max((number for count in self.counts for number in count.by_area), default=0)


def counted(rows: Iterable[Row], min_voices: int = 0) -> list[Row]:
    """The rows without the parts that do not count here: those that no counted voice, or fewer than asked, state."""
    return [row.at_least(max(min_voices, 1)) for row in rows]


def summarise(
    shelves: Mapping[str, Sequence[Row]],
    roles: Sequence[str],
    describing: Mapping[str, Collection[str]],
    *,
    min_voices: int = 0,
) -> Summary:
    """Sum up the whole rows of each area; ``describing`` are, by role, the voices that describe it at all."""
    rows = [row for shelf in shelves.values() for row in shelf]
    kept = {area: counted(shelf, min_voices) for area, shelf in shelves.items()}
    counts = tuple(
        RoleCount(
            role,
            tuple(sum(_has(row.cells[column]) for row in shelf) for shelf in kept.values()),
            sum(_alone(row, column, min_voices) for row in rows),
        )
        for column, role in enumerate(roles)
    )
    shared = tuple(row.duty for shelf in kept.values() for row in shelf if row.spread is Spread.ALL)
    differences = sharpest(rows, describing, min_voices=min_voices)
    return Summary(tuple(shelves), counts, shared, differences, () if min_voices else _uncounted(rows))


def sharpest(
    rows: Iterable[Row], describing: Mapping[str, Collection[str]], *, min_voices: int = 0, limit: int = SHARPEST
) -> tuple[Difference, ...]:
    """The sharpest differences in whole rows, one for each duty at most, the sharpest first.

    First what most documents that know both roles give to one of them only; then where the other has no part at all;
    then what most voices say; then the order of the rows.
    """
    best = [max(_differences(row, describing, min_voices), key=_sharpness, default=None) for row in rows]
    found = [difference for difference in best if difference is not None]
    return tuple(sorted(found, key=_sharpness, reverse=True)[:limit])


def _sharpness(difference: Difference) -> tuple[int, bool, int]:
    return (len(difference.pointed), difference.other.state in NOTHING, len(difference.part.voices))


def _differences(row: Row, describing: Mapping[str, Collection[str]], min_voices: int) -> Iterator[Difference]:
    """What counts for one role, less what the whole row gives to the other as well."""
    (kept,) = counted([row], min_voices)
    whole = {cell.role: cell for cell in row.cells}
    for cell, other in permutations(kept.cells, 2):
        knowing = set(describing.get(cell.role, ())) & set(describing.get(other.role, ()))
        for part in cell.parts:
            counterparts = (each for each in whole[other.role].parts if each.involvement == part.involvement)
            given = {voice for each in counterparts for voice in each.voices}
            pointed = tuple(sorted((set(part.voices) & knowing) - given))
            if pointed:
                yield Difference(row.duty, cell.role, part, other, pointed)


def _alone(row: Row, column: int, min_voices: int) -> bool:
    """Whether the role counts here and no document gives any of the others a part: weak parts are not silence."""
    others = (cell for place, cell in enumerate(row.cells) if place != column)
    return _has(row.cells[column].at_least(max(min_voices, 1))) and all(cell.state in NOTHING for cell in others)


def _uncounted(rows: Iterable[Row]) -> tuple[Uncounted, ...]:
    found = (Uncounted(row.duty, tuple(cell.role for cell in row.cells if _doubted(cell))) for row in rows)
    return tuple(each for each in found if each.roles)


def _doubted(cell: Cell) -> bool:
    return _has(cell) and not cell.voices


def _has(cell: Cell) -> bool:
    return cell.state is CellState.HAS
