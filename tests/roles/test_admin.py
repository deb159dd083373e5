import pytest

from roles.models import Alias, Role, Trait
from tests import factories
from tests.admin_forms import address, codes, list_address, make_editor, posted

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def editor(client):
    editor = make_editor()
    client.force_login(editor)
    return editor


def make_roles(count):
    """Roles, each with an alias and a trait that cite a passage."""
    source = factories.make_source()
    for number in range(count):
        passage = factories.make_passage(source, f"Inicio › {number}")
        role = factories.make_role(f"role-{number}")
        factories.make_alias(role, f"alias {number}", passages=[passage])
        factories.make_trait(role, passages=[passage])


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("model", "queries"), [(Role, 8), (Alias, 9), (Trait, 10)])
def test_a_list_asks_the_same_whatever_its_length(client, django_assert_num_queries, model, queries, count):
    make_roles(count)
    client.get(list_address(model))

    with django_assert_num_queries(queries):
        response = client.get(list_address(model), {"q": "r"})

    assert response.status_code == 200


@pytest.mark.parametrize("model", [Role, Alias, Trait])
def test_every_page_of_a_row_opens(client, model):
    make_roles(1)
    row = model.objects.get()

    pages = [address(row), address(row, "history"), address(row, "delete"), list_address(model, "add")]

    assert [client.get(page).status_code for page in pages] == [200] * 4


@pytest.mark.parametrize("model", [Alias, Trait])
def test_a_fact_without_a_passage_is_refused(client, model):
    make_roles(1)
    page = address(model.objects.get())

    response = client.post(page, posted(client.get(page), **{"citations-0-DELETE": "on"}))

    assert codes(response) == {"uncited"}


def test_an_alias_without_a_passage_is_refused_on_the_page_of_its_role(client):
    make_roles(1)
    page = address(Role.objects.get())

    response = client.post(page, posted(client.get(page), **{"aliases-0-cited": None}))

    assert codes(response) == {"required"}


def test_an_alias_cites_another_passage_on_the_page_of_its_role(client):
    make_roles(1)
    role, alias = Role.objects.get(), Alias.objects.get()
    passage = factories.make_passage(factories.make_source("ceupe"))

    response = client.post(address(role), posted(client.get(address(role)), **{"aliases-0-cited": [passage.pk]}))

    assert response.status_code == 302
    assert list(alias.citations.values_list("passage", flat=True)) == [passage.pk]


def test_a_role_that_holds_a_position_cannot_be_deleted(client):
    make_roles(1)
    role = Role.objects.get()
    factories.make_position(factories.make_chart(), "cm", [role])

    response = client.post(address(role, "delete"), {"post": "yes"})

    position = role.positions.get()
    assert response.context["protected"] == [f'Puesto: <a href="{address(position)}">Department › cm</a>']
    assert Role.objects.count() == 1
