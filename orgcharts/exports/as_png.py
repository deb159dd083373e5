"""A chart in pixels, for where no SVG is taken. Its letters are in a font of our own (ADR 0020)."""

from pathlib import Path

from resvg_py import svg_to_bytes

from orgcharts.exports.as_svg import as_svg
from orgcharts.exports.document import ChartDocument

FONTS = Path(__file__).parent / "fonts"
LARGEST = 8_000_000  # pixels; the renderer holds four bytes for each
SHARPEST = 2  # pixels for each unit of the drawing


def as_png(document: ChartDocument) -> bytes:
    """The picture, twice as large as drawn where that fits, never smaller than drawn; only for what ``fits``."""
    drawing = document.drawing
    sharp = drawing.width * drawing.height * SHARPEST**2 <= LARGEST
    return svg_to_bytes(
        svg_string=as_svg(document),
        zoom=SHARPEST if sharp else 1,
        skip_system_fonts=True,
        font_files=[str(FONTS / "Arimo-Regular.ttf"), str(FONTS / "Arimo-Bold.ttf")],
        font_family="Arimo",
        sans_serif_family="Arimo",
    )


def fits(document: ChartDocument) -> bool:
    """Whether the words would still be as large as drawn within the most pixels that we render."""
    drawing = document.drawing
    return drawing.width * drawing.height <= LARGEST
