"""Which duties which roles have in common: sets in, exclusive intersections out (the rows of an UpSet). No Django."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from responsibilities.comparison import CellState, Row


@dataclass(frozen=True)
class Intersection:
    """The duties in which the roles stand alike: ``states`` are theirs, in order, one of them ``HAS`` at least.

    Roles without a part are kept apart by the reason, so that what is recorded but does not count is not shown as
    silence.
    """

    states: tuple[CellState, ...]
    duties: tuple[str, ...]

    @property
    def size(self) -> int:
        """The number of duties."""
        return len(self.duties)


def intersections(rows: Iterable[Row]) -> tuple[Intersection, ...]:
    """Each duty once, under the states of its cells: the largest group first, then fewer roles, then the first roles.

    Duties that none of the roles has are left out, so the sizes add up to the duties that the picture is about.
    """
    groups: dict[tuple[CellState, ...], list[str]] = defaultdict(list)
    for row in rows:
        states = tuple(cell.state for cell in row.cells)
        if CellState.HAS in states:
            groups[states].append(row.duty)
    found = (Intersection(states, tuple(duties)) for states, duties in groups.items())
    return tuple(sorted(found, key=lambda group: (-group.size, *_order(group.states))))


def _order(states: tuple[CellState, ...]) -> tuple[int, list[int], list[bool]]:
    having = [place for place, state in enumerate(states) if state is CellState.HAS]
    return len(having), having, [state is not CellState.NOT_RECORDED for state in states]
