"""Reusable filters and prefetch plans of roles and traits."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Prefetch

if TYPE_CHECKING:
    from roles.models import Role, Trait  # noqa: F401


class RoleQuerySet(models.QuerySet["Role"]):
    """Roles, in their editorial order."""

    def in_order(self) -> Self:
        """The three core roles first, then the others, as the editors order them."""
        return self.order_by("-is_core", "position", "slug")

    def core(self) -> Self:
        """The roles whose duties are weighed against each other."""
        return self.filter(is_core=True)


class TraitQuerySet(models.QuerySet["Trait"]):
    """Traits, in the order of their role and kind."""

    def according_to(self, sources: Collection[str]) -> Self:
        """Those that one of these documents (slugs) states; all, where none is given."""
        return self.filter(citations__passage__source__slug__in=sources).distinct() if sources else self

    def for_display(self, sources: Collection[str] = ()) -> Self:
        """All that a trait shows anywhere: two queries, however many there are.

        With ``sources`` (slugs) only the citations of those documents are attached.
        """
        citations = self.model._meta.get_field("citations").related_model._default_manager.select_related(
            "passage__source", "passage__repeats__source"
        ).order_by("passage__source__slug", "passage__position", "pk")
        if sources:
            citations = citations.filter(passage__source__slug__in=sources)
        return self.select_related("role").prefetch_related(Prefetch("citations", citations)).order_by(
            "-role__is_core", "role__position", "role__slug", "position", "slug"
        )
