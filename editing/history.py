"""The history of content: what is remembered together, and how one thing, and only that one, is put back.

django-reversion reverts a whole revision. One revision may hold a whole load of the catalogue, or a duty beside the
responsibility that was edited: here only the version asked for and its parts are put back (ADR 0005).
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

import reversion
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.core.serializers import serialize
from django.db import DEFAULT_DB_ALIAS, IntegrityError, connection, models, transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _
from reversion.models import Revision, Version

from editing.aggregates import batches, delete_alone, part_relations, parts_now
from editing.content import Content, kinds
from editing.former import has_addresses, remember_slug
from editing.obstacles import doomed_by
from editing.recovery import Obstructed, find_obstacles

Relations = Callable[[type[models.Model]], list[tuple[type[models.Model], str]]]


def register_models() -> None:
    """Tell django-reversion which models have a history and what belongs to each."""
    for model in kinds():
        reversion.register(model, follow=(*model.parts, *([model.whole] if model.whole else [])))


def remember(rows: Iterable[models.Model], *, comment: str, user: AbstractBaseUser | None = None) -> None:
    """Write one revision of these rows, with their parts and the wholes they belong to."""
    with reversion.create_revision():
        reversion.set_comment(comment)
        reversion.set_user(user)
        for row in rows:
            reversion.add_to_revision(row)


def record(rows: Iterable[models.Model], *, comment: str) -> None:
    """Write one revision of exactly these rows, in batches; none if there are no rows.

    For many rows: django-reversion itself copies all that it has collected for each row that it adds.
    """
    revision = None
    for batch in batches(rows):
        revision = revision or Revision.objects.create(date_created=now(), comment=comment)
        Version.objects.bulk_create([_version(row, revision) for row in batch])


def _version(row: models.Model, revision: Revision) -> Version:
    return Version(
        revision=revision,
        content_type=ContentType.objects.get_for_model(row),
        object_id=str(row.pk),
        db=DEFAULT_DB_ALIAS,
        format="json",
        serialized_data=serialize("json", [row]),
        object_repr=str(row),
    )


def remember_before_deletion(rows: Sequence[models.Model], *, user: AbstractBaseUser) -> None:
    """Write one revision of all that deleting ``rows`` takes with it, so that all of it can be recovered."""
    doomed = [row for model, group in doomed_by(rows).data.items() if issubclass(model, Content) for row in group]
    remember(doomed, comment=_("Before deletion"), user=user)


def delete(rows: Sequence[models.Model], *, user: AbstractBaseUser) -> None:
    """Delete ``rows`` so that each can be recovered, and let the history of the wholes they leave tell of it."""
    wholes = {whole.pk: whole for row in rows if (whole := whole_of(row)) is not None}
    names = ", ".join(str(row) for row in rows)
    remember_before_deletion(rows, user=user)
    type(rows[0])._base_manager.filter(pk__in=[row.pk for row in rows]).delete()
    remember(wholes.values(), comment=_("Deleted: %(names)s") % {"names": names}, user=user)


def whole_of(row: models.Model) -> models.Model | None:
    """What this row is a part of and edited with, if anything."""
    return getattr(row, row.whole) if isinstance(row, Content) and row.whole else None


def cascading(model: type[models.Model]) -> list[tuple[type[models.Model], str]]:
    """The models whose rows go when a row of ``model`` is deleted, each with the key that points to it."""
    return [
        (relation.related_model, relation.field.name)
        for relation in model._meta.related_objects
        if relation.on_delete is models.CASCADE and issubclass(relation.related_model, Content)
    ]


def together(
    version: Version, candidates: Iterable[Version], *, relations: Relations = part_relations
) -> list[Version]:
    """``version`` and those among the candidates (of the same revision) that are below it, wholes first."""
    waiting: dict[tuple[type[models.Model], str], list[Version]] = defaultdict(list)
    for candidate in candidates:
        waiting[candidate._model, candidate.object_id].append(candidate)
    fields = {key: json.loads(found[0].serialized_data)[0]["fields"] for key, found in waiting.items()}
    found = [version]
    for whole in found:  # grows while it is walked
        below = relations(whole._model)
        found.extend(
            waiting[key][0]
            for key, values in fields.items()
            if any(key[0] is part and str(values.get(name)) == whole.object_id for part, name in below)
        )
    return found


def versions_together(version: Version, *, relations: Relations = part_relations) -> list[Version]:
    """The version and those of its parts that were remembered with it."""
    return together(version, version.revision.version_set.all(), relations=relations)


def changes(versions: Iterable[Version]) -> list[Version]:
    """Of the versions of one object, oldest first, those in which it or one of its parts differs from the one before.

    A revision also remembers neighbours of what was edited: they have nothing to tell. Two queries.
    """
    versions = list(versions)
    neighbours: dict[int, list[Version]] = defaultdict(list)
    for neighbour in Version.objects.filter(revision__in=[version.revision_id for version in versions]):
        neighbours[neighbour.revision_id].append(neighbour)
    told, before = [], None
    for version in versions:
        rows = together(version, neighbours[version.revision_id])
        now = {(row.content_type_id, row.object_id, row.serialized_data) for row in rows}
        if now != before:
            told.append(version)
        before = now
    return told


def put_back(version: Version) -> None:
    """Make a row and its parts as they were in this version; parts added since go; ``Obstructed`` if it cannot."""
    versions = versions_together(version)
    kept = {(row._model, row.object_id) for row in versions}
    row = version._model(pk=version.object_id)
    added_since = [part for part in parts_now(row) if (type(part), str(part.pk)) not in kept]
    _write(versions, without=added_since, name=version.object_repr)


def recover(version: Version) -> None:
    """Bring back a deleted row and all that went with it; what exists is left alone. ``Obstructed`` says why not."""
    versions = versions_together(version, relations=cascading)
    existing = {(row._model, row.object_id) for row in versions if row._model._base_manager.filter(pk=row.object_id)}
    missing = [row for row in versions if (row._model, row.object_id) not in existing]
    _write(missing, without=[], name=version.object_repr)


def latest_edit(model: type[models.Model], pk: object) -> Version | None:
    """The last version of a row that has a history, with who made it; that of a deleted row is from before it went."""
    if not reversion.is_registered(model):
        return None
    versions = Version.objects.get_for_object_reference(model, pk).select_related("revision__user")
    found: Version | None = versions.first()
    return found


def _remember_slugs(versions: Iterable[Version]) -> None:
    """A row that gets back an older slug keeps the addresses that it had until now."""
    for version in versions:
        if has_addresses(version._model):
            held = version._model._base_manager.filter(pk=version.object_id).values_list("slug", flat=True)
            for slug in held:
                remember_slug(version._model, int(version.object_id), slug, version.field_dict["slug"])


def _write(versions: Sequence[Version], *, without: Sequence[models.Model], name: str) -> None:
    obstacles = find_obstacles([version._object_version for version in versions], without)
    if obstacles:
        raise Obstructed(name, obstacles)
    # Keys are checked when all is written: rows that go and rows that come may point to each other. What is written
    # over goes first: two rows may have exchanged what only one can have.
    _remember_slugs(versions)
    try:
        with transaction.atomic():
            for row in (*without, *(version._object_version.object for version in versions)):
                delete_alone(type(row), [row.pk])
            for version in versions:
                version.revert()
            connection.check_constraints()
    except IntegrityError as error:
        raise Obstructed(name, []) from error
