import pytest
from django.utils import translation

from orgcharts.coverage.reading import lens_of
from orgcharts.coverage.record import Qualified
from orgcharts.coverage.rule import Hold
from orgcharts.drawing.reading import drawing_of
from orgcharts.models import Position
from responsibilities.agreement.duty_count import DutyCount
from tests.factories import (
    make_area,
    make_chart,
    make_citation,
    make_duty,
    make_passage,
    make_position,
    make_responsibility,
    make_source,
)


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def duties(roles, passage):
    """A plan that SMS and SMM are both said to make, posts of the CM, SEO under a condition, events of the SMM."""
    content = make_area("content", position=2)
    plan, posts = make_duty("plan", make_area("strategy", position=1)), make_duty("posts", content)
    seo, events = make_duty("seo", content, position=1), make_duty("events", content, position=2)
    other = make_passage(make_source("ceupe"))
    make_responsibility(roles["sms"], plan, "plans", passages=[passage])
    make_responsibility(roles["smm"], plan, "plans", passages=[other])
    make_responsibility(roles["cm"], posts, "executes", passages=[passage])
    under_condition = make_responsibility(roles["cm"], seo, "executes")
    make_citation(under_condition, passage, condition_es="si nadie lo hace")
    denied = make_responsibility(roles["cm"], events, "executes")
    make_citation(denied, passage, denies=True)
    make_responsibility(roles["smm"], events, "executes", passages=[passage])
    return {"plan": plan, "posts": posts, "seo": seo, "events": events}


def look(chart, *slugs):
    positions = Position.objects.in_chart(chart).filter(slug__in=slugs)
    return lens_of(drawing_of(chart, positions).outline)


def shelves(seat):
    return [(area.slug, [(held.duty.slug, held.hold, held.parts) for held in duties]) for area, duties in seat.shelves]


def test_seats_hold_duties_by_area(department, duties):
    lens = look(department, "smm", "cm")

    assert [(seat.entry.label, seat.count, shelves(seat)) for seat in lens.seats] == [
        (
            "Social media manager",
            DutyCount(2),
            [
                ("strategy", [("plan", Hold.DISPUTED, ("plans",))]),
                ("content", [("events", Hold.FIRM, ("executes",))]),
            ],
        ),
        (
            "Community manager",
            DutyCount(2, 1),
            [("content", [("posts", Hold.FIRM, ("executes",)), ("seo", Hold.CONDITIONAL, ("executes",))])],
        ),
    ]


def test_what_falls_to_nobody_names_who_could_take_it(department, duties, roles):
    lens = look(department, "cm")

    assert [(item.duty.slug, item.takers) for item in lens.uncovered] == [
        ("plan", (roles["smm"], roles["sms"])),
        ("events", (roles["smm"],)),
    ]
    (seo,) = lens.conditional
    assert (seo.duty.slug, seo.takers) == ("seo", ())
    assert seo.qualified == (Qualified(roles["cm"], "si nadie lo hace"),)
    assert lens.helpers == ((roles["smm"], 2), (roles["sms"], 1))
    assert (lens.total, lens.unheld) == (4, 3)


def test_load_by_area(department, duties):
    lens = look(department, "sms", "smm", "cm")

    assert [(row.area.slug, row.numbers, row.nobody) for row in lens.rows] == [
        ("strategy", (1, 1, 0), 0),
        ("content", (0, 1, 1), 1),
    ]


def test_dispute_and_twice(department, duties):
    lens = look(department, "sms", "smm", "cm")

    assert [(held.duty.slug, held.settled) for held in lens.disputed] == [("plan", False)]
    (shared,) = lens.twice
    assert (shared.duty.slug, shared.part) == ("plan", "plans")
    assert [entry.position.slug for entry in shared.entries] == ["sms", "smm"]


def test_one_person_settles_a_dispute_and_takes_it_all_on(roles, duties):
    chart = make_chart("alone", setting="freelance")
    make_position(chart, "one", roles.values())

    lens = look(chart, "one")

    assert [(held.duty.slug, held.settled) for held in lens.disputed] == [("plan", True)]
    (seat,) = lens.merged
    assert (seat.count, seat.parts) == (DutyCount(4, 1), (("plans", 1), ("executes", 2)))
    assert [(area.slug, count) for area, count in seat.busiest] == [("content", 2), ("strategy", 1)]


def test_several_people_in_one_box_are_not_one_person(roles, duties):
    chart = make_chart("pool", setting="company")
    make_position(chart, "pool", roles.values(), is_multiple=True)

    assert look(chart, "pool").merged == ()


def test_page_tells_what_one_person_takes_on(client, roles, duties):
    make_position(make_chart("alone", setting="freelance"), "one", roles.values())

    page = " ".join(client.get("/en/orgcharts/alone/").content.decode().split())

    assert (
        "takes on 4 of 4 duties. Of these, 1 only under a condition or in doubt. This person plans 1, executes 2."
        in page
    )
    assert "here it makes no difference" in page
    assert 'href="/en/orgcharts/alone/raci/"' in page


def test_page_tells_the_coverage(client, department, duties):
    page = client.get("/en/orgcharts/department/").content.decode()

    assert "Of 4 duties in the knowledge base, 0 fall to nobody in this chart, 1 to somebody only" in page
