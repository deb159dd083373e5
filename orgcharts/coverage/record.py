"""What the documents give to whom, for all that looks at charts through duties: rows in; parts, takers, reasons out."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from orgcharts.coverage.rule import STRENGTH, Coverage, Hold, Part, cover
from orgcharts.models import Position
from responsibilities.agreement.rule import Agreement
from responsibilities.compare.rule import Part as StatedPart
from responsibilities.compare.rule import row_of
from responsibilities.models import Citation, Duty, Involvement
from responsibilities.record import DutyClaims, Record, counts
from responsibilities.wording import involvement_label
from roles.models import Role
from web.translated import spoken


@dataclass(frozen=True)
class Qualified:
    """A role that has a duty under a condition only, and that condition in words; empty: it has it in doubt only."""

    role: Role
    condition: str


@dataclass(frozen=True)
class Denied:
    """A role's part in a duty, in words, that documents deny; ``part`` tells how many."""

    role: Role
    label: str
    part: StatedPart


@dataclass(frozen=True)
class Given:
    """All duties (by slug, in the order of the shelves), all roles in their order, and who is given which part.

    ``denials`` are, by duty, the parts that documents deny to a role, in the order of the roles.
    """

    duties: Mapping[str, Duty]
    roles: tuple[Role, ...]
    parts: tuple[Part, ...]
    conditions: Mapping[tuple[str, str], str]
    denials: Mapping[str, tuple[Denied, ...]]

    def coverage(self, positions: Collection[Position]) -> Coverage:
        """The coverage of a chart with these positions, loaded with their roles; no query."""
        return cover({position.slug: slugs_of(position) for position in positions}, self.parts, list(self.duties))

    @cached_property
    def holds(self) -> dict[tuple[str, str, str], Hold]:
        """The best that all documents make of each part: by role, duty and involvement."""
        found: dict[tuple[str, str, str], Hold] = {}
        for part in self.parts:
            key = (part.role, part.duty, part.involvement)
            found[key] = min(part.hold, found.get(key, part.hold), key=STRENGTH.index)
        return found

    @cached_property
    def covering(self) -> dict[str, tuple[str, ...]]:
        """The duties that each role holds by a counted citation, roles and duties in order; a role may have none."""
        having: dict[str, set[str]] = {role.slug: set() for role in self.roles}
        for part in self.parts:
            if part.hold.holds:
                having[part.role].add(part.duty)
        return {role: tuple(duty for duty in self.duties if duty in found) for role, found in having.items()}

    @cached_property
    def having(self) -> dict[str, tuple[Role, ...]]:
        """The roles that hold each duty, in order; a duty of nobody has no entry."""
        found: dict[str, list[Role]] = defaultdict(list)
        for role in self.roles:
            for duty in self.covering[role.slug]:
                found[duty].append(role)
        return {duty: tuple(roles) for duty, roles in found.items()}

    def takers(self, duty: str) -> tuple[Role, ...]:
        """The roles that hold a duty, in order; one whose identity is open is no answer to who."""
        return tuple(role for role in self.having.get(duty, ()) if not role.identity_open)

    def qualified(self, duty: str) -> tuple[Qualified, ...]:
        """The roles that have a duty under a condition or in doubt only, in order; none whose identity is open."""
        weak = [role for role in self._given_to(duty) if role not in self.having.get(duty, ())]
        named = [role for role in weak if not role.identity_open]
        return tuple(Qualified(role, self.conditions.get((role.slug, duty), "")) for role in named)

    def unidentified(self, duty: str) -> tuple[Role, ...]:
        """The roles to whom a duty is given and whose document leaves open who they are, in order."""
        return tuple(role for role in self._given_to(duty) if role.identity_open)

    def _given_to(self, duty: str) -> list[Role]:
        """The roles to whom any document gives it, however weakly, in order."""
        slugs = {part.role for part in self.parts if part.duty == duty}
        return [role for role in self.roles if role.slug in slugs]

    @cached_property
    def disputed(self) -> dict[tuple[str, str], frozenset[str]]:
        """The roles (slugs) among which the documents differ, by duty and part."""
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for part in self.parts:
            if part.hold is Hold.DISPUTED:
                found[part.duty, part.involvement].add(part.role)
        return {key: frozenset(roles) for key, roles in found.items()}

    @cached_property
    def claimants(self) -> dict[str, frozenset[str]]:
        """The roles (slugs) to whom the documents give disputed parts in each duty that has such."""
        found: dict[str, frozenset[str]] = {}
        for (duty, _involvement), roles in self.disputed.items():
            found[duty] = found.get(duty, frozenset()) | roles
        return found


def slugs_of(position: Position) -> list[str]:
    """The roles of a position, whose roles are loaded."""
    return [role.slug for role in position.roles.all()]


def given() -> Given:
    """What there is now; six light queries."""
    duties = {duty.slug: duty for duty in Duty.objects.select_related("area").in_order()}
    slugs = {duty.pk: duty.slug for duty in duties.values()}
    weighed, roles = Record().claims, tuple(Role.objects.in_order())
    disputed, voices = _disputed(weighed), _voices(weighed)
    parts: list[Part] = []
    conditions: dict[tuple[str, str], str] = {}
    for role, duty_id, involvement, standing, condition_es, condition_en in _rows():
        duty = slugs[duty_id]
        counted = counts(standing=standing, condition=condition_es)
        weak = Hold.CONDITIONAL if condition_es else Hold.DOUBTFUL
        firm = Hold.DISPUTED if (duty_id, involvement, role) in disputed else Hold.FIRM
        heard = frozenset(voices[duty_id, involvement, role])
        parts.append(Part(role, duty, involvement, firm if counted else weak, heard))
        if condition_es:
            conditions.setdefault((role, duty), spoken(condition_es, condition_en))
    denials = {slugs[pk]: _denials(found, roles) for pk, found in weighed.items()}
    return Given(duties, roles, tuple(parts), conditions, denials)


def _rows() -> list[tuple[str, int, str, str, str, str]]:
    """Each affirming citation: role, duty, part, standing and its condition in both languages; one query."""
    affirming = Citation.objects.filter(denies=False).order_by("pk")
    return list(
        affirming.values_list(
            "responsibility__role__slug", "responsibility__duty_id", "responsibility__involvement",
            "passage__standing", "condition_es", "condition_en",
        )
    )  # fmt: skip


Weighed = Mapping[int, DutyClaims]
Fact = tuple[int, str, str]


def _disputed(weighed: Weighed) -> frozenset[Fact]:
    """The duty, part and role of each claim on which the documents differ."""
    return frozenset(
        (duty_id, involvement, entry.role)
        for duty_id, claims in weighed.items()
        for involvement, verdict in claims.verdicts.items()
        if verdict.agreement is Agreement.DISPUTED
        for entry in verdict.roles
    )


def _voices(weighed: Weighed) -> Mapping[Fact, set[str]]:
    """The counted voices that affirm each duty, part and role; of roles that are not weighed too."""
    found: dict[Fact, set[str]] = defaultdict(set)
    for duty_id, claims in weighed.items():
        for claim in claims.claims:
            if claim.counts and not claim.denies:
                found[duty_id, claim.involvement, claim.role].add(claim.voice)
    return found


def _denials(found: DutyClaims, roles: Iterable[Role]) -> tuple[Denied, ...]:
    denying = {(claim.role, claim.involvement) for claim in found.claims if claim.denies}
    cells = row_of("", [role.slug for role in roles], found.claims, found.verdicts, Involvement.values).cells
    return tuple(
        Denied(role, involvement_label(part.involvement), part)
        for role, cell in zip(roles, cells, strict=True)
        for part in cell.parts
        if (role.slug, part.involvement) in denying
    )
