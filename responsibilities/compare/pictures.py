"""The summary and the overlap of a comparison, with the names and whole numbers that their pictures print."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from responsibilities.agreement.duty_count import DutyCount
from responsibilities.agreement.stances import Stance
from responsibilities.compare.overlap import Intersection
from responsibilities.compare.rule import CellState
from responsibilities.compare.summary import Difference, Summary
from responsibilities.models import Area, Duty
from responsibilities.wording import STANCES, involvement_label, state_label
from roles.models import Role

FULL = 100  # length of the longest bar
MARKS = {CellState.DENIED: "✕", CellState.FEWER_VOICES: "○"}  # what is neither a part nor silence
UNCOUNTED = "~"  # a part under a condition or in doubt


@dataclass(frozen=True)
class Bar:
    """A number and its bar: ``length`` is a whole number from 0 to ``FULL``."""

    role: Role
    number: int
    length: int


@dataclass(frozen=True)
class AreaBars:
    """How many duties of one area each role has."""

    area: Area
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class RoleTotal:
    """The duties of one role: in all, and of these the ones that it alone has, shares, or has beside fewer voices."""

    role: Role
    count: DutyCount
    alone: tuple[Duty, ...]
    shared: tuple[Duty, ...]
    fewer: tuple[Duty, ...]


@dataclass(frozen=True)
class Member:
    """How a role stands in the duties of one row of the overlap; ``label`` is the state in words."""

    role: Role
    state: CellState
    label: str
    uncounted: bool = False

    @property
    def mark(self) -> str:
        """The sign that stands in for the shape of the role; a legend explains it."""
        return UNCOUNTED if self.uncounted else MARKS.get(self.state, "")


@dataclass(frozen=True)
class OverlapRow:
    """The duties that some of the roles have; ``members`` says of each role how it stands in them."""

    members: tuple[Member, ...]
    duties: tuple[Duty, ...]
    length: int

    @property
    def having(self) -> tuple[Role, ...]:
        """The roles that have the duties."""
        return tuple(member.role for member in self.members if member.state is CellState.HAS)


@dataclass(frozen=True)
class UncountedDuty:
    """A duty that these roles have only under a condition or in doubt."""

    duty: Duty
    roles: tuple[Role, ...]


@dataclass(frozen=True)
class ShownDifference:
    """A sharp difference in names and numbers: ``pointed`` of the documents know both roles and name one only."""

    duty: Duty
    role: Role
    label: str
    pointed: int
    other: Role
    other_label: str
    other_has: bool


def area_bars(summary: Summary, areas: Mapping[str, Area], roles: Sequence[Role]) -> list[AreaBars]:
    """The duties by area for each role."""
    scale = max(summary.largest, 1)
    return [
        AreaBars(
            areas[slug],
            tuple(
                Bar(role, each.by_area[place], FULL * each.by_area[place] // scale)
                for role, each in zip(roles, summary.roles, strict=True)
            ),
        )
        for place, slug in enumerate(summary.areas)
    ]


def role_totals(summary: Summary, duties: Mapping[str, Duty], roles: Sequence[Role]) -> list[RoleTotal]:
    """The duties of each role in all, alone and shared."""
    return [
        RoleTotal(
            role,
            each.count,
            tuple(duties[slug] for slug in each.alone),
            tuple(duties[slug] for slug in each.shared),
            tuple(duties[slug] for slug in each.fewer),
        )
        for role, each in zip(roles, summary.roles, strict=True)
    ]


def overlap_rows(
    overlap: Sequence[Intersection], duties: Mapping[str, Duty], roles: Sequence[Role], min_voices: int
) -> list[OverlapRow]:
    """The rows of the UpSet, the largest first."""
    scale = max((group.size for group in overlap), default=1)
    return [
        OverlapRow(
            tuple(
                _member(role, state, min_voices, uncounted=place in group.uncounted)
                for place, (role, state) in enumerate(zip(roles, group.states, strict=True))
            ),
            tuple(duties[slug] for slug in group.duties),
            FULL * group.size // scale,
        )
        for group in overlap
    ]


def _member(role: Role, state: CellState, min_voices: int, *, uncounted: bool) -> Member:
    label = str(STANCES[Stance.QUALIFIES]) if uncounted else state_label(state, min_voices)
    return Member(role, state, label, uncounted)


def legend(rows: Iterable[OverlapRow]) -> list[tuple[str, str]]:
    """The marks that the rows show, each with its meaning."""
    return sorted({(member.mark, member.label) for row in rows for member in row.members if member.mark})


def uncounted(summary: Summary, duties: Mapping[str, Duty], roles: Sequence[Role]) -> list[UncountedDuty]:
    """The duties that some role has only under a condition or in doubt, in the order of the rows."""
    return [
        UncountedDuty(duties[each.duty], tuple(role for role in roles if role.slug in each.roles))
        for each in summary.uncounted
    ]


def differences(
    summary: Summary, duties: Mapping[str, Duty], roles: Sequence[Role], min_voices: int
) -> list[ShownDifference]:
    """The sharpest differences, the sharpest first."""
    by_slug = {role.slug: role for role in roles}
    return [_difference(each, duties, by_slug, min_voices) for each in summary.differences]


def _difference(
    each: Difference, duties: Mapping[str, Duty], roles: Mapping[str, Role], min_voices: int
) -> ShownDifference:
    parts = [involvement_label(part.involvement) for part in each.other.parts if not part.denied]
    return ShownDifference(
        duties[each.duty],
        roles[each.role],
        involvement_label(each.part.involvement),
        len(each.pointed),
        roles[each.other.role],
        ", ".join(parts) or state_label(each.other.state, min_voices),
        bool(parts),
    )
