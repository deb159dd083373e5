"""The front page and the search."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from catalogue.front_page import overview
from catalogue.gallery import gallery
from catalogue.search import look_for
from web.search import MAX_CHARACTERS, MAX_WORDS, Found, is_too_long


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The front page."""
    return render(request, "catalogue/home.html", {"overview": overview()})


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """What the words of ``?q=`` find, by kind, the kind of the best hit first."""
    query = request.GET.get("q", "").strip()
    too_long = is_too_long(query)
    found = Found() if too_long else look_for(query)
    best = list(dict.fromkeys(hit.kind for hit in found.hits))
    by_kind = groupby(sorted(found.hits, key=lambda hit: best.index(hit.kind)), key=lambda hit: hit.kind)
    context = {
        "query": query[:MAX_CHARACTERS],
        "too_long": too_long,
        "groups": [(kind, list(hits)) for kind, hits in by_kind],
        "found": found,
        "limits": {"characters": MAX_CHARACTERS, "words": MAX_WORDS},
    }
    return render(request, "catalogue/search.html", context, status=400 if too_long else 200)


@require_safe
def parts(request: HttpRequest) -> HttpResponse:
    """Each shared part in all its states; has an address in development only."""
    return render(request, "catalogue/parts.html", {"gallery": gallery()})
