"""What stands in the way of a change: rows by their names, each with a link to where it is edited."""

from collections.abc import Iterable, Iterator, Sequence

from django.contrib import admin
from django.contrib.admin.utils import NestedObjects, quote
from django.db import DEFAULT_DB_ALIAS, models
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from editing.aggregates import batches, homes
from editing.content import Content


def doomed_by(rows: Sequence[models.Model]) -> NestedObjects:
    """All that deleting ``rows`` takes with it, and what forbids it (``protected``); a few queries for each model."""
    collector = NestedObjects(using=DEFAULT_DB_ALIAS, origin=rows)
    collector.collect(rows)
    return collector


def unique_keys(model: type[models.Model]) -> list[tuple[str, ...]]:
    """The sets of fields that only one row of the model may have."""
    single = [(field.name,) for field in model._meta.concrete_fields if field.unique and not field.primary_key]
    return [*single, *(tuple(constraint.fields) for constraint in model._meta.total_unique_constraints)]


def holders(row: models.Model) -> list[tuple[tuple[str, ...], models.Model]]:
    """The other rows that hold a unique key of ``row``, each with the fields of that key."""
    found: list[tuple[tuple[str, ...], models.Model]] = []
    for names in unique_keys(type(row)):
        values = {name: getattr(row, row._meta.get_field(name).attname) for name in names}  # type: ignore[union-attr]
        if None not in values.values():
            others = type(row)._base_manager.filter(**values).exclude(pk=row.pk)
            found += [(names, other) for other in others]
    return found


def pages_of(rows: Iterable[models.Model]) -> list[models.Model]:
    """Where the rows are edited, each place once: a citation on the page of its fact, a term on that of its duty."""
    found: list[models.Model] = []
    for group in _by_model(rows):
        found += [_page_of(row) for row in _with_names(group)]
    return list(dict.fromkeys(found))


def link_to(row: models.Model) -> SafeString:
    """The row by its kind and name, linked to its page in the admin."""
    route = f"admin:{row._meta.app_label}_{row._meta.model_name}_change"
    kind = capfirst(str(row._meta.verbose_name))
    return format_html('{}: <a href="{}">{}</a>', kind, reverse(route, args=[quote(row.pk)]), name_of(row))


def links_to(rows: Iterable[models.Model]) -> SafeString:
    """Several in one sentence."""
    return format_html_join(", ", "{}", ((link_to(row),) for row in pages_of(rows)))


def name_of(row: models.Model) -> str:
    """What people call the row."""
    whole = row.named_with if isinstance(row, Content) else ""
    return f"{getattr(row, whole)} › {row}" if whole else str(row)


def _by_model(rows: Iterable[models.Model]) -> Iterator[list[models.Model]]:
    groups: dict[type[models.Model], list[models.Model]] = {}
    for row in rows:
        groups.setdefault(type(row), []).append(row)
    yield from groups.values()


def _page_of(row: models.Model) -> models.Model:
    while not admin.site.is_registered(type(row)) and type(row) in homes():
        row = getattr(row, homes()[type(row)][1])
    return row


def _with_names(group: Sequence[models.Model]) -> Iterator[models.Model]:
    """The rows of one model with what their names are made of, joined: two queries in all for a thousand rows."""
    prefix, model = "", type(group[0])
    while not admin.site.is_registered(model) and model in homes():
        model, key = homes()[model]
        prefix += f"{key}__"
    keys = [f"{prefix}{field.name}" for field in model._meta.concrete_fields if field.is_relation]
    for batch in batches(group):
        pks = [row.pk for row in batch]
        found = type(batch[0])._base_manager.select_related(*keys).in_bulk(pks)
        yield from (found.get(row.pk, row) for row in batch)
