"""Whatever is written into a name, each format says it, and stays what it is."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import pydot
import pytest
import yaml
from django.utils import translation
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from orgcharts.drawing.lettering import printable
from orgcharts.exports import FORMATS
from orgcharts.exports.document import document_of, lines_of
from orgcharts.exports.embedding import snippets_of
from orgcharts.models import OrgChart, Position
from web.spreadsheets import harmless

# pydot calls its own parser by names that the parser has given up.
PYDOT = pytest.mark.filterwarnings("ignore:.* deprecated - use:DeprecationWarning")
SVG = "{http://www.w3.org/2000/svg}"
PARTS = [
    '"', "'", "\\", "\\n", "\n", "\r\n", "\t", "<", ">", "</text>", "</title><script>alert(1)</script>", "]", "[",
    "}", "{", "(", ")", "|", "&", "&quot;", "&amp;", "#quot;", "#35;", "%%", "`", "*", "_", "~", "=", "+", "-", "@",
    ",", ";", "--", "-->", "]]>", "<!--", "end", "1. ", "javascript:", "\x00", "\x08", "\x1f", "\x7f", "\x85", "\u2028",
    "\ufeff", "\ufffe", "\u202e", "e\u0301", "ñ", "中", "😀", " ", "=HYPERLINK(1)", "  =1", "＝1",
    "\u200b=1", "\u2060", "\u202f", "\xad",
]  # fmt: skip
names = st.one_of(st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=6)), max_size=8).map("".join), st.text())
hostile = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
slow = settings(hostile, max_examples=25)


@pytest.fixture
def write(department):
    """Writes a chart all of whose names are ``text``: (document, what the format made of it)."""
    chart = OrgChart.objects.for_display().get()
    positions = list(Position.objects.in_chart(chart))

    def write(name, text):
        chart.name_es = chart.description_es = text
        for position in positions:
            position.name_es = text if position.slug != "smm" else ""
            for role in position.roles.all():
                role.name_es = role.abbreviation = text
            for citation in position.citations.all():
                citation.passage.gist_es = citation.passage.locator = citation.passage.source.title_es = text
        with translation.override("es"):
            document = document_of(chart, positions, site="http://testserver")
            return document, FORMATS[name].write(document)

    return write


def folded(text):
    return "".join(text.split())


@hostile
@given(text=names)
def test_json_says_the_facts(write, text):
    document, written = write("json", text)

    assert json.loads(written.encode()) == document.facts
    assert document.facts["name"] == printable(text)


@hostile
@given(text=names)
def test_csv_says_every_cell_and_calculates_none(write, text):
    document, written = write("csv", text)

    rows = list(csv.reader(io.StringIO(written.encode().decode("utf-8-sig"), newline="")))
    assert {len(row) for row in rows} == {8}
    assert len(rows) == 4
    assert not [cell for row in rows for cell in row if harmless(cell) != cell]
    assert [row[1].removeprefix("'") for row in rows[1:]] == [
        position["name"].removeprefix("'") for position in document.facts["positions"]
    ]


@PYDOT
@hostile
@given(text=names)
def test_dot_says_every_label(write, text):
    document, written = write("dot", text)

    (graph,) = pydot.graph_from_dot_data(written)
    nodes = [node for node in graph.get_nodes() if node.get_name() not in ("graph", "node", "edge")]
    assert [node.get_name() for node in nodes] == ['"sms"', '"smm"', '"cm"']
    assert [_label(node.get_label()) for node in nodes] == [
        "\n".join(lines_of(position)) for position in document.facts["positions"]
    ]


def _label(written):
    """What Graphviz shows for a label."""
    shown = {"\\n": "\n", "\\\\": "\\", '\\"': '"', "&amp;": "&"}
    assert re.fullmatch(r'"(?:[^"\\&]|\\[n\\"]|&amp;)*"', written)
    return re.sub(r'\\[n\\"]|&amp;', lambda found: shown[found[0]], written[1:-1])


@hostile
@given(text=names)
@example(text="1. end")
def test_mermaid_says_every_label(write, text):
    document, written = write("mmd", text)

    title, drawn = re.fullmatch(r'---\ntitle: (".*")\n---\nflowchart TD\n(.*)', written, re.DOTALL).groups()
    labels = re.findall(r'^  p\d+\["((?:[\w ,:·–—/’\n]|#\d+;)*)"\](?::::\w+)?\n', drawn, re.MULTILINE)
    assert [_shown(label) for label in labels] == [
        "\n".join(lines_of(position)) for position in document.facts["positions"]
    ]
    assert drawn.count("  p1 --- p2\n  p2 --- p3\n") == 1
    assert yaml.safe_load(title) == " ".join(printable(text).split())
    assert len(title.splitlines()) == 1


def _shown(label):
    return re.sub(r"#(\d+);", lambda found: chr(int(found[1])), label)


@hostile
@given(text=names)
def test_svg_says_every_name_and_nothing_else(write, text):
    _document, written = write("svg", text)

    picture = ET.fromstring(written.encode())
    assert {element.tag.removeprefix(SVG) for element in picture.iter()} <= {
        "svg", "title", "desc", "g", "rect", "path", "polyline", "a", "text", "tspan",
    }  # fmt: skip
    drawn = folded("".join("".join(found.itertext()) for found in picture.iter(f"{SVG}text")))
    assert folded(printable(text)) in drawn
    assert folded(picture.find(f"{SVG}title").text or "") == folded(printable(text))


@slow
@given(text=names)
def test_png_is_drawn(write, text):
    _document, written = write("png", text)

    assert written.startswith(b"\x89PNG\r\n\x1a\n")


class Elements(HTMLParser):
    """Collects the elements of a page, and the values of their attributes."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


@hostile
@given(text=names)
def test_sheet_has_no_element_from_a_name(write, text):
    _document, written = write("html", text)

    assert {tag for tag, _attributes in Elements(written).found} <= {
        "html", "head", "meta", "title", "link", "body", "nav", "p", "a", "main", "header", "h1", "footer", "ul", "li",
        "cite", "span", "svg", "desc", "g", "rect", "path", "polyline", "text", "tspan",
    }  # fmt: skip


@hostile
@given(text=names)
def test_snippets_hold_the_name_as_one_attribute(write, text):
    document, _written = write("json", text)
    chart = OrgChart(slug="department", name_es=text)

    frame, picture = (Elements(snippet.code).found for snippet in snippets_of(chart, document.drawing, site="http://x"))

    assert [tag for tag, _ in frame] == ["iframe"]
    assert [tag for tag, _ in picture] == ["a", "img"]
    assert frame[0][1]["title"] == document.drawing.title
    assert picture[1][1]["alt"] == f"{document.drawing.title}. {document.drawing.description}"
