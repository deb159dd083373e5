"""What every kind of content says of itself: what its rows are named by, and what they are edited with."""

from functools import cache
from typing import Any, ClassVar, TypeVar

from django.apps import apps
from django.db import models

Row = TypeVar("Row", bound="Content")


class ContentManager(models.Manager[Row]):
    """Finds a row by the key that fixtures use."""

    def get_by_natural_key(self, *key: str) -> Row:
        """The row that this natural key names."""
        return self.get(**dict(zip(self.model.natural_paths(), key, strict=True)))


class Content(models.Model):
    """Base of every kind of content: what editors edit, fixtures bring and the history remembers.

    ``natural`` names the fields of the natural key; a key among them stands for the natural key of its row.
    ``parts`` names the relations to what is edited, remembered and undone with a row. ``whole`` names the key to the
    row on whose page in the admin it stands too, beside a page of its own; ``named_with`` that to the row it is told
    with, where its own name says too little. Its manager is a ``ContentManager``.
    """

    natural: ClassVar[tuple[str, ...]] = ("slug",)
    parts: ClassVar[tuple[str, ...]] = ()
    whole: ClassVar[str] = ""
    named_with: ClassVar[str] = ""

    class Meta:
        abstract = True

    def natural_key(self) -> tuple[str, ...]:
        """What names the row in fixtures and in addresses of the API."""
        values = (getattr(self, name) for name in self.natural)
        return tuple(
            text for value in values for text in (value.natural_key() if isinstance(value, Content) else [value])
        )

    @classmethod
    def natural_paths(cls) -> list[str]:
        """How a query reaches each text of the natural key, in the order of the key."""
        found = []
        for name in cls.natural:
            target: Any = cls._meta.get_field(name).related_model
            found += [f"{name}__{path}" for path in target.natural_paths()] if target else [name]
        return found


@cache
def kinds() -> tuple[type[Content], ...]:
    """Every kind of content, as the models are defined, app by app.

    That is the order to load in: a row refers only to rows of its own or an earlier kind.
    """
    return tuple(model for model in apps.get_models() if issubclass(model, Content))
