"""A chart as a page that prints on one sheet of A4, upright or across, whichever shows it larger."""

from django.template.loader import render_to_string

from orgcharts.exports.document import ChartDocument
from sources.alphabet import alphabetical

# Units of the drawing that the sheet is wide at least, so that a small chart is not blown up: upright, and across.
LEAST = {False: 430, True: 640}


def as_html(document: ChartDocument) -> str:
    """The page; it asks this site for its style sheets."""
    drawing = document.drawing
    facts = document.facts
    cited = [facts["citations"], *(position["citations"] for position in facts["positions"])]
    across = drawing.width > drawing.height
    room = max(drawing.width, LEAST[across])
    context = {
        "facts": facts,
        "drawing": drawing,
        "across": across,
        "left": -((room - drawing.width) // 2),
        "room": room,
        "sources": sorted({citation["cited_as"] for citations in cited for citation in citations}, key=alphabetical),
    }
    return render_to_string("orgcharts/sheet.html", context)
