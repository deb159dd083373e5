"""Who reports to whom, as a value. Edges in; roots, ancestors, descendants, depths and loops out. No Django here.

Nothing here recurses: a chain of ten thousand positions is as good as three. Every function is linear.
"""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from editing.cycles import find_cycles

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Tree(Generic[Key]):
    """A forest that is certain to end: loops are cut, and told.

    ``parents`` has no entry for a root; ``children`` has an entry for every key, in the order of the edges.
    ``cycles`` are the loops found in the edges, each from its first member upwards; that member became a root.
    ``strays`` report to a key that is not among the edges; they became roots too.
    """

    parents: Mapping[Key, Key]
    children: Mapping[Key, tuple[Key, ...]]
    roots: tuple[Key, ...]
    cycles: tuple[tuple[Key, ...], ...] = ()
    strays: tuple[Key, ...] = ()

    def walk(self) -> Iterator[Key]:
        """Every key once, each before its children, siblings in order: the order to read the chart in."""
        pending = list(reversed(self.roots))
        while pending:
            key = pending.pop()
            yield key
            pending.extend(reversed(self.children[key]))

    def ancestors(self, key: Key) -> tuple[Key, ...]:
        """Those above ``key``, the nearest first."""
        found = []
        while key in self.parents:
            key = self.parents[key]
            found.append(key)
        return tuple(found)

    def descendants(self, key: Key) -> tuple[Key, ...]:
        """Those below ``key``, in the order of ``walk``."""
        return tuple(Tree({}, self.children, self.children[key]).walk())

    def depths(self) -> dict[Key, int]:
        """How many stand above each key: 0 for a root; in the order of ``walk``."""
        depths: dict[Key, int] = {}
        for key in self.walk():
            depths[key] = depths[self.parents[key]] + 1 if key in self.parents else 0
        return depths


def grow(edges: Mapping[Key, Key | None]) -> Tree[Key]:
    """The tree of ``edges``: each key and whom it reports to (None: nobody), siblings in the order given.

    >>> grow({"sms": None, "smm": "sms", "cm": "smm"}).ancestors("cm")
    ('smm', 'sms')
    """
    cycles = find_cycles(edges)
    cut = {cycle[0] for cycle in cycles}
    parents: dict[Key, Key] = {}
    strays: list[Key] = []
    children: dict[Key, list[Key]] = {key: [] for key in edges}
    roots: list[Key] = []
    for key, parent in edges.items():
        if parent is None or key in cut:
            roots.append(key)
        elif parent not in edges:
            strays.append(key)
            roots.append(key)
        else:
            parents[key] = parent
            children[parent].append(key)
    ordered = {key: tuple(below) for key, below in children.items()}
    return Tree(parents, ordered, tuple(roots), cycles, tuple(strays))
