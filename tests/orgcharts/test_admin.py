import pytest
from django.contrib.auth.models import Permission

from orgcharts.models import OrgChart, Position
from tests import factories
from tests.admin_forms import address, codes, list_address, make_editor, posted

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def editor(client):
    editor = make_editor()
    client.force_login(editor)
    return editor


def make_charts(count):
    """Charts with three positions in a row, chief, middle and last; all cite one passage."""
    passage, role = factories.make_passage(factories.make_source()), factories.make_role()
    for number in range(count):
        chart, above = factories.make_chart(f"chart-{number}", passages=[passage]), None
        for slug in ("chief", "middle", "last"):
            above = factories.make_position(chart, slug, [role], reports_to=above, passages=[passage])


def position(slug, chart="chart-0"):
    return Position.objects.get(chart__slug=chart, slug=slug)


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("model", "queries"), [(OrgChart, 8), (Position, 11)])
def test_a_list_asks_the_same_whatever_its_length(client, django_assert_num_queries, model, queries, count):
    make_charts(count)
    client.get(list_address(model))

    with django_assert_num_queries(queries):
        response = client.get(list_address(model), {"q": "c"})

    assert response.status_code == 200


@pytest.mark.parametrize("model", [OrgChart, Position])
def test_every_page_of_a_row_opens(client, model):
    make_charts(1)
    row = model.objects.first()

    pages = [address(row), address(row, "history"), address(row, "delete"), list_address(model, "add")]

    assert [client.get(page).status_code for page in pages] == [200] * 4


def test_positions_that_report_to_each_other_are_refused(client):
    make_charts(1)
    page = address(position("chief"))

    response = client.post(page, posted(client.get(page), reports_to=position("last").pk))

    assert codes(response) == {"loop"}


def test_positions_that_report_to_each_other_are_refused_on_the_page_of_their_chart(client):
    make_charts(1)
    page = address(OrgChart.objects.get())

    response = client.post(page, posted(client.get(page), **{"positions-0-reports_to": position("last").pk}))

    assert codes(response) == {"loop"}


def test_a_superior_in_another_chart_is_refused(client):
    make_charts(2)
    page = address(position("chief"))

    response = client.post(page, posted(client.get(page), reports_to=position("last", "chart-1").pk))

    assert codes(response) == {"other_chart"}


def test_a_superior_in_another_chart_cannot_be_chosen_on_the_page_of_the_chart(client):
    make_charts(2)
    page = address(OrgChart.objects.get(slug="chart-0"))

    response = client.post(page, posted(client.get(page), **{"positions-0-reports_to": position("last", "chart-1").pk}))

    assert codes(response) == {"invalid_choice"}


def test_a_superior_cannot_move_to_another_chart_alone(client):
    make_charts(1)
    page = address(position("chief"))

    response = client.post(page, posted(client.get(page), chart=factories.make_chart("agency").pk))

    assert codes(response) == {"other_chart"}


def test_a_position_without_a_role_is_refused(client):
    make_charts(1)
    page = address(position("chief"))

    response = client.post(page, posted(client.get(page), roles=None))

    assert codes(response) == {"required"}


@pytest.mark.parametrize("model", [OrgChart, Position])
def test_a_fact_without_a_passage_is_refused(client, model):
    make_charts(1)
    page = address(model.objects.first())

    response = client.post(page, posted(client.get(page), **{"citations-0-DELETE": "on"}))

    assert codes(response) == {"uncited"}


def test_a_position_without_a_passage_is_refused_on_the_page_of_its_chart(client):
    make_charts(1)
    page = address(OrgChart.objects.get())

    response = client.post(page, posted(client.get(page), **{"positions-0-cited": None}))

    assert codes(response) == {"required"}


def test_a_staff_position_beside_nobody_is_refused_in_the_words_of_the_rule(client):
    make_charts(1)
    page = address(position("chief"))

    response = client.post(page, posted(client.get(page), placement="staff"))

    assert response.status_code == 200
    assert len(response.context["errors"]) == 1


def test_a_superior_cannot_be_deleted(client):
    make_charts(1)

    response = client.post(address(position("chief"), "delete"), {"post": "yes"})

    assert [text for text in response.context["protected"] if "/change/" in text]
    assert Position.objects.count() == 3


def test_undo_brings_back_a_superior_that_was_replaced(client):
    make_charts(1)
    chart = OrgChart.objects.get()
    client.post(address(chart), posted(client.get(address(chart))))
    middle = position("middle").pk
    move_last = {"positions-1-reports_to": position("chief").pk}
    client.post(address(chart), posted(client.get(address(chart)), **move_last))
    client.post(address(chart), posted(client.get(address(chart)), **{"positions-2-DELETE": "on"}))
    assert list(chart.positions.values_list("slug", flat=True)) == ["chief", "last"]
    page = client.get(address(chart, "history")).context["action_list"][-1]["url"]

    response = client.post(page, posted(client.get(page)))

    assert response.status_code == 302
    assert position("last").reports_to_id == position("middle").pk == middle
    assert list(position("middle").roles.all()) == list(position("last").roles.all())


def test_form_has_the_picture_of_the_chart_as_it_is_saved(client):
    make_charts(1)
    chart = OrgChart.objects.get()

    pages = [client.get(address(row)) for row in (chart, position("last"))]

    assert [[box.slug for box in page.context["drawing"].boxes] for page in pages] == [["chief", "middle", "last"]] * 2
    assert all('<aside class="chart-beside"' in page.content.decode() for page in pages)
    assert "chart-beside" not in client.get(list_address(OrgChart, "add")).content.decode()


def test_picture_beside_a_refused_form_is_the_saved_one(client):
    make_charts(1)
    page = address(OrgChart.objects.get())

    response = client.post(page, posted(client.get(page), **{"positions-0-slug": "No"}))

    assert [box.slug for box in response.context["drawing"].boxes] == ["chief", "middle", "last"]


def told(response):
    return [(message.level_tag, message.message) for message in response.context["messages"]]


def test_several_at_the_top_are_saved_and_pointed_out(client):
    make_charts(1)
    page = address(OrgChart.objects.get())

    response = client.post(page, posted(client.get(page), **{"positions-2-reports_to": ""}), follow=True)

    assert position("middle").reports_to is None
    assert [level for level, _message in told(response)] == ["info", "success"]
    assert "Community manager, Community manager" in told(response)[0][1]


def test_leader_from_outside_is_saved_and_pointed_out(client):
    make_charts(1)
    page = address(position("chief"))

    response = client.post(page, posted(client.get(page), is_external="on"), follow=True)

    assert position("chief").is_external
    assert [level for level, _message in told(response)] == ["info", "success"]


def test_nothing_is_pointed_out_in_a_plain_chart(client):
    make_charts(1)
    page = address(OrgChart.objects.get())

    response = client.post(page, posted(client.get(page)), follow=True)

    assert [level for level, _message in told(response)] == ["success"]


def copy(client, *slugs):
    chosen = OrgChart.objects.filter(slug__in=slugs).values_list("pk", flat=True)
    data = {"action": "copy_charts", "_selected_action": list(chosen)}
    return client.post(list_address(OrgChart), data)


def test_copy_opens_valid_and_has_a_history(client):
    make_charts(1)

    response = copy(client, "chart-0")

    chart = OrgChart.objects.get(slug="chart-0-copia")
    page = client.get(address(chart))
    assert response["Location"] == address(chart)
    assert client.post(address(chart), posted(page)).status_code == 302
    assert len(client.get(address(chart, "history")).context["action_list"]) == 1


def test_several_copies_are_told(client):
    make_charts(2)

    response = copy(client, "chart-0", "chart-1")

    assert response.status_code == 302
    assert response["Location"] == list_address(OrgChart)
    assert set(OrgChart.objects.values_list("slug", flat=True)) == {
        "chart-0", "chart-1", "chart-0-copia", "chart-1-copia",
    }  # fmt: skip


def test_who_may_not_add_may_not_copy(client, editor):
    make_charts(1)
    editor.groups.clear()
    editor.user_permissions.set(Permission.objects.filter(codename__in=["view_orgchart", "change_orgchart"]))

    copy(client, "chart-0")

    assert OrgChart.objects.count() == 1
