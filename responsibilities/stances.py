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
    """What one voice says about one role and one involvement."""

    AFFIRMS = "affirms"
    DENIES = "denies"
    QUALIFIES = "qualifies"  # says so under a condition or in a doubtful passage only: not counted
    SILENT = "silent"  # describes the role, says nothing of this
    UNKNOWN = "unknown"  # does not describe the role


# Where one voice says several things of the same role: the first of these.
WEIGHT = (Stance.AFFIRMS, Stance.DENIES, Stance.QUALIFIES)


@dataclass(frozen=True)
class VoiceStand:
    """One voice: its stance on each role asked about, in their order.

    ``elsewhere`` are the (role, involvement) of the same duty that it states apart from the one asked about, sorted.
    """

    voice: str
    stances: tuple[Stance, ...]
    elsewhere: tuple[tuple[str, str], ...] = ()

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

    ``claims`` are all of the duty; ``describing`` are, by role, the voices that describe it at all.
    """
    said: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        said[claim.voice].append(claim)
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
    elsewhere = {(claim.role, claim.involvement) for claim in claims if claim.involvement != involvement}
    stances = tuple(_stance(voice, role, asked, describing) for role in roles)
    return VoiceStand(voice, stances, tuple(sorted(elsewhere)))


def _stance(voice: str, role: str, asked: list[Claim], describing: Mapping[str, Collection[str]]) -> Stance:
    said = {_said(claim) for claim in asked if claim.role == role}
    spoken = next((stance for stance in WEIGHT if stance in said), None)
    if spoken is not None:
        return spoken
    return Stance.SILENT if voice in describing.get(role, ()) else Stance.UNKNOWN


def _said(claim: Claim) -> Stance:
    if not claim.counts:
        return Stance.QUALIFIES
    return Stance.DENIES if claim.denies else Stance.AFFIRMS
