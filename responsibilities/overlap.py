"""Which duties which roles have in common: sets in, exclusive intersections out (the rows of an UpSet). No Django."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from responsibilities.comparison import CellState, Row


@dataclass(frozen=True)
class Intersection:
    """The duties that exactly these roles have, none of the others; both in the order given."""

    roles: tuple[str, ...]
    duties: tuple[str, ...]

    @property
    def size(self) -> int:
        """The number of duties."""
        return len(self.duties)


def intersections(rows: Iterable[Row], roles: Sequence[str]) -> tuple[Intersection, ...]:
    """Each duty once, under exactly the roles that have it: the largest group first, then fewer roles, then theirs.

    Duties that none of the roles has are left out, so the sizes add up to the duties that the picture is about.
    """
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for row in rows:
        having = tuple(cell.role for cell in row.cells if cell.state is CellState.HAS)
        if having:
            groups[having].append(row.duty)
    order = {role: place for place, role in enumerate(roles)}
    found = (Intersection(having, tuple(duties)) for having, duties in groups.items())
    return tuple(
        sorted(found, key=lambda group: (-group.size, len(group.roles), [order[role] for role in group.roles]))
    )
