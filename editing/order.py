"""The order that editors give to rows: which rows share one, and where a new row goes in it."""

from typing import Any, ClassVar

from django.core.validators import MaxValueValidator
from django.db import models

FURTHEST = 32_767  # the most that a small whole number of the databases holds


class PlaceField(models.PositiveSmallIntegerField):  # type: ignore[type-arg]
    """A place in an order, in forms and files as PostgreSQL takes it: SQLite would store any number."""

    default_validators = [MaxValueValidator(FURTHEST)]

    def deconstruct(self) -> Any:
        """As the column that it is: migrations need not know of this class."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.PositiveSmallIntegerField", args, kwargs


class Ordered:
    """For models with a ``position``. ``order_within`` names the key of what a row is ordered in ("": all rows)."""

    order_within: ClassVar[str] = ""


def after_the_last(row: Any) -> int:
    """The position after that of every other row which shares its order: one query. A new row goes there."""
    others = type(row)._base_manager.exclude(pk=row.pk)
    if row.order_within:
        key = row._meta.get_field(row.order_within).attname
        others = others.filter(**{key: getattr(row, key)})
    return after(others.aggregate(last=models.Max("position"))["last"] or 0)


def after(position: int) -> int:
    """The next position, as far as there is one."""
    return min(position + 1, FURTHEST)
