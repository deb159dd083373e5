"""Carrying out the plan of a load: rows validated, written in order, and remembered. All or nothing."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from catalogue.content.checking import Draft, Ids, broken_rules, drafts, set_keys
from catalogue.content.fixtures import BrokenFixture, Problem, read_fixtures
from catalogue.content.loading import Loader, Plan, unique
from catalogue.content.memory import SHIPPED, collection_of, memorise, read_memory, shipped_folder
from catalogue.content.rows import Model, Row, content_fields, stored_rows
from editing.aggregates import batches, delete_alone, named, tops, trees
from editing.content import kinds
from editing.history import record
from editing.lock import take_turn


def load(
    folder: Path,
    *,
    collection: str | None = None,
    overwrite: bool = False,
    remove: bool = False,
    dry_run: bool = False,
) -> Plan:
    """Load the fixtures of a folder, all or nothing, and tell what was done (or, dry, what would be).

    A dry run does everything and takes it back: it finds what the real one would. The shipped files, and they alone,
    take out what they no longer hold without being told to ``remove``.
    """
    files = unique(read_fixtures(folder))
    collection = collection or collection_of(folder)
    ours = collection == SHIPPED and folder.resolve() == shipped_folder()
    with transaction.atomic():
        take_turn()
        stored, memory = stored_rows(), read_memory(kinds(), collection)
        plan = Loader(files, stored, memory, overwrite=overwrite, remove=remove or ours).plan()
        made = drafts(plan, files, stored, starting=ours)
        if not plan.is_empty:
            _write(plan, made, {name: row.pk for name, row in stored.items() if row.pk})
        if plan.digests != memory.own:
            memorise(memory, plan.digests)
        transaction.set_rollback(dry_run)
    return plan


def _write(plan: Plan, made: list[Draft], ids: Ids) -> None:
    added, changed = made[: len(plan.add)], made[len(plan.add) :]
    with transaction.atomic():
        for model in kinds():
            for level in _levels([draft for draft in added if draft[0].model is model]):
                _add(model, level, ids)
        _change(changed, ids)
        told = tops((row.model, ids[row.name]) for row in (*plan.add, *plan.change, *plan.remove))
        _remove(plan.remove)
        with _refusing(made, ids):
            connection.check_constraints()
    record(trees(told), comment=_("Loaded from the fixture files"))


@contextmanager
def _refusing(made: Sequence[Draft], ids: Ids) -> Iterator[None]:
    """If the database refuses one of these rows, say which, in the words for people that its rule has."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        place = made[0][0].place if made else _("the files")
        raise BrokenFixture(broken_rules(made, ids) or [Problem(place, str(error))]) from error


def _levels(made: list[Draft]) -> Iterator[list[Draft]]:
    """Rows that refer to rows of the same kind come after those, whatever the order of the file."""
    waiting = {row.name: (number, (row, instance)) for number, (row, instance) in enumerate(made)}
    order = TopologicalSorter(
        {row.name: [target for _field, target in row.references() if target in waiting] for row, _instance in made}
    )
    order.prepare()
    while order.is_active():
        ready = order.get_ready()
        yield [draft for _number, draft in sorted((waiting[name] for name in ready), key=lambda found: found[0])]
        order.done(*ready)


def _add(model: Model, made: list[Draft], ids: Ids) -> None:
    for row, instance in made:
        set_keys(row, instance, ids)
    for batch in batches(made):
        with _refusing(batch, ids):
            model._base_manager.bulk_create([instance for _row, instance in batch])
        ids |= {row.name: instance.pk for row, instance in batch}
    for field in content_fields(model).values():
        if field.many_to_many:
            _add_many(field, made, ids)


def _add_many(field: Any, made: list[Draft], ids: Ids) -> None:
    through, own, other = field.remote_field.through, field.m2m_column_name(), field.m2m_reverse_name()
    pairs = ((instance.pk, pk) for row, instance in made for pk in _many(row, field, ids))
    for batch in batches(pairs):
        through._base_manager.bulk_create([through(**{own: one, other: another}) for one, another in batch])


def _change(made: list[Draft], ids: Ids) -> None:
    for batch in batches(made):
        with _refusing(batch, ids):
            for row, instance in batch:
                instance.pk = ids[row.name]
                set_keys(row, instance, ids)
                instance.save(force_update=True)
                for field in content_fields(row.model).values():
                    if field.many_to_many:
                        getattr(instance, field.name).set(_many(row, field, ids))


def _many(row: Row, field: Any, ids: Ids) -> list[int]:
    return [ids[field.related_model, tuple(key)] for key in row.values.get(field.name, [])]


def _remove(rows: list[Row]) -> None:
    going = {model: [row.pk for row in rows if row.model is model and row.pk] for model in kinds()}
    doomed = (
        row
        for model, pks in going.items()
        for batch in batches(pks)
        for row in named(model._base_manager.filter(pk__in=batch).order_by("pk"))
    )
    record(doomed, comment=_("Before removal: gone from the fixture files"))
    for model in reversed(kinds()):
        delete_alone(model, going[model])
