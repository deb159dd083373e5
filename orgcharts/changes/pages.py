"""What changes from one chart to another."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from orgcharts.advisor.query import pair_of, values_of
from orgcharts.changes.reading import what_if
from orgcharts.models import OrgChart
from web.query import BadOptions


@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """What changes from one chart to another; without the other a form to choose them, and that as a 400 if wrong."""
    query = dict(request.GET.lists())
    charts = {chart.slug: chart for chart in OrgChart.objects.order_by("position", "slug")}
    context: dict[str, Any] = {"charts": charts.values(), **_chosen(query)}
    if "to" not in query and charts.keys() >= set(values_of(query, "from")):
        return render(request, "orgcharts/changes.html", context)
    try:
        before, after = pair_of(query, charts)
    except BadOptions as bad:
        return render(request, "orgcharts/changes.html", context | {"messages": bad.messages}, status=400)
    found = what_if(charts[before], charts[after])
    context |= {"found": found, "before": charts[before], "after": charts[after]}
    return render(request, "orgcharts/changes.html", context | {"query": f"from={before}&to={after}"})


def _chosen(query: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """What the form of two charts shows as chosen."""
    return {f"chosen_{name}": next(iter(values_of(query, name)), "") for name in ("from", "to")}
