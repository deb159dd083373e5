"""All that the page of a role says, gathered: an interface, like the page, so it may look upwards.

Sixteen queries beside those of the role, however much there is to say.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from orgcharts.models import Position
from responsibilities.agreement.duty_count import DutyCount, count_duties
from responsibilities.agreement.rule import Sign
from responsibilities.models import Area, Citation, Duty, Involvement, Responsibility
from responsibilities.reading import ShownPart, by_area, part_in
from responsibilities.record import DutyEvidence, Record, count_cited, duty_counts, trait_voices
from roles.models import Alias, Role, Trait, TraitKind
from sources.models import Source


@dataclass(frozen=True)
class StatedTrait:
    """A trait and the voices that are counted for it."""

    trait: Trait
    voices: tuple[str, ...]


@dataclass(frozen=True)
class TraitGroup:
    """The traits of one kind, in their order."""

    kind: TraitKind
    traits: tuple[StatedTrait, ...]


@dataclass(frozen=True, kw_only=True)
class PlayedPart(ShownPart):
    """One involvement of the role in a duty: what documents say of it, and the agreement on it, put into words.

    No ``sign`` where the identity of the role is open: then it is not weighed.
    """

    sign: Sign | None

    @property
    def is_affirmed(self) -> bool:
        """Whether any citation affirms it."""
        return any(not citation.denies for citation in self.citations)


@dataclass(frozen=True)
class DutyParts:
    """A duty and the parts that the role plays in it."""

    duty: Duty
    parts: tuple[PlayedPart, ...]


@dataclass(frozen=True)
class DutyShelf:
    """An area and the duties in it of which the documents say that the role has, or has not, a part in them."""

    area: Area
    duties: tuple[DutyParts, ...]

    @property
    def count(self) -> DutyCount:
        """How many of them the role has."""
        return _count(self.duties)


@dataclass(frozen=True)
class Describer:
    """A document and how many traits and duties of the role rest on it; ``counts`` if it is a voice of its own."""

    source: Source
    traits: int
    duties: DutyCount
    counts: bool


@dataclass(frozen=True)
class Comparison:
    """A way to the comparison of a role with ``others``; ``query`` names all of them in their editorial order."""

    others: tuple[Role, ...]
    query: str


@dataclass(frozen=True)
class Profile:
    """A role as its page tells it. ``total`` is the number of voices that describe it: the "of 5"."""

    role: Role
    aliases: tuple[Alias, ...]
    groups: tuple[TraitGroup, ...]
    shelves: tuple[DutyShelf, ...]
    positions: tuple[Position, ...]
    describers: tuple[Describer, ...]
    total: int

    @property
    def count(self) -> DutyCount:
        """How many duties the role has, on all shelves."""
        return _count(duty for shelf in self.shelves for duty in shelf.duties)

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is told: the documents chosen say nothing of the role."""
        return not (self.aliases or self.groups or self.shelves or self.positions)


def profile_of(role: Role, all_sources: Sequence[Source], *, sources: Collection[str] = ()) -> Profile:
    """The profile of ``role`` (loaded ``with_aliases(sources)``); with ``sources`` as only those documents tell it."""
    record = Record(sources)
    traits = Trait.objects.filter(role=role).according_to(sources).for_display(sources)
    stated = [StatedTrait(trait, trait_voices(trait, record.voices)) for trait in traits]
    speaking = record.describing.get(role.slug, {})
    duties = _duties(role, record)
    return Profile(
        role,
        tuple(role.other_names),
        _groups(stated),
        tuple(DutyShelf(*shelf) for shelf in by_area(duties, lambda each: each.duty.area)),
        tuple(Position.objects.of_role(role, sources)),
        _describers(all_sources, stated, duties, speaking),
        len(speaking),
    )


def listed(roles: Iterable[Role]) -> list[tuple[Role, DutyCount]]:
    """Each role with the number of its duties: one query."""
    counted = duty_counts()
    return [(role, counted.get(role.slug, DutyCount())) for role in roles]


def comparisons_of(role: Role, core: Iterable[Role]) -> list[Comparison]:
    """``role`` with each of the other core roles and, where there are several, with all of them."""
    others = tuple(other for other in core if other != role)
    sets = [(other,) for other in others] + ([others] if len(others) > 1 else [])
    return [Comparison(each, ",".join(one.slug for one in sorted([role, *each], key=_order))) for each in sets]


def _order(role: Role) -> tuple[bool, int, str]:
    return (not role.is_core, role.position, role.slug)


def _groups(stated: Iterable[StatedTrait]) -> tuple[TraitGroup, ...]:
    found: dict[str, list[StatedTrait]] = defaultdict(list)
    for each in stated:
        found[each.trait.kind].append(each)
    return tuple(TraitGroup(kind, tuple(found[kind])) for kind in TraitKind if kind in found)


def _duties(role: Role, record: Record) -> list[DutyParts]:
    asked = record.sources
    duties = Duty.objects.filter(responsibilities__in=Responsibility.objects.filter(role=role).according_to(asked))
    rows = Responsibility.objects.of_duties(duties).according_to(asked).for_display(asked)
    total = record.describers(role.slug)
    return [DutyParts(each.duty, _parts(role, each, total)) for each in record.evidence(rows).values()]


def _parts(role: Role, evidence: DutyEvidence, total: int) -> tuple[PlayedPart, ...]:
    own = [each for each in evidence.responsibilities if each.role_id == role.pk]
    own.sort(key=lambda each: Involvement.values.index(each.involvement))
    return tuple(PlayedPart(**vars(part_in(evidence, each, total)), sign=evidence.sign_on(each)) for each in own)


def _count(duties: Iterable[DutyParts]) -> DutyCount:
    return count_duties((each.duty.pk, bool(part.voices)) for each in duties for part in each.parts if part.is_affirmed)


def _describers(
    all_sources: Sequence[Source],
    stated: Iterable[StatedTrait],
    duties: Iterable[DutyParts],
    speaking: Mapping[str, str],
) -> tuple[Describer, ...]:
    traits: dict[int, set[int]] = defaultdict(set)
    for each in stated:
        for citation in each.trait.citations.all():
            traits[citation.passage.source_id].add(each.trait.pk)
    cited: dict[int, list[Citation]] = defaultdict(list)
    for duty in duties:
        for part in duty.parts:
            for stating in part.citations:
                cited[stating.passage.source_id].append(stating)
    return tuple(
        Describer(source, len(traits[source.pk]), count_cited(cited[source.pk]), source.slug in speaking.values())
        for source in all_sources
        if traits[source.pk] or cited[source.pk]
    )
