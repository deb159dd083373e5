"""Org charts in the API."""

import pytest

from orgcharts.exports import FORMATS
from tests.factories import make_chart, make_passage, make_position, make_role, make_source

pytestmark = pytest.mark.django_db
API = "http://testserver/api/v1"


@pytest.fixture
def passage():
    return make_passage(make_source("ceupe"), "1")


def test_chart_is_given_whole(client, passage):
    sms, cm = make_role("sms", name_es="Estratega"), make_role("cm")
    chart = make_chart("agency", setting="agency", passages=[passage], description_es="Tres perfiles.")
    boss = make_position(chart, "boss", [sms], position=1, passages=[passage])
    make_position(chart, "staff", [cm, sms], reports_to=boss, position=2, name_es="Equipo", is_multiple=True)

    told = client.get("/api/v1/orgcharts/agency/").json()

    formats = [form["url"] for form in told.pop("formats")]
    sources = [citation["passage"]["source"] for citation in told.pop("citations")]
    positions = told.pop("positions")
    cited = [[citation["passage"]["locator"] for citation in position.pop("citations")] for position in positions]
    assert (sources, cited) == (["ceupe"], [["1"], []])
    assert formats == [f"http://testserver/orgcharts/agency.{name}" for name in FORMATS]
    assert told == {
        "url": f"{API}/orgcharts/agency/",
        "page_url": "http://testserver/orgcharts/agency/",
        "svg_url": "http://testserver/orgcharts/agency.svg",
        "embed_url": "http://testserver/orgcharts/agency/embed/",
        "slug": "agency",
        "setting": "agency",
        "name": "Agency",
        "description": "Tres perfiles.",
    }
    assert positions == [
        {
            "page_url": "http://testserver/orgcharts/agency/#b-boss",
            "slug": "boss",
            "name": "Estratega",
            "roles": ["sms"],
            "reports_to": None,
            "placement": "line",
            "is_external": False,
            "is_multiple": False,
        },
        {
            "page_url": "http://testserver/orgcharts/agency/#b-staff",
            "slug": "staff",
            "name": "Equipo",
            "roles": ["sms", "cm"],
            "reports_to": "boss",
            "placement": "line",
            "is_external": False,
            "is_multiple": True,
        },
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [("", ["agency", "sme"]), ("setting=sme", ["sme"]), ("source=ceupe", ["agency"]), ("source=other", ["sme"])],
)
def test_charts_narrowed(client, passage, query, expected):
    make_chart("sme", setting="sme", position=2, passages=[make_passage(make_source("other"))])
    chart = make_chart("agency", setting="agency", position=1)
    make_position(chart, "boss", passages=[passage])

    results = client.get(f"/api/v1/orgcharts/?{query}").json()["results"]

    assert [result["slug"] for result in results] == expected


@pytest.mark.parametrize(("address", "status"), [("nobody/", 404), ("?setting=circus", 400), ("?source=nobody", 400)])
def test_missing_and_unknown(client, address, status):
    assert client.get(f"/api/v1/orgcharts/{address}").status_code == status


@pytest.mark.parametrize("rows", [1, 3])
def test_queries_do_not_grow(client, passage, django_assert_num_queries, rows):
    role = make_role("cm")
    for number in range(rows):
        chart = make_chart(f"chart-{number}", passages=[passage])
        boss = make_position(chart, "boss", [role], passages=[passage])
        for place in range(rows):
            make_position(chart, f"staff-{place}", [role], reports_to=boss, passages=[passage])

    with django_assert_num_queries(6):
        client.get("/api/v1/orgcharts/")


def test_position_has_one_name_everywhere(client, passage):
    chart = make_chart("sme", passages=[passage])
    make_position(chart, "all", [make_role("cm", position=2), make_role("sms", position=1)], passages=[passage])

    (position,) = client.get("/api/v1/orgcharts/sme/").json()["positions"]
    supports = client.get(f"/api/v1/passages/{passage.pk}/").json()["supports"]

    assert position["name"] == "Sms + Cm"
    assert [fact["label"] for fact in supports] == ["Sme", "Sme: Sms + Cm"]
    assert "Sms + Cm (Sme)" in client.get("/sources/ceupe/").content.decode()
    assert '"name": "Sms + Cm"' in client.get("/orgcharts/sme.json").content.decode()
