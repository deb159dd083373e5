"""From rows to claims: what the pure rules of voices, agreement and cells are fed with."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from responsibilities.agreement.duty_count import DutyCount, count_duties
from responsibilities.agreement.rule import Agreement, Claim, Sign, Verdict, names, overall, sign, weigh, weighed_on
from responsibilities.compare.rule import Part, part_of
from responsibilities.models import Citation, Duty, Responsibility
from roles.models import Trait, TraitCitation, TraitKind
from sources.models import Passage, Standing
from sources.voices import Voice, Voices


def counts(*, standing: str, condition: str) -> bool:
    """Whether a citation is counted: a sound passage, without a condition (glossary, "voices")."""
    return standing == Standing.SOUND and not condition


@dataclass(frozen=True)
class Cited:
    """One citation of one fact, as far as it is weighed. ``source`` is the slug of its document."""

    passage: int
    source: str
    counts: bool
    denies: bool = False


def voices_of(cited: Iterable[Cited], voices: Voices) -> dict[Cited, Voice]:
    """The voice of each citation of one fact: those that count are weighed together, affirming and denying apart.

    What does not count is nobody's voice; it is shown under the name of its own document.
    """
    alike: dict[tuple[bool, bool], list[Cited]] = defaultdict(list)
    for each in cited:
        alike[each.counts, each.denies].append(each)
    found: dict[Cited, Voice] = {}
    for (counted, _denies), group in alike.items():
        spoken = voices.of_fact((each.passage, each.source) for each in group) if counted else {}
        found |= {each: spoken.get(each.source, Voice(voices.of_source(each.source), each.source)) for each in group}
    return found


@dataclass(frozen=True)
class Stated:
    """A role's part in a duty, as far as it is weighed; ``open`` if its document leaves open which role it is."""

    role: str
    involvement: str
    open: bool = False


def claims_about(stated: Stated, cited: Iterable[Cited], voices: Voices) -> list[Claim]:
    """The claims that the citations of one responsibility make, in no particular order."""
    return [
        Claim(
            stated.role,
            stated.involvement,
            voice.key,
            each.counts,
            each.denies,
            document=each.source if each.source != voice.key else "",
            named=voice.name if voice.name != voice.key else "",
            weighed=not stated.open,
        )
        for each, voice in voices_of(cited, voices).items()
    ]


def claims_of(responsibility: Responsibility, voices: Voices) -> list[Claim]:
    """The claims that the loaded citations of one responsibility make; no query after ``for_display``."""
    cited = [
        Cited(
            citation.passage_id,
            citation.passage.source.slug,
            counts(standing=citation.passage.standing, condition=citation.condition_es),
            citation.denies,
        )
        for citation in responsibility.citations.all()
    ]
    role = responsibility.role
    return claims_about(Stated(role.slug, responsibility.involvement, role.identity_open), cited, voices)


def trait_voices(trait: Trait, voices: Voices) -> tuple[str, ...]:
    """The documents that the counted voices of a trait are named after, sorted; no query after ``for_display``."""
    counted = [
        (citation.passage_id, citation.passage.source.slug)
        for citation in trait.citations.all()
        if counts(standing=citation.passage.standing, condition=citation.condition_es)
    ]
    return tuple(sorted({voice.name for voice in voices.of_fact(counted).values()}))


@dataclass(frozen=True)
class Weighed:
    """The verdicts on one duty, by involvement, of all roles but those whose identity is open."""

    verdicts: Mapping[str, Verdict]

    @property
    def agreement(self) -> Agreement | None:
        """The agreement on the duty as a whole; None where no weighed role is named."""
        return overall(self.verdicts)

    @property
    def sign(self) -> Sign | None:
        """That agreement as it is put into words."""
        return sign(self.verdicts)


@dataclass(frozen=True)
class DutyEvidence(Weighed):
    """One duty and all that the documents say of who does it; its responsibilities are in display order."""

    duty: Duty
    responsibilities: tuple[Responsibility, ...]
    claims: Mapping[int, tuple[Claim, ...]]

    def agreement_on(self, responsibility: Responsibility) -> Agreement | None:
        """The agreement on the involvement of this responsibility; None for a role that is not weighed."""
        return weighed_on(self.verdicts, responsibility.role.slug, responsibility.involvement)

    def sign_on(self, responsibility: Responsibility) -> Sign | None:
        """That agreement as it is put into words."""
        agreement = self.agreement_on(responsibility)
        return sign({responsibility.involvement: self.verdicts[responsibility.involvement]}) if agreement else None

    def part_of(self, responsibility: Responsibility) -> Part:
        """What the documents say of this part of this role: who affirms it and who denies it."""
        role, involvement = responsibility.role.slug, responsibility.involvement
        return part_of(role, involvement, self.claims.get(responsibility.pk, ()), self.verdicts.get(involvement))

    def voices_of(self, responsibility: Responsibility) -> tuple[str, ...]:
        """The documents that the counted voices which affirm this responsibility are named after, sorted."""
        return names(claim for claim in self.claims.get(responsibility.pk, ()) if claim.affirms)


def _evidence(group: list[Responsibility], voices: Voices) -> DutyEvidence:
    claims = {responsibility.pk: tuple(claims_of(responsibility, voices)) for responsibility in group}
    verdicts = weigh(claim for each in claims.values() for claim in each)
    return DutyEvidence(verdicts, group[0].duty, tuple(group), claims)


@dataclass(frozen=True)
class DutyClaims(Weighed):
    """What the documents say of who does one duty, without the texts: enough for verdicts, cells and filters."""

    claims: tuple[Claim, ...]

    def voices_on(self, involvement: str, role: str = "", *, denies: bool = False) -> tuple[str, ...]:
        """The names of the counted voices that give (or deny) this part to this role, or to any that is weighed."""
        return names(
            claim
            for claim in self.claims
            if claim.involvement == involvement and claim.counts and claim.denies is denies
            if (claim.role == role if role else claim.weighed)
        )


CLAIM_COLUMNS = (
    "responsibility__duty_id",
    "responsibility__role__identity_open",
    "responsibility__role__slug",
    "responsibility__involvement",
    "passage_id",
    "passage__source__slug",
    "passage__standing",
    "condition_es",
    "denies",
)


def _facts(rows: QuerySet[Citation]) -> dict[tuple[int, Stated], list[Cited]]:
    """What is cited for each responsibility, by the id of its duty and what it states: one query."""
    facts: dict[tuple[int, Stated], list[Cited]] = defaultdict(list)
    for duty_id, is_open, role, involvement, passage_id, source, standing, condition, denies in rows.values_list(
        *CLAIM_COLUMNS
    ):
        counted = counts(standing=standing, condition=condition)
        facts[duty_id, Stated(role, involvement, is_open)].append(Cited(passage_id, source, counted, denies))
    return facts


class Record:
    """What all documents, or those of ``sources`` (slugs) alone, say of who does what; each thing loaded once, if ever.

    Give the ``voices`` of another record to save their two queries.
    """

    def __init__(self, sources: Collection[str] = (), *, voices: Voices | None = None) -> None:
        self.sources = sources
        self._known = voices

    @cached_property
    def voices(self) -> Voices:
        """Who speaks through each passage: two queries."""
        return self._known or Passage.objects.voices()

    @cached_property
    def describing(self) -> Mapping[str, Mapping[str, str]]:
        """By role slug, the voices that describe the role at all, each with the document that it is named after.

        A voice describes a role when it states a duty or a trait of it soundly and without a condition; naming it in
        passing (a trait of kind *mention*) is not describing. Two light queries.
        """
        stated = Citation.objects.filter(denies=False).values_list(
            "responsibility__role__slug", "passage_id", "passage__source__slug", "passage__standing", "condition_es"
        )
        traits = TraitCitation.objects.exclude(trait__kind=TraitKind.MENTION).values_list(
            "trait__role__slug", "passage_id", "passage__source__slug", "passage__standing", "condition_es"
        )
        found: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for rows in (stated, traits):
            for role, passage_id, source, standing, condition in rows:
                if counts(standing=standing, condition=condition) and (not self.sources or source in self.sources):
                    found[role].append((passage_id, source))
        return {role: dict(self.voices.of_fact(cited).values()) for role, cited in found.items()}

    def describers(self, role: str) -> int:
        """How many voices describe this role (slug): the "of 5" in "3 of 5"."""
        return len(self.describing.get(role, ()))

    @cached_property
    def claims(self) -> Mapping[int, DutyClaims]:
        """By duty id, the claims about every duty that these documents mention: one light query."""
        return self._claims(Citation.objects.all())

    def claims_on(self, duties: QuerySet[Responsibility, Any]) -> Mapping[int, DutyClaims]:
        """Those about some duties, given by a query for their ids, alone."""
        return self._claims(Citation.objects.filter(responsibility__duty__in=duties))

    def _claims(self, rows: QuerySet[Citation]) -> Mapping[int, DutyClaims]:
        if self.sources:
            rows = rows.filter(passage__source__slug__in=self.sources)
        found: dict[int, list[Claim]] = defaultdict(list)
        for (duty_id, stated), cited in _facts(rows.order_by("pk")).items():
            found[duty_id] += claims_about(stated, cited, self.voices)
        return {duty_id: DutyClaims(weigh(claims), tuple(claims)) for duty_id, claims in found.items()}

    @property
    def agreements(self) -> Mapping[int, Agreement]:
        """The agreement on every duty for which a weighed role is cited, by duty id."""
        return {duty_id: duty.agreement for duty_id, duty in self.claims.items() if duty.agreement}

    def evidence(self, responsibilities: Iterable[Responsibility]) -> dict[int, DutyEvidence]:
        """The evidence of each duty, by its id, in the order of the responsibilities given.

        Give *all* responsibilities of each duty (``ResponsibilityQuerySet.of_duties``), loaded with ``for_display``:
        leaving out a role would hide a disagreement. No query but those for the voices.
        """
        grouped: dict[int, list[Responsibility]] = defaultdict(list)
        for responsibility in responsibilities:
            grouped[responsibility.duty_id].append(responsibility)
        return {duty_id: _evidence(group, self.voices) for duty_id, group in grouped.items()}


def duty_counts(sources: Collection[str] = ()) -> dict[str, DutyCount]:
    """By role slug, how many duties each role has; with ``sources`` (slugs) by those documents. One light query."""
    rows = Citation.objects.filter(denies=False)
    if sources:
        rows = rows.filter(passage__source__slug__in=sources)
    affirmed: dict[str, list[tuple[int, bool]]] = defaultdict(list)
    for role, duty_id, standing, condition in rows.values_list(
        "responsibility__role__slug", "responsibility__duty_id", "passage__standing", "condition_es"
    ):
        affirmed[role].append((duty_id, counts(standing=standing, condition=condition)))
    return {role: count_duties(found) for role, found in affirmed.items()}


def count_cited(citations: Iterable[Citation]) -> DutyCount:
    """How many duties the citations of one role give to it, loaded with passage and responsibility."""
    return count_duties(
        (
            each.responsibility.duty_id,
            counts(standing=each.passage.standing, condition=each.condition_es),
        )
        for each in citations
        if not each.denies
    )
