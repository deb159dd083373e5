"""Which profile somebody needs: the form to ask it, and the answer."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from orgcharts.advisor.query import asks, need_of, values_of
from orgcharts.advisor.reading import answer, known_slugs
from orgcharts.coverage.record import Given, given
from orgcharts.models import Setting
from responsibilities.reading import by_area
from web.query import BadOptions


@require_safe
def advisor(request: HttpRequest) -> HttpResponse:
    """Which roles somebody needs; without a question a form to ask it, and with a wrong one that form as a 400."""
    query, known = dict(request.GET.lists()), given()
    context = _form(query, known)
    if not asks(query):
        return render(request, "orgcharts/advisor.html", context)
    try:
        need = need_of(query, known_slugs(known))
        advice = answer(need, known)
    except BadOptions as bad:
        return render(request, "orgcharts/advisor.html", context | {"messages": bad.messages}, status=400)
    return render(request, "orgcharts/advisor.html", context | {"advice": advice, "query": need.query})


def _form(query: Mapping[str, Sequence[str]], known: Given) -> dict[str, Any]:
    """What the form of the advisor shows: what can be chosen, and what is."""
    shelves = by_area(known.duties.values(), lambda duty: duty.area)
    chosen = {f"chosen_{name}": set(values_of(query, name)) for name in ("setting", "area", "duty", "have")}
    return {"settings": Setting.choices, "shelves": shelves, "roles": known.roles, **chosen}
