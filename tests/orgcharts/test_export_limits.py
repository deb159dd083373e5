"""Large charts: what a format cannot hold is split, left out or refused, and each says so."""

import re

import pytest

from orgcharts.exports import FORMATS, as_mermaid, as_png
from orgcharts.exports.as_html import FRAME
from orgcharts.exports.document import document_of
from orgcharts.exports.sheets import sheets_of
from orgcharts.models import OrgChart, Position
from tests.factories import make_chart

SITE = "http://testserver"
UPRIGHT, ACROSS = (527, 771), (773, 518)  # points within the margins of the sheet


def fill(chart, role, edges):
    """A position for each slug, with whom it reports to; two queries a level."""
    made = {}
    for slug, above in edges.items():
        made[slug] = Position(chart=chart, slug=slug, name_es=f"Puesto {slug}", reports_to=made.get(above))
        made[slug].save()
    through = Position.roles.through
    through.objects.bulk_create(through(position=position, role=role) for position in made.values())


def document(chart):
    loaded = OrgChart.objects.for_display().get(pk=chart.pk)
    return document_of(loaded, Position.objects.in_chart(chart), site=SITE)


@pytest.fixture
def company(roles, passage):
    """107 people: a head, six teams of sixteen, and ten who advise the head or stand beside it."""
    chart = make_chart("company", setting="company", passages=[passage])
    teams = {f"team-{team}": "head" for team in range(6)}
    people = {f"p-{team}-{number}": f"team-{team}" for team in range(6) for number in range(16)}
    fill(chart, roles["cm"], {"head": None} | teams | people | {f"root-{number}": None for number in range(4)})
    return chart


def flat(count):
    return {"head": None} | {f"p-{number}": "head" for number in range(count)}


# The sheet of A4.


def letters(page):
    """The smallest letter of each sheet, in points, where the picture takes what its sheet leaves."""
    paper = ACROSS if "orgchart_sheet_across.css" in page else UPRIGHT
    found = []
    for picture in re.findall(r'<svg class="chart sheet-picture".*?</svg>', page, re.DOTALL):
        width, height = map(int, re.search(r'viewBox="-?\d+ 0 (\d+) (\d+)"', picture).groups())
        scale = min(paper[0] / width, (paper[1] - FRAME) / height)
        found.append(scale * min(map(int, re.findall(r'font-size="(\d+)"', picture))))
    return found


def test_chart_of_107_people_is_printed_in_letters_that_can_be_read(client, company):
    page = client.get("/en/orgcharts/company.html").content.decode()

    sizes = letters(page)
    assert len(sizes) > 1
    assert min(sizes) >= 6
    assert f"it fits on {len(sizes)} sheets of A4." in page
    assert f"Sheet 1 of {len(sizes)}" in page


def test_small_chart_is_on_one_sheet(client, department):
    page = client.get("/en/orgcharts/department.html").content.decode()

    assert len(letters(page)) == 1
    assert "it fits on 1 sheet of A4." in page
    assert "Sheet 1" not in page


def sheets(chart, widest=1500, highest=700):
    positions = list(Position.objects.in_chart(chart))
    return sheets_of(chart, positions, lambda wide, high: wide <= widest and high <= highest)


def shown(sheet):
    return [box.slug for box in sheet.drawing.boxes]


def notes(sheet):
    return {
        box.slug: line.text
        for box in sheet.drawing.boxes
        for band in box.bands
        for run in band.runs
        for line in run.lines
        if "→" in line.text
    }


@pytest.mark.parametrize("edges", [flat(40), {"p-0": None} | {f"p-{n}": f"p-{n - 1}" for n in range(1, 30)}])
def test_every_position_stands_once_and_every_head_again(roles, passage, edges):
    chart = make_chart()
    fill(chart, roles["cm"], edges)

    found = sheets(chart)

    assert all(sheet.drawing.width <= 1500 and sheet.drawing.height <= 700 for sheet in found)
    once = [slug for sheet in found for slug in shown(sheet)]
    repeated = [shown(sheet)[0] for sheet in found if sheet.back]
    assert sorted(once) == sorted([*edges, *repeated])
    assert [sheet.number for sheet in found] == list(range(1, len(found) + 1))


def test_sheets_lead_to_each_other(roles, passage):
    chart = make_chart()
    teams = {f"{team}-{number}": team for team in "bc" for number in range(8)}
    fill(chart, roles["cm"], {"a": None, "b": "a", "c": "a"} | teams)

    first, *others = sheets(chart)

    assert (shown(first), first.head, first.back) == (["a", "b", "c"], "", 0)
    assert notes(first) == {"b": "→ hojas 2–3", "c": "→ hojas 4–5"}
    assert [(sheet.head, sheet.back, shown(sheet)[0], len(shown(sheet)), notes(sheet)) for sheet in others] == [
        ("Puesto b", 1, "b", 7, {}), ("Puesto b", 1, "b", 3, {}),
        ("Puesto c", 1, "c", 7, {}), ("Puesto c", 1, "c", 3, {}),
    ]  # fmt: skip


def test_family_that_fits_stays_together(roles, passage):
    chart = make_chart()
    fill(chart, roles["cm"], flat(7) | {f"q-{number}": f"p-{number}" for number in range(7)})

    first, second, third = map(shown, sheets(chart, widest=760))
    assert first == ["head", "p-0", "q-0", "p-1", "q-1", "p-2", "q-2"]
    assert second == ["head", "p-3", "q-3", "p-4", "q-4", "p-5", "q-5"]
    assert third == ["head", "p-6", "q-6"]


def test_box_that_no_sheet_holds_has_one_for_itself(roles, passage):
    chart = make_chart()
    fill(chart, roles["cm"], flat(2))

    assert [shown(sheet) for sheet in sheets(chart, highest=10)] == [["head", "p-0"], ["head", "p-1"]]
    assert [shown(sheet) for sheet in sheets(chart, widest=10)] == [["head", "p-0"], ["head", "p-1"]]


def test_ring_is_cut_and_split(ring):
    assert sorted(slug for sheet in sheets(ring) for slug in shown(sheet)) == ["one", "other"]


def test_head_that_goes_on_is_not_said_to_report_to_nobody(roles, passage):
    chart = make_chart()
    fill(chart, roles["cm"], flat(1) | {f"q-{number}": "p-0" for number in range(8)})

    *_first, last = sheets(chart)

    assert "no consta" not in last.drawing.description
    assert last.drawing.description.startswith("3 puestos. Puesto q-")


# Mermaid.


def test_mermaid_leaves_out_links_where_it_would_not_draw_them(client, department, monkeypatch):
    whole = client.get("/en/orgcharts/department.mmd").content.decode()
    monkeypatch.setattr(as_mermaid, "LONGEST", len(whole) - 1)

    cut = client.get("/en/orgcharts/department.mmd").content.decode()

    comment = "  %% Without links: with them it would be longer than what Mermaid draws."
    links = [line for line in whole.splitlines() if line.startswith("  click ")]
    assert cut == whole.replace("\n".join(links), comment)
    assert len(links) == 3


@pytest.mark.parametrize(("limit", "most"), [("LONGEST", 200), ("MOST_LINES", 1)])
def test_mermaid_that_would_not_be_drawn_is_refused_and_not_offered(client, department, monkeypatch, limit, most):
    monkeypatch.setattr(as_mermaid, limit, most)

    response = client.get("/en/orgcharts/department.mmd")

    assert response.status_code == 404
    assert "This chart is too large for Mermaid. Take the SVG instead." in response.content.decode()
    assert "department.mmd" not in client.get("/en/orgcharts/department/").content.decode()
    told = client.get("/api/v1/orgcharts/department/").json()["formats"]
    assert [form["name"] for form in told] == [name for name in FORMATS if name != "mmd"]


def test_mermaid_of_501_lines_is_refused(roles, passage):
    chart = make_chart()
    fill(chart, roles["cm"], flat(501))
    asked = document(chart)

    assert not as_mermaid.fits(asked)
    asked.facts["positions"].pop()
    assert as_mermaid.fits(asked)
    assert len(as_mermaid.as_mermaid(asked)) < 50_000


def test_mermaid_counts_as_javascript_does(department, monkeypatch):
    asked = document(department)
    asked.facts["name"] = "😀" * 10
    text = as_mermaid.as_mermaid(asked)
    monkeypatch.setattr(as_mermaid, "LONGEST", len(text) + 9)

    assert "%% " in as_mermaid.as_mermaid(asked)


def test_the_api_offers_no_picture_that_is_too_large(client, department, monkeypatch):
    monkeypatch.setattr(as_png, "LARGEST", 10_000)

    told = client.get("/api/v1/orgcharts/department/").json()["formats"]

    assert [form["name"] for form in told] == [name for name in FORMATS if name != "png"]
