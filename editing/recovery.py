"""Why something cannot be put back: whatever took its place, is gone, or still needs what would go, by name."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.core.serializers.base import DeserializedObject
from django.db import models
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from reversion.errors import RevertError
from reversion.models import Version

from editing.obstacles import holders, links_to


class Why(StrEnum):
    """What is in the way of a row. ``link`` leads to it."""

    TAKEN = gettext_noop("What only one row can have was taken meanwhile by {link}: change or delete that first.")
    GONE = gettext_noop("It refers to what was deleted, {link}: recover that first.")
    NEEDED = gettext_noop("What would go is used by {link}: move or delete that first.")


@dataclass(frozen=True)
class Obstacle:
    """One row, there or deleted (``gone``: its model and id), that is in the way."""

    why: Why
    row: models.Model | None = None
    gone: tuple[type[models.Model], str] | None = None

    def sentence(self) -> SafeString:
        """What it is, in one sentence with a link."""
        link = links_to([self.row]) if self.row is not None else _link_to_deleted(*self.gone) if self.gone else ""
        return format_html(_(self.why.value), link=link)


class Obstructed(RevertError):  # type: ignore[misc]  # noqa: N818  it tells what is, not what failed
    """Nothing was put back."""

    def __init__(self, name: str, obstacles: Sequence[Obstacle]) -> None:
        self.name, self.obstacles = name, obstacles
        super().__init__(str(self.message()))

    def message(self) -> SafeString:
        """What to tell an editor; without a known obstacle, that the rules of today refuse what was."""
        said = format_html(_("“{name}” cannot be put back."), name=self.name)
        sentences = dict.fromkeys(obstacle.sentence() for obstacle in self.obstacles)
        why = format_html_join(" ", "{}", ((sentence,) for sentence in sentences))
        return format_html("{} {}", said, why or _("As it was then it breaks a rule that holds now."))


def find_obstacles(coming: Sequence[DeserializedObject], going: Sequence[models.Model]) -> list[Obstacle]:
    """What is in the way of writing the rows ``coming`` and deleting the rows ``going`` alone."""
    rows = [each.object for each in coming]
    moved = {_key(row) for row in [*rows, *going]}
    found = [
        Obstacle(Why.TAKEN, row=other) for row in rows for _names, other in holders(row) if _key(other) not in moved
    ]
    back = {_key(row) for row in rows}
    targets = dict.fromkeys(_targets(coming))
    found += [Obstacle(Why.GONE, gone=key) for key in targets if not _is_there(key, back, going)]
    return found + [Obstacle(Why.NEEDED, row=user) for user in _users(going) if _key(user) not in moved]


def _key(row: models.Model) -> tuple[type[models.Model], str]:
    return type(row), str(row.pk)


def _targets(coming: Iterable[DeserializedObject]) -> Iterator[tuple[type[models.Model], str]]:
    """What the rows refer to, by foreign keys and many-to-many."""
    for each in coming:
        for field in each.object._meta.concrete_fields:
            value = getattr(each.object, field.attname)
            if field.related_model and value is not None:
                yield field.related_model, str(value)
        for name, values in (each.m2m_data or {}).items():
            model: Any = each.object._meta.get_field(name).related_model
            yield from ((model, str(getattr(value, "pk", value))) for value in values)


def _is_there(
    key: tuple[type[models.Model], str], back: set[tuple[type[models.Model], str]], going: Sequence[models.Model]
) -> bool:
    model, pk = key
    return key in back or (key not in {_key(row) for row in going} and model._base_manager.filter(pk=pk).exists())


def _users(going: Sequence[models.Model]) -> Iterator[models.Model]:
    """The rows whose foreign keys point to what would go."""
    for row in going:
        for relation in row._meta.related_objects:
            if not relation.many_to_many:
                yield from relation.related_model._base_manager.filter(**{relation.field.name: row})


def _link_to_deleted(model: type[models.Model], pk: str) -> SafeString:
    """A deleted row by its last name, linked to the page that recovers it; its kind alone where it left no trace."""
    kind = capfirst(str(model._meta.verbose_name))
    version = Version.objects.get_deleted(model).filter(object_id=pk).first()
    if version is None:
        return format_html("{}", kind)
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_recover", args=[version.pk])
    return format_html('{}: <a href="{}">{}</a>', kind, address, version.object_repr)
