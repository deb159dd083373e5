"""Roles and traits in the API."""

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter

from responsibilities.api.evidence import Weighing
from roles.api.serializers import RoleSerializer, TraitSerializer
from roles.filters import RoleFilter, TraitFilter
from roles.models import Role, Trait
from sources.api.parameters import SOURCE
from web.api import examples
from web.api.endpoint import Facts
from web.api.schema import described


@described(
    "roles",
    "The jobs that the documents name. The core ones are weighed against each other.",
    examples.ROLE,
    narrowed_by=[SOURCE],
)
class RoleViewSet(Weighing, Facts):
    """Roles."""

    queryset = Role.objects.all()
    serializer_class = RoleSerializer
    filterset_class = RoleFilter
    lookup_field = "slug"
    lookup_value_regex = "[a-z0-9-]+"

    def get_queryset(self) -> QuerySet[Any]:
        """Roles with their names: three queries."""
        return Role.objects.in_order().with_aliases(self.sources)


@described(
    "traits",
    "Facts about a role that are not duties: what defines it, its goals, measures, qualities…",
    examples.TRAIT,
    key=OpenApiParameter(
        "key", str, "path", description="`role.trait`, both slugs.", pattern=r"^[a-z0-9-]+\.[a-z0-9-]+$"
    ),
    narrowed_by=[SOURCE],
)
class TraitViewSet(Weighing, Facts):
    """Traits, addressed by role and slug."""

    queryset = Trait.objects.all()
    serializer_class = TraitSerializer
    filterset_class = TraitFilter
    lookup_url_kwarg = "key"
    lookup_value_regex = r"[a-z0-9-]+\.[a-z0-9-]+"

    def get_queryset(self) -> QuerySet[Any]:
        """Traits with their citations: two queries."""
        return Trait.objects.for_display(self.sources)

    def get_object(self) -> Trait:
        """The trait that the key names."""
        role, slug = self.kwargs["key"].split(".")
        trait: Trait = get_object_or_404(self.filter_queryset(self.get_queryset()), role__slug=role, slug=slug)
        return trait
