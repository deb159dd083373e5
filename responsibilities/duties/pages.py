"""Pages of the duties: all of them, one of them, the matrix and the disagreements."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from responsibilities.agreement.rule import Agreement
from responsibilities.duties.query import in_order, listing_of, shelved
from responsibilities.duties.reading import readings
from responsibilities.filters import AGREEMENTS, MatrixFilter
from responsibilities.models import Duty
from responsibilities.reading import by_area
from responsibilities.record import Record
from responsibilities.wording import LEGEND
from sources.models import Source
from sources.query import chosen_sources
from web.lookup import find, page_of

ROWS = 200  # of a table with one line for each duty
QUESTIONS = 50  # of the disagreements, with all their passages


@require_safe
def duty_list(request: HttpRequest) -> HttpResponse:
    """All duties by area, with who does them; a filter that cannot be understood is a 400 that says so."""
    listing = listing_of(request.GET)
    page = page_of(request, list(listing.rows), size=ROWS)
    context = {
        "listing": listing,
        "page": page,
        "shelves": by_area(page, lambda each: each.duty.area),
        "agreements": AGREEMENTS,
        "back": f"{request.path}?{listing.query(without='source')}",
    }
    return render(request, "responsibilities/duty_list.html", context, status=200 if listing.is_valid else 400)


@require_safe
def duty_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One duty: who does what, according to whom, and who is silent."""
    duty = find(Duty.objects.for_display(), slug)
    sources = Source.objects.by_name()
    chosen = chosen_sources(request, sources)
    found = readings([duty.pk], sources, Record([source.slug for source in chosen]))
    context = {
        "duty": duty,
        "reading": found[0] if found else None,
        "sources": sources,
        "chosen": chosen,
        "beside": Duty.objects.beside(duty),
    }
    return render(request, "responsibilities/duty_detail.html", context)


@require_safe
def disagreements(request: HttpRequest) -> HttpResponse:
    """Every duty on which the documents differ: the questions, the answers, the silent documents."""
    sources = Source.objects.by_name()
    chosen = chosen_sources(request, sources)
    slugs = [source.slug for source in chosen]
    record = Record(slugs)
    disputed = [pk for pk, agreement in record.agreements.items() if agreement is Agreement.DISPUTED]
    page = page_of(request, list(Duty.objects.filter(pk__in=disputed).in_order()), size=QUESTIONS)
    found = readings([duty.pk for duty in page], sources, record)
    kept = urlencode([("source", slug) for slug in slugs])
    context = {
        "shelves": by_area(found, lambda each: each.duty.area),
        "page": page,
        "kept": kept,
        "sources": sources,
        "chosen": chosen,
    }
    return render(request, "responsibilities/disagreements.html", context)


@require_safe
def matrix(request: HttpRequest) -> HttpResponse:
    """All duties × roles; a filter that cannot be understood is a 400 that says so."""
    listing = listing_of(request.GET, MatrixFilter)
    order, every_role = listing.values["sort"] or "area", listing.values["columns"] == "all"
    page = page_of(request, in_order(listing.rows, order), size=ROWS)
    context = {
        "listing": listing,
        "page": page,
        "shelves": shelved(list(page), order),
        "orders": [(name, label, listing.query(sort=name)) for name, label in MatrixFilter.ORDERS],
        "order": order,
        "every_role": every_role,
        "initials": LEGEND,
        "agreements": AGREEMENTS,
        "roles": [role for role in listing.roles if role.is_core or every_role],
        "back": f"{request.path}?{listing.query(without='source')}",
    }
    return render(request, "responsibilities/matrix.html", context, status=200 if listing.is_valid else 400)
