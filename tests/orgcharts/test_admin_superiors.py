"""A chart whole in one save: positions that report to others which are new on the same page."""

import pytest

from orgcharts.models import OrgChart, Position
from tests import factories
from tests.admin_forms import address, codes, list_address, make_editor, posted

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows(client):
    """Makes what an editor writes for new positions: slug, whom it is below, and its placement."""
    client.force_login(make_editor())
    passage, role = factories.make_passage(factories.make_source()), factories.make_role()

    def rows(*written, start=0):
        data = {"positions-TOTAL_FORMS": start + len(written), "citations-0-passage": passage.pk}
        for index, (slug, below, placement) in enumerate(written, start=start):
            row = {"slug": slug, "below": below, "placement": placement, "roles": role.pk, "cited": passage.pk}
            data |= {f"positions-{index}-{name}": value for name, value in row.items()}
        return data

    return rows


@pytest.fixture
def chart(rows):
    """A saved chart with a chief and somebody below."""
    passage, role = factories.make_passage(factories.make_source("ceupe")), factories.make_role("smm")
    chart = factories.make_chart("saved", passages=[passage])
    chief = factories.make_position(chart, "chief", [role], passages=[passage], position=1)
    factories.make_position(chart, "hands", [role], reports_to=chief, passages=[passage], position=2)
    return chart


def add(client, data):
    page = list_address(OrgChart, "add")
    return client.post(page, posted(client.get(page)) | {"slug": "new", "name_es": "Nuevo", "setting": "agency"} | data)


def change(client, chart, data):
    page = address(chart)
    return client.post(page, posted(client.get(page)) | data)


def saved(chart="new"):
    positions = Position.objects.filter(chart__slug=chart).select_related("reports_to")
    return [(each.slug, each.reports_to and each.reports_to.slug, each.placement, each.position) for each in positions]


def test_new_chart_with_staff_is_saved_at_once(client, rows):
    response = add(client, rows(("adviser", "chief", "staff"), ("chief", "", "line"), ("hands", "chief", "line")))

    assert response.status_code == 302, codes(response)
    assert saved() == [("adviser", "chief", "staff", 1), ("chief", None, "line", 2), ("hands", "chief", "line", 3)]
    assert [row.citations.count() for row in Position.objects.all()] == [1, 1, 1]


def test_row_of_new_superiors_is_saved_from_the_top(client, rows):
    response = add(client, rows(("d", "c", "staff"), ("c", "b", "line"), ("b", "a", "line"), ("a", "", "line")))

    assert response.status_code == 302, codes(response)
    assert [(slug, above) for slug, above, _placement, _place in saved()] == [
        ("d", "c"), ("c", "b"), ("b", "a"), ("a", None),
    ]  # fmt: skip


def test_saved_position_goes_below_a_new_one(client, chart, rows):
    data = rows(("boss", "", "line"), ("adviser", "hands", "staff"), start=2) | {"positions-0-below": "boss"}

    response = change(client, chart, data)

    assert response.status_code == 302, codes(response)
    assert [(slug, above) for slug, above, _placement, _place in saved("saved")] == [
        ("chief", "boss"), ("hands", "chief"), ("boss", None), ("adviser", "hands"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ([("adviser", "nobody", "staff"), ("chief", "", "line")], "no_such_position"),
        ([("adviser", "adviser", "staff")], "loop"),
        ([("a", "b", "line"), ("b", "c", "line"), ("c", "a", "line")], "loop"),
    ],
)
def test_wrong_superior_is_told(client, rows, written, code):
    response = add(client, rows(*written))

    assert codes(response) == {code}
    assert not OrgChart.objects.exists()


def test_staff_beside_nobody_is_refused_in_words(client, rows):
    response = add(client, rows(("adviser", "", "staff"), ("chief", "", "line")))

    assert response.status_code == 200
    assert "Un puesto de apoyo está al lado de alguien: indique a quién asesora." in response.content.decode()
    assert not OrgChart.objects.exists()


def test_two_superiors_are_refused(client, chart, rows):
    data = rows(("boss", "", "line"), start=2) | {"positions-1-below": "boss"}

    assert codes(change(client, chart, data)) == {"two_superiors"}


def test_superior_that_is_being_deleted_is_none(client, chart, rows):
    data = rows(("adviser", "hands", "staff"), start=2) | {"positions-1-DELETE": "on"}

    assert codes(change(client, chart, data)) == {"no_such_position"}


def test_circle_of_saved_and_new_positions_is_refused(client, chart, rows):
    data = rows(("boss", "hands", "line"), start=2) | {"positions-0-below": "boss"}

    assert codes(change(client, chart, data)) == {"loop"}
