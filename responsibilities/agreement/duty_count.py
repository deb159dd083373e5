"""How many duties a role has: the one definition, for every page, file and answer. No Django here.

A role has a duty when some citation affirms a part of it, whatever else is said of it. *Uncounted* are those of its
duties that it has only under a condition or in doubt: no citation that affirms them counts. Give what one document,
one area or one chart tells, and the number is that of what it tells; the definition stays the same.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class DutyCount:
    """The duties of a role in all, and how many of them it has only under a condition or in doubt."""

    total: int = 0
    uncounted: int = 0

    @property
    def counted(self) -> int:
        """The duties that some counted citation gives to the role."""
        return self.total - self.uncounted


def count_duties(affirmed: Iterable[tuple[Hashable, bool]]) -> DutyCount:
    """The number of duties; ``affirmed`` are the duty of each affirming citation and whether the citation counts.

    Repetitions do not matter: a duty counts once, and is counted where any of its citations is.
    """
    found: dict[Hashable, bool] = {}
    for duty, counts in affirmed:
        found[duty] = counts or found.get(duty, False)
    return DutyCount(len(found), sum(not counts for counts in found.values()))
