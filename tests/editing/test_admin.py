"""What all admin pages of content share: nothing is lost, everything can be undone."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from reversion.models import Version

from catalogue.models import LoadedRow
from responsibilities.models import Citation, Duty, DutyTerm, Responsibility
from roles.models import Role, Trait
from tests import factories
from tests.admin_forms import address, asked_to_delete, codes, confirmed, delete, list_address, make_editor, posted

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    editor = make_editor()
    client.force_login(editor)
    return editor


@pytest.fixture
def duty():
    """A duty with a term and a responsibility that cites one passage."""
    source = factories.make_source()
    passage = factories.make_passage(source)
    duty = factories.make_duty("crisis-plan")
    factories.make_term(duty, "manual de crisis")
    factories.make_responsibility(factories.make_role(), duty, passages=[passage])
    return duty


def save(client, row, **changes):
    page = address(row)
    return client.post(page, posted(client.get(page), **changes))


def history(client, row):
    """The addresses of the revisions of ``row``, newest first."""
    return [entry["url"] for entry in client.get(address(row, "history")).context["action_list"]]


def test_editors_may_do_everything_to_content_and_nothing_to_people(editor):
    allowed = Group.objects.get(name="Editores").permissions.values_list("content_type__app_label", "codename")

    assert {app for app, _name in allowed} == {"orgcharts", "responsibilities", "roles", "sources"}
    assert len(allowed) == 16 * 4
    assert not editor.has_perm("auth.view_user")


def test_the_group_of_editors_is_made_once_and_can_be_taken_away():
    migration = import_module("catalogue.migrations.0002_make_editors")

    apps = MigrationLoader(connection).project_state().apps
    schema_editor = SimpleNamespace(connection=connection)

    migration.make_editors(apps, schema_editor)
    made = Group.objects.get().permissions.count()
    migration.remove_editors(apps, schema_editor)

    assert (made, Group.objects.count()) == (64, 0)


def test_an_edit_is_saved_and_remembered(client, editor, duty):
    response = save(client, duty, name_es="Manual de crisis")

    assert response.status_code == 302
    duty.refresh_from_db()
    assert duty.name_es == "Manual de crisis"
    version = Version.objects.get_for_object(duty).get()
    assert (version.revision.user, version.field_dict["name_es"]) == (editor, "Manual de crisis")


def test_saving_over_an_edit_of_somebody_else_is_refused(client, editor, duty):
    page = address(duty)
    mine = posted(client.get(page), name_es="Lo mío")
    save(client, duty, name_es="Lo de otra persona")

    response = client.post(page, mine)

    assert codes(response) == {"conflict"}
    assert response.context["adminform"].form["name_es"].value() == "Lo mío"
    assert response.context["opened"] == mine["opened"]
    duty.refresh_from_db()
    assert duty.name_es == "Lo de otra persona"


def test_saving_over_an_edit_of_a_part_on_its_own_page_is_refused(client, editor, duty):
    page = address(duty)
    mine = posted(client.get(page), name_es="Lo mío")
    save(client, duty.responsibilities.get(), statement_es="Lo de otra persona")

    response = client.post(page, mine)

    assert codes(response) == {"conflict"}
    assert duty.responsibilities.get().statement_es == "Lo de otra persona"


def test_saving_over_a_part_that_somebody_added_is_refused(client, editor, duty):
    page = address(duty)
    mine = posted(client.get(page))
    factories.make_term(duty, "protocolo de crisis")

    response = client.post(page, mine)

    assert codes(response) == {"conflict"}


def test_saving_without_what_was_opened_is_refused(client, editor, duty):
    page = address(duty)

    response = client.post(page, posted(client.get(page), opened=None))

    assert codes(response) == {"conflict"}


def test_a_form_with_another_mistake_keeps_what_was_opened(client, editor, duty):
    page = address(duty)
    opened = posted(client.get(page))["opened"]

    response = client.post(page, posted(client.get(page), name_es=""))

    assert (codes(response), response.context["opened"]) == ({"required"}, opened)


def test_history_tells_what_changed_and_nothing_else(client, editor, duty):
    part = duty.responsibilities.get()
    other = factories.make_responsibility(
        factories.make_role("social-media-manager"), duty, passages=[part.passages.get()]
    )
    save(client, duty, name_es="Uno")
    save(client, part, statement_es="Dos")

    assert [len(history(client, row)) for row in (duty, part, other)] == [2, 2, 1]


def test_undo_puts_back_a_duty_with_its_parts(client, editor, duty):
    save(client, duty)
    term, part = duty.terms.get(), duty.responsibilities.get()
    save(
        client,
        duty,
        **{"name_es": "Otro", "terms-0-DELETE": "on", "responsibilities-0-statement_es": "Otra cosa"},
    )
    factories.make_term(duty, "manual de crisis")
    page = history(client, duty)[-1]

    shown = client.get(page)
    before = duty.terms.get().pk
    response = client.post(page, posted(shown))

    assert (shown.status_code, response.status_code) == (200, 302)
    assert before != term.pk
    duty.refresh_from_db()
    part.refresh_from_db()
    assert (duty.name_es, part.statement_es) == ("Crisis plan", "community-manager plans crisis-plan.")
    assert list(DutyTerm.objects.filter(duty=duty).values_list("pk", "term")) == [(term.pk, "manual de crisis")]


def test_undo_of_a_part_leaves_its_neighbours_alone(client, editor, duty):
    part = duty.responsibilities.get()
    other = factories.make_responsibility(
        factories.make_role("social-media-manager"), duty, passages=[part.passages.get()]
    )
    save(client, duty)
    save(client, part, statement_es="Mal")
    save(client, other, statement_es="Bien")
    save(client, duty, name_es="Bien")
    page = history(client, part)[-1]

    client.post(page, posted(client.get(page)))

    part.refresh_from_db()
    other.refresh_from_db()
    duty.refresh_from_db()
    assert (part.statement_es, other.statement_es, duty.name_es) == (
        "community-manager plans crisis-plan.",
        "Bien",
        "Bien",
    )


def test_undo_over_an_edit_made_meanwhile_is_refused(client, editor, duty):
    save(client, duty)
    save(client, duty, name_es="Segundo")
    page = history(client, duty)[-1]
    mine = posted(client.get(page))
    save(client, duty, name_es="Tercero")

    response = client.post(page, mine)

    assert codes(response) == {"conflict"}
    duty.refresh_from_db()
    assert duty.name_es == "Tercero"


def test_undo_that_would_remove_a_cited_passage_is_refused(client, editor, duty):
    source = duty.responsibilities.get().passages.get().source
    save(client, source)
    late = factories.make_passage(source, "Final")
    factories.make_citation(duty.responsibilities.get(), late)
    save(client, source, title_es="Otro")
    page = history(client, source)[-1]

    response = client.post(page, {})

    assert (response.status_code, response.url) == (302, list_address(type(source)))
    source.refresh_from_db()
    assert (source.title_es, source.passages.count()) == ("Otro", 2)


def test_looking_at_a_revision_changes_nothing(client, editor, duty):
    save(client, duty, name_es="Uno")
    save(client, duty, name_es="Dos")

    for page in history(client, duty):
        assert client.get(page).status_code == 200

    duty.refresh_from_db()
    assert duty.name_es == "Dos"


def test_a_version_of_another_model_is_not_found(client, editor, duty):
    save(client, duty)
    version = Version.objects.get_for_object(duty).get()

    response = client.get(address(Responsibility(pk=duty.pk), "revision", version.pk))

    assert response.status_code == 404


def test_a_deleted_duty_comes_back_with_all_that_went_with_it(client, editor, duty):
    part = duty.responsibilities.get()
    factories.make_citation(part, factories.make_passage(factories.make_source("ceupe")), condition_es="si hace falta")
    delete(client, duty)
    assert Duty.objects.count() == Citation.objects.count() == 0
    recover = client.get(list_address(Duty, "recoverlist")).context["deleted"].get()

    page = f"{list_address(Duty, 'recoverlist')}{recover.pk}/"
    response = client.post(page, posted(client.get(page)))

    assert response.status_code == 302
    assert Duty.objects.get() == duty
    assert duty.terms.get().term == "manual de crisis"
    assert list(part.citations.order_by("pk").values_list("condition_es", flat=True)) == ["", "si hace falta"]


def test_a_deleted_role_comes_back_with_its_traits(client, editor, duty):
    role = duty.responsibilities.get().role
    trait = factories.make_trait(role, passages=[factories.make_passage(factories.make_source("ceupe"))])
    client.post(list_address(Role), confirmed(asked_to_delete(client, [role])))
    assert Trait.objects.count() == Responsibility.objects.count() == 0
    recover = client.get(list_address(Role, "recoverlist")).context["deleted"].get()

    page = f"{list_address(Role, 'recoverlist')}{recover.pk}/"
    client.post(page, posted(client.get(page)))

    assert trait.citations.count() == duty.responsibilities.get().citations.count() == 1


def test_deleting_a_part_is_told_in_the_history_of_its_whole(client, editor, duty):
    save(client, duty)
    delete(client, duty.responsibilities.get())

    assert len(history(client, duty)) == 2


def test_the_memory_of_the_loader_can_only_be_looked_at(admin_client):
    row = LoadedRow.objects.create(collection="shipped", model="roles.role", key='["cm"]', digest="0" * 64)

    assert admin_client.get(address(row)).status_code == 200
    assert admin_client.post(address(row), {"key": "x"}).status_code == 403
    assert admin_client.get(list_address(LoadedRow, "add")).status_code == 403


def test_an_editor_sees_neither_people_nor_the_memory_of_the_loader(client, editor):
    groups = [app["app_label"] for app in client.get("/admin/").context["app_list"]]

    assert groups == ["responsibilities", "roles", "orgcharts", "sources"]


def test_a_stranger_is_asked_to_log_in(client, duty):
    response = client.get(address(duty))

    assert (response.status_code, response.url) == (302, f"/admin/login/?next={address(duty)}")
