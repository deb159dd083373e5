"""A chart as a page that prints on A4, upright or across, whichever shows it larger: on one sheet, or on several."""

from django.template.loader import render_to_string

from orgcharts.drawing.boxes import FULL
from orgcharts.exports.document import ChartDocument
from orgcharts.exports.sheets import Fits, Sheet, sheets_of
from web.alphabet import alphabetical

# Units of the drawing that the sheet is wide at least, so that a small chart is not blown up: upright, and across.
LEAST = {False: 430, True: 640}
# Width and height of the sheet within its margins (css/parts/orgchart_sheet.css), in points: upright, and across.
PAPER = {False: (527, 771), True: (773, 518)}
SMALLEST = 6  # points: no letter of the picture is smaller
FRAME = 150  # points that the heading, the legend, the address and the gaps take
LINE, SIGN = 14, 5  # points: the height of a line of words below the heading or in the footer, and the width of a sign


def as_html(document: ChartDocument) -> str:
    """The page; it asks this site for its style sheets."""
    facts = document.facts
    cited = [facts["citations"], *(position["citations"] for position in facts["positions"])]
    sources = sorted({citation["cited_as"] for citations in cited for citation in citations}, key=alphabetical)
    drawing, words = document.drawing, [facts["description"], ", ".join(sources)]
    across = drawing.width > drawing.height
    if fits_on(across, words)(drawing.width, drawing.height):
        sheets = [Sheet(1, drawing)]
    else:
        across = True
        sheets = sheets_of(document.chart, document.positions, fits_on(across, words))
    context = {
        "facts": facts,
        "sheets": [_shown(sheet, across) for sheet in sheets],
        "total": len(sheets),
        "across": across,
        "sources": sources,
    }
    return render_to_string("orgcharts/sheet.html", context)


def fits_on(across: bool, words: list[str]) -> Fits:
    """Whether a picture so wide and high stays readable on a sheet, beside these words."""
    width, height = PAPER[across]
    lines = sum(-(-len(text) * SIGN // width) for text in words)
    room = max(height - FRAME - lines * LINE, height / 3)
    scale = SMALLEST / FULL.smallest
    return lambda wide, high: wide * scale <= width and high * scale <= room


def _shown(sheet: Sheet, across: bool) -> dict[str, object]:
    """A sheet with where its picture begins and how much room that has."""
    room = max(sheet.drawing.width, LEAST[across])
    return {"sheet": sheet, "drawing": sheet.drawing, "left": -((room - sheet.drawing.width) // 2), "room": room}
