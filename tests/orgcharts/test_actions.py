import pytest

from orgcharts.actions import copy_of
from orgcharts.models import OrgChart, Position
from tests.factories import make_chart, make_position


def told(chart):
    """All of a chart but what makes it this one."""
    return [
        (
            position.slug, position.name_es, position.placement, position.is_external, position.is_multiple,
            position.position, position.reports_to and position.reports_to.slug,
            [role.slug for role in position.roles.all()],
            [citation.passage for citation in position.citations.all()],
            position.name_en,
        )
        for position in Position.objects.in_chart(chart)
    ]  # fmt: skip


def test_copy_has_all_that_the_chart_has(unusual, department, passage):
    unusual.positions.filter(slug="head").update(name_en="Head of communication")

    copies = [copy_of(chart) for chart in (unusual, department)]

    assert [told(copy) for copy in copies] == [told(unusual), told(department)]
    assert [citation.passage for citation in copies[1].citations.all()] == [passage]
    assert {position.chart for position in Position.objects.filter(reports_to__chart=copies[1])} == {copies[1]}


def test_copy_says_so_in_its_names_and_comes_last(department):
    OrgChart.objects.filter(pk=department.pk).update(position=7, description_es="Así.", description_en="So.")

    copy = copy_of(OrgChart.objects.get())

    assert (copy.slug, copy.name_es, copy.name_en, copy.description_es, copy.description_en) == (
        "department-copia", "Copia de Department", "Copy of Department (en)", "Así.", "So.",
    )  # fmt: skip
    assert (copy.setting, copy.position) == ("department", 8)


def test_copy_without_an_english_name_has_none(db):
    assert copy_of(make_chart(name_en="")).name_en == ""


def test_second_copy_and_long_names_find_room(db):
    chart = make_chart("a" * 73 + "-aaaaaa", name_es="ñ" * 120, name_en="e" * 120)

    copies = [copy_of(chart) for _ in range(3)]

    assert [copy.slug for copy in copies] == ["a" * 73 + "-copia", "a" * 72 + "-copia-2", "a" * 72 + "-copia-3"]
    assert [len(copies[0].name_es), len(copies[0].name_en)] == [120, 120]


def test_chart_is_not_touched_by_its_copy(department):
    before = told(department)

    copy_of(department).positions.exclude(reports_to=None).delete()

    assert told(department) == before


def test_ring_is_not_copied(ring):
    ring.positions.filter(slug="one").update(placement="staff")

    copy = copy_of(ring)

    assert [(entry[0], entry[2], entry[6]) for entry in told(copy)] == [
        ("one", "line", None), ("other", "line", "one"),
    ]  # fmt: skip


def test_superior_in_another_chart_is_not_copied(department, roles):
    other = make_chart("other")
    make_position(other, "lost", [roles["cm"]], reports_to=department.positions.get(slug="sms"))

    assert [entry[6] for entry in told(copy_of(other))] == [None]


@pytest.mark.parametrize("count", [1, 3])
def test_query_count(roles, passage, django_assert_num_queries, count):
    chart = make_chart(passages=[passage])
    chief = make_position(chart, "chief", [roles["sms"]], passages=[passage])
    for number in range(count):
        make_position(chart, f"cm-{number}", [roles["cm"]], reports_to=chief, passages=[passage])

    with django_assert_num_queries(14):
        copy_of(chart)
