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

    def according_to(self, sources: Collection[str]) -> Self:
        """Those that one of these documents (slugs) gives or denies to somebody; all, where none is given."""
        if not sources:
            return self
        return self.filter(responsibilities__citations__passage__source__slug__in=sources).distinct()

    def for_list(self) -> Self:
        """A duty with its shelf, in the order of the shelves: one query."""
        return self.select_related("area").in_order()

    def beside(self, duty: "Duty") -> Self:
        """The other duties of the same shelf."""
        return self.filter(area_id=duty.area_id).exclude(pk=duty.pk).in_order()

    def for_display(self) -> Self:
        """A duty with its shelf and its other wordings: two queries."""
        return self.select_related("area").prefetch_related("terms").in_order()


class ResponsibilityQuerySet(models.QuerySet["Responsibility"]):
    """Responsibilities, in the order of duty, role and part played."""

    def according_to(self, sources: Collection[str]) -> Self:
        """Those that one of these documents (slugs) states or denies; all, where none is given."""
        return self.filter(citations__passage__source__slug__in=sources).distinct() if sources else self

    def of_duties(self, duties: "Collection[int] | models.QuerySet[Duty]") -> Self:
        """All responsibilities of these duties, whatever the role: what the agreement on a duty needs."""
        return self.filter(duty__in=duties)

    def of_roles(self, roles: Collection[str]) -> Self:
        """Those of these roles (slugs)."""
        return self.filter(role__slug__in=roles)

    def in_order(self) -> Self:
        """By shelf and duty, then the core roles, then the part played."""
        return self.order_by(
            "duty__area__position",
            "duty__area__slug",
            "duty__position",
            "duty__slug",
            "-role__is_core",
            "role__position",
            "role__slug",
            "involvement",
        )

    def for_list(self) -> Self:
        """The role and the part, without texts and passages: one query."""
        return self.select_related("role").in_order()

    def for_display(self, sources: Collection[str] = ()) -> Self:
        """All that a responsibility shows anywhere: two queries, however many there are.

        With ``sources`` (slugs) only the citations of those documents are attached.
        """
        citations = (
            self.model._meta.get_field("citations")
            .related_model._default_manager.select_related("passage__source", "passage__repeats__source")
            .order_by("passage__source__slug", "passage__position", "pk")
        )
        if sources:
            citations = citations.filter(passage__source__slug__in=sources)
        return self.select_related("role", "duty__area").prefetch_related(Prefetch("citations", citations)).in_order()
