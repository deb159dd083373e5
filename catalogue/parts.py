"""What is edited, remembered and undone together: each kind of row, its parts and the whole it belongs to."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import DEFAULT_DB_ALIAS, models

from orgcharts.models import ChartCitation, OrgChart, Position, PositionCitation
from responsibilities.models import Area, Citation, Duty, DutyTerm, Responsibility
from roles.models import Alias, AliasCitation, Role, Trait, TraitCitation
from sources.models import Passage, Source

# In load order: a row refers only to rows of its own or an earlier kind.
PARTS: dict[type[models.Model], tuple[str, ...]] = {
    Source: ("passages",),
    Passage: (),
    Role: ("aliases",),
    Alias: ("citations",),
    AliasCitation: (),
    Trait: ("citations",),
    TraitCitation: (),
    Area: (),
    Duty: ("terms", "responsibilities"),
    DutyTerm: (),
    Responsibility: ("citations",),
    Citation: (),
    OrgChart: ("citations", "positions"),
    ChartCitation: (),
    Position: ("citations",),
    PositionCitation: (),
}
# Rows that have a page of their own in the admin and stand on the page of their whole too.
WHOLES: dict[type[models.Model], str] = {
    Passage: "source",
    Alias: "role",
    Responsibility: "duty",
    Position: "chart",
}


def part_relations(model: type[models.Model]) -> list[tuple[type[models.Model], str]]:
    """The models of the parts of ``model``, each with the name of the key that points back."""
    relations = [model._meta.get_field(name) for name in PARTS[model]]
    return [(relation.related_model, relation.field.name) for relation in relations]  # type: ignore[union-attr,misc]


def parts_now(whole: models.Model, *, lock: bool = False) -> Iterator[models.Model]:
    """``whole`` as the database has it and all its parts, wholes first; one query for each kind of part.

    With ``lock`` the rows stay locked until the transaction ends. Keys of others may still point to them
    (``no_key``): adding a citation need not wait for an edit of its passage. Nothing, if the row is gone.
    """
    level = {type(whole): [whole.pk]}
    while level:
        below: dict[type[models.Model], list[int]] = {}
        for model, pks in level.items():
            rows = model._base_manager.filter(pk__in=pks).order_by("pk")
            found = list(rows.select_for_update(no_key=True) if lock else rows)
            yield from found
            for part, key in part_relations(model) if found else ():
                pks_below = part._base_manager.filter(**{f"{key}__in": found}).values_list("pk", flat=True)
                below.setdefault(part, []).extend(pks_below)
        level = below


def state_of(whole: models.Model, *, lock: bool = False) -> str:
    """A digest of the row and all its parts as the database has them; empty if the row is gone."""
    rows = [(row._meta.label_lower, row.pk, _values(row)) for row in parts_now(whole, lock=lock)]
    return hashlib.sha256(json.dumps(rows, cls=DjangoJSONEncoder).encode()).hexdigest() if rows else ""


def _values(row: models.Model) -> dict[str, object]:
    values = {field.attname: field.value_from_object(row) for field in row._meta.concrete_fields}
    for field in row._meta.many_to_many:
        if field.remote_field.through._meta.auto_created:  # type: ignore[union-attr]
            values[field.name] = sorted(related.pk for related in field.value_from_object(row))
    return values


def tops(rows: Iterable[models.Model]) -> list[models.Model]:
    """The wholes that the rows are parts of in the end, loaded with all their parts: two or three queries a model."""
    homes = {part: (model, key) for model in PARTS for part, key in part_relations(model)}
    found: dict[type[models.Model], set[int]] = {model: set() for model in PARTS}
    for row in rows:
        found[type(row)].add(row.pk)
    for model in reversed(PARTS):
        if model in homes and found[model]:
            whole, key = homes[model]
            found[whole] |= set(model._base_manager.filter(pk__in=found[model]).values_list(key, flat=True))
    return [
        row
        for model, pks in found.items()
        if model not in homes and pks
        for row in model._base_manager.filter(pk__in=pks).prefetch_related(*_paths(model))
    ]


def _paths(model: type[models.Model]) -> Iterator[str]:
    for name in PARTS[model]:
        relation: Any = model._meta.get_field(name)
        yield name
        for field in relation.related_model._meta.fields:
            if field.is_relation and field != relation.field:
                yield f"{name}__{field.name}"
                if field.name == "passage":
                    yield f"{name}__passage__source"
        for path in _paths(relation.related_model):
            yield f"{name}__{path}"


def delete_alone(row: models.Model) -> None:
    """Delete one row and nothing else; keys that still point to it are the caller's to mend before the commit."""
    for field in row._meta.many_to_many:
        through = field.remote_field.through
        if through and through._meta.auto_created:
            through._base_manager.filter(**{field.m2m_field_name(): row})._raw_delete(DEFAULT_DB_ALIAS)
    type(row)._base_manager.filter(pk=row.pk)._raw_delete(DEFAULT_DB_ALIAS)
