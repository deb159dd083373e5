"""Which roles does somebody need? What has to be done and who does what in; the smallest sets of roles out. No Django.

A role covers a duty when it holds it (``orgcharts.coverage.rule``). The search is exact: every set that it gives covers
all that can be covered, none smaller does, and none of that size is left out. There are many sets of many roles, so
it takes up to ``MOST_CANDIDATES`` and refuses more.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import combinations
from operator import or_

MOST_CANDIDATES = 16


class TooManyCandidates(ValueError):  # noqa: N818  the question is too wide, nothing went wrong
    """More roles than ``MOST_CANDIDATES`` could do something of what is open."""


@dataclass(frozen=True)
class Covers:
    """The answer; duties and roles in the order given.

    ``sets`` are the smallest sets of roles to add, ``((),)`` where none is needed. ``covered`` is what those who are
    there do, ``uncovered`` what no role covers.
    """

    sets: tuple[tuple[str, ...], ...]
    covered: tuple[str, ...]
    uncovered: tuple[str, ...]


@dataclass(frozen=True)
class Fit:
    """How well a chart suits: the needed duties that it does not cover though some role does, and who is missing in it.

    ``idle`` are its roles that do nothing of what is needed and are not there already.
    """

    chart: str
    missing: tuple[str, ...]
    absent: tuple[str, ...]
    idle: tuple[str, ...]

    @property
    def fits(self) -> bool:
        """Whether it covers all that can be covered, with all who are there."""
        return not self.missing and not self.absent


def smallest_covers(
    needed: Sequence[str], covering: Mapping[str, Collection[str]], *, present: Collection[str] = ()
) -> Covers:
    """The smallest sets of roles that, with those ``present``, cover all of ``needed`` that any role covers."""
    done = {duty for role in present for duty in covering.get(role, ())}
    reachable = done.union(*covering.values())
    covered = tuple(duty for duty in needed if duty in done)
    open_duties = [duty for duty in dict.fromkeys(needed) if duty in reachable and duty not in done]
    offers = {
        role: sum(1 << index for index, duty in enumerate(open_duties) if duty in set(duties))
        for role, duties in covering.items()
        if role not in present
    }
    candidates = {role: offer for role, offer in offers.items() if offer}
    if len(candidates) > MOST_CANDIDATES:
        raise TooManyCandidates
    sets = _search(candidates, (1 << len(open_duties)) - 1)
    return Covers(sets, covered, tuple(duty for duty in needed if duty not in reachable))


def rank_charts(
    charts: Mapping[str, Collection[str]],
    needed: Sequence[str],
    covering: Mapping[str, Collection[str]],
    *,
    present: Sequence[str] = (),
) -> tuple[Fit, ...]:
    """The charts (the roles in each), those that suit best first.

    First those with fewest missing duties, then fewest who are there and missing in it, then fewest roles that would
    be idle, then fewest roles; where all is equal, in the order given.
    """
    reachable = set().union(*covering.values())
    wanted = [duty for duty in needed if duty in reachable]
    fits = [_fit(chart, roles, wanted, covering, present) for chart, roles in charts.items()]
    return tuple(
        sorted(fits, key=lambda fit: (len(fit.missing), len(fit.absent), len(fit.idle), len(set(charts[fit.chart]))))
    )


def _fit(
    chart: str,
    roles: Iterable[str],
    wanted: Sequence[str],
    covering: Mapping[str, Collection[str]],
    present: Sequence[str],
) -> Fit:
    inside = dict.fromkeys(roles)
    done = {duty for role in inside for duty in covering.get(role, ())}
    return Fit(
        chart,
        missing=tuple(duty for duty in wanted if duty not in done),
        absent=tuple(role for role in present if role not in inside),
        idle=tuple(role for role in inside if role not in present and not set(covering.get(role, ())) & set(wanted)),
    )


def _search(offers: Mapping[str, int], target: int) -> tuple[tuple[str, ...], ...]:
    """All smallest sets of roles whose bits make up ``target``, which they do all together; in order."""
    for size in range(len(offers) + 1):
        chosen = zip(combinations(offers, size), combinations(offers.values(), size), strict=True)
        if found := tuple(roles for roles, bits in chosen if reduce(or_, bits, 0) == target):
            return found
    raise AssertionError("all offers together cover the target")  # pragma: no cover
