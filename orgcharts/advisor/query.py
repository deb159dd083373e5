"""What somebody asks of charts: the query string in, a checked question out, and back again.

One definition serves the pages and the API. Empty values are as good as none: a form sends its untouched fields.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from orgcharts.models import Setting
from web.query import BadOptions, Problem, repeated, unknown

Given = Mapping[str, Sequence[str]]
NEED = ("setting", "area", "duty", "have")


@dataclass(frozen=True)
class Known:
    """The slugs that there are, each in canonical order."""

    areas: Sequence[str]
    duties: Sequence[str]
    roles: Sequence[str]


@dataclass(frozen=True)
class Need:
    """What has to be done (areas and duties, at least one), by whom already, and in which setting ("": any)."""

    setting: str = ""
    areas: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    have: tuple[str, ...] = ()

    @property
    def query(self) -> str:
        """The canonical query string, without the question mark."""
        pairs = [("setting", self.setting)] if self.setting else []
        for name, values in (("area", self.areas), ("duty", self.duties), ("have", self.have)):
            pairs += [(name, value) for value in values]
        return urlencode(pairs)


def asks(query: Given, names: Collection[str] = NEED) -> bool:
    """Whether a query asks anything; other parameters are ignored."""
    return any(name in query for name in names)


def values_of(query: Given, name: str) -> list[str]:
    """The values given to one parameter, the empty ones left out."""
    return [value for value in query.get(name, ()) if value]


def need_of(query: Given, known: Known) -> Need:
    """The need that the query tells; ``BadOptions`` with a message for each thing that is wrong with it."""
    asked = {name: values_of(query, name) for name in NEED}
    problems = _about_setting(asked["setting"])
    problems += _about("area", asked["area"], known.areas, _("There is no area “%s”."))
    problems += _about("duty", asked["duty"], known.duties, _("There is no duty “%s”."))
    problems += _about("have", asked["have"], known.roles, _("There is no role “%s”."))
    if not asked["area"] and not asked["duty"]:
        message = _("Choose what has to be done: at least one area or one duty.")
        problems.append(Problem("area", message, "required"))
    if problems:
        raise BadOptions(problems)
    return Need(
        setting="".join(asked["setting"]),
        areas=tuple(slug for slug in known.areas if slug in asked["area"]),
        duties=tuple(slug for slug in known.duties if slug in asked["duty"]),
        have=tuple(slug for slug in known.roles if slug in asked["have"]),
    )


def pair_of(query: Given, charts: Collection[str]) -> tuple[str, str]:
    """The two different charts of ``?from=…&to=…``; ``BadOptions`` where there is something wrong."""
    asked = {name: values_of(query, name) for name in ("from", "to")}
    problems = [
        problem
        for name, values in asked.items()
        for problem in unknown(name, values, charts, _("There is no org chart “%s”."))
    ]
    wrong = next((name for name, values in asked.items() if len(values) != 1), "")
    if wrong:
        problems.append(Problem(wrong, _("Choose one chart to start from and one to compare it with.")))
    elif asked["from"] == asked["to"]:
        problems.append(Problem("to", _("Choose two different charts.")))
    if problems:
        raise BadOptions(problems)
    return asked["from"][0], asked["to"][0]


def _about_setting(asked: Sequence[str]) -> list[Problem]:
    if len(asked) > 1:
        return [Problem("setting", _("Choose one setting, or none."), "repeated")]
    return unknown("setting", asked, Setting.values, _("There is no setting “%s”."))


def _about(parameter: str, asked: Sequence[str], known: Collection[str], missing: str) -> list[Problem]:
    found = unknown(parameter, asked, known, missing)
    return found + repeated(parameter, asked, _("“%s” is named more than once."))
