"""The RACI matrix of one chart, to be shown and written: rows in; areas, duties, letters and findings out."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from orgcharts.coverage.record import Given, given, slugs_of
from orgcharts.drawing.reading import Entry, tree_of
from orgcharts.models import Position
from orgcharts.raci.rule import Cell, Matrix, Seat, matrix_of
from responsibilities.models import Duty
from responsibilities.reading import Shelf, by_area

FINDINGS = ("nobody", "no_r", "no_a", "many_a", "inverted")  # of ``Checks``, each with the duties in question


@dataclass(frozen=True)
class ShownRow:
    """A duty and its cells, in the order of the entries. ``findings``: nobody, no_r, no_a, many_a, inverted."""

    duty: Duty
    cells: tuple[Cell, ...]
    findings: tuple[str, ...]


@dataclass(frozen=True)
class ShownMatrix:
    """All that the page and the files of a matrix tell.

    ``title`` heads a file. ``findings`` are the duties of each, by its name; ``overload`` the entries that do more than
    half of all duties alone, with how many.
    """

    title: str
    entries: tuple[Entry, ...]
    shelves: tuple[Shelf[ShownRow], ...]
    findings: Mapping[str, tuple[Duty, ...]]
    overload: tuple[tuple[Entry, int], ...]
    total: int


def matrix_for(positions: Collection[Position], known: Given) -> Matrix:
    """The letters of a chart with these positions, loaded with their roles; no query."""
    tree = tree_of(positions)
    seats = {
        position.slug: Seat(
            frozenset(slugs_of(position)), tree.parents.get(position.slug, ""), shared=position.is_multiple
        )
        for position in positions
    }
    return matrix_of(seats, known.parts, list(known.duties))


def shown_matrix(entries: Sequence[Entry], title: str) -> ShownMatrix:
    """The matrix of the positions of a chart (its outline); six light queries."""
    known = given()
    matrix = matrix_for([entry.position for entry in entries], known)
    checks = matrix.checks
    found = {name: getattr(checks, name) for name in FINDINGS}
    return ShownMatrix(
        title=title,
        entries=tuple(entries),
        shelves=_shelves(entries, matrix, found, known.duties.values()),
        findings={name: tuple(known.duties[slug] for slug in slugs) for name, slugs in found.items()},
        overload=tuple(
            (entry, checks.overload[entry.position.slug]) for entry in entries if entry.position.slug in checks.overload
        ),
        total=len(known.duties),
    )


def _shelves(
    entries: Sequence[Entry], matrix: Matrix, found: Mapping[str, Collection[str]], duties: Iterable[Duty]
) -> tuple[Shelf[ShownRow], ...]:
    sets = {name: set(slugs) for name, slugs in found.items()}
    rows = (
        ShownRow(
            duty,
            tuple(matrix.cells[duty.slug][entry.position.slug] for entry in entries),
            tuple(name for name, slugs in sets.items() if duty.slug in slugs),
        )
        for duty in duties
    )
    return by_area(rows, lambda each: each.duty.area)
