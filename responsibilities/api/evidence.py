"""What the serializers weigh facts with: voices, who describes which role, and the verdicts on every duty."""

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import Any, TypedDict

from responsibilities.agreement.duty_count import DutyCount
from responsibilities.agreement.rule import Agreement, names, weighed_on
from responsibilities.models import Responsibility
from responsibilities.record import Record, claims_of, duty_counts, trait_voices
from roles.models import Trait
from sources.models import Source
from web.api.endpoint import FactList


class Counted(TypedDict):
    """“3 of 5”, and which."""

    count: int
    of: int
    sources: list[str]


class Evidence(Record):
    """A record, counted as the answers say it."""

    @cached_property
    def speakers(self) -> Collection[str]:
        """The voices of all documents: one query."""
        slugs = Source.objects.values_list("slug", flat=True)
        return {self.voices.of_source(slug) for slug in slugs if not self.sources or slug in self.sources}

    def counted(self, names: Iterable[str], roles: Iterable[str]) -> Counted:
        """The voices with these names, out of those that describe one of these roles."""
        found = sorted(names)
        describing = {voice for role in roles for voice in self.describing.get(role, ())}
        return {"count": len(found), "of": len(describing), "sources": found}

    def of_role(self, role: str) -> Counted:
        """The voices that describe this role, out of all."""
        return {**self.counted(self.describing.get(role, {}).values(), [role]), "of": len(self.speakers)}

    def of_responsibility(self, responsibility: Responsibility) -> Counted:
        """The voices that give this part to this role; its citations are loaded."""
        affirming = (claim for claim in claims_of(responsibility, self.voices) if claim.affirms)
        return self.counted(names(affirming), [responsibility.role.slug])

    def deniers_of(self, responsibility: Responsibility) -> list[str]:
        """The documents that the voices which deny this part are named after; its citations are loaded."""
        denying = (claim for claim in claims_of(responsibility, self.voices) if claim.counts and claim.denies)
        return list(names(denying))

    def of_trait(self, trait: Trait) -> Counted:
        """The voices that state this trait; its citations are loaded."""
        return self.counted(trait_voices(trait, self.voices), [trait.role.slug])

    @cached_property
    def duty_counts(self) -> Mapping[str, DutyCount]:
        """By role, how many duties it has: one query."""
        return duty_counts(self.sources)

    def agreement_on(self, responsibility: Responsibility) -> Agreement | None:
        """The agreement on this part of the duty; None for a role that is not weighed."""
        duty = self.claims.get(responsibility.duty_id)
        verdicts = duty.verdicts if duty else {}
        return weighed_on(verdicts, responsibility.role.slug, responsibility.involvement)


class Weighing(FactList):
    """A list whose serializers weigh facts: they find the ``Evidence`` in their context."""

    def get_serializer_context(self) -> dict[str, Any]:
        """All documents, or those that are asked for."""
        return {**super().get_serializer_context(), "evidence": Evidence(self.sources)}
