"""The summary and the overlap of a comparison, with the names and whole numbers that their pictures print."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from responsibilities.models import Area, Duty
from responsibilities.overlap import Intersection
from responsibilities.summary import Difference, Summary
from responsibilities.wording import STATES, involvement_label
from roles.models import Role

FULL = 100  # length of the longest bar


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
    """How many duties a role has in all, and how many of them none of the others has."""

    role: Role
    total: int
    alone: int


@dataclass(frozen=True)
class OverlapRow:
    """The duties that exactly some of the roles have; ``members`` says of each role whether it is one of them."""

    members: tuple[tuple[Role, bool], ...]
    duties: tuple[Duty, ...]
    length: int

    @property
    def having(self) -> tuple[Role, ...]:
        """The roles that have the duties."""
        return tuple(role for role, has in self.members if has)


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
                Bar(role, count.by_area[place], FULL * count.by_area[place] // scale)
                for role, count in zip(roles, summary.counts, strict=True)
            ),
        )
        for place, slug in enumerate(summary.areas)
    ]


def role_totals(summary: Summary, roles: Sequence[Role]) -> list[RoleTotal]:
    """The duties of each role in all."""
    return [RoleTotal(role, count.total, count.alone) for role, count in zip(roles, summary.counts, strict=True)]


def overlap_rows(
    overlap: Sequence[Intersection], duties: Mapping[str, Duty], roles: Sequence[Role]
) -> list[OverlapRow]:
    """The rows of the UpSet, the largest first."""
    scale = max((group.size for group in overlap), default=1)
    return [
        OverlapRow(
            tuple((role, role.slug in group.roles) for role in roles),
            tuple(duties[slug] for slug in group.duties),
            FULL * group.size // scale,
        )
        for group in overlap
    ]


def differences(summary: Summary, duties: Mapping[str, Duty], roles: Sequence[Role]) -> list[ShownDifference]:
    """The sharpest differences, the sharpest first."""
    by_slug = {role.slug: role for role in roles}
    return [_difference(each, duties, by_slug) for each in summary.differences]


def _difference(each: Difference, duties: Mapping[str, Duty], roles: Mapping[str, Role]) -> ShownDifference:
    parts = [involvement_label(part.involvement) for part in each.other.parts if not part.denied]
    return ShownDifference(
        duties[each.duty],
        roles[each.role],
        involvement_label(each.part.involvement),
        len(each.pointed),
        roles[each.other.role],
        ", ".join(parts) or str(STATES[each.other.state]),
        bool(parts),
    )
