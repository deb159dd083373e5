"""Which roles does somebody need? What has to be done and who does what in; the smallest sets of roles out. No Django.

A role covers a duty when a document gives it a part in it without a condition (``orgcharts.coverage``). The search is
exact: every set that it gives covers all that can be covered, none smaller does, and none of that size is left out.
Covering sets are hard to find among many roles, so it takes up to ``MOST_CANDIDATES`` and refuses more.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

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
    candidates = [(role, offer) for role, offer in offers.items() if offer]
    if len(candidates) > MOST_CANDIDATES:
        raise TooManyCandidates
    found = _search([offer for _role, offer in candidates], (1 << len(open_duties)) - 1)
    sets = tuple(tuple(candidates[index][0] for index in chosen) for chosen in sorted(found))
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


def _search(offers: Sequence[int], target: int) -> list[tuple[int, ...]]:
    """All smallest sets of indexes of ``offers`` whose bits make up ``target``, which they do all together."""
    for size in range(len(offers) + 1):
        if found := _of_size(size, target, offers, frozenset(range(len(offers)))):
            return found
    raise AssertionError("all offers together cover the target")  # pragma: no cover


def _of_size(size: int, open_bits: int, offers: Sequence[int], allowed: frozenset[int]) -> list[tuple[int, ...]]:
    """The sets of exactly ``size`` allowed offers; each is found once, for a branch forbids those before it."""
    if not open_bits:
        return [()] if size == 0 else []
    if size == 0:
        return []
    widest = max(((offers[index] & open_bits).bit_count() for index in allowed), default=0)
    if widest * size < open_bits.bit_count():
        return []
    found: list[tuple[int, ...]] = []
    for index in _rarest(open_bits, offers, allowed):
        allowed -= {index}
        rest = _of_size(size - 1, open_bits & ~offers[index], offers, allowed)
        found += [tuple(sorted((index, *others))) for others in rest]
    return found


def _rarest(open_bits: int, offers: Sequence[int], allowed: Collection[int]) -> list[int]:
    """The allowed offers that have the open bit which fewest have."""
    bits = [1 << place for place in range(open_bits.bit_length()) if open_bits >> place & 1]
    having = [sorted(index for index in allowed if offers[index] & bit) for bit in bits]
    return min(having, key=len)
