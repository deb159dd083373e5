"""A chart of one's own, begun as a copy of another: the same positions, roles and passages."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from django.db import transaction

from editing.order import after_the_last
from orgcharts.drawing.reading import tree_of
from orgcharts.models import ChartCitation, OrgChart, Placement, Position, PositionCitation

LONGEST_NAME, LONGEST_SLUG = 120, 80  # characters: OrgChart


@transaction.atomic
def copy_of(chart: OrgChart) -> OrgChart:
    """A new chart, last in the order; its names and its slug say that it is a copy.

    It keeps the citations, so that it is valid as it stands: who changes the copy changes them with it. A ring and a
    superior in another chart, which are faults, are not copied: that position stands at the top.
    """
    copy = OrgChart.objects.create(
        slug=_free_slug(chart.slug),
        name_es=f"Copia de {chart.name_es}"[:LONGEST_NAME],
        name_en=f"Copy of {chart.name_en}"[:LONGEST_NAME] if chart.name_en else "",
        setting=chart.setting,
        description_es=chart.description_es,
        description_en=chart.description_en,
        position=after_the_last(OrgChart()),
    )
    ChartCitation.objects.bulk_create(
        ChartCitation(chart=copy, passage_id=citation.passage_id) for citation in chart.citations.all()
    )
    _copy_positions(chart, copy)
    return copy


def _copy_positions(chart: OrgChart, copy: OrgChart) -> None:
    originals = {position.slug: position for position in Position.objects.in_chart(chart)}
    tree = tree_of(originals.values())
    made: dict[str, Position] = {}
    # Level by level: one to report to is there before those who do.
    by_level = sorted(tree.depths().items(), key=lambda pair: pair[1])
    for _depth, level in groupby(by_level, key=lambda pair: pair[1]):
        rows = [_position(originals[slug], copy, made.get(tree.parents.get(slug, ""))) for slug, _ in level]
        made |= {position.slug: position for position in Position.objects.bulk_create(rows)}
    _copy_links(originals, made)


def _position(original: Position, copy: OrgChart, superior: Position | None) -> Position:
    return Position(
        chart=copy,
        slug=original.slug,
        name_es=original.name_es,
        name_en=original.name_en,
        reports_to=superior,
        placement=original.placement if superior else Placement.LINE,
        is_external=original.is_external,
        is_multiple=original.is_multiple,
        position=original.position,
    )


def _copy_links(originals: Mapping[str, Position], made: Mapping[str, Position]) -> None:
    """The roles and the passages of each position."""
    through: Any = Position.roles.through
    through.objects.bulk_create(
        through(position_id=made[slug].pk, role_id=role.pk)
        for slug, original in originals.items()
        for role in original.roles.all()
    )
    PositionCitation.objects.bulk_create(
        PositionCitation(position=made[slug], passage_id=citation.passage_id)
        for slug, original in originals.items()
        for citation in original.citations.all()
    )


def _free_slug(slug: str) -> str:
    """“pyme” → “pyme-copia”, “pyme-copia-2”, …: the first that no chart has."""
    number, taken = 1, set(OrgChart.objects.values_list("slug", flat=True))
    while True:
        end = "-copia" if number == 1 else f"-copia-{number}"
        free = slug[: LONGEST_SLUG - len(end)].rstrip("-") + end
        if free not in taken:
            return free
        number += 1
