"""The shapes that whatever shows responsibilities shares: a part of a role in a duty, and the shelf of an area."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from responsibilities.agreement.rule import Claim, names
from responsibilities.compare.rule import Part
from responsibilities.models import Area, Citation, Responsibility
from responsibilities.record import DutyEvidence
from responsibilities.wording import denial, involvement_label

Each = TypeVar("Each")


@dataclass(frozen=True, kw_only=True)
class ShownPart(Part):
    """A part as it is shown: with its responsibility, and the "of 5" (``total``) that its voices are counted out of.

    ``names`` and ``deniers`` are the documents that its voices, affirming and denying, are named after. In the
    ``compact`` view statement and passages are left out.
    """

    responsibility: Responsibility
    total: int
    names: tuple[str, ...]
    deniers: tuple[str, ...]
    compact: bool = False

    @property
    def label(self) -> str:
        """“plans”, in the active language."""
        return involvement_label(self.involvement)

    @property
    def denial(self) -> str:
        """“2 documents deny it”; empty where none does."""
        return denial(self)

    @property
    def statement(self) -> str:
        """What its citations share."""
        return "" if self.compact else self.responsibility.statement

    @property
    def citations(self) -> list[Citation]:
        """Those that the responsibility was loaded with."""
        return [] if self.compact else list(self.responsibility.citations.all())


def shown_part(
    part: Part, responsibility: Responsibility, claims: Collection[Claim], total: int, *, compact: bool = False
) -> ShownPart:
    """``part`` as it is shown; ``claims`` are those that the citations of the responsibility make."""
    return ShownPart(
        **vars(part),
        responsibility=responsibility,
        total=total,
        names=names(claim for claim in claims if claim.affirms),
        deniers=names(claim for claim in claims if claim.counts and claim.denies),
        compact=compact,
    )


def part_in(evidence: DutyEvidence, responsibility: Responsibility, total: int) -> ShownPart:
    """The part that this responsibility of a duty states, weighed with all that is said of the duty."""
    return shown_part(evidence.part_of(responsibility), responsibility, evidence.claims[responsibility.pk], total)


class Shelf(NamedTuple, Generic[Each]):
    """What is shown of one area, in its order."""

    area: Area
    rows: tuple[Each, ...]


def by_area(things: Iterable[Each], area_of: Callable[[Each], Area]) -> tuple[Shelf[Each], ...]:
    """The things by area, in the order in which the areas first appear."""
    found: dict[Area, list[Each]] = {}
    for each in things:
        found.setdefault(area_of(each), []).append(each)
    return tuple(Shelf(area, tuple(shelved)) for area, shelved in found.items())
