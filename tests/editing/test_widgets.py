"""What is offered where a row is chosen: enough to tell it from others of the same name."""

import pytest
from django.urls import reverse

from orgcharts.models import OrgChart, Position, PositionCitation
from responsibilities.models import Duty, Responsibility
from tests import factories
from tests.admin_forms import address, list_address, make_editor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def editor(client):
    client.force_login(make_editor())


@pytest.fixture
def chart():
    """Two positions of one role, in a chart that cites one passage."""
    passage = factories.make_passage(factories.make_source("ceupe"), "1", gist_es="Quien dirige decide.\n" + "x" * 300)
    role = factories.make_role("cm")
    chart = factories.make_chart("agency", passages=[passage])
    chief = factories.make_position(chart, "chief", [role], passages=[passage])
    factories.make_position(chart, "hands", [role], reports_to=chief, passages=[passage])
    return chart


def offered(client, model, field, term=""):
    asked = {"app_label": model._meta.app_label, "model_name": model._meta.model_name, "field_name": field}
    response = client.get(reverse("admin:autocomplete"), asked | {"term": term})
    return [result["text"] for result in response.json()["results"]]


POSITIONS = ["Agency › Cm (chief)", "Agency › Cm (hands)"]
PASSAGE = f"ceupe › 1: Quien dirige decide. {'x' * 147}…"


def test_superiors_are_offered_with_their_chart(client, chart):
    assert offered(client, Position, "reports_to") == POSITIONS
    assert offered(client, PositionCitation, "position", "hands") == POSITIONS[1:]


def test_passages_are_offered_with_their_gist(client, chart):
    assert len(PASSAGE) == 180
    assert offered(client, PositionCitation, "passage") == [PASSAGE]


def test_duties_are_offered_with_their_area_and_description(client):
    factories.make_duty("plan", factories.make_area("strategy"), description_es="Lo que se hará.")
    factories.make_duty("posts", factories.make_area("content"))

    assert offered(client, Responsibility, "duty") == ["Posts (Content)", "Plan (Strategy): Lo que se hará."]


def test_roles_and_areas_are_offered_by_their_names(client, chart):
    factories.make_area("content")

    assert (offered(client, Duty, "area"), offered(client, PositionCitation, "passage", "nada")) == (["Content"], [])


@pytest.mark.parametrize("page", ["orgchart", "position"])
def test_chosen_rows_are_shown_in_the_same_words(client, chart, page):
    row = chart if page == "orgchart" else chart.positions.get(slug="hands")

    shown = client.get(address(row)).content.decode()

    assert f"selected>{POSITIONS[0]}</option>" in shown
    assert f"selected>{PASSAGE}</option>" in shown


def test_new_chart_offers_no_superior(client, chart):
    assert "Agency ›" not in client.get(list_address(OrgChart, "add")).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_offer_costs_the_same_whatever_its_length(client, chart, django_assert_num_queries, count):
    role = factories.make_role("smm")
    for number in range(count):
        factories.make_position(chart, f"more-{number}", [role])

    with django_assert_num_queries(8):
        assert len(offered(client, Position, "reports_to")) == 2 + count
