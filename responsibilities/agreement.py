"""Do the documents agree on who does a duty? Claims and their voices in, verdicts out. No Django here.

The rule (docs/glossary.md, "agreement"), for each involvement of one duty:

* conditional: nobody affirms it without a condition;
* single: one voice;
* agreed: two or more voices, and some role is named by all of them;
* disputed: two or more voices and no role named by all of them, or one voice denies what another affirms.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Agreement(StrEnum):
    """What the voices make of a duty or of one involvement in it."""

    DISPUTED = "disputed"
    AGREED = "agreed"
    SINGLE = "single"
    CONDITIONAL = "conditional"


# Of a duty as a whole: the first of these that any involvement has.
WEIGHT = (Agreement.DISPUTED, Agreement.AGREED, Agreement.SINGLE, Agreement.CONDITIONAL)


@dataclass(frozen=True)
class Claim:
    """One citation: ``voice`` says that ``role`` plays (or, with ``denies``, does not play) ``involvement``.

    ``counts`` is false for a doubtful passage, a claim under a condition and an example of a single person.
    ``document`` is the independent document that is cited, where it speaks with the voice of another.
    """

    role: str
    involvement: str
    voice: str
    counts: bool = True
    denies: bool = False
    document: str = ""

    @property
    def speaker(self) -> str:
        """The independent document whose passage it is."""
        return self.document or self.voice


@dataclass(frozen=True)
class RoleVoices:
    """How many voices give one involvement to one role: both tuples are sorted and without repetition."""

    role: str
    affirmed_by: tuple[str, ...]
    denied_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Verdict:
    """The agreement on one involvement: all its affirming voices, and those of each role that is named, most first."""

    involvement: str
    agreement: Agreement
    voices: tuple[str, ...]
    roles: tuple[RoleVoices, ...]


def weigh(claims: Iterable[Claim]) -> dict[str, Verdict]:
    """The verdict on each involvement that the claims about one duty name, by involvement, sorted."""
    by_involvement: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_involvement[claim.involvement].append(claim)
    return {involvement: _verdict(involvement, by_involvement[involvement]) for involvement in sorted(by_involvement)}


def overall(verdicts: Mapping[str, Verdict]) -> Agreement:
    """The agreement on a duty as a whole; of a duty that nobody names, conditional."""
    found = {verdict.agreement for verdict in verdicts.values()}
    return next((state for state in WEIGHT if state in found), Agreement.CONDITIONAL)


def _verdict(involvement: str, claims: list[Claim]) -> Verdict:
    affirmed: dict[str, set[str]] = {claim.role: set() for claim in claims}
    denied: dict[str, set[str]] = {claim.role: set() for claim in claims}
    for claim in claims:
        if claim.counts:
            (denied if claim.denies else affirmed)[claim.role].add(claim.voice)
    roles = [RoleVoices(role, tuple(sorted(affirmed[role])), tuple(sorted(denied[role]))) for role in affirmed]
    roles.sort(key=lambda entry: (-len(entry.affirmed_by), entry.role))
    voices = tuple(sorted(set().union(*affirmed.values())))
    return Verdict(involvement, _agreement(voices, roles), voices, tuple(roles))


def _agreement(voices: tuple[str, ...], roles: list[RoleVoices]) -> Agreement:
    if any(affirming != denying for role in roles for affirming in role.affirmed_by for denying in role.denied_by):
        return Agreement.DISPUTED
    if not voices:
        return Agreement.CONDITIONAL
    if len(voices) == 1:
        return Agreement.SINGLE
    named_by_all = any(role.affirmed_by == voices for role in roles)
    return Agreement.AGREED if named_by_all else Agreement.DISPUTED
