"""Which profile does somebody need? A need in; sets of roles, charts that suit, and the reason for each line, out."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from orgcharts.advisor.query import Known, Need
from orgcharts.advisor.rule import MOST_CANDIDATES, Covers, Fit, TooManyCandidates, rank_charts, smallest_covers
from orgcharts.coverage.record import Given, slugs_of
from orgcharts.coverage.rule import Hold
from orgcharts.models import OrgChart, Position, Setting
from orgcharts.querysets import held_roles
from responsibilities.models import Area, Duty, Responsibility
from responsibilities.reading import Shelf, by_area
from roles.models import Role
from web.query import BadOptions, Problem

MOST_SETS = 12  # shown; ``Advice.count`` tells how many there are


class State(StrEnum):
    """What becomes of a needed duty."""

    COVERED = "covered"  # somebody who is there does it
    OPEN = "open"  # a role to add does it
    CONDITIONAL = "conditional"  # documents give it to somebody under a condition only
    DOUBTFUL = "doubtful"  # documents give it to somebody in doubt only
    UNIDENTIFIED = "unidentified"  # documents give it to nobody but a role that they do not identify
    NOBODY = "nobody"  # no document gives it to anybody


@dataclass(frozen=True)
class Reason:
    """A part that documents give to a role in a needed duty, its citations loaded."""

    responsibility: Responsibility
    hold: Hold


@dataclass(frozen=True)
class Line:
    """A needed duty: its state and why. ``roles`` hold it; ``unidentified``: see ``Given``."""

    duty: Duty
    state: State
    roles: tuple[Role, ...]
    unidentified: tuple[Role, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Addition:
    """A role to add, and the open duties that it does."""

    role: Role
    duties: tuple[Duty, ...]


@dataclass(frozen=True)
class Suited:
    """A chart, how it suits, and its positions, loaded with their roles."""

    chart: OrgChart
    fit: Fit
    missing: tuple[Duty, ...]
    absent: tuple[Role, ...]
    idle: tuple[Role, ...]
    positions: tuple[Position, ...]

    @property
    def people(self) -> int:
        """How many people it takes at the least: several share a position that says so."""
        return sum(2 if position.is_multiple else 1 for position in self.positions)

    @property
    def or_more(self) -> bool:
        """Whether it may be more people."""
        return any(position.is_multiple for position in self.positions)


@dataclass(frozen=True)
class Asked:
    """The question again, in words: whole areas, single duties of others, and the setting ("": any)."""

    areas: tuple[Area, ...]
    duties: tuple[Duty, ...]
    setting: str


@dataclass(frozen=True)
class Advice:
    """The answer. ``sets`` are the first ``MOST_SETS`` of ``count`` smallest sets; ``lines`` are in order.

    People and roles are counted apart: a set is of roles, several of which one person may hold. A role of which no
    document says who it is (``Role.identity_open``) is in no set.
    """

    need: Need
    asked: Asked
    lines: tuple[Line, ...]
    have: tuple[Role, ...]
    sets: tuple[tuple[Addition, ...], ...]
    count: int
    charts: tuple[Suited, ...]

    def of_state(self, state: State) -> list[Line]:
        """The lines of one state."""
        return [line for line in self.lines if line.state is state]

    @property
    def covered(self) -> list[Line]:
        """What those who are there do."""
        return self.of_state(State.COVERED)

    @property
    def uncovered(self) -> list[Line]:
        """What no role that can be named holds."""
        return [line for line in self.lines if line.state not in (State.COVERED, State.OPEN)]

    @property
    def unidentified(self) -> list[Line]:
        """What the documents give to nobody but a role that they do not identify."""
        return self.of_state(State.UNIDENTIFIED)

    @property
    def roles(self) -> int:
        """How many roles have to be added."""
        return len(self.sets[0])

    @property
    def fewest(self) -> Suited | None:
        """The chart that covers it with the fewest people, who is there included; None where none does."""
        covered = any(line.state in (State.COVERED, State.OPEN) for line in self.lines)
        fitting = [suited for suited in self.charts if suited.fit.fits] if covered else []
        return min(fitting, key=lambda suited: (suited.people, suited.or_more), default=None)

    @property
    def shelves(self) -> tuple[Shelf[Line], ...]:
        """The lines by area."""
        return by_area(self.lines, lambda each: each.duty.area)


def known_slugs(given: Given) -> Known:
    """What can be asked for; no query."""
    areas = dict.fromkeys(duty.area.slug for duty in given.duties.values())
    return Known(list(areas), list(given.duties), [role.slug for role in given.roles])


def answer(need: Need, given: Given) -> Advice:
    """The advice; ``BadOptions`` where too many roles could do it for an exact answer."""
    try:
        return advise(need, given)
    except TooManyCandidates:
        message = _("More than %(most)d roles could do some of this. Choose fewer areas or duties.")
        parameter = "area" if need.areas else "duty"
        raise BadOptions([Problem(parameter, message % {"most": MOST_CANDIDATES})]) from None


def advise(need: Need, given: Given) -> Advice:
    """The advice; five queries, however much is needed. May raise ``TooManyCandidates``."""
    needed = [slug for slug, duty in given.duties.items() if slug in need.duties or duty.area.slug in need.areas]
    offered = {
        role.slug: given.covering[role.slug] for role in given.roles if not role.identity_open or role.slug in need.have
    }
    covers = smallest_covers(needed, offered, present=need.have)
    return Advice(
        need=need,
        asked=_asked(need, given),
        lines=_lines(needed, covers, given),
        have=_roles(need.have, given),
        sets=tuple(_additions(chosen, needed, covers, given) for chosen in covers.sets[:MOST_SETS]),
        count=len(covers.sets),
        charts=_charts(need, [slug for slug in needed if slug not in covers.uncovered], given),
    )


def _asked(need: Need, given: Given) -> Asked:
    areas = {duty.area.slug: duty.area for duty in given.duties.values()}
    return Asked(
        tuple(areas[slug] for slug in need.areas),
        tuple(given.duties[slug] for slug in need.duties if given.duties[slug].area.slug not in need.areas),
        str(Setting(need.setting).label) if need.setting else "",
    )


def _lines(needed: Sequence[str], covers: Covers, given: Given) -> tuple[Line, ...]:
    rows = Responsibility.objects.of_duties([given.duties[slug].pk for slug in needed]).for_display()
    reasons = _reasons(rows, given)
    return tuple(
        Line(
            given.duties[slug],
            _state(slug, covers, given),
            given.takers(slug),
            given.unidentified(slug),
            tuple(reasons.get(slug, ())),
        )
        for slug in needed
    )


def _state(slug: str, covers: Covers, given: Given) -> State:
    if slug in covers.covered:
        return State.COVERED
    if slug not in covers.uncovered:
        return State.OPEN
    weak = given.qualified(slug)
    if weak:
        return State.CONDITIONAL if any(each.condition for each in weak) else State.DOUBTFUL
    return State.UNIDENTIFIED if given.unidentified(slug) else State.NOBODY


def _reasons(rows: "QuerySet[Responsibility]", given: Given) -> Mapping[str, list[Reason]]:
    reasons: dict[str, list[Reason]] = {}
    for row in rows:
        hold = given.holds.get((row.role.slug, row.duty.slug, row.involvement))
        if hold:
            reasons.setdefault(row.duty.slug, []).append(Reason(row, hold))
    return reasons


def _additions(chosen: Iterable[str], needed: Iterable[str], covers: Covers, given: Given) -> tuple[Addition, ...]:
    still_open = [slug for slug in needed if slug not in covers.covered]
    return tuple(
        Addition(role, tuple(given.duties[slug] for slug in still_open if slug in given.covering[role.slug]))
        for role in _roles(tuple(chosen), given)
    )


def _charts(need: Need, needed: Sequence[str], given: Given) -> tuple[Suited, ...]:
    """The charts of the setting, the best first: three queries. None where no chart can help: nothing is ``needed``."""
    if not needed:
        return ()
    rows = OrgChart.objects.filter(setting=need.setting) if need.setting else OrgChart.objects.all()
    rows = rows.prefetch_related("positions", held_roles("positions__roles")).order_by("position", "slug")
    charts = {chart.slug: chart for chart in rows}
    inside = {
        slug: [role for position in chart.positions.all() for role in slugs_of(position)]
        for slug, chart in charts.items()
    }
    fits = rank_charts(inside, needed, given.covering, present=need.have)
    return tuple(_suited(charts[fit.chart], fit, given) for fit in fits)


def _suited(chart: OrgChart, fit: Fit, given: Given) -> Suited:
    missing = tuple(given.duties[slug] for slug in fit.missing)
    positions = tuple(chart.positions.all())
    return Suited(chart, fit, missing, _roles(fit.absent, given), _roles(fit.idle, given), positions)


def _roles(slugs: Collection[str], given: Given) -> tuple[Role, ...]:
    return tuple(role for role in given.roles if role.slug in slugs)
