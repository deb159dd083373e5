"""What a comparison comes to: counts, what is shared, the sharpest differences. No Django here.

A difference is sharp when the same documents that describe both roles give a part in a duty to the one and not to
the other: a document that does not know a role says nothing by leaving it out.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from responsibilities.comparison import Cell, CellState, Part, Row, Spread

SHARPEST = 3


@dataclass(frozen=True)
class RoleCount:
    """How many duties a role has: in each area, in the order of the areas given, in all, and alone among them."""

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

    ``other`` is the cell of the role that it is compared with.
    """

    duty: str
    role: str
    part: Part
    other: Cell
    pointed: tuple[str, ...]


@dataclass(frozen=True)
class Summary:
    """The computed text above a comparison; ``shared`` are the duties that all roles have, in the order of rows."""

    areas: tuple[str, ...]
    counts: tuple[RoleCount, ...]
    shared: tuple[str, ...]
    differences: tuple[Difference, ...]

    @property
    def largest(self) -> int:
        """The largest number of duties that a role has in one area: the scale of the picture."""
        return max((number for count in self.counts for number in count.by_area), default=0)


def summarise(
    shelves: Mapping[str, Sequence[Row]], roles: Sequence[str], describing: Mapping[str, Collection[str]]
) -> Summary:
    """Sum up the rows of each area; ``describing`` are, by role, the voices that describe it at all."""
    rows = [row for shelf in shelves.values() for row in shelf]
    counts = tuple(
        RoleCount(
            role,
            tuple(sum(_has(row.cells[column]) for row in shelf) for shelf in shelves.values()),
            sum(row.spread is Spread.ONE and _has(row.cells[column]) for row in rows),
        )
        for column, role in enumerate(roles)
    )
    shared = tuple(row.duty for row in rows if row.spread is Spread.ALL)
    return Summary(tuple(shelves), counts, shared, sharpest(rows, describing))


def sharpest(
    rows: Iterable[Row], describing: Mapping[str, Collection[str]], *, limit: int = SHARPEST
) -> tuple[Difference, ...]:
    """The sharpest differences, one for each duty at most, the sharpest first.

    First what most documents that know both roles give to one of them only; then where the other has no part at all;
    then what most voices say; then the order of the rows.
    """
    best = [max(_differences(row, describing), key=_sharpness, default=None) for row in rows]
    found = [difference for difference in best if difference is not None]
    return tuple(sorted(found, key=_sharpness, reverse=True)[:limit])


def _sharpness(difference: Difference) -> tuple[int, bool, int]:
    return (len(difference.pointed), difference.other.state is not CellState.HAS, len(difference.part.voices))


def _differences(row: Row, describing: Mapping[str, Collection[str]]) -> Iterator[Difference]:
    for cell, other in permutations(row.cells, 2):
        knowing = set(describing.get(cell.role, ())) & set(describing.get(other.role, ()))
        for part in cell.parts:
            counterpart = next((each for each in other.parts if each.involvement == part.involvement), None)
            given = set(counterpart.voices) if counterpart else set()
            pointed = tuple(sorted((set(part.voices) & knowing) - given))
            if pointed:
                yield Difference(row.duty, cell.role, part, other, pointed)


def _has(cell: Cell) -> bool:
    return cell.state is CellState.HAS
