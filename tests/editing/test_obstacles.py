"""Every refusal in the admin names what stands in the way and links to it; no deletion goes beyond what was shown."""

import pytest
from django.contrib.messages import get_messages
from reversion.models import Version

from orgcharts.models import OrgChart, Position
from responsibilities.models import Area, Citation, Duty, Responsibility
from roles.models import Alias, Role, Trait
from sources.models import Passage, Source
from tests import factories
from tests.admin_forms import (
    address,
    asked_to_delete,
    codes,
    confirmed,
    delete,
    list_address,
    make_editor,
    posted,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def editor(client):
    editor = make_editor()
    client.force_login(editor)
    return editor


@pytest.fixture
def world():
    """One row of every kind, all resting on one passage."""
    passage = factories.make_passage(factories.make_source())
    role = factories.make_role()
    factories.make_alias(role, "CM", passages=[passage])
    factories.make_trait(role, "focus", passages=[passage])
    duty = factories.make_duty(name_es="Plan <b>")
    factories.make_term(duty, "manual")
    factories.make_responsibility(role, duty, passages=[passage])
    chart = factories.make_chart(passages=[passage])
    boss = factories.make_position(chart, "boss", [role], passages=[passage])
    factories.make_position(chart, "cm", [role], reports_to=boss, passages=[passage])
    return passage


def link(row, kind, name):
    return f'{kind}: <a href="{address(row)}">{name}</a>'


def told(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def errors(response):
    forms = [response.context["adminform"].form]
    forms += [form for inline in response.context["inline_admin_formsets"] for form in inline.formset.forms]
    return [str(text) for form in forms for texts in form.errors.values() for text in texts]


def in_the_way(model):
    """What forbids deleting the one row of each kind, and by what name."""
    alias, trait = Alias.objects.get(), Trait.objects.get()
    duty, part, chart = Duty.objects.get(), Responsibility.objects.get(), OrgChart.objects.get()
    boss, junior = Position.objects.order_by("pk")
    facts = {
        link(alias, "Otro nombre", "Community manager › CM"),
        link(trait, "Rasgo", "Community manager › Rasgo focus."),
        link(part, "Responsabilidad", "Community manager · planifica · Plan &lt;b&gt;"),
        link(chart, "Organigrama", "Department"),
        link(boss, "Puesto", "Department › boss"),
        link(junior, "Puesto", "Department › cm"),
    }
    places = {link(boss, "Puesto", "Department › boss"), link(junior, "Puesto", "Department › cm")}
    answers = {Passage: facts, Source: facts, Area: {link(duty, "Función", "Plan &lt;b&gt;")}, Role: places}
    return answers.get(model, {link(junior, "Puesto", "Department › cm")})


@pytest.mark.parametrize("model", [Passage, Source, Area, Role, Position], ids=lambda model: model.__name__)
def test_a_refused_deletion_names_what_needs_the_row_with_a_link(client, world, model):
    row = model.objects.order_by("pk").first()

    single = client.post(address(row, "delete"), {"post": "yes"})
    several = asked_to_delete(client, [row])

    for response in (single, several):
        assert set(response.context["protected"]) == in_the_way(model)
        assert all(text in response.content.decode() for text in in_the_way(model))
    assert model.objects.filter(pk=row.pk).exists()


def test_a_document_that_others_derive_from_and_a_passage_that_others_repeat_name_them(client):
    original, copy = factories.make_source("original"), factories.make_source("copia")
    Source.objects.filter(pk=copy.pk).update(derives_from=original, derivation="translation")
    first = factories.make_passage(factories.make_source("otra"), "Uno")
    second = factories.make_passage(copy, "Dos", repeats=first)

    refused = {row: client.get(address(row, "delete")).context["protected"] for row in (original, first)}

    assert refused == {
        original: [link(copy, "Documento", "Copia")],
        first: [link(second, "Pasaje", "copia › Dos")],
    }


@pytest.mark.parametrize(
    ("model", "changes", "name"),
    [
        (Role, {"slug": "community-manager"}, "Community manager"),
        (Area, {"slug": "strategy"}, "Strategy"),
        (Duty, {"slug": "crisis-plan"}, "Plan &lt;b&gt;"),
        (Source, {"slug": "impactodual"}, "Impactodual"),
        (OrgChart, {"slug": "department"}, "Department"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_slug_that_is_taken_names_who_has_it(client, world, model, changes, name):
    page = list_address(model, "add")

    response = client.post(page, posted(client.get(page), **changes))

    holder = model.objects.get()
    assert f"Ya está aquí: {link(holder, str(holder._meta.verbose_name).capitalize(), name)}." in errors(response)


@pytest.mark.parametrize(
    ("model", "changes"),
    [
        (Responsibility, lambda row: {"role": row.role_id, "duty": row.duty_id, "involvement": row.involvement}),
        (Alias, lambda row: {"role": row.role_id, "name": row.name, "language": row.language}),
        (Trait, lambda row: {"role": row.role_id, "slug": row.slug, "kind": row.kind}),
        (Passage, lambda row: {"source": row.source_id, "locator": row.locator}),
        (Position, lambda row: {"chart": row.chart_id, "slug": row.slug}),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_place_that_is_taken_names_who_has_it(client, world, model, changes):
    page, holder = list_address(model, "add"), model.objects.order_by("pk").first()

    response = client.post(page, posted(client.get(page), **changes(holder)))

    assert codes(response) & {"taken", "anchor"}
    assert [text for text in errors(response) if f'href="{address(holder)}"' in text]


def test_recovering_what_was_taken_meanwhile_names_who_has_it(client, world):
    delete(client, Duty.objects.get())
    holder = factories.make_duty("crisis-plan", name_es="Otra <i>")
    version = Version.objects.get_deleted(Duty).get()

    response = client.get(f"{list_address(Duty, 'recoverlist')}{version.pk}/")

    assert (response.status_code, response.url) == (302, list_address(Duty))
    assert told(response)[-1] == (
        "«Plan &lt;b&gt;» no se puede poner como estaba. Lo que solo puede tener una fila lo tiene ahora "
        f"{link(holder, 'Función', 'Otra &lt;i&gt;')}: cambie o elimine eso primero."
    )


def test_recovering_what_refers_to_a_deleted_row_links_to_its_recovery(client, world):
    part, duty = Responsibility.objects.get(), Duty.objects.get()
    delete(client, part)
    delete(client, duty)
    version = Version.objects.get_deleted(Responsibility).filter(object_id=str(part.pk)).get()
    page = f"{list_address(Duty, 'recoverlist')}{Version.objects.get_deleted(Duty).get().pk}/"

    response = client.get(f"{list_address(Responsibility, 'recoverlist')}{version.pk}/")

    assert f'Función: <a href="{page}">Plan &lt;b&gt;</a>' in told(response)[-1]


def test_an_undo_that_would_remove_a_cited_passage_names_the_fact(client, world):
    source = world.source
    client.post(address(source), posted(client.get(address(source))))
    late = factories.make_passage(source, "Final")
    trait = factories.make_trait(Role.objects.get(), "late", passages=[late])
    page = client.get(address(source, "history")).context["action_list"][-1]["url"]

    response = client.get(page)

    assert link(trait, "Rasgo", "Community manager › Rasgo late.") in told(response)[-1]


def test_an_undo_gives_back_what_two_rows_have_exchanged(client, world):
    chart = OrgChart.objects.get()
    boss, junior = chart.positions.order_by("pk")
    client.post(address(chart), posted(client.get(address(chart))))
    for row, slug in ((boss, "tmp"), (junior, "boss"), (boss, "cm")):
        Position.objects.filter(pk=row.pk).update(slug=slug)
    page = client.get(address(chart, "history")).context["action_list"][-1]["url"]

    response = client.post(page, posted(client.get(page)))

    assert response.status_code == 302
    assert list(chart.positions.order_by("pk").values_list("slug", flat=True)) == ["boss", "cm"]


def test_deleting_what_somebody_edited_meanwhile_is_refused_and_asked_again(client, world):
    part = Responsibility.objects.get()
    question = client.get(address(part, "delete"))
    client.post(address(part), posted(client.get(address(part)), statement_es="Lo de otra persona"))

    refused = client.post(address(part, "delete"), confirmed(question))
    again = client.post(address(part, "delete"), confirmed(refused))

    (sentence,) = refused.context["changed"]
    assert sentence.startswith(f"{link(part, 'Responsabilidad', part).replace('<b>', '&lt;b&gt;')} cambió (marta ")
    assert sentence in refused.content.decode()
    assert (refused.status_code, again.status_code) == (200, 302)


def test_deleting_what_got_a_part_meanwhile_is_refused(client, world):
    duty = Duty.objects.get()
    single, several = client.get(address(duty, "delete")), asked_to_delete(client, [duty])
    role = factories.make_role("social-media-manager")
    new = factories.make_responsibility(role, duty, "executes", passages=[world])

    refused = [
        client.post(address(duty, "delete"), confirmed(single)),
        client.post(list_address(Duty), confirmed(several)),
    ]

    for response in refused:
        told = [text for text in response.context["changed"] if f'href="{address(new)}"' in text]
        assert [text for text in told if "se añadió" in text]
    assert Duty.objects.exists()


def test_deleting_several_of_which_one_is_gone_is_refused(client, world):
    duties = [factories.make_duty("uno"), factories.make_duty("dos")]
    question = asked_to_delete(client, duties)
    delete(client, duties[0])

    refused = client.post(list_address(Duty), confirmed(question))
    again = client.post(list_address(Duty), confirmed(refused))

    (sentence,) = refused.context["changed"]
    assert sentence.startswith("Función: Uno se eliminó (última versión: marta ")
    assert again.status_code == 302
    assert not Duty.objects.filter(slug="dos").exists()


@pytest.mark.parametrize("opened", [None, "", "x", "[]", "{}", "null", '{"x": 1}', '{"auth.user 1": "x"}', "[" * 5000])
def test_a_deletion_without_a_question_is_refused(client, world, opened):
    data = {"post": "yes"} | ({} if opened is None else {"opened": opened})

    response = client.post(address(Citation.objects.get().responsibility, "delete"), data)

    assert (response.status_code, Responsibility.objects.count()) == (200, 1)


def test_saving_what_somebody_deleted_keeps_the_text(client, world):
    duty = Duty.objects.get()
    data = posted(client.get(address(duty)), name_es="Lo mío")
    delete(client, duty)

    response = client.post(address(duty), data)

    form = response.context["adminform"].form
    assert [error.code for error in form.non_field_errors().as_data()] == ["conflict"]
    assert form["name_es"].value() == "Lo mío"
    assert f'href="{list_address(Duty, "recoverlist")}"' in str(form.non_field_errors())
    assert not Duty.objects.exists()


def test_adding_to_what_somebody_deleted_keeps_the_text(client, world):
    page, role = list_address(Responsibility, "add"), factories.make_role("social-media-manager")
    values = {"role": role.pk, "duty": Duty.objects.get().pk, "statement_es": "Lo mío", "involvement": "plans"}
    data = posted(client.get(page), **values)
    delete(client, role)

    response = client.post(page, data | {"citations-0-passage": world.pk})

    form = response.context["adminform"].form
    assert (codes(response), form["statement_es"].value()) == ({"invalid_choice"}, "Lo mío")
