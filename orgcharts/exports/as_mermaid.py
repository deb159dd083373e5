"""A chart as a flowchart of Mermaid, which many wikis and repositories draw."""

import json
import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from orgcharts.drawing.boxes import PAPER
from orgcharts.exports.document import ChartDocument, PositionDocument, lines_of
from orgcharts.models import Placement

# Everything but letters, figures and these signs is written as the number of its character: a label is HTML to
# Mermaid, and Markdown, and ends at a quotation mark.
SPECIAL = re.compile(r"[^\w ,:·–—/’]|_")


# What Mermaid draws unless whoever shows it allows more: a longer text gives way to an error, a further line to none.
LONGEST, MOST_LINES = 50_000, 500


def as_mermaid(document: ChartDocument) -> str:
    """A flowchart from the uppermost downwards, with a line end at the end; ``p1`` is the first in reading order.

    Links are left out, and that is said in the file, where Mermaid would not draw it with them.
    """
    whole = _written(document)
    return whole if _length(whole) <= LONGEST else _written(document, links=False)


def fits(document: ChartDocument) -> bool:
    """Whether Mermaid draws it as it comes."""
    lines = sum(1 for position in document.facts["positions"] if position["reports_to"])
    return lines <= MOST_LINES and _length(as_mermaid(document)) <= LONGEST


def _length(text: str) -> int:
    """As JavaScript counts it."""
    return len(text.encode("utf-16-le")) // 2


def _written(document: ChartDocument, *, links: bool = True) -> str:
    return "\n".join(_lines(document, links)) + "\n"


def _lines(document: ChartDocument, links: bool) -> Iterator[str]:
    facts = document.facts
    names = {position["slug"]: f"p{number}" for number, position in enumerate(facts["positions"], start=1)}
    yield from ("---", f"title: {titled(facts['name'])}", "---", "flowchart TD")
    for position in facts["positions"]:
        # A line end, not <br>: beside that one Mermaid reads formulae, icons and backslashes in what was escaped.
        label = "\n".join(escaped(line) for line in lines_of(position))
        yield f'  {names[position["slug"]]}["{label}"]{_look(position, document)}'
    for position in facts["positions"]:
        if position["reports_to"]:
            line = "-.-" if position["placement"] == Placement.STAFF else "---"
            yield f"  {names[position['reports_to']]} {line} {names[position['slug']]}"
    if not links:
        yield f"  %% {_('Without links: with them it would be longer than what Mermaid draws.')}"
    for position in facts["positions"] if links else ():
        yield f'  click {names[position["slug"]]} href "{position["page_url"]}"'
    for tone in sorted(set(document.tones.values())):
        if tone in PAPER:
            yield f"  classDef {tone} fill:{PAPER[tone].fill},stroke:{PAPER[tone].ink},color:{PAPER[tone].ink}"
    outside = [names[position["slug"]] for position in facts["positions"] if position["is_external"]]
    yield from (f"  style {name} stroke-dasharray:7 5" for name in outside)


def _look(position: PositionDocument, document: ChartDocument) -> str:
    """The colour of the role, where there is one role alone."""
    tones = [document.tones[role["slug"]] for role in position["roles"]]
    return f":::{tones[0]}" if len(tones) == 1 and tones[0] in PAPER else ""


def titled(text: str) -> str:
    """``text`` as a quoted value of YAML: as JSON writes it, but for what cannot be seen."""
    line = json.dumps(" ".join(text.split()), ensure_ascii=False)
    return "".join(sign if sign.isprintable() else rf"\U{ord(sign):08x}" for sign in line)


def escaped(text: str) -> str:
    """``text`` on one line inside a label."""
    return SPECIAL.sub(lambda sign: f"#{ord(sign[0])};", " ".join(text.split()))
