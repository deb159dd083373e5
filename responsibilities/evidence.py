"""From rows to claims: what the pure rules of voices, agreement and cells are fed with."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from responsibilities.agreement import Agreement, Claim, Verdict, overall, weigh
from responsibilities.models import Citation, Duty, Responsibility
from roles.models import Trait, TraitCitation, TraitKind
from sources.models import Passage, Standing
from sources.voices import Voices


def counts(*, standing: str, condition: str) -> bool:
    """Whether a citation is counted: a sound passage, without a condition (glossary, "voices")."""
    return standing == Standing.SOUND and not condition


def claims_of(responsibility: Responsibility, voices: Voices) -> list[Claim]:
    """The claims that the loaded citations of one responsibility make; no query after ``for_display``."""
    return [
        Claim(
            role=responsibility.role.slug,
            involvement=responsibility.involvement,
            voice=voices.of_passage(citation.passage_id, citation.passage.source.slug),
            counts=counts(standing=citation.passage.standing, condition=citation.condition_es),
            denies=citation.denies,
        )
        for citation in responsibility.citations.all()
    ]


def trait_voices(trait: Trait, voices: Voices) -> tuple[str, ...]:
    """The counted voices of a trait, sorted; no query after ``for_display``."""
    return tuple(
        sorted(
            {
                voices.of_passage(citation.passage_id, citation.passage.source.slug)
                for citation in trait.citations.all()
                if counts(standing=citation.passage.standing, condition=citation.condition_es)
            }
        )
    )


@dataclass(frozen=True)
class DutyEvidence:
    """One duty and all that the documents say of who does it.

    ``responsibilities`` are in display order; ``verdicts`` are by involvement. The core roles are weighed against each
    other; other roles are weighed only in duties where no core role is named (PRODUCT: they take no part in the
    agreement on the three).
    """

    duty: Duty
    responsibilities: tuple[Responsibility, ...]
    claims: Mapping[int, tuple[Claim, ...]]
    verdicts: Mapping[str, Verdict]

    @property
    def agreement(self) -> Agreement:
        """The agreement on the duty as a whole."""
        return overall(self.verdicts)

    def agreement_on(self, responsibility: Responsibility) -> Agreement | None:
        """The agreement on the involvement of this responsibility; None for a role that takes no part in it."""
        verdict = self.verdicts.get(responsibility.involvement)
        if verdict is None or all(entry.role != responsibility.role.slug for entry in verdict.roles):
            return None
        return verdict.agreement

    def voices_of(self, responsibility: Responsibility) -> tuple[str, ...]:
        """The counted voices that affirm this responsibility, sorted."""
        claims = self.claims.get(responsibility.pk, ())
        return tuple(sorted({claim.voice for claim in claims if claim.counts and not claim.denies}))


def evidence_by_duty(responsibilities: Iterable[Responsibility], voices: Voices) -> dict[int, DutyEvidence]:
    """The evidence of each duty, by its id, in the order of the responsibilities given.

    Give *all* responsibilities of each duty (``ResponsibilityQuerySet.of_duties``), loaded with ``for_display``:
    leaving out a role would hide a disagreement. No query of its own.
    """
    grouped: dict[int, list[Responsibility]] = defaultdict(list)
    for responsibility in responsibilities:
        grouped[responsibility.duty_id].append(responsibility)
    return {duty_id: _evidence(group, voices) for duty_id, group in grouped.items()}


def _evidence(group: list[Responsibility], voices: Voices) -> DutyEvidence:
    claims = {responsibility.pk: tuple(claims_of(responsibility, voices)) for responsibility in group}
    weighed = [responsibility for responsibility in group if responsibility.role.is_core] or group
    verdicts = weigh(claim for responsibility in weighed for claim in claims[responsibility.pk])
    return DutyEvidence(group[0].duty, tuple(group), claims, verdicts)


def agreement_by_duty(sources: Collection[str] = ()) -> dict[int, Agreement]:
    """The agreement on every duty that has a responsibility, by duty id; two light queries and those of the voices.

    With ``sources`` (slugs) only those documents speak; duties that they do not mention are left out.
    """
    voices = Passage.objects.voices()
    rows = Citation.objects.all()
    if sources:
        rows = rows.filter(passage__source__slug__in=sources)
    core: dict[int, list[Claim]] = defaultdict(list)
    others: dict[int, list[Claim]] = defaultdict(list)
    for duty_id, is_core, role, involvement, passage_id, source, standing, condition, denies in rows.values_list(
        "responsibility__duty_id",
        "responsibility__role__is_core",
        "responsibility__role__slug",
        "responsibility__involvement",
        "passage_id",
        "passage__source__slug",
        "passage__standing",
        "condition_es",
        "denies",
    ):
        claim = Claim(
            role=role,
            involvement=involvement,
            voice=voices.of_passage(passage_id, source),
            counts=counts(standing=standing, condition=condition),
            denies=denies,
        )
        (core if is_core else others)[duty_id].append(claim)
    return {duty_id: overall(weigh(claims)) for duty_id, claims in {**others, **core}.items()}


def describing_voices(sources: Collection[str] = ()) -> dict[str, frozenset[str]]:
    """By role slug, the voices that describe the role at all: the "of 5" in "3 of 5".

    A voice describes a role when it states a duty or a trait of it soundly and without a condition; naming it in
    passing (a trait of kind *mention*) is not describing. Two light queries and those of the voices.
    """
    voices = Passage.objects.voices()
    stated = Citation.objects.filter(denies=False).values_list(
        "responsibility__role__slug", "passage_id", "passage__source__slug", "passage__standing", "condition_es"
    )
    traits = TraitCitation.objects.exclude(trait__kind=TraitKind.MENTION).values_list(
        "trait__role__slug", "passage_id", "passage__source__slug", "passage__standing", "condition_es"
    )
    found: dict[str, set[str]] = defaultdict(set)
    for rows in (stated, traits):
        for role, passage_id, source, standing, condition in rows:
            if counts(standing=standing, condition=condition) and (not sources or source in sources):
                found[role].add(voices.of_passage(passage_id, source))
    return {role: frozenset(speaking) for role, speaking in found.items()}
