"""Reusable filters and prefetch plans of org charts and positions."""

from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from orgcharts.models import OrgChart, Position  # noqa: F401


class OrgChartQuerySet(models.QuerySet["OrgChart"]):
    """Charts, in their editorial order."""

    def for_list(self) -> Self:
        """All that a list of charts shows: two queries; ``position_count`` is the number of boxes."""
        return (
            self.annotate(position_count=models.Count("positions", distinct=True))
            .prefetch_related("citations__passage__source")
            .order_by("position", "slug")
        )


class PositionQuerySet(models.QuerySet["Position"]):
    """Positions, in the order of their chart."""

    def for_display(self) -> Self:
        """A position with its roles and passages: four queries, however many there are."""
        return (
            self.select_related("chart", "reports_to")
            .prefetch_related("roles", "citations__passage__source")
            .order_by("chart__position", "chart__slug", "position", "slug")
        )
