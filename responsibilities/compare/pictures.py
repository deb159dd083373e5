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

    @property
    def numbers(self) -> dict[str, int]:
        """What files and answers tell of it."""
        return {
            "duties": self.count.total,
            "uncounted": self.count.uncounted,
            "alone": len(self.alone),
            "shared": len(self.shared),
        }


@dataclass(frozen=True)
class Member:
    """How a role stands in the duties of one row of the overlap; ``label`` is the state in words."""

    role: Role
    state: CellState
    label: str
    uncounted: bool = False

    @property
    def has(self) -> bool:
        """Whether it has the duties, however weakly."""
        return self.state is CellState.HAS

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
        return tuple(member.role for member in self.members if member.has)


@dataclass(frozen=True)
class UncountedDuty:
    """A duty that these roles have only under a condition or in doubt."""

    duty: Duty
    roles: tuple[Role, ...]


@dataclass(frozen=True)
class ShownDifference:
    """A sharp difference: the documents (``sources``) that know both roles and give this part to the one only.

    ``other_parts`` are those that the other plays instead, in words; ``other_state`` says how it stands.
    """

    duty: Duty
    role: Role
    involvement: str
    sources: tuple[str, ...]
    other: Role
    other_parts: tuple[str, ...]
    other_state: str

    @property
    def label(self) -> str:
        """“plans”, in the active language."""
        return involvement_label(self.involvement)

    @property
    def other_label(self) -> str:
        """The parts of the other or, where there are none, its state."""
        return ", ".join(self.other_parts) or self.other_state


class Named:
    """Puts the roles, duties and areas themselves in the place of the slugs that the pure rules give."""

    def __init__(
        self, roles: Sequence[Role], duties: Mapping[str, Duty], areas: Mapping[str, Area], min_voices: int
    ) -> None:
        self.roles = {role.slug: role for role in roles}
        self.duties = duties
        self.areas = areas
        self.min_voices = min_voices

    def duties_of(self, slugs: Iterable[str]) -> tuple[Duty, ...]:
        """The duties with these slugs, in this order."""
        return tuple(self.duties[slug] for slug in slugs)

    def bars(self, summary: Summary) -> tuple[AreaBars, ...]:
        """The duties by area for each role."""
        return tuple(
            AreaBars(
                self.areas[slug],
                tuple(self._bar(each.role, each.by_area[place], summary.largest) for each in summary.roles),
            )
            for place, slug in enumerate(summary.areas)
        )

    def _bar(self, role: str, number: int, largest: int) -> Bar:
        return Bar(self.roles[role], number, FULL * number // max(largest, 1))

    def totals(self, summary: Summary) -> tuple[RoleTotal, ...]:
        """The duties of each role in all, alone and shared."""
        return tuple(
            RoleTotal(
                self.roles[each.role],
                each.count,
                self.duties_of(each.alone),
                self.duties_of(each.shared),
                self.duties_of(each.fewer),
            )
            for each in summary.roles
        )

    def overlap(self, found: Sequence[Intersection]) -> tuple[OverlapRow, ...]:
        """The rows of the UpSet, the largest first."""
        scale = max((group.size for group in found), default=1)
        return tuple(
            OverlapRow(self._members(group), self.duties_of(group.duties), FULL * group.size // scale)
            for group in found
        )

    def _members(self, group: Intersection) -> tuple[Member, ...]:
        return tuple(
            self._member(role, state, uncounted=place in group.uncounted)
            for place, (role, state) in enumerate(zip(self.roles.values(), group.states, strict=True))
        )

    def _member(self, role: Role, state: CellState, *, uncounted: bool) -> Member:
        label = str(STANCES[Stance.QUALIFIES]) if uncounted else state_label(state, self.min_voices)
        return Member(role, state, label, uncounted)

    def uncounted(self, summary: Summary) -> tuple[UncountedDuty, ...]:
        """The duties that some role has only under a condition or in doubt, in the order of the rows."""
        return tuple(
            UncountedDuty(self.duties[each.duty], tuple(self.roles[role] for role in each.roles))
            for each in summary.uncounted
        )

    def difference(self, each: Difference, names: Mapping[str, str]) -> ShownDifference:
        """A sharp difference; ``names`` are the documents that the voices behind its part are named after."""
        parts = tuple(involvement_label(part.involvement) for part in each.other.parts if not part.denied)
        return ShownDifference(
            self.duties[each.duty],
            self.roles[each.role],
            each.part.involvement,
            tuple(sorted(names[voice] for voice in each.pointed)),
            self.roles[each.other.role],
            parts,
            state_label(each.other.state, self.min_voices),
        )
