"""What is edited, remembered and undone together: each kind of row, its parts and the whole it belongs to."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import DEFAULT_DB_ALIAS, models

from editing.content import Content, kinds

Value = TypeVar("Value")
Rows = models.QuerySet[Any]
Level = Mapping[type[models.Model], Sequence[int]]
# SQLite may refuse a statement with more than 999 variables.
BATCH = 500
UNWATCHED = {"last_login"}  # what changes by itself is nobody's edit


def part_relations(model: type[models.Model]) -> list[tuple[type[models.Model], str]]:
    """The models of the parts of ``model``, each with the name of the key that points back."""
    names = model.parts if issubclass(model, Content) else ()
    relations = [model._meta.get_field(name) for name in names]
    return [(relation.related_model, relation.field.name) for relation in relations]  # type: ignore[union-attr,misc]


def batches(values: Iterable[Value]) -> Iterator[list[Value]]:
    """The values in lists short enough for the variables of one statement, whatever database it goes to."""
    waiting = iter(values)
    while batch := list(islice(waiting, BATCH)):
        yield batch


@cache
def homes() -> dict[type[models.Model], tuple[type[models.Model], str]]:
    """For each kind of part, what it is a part of and the key that says so."""
    return {part: (model, key) for model in kinds() for part, key in part_relations(model)}


def parts_now(whole: models.Model, *, lock: bool = False) -> Iterator[models.Model]:
    """``whole`` as the database has it and all its parts, wholes first; few queries for each kind of part.

    With ``lock`` the rows stay locked until the transaction ends. Keys of others may still point to them
    (``no_key``): adding a citation need not wait for an edit of its passage. Nothing, if the row is gone.
    """
    return _descend({type(whole): [whole.pk]}, lambda rows: rows.select_for_update(no_key=True) if lock else rows)


def _descend(level: Level, prepared: Callable[[Rows], Rows]) -> Iterator[models.Model]:
    """These rows, then their parts, then theirs; never more than ``BATCH`` of them in memory, or in one query."""
    while level:
        below: dict[type[models.Model], list[int]] = {}
        for model, pks in level.items():
            for batch in batches(pks):
                found = list(prepared(model._base_manager.filter(pk__in=batch).order_by("pk")))
                yield from found
                for part, key in part_relations(model) if found else ():
                    parts = part._base_manager.filter(**{f"{key}__in": batch}).order_by("pk")
                    below.setdefault(part, []).extend(parts.values_list("pk", flat=True))
        level = below


def state_of(whole: models.Model, *, lock: bool = False) -> str:
    """A digest of the row and all its parts as the database has them; empty if the row is gone."""
    return digest_of(parts_now(whole, lock=lock))


def digest_of(rows: Iterable[models.Model]) -> str:
    """A digest of these rows as they are in memory; empty if there are none."""
    values = [(row._meta.label_lower, row.pk, _values(row)) for row in rows]
    return hashlib.sha256(json.dumps(values, cls=DjangoJSONEncoder).encode()).hexdigest() if values else ""


def _values(row: models.Model) -> dict[str, object]:
    kept = [field for field in row._meta.concrete_fields if field.name not in UNWATCHED]
    values = {field.attname: field.value_from_object(row) for field in kept}
    for field in row._meta.many_to_many:
        if _is_plain(field):
            values[field.name] = sorted(related.pk for related in field.value_from_object(row))
    return values


def tops(rows: Iterable[tuple[type[models.Model], int]]) -> dict[type[models.Model], list[int]]:
    """The wholes that the rows, given by kind and id, are parts of in the end."""
    found: dict[type[models.Model], set[int]] = {model: set() for model in kinds()}
    for kind, pk in rows:
        found[kind].add(pk)
    for model in reversed(kinds()):
        if model in homes():
            whole, key = homes()[model]
            for batch in batches(found[model]):
                found[whole] |= set(model._base_manager.filter(pk__in=batch).values_list(key, flat=True))
    return {model: sorted(pks) for model, pks in found.items() if model not in homes() and pks}


def trees(wholes: Mapping[type[models.Model], Sequence[int]]) -> Iterator[models.Model]:
    """The wholes that still exist and all their parts, each loaded with what its name shows."""
    return _descend(wholes, named)


def named(rows: Rows) -> Rows:
    """With what the names of the rows show and the history writes down, joined: no further query for any row."""
    keys = [one.name for one in rows.model._meta.fields if one.is_relation]
    many = [one.name for one in rows.model._meta.many_to_many if _is_plain(one)]
    sources = ["passage__source"] if "passage" in keys else []
    return rows.select_related(*keys, *sources).prefetch_related(*many)


def _is_plain(many: Any) -> bool:
    """Whether a many-to-many field has no model of its own in between: then it is content of the row."""
    return bool(many.remote_field.through._meta.auto_created)


def delete_alone(model: type[models.Model], pks: Iterable[int]) -> None:
    """Delete these rows and nothing else; keys that still point to them are the caller's to mend before the commit."""
    for batch in batches(pks):
        for field in model._meta.many_to_many:
            if _is_plain(field):
                through: Any = field.remote_field.through
                through._base_manager.filter(**{f"{field.m2m_field_name()}__in": batch})._raw_delete(DEFAULT_DB_ALIAS)
        model._base_manager.filter(pk__in=batch)._raw_delete(DEFAULT_DB_ALIAS)
