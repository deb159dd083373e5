"""A changed slug is no dead link: old addresses lead to the row, on pages and in the API."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from editing.former import remember_slug
from editing.models import FormerSlug
from orgcharts.models import OrgChart
from responsibilities.models import Area, Duty
from roles.models import Role
from sources.models import Source
from tests import factories
from tests.admin_forms import address, delete, list_address, make_editor, posted

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    """One row of each kind that has an address, each called “nuevo” and once called “viejo”."""
    passage = factories.make_passage(factories.make_source("nuevo"))
    role, area = factories.make_role("nuevo"), factories.make_area("nuevo")
    factories.make_role("otro")
    factories.make_trait(role, "focus", passages=[passage])
    duty = factories.make_duty("nuevo", area=area)
    factories.make_responsibility(role, duty, passages=[passage])
    chart = factories.make_chart("nuevo", passages=[passage])
    factories.make_position(chart, "cm", [role], passages=[passage])
    factories.make_chart("otro", passages=[passage])
    for row in (passage.source, role, area, duty, chart):
        remember_slug(type(row), row.pk, "viejo", "nuevo")
    return role


@pytest.fixture
def editor(client):
    client.force_login(make_editor())
    return client


def rename(client, row, slug):
    page = address(row)
    return client.post(page, posted(client.get(page), slug=slug))


def former():
    return {(each.slug, each.row) for each in FormerSlug.objects.all()}


@pytest.mark.parametrize(
    "old",
    [
        "/roles/viejo/",
        "/en/roles/viejo/",
        "/roles/viejo/?source=viejo&utm=x",
        "/roles/nuevo/?source=viejo",
        "/duties/viejo/",
        "/en/duties/viejo/",
        "/duties/?area=viejo",
        "/matrix/?area=viejo&columns=all",
        "/disagreements/?source=viejo",
        "/sources/viejo/",
        "/en/sources/viejo/",
        "/compare/?roles=viejo,otro",
        "/en/compare/?roles=otro,viejo&source=viejo&area=viejo",
        "/orgcharts/viejo/",
        "/en/orgcharts/viejo/",
        "/orgcharts/viejo/raci/",
        "/orgcharts/viejo.svg",
        "/en/orgcharts/viejo.svg",
        "/orgcharts/viejo.html",
        "/orgcharts/viejo.json",
        "/orgcharts/viejo/embed/",
        "/orgcharts/viejo/embed.svg",
        "/orgcharts/changes/?from=viejo&to=otro",
        "/orgcharts/advisor/?duty=viejo&have=viejo",
        "/api/v1/roles/viejo/",
        "/api/v1/roles/viejo/?lang=en",
        "/api/v1/roles/?source=viejo",
        "/api/v1/traits/viejo.focus/",
        "/api/v1/traits/?role=viejo",
        "/api/v1/areas/viejo/",
        "/api/v1/duties/viejo/",
        "/api/v1/duties/?area=viejo",
        "/api/v1/responsibilities/viejo.viejo.plans/",
        "/api/v1/responsibilities/?role=viejo&duty=viejo&area=viejo&source=viejo",
        "/api/v1/orgcharts/viejo/",
        "/api/v1/sources/viejo/",
        "/api/v1/passages/?source=viejo",
        "/api/v1/comparisons/?roles=viejo,otro",
        "/api/v1/advice/?duty=viejo",
    ],
)
def test_an_old_address_leads_to_the_new_one(client, world, old):
    response = client.get(old)

    assert (response.status_code, response.headers.get("Location")) == (301, old.replace("viejo", "nuevo"))
    assert response.headers["Cache-Control"] == "no-cache"
    assert client.head(old).status_code == 301
    assert client.get(response.url, follow=True).status_code == 200


def test_programs_on_other_sites_may_follow(client, world):
    headers = client.get("/api/v1/roles/viejo/").headers

    assert (headers["Access-Control-Allow-Origin"], headers["Cross-Origin-Resource-Policy"]) == ("*", "cross-origin")


def test_two_names_of_one_document_are_one(client, world):
    assert client.get("/roles/viejo/?source=viejo&source=nuevo").url == "/roles/nuevo/?source=nuevo"


@pytest.mark.parametrize("path", ["/roles/nadie/", "/roles/?page=x", "/nothing/viejo/", "/orgcharts/viejo.exe"])
def test_what_never_was_is_still_not_found(client, world, path):
    response = client.get(path, follow=True)

    assert response.status_code == 404


def test_the_admin_has_addresses_of_its_own(admin_client, world):
    assert admin_client.get("/admin/roles/role/?role=viejo&slug__regex=x").status_code == 400


def test_an_old_name_beside_an_unknown_one_is_still_a_mistake_after_the_redirect(client, world):
    response = client.get("/compare/?roles=viejo,nadie", follow=True)

    assert (response.redirect_chain, response.status_code) == ([("/compare/?roles=nuevo,nadie", 301)], 400)


def test_many_names_in_one_address_are_not_looked_up(client, world, django_assert_max_num_queries):
    query = "&".join(f"source=s-{number}" for number in range(200))

    with django_assert_max_num_queries(10):
        assert client.get(f"/roles/viejo/?{query}").status_code == 404


def test_a_true_address_asks_nothing_of_old_ones(client, world):
    with CaptureQueriesContext(connection) as asked:
        client.get("/roles/nuevo/")
        client.get("/api/v1/roles/nuevo/")

    assert [query["sql"] for query in asked if "formerslug" in query["sql"]] == []


def test_the_row_that_lives_there_wins(client, world):
    factories.make_role("viejo")

    assert client.get("/roles/viejo/").status_code == 200


@pytest.mark.parametrize("model", [Source, Role, Area, Duty, OrgChart], ids=lambda model: model.__name__)
def test_the_form_explains_the_slug_and_saving_keeps_the_old_address(editor, world, model):
    row = model.objects.get(slug="nuevo")

    help_text = editor.get(address(row)).context["adminform"].form.fields["slug"].help_text
    response = rename(editor, row, "tercero")

    assert help_text.startswith("Forma parte de su dirección. Si lo cambia,")
    assert response.status_code == 302
    held = FormerSlug.objects.filter(model=model._meta.label_lower)
    assert set(held.values_list("slug", "row")) == {("viejo", row.pk), ("nuevo", row.pk)}


def test_each_of_several_former_slugs_leads_to_the_row_and_going_back_ends_there(editor):
    role = factories.make_role("uno")
    for slug in ("dos", "tres", "uno"):
        rename(editor, role, slug)

    answers = {slug: editor.get(f"/roles/{slug}/", follow=True).redirect_chain for slug in ("uno", "dos", "tres")}

    assert answers == {"uno": [], "dos": [("/roles/uno/", 301)], "tres": [("/roles/uno/", 301)]}
    assert former() == {("dos", role.pk), ("tres", role.pk)}


def test_an_old_address_means_the_last_row_that_had_it(editor):
    first, second = factories.make_role("uno"), factories.make_role("dos")
    rename(editor, first, "primero")
    rename(editor, second, "uno")
    rename(editor, second, "segundo")

    assert editor.get("/roles/uno/").url == "/roles/segundo/"


def test_whoever_takes_over_an_old_address_is_told(editor, world):
    page = list_address(Role, "add")

    response = editor.post(page, posted(editor.get(page), slug="viejo", name_es="Otro <b>"), follow=True)

    messages = [str(message) for message in response.context["messages"]]
    assert f'«viejo» era la dirección de Rol: <a href="{address(world)}">Nuevo</a>: ahora lleva aquí.' in messages


def test_the_old_addresses_of_a_deleted_row_come_back_with_it(editor):
    chart = factories.make_chart("uno", passages=[factories.make_passage(factories.make_source())])
    rename(editor, chart, "dos")
    delete(editor, chart)
    gone = editor.get("/orgcharts/uno/").status_code
    recover = editor.get(list_address(OrgChart, "recoverlist")).context["deleted"].get()
    page = f"{list_address(OrgChart, 'recoverlist')}{recover.pk}/"

    editor.post(page, posted(editor.get(page)))

    assert (gone, editor.get("/orgcharts/uno/").url) == (404, "/orgcharts/dos/")


def test_an_undo_keeps_the_address_that_it_takes_back(editor):
    duty = factories.make_duty("uno")
    for slug in ("uno", "dos"):
        rename(editor, duty, slug)
    page = editor.get(address(duty, "history")).context["action_list"][-1]["url"]

    editor.get(page)
    before = former()
    response = editor.post(page, posted(editor.get(page)))

    assert (before, response.status_code) == ({("uno", duty.pk)}, 302)
    assert former() == {("dos", duty.pk)}
    assert editor.get("/duties/dos/").url == "/duties/uno/"


def test_an_undo_to_yet_another_slug_keeps_both(editor):
    duty = factories.make_duty("uno")
    for slug in ("uno", "dos"):
        rename(editor, duty, slug)
    page = editor.get(address(duty, "history")).context["action_list"][-1]["url"]

    editor.post(page, posted(editor.get(page), slug="tres"))

    assert former() == {("uno", duty.pk), ("dos", duty.pk)}
