"""The page that says which profile somebody needs: works, bad input, query count; and who is never advice."""

import pytest
from django.utils.html import strip_tags

from responsibilities.models import Duty
from tests.factories import (
    make_chart,
    make_citation,
    make_duty,
    make_passage,
    make_position,
    make_responsibility,
    make_role,
)
from tests.orgcharts.lens_world import give

pytestmark = pytest.mark.django_db
WHAT_IF = "/en/orgcharts/changes/?from=department&to=alone"


def test_advice_is_shown(client, department, duties, roles):
    response = client.get("/en/orgcharts/advisor/?area=strategy&area=content&have=community-manager&setting=department")

    advice = response.context["advice"]
    assert [(line.duty.slug, str(line.state)) for line in advice.lines] == [
        ("plan", "open"),
        ("posts", "covered"),
        ("seo", "conditional"),
    ]
    assert [[(each.role.slug, [duty.slug for duty in each.duties]) for each in chosen] for chosen in advice.sets] == [
        [("social-media-manager", ["plan"])],
        [("social-media-strategist", ["plan"])],
    ]
    assert [(suited.chart.slug, suited.fit.fits) for suited in advice.charts] == [("department", True)]
    page = response.content.decode()
    assert page.count("/sources/milca-peguero/#p-organigrama") == 4
    assert 'rel="canonical" href="http://testserver/en/orgcharts/advisor/?setting=department&amp;area=strategy' in page


def test_advice_where_nobody_is_missing(client, duties):
    page = client.get("/en/orgcharts/advisor/?duty=posts&have=community-manager").content.decode()

    assert "Nobody else: those who are there cover all" in page
    assert "The documents describe no chart for this setting." in page


def test_advice_on_what_nobody_does(client, duties):
    make_duty("ads")

    response = client.get("/en/orgcharts/advisor/?duty=ads&duty=seo")

    assert [str(line.state) for line in response.context["advice"].uncovered] == ["nobody", "conditional"]
    said = "The documents give this to no role that can be named, or only under a condition or in doubt."
    assert said in response.content.decode()


def test_advice_says_the_question_again_and_the_fewest_people_first(client, department, duties, roles):
    make_position(make_chart("small", position=9), "all", roles.values())

    page = client.get("/en/orgcharts/advisor/?area=content&duty=plan&have=community-manager").content.decode()

    answer = page[page.index('<h2 id="asked"') : page.index('<ol class="advice-sets"')]
    assert " ".join(strip_tags(answer.replace("</dt>", ": ")).split()) == (
        "What you asked To be done: Content (en), Plan (en) (3 duties) Setting: any Already there: Community manager "
        "(covers 1 duty) Who you need The fewest people: 1 person (Small (en): Social media strategist + Social media "
        "manager + Community manager). 1 more role is enough. There are 2 ways to choose them. "
        "Roles are not people: one person may hold several."
    )


def test_advice_to_somebody_who_has_nobody(client, department, duties):
    page = client.get("/en/orgcharts/advisor/?area=content&area=strategy").content.decode()

    assert "4 people or more" in page
    assert "2 roles are enough, and fewer are not." in page
    assert "more role" not in page


def test_role_of_open_identity_is_offered_nowhere(client, department, alone, duties, passage):
    role = make_role("gestor", is_core=False, identity_open=True)
    for duty in (Duty.objects.get(slug="plan"), make_duty("preferences")):
        make_responsibility(role, duty, "plans", passages=[passage])
    make_citation(make_responsibility(role, make_duty("tips"), "plans"), passage, condition_es="a veces")
    said = "a document gives it to a role without saying who that is:"

    chart = client.get("/en/orgcharts/department/")
    lens = chart.context["lens"]
    assert {found.duty.slug: (found.takers, found.qualified, found.unidentified) for found in lens.uncovered} == {
        "preferences": ((), (), (role,)),
        "tips": ((), (), (role,)),
    }
    assert (lens.helpers, chart.content.decode().count(said)) == ((), 2)
    changes = client.get(WHAT_IF)
    passings = [
        passing
        for movements in changes.context["found"].movements.values()
        for movement in movements
        for _area, shown in movement.shelves
        for passing in shown
    ]
    assert {passing.duty.slug: (passing.takers, passing.unidentified) for passing in passings} == {
        "plan": ((), (role,)),
        "posts": ((), ()),
        "seo": ((), ()),
        "preferences": ((), (role,)),
        "tips": ((), (role,)),
    }
    advice = client.get("/en/orgcharts/advisor/?duty=preferences&duty=tips")
    assert advice.context["advice"].sets == ((),)
    assert "there is nobody to recommend" in advice.content.decode()
    assert advice.context["advice"].charts == ()
    assert "The org chart that fits" not in advice.content.decode()
    assert advice.content.decode().count(said) == 2


def test_advice_on_what_is_only_in_doubt(client, roles, passage):
    doubtful = make_passage(passage.source, "dudas", standing="doubtful", standing_note_es="No se entiende.")
    gestor = make_role("gestor", is_core=False, identity_open=True)
    for role, slug in ((roles["cm"], "ads"), (gestor, "tips")):
        make_responsibility(role, make_duty(slug), passages=[doubtful])

    response = client.get("/en/orgcharts/advisor/?duty=ads&duty=tips")

    advice = response.context["advice"]
    assert [str(line.state) for line in advice.uncovered] == ["doubtful", "unidentified"]
    assert [[str(reason.hold) for reason in line.reasons] for line in advice.lines] == [["doubtful"], ["doubtful"]]
    assert advice.sets == ((),)


def test_advice_does_not_rest_on_a_denial(client, roles, passage):
    make_citation(make_responsibility(roles["cm"], make_duty("ads")), passage, denies=True)

    advice = client.get("/orgcharts/advisor/?duty=ads").context["advice"]

    assert [(line.reasons, str(line.state)) for line in advice.lines] == [((), "nobody")]


def test_advice_asks_first(client, duties):
    response = client.get("/orgcharts/advisor/?utm_source=x")

    assert (response.status_code, "advice" in response.context) == (200, False)


@pytest.mark.parametrize(
    "query",
    [
        "setting=",
        "setting=agency",
        "have=community-manager",
        "area=nowhere",
        "duty=nothing",
        "duty=posts&duty=posts",
        "duty=posts&have=nobody",
        "duty=posts&setting=circus",
        "duty=posts&setting=agency&setting=company",
        "duty=" + "x" * 900,
        "&".join(f"duty=d{number}" for number in range(300)),
    ],
)
def test_advice_on_a_wrong_question(client, duties, query):
    response = client.get(f"/orgcharts/advisor/?{query}")

    assert response.status_code == 400
    assert 0 < len(response.context["messages"]) < 9
    assert "x" * 70 not in "".join(response.context["messages"])


def test_advice_among_too_many_roles(client, passage):
    duty = make_duty("posts")
    for number in range(17):
        make_responsibility(make_role(f"role-{number}"), duty, passages=[passage])

    response = client.get("/en/orgcharts/advisor/?duty=posts")

    assert response.status_code == 400
    assert response.context["messages"] == ["More than 16 roles could do some of this. Choose fewer areas or duties."]


@pytest.mark.parametrize("count", [1, 3])
def test_advice_query_count(client, department, roles, passage, django_assert_num_queries, count):
    give(roles, passage, range(count))

    with django_assert_num_queries(11):
        client.get("/orgcharts/advisor/?area=strategy&area=content&have=community-manager")


def test_wrong_method(client, department):
    assert client.post("/orgcharts/advisor/").status_code == 405
