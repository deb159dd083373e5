"""Rules that span rows, once: the audit reports who breaks them, the forms of the admin refuse it.

Each takes what is (or would be) in the database as plain values and answers with the keys that break the rule.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import Any, TypeVar

from django.db import models

from editing.cycles import find_cycles
from editing.naming import sounded, tidy, tidy_lines

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


def called_alike(names: Iterable[str], others: Iterable[tuple[Key, str]], *, own: Key | None) -> list[Key]:
    """The rows but ``own`` that already have one of these names."""
    wanted = {sounded(name) for name in names if name}
    return sorted({key for key, name in others if name in wanted and key != own})  # type: ignore[type-var]


def line_fields(model: type[models.Model]) -> list[str]:
    """The fields of the model that hold one line which people write: names, titles, terms, places, notes."""
    return [field.name for field in model._meta.concrete_fields if _is_line(field)]


def _is_line(field: Any) -> bool:
    return type(field) is models.CharField and not field.choices


def tidied(field: Any, value: Any) -> Any:
    """What the field keeps of what was typed or read from a file: lines and texts are tidied, the rest is as it is."""
    if isinstance(value, str) and _is_line(field):
        return tidy(value)
    return tidy_lines(value) if isinstance(value, str) and isinstance(field, models.TextField) else value


def untidy(row: models.Model) -> list[str]:
    """The lines of the row that are not as ``tidy`` leaves them; a text of spaces alone is a missing one."""
    texts = {name: getattr(row, name) for name in line_fields(type(row))}
    return [name for name, text in texts.items() if tidy(text) not in ("", text)]
