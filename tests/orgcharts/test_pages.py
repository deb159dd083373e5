import re
import xml.etree.ElementTree as ET

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from orgcharts.models import ChartCitation
from tests.factories import (
    make_chart,
    make_citation,
    make_duty,
    make_passage,
    make_position,
    make_responsibility,
    make_source,
)

SVG = "{http://www.w3.org/2000/svg}"


def make_charts(count, roles, passage):
    for number in range(count):
        chart = make_chart(f"chart-{number}", passages=[passage])
        boss = make_position(chart, "sms", [roles["sms"]], passages=[passage])
        make_position(chart, "cm", [roles["cm"], roles["smm"]], reports_to=boss, passages=[passage])


def test_list_shows_charts_by_setting(client, department, ring):
    response = client.get(reverse("orgcharts:list"))

    assert response.status_code == 200
    assert [(shelf.setting, [card.chart.slug for card in shelf.cards]) for shelf in response.context["shelves"]] == [
        ("department", ["department"]),
        ("company", ["ring"]),
    ]
    assert [source.slug for source in response.context["shelves"][0].cards[0].sources] == ["milca-peguero"]


@pytest.mark.parametrize("count", [1, 3])
def test_list_query_count(client, roles, passage, django_assert_num_queries, count):
    make_charts(count, roles, passage)

    with django_assert_num_queries(6):
        client.get("/orgcharts/")


@pytest.mark.parametrize("count", [1, 3])
def test_list_query_count_according_to(client, roles, passage, django_assert_num_queries, count):
    make_charts(count, roles, passage)

    with django_assert_num_queries(7):
        client.get("/orgcharts/?source=milca-peguero")


def test_staff_advises_and_does_not_report(client, department, roles):
    advised = department.positions.get(slug="smm")
    make_position(department, "adviser", [roles["sms"]], reports_to=advised, placement="staff")

    page = " ".join(strip_tags(client.get("/en/orgcharts/department/").content.decode()).split())

    assert "Advises, beside the line, Social media manager." in page
    assert "Social media strategist advises Social media manager." in page
    assert page.count("Reports to Social media manager.") == 1
    role = " ".join(strip_tags(client.get("/en/roles/social-media-manager/").content.decode()).split())
    assert "Above Community manager Advised by Social media strategist" in role
    assert "Advises Social media manager" in " ".join(
        strip_tags(client.get("/en/roles/social-media-strategist/").content.decode()).split()
    )


def test_list_narrowed_by_setting(client, department, ring):
    response = client.get("/orgcharts/?setting=company&utm_source=x")

    assert [shelf.setting for shelf in response.context["shelves"]] == ["company"]


def test_list_according_to_a_document(client, department, ring):
    other = make_passage(make_source("ceupe"))
    ChartCitation.objects.create(chart=ring, passage=other)

    response = client.get("/en/orgcharts/?source=ceupe")

    assert [card.chart.slug for shelf in response.context["shelves"] for card in shelf.cards] == ["ring"]
    assert "According to" in response.content.decode()


def test_list_according_to_a_document_that_describes_none(client, department):
    make_source("ceupe")

    response = client.get("/en/orgcharts/?source=ceupe")

    assert "No chart matches your choice." in response.content.decode()


def test_list_without_charts(client, db):
    assert "There are no org charts yet." in client.get("/en/orgcharts/").content.decode()


@pytest.mark.parametrize("query", ["source=nobody", "setting=circus", "setting=" + "x" * 900])
def test_list_unknown_value(client, department, query):
    assert client.get(f"/orgcharts/?{query}").status_code == 404


def test_detail_shows_the_picture_the_list_and_the_passages(client, department):
    page = client.get("/orgcharts/department/").content.decode()

    assert page.count("<h1>") == 1
    assert re.findall(r'id="b-([a-z]+)"', page) == ["sms", "smm", "cm"]
    assert re.findall(r'<a class="chart-link" href="([^"]+)"', page) == [
        "/roles/social-media-strategist/", "/roles/social-media-manager/", "/roles/community-manager/",
    ]  # fmt: skip
    assert page.count("/sources/milca-peguero/#p-organigrama") == 4
    assert "/orgcharts/department.svg" in page


def test_detail_in_english(client, department):
    page = client.get("/en/orgcharts/department/").content.decode()

    assert 'href="/en/roles/community-manager/"' in page
    assert "It says something at Organigrama." in page


@pytest.mark.parametrize("count", [1, 3])
def test_detail_query_count(client, roles, passage, django_assert_num_queries, count):
    chart = make_chart(passages=[passage])
    make_chart("other")
    for number in range(count):
        make_position(chart, f"cm-{number}", [roles["cm"], roles["smm"]], passages=[passage])

    with django_assert_num_queries(10):
        client.get("/orgcharts/department/")


def test_detail_of_a_ring_says_so(client, ring):
    response = client.get("/en/orgcharts/ring/")

    assert response.status_code == 200
    assert "These positions report to one another in a ring" in response.content.decode()


def test_detail_of_a_stray_says_so(client, department, roles):
    make_position(make_chart("other"), "lost", [roles["cm"]], reports_to=department.positions.get(slug="sms"))

    page = client.get("/en/orgcharts/other/").content.decode()

    assert "Community manager reports to a position of another chart" in page


def test_detail_without_positions_says_so(client, db):
    make_chart("bare")

    page = client.get("/en/orgcharts/bare/").content.decode()

    assert "This chart has no positions yet." in page
    assert "<svg class" not in page


@pytest.mark.parametrize("path", ["/orgcharts/nothing/", "/orgcharts/nothing.svg", "/en/orgcharts/nothing/"])
def test_unknown_chart(client, db, path):
    response = client.get(path)

    assert response.status_code == 404
    assert "<main" in response.content.decode()


@pytest.mark.parametrize("path", ["/orgcharts/", "/orgcharts/department/", "/orgcharts/department.svg"])
def test_wrong_method(client, department, path):
    assert client.post(path).status_code == 405


@pytest.mark.parametrize("language", ["", "/en"])
def test_svg_is_xml_that_stands_alone(client, unusual, language):
    response = client.get(f"{language}/orgcharts/unusual.svg")

    picture = ET.fromstring(response.content)
    assert response["Content-Type"] == "image/svg+xml"
    assert picture.tag == f"{SVG}svg"
    assert picture.find(f"{SVG}title").text == ("Unusual" if language else 'Una "empresa" <rara> & ñoña')
    assert "style" not in {name for element in picture.iter() for name in (*element.attrib, element.tag)}
    assert {element.tag.removeprefix(SVG) for element in picture.iter()} == {
        "svg", "title", "desc", "g", "rect", "path", "polyline", "a", "text", "tspan",
    }  # fmt: skip


def test_svg_numbers_are_whole_in_spanish(client, roles):
    chart = make_chart()
    for number in range(9):
        make_position(chart, f"cm-{number}", [roles["cm"]])

    picture = ET.fromstring(client.get("/orgcharts/department.svg").content)

    assert picture.get("width") == "2289"
    numbers = [rect.get(name) for rect in picture.iter(f"{SVG}rect") for name in ("x", "y", "width", "height")]
    assert all(number is None or number.isdigit() for number in numbers)


def test_svg_has_a_policy_of_its_own(client, department):
    policy = client.get("/orgcharts/department.svg")["Content-Security-Policy"]

    assert {part.strip() for part in policy.split(";")} == {
        "sandbox", "default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
    }  # fmt: skip


@pytest.mark.parametrize("count", [1, 3])
def test_svg_query_count(client, roles, passage, django_assert_num_queries, count):
    chart = make_chart(passages=[passage])
    for number in range(count):
        make_position(chart, f"cm-{number}", [roles["cm"]], passages=[passage])

    with django_assert_num_queries(5):
        client.get("/orgcharts/department.svg")


def test_svg_of_a_ring(client, ring):
    picture = ET.fromstring(client.get("/orgcharts/ring.svg").content)

    assert len(list(picture.iter(f"{SVG}polyline"))) == 1


def test_svg_without_positions(client, db):
    make_chart("bare")

    assert ET.fromstring(client.get("/orgcharts/bare.svg").content).tag == f"{SVG}svg"


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
