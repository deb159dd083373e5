"""Pages of the org charts."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from orgcharts.chart_list import shelves
from orgcharts.coverage.reading import lens_of
from orgcharts.exports.document import document_of
from orgcharts.files import site_of, taken_along
from orgcharts.filters import OrgChartFilter
from orgcharts.models import OrgChart, Position, Setting
from sources.models import Source
from sources.query import chosen_sources
from web.lookup import Missing, find


@require_safe
def chart_list(request: HttpRequest) -> HttpResponse:
    """All charts on the shelves of their settings, narrowed by setting and by document."""
    sources = Source.objects.by_name()
    chosen = chosen_sources(request, sources)
    asked = OrgChartFilter(request.GET, OrgChart.objects.with_pictures([source.slug for source in chosen]))
    if not asked.is_valid():
        raise Missing(_("There is no such setting."))
    setting = asked.form.cleaned_data["setting"]
    context = {"shelves": shelves(asked.qs), "settings": Setting.choices, "sources": sources, "chosen": chosen}
    return render(request, "orgcharts/orgchart_list.html", context | _kept(request, setting))


@require_safe
def chart_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One chart: its picture, the same as a list, its positions, their duties and passages."""
    chart = find(OrgChart.objects.for_display(), slug)
    document = document_of(chart, Position.objects.in_chart(chart), site=site_of(request))
    drawing = document.drawing
    others = OrgChart.objects.beside(chart)
    context = {"chart": chart, "drawing": drawing, "lens": lens_of(drawing.outline), "others": others}
    return render(request, "orgcharts/orgchart_detail.html", context | taken_along(chart, document))


def _kept(request: HttpRequest, setting: str) -> dict[str, object]:
    """What the form of the documents and its way back keep of the query: the setting."""
    if not setting:
        return {"setting": "", "kept": [], "back": request.path}
    return {"setting": setting, "kept": [("setting", setting)], "back": f"{request.path}?setting={setting}"}
