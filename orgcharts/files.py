"""Each chart as a file, and as something that other sites show: addresses, answers and their headers."""

from typing import Any

from csp.constants import NONE, SELF
from csp.decorators import csp
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from orgcharts.drawing.reading import drawing_of
from orgcharts.exports import FORMATS
from orgcharts.exports.document import ChartDocument, document_of
from orgcharts.exports.embedding import snippets_of
from orgcharts.models import OrgChart, Position
from web.lookup import Missing, find

NOTHING = {"default-src": [NONE], "base-uri": [NONE], "form-action": [NONE], "frame-ancestors": [NONE]}
# What a file may do where a browser shows it: nothing in it runs, and nothing in it is fetched.
FILE_POLICY = NOTHING | {"sandbox": True}
# The frame has our sheets and links, which open outside of it; any site may show it, and that alone is opened.
FRAME_POLICY = NOTHING | {"style-src": [SELF], "frame-ancestors": ["*"]}


@require_safe
@csp(FILE_POLICY)  # type: ignore[arg-type]
def chart_file(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """A chart in one of the formats."""
    return _answer(request, slug, form)


@require_safe
def chart_sheet(request: HttpRequest, slug: str) -> HttpResponse:
    """A chart on one sheet of A4: a page of ours, with our policy."""
    return _answer(request, slug, "html")


@require_safe
@xframe_options_exempt
@csp(FRAME_POLICY)  # type: ignore[arg-type]
def embed(request: HttpRequest, slug: str) -> HttpResponse:
    """A chart for a frame on any site."""
    chart = find(OrgChart.objects.all(), slug)
    drawing = drawing_of(chart, Position.objects.in_chart(chart))
    context = {"chart": chart, "drawing": drawing, "page_url": site_of(request) + chart.get_absolute_url()}
    return opened(render(request, "orgcharts/embed.html", context))


@require_safe
@csp(FILE_POLICY)  # type: ignore[arg-type]
def embed_picture(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """A chart for an ``img`` on any site."""
    if form not in FORMATS or not FORMATS[form].picture:
        raise Missing(_("A chart can be shown elsewhere as %s.") % _names(picture=True))
    return opened(_answer(request, slug, form))


def taken_along(chart: OrgChart, document: ChartDocument) -> dict[str, Any]:
    """For the page of a chart: its files (name, label, url), those that its size allows, and what to copy."""
    fitting = [form for form in FORMATS.values() if form.fits(document)]
    return {
        "files": [{"name": form.name, "label": form.label, "url": form.address_of(chart)} for form in fitting],
        "snippets": snippets_of(chart, document.drawing, site=document.site),
    }


def site_of(request: HttpRequest) -> str:
    """The beginning of our addresses, as this request wrote it."""
    return f"{request.scheme}://{request.get_host()}"


def opened(response: HttpResponse) -> HttpResponse:
    """``response``, for pages of other sites too."""
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def _answer(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    if form not in FORMATS:
        raise Missing(_("A chart is available as %s.") % _names())
    written = FORMATS[form]
    chart = find(OrgChart.objects.for_display(), slug)
    document = document_of(chart, Position.objects.in_chart(chart), site=site_of(request))
    if not written.fits(document):
        raise Missing(_("This chart is too large for %(format)s. Take the SVG instead.") % {"format": written.label})
    return written.answer(document, chart.slug, inline=written.shown)


def _names(*, picture: bool = False) -> str:
    return ", ".join(name for name, form in FORMATS.items() if form.picture or not picture)
