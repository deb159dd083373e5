"""Carrying out the plan of a load: rows validated, written in order, and remembered."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction
from django.utils.translation import gettext as _

from catalogue.fixtures import BrokenFixture, read_fixtures
from catalogue.history import remember
from catalogue.loading import Loader, Plan, key_as_json, loaded_digests, unique
from catalogue.models import LoadedRow
from catalogue.parts import PARTS, delete_alone, tops
from catalogue.rows import Model, Name, Row, content_fields, stored_rows
from catalogue.turns import take_turn

Ids = dict[Name, int]


def load(folder: Path, *, overwrite: bool = False, dry_run: bool = False) -> Plan:
    """Load the fixtures of a folder, all or nothing, and tell what was done (or, dry, what would be)."""
    files = unique(read_fixtures(folder))
    with transaction.atomic():
        take_turn()
        stored, loaded = stored_rows(), loaded_digests(PARTS)
        plan = Loader(files, stored, loaded, overwrite).plan()
        if not plan.is_empty:
            _write(plan, {name: row.pk for name, row in stored.items() if row.pk})
        if plan.digests != loaded:
            _memorise(plan, loaded)
        transaction.set_rollback(dry_run)
    return plan


def _write(plan: Plan, ids: Ids) -> None:
    with transaction.atomic():
        for model in PARTS:
            for level in _levels([row for row in plan.add if row.model is model], ids):
                _add(model, level, ids)
        changed = [_change(row, ids) for row in plan.change]
        _check_keys(plan.change)
        added = [row.model(pk=ids[row.name]) for row in plan.add]
        _remove(plan.remove)
    remember(tops([*added, *changed]), comment=_("Loaded from the fixture files"))


def _levels(rows: list[Row], ids: Ids) -> Iterator[list[Row]]:
    """Rows that refer to rows of the same kind come after those, whatever the order of the file."""
    while rows:
        waiting = {row.name for row in rows}
        ready = [row for row in rows if not any(target in waiting for _field, target in row.references())]
        if not ready:
            raise BrokenFixture(rows[0].place, _("it refers to itself in a circle"))
        yield ready
        rows = [row for row in rows if row not in ready]


def _add(model: Model, rows: list[Row], ids: Ids) -> None:
    made = [_fill(model(), row, ids) for row in rows]
    try:
        with transaction.atomic():
            model._base_manager.bulk_create(made)
            ids |= {row.name: instance.pk for row, instance in zip(rows, made, strict=True)}
            for row, instance in zip(rows, made, strict=True):
                _set_many(instance, row, ids)
    except IntegrityError as error:
        raise _culprit(zip(rows, made, strict=True), error) from error


def _change(row: Row, ids: Ids) -> models.Model:
    instance = _fill(row.model._base_manager.get(pk=ids[row.name]), row, ids)
    try:
        with transaction.atomic():
            instance.save()
            _set_many(instance, row, ids)
    except IntegrityError as error:
        raise _culprit([(row, instance)], error) from error
    return instance


def _fill(instance: models.Model, row: Row, ids: Ids) -> models.Model:
    for name, field in content_fields(row.model).items():
        if field.many_to_many:
            continue
        value = row.values.get(name, field.get_default())
        if field.is_relation and value is not None:
            value = ids[field.related_model, tuple(value)]
        setattr(instance, field.attname, value)
    _valid(row, lambda: instance.clean_fields(exclude=[field.name for field in _keys(row.model)]))
    return instance


def _keys(model: Model) -> list[Any]:
    # Their targets were found among the rows; asking the database for each would be a query a row.
    return [field for field in content_fields(model).values() if field.is_relation]


def _set_many(instance: Any, row: Row, ids: Ids) -> None:
    for field in _keys(row.model):
        if field.many_to_many:
            keys = row.values.get(field.name, [])
            if not keys and not field.blank:
                raise BrokenFixture(row.place, _("%(field)s may not be empty") % {"field": field.name})
            getattr(instance, field.name).set([ids[field.related_model, tuple(key)] for key in keys])


def _valid(row: Row, validate: Callable[[], None]) -> None:
    try:
        validate()
    except ValidationError as error:
        problems = [f"{name}: {' '.join(texts)}" for name, texts in error.message_dict.items()]
        raise BrokenFixture(row.place, "; ".join(problems)) from error


def _culprit(pairs: Iterable[tuple[Row, models.Model]], error: IntegrityError) -> BrokenFixture:
    """The database refused some of several rows: find the one, and the words for people that its rule has."""
    pairs = list(pairs)
    for row, instance in pairs:
        try:
            _valid(row, instance.validate_constraints)
        except BrokenFixture as found:
            return found
    return BrokenFixture(pairs[0][0].place, str(error))


def _check_keys(rows: list[Row]) -> None:
    try:
        connection.check_constraints()
    except IntegrityError as error:
        raise BrokenFixture(rows[0].place if rows else "fixtures", str(error)) from error


def _remove(rows: list[Row]) -> None:
    if rows:
        doomed = [row.model._base_manager.get(pk=row.pk) for row in rows]
        remember(doomed, comment=_("Before removal: gone from the fixture files"))
        for instance in reversed(doomed):
            delete_alone(instance)


def _memorise(plan: Plan, loaded: dict[Name, str]) -> None:
    rows = [
        LoadedRow(model=model._meta.label_lower, key=key_as_json(key), digest=digest)
        for (model, key), digest in plan.digests.items()
        if loaded.get((model, key)) != digest
    ]
    LoadedRow.objects.bulk_create(rows, update_conflicts=True, unique_fields=["model", "key"], update_fields=["digest"])
    for model, key in loaded.keys() - plan.digests.keys():
        LoadedRow.objects.filter(model=model._meta.label_lower, key=key_as_json(key)).delete()
