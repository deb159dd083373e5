"""Where each document stands on one question, the silent ones too. Claims in, a table of stances out. No Django here.

A document that does not describe a role cannot deny it anything; one that describes the role and is silent is not a
"no" either. The table keeps the two apart.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from responsibilities.agreement.rule import Claim


class Stance(StrEnum):
    """What one document says about one role and one involvement."""

    AFFIRMS = "affirms"
    REPEATS = "repeats"  # says so, but as one voice with another document: it repeats its sentence, or derives from it
    DENIES = "denies"
    QUALIFIES = "qualifies"  # says so under a condition or in a doubtful passage only: not counted
    DOUBTS = "doubts"  # denies it under a condition or in a doubtful passage only: not counted
    SILENT = "silent"  # describes the role, says nothing of this
    UNKNOWN = "unknown"  # does not describe the role


Describing = Mapping[str, Mapping[str, str]]

# Where one document says several things of the same role: the first of these.
WEIGHT = (Stance.AFFIRMS, Stance.REPEATS, Stance.DENIES, Stance.QUALIFIES, Stance.DOUBTS)


@dataclass(frozen=True)
class DocumentStand:
    """One document: its stance on each role asked about, in their order.

    ``elsewhere`` are the (role, involvement, stance) of the same duty apart from the one asked about, sorted.
    """

    document: str
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
    documents: Mapping[str, str],
    describing: Describing,
) -> tuple[DocumentStand, ...]:
    """Where the documents stand on who plays ``involvement``; those that speak first, each in the order given.

    ``documents`` maps those that may speak to the keys of their voices, ``claims`` are all of the duty; ``describing``
    are, by role, the voices that describe it at all, each with the document that it is named after. Of documents with
    the same key, those appear that say something of the duty; where none does, one stands for all.
    """
    said: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        said[claim.speaker].append(claim)
    shown = _shown(documents, said, _names(roles, describing))
    found = [
        _stand(slug, said.get(slug, []), involvement, roles, [documents[slug] in describing.get(r, ()) for r in roles])
        for slug in shown
    ]
    return tuple(sorted(found, key=lambda stand: not stand.speaks))


def _names(roles: Sequence[str], describing: Describing) -> dict[str, str]:
    """By voice, a document in which it describes a role: one of those asked about, if it can be."""
    asked = [describing.get(role, {}) for role in roles]
    return {voice: name for named in reversed([*asked, *describing.values()]) for voice, name in named.items()}


def _shown(documents: Mapping[str, str], said: Collection[str], names: Mapping[str, str]) -> list[str]:
    families: dict[str, list[str]] = defaultdict(list)
    for slug, voice in documents.items():
        families[voice].append(slug)
    kept: set[str] = set()
    for voice, members in families.items():
        silent = names.get(voice, "")
        kept |= {slug for slug in members if slug in said} or {silent if silent in members else members[0]}
    return [slug for slug in documents if slug in kept]


def _stand(
    document: str, claims: list[Claim], involvement: str, roles: Sequence[str], describes: Sequence[bool]
) -> DocumentStand:
    """``describes`` tells of each role whether the voice of the document describes it."""
    asked = [claim for claim in claims if claim.involvement == involvement]
    others = {(claim.role, claim.involvement) for claim in claims if claim.involvement != involvement}
    elsewhere = tuple(
        (role, part, _spoken(claim for claim in claims if (claim.role, claim.involvement) == (role, part)))
        for role, part in sorted(others)
    )
    stances = tuple(_stance(role, asked, describes=known) for role, known in zip(roles, describes, strict=True))
    return DocumentStand(document, stances, elsewhere)


def _stance(role: str, asked: list[Claim], *, describes: bool) -> Stance:
    if said := [claim for claim in asked if claim.role == role]:
        return _spoken(said)
    return Stance.SILENT if describes else Stance.UNKNOWN


def _spoken(claims: Iterable[Claim]) -> Stance:
    """What these claims of one document about one role and part come to; there is at least one."""
    said = {_said(claim) for claim in claims}
    return next(stance for stance in WEIGHT if stance in said)


def _said(claim: Claim) -> Stance:
    if not claim.counts:
        return Stance.DOUBTS if claim.denies else Stance.QUALIFIES
    if claim.denies:
        return Stance.DENIES
    return Stance.AFFIRMS if claim.speaker == claim.name else Stance.REPEATS
