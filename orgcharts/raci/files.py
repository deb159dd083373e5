"""A RACI matrix as a file: the letters of the page, a line for each duty; the same bytes for the same chart."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from orgcharts.raci.reading import ShownMatrix, ShownRow
from orgcharts.raci.rule import Cell
from responsibilities.models import Area
from web.formats import Format
from web.markdown import plain
from web.spreadsheets import csv_text


def text_of(cell: Cell) -> str:
    """The letters of a cell, each with its signs; ``~``, ``?``: a part under a condition only, in doubt only."""
    letters = "/".join(f"{mark.letter}{'¹' * mark.single}{'≠' * mark.disputed}" for mark in cell.marks)
    return letters + "~" * cell.conditional + "?" * cell.doubtful


def as_csv(shown: ShownMatrix) -> str:
    """Area, duty, a column for each position, and what to look at; no title: a table begins at its head."""
    heading, *rows = _table(shown)
    return csv_text(heading, rows)


def as_markdown(shown: ShownMatrix) -> str:
    """A title, a table, and what the signs mean; one line end at its end."""
    heading, *rows = [[plain(value) for value in line] for line in _table(shown)]
    lines = [f"# {plain(shown.title)}", "", _row(heading), _row(["---"] * len(heading)), *map(_row, rows)]
    return "\n".join([*lines, "", *(f"- **{sign}** {meaning}" for sign, meaning in legend())]) + "\n"


def legend() -> list[tuple[str, str]]:
    """Each sign of a matrix and what it means."""
    return [
        ("R", pgettext("RACI", "does the work")),
        ("A", pgettext("RACI", "answers for the result: decides, or supervises where nobody decides")),
        ("C", pgettext("RACI", "is consulted: analyses what others do")),
        ("I", pgettext("RACI", "is informed: somebody who does it reports to it")),
        ("¹", _("one document alone says so")),
        ("≠", _("the documents give it to another role too")),
        ("~", _("only under a condition: no letter")),
        ("?", _("only in doubt: no letter")),
    ]


def findings() -> dict[str, str]:
    """What may be found in a duty, in words, by the name that ``ShownRow.findings`` uses."""
    return {
        "nobody": _("nobody"),
        "no_r": pgettext("RACI", "no R"),
        "no_a": pgettext("RACI", "no A"),
        "many_a": pgettext("RACI", "more than one A"),
        "inverted": pgettext("RACI", "A below R"),
    }


def _table(shown: ShownMatrix) -> Iterator[list[str]]:
    yield [_("area"), _("duty"), *(entry.label for entry in shown.entries), _("to look at")]
    words = findings()
    for area, rows in shown.shelves:
        for row in rows:
            yield _line(area, row, words)


def _line(area: Area, row: ShownRow, words: dict[str, str]) -> list[str]:
    found = ", ".join(words[name] for name in row.findings)
    return [area.name, row.duty.name, *map(text_of, row.cells), found]


def _row(values: Sequence[str]) -> str:
    return f"| {' | '.join(values)} |"


FORMATS: dict[str, Format[ShownMatrix]] = {
    "csv": Format("csv", "CSV", "text/csv; charset=utf-8", as_csv),
    "md": Format("md", "Markdown", "text/markdown; charset=utf-8", as_markdown),
}
