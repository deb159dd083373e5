"""Where each document stands on one question, the silent ones too. Claims in, a table of stances out. No Django here.

A document that does not describe a role cannot deny it anything; one that describes the role and is silent is not a
"no" either. The table keeps the two apart.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from responsibilities.agreement import Claim


class Stance(StrEnum):
    """What one independent document says about one role and one involvement."""

    AFFIRMS = "affirms"
    REPEATS = "repeats"  # says so, but only in the sentence of another document: one voice with it
    DENIES = "denies"
    QUALIFIES = "qualifies"  # says so under a condition or in a doubtful passage only: not counted
    SILENT = "silent"  # describes the role, says nothing of this
    UNKNOWN = "unknown"  # does not describe the role


# Where one voice says several things of the same role: the first of these.
WEIGHT = (Stance.AFFIRMS, Stance.REPEATS, Stance.DENIES, Stance.QUALIFIES)


@dataclass(frozen=True)
class VoiceStand:
    """One independent document: its stance on each role asked about, in their order.

    ``elsewhere`` are the (role, involvement, stance) of the same duty apart from the one asked about, sorted.
    """

    voice: str
    stances: tuple[Stance, ...]
    elsewhere: tuple[tuple[str, str, Stance], ...] = ()

    @property
    def speaks(self) -> bool:
        """Whether it says anything about the question."""
        return any(stance in WEIGHT for stance in self.stances)


def stands(
    claims: Iterable[Claim],
    involvement: str,
    *,
    roles: Sequence[str],
    voices: Sequence[str],
    describing: Mapping[str, Collection[str]],
) -> tuple[VoiceStand, ...]:
    """Where each of ``voices`` stands on who plays ``involvement``; those that speak first, each in the order given.

    ``voices`` are independent documents, ``claims`` all of the duty; ``describing`` are, by role, the voices that
    describe it at all.
    """
    said: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        said[claim.speaker].append(claim)
    found = [_stand(voice, said.get(voice, []), involvement, roles, describing) for voice in voices]
    return tuple(sorted(found, key=lambda stand: not stand.speaks))


def _stand(
    voice: str,
    claims: list[Claim],
    involvement: str,
    roles: Sequence[str],
    describing: Mapping[str, Collection[str]],
) -> VoiceStand:
    asked = [claim for claim in claims if claim.involvement == involvement]
    others = {(claim.role, claim.involvement) for claim in claims if claim.involvement != involvement}
    elsewhere = tuple(
        (role, part, _spoken(claim for claim in claims if (claim.role, claim.involvement) == (role, part)))
        for role, part in sorted(others)
    )
    return VoiceStand(voice, tuple(_stance(voice, role, asked, describing) for role in roles), elsewhere)


def _stance(voice: str, role: str, asked: list[Claim], describing: Mapping[str, Collection[str]]) -> Stance:
    said = [claim for claim in asked if claim.role == role]
    if said:
        return _spoken(said)
    return Stance.SILENT if voice in describing.get(role, ()) else Stance.UNKNOWN


def _spoken(claims: Iterable[Claim]) -> Stance:
    """What these claims of one document about one role and part come to; there is at least one."""
    said = {_said(claim) for claim in claims}
    return next(stance for stance in WEIGHT if stance in said)


def _said(claim: Claim) -> Stance:
    if not claim.counts:
        return Stance.QUALIFIES
    if claim.denies:
        return Stance.DENIES
    return Stance.AFFIRMS if claim.speaker == claim.voice else Stance.REPEATS
