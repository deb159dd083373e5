"""The comparison: 2 to 4 roles side by side, as a page and as files."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from responsibilities.compare.files import FORMATS
from responsibilities.compare.query import (
    FEWEST,
    MOST,
    Choices,
    ComparisonOptions,
    asked_roles,
    parse,
)
from responsibilities.compare.reading import SideBySide, load
from responsibilities.models import Area
from roles.models import Role
from sources.models import Source
from web.query import BadOptions, Problem


@dataclass(frozen=True)
class Offer:
    """What can be chosen: three queries."""

    roles: tuple[Role, ...]
    sources: tuple[Source, ...]
    areas: tuple[Area, ...]

    @classmethod
    def now(cls) -> "Offer":
        """All that there is, in canonical order."""
        return cls(tuple(Role.objects.in_order()), tuple(Source.objects.by_name()), tuple(Area.objects.all()))

    @property
    def choices(self) -> Choices:
        """The slugs."""
        return Choices(
            [role.slug for role in self.roles],
            [source.slug for source in self.sources],
            [area.slug for area in self.areas],
        )


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Roles side by side; without roles a form to choose them, and with a wrong query that form as a 400.

    An address that writes the same query in another way is redirected to the canonical one.
    """
    offer, given = Offer.now(), dict(request.GET.lists())
    if "roles" not in given:
        return _chooser(request, offer)
    try:
        options, form = parse(given, offer.choices), _form(given.get("format", []))
    except BadOptions as bad:
        return _chooser(request, offer, bad.messages)
    if not options.is_canonical(given):
        return HttpResponseRedirect(f"{request.path}?{options.query}{f'&format={form}' if form else ''}")
    return _answer(request, options, offer, form)


def _answer(request: HttpRequest, options: ComparisonOptions, offer: Offer, form: str) -> HttpResponse:
    roles = [role for role in offer.roles if role.slug in options.roles]
    shown = load(options, roles, [source for source in offer.sources if source.slug in options.sources])
    if form:
        return FORMATS[form].answer(shown, "-".join(("comparison", *options.roles)))
    return _page(request, shown, offer)


def _form(asked: Sequence[str]) -> str:
    named = [name for name in asked if name]
    if len(named) > 1 or any(name not in FORMATS for name in named):
        raise BadOptions([Problem("format", _("A comparison is available as %s.") % ", ".join(FORMATS))])
    return named[0] if named else ""


def _chooser(request: HttpRequest, offer: Offer, messages: Sequence[str] = ()) -> HttpResponse:
    context = {
        "offer": offer,
        "messages": messages,
        "checked": asked_roles(dict(request.GET.lists())),
        "pairs": _pairs(offer.roles),
    }
    return render(request, "responsibilities/compare_chooser.html", context, status=400 if messages else 200)


def _pairs(roles: Sequence[Role]) -> list[tuple[str, tuple[Role, ...]]]:
    """The core roles two by two and all together (four at most), ready to be read."""
    core = tuple(role for role in roles if role.is_core)[:MOST]
    groups = [*([core] if len(core) > FEWEST else []), *combinations(core, FEWEST)]
    return [(ComparisonOptions(tuple(role.slug for role in group)).query, group) for group in groups]


def _page(request: HttpRequest, shown: SideBySide, offer: Offer) -> HttpResponse:
    context: dict[str, Any] = {
        "shown": shown,
        "area": next((area for area in offer.areas if area.slug == shown.options.area), None),
        **_controls(shown.options, offer),
        "every_source": f"{request.path}?{shown.options.but(sources=()).query}",
    }
    return render(request, "responsibilities/compare.html", context)


def _controls(options: ComparisonOptions, offer: Offer) -> dict[str, Any]:
    return {
        "options": options,
        "offer": offer,
        "formats": [(written.label, f"{options.query}&format={written.name}") for written in FORMATS.values()],
        "kept": _kept(options),
        "voice_numbers": range(1, len(offer.sources) + 1),
        "links": _links(options),
    }


def _kept(options: ComparisonOptions) -> dict[str, list[tuple[str, str]]]:
    """For each form, what it keeps of the address: everything but its own fields."""
    own = {"source": {"source"}, "narrow": {"area", "min_voices"}, "roles": {"roles"}}
    return {form: [pair for pair in options.pairs() if pair[0] not in names] for form, names in own.items()}


def _links(options: ComparisonOptions) -> dict[str, str]:
    """The query strings of the plain links that change one thing."""
    return {
        "all_rows": options.but(only_differences=False).query,
        "differences": options.but(only_differences=True).query,
        "full": options.but(compact=False).query,
        "compact": options.but(compact=True).query,
        "wide": options.but(sources=(), area="", min_voices=0, only_differences=False).query,
    }
