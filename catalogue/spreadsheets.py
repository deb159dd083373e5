"""Tables for spreadsheets: comma-separated text that opens with its accents and calculates nothing."""

import csv
import io
from collections.abc import Iterable, Sequence

BYTE_ORDER_MARK = "\ufeff"  # without it spreadsheets misread accents
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
BLANK = ("\t", "\r", "\n")


def csv_text(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The table as a file; a cell that a spreadsheet would calculate begins with an apostrophe."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([harmless(cell) for cell in heading])
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return BYTE_ORDER_MARK + text.getvalue()


def harmless(cell: str) -> str:
    """``cell``, with an apostrophe before what a spreadsheet would take for a formula, blanks before it or not."""
    return f"'{cell}" if cell.startswith(BLANK) or cell.lstrip().startswith(FORMULA) else cell
