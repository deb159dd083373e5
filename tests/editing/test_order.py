"""New rows go last, and what leads on the front page is what most documents say."""

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError

from catalogue.front_page import overview
from editing.order import FURTHEST, Ordered, after, after_the_last
from orgcharts.actions import copy_of
from orgcharts.models import OrgChart, Position
from responsibilities.models import Area, Duty
from roles.models import Role, Trait
from sources.models import Passage
from tests import factories
from tests.admin_forms import address, codes, list_address, make_editor, posted

pytestmark = pytest.mark.django_db
ORDERED = [OrgChart, Position, Trait, Duty, Area, Role, Passage]


@pytest.fixture
def world(client):
    """Rows of each kind at the places 3 and 7 of one order, and one at 90 of another."""
    client.force_login(make_editor())
    source = factories.make_source()
    passage = factories.make_passage(source, "a", position=3)
    factories.make_passage(source, "b", position=7)
    factories.make_passage(factories.make_source("ceupe"), "c", position=90)
    role, beside = factories.make_role("cm", position=3), factories.make_role("smm", position=7, is_core=False)
    factories.make_trait(role, "a", passages=[passage], position=3)
    factories.make_trait(role, "b", passages=[passage], position=7)
    factories.make_trait(beside, "c", passages=[passage], position=90)
    area, elsewhere = factories.make_area("a", position=3), factories.make_area("b", position=7)
    factories.make_duty("a", area, position=3)
    factories.make_duty("b", area, position=7)
    factories.make_duty("c", elsewhere, position=90)
    chart = factories.make_chart("a", passages=[passage], position=3)
    factories.make_position(chart, "a", [role], passages=[passage], position=3)
    factories.make_position(chart, "b", [role], passages=[passage], position=7)
    other = factories.make_chart("b", passages=[passage], position=7)
    factories.make_position(other, "c", [role], passages=[passage], position=90)
    return {"source": source, "passage": passage, "role": role, "area": area, "chart": chart}


def filled(model, world):
    """What an editor writes into the form of a new row."""
    cited = {"citations-0-passage": world["passage"].pk}
    return {
        OrgChart: {"slug": "new", "name_es": "Nuevo", "setting": "agency"} | cited,
        Position: {"chart": world["chart"].pk, "slug": "new", "roles": world["role"].pk} | cited,
        Trait: {"role": world["role"].pk, "kind": "focus", "slug": "new", "statement_es": "Así."} | cited,
        Duty: {"slug": "new", "name_es": "Nueva", "area": world["area"].pk},
        Area: {"slug": "new", "name_es": "Nueva"},
        Role: {"slug": "new", "name_es": "Nuevo"},
        Passage: {"source": world["source"].pk, "locator": "new", "gist_es": "Dice algo."},
    }[model]


def added(client, model, world, **changes):
    page = list_address(model, "add")
    response = client.post(page, posted(client.get(page)) | filled(model, world) | changes)
    assert response.status_code == 302, codes(response)
    return model.objects.latest("pk")


def test_every_model_with_an_order_is_tried():
    found = {model for model in apps.get_models() if issubclass(model, Ordered)}
    assert found == set(ORDERED)
    assert found == {
        model
        for model in apps.get_models()
        if any(field.name == "position" and not field.is_relation for field in model._meta.get_fields())
    }


@pytest.mark.parametrize("model", ORDERED)
def test_new_row_goes_last_in_its_order(client, world, model):
    assert added(client, model, world).position == 8


@pytest.mark.parametrize("model", ORDERED)
@pytest.mark.parametrize("asked", [0, 5])
def test_new_row_goes_where_the_editor_says(client, world, model, asked):
    assert added(client, model, world, position=asked).position == asked


@pytest.mark.parametrize("model", ORDERED)
def test_row_stays_where_it_is_until_its_order_is_emptied(client, world, model):
    row = model.objects.get(position=3)
    page = address(row)

    client.post(page, posted(client.get(page)))
    row.refresh_from_db()
    kept = row.position
    client.post(page, posted(client.get(page)) | {"position": ""})
    row.refresh_from_db()

    assert (kept, row.position) == (3, 8)


@pytest.mark.parametrize("asked", ["-1", "x"])
def test_wrong_order_is_told(client, world, asked):
    page = list_address(Area, "add")

    response = client.post(page, posted(client.get(page)) | filled(Area, world) | {"position": asked})

    assert response.status_code == 200
    assert "position" in response.context["adminform"].form.errors


def test_new_passages_on_the_page_of_a_document_go_last_as_they_stand(client, world):
    page = address(world["source"])
    rows = {"passages-TOTAL_FORMS": 5}
    for index, locator in enumerate(("z", "y", "x"), start=2):
        rows |= {f"passages-{index}-{name}": value for name, value in passage(locator).items()}
    rows["passages-3-position"] = 20

    response = client.post(page, posted(client.get(page)) | rows)

    assert response.status_code == 302
    assert list(world["source"].passages.values_list("locator", "position")) == [
        ("a", 3), ("b", 7), ("y", 20), ("z", 21), ("x", 22),
    ]  # fmt: skip


def passage(locator):
    return {"locator": locator, "gist_es": "Dice algo.", "standing": "sound", "position": ""}


def test_positions_of_a_new_chart_stand_as_they_were_written(client, world):
    page = list_address(OrgChart, "add")
    rows = {"positions-TOTAL_FORMS": 2}
    for index, slug in enumerate(("z", "y")):
        row = {"slug": slug, "roles": world["role"].pk, "cited": world["passage"].pk, "placement": "line"}
        rows |= {f"positions-{index}-{name}": value for name, value in row.items()}

    response = client.post(page, posted(client.get(page)) | filled(OrgChart, world) | rows)

    assert response.status_code == 302, codes(response)
    assert list(Position.objects.filter(chart__slug="new").values_list("slug", "position")) == [("z", 1), ("y", 2)]


def test_copy_of_a_chart_goes_last(world):
    assert copy_of(world["chart"]).position == 8


def test_order_ends_where_the_numbers_end(world):
    factories.make_area("last", position=FURTHEST)

    assert (after(FURTHEST), after_the_last(Area())) == (FURTHEST, FURTHEST)


def test_front_page_leads_with_the_chart_that_most_voices_describe(client):
    role = factories.make_role()
    one, other, copy = (factories.make_source(slug) for slug in ("one", "other", "copy"))
    copy.derives_from, copy.derivation = one, "translation"
    copy.save()
    passages = [factories.make_passage(source, "x") for source in (one, other, copy)]
    doubtful = factories.make_passage(other, "y", standing="doubtful", standing_note_es="No se sabe.")
    first = factories.make_chart("first", passages=[passages[0], passages[2], doubtful], position=1)
    second = factories.make_chart("second", passages=[passages[0]], position=2)
    factories.make_position(second, "box", [role], passages=[passages[1]])
    factories.make_chart("third", setting="agency", passages=passages, position=0)

    assert overview().drawing.slug == "second"

    factories.make_position(first, "box", [role], passages=[passages[1]])
    assert overview().drawing.slug == "first"


@pytest.mark.parametrize("model", ORDERED)
def test_a_place_that_postgresql_would_refuse_is_refused_by_the_form(client, world, model):
    page = list_address(model, "add")

    response = client.post(page, posted(client.get(page)) | filled(model, world) | {"position": FURTHEST + 1})

    assert list(response.context["adminform"].form.errors) == ["position"]
    assert added(client, model, world, position=FURTHEST).position == FURTHEST


@pytest.mark.parametrize("model", ORDERED)
def test_no_file_brings_a_place_that_postgresql_would_refuse(model):
    field = model._meta.get_field("position")

    assert field.clean(FURTHEST, None) == FURTHEST
    with pytest.raises(ValidationError):
        field.clean(FURTHEST + 1, None)
    with pytest.raises(ValidationError):
        field.clean(-1, None)
