"""What was loaded before: per collection, what each row was when the collection last brought it (ADR 0005)."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.utils.text import slugify

from catalogue.content.rows import Key, Model, Name
from catalogue.models import LoadedRow
from editing.aggregates import BATCH, batches

SHIPPED = "shipped"


@dataclass(frozen=True)
class Memory:
    """The digests of one collection by row, and those that other collections remember of the same rows."""

    collection: str
    own: dict[Name, str] = field(default_factory=dict)
    others: dict[Name, frozenset[str]] = field(default_factory=dict)
    ids: dict[Name, int] = field(default_factory=dict)


def shipped_folder() -> Path:
    """Where the files lie that come with the program."""
    return Path(settings.FIXTURE_DIRS[0]).resolve()


def collection_of(folder: Path) -> str:
    """What the files of a folder are remembered as unless a name is given: by the name of the folder."""
    if folder.resolve() == shipped_folder():
        return SHIPPED
    name = slugify(folder.resolve().name)[:60].strip("-")
    return name if name and name != SHIPPED else f"{name}-own".strip("-")


def read_memory(models: Iterable[Model], collection: str) -> Memory:
    """What the collection and the others remember: one query. Rows of models that are no more are forgotten."""
    by_label = {model._meta.label_lower: model for model in models}
    memory = Memory(collection)
    rows = LoadedRow.objects.filter(model__in=by_label).order_by("pk")
    for pk, owner, label, key, digest in rows.values_list("pk", "collection", "model", "key", "digest"):
        name = by_label[label], key_from_json(key)
        if owner == collection:
            memory.own[name], memory.ids[name] = digest, pk
        else:
            memory.others[name] = memory.others.get(name, frozenset()) | {digest}
    return memory


def memorise(memory: Memory, digests: dict[Name, str]) -> None:
    """Remember these rows of the collection, and no others."""
    rows = [
        LoadedRow(collection=memory.collection, model=model._meta.label_lower, key=key_as_json(key), digest=digest)
        for (model, key), digest in digests.items()
        if memory.own.get((model, key)) != digest
    ]
    LoadedRow.objects.bulk_create(
        rows,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["collection", "model", "key"],
        update_fields=["digest"],
    )
    for pks in batches(memory.ids[name] for name in memory.own.keys() - digests.keys()):
        LoadedRow.objects.filter(pk__in=pks).delete()


def key_as_json(key: Key) -> str:
    """The natural key as ``LoadedRow`` keeps it."""
    return json.dumps(key, ensure_ascii=False)


def key_from_json(key: str) -> Key:
    """The other way round."""
    return tuple(json.loads(key))
