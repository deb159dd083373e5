"""Which profile somebody needs, in the API."""

import pytest

from tests.catalogue.api.test_views import errors
from tests.factories import make_area, make_chart, make_duty, make_position, make_responsibility, make_role

pytestmark = pytest.mark.django_db
API = "http://testserver/api/v1"


@pytest.fixture
def plan(department, roles, passage):
    duty = make_duty("plan", make_area("strategy"))
    make_responsibility(roles["sms"], duty, "plans", passages=[passage])
    return duty


def test_advice_is_given_whole(client, plan, passage):
    response = client.get("/api/v1/advice/?area=strategy&lang=en&have=community-manager")

    page = "http://testserver/en"
    query = "area=strategy&have=community-manager"
    assert response.json() == {
        "url": f"{API}/advice/?{query}",
        "page_url": f"{page}/orgcharts/advisor/?{query}",
        "need": {"setting": None, "area": ["strategy"], "duty": [], "have": ["community-manager"]},
        "fewest_people": "department",
        "roles": 1,
        "count": 1,
        "sets": [[{"role": "social-media-strategist", "name": "Social media strategist", "duties": ["plan"]}]],
        "uncovered": [],
        "orgcharts": [
            {
                "orgchart": "department",
                "name": "Department (en)",
                "url": f"{API}/orgcharts/department/",
                "page_url": f"{page}/orgcharts/department/",
                "people": 4,
                "or_more": True,
                "fits": True,
                "missing": [],
                "absent": [],
                "idle": ["social-media-manager"],
            }
        ],
        "duties": [
            {
                "duty": "plan",
                "name": "Plan (en)",
                "area": "strategy",
                "url": f"{API}/duties/plan/",
                "page_url": f"{page}/duties/plan/",
                "outcome": "open",
                "roles": ["social-media-strategist"],
                "unidentified": [],
                "reasons": [
                    {
                        "role": "social-media-strategist",
                        "involvement": "plans",
                        "statement": "social-media-strategist plans plan (en).",
                        "disputed": False,
                        "conditional": False,
                        "doubtful": False,
                        "url": f"{API}/responsibilities/social-media-strategist.plan.plans/",
                        "page_url": f"{page}/duties/plan/#r-social-media-strategist-plans",
                        "citations": [
                            {
                                "passage": {
                                    "url": f"{API}/passages/{passage.pk}/",
                                    "page_url": f"{page}/sources/milca-peguero/#p-organigrama",
                                    "source": "milca-peguero",
                                    "locator": "Organigrama",
                                    "gist": "It says something at Organigrama.",
                                    "standing": "sound",
                                    "standing_note": "",
                                },
                                "condition": "",
                                "horizon": "",
                                "hedge": "",
                                "denies": False,
                            }
                        ],
                    }
                ],
            }
        ],
    }


@pytest.fixture
def unidentified(plan, passage):
    """A role of open identity that has the plan too, and preferences alone."""
    role = make_role("gestor", is_core=False, identity_open=True)
    for slug in ("plan", "preferences"):
        duty = plan if slug == "plan" else make_duty(slug, make_area("strategy"))
        make_responsibility(role, duty, "plans", passages=[passage])
    return role


def test_role_of_open_identity_is_never_advice(client, unidentified):
    told = client.get("/api/v1/advice/?area=strategy").json()

    assert [[addition["role"] for addition in additions] for additions in told["sets"]] == [["social-media-strategist"]]
    assert (told["count"], told["roles"], told["uncovered"]) == (1, 1, ["preferences"])
    assert [(duty["duty"], duty["outcome"], duty["roles"], duty["unidentified"]) for duty in told["duties"]] == [
        ("plan", "open", ["social-media-strategist"], ["gestor"]),
        ("preferences", "unidentified", [], ["gestor"]),
    ]
    assert [(chart["fits"], chart["missing"]) for chart in told["orgcharts"]] == [(True, [])]


def test_role_of_open_identity_that_is_there_does_what_it_does(client, unidentified):
    told = client.get("/api/v1/advice/?area=strategy&have=gestor").json()

    assert (told["sets"], told["roles"], told["uncovered"], told["fewest_people"]) == ([[]], 0, [], None)


def test_no_chart_fits_what_no_role_can_do(client, unidentified):
    told = client.get("/api/v1/advice/?duty=preferences").json()

    assert (told["sets"], told["uncovered"], told["orgcharts"]) == ([[]], ["preferences"], [])


def test_fewest_people_are_those_of_the_smallest_chart_that_fits(client, plan, roles):
    for slug, size in (("two", 2), ("one", 1), ("without", 0)):
        chart = make_chart(slug, position=size)
        make_position(chart, "all", roles.values() if size else [roles["cm"]])
        if size == 2:
            make_position(chart, "more", [roles["cm"]])

    told = client.get("/api/v1/advice/?duty=plan").json()

    assert (told["fewest_people"], told["roles"]) == ("one", 1)
    assert {chart["orgchart"]: (chart["people"], chart["or_more"], chart["fits"]) for chart in told["orgcharts"]} == {
        "one": (1, False, True),
        "two": (2, False, True),
        "department": (4, True, True),
        "without": (1, False, False),
    }


def test_advice_is_the_same_in_any_order(client, plan):
    make_duty("posts", make_area("content"))

    one = client.get("/api/v1/advice/?duty=plan&duty=posts&have=community-manager")
    other = client.get("/api/v1/advice/?have=community-manager&duty=posts&duty=plan")

    assert (one.status_code, one.content) == (200, other.content)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [("required", "area")]),
        ("setting=agency", [("required", "area")]),
        ("duty=", [("blank", "duty")]),
        ("duty=nothing", [("invalid_choice", "duty")]),
        ("duty=plan&duty=plan", [("repeated", "duty")]),
        ("duty=plan&area=nowhere", [("invalid_choice", "area")]),
        ("duty=plan&have=nobody", [("invalid_choice", "have")]),
        ("duty=plan&setting=circus", [("invalid_choice", "setting")]),
        ("duty=plan&setting=agency&setting=company", [("repeated", "setting")]),
        ("duty=plan&colour=red", [("unknown", "colour")]),
        ("duty=plan&page=1", [("unknown", "page")]),
        ("duty=nothing&have=nobody", [("invalid_choice", "duty"), ("invalid_choice", "have")]),
    ],
)
def test_error_of_an_advice_names_its_parameter(client, plan, query, expected):
    assert errors(client.get(f"/api/v1/advice/?{query}")) == expected


def test_advice_is_only_read(client, plan):
    assert client.post("/api/v1/advice/").status_code == 405


@pytest.mark.parametrize("count", [1, 3])
def test_advice_query_count(client, department, roles, passage, django_assert_num_queries, count):
    for number in range(count):
        duty = make_duty(f"duty-{number}", make_area("strategy"))
        make_responsibility(roles["sms"], duty, "plans", passages=[passage])

    with django_assert_num_queries(11):
        client.get("/api/v1/advice/?area=strategy")
