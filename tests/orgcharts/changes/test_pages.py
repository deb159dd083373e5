"""What changes between two charts: works, bad input, missing object, wrong method, query count."""

import pytest

from tests.factories import make_chart, make_position
from tests.orgcharts.lens_world import give

pytestmark = pytest.mark.django_db
WHAT_IF = "/en/orgcharts/changes/?from=department&to=alone"


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


def test_wrong_method(client, department):
    assert client.post("/orgcharts/changes/").status_code == 405
