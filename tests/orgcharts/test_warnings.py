import pytest
from django.utils import translation

from orgcharts.models import Position
from orgcharts.warnings import oddities_of
from tests.factories import make_chart, make_position


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def told(chart):
    return oddities_of(Position.objects.in_chart(chart))


def test_plain_chart_has_none(department):
    assert told(department) == []


def test_external_below_and_external_above_external_are_no_oddities(department, roles):
    outside = make_position(
        department, "agency", [roles["sms"]], reports_to=department.positions.get(slug="sms"), is_external=True
    )
    make_position(department, "freelance", [roles["cm"]], reports_to=outside, is_external=True)

    assert told(department) == []


def test_several_at_the_top_are_told(unusual):
    (sentence,) = told(unusual)

    assert sentence == (
        "Several positions report to nobody: Dirección & <comunicación>, Community manager. "
        "The chart shows them side by side, without a line."
    )


def test_leader_from_outside_is_told_with_whom_it_leads(department):
    department.positions.filter(slug="sms").update(is_external=True)

    assert told(department) == [
        "“Social media strategist” is external and leads internal positions: Social media manager."
    ]


def test_many_are_not_all_told(roles):
    chart = make_chart()
    for number in range(8):
        make_position(chart, f"p-{number}", [roles["cm"]], name_es=f"P{number}")

    assert told(chart)[0].startswith("Several positions report to nobody: P0, P1, P2, P3, P4, P5, ….")
