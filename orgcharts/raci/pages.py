"""The RACI matrix of a chart: the page, and the address of its files."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from orgcharts.drawing.reading import outline_of
from orgcharts.models import OrgChart, Position
from orgcharts.raci import files
from orgcharts.raci.reading import shown_matrix
from web.lookup import find


@require_safe
def raci(request: HttpRequest, slug: str) -> HttpResponse:
    """The RACI matrix of a chart, as a page or as a file; a format that there is not is a 400."""
    chart = find(OrgChart.objects.all(), slug)
    shown = shown_matrix(outline_of(Position.objects.in_chart(chart)), f"RACI: {chart.name}")
    asked = [name for name in request.GET.getlist("format") if name]
    if asked and asked[0] in files.FORMATS and len(asked) == 1:
        return files.FORMATS[asked[0]].answer(shown, f"raci-{chart.slug}")
    words = {"legend": files.legend(), "findings": files.findings()}
    context = {"chart": chart, "shown": shown, "formats": files.FORMATS.values(), "refused": bool(asked), **words}
    return render(request, "orgcharts/raci.html", context, status=400 if asked else 200)
