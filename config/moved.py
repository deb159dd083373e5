"""Old addresses lead to the new ones: pages, their files, the API and its filters (ADR 0030).

Asked only when an address was not understood: an address that is true costs nothing.
"""

from collections.abc import Callable, Iterable
from urllib.parse import urlencode

from django.db import models
from django.http import HttpRequest, HttpResponsePermanentRedirect, QueryDict
from django.http.response import HttpResponseBase
from django.urls import ResolverMatch, reverse

from editing.former import renamed
from orgcharts.models import OrgChart
from responsibilities.models import Area, Duty
from roles.models import Role
from sources.models import Source
from web.api.endpoint import FROM_ANYWHERE

Handler = Callable[[HttpRequest], HttpResponseBase]
Model = type[models.Model]
Slugs = dict[Model, dict[str, str]]

# Whose slug an address names: in the path of a page by its app, in that of the API by its route (the rows of a key
# follow each other with points), in the query by the parameter.
PAGES: dict[str, Model] = {"sources": Source, "roles": Role, "responsibilities": Duty, "orgcharts": OrgChart}
ROUTES: dict[str, tuple[Model, ...]] = {
    "source-detail": (Source,),
    "role-detail": (Role,),
    "trait-detail": (Role,),
    "area-detail": (Area,),
    "duty-detail": (Duty,),
    "responsibility-detail": (Role, Duty),
    "orgchart-detail": (OrgChart,),
}
PARAMETERS: dict[str, Model] = {
    "source": Source,
    "role": Role,
    "roles": Role,  # several, with commas
    "have": Role,
    "area": Area,
    "duty": Duty,
    "from": OrgChart,
    "to": OrgChart,
}
MOST = 100  # slugs in one address; a longer one is left as it is
NOT_UNDERSTOOD = (400, 404)
HEADERS = {
    # A browser would keep a permanent redirect for ever, also when the row gets its old slug back.
    "Cache-Control": "no-cache",
    # There is nothing in the answer; pictures on other sites and programs in browsers follow it.
    "Cross-Origin-Resource-Policy": "cross-origin",
    **FROM_ANYWHERE,
}


class MovedMiddleware:
    """Looks again at what was not found or not understood, with what its rows are called now."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer, or the redirect to where it is."""
        response = self.get_response(request)
        match = request.resolver_match
        if response.status_code not in NOT_UNDERSTOOD or match is None or request.method not in ("GET", "HEAD"):
            return response
        address = address_now(match, request.GET)
        return response if address is None else HttpResponsePermanentRedirect(address, headers=HEADERS)


def address_now(match: ResolverMatch, query: QueryDict) -> str | None:
    """The address with what its rows are called now; None where that is no other than the one that was asked."""
    if match.app_name not in (*PAGES, "api"):
        return None
    asked: dict[Model, set[str]] = {}
    for model, slug in [*_in_path(match), *_in_query(query)]:
        asked.setdefault(model, set()).add(slug)
    if not asked or sum(map(len, asked.values())) > MOST:
        return None
    found: Slugs = {model: changed for model, slugs in asked.items() if (changed := renamed(model, slugs))}
    if not found:
        return None
    pairs = [(name, value) for name, values in query.lists() for value in _values_now(name, values, found)]
    path = reverse(match.view_name, kwargs=_kwargs_now(match, found))
    return f"{path}?{urlencode(pairs, safe=',')}" if pairs else path


def _models_of(match: ResolverMatch) -> tuple[Model, ...]:
    if match.app_name in PAGES:
        return (PAGES[match.app_name],)
    return ROUTES.get(match.url_name or "", ()) if match.app_name == "api" else ()


def _in_path(match: ResolverMatch) -> Iterable[tuple[Model, str]]:
    for name in ("slug", "key"):
        yield from zip(_models_of(match), match.kwargs.get(name, "").split("."), strict=False)


def _in_query(query: QueryDict) -> Iterable[tuple[Model, str]]:
    for name in query.keys() & PARAMETERS.keys():
        for value in query.getlist(name):
            yield from ((PARAMETERS[name], slug) for slug in value.split(",") if slug)


def _kwargs_now(match: ResolverMatch, found: Slugs) -> dict[str, object]:
    kwargs = dict(match.kwargs)
    for name in kwargs.keys() & {"slug", "key"}:
        rows, parts = _models_of(match), kwargs[name].split(".")
        now = [found.get(model, {}).get(part, part) for model, part in zip(rows, parts, strict=False)]
        kwargs[name] = ".".join([*now, *parts[len(rows) :]])
    return kwargs


def _values_now(name: str, values: Iterable[str], found: Slugs) -> list[str]:
    """The values of one parameter, each once: two old names may mean one row."""
    changed = found.get(PARAMETERS[name], {}) if name in PARAMETERS else {}
    if not changed:
        return list(values)
    told = [",".join(dict.fromkeys(changed.get(slug, slug) for slug in value.split(","))) for value in values]
    return list(dict.fromkeys(told))
