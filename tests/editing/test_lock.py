"""Two editors at once, really at once: threads of their own, connections of their own."""

from threading import Barrier, Thread

import pytest
from django.db import connection, connections
from django.test import Client

from orgcharts.models import Position
from responsibilities.models import Duty
from tests import factories
from tests.admin_forms import address, asked_to_delete, confirmed, list_address, make_editor, posted

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
WRITERS = 4


@pytest.fixture(autouse=True)
def _connections():
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("an SQLite database in memory has no second connection; in a file its transactions are IMMEDIATE")


def at_once(work):
    """``work(number)`` in as many threads as there are writers, started together; what each returned."""
    barrier, results = Barrier(WRITERS), {}

    def run(number):
        try:
            barrier.wait()
            results[number] = work(number)
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=[number]) for number in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [results[number] for number in range(WRITERS)]


def clients():
    made = []
    for number in range(WRITERS):
        client = Client()
        client.force_login(make_editor(f"editor-{number}"))
        made.append(client)
    return made


def test_of_editors_who_save_the_same_page_at_once_one_wins_and_the_others_are_told():
    passage = factories.make_passage(factories.make_source())
    duty = factories.make_duty()
    factories.make_responsibility(factories.make_role(), duty, passages=[passage])
    editors = clients()
    pages = [posted(client.get(address(duty)), name_es=f"Nombre {number}") for number, client in enumerate(editors)]

    statuses = at_once(lambda number: editors[number].post(address(duty), pages[number]).status_code)

    assert sorted(statuses) == [200, 200, 200, 302]
    assert Duty.objects.get().name_es == f"Nombre {statuses.index(302)}"


def test_editors_who_close_a_circle_together_cannot():
    chart, role = factories.make_chart(), factories.make_role()
    passage = factories.make_passage(factories.make_source())
    ring = [factories.make_position(chart, f"p{number}", [role], passages=[passage]) for number in range(WRITERS)]
    editors = clients()
    pages = [
        posted(client.get(address(ring[number])), reports_to=ring[(number + 1) % WRITERS].pk)
        for number, client in enumerate(editors)
    ]

    statuses = at_once(lambda number: editors[number].post(address(ring[number]), pages[number]).status_code)

    assert sorted(statuses) == [200, 302, 302, 302]
    assert Position.objects.filter(reports_to=None).count() == 1


def test_a_deletion_and_an_edit_at_once_never_lose_the_edit():
    passage = factories.make_passage(factories.make_source())
    duty = factories.make_duty()
    factories.make_responsibility(factories.make_role(), duty, passages=[passage])
    editors = clients()
    page = posted(editors[0].get(address(duty)), name_es="Editado")
    question = confirmed(editors[1].get(address(duty, "delete")))
    several = confirmed(asked_to_delete(editors[2], [duty]))
    sent = [(address(duty), page), (address(duty, "delete"), question), (list_address(Duty), several)]

    statuses = at_once(lambda number: editors[number].post(*sent[number % 3]).status_code)

    edited = Duty.objects.filter(pk=duty.pk, name_es="Editado").exists()
    assert statuses.count(302) == 1 or (not edited and not Duty.objects.exists())
    assert edited == (302 in (statuses[0], statuses[3]) and Duty.objects.exists())
