"""One document among the others: whose duties it tells, where it stands alone, where others differ from it.

Claims and verdicts in, duties and facts by their slugs out. No Django here.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from responsibilities.agreement.rule import Agreement, Claim, Verdict

Claims = Mapping[str, Collection[Claim]]
Verdicts = Mapping[str, Mapping[str, Verdict]]


@dataclass(frozen=True)
class Cover:
    """The duties of one area, in their order: those of which the document says whose they are, and the others."""

    area: str
    named: tuple[str, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True)
class Fact:
    """A role's part in a duty."""

    duty: str
    role: str
    involvement: str


@dataclass(frozen=True)
class Portrait:
    """``contradicted`` are the questions (duty, involvement) that the document answers and others answer otherwise.

    ``alone`` are the facts that no other voice states, apart from those questions.
    """

    covers: tuple[Cover, ...]
    alone: tuple[Fact, ...]
    contradicted: tuple[tuple[str, str], ...]


def portray(
    voice: str,
    own: Claims,
    *,
    claims: Claims,
    verdicts: Verdicts,
    shelves: Mapping[str, Sequence[str]],
    involvements: Sequence[str],
) -> Portrait:
    """The portrait of the document that speaks with ``voice``.

    ``own`` are the claims of its own passages, by duty: a stock sentence among them may speak with the voice of
    another document. ``claims`` and ``verdicts`` (by involvement) are those of all documents, by duty; ``shelves`` are
    the duties of each area. Everything comes in the order of ``shelves`` and ``involvements``.
    """
    duties = [duty for shelf in shelves.values() for duty in shelf if duty in own]
    contradicted = [(duty, part) for duty in duties for part in _disputed(own[duty], verdicts[duty], involvements)]
    alone = [
        Fact(duty, role, involvement)
        for duty in duties
        for role, involvement in _alone(voice, own[duty], claims[duty], involvements)
        if not ((duty, involvement) in contradicted and verdicts[duty][involvement].weighs(role))
    ]
    return Portrait(_covers(own, shelves), tuple(alone), tuple(contradicted))


def _covers(own: Claims, shelves: Mapping[str, Sequence[str]]) -> tuple[Cover, ...]:
    return tuple(
        Cover(area, tuple(d for d in shelf if d in own), tuple(d for d in shelf if d not in own))
        for area, shelf in shelves.items()
    )


def _disputed(own: Iterable[Claim], verdicts: Mapping[str, Verdict], involvements: Iterable[str]) -> list[str]:
    """The disputed involvements of one duty on which the document counts: with a role that is weighed."""
    spoken = {claim.involvement for claim in own if claim.counts and claim.weighed}
    return [
        name
        for name in involvements
        if name in spoken and name in verdicts and verdicts[name].agreement is Agreement.DISPUTED
    ]


def _alone(
    voice: str, own: Iterable[Claim], claims: Iterable[Claim], involvements: Sequence[str]
) -> list[tuple[str, str]]:
    """The (role, involvement) of one duty that the document states with its own voice and no other voice does."""
    others = {(claim.role, claim.involvement) for claim in claims if claim.affirms and claim.voice != voice}
    stated = {(claim.role, claim.involvement) for claim in own if claim.affirms and claim.voice == voice}
    return sorted(stated - others, key=lambda fact: (involvements.index(fact[1]), fact[0]))
