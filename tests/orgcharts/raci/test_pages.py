"""The RACI matrix of a chart: works, bad input, missing object, wrong method, query count."""

import csv
import io

import pytest

from responsibilities.models import Duty, Responsibility
from tests.factories import make_chart, make_responsibility
from tests.orgcharts.lens_world import give
from tests.orgcharts.shipped import shown

pytestmark = pytest.mark.django_db


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


def test_wrong_method(client, department):
    assert client.post("/orgcharts/department/raci/").status_code == 405
