"""Whose duties a document tells, where it stands alone and who contradicts it: an interface, so it may look upwards.

Eleven queries beside those of the document and its passages, however much there is to say; nine where nobody
contradicts it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from responsibilities.agreement.duty_count import DutyCount
from responsibilities.agreement.portrait import Cover, Fact, Portrait, portray
from responsibilities.agreement.rule import Claim
from responsibilities.models import Area, Citation, Duty, Involvement, Responsibility
from responsibilities.reading import Shelf, by_area
from responsibilities.record import (
    DutyEvidence,
    Record,
    count_cited,
    counts,
    trait_voices,
)
from responsibilities.wording import involvement_label, part_question, question
from roles.models import Role, Trait
from sources.models import Passage, Source, Standing
from sources.voices import Voices

FULL = 100  # length of the longest bar


@dataclass(frozen=True)
class RoleCover:
    """What the document says of one role, in numbers: duties and other facts, and how many it alone gives."""

    role: Role
    duties: DutyCount
    duties_alone: int
    traits: int
    traits_alone: int


@dataclass(frozen=True)
class AreaCover:
    """The duties of one area: of those ``named`` the document says whose they are, which is not all that it speaks of.

    ``length`` (of its bar) goes up to ``FULL``.
    """

    area: Area
    named: tuple[Duty, ...]
    left_out: tuple[Duty, ...]
    length: int

    @property
    def total(self) -> int:
        """The number of duties in the area."""
        return len(self.named) + len(self.left_out)


@dataclass(frozen=True)
class LonePart:
    """A role's part in a duty that no other document states; ``url`` is where it stands."""

    role: Role
    label: str
    url: str


@dataclass(frozen=True)
class LoneDuty:
    """A duty and the parts in it that no other document states."""

    duty: Duty
    parts: tuple[LonePart, ...]


@dataclass(frozen=True)
class Answer:
    """One role's part, with the citations of this document and those of the others."""

    responsibility: Responsibility
    own: tuple[Citation, ...]
    others: tuple[Citation, ...]


@dataclass(frozen=True)
class Contradiction:
    """A question that the document answers and others answer otherwise; its own answers come first.

    ``question`` is what is asked of the duty, ``part`` which part of it is meant: “Who plans?”.
    """

    question: str
    part: str
    url: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class DocumentProfile:
    """A document among the others. ``named_in_passing`` are roles that it knows but does not describe."""

    roles: tuple[RoleCover, ...]
    named_in_passing: tuple[Role, ...]
    unknown: tuple[Role, ...]
    covers: tuple[AreaCover, ...]
    alone: tuple[Shelf[LoneDuty], ...]
    contradictions: tuple[Contradiction, ...]
    doubtful: tuple[Passage, ...]
    stock: tuple[Passage, ...]

    @property
    def duties(self) -> int:
        """Of how many duties it says whose they are."""
        return sum(len(cover.named) for cover in self.covers)

    @property
    def every_duty(self) -> int:
        """How many duties there are."""
        return sum(cover.total for cover in self.covers)

    @property
    def silent_areas(self) -> tuple[Area, ...]:
        """The areas in which it says of no duty whose it is; it may well speak of them."""
        return tuple(cover.area for cover in self.covers if not cover.named)

    @property
    def lone_parts(self) -> int:
        """How many parts in duties it alone states."""
        return sum(len(lone.parts) for _, duties in self.alone for lone in duties)


def profile_of(source: Source, passages: Sequence[Passage]) -> DocumentProfile:
    """The profile of ``source``; ``passages`` are its own, in order, with ``SUPPORTS`` and ``repeated_by`` attached."""
    record = Record()
    voices = record.voices
    duties = list(Duty.objects.for_list())
    portrait = _portrait(source, _own_claims(source, passages, voices), duties, record)
    roles = list(Role.objects.in_order())
    described = Record([source.slug], voices=voices).describing
    known = _known(passages)
    return DocumentProfile(
        _role_covers([role for role in roles if role.slug in described], source, passages, portrait, voices),
        tuple(role for role in roles if role.slug in known and role.slug not in described),
        tuple(role for role in roles if role.slug not in known),
        _area_covers(portrait.covers, duties),
        _alone(portrait.alone, duties, roles),
        _contradictions(source, portrait.contradicted, duties, record),
        tuple(passage for passage in passages if passage.standing == Standing.DOUBTFUL),
        tuple(passage for passage in passages if passage.repeats or passage.repeated_by.all()),
    )


def _own_claims(source: Source, passages: Iterable[Passage], voices: Voices) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for passage in passages:
        for citation in passage.citations.all():
            stated = citation.responsibility
            voice = voices.of_source(source.slug)
            counted = counts(standing=passage.standing, condition=citation.condition_es)
            found[stated.duty.slug].append(
                Claim(
                    stated.role.slug,
                    stated.involvement,
                    voice,
                    counted,
                    citation.denies,
                    weighed=not stated.role.identity_open,
                )
            )
    return found


def _portrait(source: Source, own: Mapping[str, list[Claim]], duties: Sequence[Duty], record: Record) -> Portrait:
    slugs = {duty.pk: duty.slug for duty in duties}
    return portray(
        record.voices.of_source(source.slug),
        own,
        claims={slugs[pk]: found.claims for pk, found in record.claims.items()},
        verdicts={slugs[pk]: found.verdicts for pk, found in record.claims.items()},
        shelves={area.slug: [duty.slug for duty in shelf] for area, shelf in by_area(duties, lambda duty: duty.area)},
        involvements=Involvement.values,
    )


def _known(passages: Iterable[Passage]) -> set[str]:
    """The slugs of the roles that a passage supports anything of."""
    return {
        role.slug
        for passage in passages
        for role in (
            *(citation.responsibility.role for citation in passage.citations.all()),
            *(citation.trait.role for citation in passage.traitcitations.all()),
            *(citation.alias.role for citation in passage.aliascitations.all()),
            *(role for citation in passage.positioncitations.all() for role in citation.position.roles.all()),
        )
    }


def _role_covers(
    roles: Iterable[Role], source: Source, passages: Sequence[Passage], portrait: Portrait, voices: Voices
) -> tuple[RoleCover, ...]:
    voice = voices.of_source(source.slug)
    stated: dict[int, set[int]] = defaultdict(set)
    lone: dict[int, set[int]] = defaultdict(set)
    for trait in Trait.objects.according_to([source.slug]).for_display():
        stated[trait.role_id].add(trait.pk)
        if [voices.of_source(name) for name in trait_voices(trait, voices)] == [voice]:
            lone[trait.role_id].add(trait.pk)
    cited: dict[int, list[Citation]] = defaultdict(list)
    for passage in passages:
        for citation in passage.citations.all():
            cited[citation.responsibility.role_id].append(citation)
    alone = {role.pk: {fact.duty for fact in portrait.alone if fact.role == role.slug} for role in roles}
    return tuple(
        RoleCover(role, count_cited(cited[role.pk]), len(alone[role.pk]), len(stated[role.pk]), len(lone[role.pk]))
        for role in roles
    )


def _area_covers(covers: Iterable[Cover], duties: Iterable[Duty]) -> tuple[AreaCover, ...]:
    by_slug = {duty.slug: duty for duty in duties}
    areas = {duty.area.slug: duty.area for duty in by_slug.values()}
    return tuple(
        AreaCover(
            areas[cover.area],
            tuple(by_slug[slug] for slug in cover.named),
            tuple(by_slug[slug] for slug in cover.left_out),
            FULL * len(cover.named) // (len(cover.named) + len(cover.left_out)),
        )
        for cover in covers
    )


def _alone(facts: Iterable[Fact], duties: Iterable[Duty], roles: Iterable[Role]) -> tuple[Shelf[LoneDuty], ...]:
    by_slug, named = {duty.slug: duty for duty in duties}, {role.slug: role for role in roles}
    parts: dict[Duty, list[LonePart]] = defaultdict(list)
    for fact in facts:
        duty = by_slug[fact.duty]
        stated = Responsibility(role=named[fact.role], duty=duty, involvement=fact.involvement)
        label = involvement_label(fact.involvement)
        parts[duty].append(LonePart(stated.role, label, stated.get_absolute_url()))
    return by_area((LoneDuty(duty, tuple(found)) for duty, found in parts.items()), lambda each: each.duty.area)


def _contradictions(
    source: Source, contradicted: Collection[tuple[str, str]], duties: Iterable[Duty], record: Record
) -> tuple[Contradiction, ...]:
    asked = {slug for slug, _ in contradicted}
    rows = Responsibility.objects.of_duties([duty.pk for duty in duties if duty.slug in asked]).for_display()
    evidence = {each.duty.slug: each for each in record.evidence(rows).values()}
    return tuple(_contradiction(source, evidence[slug], involvement) for slug, involvement in contradicted)


def _contradiction(source: Source, evidence: DutyEvidence, involvement: str) -> Contradiction:
    stated = [
        responsibility
        for responsibility in evidence.responsibilities
        if responsibility.involvement == involvement and evidence.agreement_on(responsibility)
    ]
    stated.sort(key=lambda responsibility: -len(evidence.voices_of(responsibility)))
    answers = sorted((_answer(source, responsibility) for responsibility in stated), key=lambda answer: not answer.own)
    url = f"{evidence.duty.get_absolute_url()}#part-{involvement}"
    return Contradiction(question(evidence.duty), part_question(involvement), url, tuple(answers))


def _answer(source: Source, responsibility: Responsibility) -> Answer:
    citations = responsibility.citations.all()
    own = tuple(citation for citation in citations if citation.passage.source_id == source.pk)
    others = tuple(citation for citation in citations if citation.passage.source_id != source.pk)
    return Answer(responsibility, own, others)
