"""Two thousand duties: the pages still render, in as many queries as with one."""

import pytest
from django.db import connection

from responsibilities.models import Citation, Duty, Involvement, Responsibility
from roles.models import Role
from tests.factories import make_area, make_passage, make_role, make_source

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite limits the number of values in a query"),
]
DUTIES = 2000


@pytest.fixture(scope="module")
def crowd(module_db):
    with module_db():
        make_crowd()


def make_crowd():
    passages = [make_passage(make_source(slug)) for slug in "abcde"]
    roles = [make_role(f"role-{number}") for number in range(4)]
    areas = [make_area(f"area-{number}", position=number) for number in range(8)]
    duties = Duty.objects.bulk_create(
        Duty(slug=f"duty-{number}", area=areas[number % 8], name_es=f"Función {number}", name_en=f"Duty {number}")
        for number in range(DUTIES)
    )
    played = Responsibility.objects.bulk_create(
        Responsibility(role=role, duty=duty, involvement=_part(place, number), statement_es="Lo hace.")
        for number, duty in enumerate(duties)
        for place, role in enumerate(roles)
        if (number + place) % 5
    )
    Citation.objects.bulk_create(
        Citation(responsibility=each, passage=passages[number % 5]) for number, each in enumerate(played)
    )


def _part(place, number):
    return Involvement.values[(place * number) % 5]


@pytest.mark.parametrize(
    ("page", "queries"),
    [
        ("/compare/?roles=role-0,role-1,role-2,role-3", 11),
        ("/compare/?roles=role-0,role-1,role-2,role-3&format=csv", 11),
        ("/matrix/", 9),
        ("/duties/", 9),
        ("/disagreements/", 9),
    ],
)
def test_page_renders_with_two_thousand_duties(client, crowd, django_assert_num_queries, page, queries):
    with django_assert_num_queries(queries):
        response = client.get(page)

    assert response.status_code == 200
    assert Role.objects.count() == 4
