"""What a comparison comes to: who has how much, alone or shared, and the sharpest differences. No Django here.

All of it is read off the rows that are shown, so that it can say nothing that they do not. A role has what its cells
show; alone it has what no document, however weak, gives another of the roles a part in.

A difference is sharp when documents that describe both roles give a part in a duty to the one, and nothing that is
recorded gives it to the other: a document that does not know a role says nothing by leaving it out.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from responsibilities.agreement.duty_count import DutyCount, count_duties
from responsibilities.compare.rule import Cell, Part, Row

SHARPEST = 3


@dataclass(frozen=True)
class RoleSummary:
    """The duties of one role: how many in each area, in the order of the areas given; ``count`` is the whole number.

    Each of them is in one of three, in the order of rows. ``alone``: no document gives another of the roles a part in
    it. ``shared``: another has it too. ``fewer``: others have it, but by fewer documents than were asked for.
    """

    role: str
    by_area: tuple[int, ...]
    count: DutyCount
    alone: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    fewer: tuple[str, ...] = ()


@dataclass(frozen=True)
class Difference:
    """``part`` of ``role`` in ``duty``, which no document gives to the other role; ``other`` is its cell.

    ``pointed`` are the documents (voices) that describe both roles and give it to the one.
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
    """The computed text above a comparison; ``shared`` are the duties that all roles have, in the order of rows."""

    areas: tuple[str, ...]
    roles: tuple[RoleSummary, ...]
    shared: tuple[str, ...]
    differences: tuple[Difference, ...]
    uncounted: tuple[Uncounted, ...] = ()

    @property
    def largest(self) -> int:
        """The largest number of duties that a role has in one area: the scale of the picture."""
        return max((number for each in self.roles for number in each.by_area), default=0)


def summarise(
    shelves: Mapping[str, Sequence[Row]], roles: Sequence[str], describing: Mapping[str, Collection[str]]
) -> Summary:
    """Sum up the shown rows of each area; ``describing`` are, by role, the voices that describe it at all."""
    rows = [row for shelf in shelves.values() for row in shelf]
    return Summary(
        tuple(shelves),
        tuple(_role(role, column, shelves) for column, role in enumerate(roles)),
        tuple(row.duty for row in rows if row.is_shared),
        sharpest(rows, describing),
        _uncounted(rows),
    )


def sharpest(
    rows: Iterable[Row], describing: Mapping[str, Collection[str]], *, limit: int = SHARPEST
) -> tuple[Difference, ...]:
    """The sharpest differences, one for each duty at most, the sharpest first: those of each role, then of any.

    First what most documents that know both roles give to one of them only; then where the other has no part at all;
    then what most voices say; then the order of the rows. Each role has its sharpest, however sharp those of others.
    """
    found = sorted((each for row in rows for each in _differences(row, describing)), key=_sharpness, reverse=True)
    chosen: dict[str, Difference] = {}
    for each in found:
        if each.role not in {known.role for known in chosen.values()}:
            chosen.setdefault(each.duty, each)
    for each in found:
        if len(chosen) < limit:
            chosen.setdefault(each.duty, each)
    return tuple(sorted(chosen.values(), key=found.index))


def _role(role: str, column: int, shelves: Mapping[str, Sequence[Row]]) -> RoleSummary:
    held = {area: [row for row in shelf if row.cells[column].has] for area, shelf in shelves.items()}
    rows = [row for shelf in held.values() for row in shelf]
    shared = [row.duty for row in rows if sum(cell.has for cell in row.cells) > 1]
    alone = [row.duty for row in rows if row.alone]
    return RoleSummary(
        role,
        tuple(len(shelf) for shelf in held.values()),
        count_duties((row.duty, not row.cells[column].uncounted) for row in rows),
        tuple(alone),
        tuple(shared),
        tuple(row.duty for row in rows if row.duty not in {*alone, *shared}),
    )


def _sharpness(difference: Difference) -> tuple[int, bool, int]:
    return (len(difference.pointed), difference.other.has_nothing, len(difference.part.voices))


def _differences(row: Row, describing: Mapping[str, Collection[str]]) -> Iterator[Difference]:
    """The counted parts of one role that nothing recorded gives to the other, said by who knows both."""
    for cell, other in permutations(row.cells, 2):
        knowing = set(describing.get(cell.role, ())) & set(describing.get(other.role, ()))
        for part in cell.parts:
            pointed = tuple(sorted(set(part.voices) & knowing))
            if pointed and not other.affirms(part.involvement):
                yield Difference(row.duty, cell.role, part, other, pointed)


def _uncounted(rows: Iterable[Row]) -> tuple[Uncounted, ...]:
    found = (Uncounted(row.duty, tuple(cell.role for cell in row.cells if cell.uncounted)) for row in rows)
    return tuple(each for each in found if each.roles)
