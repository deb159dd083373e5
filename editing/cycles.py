"""The loops among rows that point to rows of their own kind. No Django here."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def find_cycles(edges: Mapping[Key, Key | None]) -> tuple[tuple[Key, ...], ...]:
    """Each loop in ``edges`` once, in order, from its first member upwards.

    >>> find_cycles({"a": "b", "b": "a", "c": "a"})
    (('a', 'b'),)
    """
    order = {key: index for index, key in enumerate(edges)}
    seen: set[Key] = set()
    cycles: list[tuple[Key, ...]] = []
    for start in edges:
        path: dict[Key, int] = {}
        key: Key | None = start
        while key is not None and key in edges and key not in seen:
            seen.add(key)
            path[key] = len(path)
            key = edges[key]
        if key is not None and key in path:
            loop = list(path)[path[key] :]
            first = loop.index(min(loop, key=order.__getitem__))
            cycles.append((*loop[first:], *loop[:first]))
    return tuple(sorted(cycles, key=lambda cycle: order[cycle[0]]))
