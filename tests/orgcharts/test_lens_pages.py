"""The pages that look at charts through duties: works, bad input, missing object, wrong method, query count."""

import csv
import io

import pytest
from django.db import IntegrityError

from orgcharts.models import OrgChart
from responsibilities.models import Duty, Responsibility
from tests.factories import make_chart, make_citation, make_duty, make_position, make_responsibility
from tests.orgcharts.lens_world import give
from tests.orgcharts.shipped import shown

pytestmark = pytest.mark.django_db
WHAT_IF = "/en/orgcharts/changes/?from=department&to=alone"


@pytest.fixture
def duties(roles, passage):
    give(roles, passage)


@pytest.fixture
def alone(roles):
    chart = make_chart("alone", setting="freelance")
    make_position(chart, "one", [roles["cm"]], is_external=True)
    return chart


@pytest.mark.parametrize(
    ("added", "words"),
    [({}, "1 document denies it"), ({"condition_es": "si"}, "denied only under a condition or in doubt")],
)
def test_what_is_only_denied_to_a_role_of_the_chart_says_so(client, department, roles, passage, added, words):
    make_citation(make_responsibility(roles["cm"], make_duty("selling"), "executes"), passage, denies=True, **added)

    response = client.get("/en/orgcharts/department/")

    (open_duty,) = response.context["lens"].uncovered
    assert [(each.role, each.label) for each in open_duty.denials] == [(roles["cm"], "executes")]
    assert f'<span aria-hidden="true">✕</span> {words}</span>' in response.content.decode()


def test_matrix_is_shown(client, department, duties):
    response = client.get("/en/orgcharts/department/raci/")

    found = {
        row.duty.slug: ([shown(cell) for cell in row.cells], row.findings)
        for _area, rows in response.context["shown"].shelves
        for row in rows
    }
    assert found == {
        "plan": (["A", "R", "·"], ()),
        "posts": (["·", "I", "R"], ("no_a",)),
        "seo": (["·", "~", "·"], ("nobody",)),
    }
    page = response.content.decode()
    assert page.count("<h1>") == 1
    assert 'href="?format=csv"' in page
    assert "<dt>R</dt><dd>does the work</dd>" in page
    assert (
        'A<span aria-hidden="true">¹</span><span class="visually-hidden"> (one document alone says so)</span>' in page
    )


def test_matrix_tells_who_answers_for_what_somebody_above_does(client, department, duties, roles, passage):
    make_responsibility(roles["cm"], Duty.objects.get(slug="plan"), "plans", passages=[passage])
    Responsibility.objects.filter(duty__slug="plan", involvement="decides").update(role=roles["cm"])

    response = client.get("/en/orgcharts/department/raci/")

    assert {name: [duty.slug for duty in duties] for name, duties in response.context["shown"].findings.items()} == {
        "nobody": ["seo"], "no_r": [], "no_a": ["posts"], "many_a": [], "inverted": ["plan"],
    }  # fmt: skip
    page = response.content.decode()
    assert "1 duty in which a position does the work and another one below it answers for the result." in page
    assert '<span class="mark mark-disputed">A below R</span>' in page
    assert '"A below R"' in client.get("/en/orgcharts/department/raci/?format=csv").content.decode()


def test_matrix_as_csv(client, department, duties):
    response = client.get("/en/orgcharts/department/raci/?format=csv")

    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert response.headers["Content-Disposition"] == 'attachment; filename="raci-department.csv"'
    assert list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")))) == [
        ["area", "duty", "Social media strategist", "Social media manager", "Community manager", "to look at"],
        ["Strategy (en)", "Plan (en)", "A¹", "R¹", "", ""],
        ["Content (en)", "Posts (en)", "", "I", "R¹", "no A"],
        ["Content (en)", "Seo (en)", "", "~", "", "nobody"],
    ]


@pytest.mark.parametrize("name", ["=1+1", " =HYPERLINK(1)", "＝1+1", "\n=1+1", "\u200b=1"])
def test_matrix_as_csv_is_not_calculated(client, department, duties, name):
    Duty.objects.filter(slug="plan").update(name_en=name)

    response = client.get("/en/orgcharts/department/raci/?format=csv")

    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"), newline="")))
    assert rows[1][1] == f"'{name}"


def test_matrix_as_markdown(client, department, duties):
    Duty.objects.filter(slug="plan").update(name_en="a|b *c*")

    response = client.get("/en/orgcharts/department/raci/?format=md")

    assert response.content.decode().splitlines()[:5] == [
        "# RACI: Department (en)",
        "",
        "| area | duty | Social media strategist | Social media manager | Community manager | to look at |",
        "| --- | --- | --- | --- | --- | --- |",
        "| Strategy (en) | a\\|b \\*c\\* | A¹ | R¹ |  |  |",
    ]


@pytest.mark.parametrize("query", ["format=xml", "format=csv&format=md", "format=csv&format=csv"])
def test_matrix_in_a_wrong_format(client, department, duties, query):
    response = client.get(f"/en/orgcharts/department/raci/?{query}")

    assert response.status_code == 400
    assert "This matrix is available as csv, md." in response.content.decode()


def test_matrix_of_a_chart_without_positions(client, duties):
    make_chart("empty")

    assert "This chart has no positions yet." in client.get("/en/orgcharts/empty/raci/").content.decode()


def test_matrix_of_a_ring(client, ring, duties):
    assert client.get("/orgcharts/ring/raci/").status_code == 200


@pytest.mark.parametrize("path", ["/orgcharts/nothing/raci/", "/orgcharts/Nothing%20here/raci/"])
def test_matrix_of_an_unknown_chart(client, db, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_matrix_query_count(client, department, roles, passage, django_assert_num_queries, count):
    give(roles, passage, range(count))

    with django_assert_num_queries(10):
        client.get("/orgcharts/department/raci/")


def test_changes_are_shown(client, department, alone, duties):
    response = client.get(WHAT_IF)

    found = response.context["found"]
    assert {name: count for name, count in found.counts.items() if count} == {"falls": 1, "moves": 1, "open": 1}
    (fall,) = found.movements["falls"]
    assert [[role.slug for holder in fall.left for role in holder.roles]] == [
        ["social-media-manager", "social-media-strategist"]
    ]
    (move,) = found.movements["moves"]
    assert [(holder.roles[0].slug, holder.external) for holder in (*move.left, *move.came)] == [
        ("community-manager", False),
        ("community-manager", True),
    ]
    assert [role.slug for role in found.gone] == ["social-media-manager", "social-media-strategist"]


def test_changes_between_charts_with_the_same_roles(client, department, roles, duties):
    twin = make_chart("twin")
    for number, role in enumerate(roles.values()):
        make_position(twin, f"p{number}", [role])

    page = client.get("/en/orgcharts/changes/?from=department&to=twin").content.decode()

    assert "No duty changes hands" in page


def test_changes_ask_for_two_charts(client, department, alone):
    assert "found" not in client.get("/orgcharts/changes/").context
    response = client.get("/orgcharts/changes/?from=department&utm_source=x")

    assert (response.status_code, response.context["chosen_from"]) == (200, "department")


@pytest.mark.parametrize(
    "query",
    [
        "from=nothing",
        "from=department&to=nothing",
        "from=department&to=",
        "from=&to=",
        "to=alone",
        "from=department&to=department",
        "from=department&from=alone&to=alone",
        "from=" + "x" * 900 + "&to=alone",
    ],
)
def test_changes_of_a_wrong_query(client, department, alone, query):
    response = client.get(f"/orgcharts/changes/?{query}")

    assert response.status_code == 400
    assert response.context["messages"]


@pytest.mark.parametrize("count", [1, 3])
def test_changes_query_count(client, department, alone, roles, passage, django_assert_num_queries, count):
    give(roles, passage, range(count))

    with django_assert_num_queries(9):
        client.get(WHAT_IF)


@pytest.mark.parametrize("path", ["advisor/", "changes/", "department/raci/"])
def test_wrong_method(client, department, path):
    assert client.post(f"/orgcharts/{path}").status_code == 405


@pytest.mark.parametrize("slug", ["advisor", "changes"])
def test_chart_cannot_take_the_address_of_another_page(db, slug):
    with pytest.raises(IntegrityError, match="orgchart_slug_free"):
        OrgChart.objects.create(slug=slug, name_es="Uno", setting="agency")
