"""What changes from one chart to another? Who holds what in each in, what each duty goes through out. No Django here.

Positions of two charts are the same *hands* when they hold the same roles and are both inside or both outside the
organisation; how they are called, and how many share one, does not matter. A duty is held as in
``orgcharts.coverage.rule``: what somebody has under a condition or in doubt only is not held.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from orgcharts.coverage.rule import Coverage


class Change(StrEnum):
    """What a duty goes through; every duty goes through exactly one of these."""

    FALLS = "falls"  # somebody had it, nobody has it now
    STARTS = "starts"  # nobody had it, somebody has it now
    MOVES = "moves"  # somebody who had it has it no longer, somebody else has it now
    LEAVES = "leaves"  # somebody has it no longer, others keep it
    JOINS = "joins"  # those who had it keep it, somebody else has it too
    STAYS = "stays"  # the same hands
    OPEN = "open"  # nobody had it, nobody has it


@dataclass(frozen=True, order=True)
class Hands:
    """Who holds a duty, the same across charts: roles (sorted) and where they are."""

    roles: tuple[str, ...]
    external: bool = False


@dataclass(frozen=True)
class Passing:
    """What one duty goes through; all tuples are sorted.

    ``lost`` and ``gained`` are involvements that nobody plays any longer, and that nobody played before. A duty of
    which the second chart has a part under a condition only is ``conditional``, in doubt only ``doubtful``.
    """

    duty: str
    change: Change
    left: tuple[Hands, ...] = ()
    came: tuple[Hands, ...] = ()
    kept: tuple[Hands, ...] = ()
    lost: tuple[str, ...] = ()
    gained: tuple[str, ...] = ()
    conditional: bool = False
    doubtful: bool = False


@dataclass(frozen=True)
class Side:
    """One of the two charts: its coverage, and whose hands each of its positions are."""

    coverage: Coverage
    hands: Mapping[str, Hands]


def passings(before: Side, after: Side, duties: Sequence[str]) -> tuple[Passing, ...]:
    """What each of ``duties`` goes through, in their order."""
    had, has = _held(before), _held(after)
    found = (_passing(duty, had.get(duty, {}), has.get(duty, {})) for duty in duties)
    coverage = after.coverage
    return tuple(
        replace(each, conditional=each.duty in coverage.conditional, doubtful=each.duty in coverage.doubtful)
        for each in found
    )


def _held(side: Side) -> dict[str, dict[Hands, set[str]]]:
    held: dict[str, dict[Hands, set[str]]] = defaultdict(dict)
    for position, holdings in side.coverage.holdings.items():
        for holding in holdings:
            if holding.hold.holds:
                held[holding.duty].setdefault(side.hands[position], set()).update(holding.involvements)
    return held


def _passing(duty: str, had: Mapping[Hands, set[str]], has: Mapping[Hands, set[str]]) -> Passing:
    left, came = _sorted(had.keys() - has.keys()), _sorted(has.keys() - had.keys())
    kept = _sorted(had.keys() & has.keys())
    parts_before, parts_after = set().union(*had.values()), set().union(*has.values())
    return Passing(
        duty, _change(left, came, kept), left, came, kept,
        lost=tuple(sorted(parts_before - parts_after)),
        gained=tuple(sorted(parts_after - parts_before)),
    )  # fmt: skip


def _sorted(hands: Iterable[Hands]) -> tuple[Hands, ...]:
    return tuple(sorted(hands))


def _change(left: Sequence[Hands], came: Sequence[Hands], kept: Sequence[Hands]) -> Change:
    if left and came:
        return Change.MOVES
    if left:
        return Change.LEAVES if kept else Change.FALLS
    if came:
        return Change.JOINS if kept else Change.STARTS
    return Change.STAYS if kept else Change.OPEN
