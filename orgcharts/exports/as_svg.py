"""A chart as a picture that stands alone: one file, nothing fetched, nothing that runs, colours and fonts in it."""

from django.template.loader import render_to_string

from orgcharts.exports.document import ChartDocument


def as_svg(document: ChartDocument) -> str:
    """The picture at its own size, on white, with links to the pages of the roles."""
    return render_to_string("orgcharts/chart.svg", {"drawing": document.drawing, "site": document.site})
