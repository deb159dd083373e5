"""What a comparison is asked to show: the query string in, checked options out, and back again.

One definition serves the page, its exports and the API.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Self
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from web.query import BadOptions, Problem, repeated, unknown

FEWEST, MOST = 2, 4
KNOWN = ("roles", "source", "area", "min_voices", "only", "view")


@dataclass(frozen=True)
class ComparisonOptions:
    """A checked query: slugs in canonical order. ``min_voices`` 0 shows every fact, the uncounted ones too."""

    roles: tuple[str, ...]
    sources: tuple[str, ...] = ()
    area: str = ""
    min_voices: int = 0
    only_differences: bool = False
    compact: bool = False

    def pairs(self) -> list[tuple[str, str]]:
        """The parameters of the canonical address, defaults left out."""
        found = [("roles", ",".join(self.roles)), *(("source", source) for source in self.sources)]
        found += [("area", self.area)] if self.area else []
        found += [("min_voices", str(self.min_voices))] if self.min_voices else []
        found += [("only", "differences")] if self.only_differences else []
        return found + ([("view", "compact")] if self.compact else [])

    @property
    def query(self) -> str:
        """The canonical query string, without the question mark."""
        return urlencode(self.pairs(), safe=",")

    def but(self, **changes: Any) -> Self:
        """The same options with these changed; an unknown name is an error of the program."""
        assert changes.keys() <= {field.name for field in fields(self)}  # noqa: S101
        return replace(self, **changes)

    def is_canonical(self, given: Mapping[str, Sequence[str]]) -> bool:
        """Whether the known parameters of the query are written as ``pairs`` writes them; others are ignored."""
        written: dict[str, list[str]] = {}
        for name, value in self.pairs():
            written.setdefault(name, []).append(value)
        return {name: list(values) for name, values in given.items() if name in KNOWN} == written


@dataclass(frozen=True)
class Choices:
    """The slugs that there are, each in canonical order."""

    roles: Sequence[str]
    sources: Sequence[str]
    areas: Sequence[str]


def asked_roles(given: Mapping[str, Sequence[str]]) -> list[str]:
    """The roles that the query names, as ``roles=a,b`` or ``roles=a&roles=b``, unchecked, in its order."""
    return [slug for value in given.get("roles", ()) for slug in value.split(",") if slug]


def parse(given: Mapping[str, Sequence[str]], choices: Choices) -> ComparisonOptions:
    """The options that the query asks for; ``BadOptions`` with a message for each thing that is wrong with it.

    Empty values are as good as none: a form sends its untouched fields.
    """
    values = {name: [value for value in given.get(name, ()) if value] for name in KNOWN}
    roles = asked_roles(given)
    problems = [*_about_roles(roles, choices.roles), *_about_sources(values["source"], choices.sources)]
    problems += _about_area(values["area"], choices.areas)
    problems += _about_voices(values["min_voices"], len(choices.sources))
    problems += _about_switch("only", values["only"], "differences") + _about_switch("view", values["view"], "compact")
    if problems:
        raise BadOptions(problems)
    return ComparisonOptions(
        roles=tuple(slug for slug in choices.roles if slug in roles),
        sources=tuple(slug for slug in choices.sources if slug in values["source"]),
        area=values["area"][0] if values["area"] else "",
        min_voices=int(values["min_voices"][0]) if values["min_voices"] else 0,
        only_differences=bool(values["only"]),
        compact=bool(values["view"]),
    )


def _about_roles(asked: Sequence[str], known: Collection[str]) -> list[Problem]:
    problems = unknown("roles", asked, known, _("There is no role “%s”."))
    problems += repeated("roles", asked, _("The role “%s” is named more than once."))
    if not FEWEST <= len(asked) <= MOST:
        message = _("Choose two, three or four roles; here there are %(number)d.") % {"number": len(asked)}
        problems.append(Problem("roles", message, "invalid" if asked else "required"))
    return problems


def _about_sources(asked: Sequence[str], known: Collection[str]) -> list[Problem]:
    problems = unknown("source", asked, known, _("There is no document “%s”."))
    return problems + repeated("source", asked, _("The document “%s” is named more than once."))


def _about_area(asked: Sequence[str], known: Collection[str]) -> list[Problem]:
    if len(asked) > 1:
        return [Problem("area", _("Choose one area, or none."), "repeated")]
    return unknown("area", asked, known, _("There is no area “%s”."))


def _about_voices(asked: Sequence[str], most: int) -> list[Problem]:
    if not asked:
        return []
    text = asked[0]
    is_number = text.isascii() and text.isdigit() and len(text) <= len(str(most))
    if len(asked) == 1 and is_number and 1 <= int(text) <= most:
        return []
    message = _("The smallest number of documents is a whole number from 1 to %(most)d.") % {"most": most}
    return [Problem("min_voices", message)]


def _about_switch(name: str, asked: Sequence[str], known: str) -> list[Problem]:
    if not asked or list(asked) == [known]:
        return []
    message = _("“%(name)s” can only be “%(known)s”, once.") % {"name": name, "known": known}
    return [Problem(name, message, "invalid_choice")]
