"""A chart as a file: what each format says."""

import struct

import pydot
import pytest

from orgcharts.exports import FORMATS, as_png
from orgcharts.exports.document import document_of
from orgcharts.models import OrgChart, Position
from tests.factories import make_chart, make_passage, make_position

# pydot calls its own parser by names that the parser has given up.
PYDOT = pytest.mark.filterwarnings("ignore:.* deprecated - use:DeprecationWarning")
SITE = "http://testserver"
NAMES = ["svg", "png", "html", "mmd", "dot", "json", "csv"]


def document(chart):
    loaded = OrgChart.objects.for_display().get(pk=chart.pk)
    return document_of(loaded, Position.objects.in_chart(chart), site=SITE)


def got(client, name, slug="department", language="/en"):
    return client.get(f"{language}/orgcharts/{slug}.{name}").content.decode()


@pytest.mark.parametrize(
    ("name", "content_type", "disposition"),
    [
        ("svg", "image/svg+xml", "inline"),
        ("png", "image/png", "inline"),
        ("html", "text/html; charset=utf-8", "inline"),
        ("mmd", "text/vnd.mermaid; charset=utf-8", "attachment"),
        ("dot", "text/vnd.graphviz; charset=utf-8", "attachment"),
        ("json", "application/json", "attachment"),
        ("csv", "text/csv; charset=utf-8", "attachment"),
    ],
)
def test_file_has_its_name_and_type_and_the_same_bytes_again(client, department, name, content_type, disposition):
    first, second = (client.get(f"/orgcharts/department.{name}") for _ in range(2))

    assert first.status_code == 200
    assert first["Content-Type"] == content_type
    assert first["Content-Disposition"] == f'{disposition}; filename="department.{name}"'
    assert first.content == second.content


def test_page_and_api_list_every_format(client, department):
    page = client.get("/en/orgcharts/department/").content.decode()
    told = client.get("/api/v1/orgcharts/department/?lang=en").json()["formats"]

    assert list(FORMATS) == NAMES
    assert [name for name in NAMES if f'href="/en/orgcharts/department.{name}"' in page] == NAMES
    assert told == [
        {"name": name, "content_type": FORMATS[name].content_type, "url": f"{SITE}/en/orgcharts/department.{name}"}
        for name in NAMES
    ]


@pytest.mark.parametrize("path", ["department.pdf", "nothing.json", "nothing.html", "department.SVG", "department."])
def test_unknown_file(client, department, path):
    assert client.get(f"/orgcharts/{path}").status_code == 404


@pytest.mark.parametrize("name", NAMES)
def test_wrong_method(client, department, name):
    assert client.post(f"/orgcharts/department.{name}").status_code == 405


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("slug", ["unusual", "ring", "bare"])
def test_every_chart_can_be_written(client, unusual, ring, name, slug):
    make_chart("bare")

    assert client.get(f"/orgcharts/{slug}.{name}").status_code == 200


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("name", NAMES)
def test_query_count(client, roles, passage, django_assert_num_queries, name, count):
    chart = make_chart(passages=[passage])
    for number in range(count):
        make_position(chart, f"cm-{number}", [roles["cm"]], passages=[passage])

    with django_assert_num_queries(5):
        client.get(f"/orgcharts/department.{name}")


def test_json_is_the_chart_under_the_names_of_the_api(client, department, passage):
    cited = [
        {
            "source": "milca-peguero",
            "cited_as": "Milca peguero (en)",
            "title": "Milca peguero (en)",
            "locator": "Organigrama",
            "gist": "It says something at Organigrama.",
            "standing": "sound",
        }
    ]
    role = {"slug": "community-manager", "name": "Community manager", "abbreviation": "CM"}

    told = client.get("/en/orgcharts/department.json").json()

    positions = told.pop("positions")
    assert told == {
        "page_url": f"{SITE}/en/orgcharts/department/",
        "slug": "department",
        "name": "Department (en)",
        "description": "",
        "setting": "department",
        "language": "en",
        "citations": cited,
    }
    assert [(position["slug"], position["reports_to"]) for position in positions] == [
        ("sms", None), ("smm", "sms"), ("cm", "smm"),
    ]  # fmt: skip
    assert positions[2] == {
        "slug": "cm",
        "name": "Community manager",
        "roles": [role],
        "reports_to": "smm",
        "placement": "line",
        "is_external": False,
        "is_multiple": True,
        "page_url": f"{SITE}/en/orgcharts/department/#b-cm",
        "citations": cited,
    }


def test_csv_is_one_line_for_each_position(client, department):
    passage = '"Milca peguero (en): Organigrama"'

    assert got(client, "csv").split("\r\n") == [
        '\ufeff"position","name","roles","reports to","placement","external","several people","passages"',
        f'"sms","Social media strategist","Social media strategist","","line","no","no",{passage}',
        f'"smm","Social media manager","Social media manager","sms","line","no","no",{passage}',
        f'"cm","Community manager","Community manager","smm","line","no","yes",{passage}',
        "",
    ]


def test_mermaid_is_a_flowchart(client, unusual):
    page = f"{SITE}/en/orgcharts/unusual/"

    assert got(client, "mmd", "unusual").splitlines() == [
        "---",
        'title: "Unusual"',
        "---",
        "flowchart TD",
        '  p1["Dirección #38; #60;comunicación#62;"]',
        '  p2["Social media strategist',
        'staff · external"]:::plum',
        '  p3["Todo en uno',
        "Community manager #43; Social media manager #43; Social media strategist",
        'one person with several roles · several people"]',
        '  p4["Community manager"]:::teal',
        "  p1 -.- p2",
        "  p1 --- p3",
        f'  click p1 href "{page}#b-head"',
        f'  click p2 href "{page}#b-adviser"',
        f'  click p3 href "{page}#b-all"',
        f'  click p4 href "{page}#b-alone"',
        "  classDef amber fill:#f9e7c4,stroke:#7a4600,color:#7a4600",
        "  classDef plum fill:#f2e1f1,stroke:#6d2a6c,color:#6d2a6c",
        "  classDef teal fill:#d9edea,stroke:#0a5c58,color:#0a5c58",
        "  style p2 stroke-dasharray:7 5",
    ]


@PYDOT
def test_dot_is_read_by_a_parser_of_dot(client, unusual):
    (graph,) = pydot.graph_from_dot_data(got(client, "dot", "unusual"))

    nodes = {node.get_name().strip('"'): node.get_attributes() for node in graph.get_nodes()}
    edges = [(edge.get_source(), edge.get_destination(), edge.get_style()) for edge in graph.get_edges()]
    assert (graph.get_name(), graph.get_type()) == ('"unusual"', "digraph")
    assert edges == [('"head"', '"adviser"', '"dotted"'), ('"head"', '"all"', None)]
    assert list(nodes) == ["graph", "node", "edge", "head", "adviser", "all", "alone"]
    assert nodes["adviser"] == {
        "label": r'"Social media strategist\nstaff · external"',
        "style": '"filled,dashed"',
        "fillcolor": '"#f2e1f1"',
        "color": '"#595349"',
        "fontcolor": '"#6d2a6c"',
        "URL": f'"{SITE}/en/orgcharts/unusual/#b-adviser"',
    }
    assert nodes["head"]["label"] == '"Dirección &amp; <comunicación>"'
    assert nodes["all"]["style"] == '"striped"'
    assert nodes["all"]["fillcolor"] == '"#d9edea:#f9e7c4:#f2e1f1"'
    assert nodes["all"]["peripheries"] == '"2"'


@pytest.mark.parametrize("name", ["mmd", "dot"])
def test_ring_is_written_as_the_data_has_it(client, ring, name):
    edges = {"mmd": ["  p2 --- p1", "  p1 --- p2"], "dot": ['  "other" -> "one";', '  "one" -> "other";']}

    lines = got(client, name, "ring").splitlines()

    assert [line for line in lines if line in edges[name]] == edges[name]


def size_of(png):
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", png[16:24])


def test_png_is_twice_as_large_as_drawn(department):
    asked = document(department)

    png = as_png.as_png(asked)

    assert size_of(png) == (2 * asked.drawing.width, 2 * asked.drawing.height)


def test_png_is_as_large_as_drawn_where_twice_is_too_much(department, monkeypatch):
    asked = document(department)
    monkeypatch.setattr(as_png, "LARGEST", 2 * asked.drawing.width * asked.drawing.height)

    png = as_png.as_png(asked)

    assert size_of(png) == (asked.drawing.width, asked.drawing.height)


def test_png_that_is_too_large_is_refused_and_not_offered(client, department, monkeypatch):
    monkeypatch.setattr(as_png, "LARGEST", 10_000)

    response = client.get("/en/orgcharts/department.png")

    assert response.status_code == 404
    assert "This chart is too large for PNG. Take the SVG instead." in response.content.decode()
    assert "department.png" not in client.get("/en/orgcharts/department/").content.decode()


@pytest.mark.parametrize("place", ["name", "role"])
def test_png_shows_every_letter(roles, place):
    """Each letter alone, in bold or plain: pictures that all differ hold no letter that was dropped or replaced."""
    letters = "aáàAÁeéEÉiíIÍoóòOÓuúüUÚÜnñNÑcçCÇ¿?¡!ºª«»“”‘’–—·&€ 0"
    chart = make_chart()
    position = make_position(chart, "one", [roles["cm"]], name_es="Uno")
    drawn = document_of(chart, [position], site=SITE)

    pictures = set()
    for letter in letters:
        position.name_es = letter if place == "name" else "Uno"
        role = roles["cm"]
        role.name_es = role.name_en = "Dos" if place == "name" else letter
        position._prefetched_objects_cache = {"roles": [role]}
        drawn = document_of(chart, [position], site=SITE)
        pictures.add(as_png.as_png(drawn))

    assert len(pictures) == len(letters)


def test_sheet_lies_as_its_chart_needs(client, department, roles):
    wide = make_chart("wide")
    for number in range(6):
        make_position(wide, f"cm-{number}", [roles["cm"]])

    upright, across = got(client, "html"), got(client, "html", "wide")

    assert "orgchart_sheet_across.css" not in upright
    assert "orgchart_sheet_across.css" in across


def test_sheet_names_its_documents_once_and_where_it_is_from(client, department):
    page = got(client, "html")

    assert page.count("According to Milca peguero (en) · ") == 1
    assert f'<span class="sheet-address">{SITE}/en/orgcharts/department/</span>' in page


def test_sheet_has_the_policy_of_a_page(client, department):
    response = client.get("/orgcharts/department.html")

    assert "style-src 'self'" in response["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]


@pytest.mark.parametrize("name", [name for name in NAMES if name != "html"])
def test_file_has_a_policy_under_which_nothing_runs(client, department, name):
    policy = client.get(f"/orgcharts/department.{name}")["Content-Security-Policy"]

    assert set(policy.split("; ")) == {
        "sandbox", "default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
    }  # fmt: skip


def test_superior_in_another_chart_is_nobody(client, department, roles):
    make_position(make_chart("other"), "lost", [roles["cm"]], reports_to=department.positions.get(slug="sms"))

    told = client.get("/orgcharts/other.json").json()

    assert [position["reports_to"] for position in told["positions"]] == [None]


def test_passage_is_cited_where_it_stands(client, department):
    other = make_passage(department.citations.get().passage.source, "Otro")
    department.positions.get(slug="sms").citations.create(passage=other)

    told = client.get("/orgcharts/department.json").json()

    assert [[c["locator"] for c in position["citations"]] for position in told["positions"]] == [
        ["Organigrama", "Otro"], ["Organigrama"], ["Organigrama"],
    ]  # fmt: skip
