"""A chart on somebody else's page: what is opened, and that nothing else is."""

import re
import xml.etree.ElementTree as ET

import pytest

from tests.factories import make_chart, make_position

CROSS, SAME = "cross-origin", "same-origin"


def policy_of(response):
    return set(response["Content-Security-Policy"].split("; "))


def test_frame_may_be_shown_by_any_site_and_runs_nothing(client, department):
    response = client.get("/orgcharts/department/embed/")

    assert response.status_code == 200
    assert policy_of(response) == {
        "default-src 'none'", "style-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors *",
    }  # fmt: skip
    assert "X-Frame-Options" not in response.headers
    assert response["Cross-Origin-Resource-Policy"] == CROSS


@pytest.mark.parametrize("name", ["svg", "png"])
def test_picture_may_be_shown_by_any_site_and_not_framed(client, department, name):
    response = client.get(f"/orgcharts/department/embed.{name}")

    assert response.status_code == 200
    assert response.content == client.get(f"/orgcharts/department.{name}").content
    assert response["Cross-Origin-Resource-Policy"] == CROSS
    assert response["X-Frame-Options"] == "DENY"
    assert policy_of(response) == {
        "sandbox", "default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
    }  # fmt: skip


@pytest.mark.parametrize(
    "path",
    [
        "/orgcharts/", "/orgcharts/department/", "/orgcharts/department.svg", "/orgcharts/department.png",
        "/orgcharts/department.html", "/orgcharts/department.json", "/orgcharts/nothing/embed/",
        "/orgcharts/department/embed.json", "/api/v1/orgcharts/department/",
    ],
)  # fmt: skip
def test_everything_else_stays_closed(client, department, path):
    response = client.get(path)

    assert response["Cross-Origin-Resource-Policy"] == SAME
    assert response["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in policy_of(response)


@pytest.mark.parametrize("method", ["post", "put", "delete"])
@pytest.mark.parametrize("path", ["embed/", "embed.svg"])
def test_wrong_method_stays_closed(client, department, method, path):
    response = getattr(client, method)(f"/orgcharts/department/{path}")

    assert response.status_code == 405
    assert response["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("path", ["nothing/embed/", "nothing/embed.svg", "department/embed.csv", "department/embed.x"])
def test_unknown(client, department, path):
    assert client.get(f"/orgcharts/{path}").status_code == 404


def test_frame_leads_to_the_page_in_its_language_outside_of_the_frame(client, department):
    page = client.get("/en/orgcharts/department/embed/").content.decode()

    links = [dict(re.findall(r'([a-z]+)="([^"]*)"', link)) for link in re.findall("<a ([^>]*)>", page)]
    assert {link["target"] for link in links} == {"_blank"}
    assert [link["href"] for link in links] == [
        "/en/roles/social-media-strategist/",
        "/en/roles/social-media-manager/",
        "/en/roles/community-manager/",
        "http://testserver/en/orgcharts/department/",
    ]
    assert "<script" not in page


def test_frame_without_positions_says_so(client, db):
    make_chart("bare")

    assert "This chart has no positions yet." in client.get("/en/orgcharts/bare/embed/").content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_frame_query_count(client, roles, passage, django_assert_num_queries, count):
    chart = make_chart(passages=[passage])
    for number in range(count):
        make_position(chart, f"cm-{number}", [roles["cm"]], passages=[passage])

    with django_assert_num_queries(4):
        client.get("/orgcharts/department/embed/")


def test_page_shows_what_to_copy(client, department):
    snippets = client.get("/en/orgcharts/department/").context["snippets"]

    frame, picture = ET.fromstring(snippets[0].code), ET.fromstring(snippets[1].code.replace("></a>", "/></a>"))

    assert frame.attrib == {
        "src": "http://testserver/en/orgcharts/department/embed/",
        "title": "Department (en)",
        "width": "100%",
        "height": "466",
        "loading": "lazy",
    }
    assert picture.get("href") == "http://testserver/en/orgcharts/department/"
    assert picture[0].attrib == {
        "src": "http://testserver/en/orgcharts/department/embed.svg",
        "alt": "Department (en). 3 positions. Social media strategist: it is not stated to whom it reports. "
        "Social media manager reports to Social media strategist. "
        "Community manager reports to Social media manager.",
        "width": "241",
        "height": "356",
        "loading": "lazy",
    }


def test_page_writes_what_to_copy_as_text(client, unusual):
    page = client.get("/orgcharts/unusual/").content.decode()

    assert "<iframe" not in page
    assert "&lt;iframe src=&quot;http://testserver/orgcharts/unusual/embed/&quot;" in page
