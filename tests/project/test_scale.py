"""No query is a chain of conditions that grows with the content: SQLite takes a thousand of them, and no more.

Django prefetches a forward key so (``prefetch_related("citations__passage")``); joins and reverse keys are safe.
"""

import sqlite3

import pytest
from django.db import connection
from django.urls import reverse

from catalogue.content.audit import audit
from catalogue.content.writing import load
from orgcharts.models import OrgChart, Position
from responsibilities.models import Duty, Responsibility
from roles.models import Role, Trait
from sources.models import Passage, Source
from tests import factories
from tests.catalogue.content.frameworks import write_framework

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="a limit of SQLite"),
]
DEPTH = 40
MANY = 45
PAGES = [
    *("/", "/roles/", "/roles/analista/", "/duties/", "/duties/f0/", "/duties/?agreement=single", "/matrix/"),
    *("/compare/?roles=analista,r1", "/disagreements/", "/search/?q=funcion", "/sources/", "/sources/marco/"),
    *("/sources/copia/", "/roles/analista/?source=marco", "/orgcharts/", "/orgcharts/wide/", "/orgcharts/wide/raci/"),
    *("/orgcharts/wide.svg", "/orgcharts/advisor/", "/orgcharts/changes/?from=wide&to=narrow"),
]
ANSWERS = [
    *("roles/", "roles/analista/", "traits/", "traits/analista.r0/", "areas/", "duties/", "duties/f0/", "passages/"),
    *("responsibilities/", "responsibilities/?agreement=single", "sources/", "sources/marco/", "orgcharts/"),
    *("orgcharts/wide/", "comparisons/?roles=analista,r1", "search/?q=funcion"),
]
EDITED = [Source, Passage, Role, Trait, Duty, Responsibility, OrgChart, Position]


@pytest.fixture
def world(tmp_path):
    """A trait of many passages, a duty of many roles, a chart of many superiors; and a database of shallow queries."""
    write_framework(tmp_path, traits=MANY, cited=MANY)
    load(tmp_path)
    passage, duty = Passage.objects.first(), Duty.objects.get(slug="f0")
    chart = factories.make_chart("wide", passages=[passage])
    factories.make_chart("narrow", passages=[passage])
    for number in range(1, MANY):
        role = factories.make_role(f"r{number}")
        factories.make_responsibility(role, duty, passages=[passage])
        above = factories.make_position(chart, f"a{number}", roles=[role], passages=[passage])
        factories.make_position(chart, f"b{number}", roles=[role], passages=[passage], reports_to=above)
    before = connection.connection.setlimit(sqlite3.SQLITE_LIMIT_EXPR_DEPTH, DEPTH)
    yield
    connection.connection.setlimit(sqlite3.SQLITE_LIMIT_EXPR_DEPTH, before)


def test_no_address_asks_a_question_that_grows(world, client, admin_client):
    asked = {address: client.get(address, follow=True).status_code for address in PAGES}
    asked |= {address: client.get(f"/api/v1/{address}").status_code for address in ANSWERS}
    for model in EDITED:
        name, row = f"admin:{model._meta.app_label}_{model._meta.model_name}", model.objects.order_by("pk").first()
        asked[reverse(f"{name}_changelist")] = admin_client.get(reverse(f"{name}_changelist")).status_code
        for page in ("change", "delete", "history"):
            address = reverse(f"{name}_{page}", args=[row.pk])
            asked[address] = admin_client.get(address).status_code

    assert {address: status for address, status in asked.items() if status != 200} == {}


def test_the_audit_asks_no_question_that_grows(world):
    assert audit() == []
