"""Reusable filters and prefetch plans of org charts and positions."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Count, F, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Coalesce

from roles.models import Role

if TYPE_CHECKING:
    from orgcharts.models import OrgChart, Position  # noqa: F401


def held_roles(lookup: str = "roles") -> "Prefetch[Any]":
    """The roles of positions, those above first: one query.

    One role is above another the more roles report to it, and the fewer it reports to, in all charts together; where
    these do not tell, the order of the editors does.
    """
    led, leading = _roles_beside("reports_to"), _roles_beside("reports")
    ranked = Role.objects.annotate(led=led, leading=leading)
    return Prefetch(lookup, ranked.order_by(F("led").desc(), "leading", "-is_core", "position", "slug"))


def _roles_beside(relation: str) -> Coalesce:
    """The number of other roles whose positions stand in ``relation`` to one that holds the role of the outer query."""
    path = f"positions__{relation}__roles"
    others = Role.objects.filter(**{path: OuterRef("pk")}).exclude(pk=OuterRef("pk")).order_by().values(path)
    return Coalesce(Subquery(others.annotate(number=Count("pk", distinct=True)).values("number")), 0)


def _citations(model: Any, sources: Collection[str] = ()) -> "Prefetch[Any]":
    """The citations of a chart or position, each with its passage, document and what it repeats: one query."""
    citations = (
        model._meta.get_field("citations")
        .related_model._default_manager.select_related("passage__source", "passage__repeats__source")
        .order_by("passage__source__slug", "passage__position", "pk")
    )
    return Prefetch("citations", citations.filter(passage__source__slug__in=sources) if sources else citations)


class OrgChartQuerySet(models.QuerySet["OrgChart"]):
    """Charts, in their editorial order."""

    def according_to(self, sources: Collection[str]) -> Self:
        """Those that one of these documents (slugs) describes, whole or a position of it; all, where none is given."""
        if not sources:
            return self
        whole = Q(citations__passage__source__slug__in=sources)
        part = Q(positions__citations__passage__source__slug__in=sources)
        return self.filter(pk__in=self.model._default_manager.filter(whole | part).values("pk"))

    def for_display(self) -> Self:
        """A chart with its passages: two queries."""
        return self.prefetch_related(_citations(self.model)).order_by("position", "slug")

    def for_list(self, sources: Collection[str] = ()) -> Self:
        """A chart with its passages and the number of its boxes (``position_count``): two queries.

        With ``sources`` (slugs) only the citations of those documents are attached.
        """
        return (
            self.annotate(position_count=models.Count("positions", distinct=True))
            .prefetch_related(_citations(self.model, sources))
            .order_by("position", "slug")
        )

    def with_pictures(self, sources: Collection[str] = ()) -> Self:
        """All that the page of all charts shows, small pictures included: five queries, however many there are.

        With ``sources`` (slugs) only the citations of those documents are attached.
        """
        position = self.model._meta.get_field("positions").related_model
        positions = position._default_manager.select_related("reports_to").order_by("position", "slug")
        pictured = positions.prefetch_related(held_roles(), _citations(position, sources))
        citations = _citations(self.model, sources)
        return self.prefetch_related(citations, Prefetch("positions", pictured)).order_by("position", "slug")

    def beside(self, chart: "OrgChart") -> Self:
        """The other charts of the same setting."""
        return self.filter(setting=chart.setting).exclude(pk=chart.pk).order_by("position", "slug")


class PositionQuerySet(models.QuerySet["Position"]):
    """Positions, in the order of their chart."""

    def in_chart(self, chart: "OrgChart") -> Self:
        """The positions of one chart with all that its page shows: three queries, however many there are."""
        return self.filter(chart=chart).for_display()

    def for_display(self) -> Self:
        """A position with its chart, superior, roles and passages: three queries, however many there are."""
        return (
            self.select_related("chart", "reports_to")
            .prefetch_related(held_roles(), _citations(self.model))
            .order_by("chart__position", "chart__slug", "position", "slug")
        )

    def of_role(self, role: "Role", sources: Collection[str] = ()) -> Self:
        """The positions that hold a role, with who is above and below them and what cites them: eight queries.

        With ``sources`` (slugs) only positions that those documents state, and only their passages.
        """
        positions = self.filter(roles=role)
        if sources:
            positions = positions.filter(citations__passage__source__slug__in=sources).distinct()
        return (
            positions.select_related("chart", "reports_to")
            .prefetch_related(held_roles(), _citations(self.model, sources))
            .prefetch_related(held_roles("reports_to__roles"), held_roles("reports__roles"))
            .order_by("chart__position", "chart__slug", "position", "slug")
        )
