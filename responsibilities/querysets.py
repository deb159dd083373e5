"""Reusable filters and prefetch plans of areas, duties and responsibilities."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Prefetch

if TYPE_CHECKING:
    from responsibilities.models import Duty, Responsibility  # noqa: F401


class DutyQuerySet(models.QuerySet["Duty"]):
    """Duties, in the order of the shelves."""

    def in_order(self) -> Self:
        """By area, then by the editors' order within the area."""
        return self.order_by("area__position", "area__slug", "position", "slug")


class ResponsibilityQuerySet(models.QuerySet["Responsibility"]):
    """Responsibilities, in the order of duty, role and part played."""

    def according_to(self, sources: Collection[str]) -> Self:
        """Those that one of these documents (slugs) states or denies; all, where none is given."""
        return self.filter(citations__passage__source__slug__in=sources).distinct() if sources else self

    def of_duties(self, duties: "Collection[int] | models.QuerySet[Duty]") -> Self:
        """All responsibilities of these duties, whatever the role: what the agreement on a duty needs."""
        return self.filter(duty__in=duties)

    def for_display(self, sources: Collection[str] = ()) -> Self:
        """All that a responsibility shows anywhere: two queries, however many there are.

        With ``sources`` (slugs) only the citations of those documents are attached.
        """
        citations = self.model._meta.get_field("citations").related_model._default_manager.select_related(
            "passage__source", "passage__repeats__source"
        ).order_by("passage__source__slug", "passage__position", "pk")
        if sources:
            citations = citations.filter(passage__source__slug__in=sources)
        return (
            self.select_related("role", "duty__area")
            .prefetch_related(Prefetch("citations", citations))
            .order_by(
                "duty__area__position",
                "duty__area__slug",
                "duty__position",
                "duty__slug",
                "-role__is_core",
                "role__position",
                "role__slug",
                "involvement",
            )
        )
