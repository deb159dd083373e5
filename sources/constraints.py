"""Rules on one row that several models share, written once as database constraints with a message for people."""

from typing import TYPE_CHECKING

from django.db.models import CheckConstraint, F, Q, TextChoices
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

PLAIN_SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*\Z"


def check(condition: Q, *, name: str, message: "str | _StrPromise") -> CheckConstraint:
    """A check constraint whose violation reads as ``message`` in a form."""
    return CheckConstraint(condition=condition, name=name, violation_error_message=message)


def plain_slug(name: str) -> CheckConstraint:
    """Slugs are lower-case ASCII words joined by single hyphens: every address can be reversed and typed."""
    return check(
        Q(slug__regex=PLAIN_SLUG),
        name=name,
        message=_("Use lower-case letters without accents, digits and single hyphens."),
    )


def filled(field: str, *, name: str) -> CheckConstraint:
    """The text may not be empty."""
    return check(~Q(**{field: ""}), name=name, message=_("This text may not be empty."))


def known(field: str, choices: type[TextChoices], *, name: str, optional: bool = False) -> CheckConstraint:
    """The value is one of ``choices`` (or empty, when ``optional``)."""
    values = [*choices.values, ""] if optional else list(choices.values)
    return check(Q(**{f"{field}__in": values}), name=name, message=_("Choose one of the listed values."))


def not_itself(field: str, *, name: str) -> CheckConstraint:
    """A row may not point to itself through ``field``."""
    return check(
        Q(**{f"{field}__isnull": True}) | ~Q(**{field: F("pk")}),
        name=name,
        message=_("It cannot refer to itself."),
    )
