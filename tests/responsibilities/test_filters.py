"""Query string in, rows out."""

import pytest
from django.http import QueryDict

from responsibilities.corpus import DUTIES
from responsibilities.filters import DutyFilter, ResponsibilityFilter, form_errors
from responsibilities.models import Duty, Responsibility
from tests.factories import make_term
from tests.responsibilities.world import agreed, conditional, disputed, make_world
from web import filters
from web.search import Found, Hit

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _world():
    world = make_world(duties=0)
    disputed(world)
    agreed(world)
    make_term(conditional(world), "posicionamiento")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["calendar", "seo", "moderation"]),
        ("area=strategy", ["calendar", "seo"]),
        ("agreement=disputed", ["calendar"]),
        ("agreement=agreed", ["moderation"]),
        ("agreement=single", []),
        ("agreement=single&source=a", ["calendar", "moderation"]),
        ("agreement=conditional", ["seo"]),
        ("source=b", ["calendar", "moderation"]),
        ("source=b&source=c", ["calendar", "moderation"]),
        ("source=c", []),
        ("q=posicionamiento", ["seo"]),
        ("q=nothing+of+the+kind", []),
        ("utm_source=x", ["calendar", "seo", "moderation"]),
    ],
)
def test_duty_filter(query, expected):
    asked = DutyFilter(QueryDict(query), Duty.objects.in_order())

    assert sorted(duty.slug for duty in asked.qs) == sorted(expected)


def test_words_are_looked_for_as_in_the_other_filters(monkeypatch):
    asked = []
    told = Found((Hit("duty", "seo", "", "", "", 1),), ("any", "other"), ("other",))
    monkeypatch.setattr(filters, "look_for", lambda *given, limit: asked.append(given) or told)

    filtered = DutyFilter(QueryDict("q=any"), Duty.objects.in_order())

    assert ([duty.slug for duty in filtered.qs], asked, filtered.found) == (["seo"], [("any", [DUTIES])], told)


@pytest.mark.parametrize("query", ["area=z", "agreement=z", "source=z", "source=a&source=a", f"q={'x' * 300}"])
def test_duty_filter_refuses_in_words(query):
    asked = DutyFilter(QueryDict(query), Duty.objects.in_order())

    assert not asked.is_valid()
    assert len(form_errors(asked.form)) == 1


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("role=cm", 2),
        ("duty=calendar", 2),
        ("area=strategy", 3),
        ("source=a", 3),
        ("source=b&source=c", 2),
        ("involvement=plans", 2),
        ("role=cm&involvement=plans&area=strategy", 1),
    ],
)
def test_responsibility_filter(query, expected):
    asked = ResponsibilityFilter(QueryDict(query), Responsibility.objects.in_order())

    assert asked.qs.count() == expected


@pytest.mark.parametrize("query", ["role=z", "duty=z", "area=z", "source=z", "involvement=z"])
def test_responsibility_filter_refuses(query):
    assert not ResponsibilityFilter(QueryDict(query), Responsibility.objects.in_order()).is_valid()
