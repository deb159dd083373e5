"""What somebody asks of charts: the query string in, a checked question out, and back again.

One definition serves the pages and the API. Empty values are as good as none: a form sends its untouched fields.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from orgcharts.models import Setting
from responsibilities.options import BadOptions

Given = Mapping[str, Sequence[str]]
NEED = ("setting", "area", "duty", "have")
TOLD = 5  # of many things that are wrong in the same way, so many are named
SHOWN = 60  # characters of what was sent that a message repeats


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
    messages = _about_setting(asked["setting"])
    messages += _about(asked["area"], known.areas, _("There is no area “%s”."))
    messages += _about(asked["duty"], known.duties, _("There is no duty “%s”."))
    messages += _about(asked["have"], known.roles, _("There is no role “%s”."))
    if not asked["area"] and not asked["duty"]:
        messages.append(_("Choose what has to be done: at least one area or one duty."))
    if messages:
        raise BadOptions(messages)
    return Need(
        setting="".join(asked["setting"]),
        areas=tuple(slug for slug in known.areas if slug in asked["area"]),
        duties=tuple(slug for slug in known.duties if slug in asked["duty"]),
        have=tuple(slug for slug in known.roles if slug in asked["have"]),
    )


def pair_of(query: Given, charts: Collection[str]) -> tuple[str, str]:
    """The two different charts of ``?from=…&to=…``; ``BadOptions`` where there is something wrong."""
    asked = [values_of(query, name) for name in ("from", "to")]
    named = [slug for values in asked for slug in values]
    messages = [_("There is no org chart “%s”.") % _short(slug) for slug in _unknown(named, charts)]
    if any(len(values) != 1 for values in asked):
        messages.append(_("Choose one chart to start from and one to compare it with."))
    elif asked[0] == asked[1]:
        messages.append(_("Choose two different charts."))
    if messages:
        raise BadOptions(messages)
    return asked[0][0], asked[1][0]


def _about_setting(asked: Sequence[str]) -> list[str]:
    if len(asked) > 1:
        return [_("Choose one setting, or none.")]
    return [_("There is no setting “%s”.") % _short(value) for value in _unknown(asked, Setting.values)]


def _about(asked: Sequence[str], known: Collection[str], missing: str) -> list[str]:
    repeated = [slug for slug in dict.fromkeys(asked) if asked.count(slug) > 1][:TOLD]
    messages = [missing % _short(slug) for slug in _unknown(asked, known)]
    return messages + [_("“%s” is named more than once.") % _short(slug) for slug in repeated]


def _unknown(asked: Sequence[str], known: Collection[str]) -> list[str]:
    return [slug for slug in dict.fromkeys(asked) if slug not in known][:TOLD]


def _short(slug: str) -> str:
    return slug if len(slug) <= SHOWN else f"{slug[: SHOWN - 1]}…"
