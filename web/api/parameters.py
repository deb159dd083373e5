"""Which parameters an address takes. What it does not know, it refuses: a typing error must not look like an answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _
from rest_framework.exceptions import ErrorDetail, ValidationError

from web.query import BadOptions

SHOWN = 60  # characters of what was sent that an answer repeats


@dataclass(frozen=True)
class Parameter:
    """One parameter: given once unless it is ``repeatable``, and any text unless there are ``choices``.

    ``longest`` is in characters, white space included; 0 is no limit of its own.
    """

    repeatable: bool = False
    choices: Sequence[str] = ()
    longest: int = 0


def check(given: QueryDict, known: Mapping[str, Parameter]) -> None:
    """Refuse, each with its name, parameters that are unknown, empty or repeated, and values that are not known."""
    errors = {name[:SHOWN]: [error] for name in given if (error := _error(name, given, known))}
    if errors:
        raise ValidationError(errors)


def refused(bad: BadOptions) -> ValidationError:
    """The answer to a query that asks for what there is not: each problem with the name of its parameter."""
    return ValidationError(
        {
            name: [ErrorDetail(problem.message, code=problem.code) for problem in problems]
            for name, problems in bad.by_parameter.items()
        }
    )


def whole_number(given: QueryDict, name: str, *, default: int, most: int) -> int:
    """The whole number from 1 to ``most`` that a parameter gives in plain digits."""
    text = given.get(name, str(default))
    if text.isascii() and text.isdigit() and len(text) <= len(str(most)) and 1 <= int(text) <= most:
        return int(text)
    message = _("Give a whole number from 1 to %(most)d.") % {"most": most}
    raise ValidationError({name: [ErrorDetail(message, code="invalid")]})


def _error(name: str, given: QueryDict, known: Mapping[str, Parameter]) -> ErrorDetail | None:
    values = given.getlist(name)
    if name not in known:
        message = _("There is no parameter “%(name)s” here. Known: %(known)s.")
        return ErrorDetail(message % {"name": name[:SHOWN], "known": ", ".join(sorted(known))}, code="unknown")
    if not all(value.strip() for value in values):
        return ErrorDetail(_("This parameter has no value: give one or leave it out."), code="blank")
    if len(set(values)) < len(values):
        return ErrorDetail(_("The same value is given more than once."), code="repeated")
    if len(values) > 1 and not known[name].repeatable:
        return ErrorDetail(_("This parameter may be given only once."), code="repeated")
    if known[name].longest and len(values[0]) > known[name].longest:
        message = _("At most %(most)d characters.") % {"most": known[name].longest}
        return ErrorDetail(message, code="max_length")
    if known[name].choices and values[0] not in known[name].choices:
        message = _("“%(value)s” is not one of the values known here: %(known)s.")
        return ErrorDetail(
            message % {"value": values[0][:SHOWN], "known": ", ".join(known[name].choices)}, code="invalid_choice"
        )
    return None
