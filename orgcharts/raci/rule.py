"""Who is responsible, accountable, consulted, informed? Parts and a chart in, letters and their faults out. No Django.

The rule (docs/adr/0021-raci-from-involvements.md), for one duty and the positions of one chart:

* the *work* of a duty is to plan and to execute it; a duty that no document has anybody plan or execute is nothing but
  what is recorded (fixing the goals, listening, analysing results), and that is then its work;
* R: plays a part in the work;
* A: decides; where nobody in the chart decides, supervises;
* C: analyses, or supervises what another one decides, and has neither R nor A;
* I: has no letter, and somebody with R reports to it: from the chart, not from a passage about the duty.

A part under a condition or in doubt makes no letter. A letter is disputed when each part that it rests on is, and
single when one voice alone states all of them.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from orgcharts.coverage.rule import Hold, Part

DECIDES, PLANS, EXECUTES, SUPERVISES, ANALYSES = "decides", "plans", "executes", "supervises", "analyses"
WORK = frozenset({PLANS, EXECUTES})


class Letter(StrEnum):
    """The four letters; a cell shows them in this order."""

    ACCOUNTABLE = "A"
    RESPONSIBLE = "R"
    CONSULTED = "C"
    INFORMED = "I"


@dataclass(frozen=True)
class Seat:
    """A position: its roles, whom it reports to in the chart ("": nobody), and whether several people share it."""

    roles: frozenset[str]
    superior: str = ""
    shared: bool = False


@dataclass(frozen=True)
class Mark:
    """One letter and what it rests on.

    ``disputed``: the documents give each part behind it to somebody else too. ``single``: one voice alone states them.
    An I rests on the chart, so it is neither.
    """

    letter: Letter
    disputed: bool = False
    single: bool = False


@dataclass(frozen=True)
class Cell:
    """One position × one duty.

    ``conditional``, ``doubtful``: it has a part, but under a condition only or in doubt only, which makes no letter.
    """

    marks: tuple[Mark, ...] = ()
    conditional: bool = False
    doubtful: bool = False

    def has(self, letter: Letter) -> bool:
        """Whether this letter stands here."""
        return any(mark.letter is letter for mark in self.marks)


Row = Mapping[str, Cell]  # by position


@dataclass(frozen=True)
class Checks:
    """What a matrix lacks, in the order of the duties.

    ``nobody``: no letter at all; such a duty is in none of the others. ``no_r``: nobody does it. ``no_a``: nobody
    answers for it. ``many_a``: several answer for it. ``overload``: positions of one person that are responsible for
    more than half of all duties, with how many. ``inverted``: somebody does the work and somebody below, not they
    themselves, answers for it.
    """

    nobody: tuple[str, ...]
    no_r: tuple[str, ...]
    no_a: tuple[str, ...]
    many_a: tuple[str, ...]
    overload: Mapping[str, int]
    inverted: tuple[str, ...] = ()


@dataclass(frozen=True)
class Matrix:
    """``cells`` by duty, then by position, both in the order given; ``checks`` on the whole."""

    cells: Mapping[str, Row]
    checks: Checks


@dataclass(frozen=True)
class Played:
    """How firmly somebody has a part, and the voices that state it."""

    hold: Hold
    voices: frozenset[str]


def matrix_of(seats: Mapping[str, Seat], parts: Iterable[Part], duties: Sequence[str]) -> Matrix:
    """The matrix of a chart over all ``duties``; ``parts`` are those of all roles, in the chart or not."""
    by_duty: dict[str, list[Part]] = defaultdict(list)
    for part in parts:
        by_duty[part.duty].append(part)
    cells = {duty: _row(seats, by_duty[duty]) for duty in duties}
    return Matrix(cells, _checks(cells, seats))


def work_of(parts: Iterable[Part]) -> frozenset[str]:
    """The involvements that are the work of a duty, from all its parts."""
    recorded = {part.involvement for part in parts if part.hold.holds}
    return frozenset(recorded & WORK or recorded)


def _row(seats: Mapping[str, Seat], parts: Sequence[Part]) -> dict[str, Cell]:
    work = work_of(parts)
    played = {slug: _played(seat.roles, parts) for slug, seat in seats.items()}
    answering = DECIDES if any(DECIDES in each for each in played.values()) else SUPERVISES
    marks = {slug: _marks(each, work, answering) for slug, each in played.items()}
    doing = [slug for slug, found in marks.items() if Cell(found).has(Letter.RESPONSIBLE)]
    superiors = {seats[slug].superior for slug in doing}
    row = {}
    for slug, seat in seats.items():
        told = (Mark(Letter.INFORMED),) if slug in superiors and not marks[slug] else ()
        weak = {part.hold for part in parts if part.role in seat.roles and not played[slug]}
        conditional = Hold.CONDITIONAL in weak
        row[slug] = Cell(marks[slug] or told, conditional, doubtful=bool(weak) and not conditional)
    return row


def _played(roles: Collection[str], parts: Iterable[Part]) -> dict[str, Played]:
    """The involvements that somebody with these roles holds; firm where one role has it firmly."""
    played: dict[str, Played] = {}
    for part in parts:
        if part.role in roles and part.hold.holds:
            known = played.get(part.involvement, Played(Hold.DISPUTED, frozenset()))
            firm = Hold.FIRM in (part.hold, known.hold)
            played[part.involvement] = Played(Hold.FIRM if firm else Hold.DISPUTED, known.voices | part.voices)
    return played


def _marks(played: Mapping[str, Played], work: Collection[str], answering: str) -> tuple[Mark, ...]:
    accountable = [part for involvement, part in played.items() if involvement == answering]
    responsible = [part for involvement, part in played.items() if involvement in work]
    found = [(Letter.ACCOUNTABLE, accountable), (Letter.RESPONSIBLE, responsible)]
    if not accountable and not responsible:
        found = [(Letter.CONSULTED, list(played.values()))]
    return tuple(_mark(letter, resting) for letter, resting in found if resting)


def _mark(letter: Letter, resting: Collection[Played]) -> Mark:
    holds = {part.hold for part in resting}
    voices = frozenset[str]().union(*(part.voices for part in resting))
    return Mark(letter, disputed=Hold.FIRM not in holds, single=len(voices) == 1)


def _is_inverted(row: Row, seats: Mapping[str, Seat]) -> bool:
    """Whether somebody does the work and does not answer for it, and somebody below them does."""
    answering = [slug for slug, cell in row.items() if cell.has(Letter.ACCOUNTABLE)]
    above = {superior for slug in answering for superior in _above(slug, seats)}
    return any(row[slug].has(Letter.RESPONSIBLE) and not row[slug].has(Letter.ACCOUNTABLE) for slug in above)


def _above(slug: str, seats: Mapping[str, Seat]) -> list[str]:
    """Those above a seat, the nearest first; a ring is walked once."""
    found: list[str] = []
    while (slug := seats[slug].superior) in seats and slug not in found:
        found.append(slug)
    return found


def _checks(cells: Mapping[str, Row], seats: Mapping[str, Seat]) -> Checks:
    numbers = {duty: _numbers(row.values()) for duty, row in cells.items()}
    told = {duty: bool(found) for duty, found in numbers.items()}
    done = {duty: bool(found[Letter.RESPONSIBLE]) for duty, found in numbers.items()}
    answered = {duty: found[Letter.ACCOUNTABLE] for duty, found in numbers.items()}
    load = {slug: sum(row[slug].has(Letter.RESPONSIBLE) for row in cells.values()) for slug in seats}
    return Checks(
        nobody=tuple(duty for duty in cells if not told[duty]),
        no_r=tuple(duty for duty in cells if told[duty] and not done[duty]),
        no_a=tuple(duty for duty in cells if told[duty] and not answered[duty]),
        many_a=tuple(duty for duty in cells if answered[duty] > 1),
        overload={slug: load[slug] for slug, seat in seats.items() if not seat.shared and 2 * load[slug] > len(cells)},
        inverted=tuple(duty for duty, row in cells.items() if _is_inverted(row, seats)),
    )


def _numbers(cells: Iterable[Cell]) -> Counter[Letter]:
    return Counter(mark.letter for cell in cells for mark in cell.marks)
