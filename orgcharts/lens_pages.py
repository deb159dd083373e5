"""Pages that look at charts through duties: the RACI matrix, what changes, and which profile somebody needs."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from orgcharts.advisor.query import asks, need_of, pair_of, values_of
from orgcharts.advisor.reading import answer, known_slugs
from orgcharts.changes.reading import what_if
from orgcharts.coverage.record import Given, given
from orgcharts.drawing.reading import outline_of
from orgcharts.models import OrgChart, Position, Setting
from orgcharts.raci import files as raci_files
from orgcharts.raci.reading import ShownMatrix, shown_matrix
from web.lookup import find
from web.query import BadOptions


@require_safe
def raci(request: HttpRequest, slug: str) -> HttpResponse:
    """The RACI matrix of a chart, as a page or as a file; a format that there is not is a 400."""
    chart = find(OrgChart.objects.all(), slug)
    shown = shown_matrix(outline_of(Position.objects.in_chart(chart)))
    asked = [name for name in request.GET.getlist("format") if name]
    if asked and asked[0] in raci_files.FORMATS and len(asked) == 1:
        return _file(chart, shown, raci_files.FORMATS[asked[0]])
    words = {"legend": raci_files.legend(), "findings": raci_files.findings()}
    context = {"chart": chart, "shown": shown, "formats": raci_files.FORMATS.values(), "refused": bool(asked), **words}
    return render(request, "orgcharts/raci.html", context, status=400 if asked else 200)


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


def _file(chart: OrgChart, shown: ShownMatrix, form: raci_files.Format) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="raci-{chart.slug}.{form.name}"'}
    return HttpResponse(form.write(shown, f"RACI: {chart.name}"), content_type=form.content_type, headers=headers)


def _chosen(query: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """What the form of two charts shows as chosen."""
    return {f"chosen_{name}": next(iter(values_of(query, name)), "") for name in ("from", "to")}


def _form(query: Mapping[str, Sequence[str]], known: Given) -> dict[str, Any]:
    """What the form of the advisor shows: what can be chosen, and what is."""
    shelves: dict[int, tuple[Any, list[Any]]] = {}
    for duty in known.duties.values():
        shelves.setdefault(duty.area_id, (duty.area, []))[1].append(duty)
    chosen = {f"chosen_{name}": set(values_of(query, name)) for name in ("setting", "area", "duty", "have")}
    return {"settings": Setting.choices, "shelves": shelves.values(), "roles": known.roles, **chosen}
