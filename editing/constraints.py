"""Rules on one row that several models share, written once as database constraints with a message for people.

In SQL that every SQLite and every PostgreSQL knows by itself: a file whose rules call functions that only Django
brings (``REGEXP``) can be neither checked nor restored by any other program.
"""

from string import ascii_lowercase, digits
from typing import TYPE_CHECKING

from django.db.models import CharField, CheckConstraint, F, Func, Q, TextChoices, Value
from django.db.models.functions import Length, Replace, Substr
from django.db.models.lookups import Exact, GreaterThanOrEqual, In
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.db.models.expressions import Combinable
    from django.utils.functional import _StrPromise

MONTHS = [f"-{month:02}" for month in range(1, 13)]
DAYS = [f"-{day:02}" for day in range(1, 32)]


def check(condition: Q, *, name: str, message: "str | _StrPromise") -> CheckConstraint:
    """A check constraint whose violation reads as ``message`` in a form."""
    return CheckConstraint(condition=condition, name=name, violation_error_message=message)


def plain_slug(name: str) -> CheckConstraint:
    """Slugs are lower-case ASCII words joined by single hyphens: every address can be reversed and typed."""
    hyphen_inside = Q(slug=_trimmed(F("slug"), "-", function="LTRIM")) & Q(slug=_trimmed(F("slug"), "-"))
    return check(
        ~Q(slug="")
        & only(F("slug"), f"{ascii_lowercase}{digits}-")
        & hyphen_inside
        & Q(slug=Replace("slug", Value("--"), Value(""))),
        name=name,
        message=_("Use lower-case letters without accents, digits and single hyphens."),
    )


def partial_date(field: str, *, name: str) -> CheckConstraint:
    """The text is empty, a year, a year and a month, or a day: 2018, 2018-10, 2018-10-31."""
    return check(
        Q(**{field: ""})
        | only(F(field), f"{digits}-")
        & only(Substr(field, 1, 4), digits)
        & Q(GreaterThanOrEqual(Length(field), 4))
        & Q(In(Substr(field, 5, 3), ["", *MONTHS]))
        & Q(In(Substr(field, 8), ["", *DAYS])),
        name=name,
        message=_("Write the date as 2018, 2018-10 or 2018-10-31."),
    )


def sha256(field: str, *, name: str) -> CheckConstraint:
    """The text is a SHA-256 digest."""
    return check(
        only(F(field), f"{digits}abcdef") & Q(Exact(Length(field), 64)),
        name=name,
        message=_("The digest is not a SHA-256 in hexadecimal."),
    )


def only(text: "Combinable", characters: str) -> Q:
    """The text is made of these characters only; nothing is left when they are taken from its end."""
    return Q(Exact(_trimmed(text, characters), Value("")))


def _trimmed(text: "Combinable", characters: str, *, function: str = "RTRIM") -> Func:
    return Func(text, Value(characters), function=function, output_field=CharField())


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
