"""Pages of the roles."""

from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from roles.models import Role
from roles.pages.profile import comparisons_of, listed, profile_of
from sources.models import Source
from sources.query import chosen_sources
from web.lookup import find, page_of


@require_safe
def role_list(request: HttpRequest) -> HttpResponse:
    """All roles: the core ones, then the others."""
    page: Page[Role] = page_of(request, Role.objects.for_list())
    return render(request, "roles/role_list.html", {"page": page, "listed": listed(page)})


@require_safe
def role_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One role: names, traits, duties, places in the charts, documents."""
    sources = Source.objects.by_name()
    chosen = chosen_sources(request, sources)
    slugs = [source.slug for source in chosen]
    role = find(Role.objects.with_aliases(slugs), slug)
    profile = profile_of(role, sources, sources=slugs)
    comparisons = comparisons_of(role, Role.objects.core().in_order())
    context = {"role": role, "profile": profile, "sources": sources, "chosen": chosen, "comparisons": comparisons}
    return render(request, "roles/role_detail.html", context)
