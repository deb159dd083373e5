"""Which duties which roles have in common: sets in, exclusive intersections out (the rows of an UpSet). No Django."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from responsibilities.compare.rule import CellState, Row


@dataclass(frozen=True)
class Intersection:
    """The duties in which the roles stand alike: ``states`` are theirs, in order, one of them ``HAS`` at least.

    Roles without a part are kept apart by the reason, so that what is recorded but does not count is not shown as
    silence; ``uncounted`` are the places of those that have the duties only under a condition or in doubt.
    """

    states: tuple[CellState, ...]
    duties: tuple[str, ...]
    uncounted: tuple[int, ...] = ()

    @property
    def size(self) -> int:
        """The number of duties."""
        return len(self.duties)


def intersections(rows: Iterable[Row]) -> tuple[Intersection, ...]:
    """Each duty once, under the states of its cells: the largest group first, then fewer roles, then the first roles.

    Duties that none of the roles has are left out, so the sizes add up to the duties that the picture is about.
    """
    groups: dict[tuple[tuple[CellState, ...], tuple[int, ...]], list[str]] = defaultdict(list)
    for row in rows:
        if any(cell.has for cell in row.cells):
            uncounted = tuple(place for place, cell in enumerate(row.cells) if cell.uncounted)
            groups[tuple(cell.state for cell in row.cells), uncounted].append(row.duty)
    found = (Intersection(states, tuple(duties), uncounted) for (states, uncounted), duties in groups.items())
    return tuple(sorted(found, key=lambda group: (-group.size, *_order(group))))


def _order(group: Intersection) -> tuple[int, list[int], list[bool], tuple[int, ...]]:
    having = [place for place, state in enumerate(group.states) if state is CellState.HAS]
    return len(having), having, [state is not CellState.NOT_RECORDED for state in group.states], group.uncounted
