"""Who speaks: documents and passages that repeat one another are one voice. No Django here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


def way(start: str | int, parents: Mapping[str, str] | Mapping[int, int]) -> list[str | int]:
    """The chain of parents from ``start``, itself included, to its end or until it bites its own tail."""
    seen: list[str | int] = [start]
    while (node := parents.get(seen[-1])) is not None and node not in seen:  # type: ignore[arg-type]
        seen.append(node)
    return seen


def root(start: str | int, parents: Mapping[str, str] | Mapping[int, int]) -> str | int:
    """The end of the chain of parents from ``start``.

    A chain that bites its own tail (the audit reports it) ends at its smallest member, so that every member of the
    loop still has the same root.
    """
    seen = way(start, parents)
    again = parents.get(seen[-1])  # type: ignore[arg-type]
    return seen[-1] if again is None else min(seen[seen.index(again) :])


class Voice(NamedTuple):
    """One voice in one fact.

    ``key`` tells it from other voices, in every fact: the slug at the end of the derivations, which may be cited
    nowhere. ``name`` is the document that it is named after here: one that is cited for the fact.
    """

    key: str
    name: str


@dataclass(frozen=True)
class Voices:
    """Tells who speaks through the documents that a fact cites.

    ``origins`` maps the slug of a derived source to the slug of what it derives from; ``repeats`` the id of a passage
    to the id of the passage whose stock sentence it repeats.
    """

    origins: Mapping[str, str] = field(default_factory=dict)
    repeats: Mapping[int, int] = field(default_factory=dict)

    def of_source(self, slug: str) -> str:
        """The key of the voice with which this source speaks: itself, or what it derives from in the end."""
        return str(root(slug, self.origins))

    def of_fact(self, citations: Iterable[tuple[int, str]]) -> dict[str, Voice]:
        """The voice of each document, by slug, in what is cited for one fact: ids of passages and their documents.

        A document that says it only in sentences which another one cited here says too speaks with that one's voice
        (that of the sentence which is repeated, where it is cited). One that says it in words of its own as well, or
        alone, is its own voice: so a fact never has more voices than documents. Of documents that derive from one
        another, the voice is named after the cited one that is nearest to the original.
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
        names = self._names(found.values())
        return {source: Voice(self.of_source(sayer), names[self.of_source(sayer)]) for source, sayer in found.items()}

    def _names(self, sayers: Iterable[str]) -> dict[str, str]:
        """By the key of each voice, the one of these documents that is nearest to the original, the first by slug."""
        names: dict[str, str] = {}
        for sayer in sorted(set(sayers), key=lambda slug: (len(way(slug, self.origins)), slug)):
            names.setdefault(self.of_source(sayer), sayer)
        return names
