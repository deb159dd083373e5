"""Content rows as values: the natural key, what is not left at its default, and a digest of both.

A row from a file and the same row from the database are equal values, whatever their ids. Fields at their default are
left out, so that a field that a later version adds does not make every row look edited.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from editing.content import Content, kinds

Model = type[Content]
Key = tuple[str, ...]
Name = tuple[Model, Key]


@dataclass(frozen=True)
class Row:
    """One row by its natural key. Keys to other rows are natural keys as lists; ``place`` says where a file has it."""

    model: Model
    key: Key
    values: Mapping[str, Any]
    place: str = field(default="", compare=False)
    pk: int | None = field(default=None, compare=False)

    @property
    def name(self) -> Name:
        """What tells this row from all others."""
        return self.model, self.key

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the values."""
        return hashlib.sha256(as_json(self.values).encode()).hexdigest()

    def references(self) -> tuple[tuple[str, Name], ...]:
        """The rows that this one refers to, each with the name of the field."""
        return self._references

    @cached_property
    def _references(self) -> tuple[tuple[str, Name], ...]:
        found = []
        for relation in relations(self.model):
            value = self.values.get(relation.name)
            keys = value if relation.many_to_many else [value]
            found += [(relation.name, (relation.related_model, tuple(key))) for key in keys or () if key is not None]
        return tuple(found)

    def __str__(self) -> str:
        return f"{self.model._meta.verbose_name} {' › '.join(self.key)}"


def as_json(value: Any) -> str:
    """One spelling for equal values; dates as ISO 8601."""
    return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False, sort_keys=True)


@cache
def relations(model: Model) -> list[Any]:
    """The keys and many-to-many fields of the model that files and digests hold."""
    return [one for one in content_fields(model).values() if one.is_relation]


@cache
def content_fields(model: Model) -> dict[str, Any]:
    """The fields that a file may give: all but the id, and many-to-many only without a model of its own."""
    fields: list[Any] = [one for one in model._meta.concrete_fields if not one.primary_key]
    fields += [one for one in model._meta.many_to_many if one.remote_field.through._meta.auto_created]  # type: ignore[union-attr]
    return {one.name: one for one in fields}


def make_row(model: Model, values: Mapping[str, Any], *, place: str = "", pk: int | None = None) -> Row:
    """The row of these values, in which other rows are named by natural keys (sequences of texts)."""
    kept: dict[str, Any] = {}
    for name, one in content_fields(model).items():
        value = values.get(name, None if one.many_to_many else one.get_default())
        if one.many_to_many:
            value = sorted(list(key) for key in value or ())
        elif one.is_relation:
            value = list(value) if value else None
        if value != ([] if one.many_to_many else one.get_default()):
            kept[name] = value
    return Row(model, key_of(model, values), kept, place, pk)


def key_of(model: Model, values: Mapping[str, Any]) -> Key:
    """The natural key that these values make."""
    key: list[str] = []
    for name in model.natural:
        value = values.get(name, content_fields(model)[name].get_default())
        key.extend(value if isinstance(value, list | tuple) else [str(value)])
    return tuple(key)


def stored_rows() -> dict[Name, Row]:
    """All content of the database, in load order: one query for each model and many-to-many field."""
    keys: dict[Model, dict[int, Key]] = {}
    found: dict[Model, list[dict[str, Any]]] = {}
    for model in kinds():
        own = [one for one in content_fields(model).values() if not one.many_to_many]
        found[model] = list(model._base_manager.order_by("pk").values("pk", *(one.name for one in own)))
        needed = [one for one in own if one.is_relation and one.name in model.natural]
        keys[model] = {}
        for values in found[model]:
            named = values | {one.name: keys[one.related_model][values[one.name]] for one in needed}
            keys[model][values["pk"]] = key_of(model, named)
    rows = (_stored(model, values, keys) for model, several in found.items() for values in _with_many(model, several))
    return {row.name: row for row in rows}


def _with_many(model: Model, several: list[dict[str, Any]]) -> list[dict[str, Any]]:
    for one in content_fields(model).values():
        if one.many_to_many:
            pairs: dict[int, list[int]] = {}
            through = one.remote_field.through._base_manager
            for own, other in through.values_list(one.m2m_column_name(), one.m2m_reverse_name()):
                pairs.setdefault(own, []).append(other)
            several = [values | {one.name: pairs.get(values["pk"], [])} for values in several]
    return several


def _stored(model: Model, values: dict[str, Any], keys: dict[Model, dict[int, Key]]) -> Row:
    named = dict(values)
    for one in relations(model):
        target = keys[one.related_model]
        if one.many_to_many:
            named[one.name] = [target[pk] for pk in values[one.name]]
        elif values[one.name] is not None:
            named[one.name] = target[values[one.name]]
    return make_row(model, named, pk=values["pk"])
