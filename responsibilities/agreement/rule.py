"""Do the documents agree on who does a duty? Claims and their voices in, verdicts out. No Django here.

The rule (docs/glossary.md, "agreement"), for each involvement of one duty:

* conditional: nobody affirms it without a condition;
* single: one voice;
* agreed: two or more voices, and some role is named by all of them;
* disputed: two or more voices and no role named by all of them, or one voice denies what another affirms.

A role whose identity its document leaves open is not weighed: it takes no part in any of this.
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


class Sign(StrEnum):
    """An agreement as it is put into words for readers: the same, told apart where one word would not be true."""

    DISPUTED = "disputed"
    AGREED = "agreed"
    SINGLE = "single"
    APART = "apart"  # single in each part, but different documents speak of different parts
    CONDITIONAL = "conditional"
    DENIED = "denied"  # no counted voice, and nobody affirms it: documents only deny it


@dataclass(frozen=True)
class Claim:
    """One citation: ``voice`` says that ``role`` plays (or, with ``denies``, does not play) ``involvement``.

    ``voice`` is the key that tells voices apart. ``counts`` is false for a doubtful passage, a claim under a condition
    and an example of a single person; ``weighed`` is false for a role whose identity is open. ``document`` is the one
    that is cited, ``named`` the one that the voice is named after in this fact, each where it is not ``voice``.
    """

    role: str
    involvement: str
    voice: str
    counts: bool = True
    denies: bool = False
    document: str = ""
    named: str = ""
    weighed: bool = True

    @property
    def speaker(self) -> str:
        """The document whose passage it is."""
        return self.document or self.voice

    @property
    def name(self) -> str:
        """The document that its voice is named after."""
        return self.named or self.voice

    @property
    def affirms(self) -> bool:
        """Whether it gives a counted voice to what it is about."""
        return self.counts and not self.denies


@dataclass(frozen=True)
class RoleVoices:
    """How many voices give one involvement to one role: both tuples are sorted and without repetition."""

    role: str
    affirmed_by: tuple[str, ...]
    denied_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Verdict:
    """The agreement on one involvement: all its affirming voices, and those of each weighed role, most first.

    ``affirmed`` is false where every claim, counted or not, is a denial.
    """

    involvement: str
    agreement: Agreement
    voices: tuple[str, ...]
    roles: tuple[RoleVoices, ...]
    affirmed: bool = True

    def weighs(self, role: str) -> bool:
        """Whether this role takes part in the agreement."""
        return any(entry.role == role for entry in self.roles)


def weigh(claims: Iterable[Claim]) -> dict[str, Verdict]:
    """The verdict on each involvement that a weighed role is named for in the claims about one duty, sorted by it."""
    by_involvement: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.weighed:
            by_involvement[claim.involvement].append(claim)
    return {involvement: _verdict(involvement, by_involvement[involvement]) for involvement in sorted(by_involvement)}


def overall(verdicts: Mapping[str, Verdict]) -> Agreement | None:
    """The agreement on a duty as a whole; None where no weighed role is named."""
    found = {verdict.agreement for verdict in verdicts.values()}
    return next((state for state in WEIGHT if state in found), None)


def sign(verdicts: Mapping[str, Verdict]) -> Sign | None:
    """The agreement on a duty, or on the one part whose verdict is given, as it is put into words."""
    agreement = overall(verdicts)
    if agreement is Agreement.SINGLE and len({voice for each in verdicts.values() for voice in each.voices}) > 1:
        return Sign.APART
    if agreement is Agreement.CONDITIONAL and not any(verdict.affirmed for verdict in verdicts.values()):
        return Sign.DENIED
    return Sign(agreement) if agreement else None


def weighed_on(verdicts: Mapping[str, Verdict], role: str, involvement: str) -> Agreement | None:
    """The agreement on one role's part in a duty; None for a role that is not weighed."""
    verdict = verdicts.get(involvement)
    return verdict.agreement if verdict and verdict.weighs(role) else None


def named(claims: Iterable[Claim]) -> dict[str, str]:
    """By voice, the document that it is named after in these claims: always one that is cited in them.

    Where a voice has several names (a translation is cited for one role, its original for another), the original's.
    """
    given: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        given[claim.voice].add(claim.name)
    return {voice: voice if voice in found else min(found) for voice, found in given.items()}


def names(claims: Iterable[Claim]) -> tuple[str, ...]:
    """The documents that the voices of these claims are named after, one for each voice, sorted."""
    return tuple(sorted(named(claims).values()))


def _verdict(involvement: str, claims: list[Claim]) -> Verdict:
    affirmed: dict[str, set[str]] = {claim.role: set() for claim in claims}
    denied: dict[str, set[str]] = {claim.role: set() for claim in claims}
    for claim in claims:
        if claim.counts:
            (denied if claim.denies else affirmed)[claim.role].add(claim.voice)
    roles = [RoleVoices(role, tuple(sorted(affirmed[role])), tuple(sorted(denied[role]))) for role in affirmed]
    roles.sort(key=lambda entry: (-len(entry.affirmed_by), entry.role))
    voices = tuple(sorted(set().union(*affirmed.values())))
    said = any(not claim.denies for claim in claims)
    return Verdict(involvement, _agreement(voices, roles), voices, tuple(roles), affirmed=said)


def _agreement(voices: tuple[str, ...], roles: list[RoleVoices]) -> Agreement:
    if any(affirming != denying for role in roles for affirming in role.affirmed_by for denying in role.denied_by):
        return Agreement.DISPUTED
    if not voices:
        return Agreement.CONDITIONAL
    if len(voices) == 1:
        return Agreement.SINGLE
    named_by_all = any(role.affirmed_by == voices for role in roles)
    return Agreement.AGREED if named_by_all else Agreement.DISPUTED
