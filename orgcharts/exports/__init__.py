"""A chart as a file: exactly what the page shows, the same bytes for the same input."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from orgcharts.exports import as_mermaid as mermaid
from orgcharts.exports import as_png as png
from orgcharts.exports.as_csv import as_csv
from orgcharts.exports.as_dot import as_dot
from orgcharts.exports.as_html import as_html
from orgcharts.exports.as_json import as_json
from orgcharts.exports.as_svg import as_svg
from orgcharts.exports.document import ChartDocument
from orgcharts.models import OrgChart
from web.formats import Format


def always(_document: ChartDocument) -> bool:
    """Every chart fits."""
    return True


@dataclass(frozen=True)
class ChartFormat(Format[ChartDocument]):
    """One way to write a chart.

    What is ``shown`` opens in the browser, all else is saved; a ``picture`` may be shown by other sites. ``fits`` tells
    whether a chart can be had in this format.
    """

    shown: bool = False
    picture: bool = False
    fits: Callable[[ChartDocument], bool] = always

    def address_of(self, chart: OrgChart) -> str:
        """Where ``chart`` is found in this format, in the active language."""
        return reverse("orgcharts:file", args=[chart.slug, self.name])


FORMATS = {
    "svg": ChartFormat("svg", "SVG", "image/svg+xml", as_svg, shown=True, picture=True),
    "png": ChartFormat("png", "PNG", "image/png", png.as_png, shown=True, picture=True, fits=png.fits),
    "html": ChartFormat("html", _("A4 sheet"), "text/html; charset=utf-8", as_html, shown=True),
    "mmd": ChartFormat("mmd", "Mermaid", "text/vnd.mermaid; charset=utf-8", mermaid.as_mermaid, fits=mermaid.fits),
    "dot": ChartFormat("dot", "Graphviz", "text/vnd.graphviz; charset=utf-8", as_dot),
    "json": ChartFormat("json", "JSON", "application/json", as_json),
    "csv": ChartFormat("csv", "CSV", "text/csv; charset=utf-8", as_csv),
}
