"""Tables for spreadsheets: comma-separated text that opens with its accents and calculates nothing.

The one place that writes such files: a test holds that no other module does.
"""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence

BYTE_ORDER_MARK = "\ufeff"  # without it spreadsheets misread accents
FORMULA = frozenset("=+-@\u2212")  # what a formula begins with, the sign for minus included
BLANK = ("\t", "\r", "\n")  # a cell that begins so is suspicious by itself
UNSEEN = ("Z", "C")  # Unicode's letters for separators, and for controls and signs without a shape


def csv_text(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The table as a file; a cell that a spreadsheet would calculate begins with an apostrophe.

    Every cell is quoted: a Spanish spreadsheet parts cells at semicolons, and would find new ones within the words.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerows([harmless(cell) for cell in row] for row in (heading, *rows))
    return BYTE_ORDER_MARK + text.getvalue()


def harmless(cell: str) -> str:
    """``cell``, with an apostrophe before what a spreadsheet could take for a formula.

    Spreadsheets skip what cannot be seen (blanks, line ends, marks of order and width), and some read wide, small and
    raised signs as the plain ones.
    """
    first = next((sign for sign in cell if not _unseen(sign)), "")
    begins = unicodedata.normalize("NFKC", first)[:1] in FORMULA
    return f"'{cell}" if begins or cell.startswith(BLANK) else cell


def _unseen(sign: str) -> bool:
    return unicodedata.category(sign).startswith(UNSEEN)
