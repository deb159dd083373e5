"""Rules that span rows, once: the audit reports who breaks them, the forms of the admin refuse it.

Each takes what is (or would be) in the database as plain values and answers with the keys that break the rule.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

from django.db import models

from orgcharts.tree import find_cycles

Key = TypeVar("Key", bound=Hashable)


def edges_of(model: type[models.Model], field: str) -> dict[int, int | None]:
    """To which row of the same kind each row points through ``field``: one query."""
    return dict(model._base_manager.order_by("pk").values_list("pk", f"{field}_id"))


def in_loop(edges: Mapping[Key, Key | None]) -> set[Key]:
    """Those from which the way up comes back to themselves."""
    return {key for loop in find_cycles(edges) for key in loop}


def alike(names: Iterable[tuple[Key, Hashable]]) -> list[tuple[Key, ...]]:
    """The groups of keys that share a name, which each should have for itself."""
    groups: dict[Hashable, list[Key]] = defaultdict(list)
    for key, name in names:
        groups[name].append(key)
    return [tuple(group) for group in groups.values() if len(group) > 1]


def across(homes: Mapping[Key, Hashable], edges: Mapping[Key, Key | None]) -> set[Key]:
    """Those that point to a row with another home: a position that reports into another chart."""
    return {key for key, other in edges.items() if other in homes and homes[key] != homes[other]}  # type: ignore[index]


def within(homes: Mapping[Key, Hashable], edges: Mapping[Key, Key | None]) -> set[Key]:
    """Those that point to a row with the same home: a passage that repeats one of its own document."""
    return {key for key, other in edges.items() if other in homes and homes[key] == homes[other]}  # type: ignore[index]


def uncited(facts: Iterable[Key], cited: Iterable[Key | None]) -> set[Key]:
    """The facts that no citation is there for."""
    return set(facts).difference(cited)
