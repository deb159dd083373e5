"""Reusable filters and prefetch plans of roles and traits."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Prefetch

if TYPE_CHECKING:
    from roles.models import Role, Trait  # noqa: F401


class RoleQuerySet(models.QuerySet["Role"]):
    """Roles, in their editorial order."""

    def in_order(self) -> Self:
        """The three core roles first, then the others, as the editors order them."""
        return self.order_by("-is_core", "position", "slug")

    def for_list(self) -> Self:
        """A role with its other names, in order: two queries; ``trait_count`` beside it."""
        return self.in_order().prefetch_related("aliases").annotate(trait_count=models.Count("traits"))

    def with_aliases(self, sources: Collection[str] = ()) -> Self:
        """A role with its other names and the passages that use them: three queries.

        With ``sources`` (slugs) only the names that those documents use.
        """
        names: Any = self.model._meta.get_field("aliases").related_model
        citations = (
            names._meta.get_field("citations")
            .related_model._default_manager.select_related("passage__source", "passage__repeats__source")
            .order_by("passage__source__slug", "passage__position", "pk")
        )
        aliases = names._default_manager.order_by("pk")
        if sources:
            citations = citations.filter(passage__source__slug__in=sources)
            aliases = aliases.filter(citations__passage__source__slug__in=sources).distinct()
        return self.prefetch_related(Prefetch("aliases", aliases.prefetch_related(Prefetch("citations", citations))))

    def according_to(self, sources: Collection[str]) -> Self:
        """Those that one of these documents (slugs) knows, by a name, a trait or a duty; all, where none is given."""
        if not sources:
            return self
        known = models.Q()
        for relation in ("aliases", "traits", "responsibilities"):
            facts: Any = self.model._meta.get_field(relation).related_model
            cited = facts._default_manager.filter(citations__passage__source__slug__in=sources)
            known |= models.Q(pk__in=cited.values("role"))
        return self.filter(known)

    def core(self) -> Self:
        """The roles that the documents are about."""
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
        citations = (
            self.model._meta.get_field("citations")
            .related_model._default_manager.select_related("passage__source", "passage__repeats__source")
            .order_by("passage__source__slug", "passage__position", "pk")
        )
        if sources:
            citations = citations.filter(passage__source__slug__in=sources)
        return (
            self.select_related("role")
            .prefetch_related(Prefetch("citations", citations))
            .order_by("-role__is_core", "role__position", "role__slug", "position", "slug")
        )
