"""Does a chart cover the work? Positions with their roles, and what roles do, in; who holds what out. No Django here.

The rule (docs/glossary.md, "coverage"): a position holds a duty when a document gives a part in it to one of its roles
without a condition and not in doubt. A duty that is held, but in which each part held is disputed, is held in dispute
only; one that roles of the chart have under a condition only, or in doubt only (in passages that cannot be read with
confidence), is not held, and said apart from those that nobody has at all.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from responsibilities.agreement.duty_count import DutyCount, count_duties


class Hold(StrEnum):
    """How firmly a duty is in somebody's hands."""

    FIRM = "firm"
    DISPUTED = "disputed"
    CONDITIONAL = "conditional"
    DOUBTFUL = "doubtful"

    @property
    def holds(self) -> bool:
        """Whether it is held at all: by a counted citation."""
        return self in (Hold.FIRM, Hold.DISPUTED)


# The best that any part, or any position, makes of a duty counts.
STRENGTH = (Hold.FIRM, Hold.DISPUTED, Hold.CONDITIONAL, Hold.DOUBTFUL)


@dataclass(frozen=True)
class Part:
    """A document gives ``role`` a part in ``duty``: the best that all documents together make of it.

    ``voices`` are all that are counted for this part of this role.
    """

    role: str
    duty: str
    involvement: str
    hold: Hold = Hold.FIRM
    voices: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Holding:
    """A duty in the hands of one position; ``involvements`` are the parts that it holds, sorted.

    Where all are under a condition or in doubt, they are these.
    """

    duty: str
    hold: Hold
    involvements: tuple[str, ...]


@dataclass(frozen=True)
class Twice:
    """Several positions play the same part in one duty."""

    duty: str
    involvement: str
    positions: tuple[str, ...]


@dataclass(frozen=True)
class Coverage:
    """Who holds what; all duties are in the order given.

    ``holdings`` has an entry for every position. ``uncovered``, ``conditional``, ``doubtful`` and ``disputed`` part the
    duties that nobody holds firmly: nobody has them, somebody under a condition only, in doubt only, in dispute only.
    """

    holdings: Mapping[str, tuple[Holding, ...]]
    uncovered: tuple[str, ...]
    conditional: tuple[str, ...]
    disputed: tuple[str, ...]
    twice: tuple[Twice, ...]
    doubtful: tuple[str, ...] = ()


def cover(positions: Mapping[str, Collection[str]], parts: Iterable[Part], duties: Sequence[str]) -> Coverage:
    """The coverage of a chart whose ``positions`` hold these roles, over all ``duties`` that there are."""
    by_role: dict[str, dict[str, list[Part]]] = defaultdict(lambda: defaultdict(list))
    for part in parts:
        by_role[part.role][part.duty].append(part)
    holdings = {
        position: tuple(
            _holding(duty, found)
            for duty in duties
            if (found := [part for role in sorted(set(roles)) for part in by_role[role].get(duty, ())])
        )
        for position, roles in positions.items()
    }
    best = _best(holdings)
    return Coverage(
        holdings,
        uncovered=tuple(duty for duty in duties if duty not in best),
        conditional=_of(Hold.CONDITIONAL, best, duties),
        disputed=_of(Hold.DISPUTED, best, duties),
        twice=_twice(holdings, duties),
        doubtful=_of(Hold.DOUBTFUL, best, duties),
    )


def count(holdings: Iterable[Holding]) -> DutyCount:
    """How many duties somebody has, and how many of them only under a condition or in doubt."""
    return count_duties((holding.duty, holding.hold.holds) for holding in holdings)


def load(holdings: Iterable[Holding], areas: Mapping[str, str]) -> Counter[str]:
    """How many duties of each area somebody holds; ``areas`` tells the area of each duty."""
    return Counter(areas[holding.duty] for holding in holdings if holding.hold.holds)


def _holding(duty: str, parts: Sequence[Part]) -> Holding:
    hold = min((part.hold for part in parts), key=STRENGTH.index)
    shown = [part for part in parts if part.hold.holds] or parts
    return Holding(duty, hold, tuple(sorted({part.involvement for part in shown})))


def _best(holdings: Mapping[str, Iterable[Holding]]) -> dict[str, Hold]:
    best: dict[str, Hold] = {}
    for held in holdings.values():
        for holding in held:
            known = best.get(holding.duty, holding.hold)
            best[holding.duty] = min(known, holding.hold, key=STRENGTH.index)
    return best


def _of(hold: Hold, best: Mapping[str, Hold], duties: Iterable[str]) -> tuple[str, ...]:
    return tuple(duty for duty in duties if best.get(duty) is hold)


def _twice(holdings: Mapping[str, Iterable[Holding]], duties: Sequence[str]) -> tuple[Twice, ...]:
    players: dict[tuple[str, str], list[str]] = defaultdict(list)
    for position, held in holdings.items():
        for holding in held:
            if holding.hold.holds:
                for involvement in holding.involvements:
                    players[holding.duty, involvement].append(position)
    order = {duty: index for index, duty in enumerate(duties)}
    found = [Twice(duty, involvement, tuple(who)) for (duty, involvement), who in players.items() if len(who) > 1]
    return tuple(sorted(found, key=lambda twice: (order[twice.duty], twice.involvement)))
