"""What the serializers weigh facts with: voices, who describes which role, and the verdicts on every duty."""

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import TypedDict

from responsibilities.agreement import Agreement
from responsibilities.duty_count import DutyCount
from responsibilities.evidence import (
    DutyClaims,
    claims_by_duty,
    claims_of,
    describing_voices,
    duty_counts,
    trait_voices,
)
from responsibilities.models import Responsibility
from roles.models import Trait
from sources.models import Passage, Source
from sources.voices import Voices


class Counted(TypedDict):
    """“3 of 5”, and which."""

    count: int
    of: int
    sources: list[str]


class Evidence:
    """All documents, or those of ``sources`` (slugs) alone. Six light queries, each when it is needed."""

    def __init__(self, sources: Collection[str] = ()) -> None:
        self.sources = sources

    @cached_property
    def voices(self) -> Voices:
        """Who speaks through each passage: two queries."""
        return Passage.objects.voices()

    @cached_property
    def describing(self) -> Mapping[str, Collection[str]]:
        """By role, the voices that describe it: two queries."""
        return describing_voices(self.sources, voices=self.voices)

    @cached_property
    def speakers(self) -> Collection[str]:
        """The independent documents: one query."""
        slugs = Source.objects.values_list("slug", flat=True)
        return {self.voices.of_source(slug) for slug in slugs if not self.sources or slug in self.sources}

    @cached_property
    def duties(self) -> Mapping[int, DutyClaims]:
        """By the id of the duty, the verdicts on it: one query."""
        return claims_by_duty(self.voices, self.sources)

    def counted(self, voices: Iterable[str], roles: Iterable[str]) -> Counted:
        """These voices, out of those that describe one of these roles."""
        found = sorted(set(voices))
        describing = {voice for role in roles for voice in self.describing.get(role, ())}
        return {"count": len(found), "of": len(describing), "sources": found}

    def of_role(self, role: str) -> Counted:
        """The voices that describe this role, out of all."""
        return {**self.counted(self.describing.get(role, ()), [role]), "of": len(self.speakers)}

    def of_responsibility(self, responsibility: Responsibility) -> Counted:
        """The voices that give this part to this role; its citations are loaded."""
        claims = claims_of(responsibility, self.voices)
        affirming = {claim.voice for claim in claims if claim.counts and not claim.denies}
        return self.counted(affirming, [responsibility.role.slug])

    def of_trait(self, trait: Trait) -> Counted:
        """The voices that state this trait; its citations are loaded."""
        return self.counted(trait_voices(trait, self.voices), [trait.role.slug])

    @cached_property
    def duty_counts(self) -> Mapping[str, DutyCount]:
        """By role, how many duties it has: one query."""
        return duty_counts(self.sources)

    def agreement_on(self, responsibility: Responsibility) -> Agreement | None:
        """The agreement on this part of the duty; None for a role that is not weighed there."""
        duty = self.duties.get(responsibility.duty_id)
        verdict = duty.verdicts.get(responsibility.involvement) if duty else None
        weighed = verdict and any(entry.role == responsibility.role.slug for entry in verdict.roles)
        return verdict.agreement if verdict and weighed else None
