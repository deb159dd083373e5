"""Who speaks: documents and passages that repeat one another are one voice. No Django here."""

from collections.abc import Iterable, Mapping
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
    """Tells who speaks through the documents that a fact cites.

    ``origins`` maps the slug of a derived source to the slug of what it derives from; ``repeats`` the id of a passage
    to the id of the passage whose stock sentence it repeats.
    """

    origins: Mapping[str, str] = field(default_factory=dict)
    repeats: Mapping[int, int] = field(default_factory=dict)

    def of_source(self, slug: str) -> str:
        """The slug of the source that speaks through this one: itself, or what it derives from in the end."""
        return str(root(slug, self.origins))

    def of_fact(self, citations: Iterable[tuple[int, str]]) -> dict[str, str]:
        """The voice of each document, by slug, in what is cited for one fact: ids of passages and their documents.

        A document that says it only in sentences which another one cited here says too speaks with that one's voice
        (that of the sentence which is repeated, where it is cited). One that says it in words of its own as well, or
        alone, is its own voice: so a fact never has more voices than documents.
        """
        cited = sorted(set(citations), key=lambda each: (each[1], each[0]))
        homes = dict(cited)
        sayers: dict[int, str] = {}
        for passage, source in cited:
            first = int(root(passage, self.repeats))
            sayers.setdefault(first, homes.get(first, source))
        found: dict[str, str] = {}
        for passage, source in cited:
            sayer = sayers[int(root(passage, self.repeats))]
            if source not in found or sayer == source:
                found[source] = sayer
        return {source: self.of_source(sayer) for source, sayer in found.items()}
