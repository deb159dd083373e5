"""Who speaks: documents and passages that repeat one another are one voice. No Django here."""

from collections.abc import Mapping
from dataclasses import dataclass, field


def root(start: str | int, parents: Mapping[str, str] | Mapping[int, int]) -> str | int:
    """The end of the chain of parents from ``start``.

    A chain that bites its own tail (the audit reports it) ends at its smallest member, so that every member of the
    loop still has the same root.
    """
    seen: list[str | int] = []
    node = start
    while node in parents and node not in seen:
        seen.append(node)
        node = parents[node]  # type: ignore[index]
    return min(seen[seen.index(node) :]) if node in seen else node


@dataclass(frozen=True)
class Voices:
    """Tells the voice of a passage.

    ``origins`` maps the slug of a derived source to the slug of what it derives from; ``repeats`` the id of a passage
    to the id of the passage whose stock sentence it repeats; ``homes`` the id of each passage that takes part in
    ``repeats``, on either side, to the slug of its source.
    """

    origins: Mapping[str, str] = field(default_factory=dict)
    repeats: Mapping[int, int] = field(default_factory=dict)
    homes: Mapping[int, str] = field(default_factory=dict)

    def of_source(self, slug: str) -> str:
        """The slug of the source that speaks through this one: itself, or what it derives from in the end."""
        return str(root(slug, self.origins))

    def of_passage(self, passage_id: int, source: str) -> str:
        """The voice of a passage of ``source``: that of the passage it repeats in the end, if it repeats one."""
        origin = int(root(passage_id, self.repeats))
        return self.of_source(self.homes.get(origin, source))
