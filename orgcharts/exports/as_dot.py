"""A chart in the DOT language of Graphviz."""

from collections.abc import Iterator

from orgcharts.drawing.boxes import NO_PAINT, PAPER
from orgcharts.exports.document import ChartDocument, PositionDocument, lines_of
from orgcharts.models import Placement

# A line break inside a label, in DOT's own writing.
BREAK = r"\n"


def as_dot(document: ChartDocument) -> str:
    """A directed graph from the uppermost downwards, with a line end at the end; its nodes are named by slug."""
    return "\n".join(_lines(document)) + "\n"


def _lines(document: ChartDocument) -> Iterator[str]:
    facts = document.facts
    title = {"label": " ".join(facts["name"].split()), "labelloc": "t", "fontsize": "18", "fontname": "Helvetica"}
    yield f"digraph {quoted(facts['slug'])} {{"
    yield f"  graph [{_attributes(title | {'URL': facts['page_url']})}];"
    yield '  node [shape="box", style="filled", fontname="Helvetica", fontsize="12", margin="0.2,0.1"];'
    yield '  edge [arrowhead="none", color="#595349"];'
    for position in facts["positions"]:
        yield f"  {quoted(position['slug'])} [{_attributes(_node(position, document))}];"
    for position in facts["positions"]:
        if position["reports_to"]:
            staff = ' [style="dotted"]' if position["placement"] == Placement.STAFF else ""
            yield f"  {quoted(position['reports_to'])} -> {quoted(position['slug'])}{staff};"
    yield "}"


def _node(position: PositionDocument, document: ChartDocument) -> dict[str, str]:
    paints = [PAPER.get(document.tones[role["slug"]], NO_PAINT) for role in position["roles"]] or [NO_PAINT]
    styles = ["filled" if len(paints) == 1 else "striped", *(["dashed"] if position["is_external"] else [])]
    node = {
        "label": "\n".join(lines_of(position)),
        "style": ",".join(styles),
        "fillcolor": ":".join(paint.fill for paint in paints),
        "color": "#595349",
        "fontcolor": paints[0].ink if len(paints) == 1 else NO_PAINT.ink,
        "URL": position["page_url"],
    }
    return node | ({"peripheries": "2"} if position["is_multiple"] else {})


def _attributes(values: dict[str, str]) -> str:
    written = {name: labelled(value) if name == "label" else quoted(value) for name, value in values.items()}
    return ", ".join(f"{name}={value}" for name, value in written.items())


def quoted(text: str) -> str:
    """``text`` as a name or value."""
    return '"' + text.replace("\\", "\\\\").replace('"', r"\"") + '"'


def labelled(text: str) -> str:
    """``text`` as a label, in which Graphviz reads the entities of HTML too; a line end is a break in its writing."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return BREAK.join(quoted(line.replace("&", "&amp;"))[1:-1] for line in lines).join('""')
