"""Old addresses: what rows were called before, and where an address that names them so leads now (ADR 0030).

Asked only when an address was not understood: an address that is true costs nothing.
"""

from collections.abc import Collection, Iterable
from urllib.parse import urlencode

from django.db import models
from django.http import QueryDict
from django.urls import ResolverMatch, reverse

from catalogue.models import FormerSlug
from orgcharts.models import OrgChart
from responsibilities.models import Area, Duty
from roles.models import Role
from sources.models import Source

Model = type[models.Model]

SLUGGED: tuple[Model, ...] = (Source, Role, Area, Duty, OrgChart)
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

Slugs = dict[Model, dict[str, str]]


def remember_slug(model: Model, pk: int, old: str, new: str) -> None:
    """Let the old addresses of a row lead to it; called by whatever gives a row another slug, in its transaction.

    The last row that had a slug is the one that its old address means.
    """
    if model not in SLUGGED or old == new:
        return
    label = model._meta.label_lower
    FormerSlug.objects.filter(model=label, slug=new, row=pk).delete()
    FormerSlug.objects.update_or_create(model=label, slug=old, defaults={"row": pk})


def renamed(model: Model, slugs: Collection[str]) -> dict[str, str]:
    """Those of the slugs that no row has any more, each with what its row is called now: three queries at most."""
    missing = set(slugs) - set(model._base_manager.filter(slug__in=slugs).values_list("slug", flat=True))
    former = dict(
        FormerSlug.objects.filter(model=model._meta.label_lower, slug__in=missing).values_list("slug", "row")
        if missing
        else ()
    )
    now = dict(model._base_manager.filter(pk__in=former.values()).values_list("pk", "slug")) if former else {}
    return {slug: now[pk] for slug, pk in former.items() if pk in now}


def former_holder(model: Model, slug: str, *, besides: int) -> models.Model | None:
    """The row whose old address a slug is, if it is another one and still there."""
    former = FormerSlug.objects.filter(model=model._meta.label_lower, slug=slug).exclude(row=besides).first()
    return model._base_manager.filter(pk=former.row).first() if former else None


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
