"""Query string in, roles and traits out."""

import django_filters
from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema_field

from roles.corpus import ROLES
from roles.models import Role, Trait, TraitKind
from sources.filters import SourcesFilter
from web.search import MAX_CHARACTERS, found_slugs


@extend_schema_field({"type": "boolean"})
class TruthFilter(django_filters.TypedChoiceFilter):
    """``true`` or ``false``; any other word is a mistake, not a “no”."""

    def __init__(self) -> None:
        choices = [("true", "true"), ("false", "false")]
        super().__init__(choices=choices, coerce=lambda value: value == "true")


class RoleFilter(django_filters.FilterSet):
    """Roles: the core ones or the others, those whose identity is open, those that documents know or words find."""

    is_core = TruthFilter()
    identity_open = TruthFilter()
    source = SourcesFilter()
    q = django_filters.CharFilter(method="matching", max_length=MAX_CHARACTERS)

    class Meta:
        model = Role
        fields: list[str] = []

    def matching(self, roles: QuerySet[Role], name: str, value: str) -> QuerySet[Role]:
        """Those that the search finds, in their usual order."""
        return roles.filter(slug__in=found_slugs(value, ROLES))


class TraitFilter(django_filters.FilterSet):
    """Traits of a role, of a kind, stated by some documents."""

    role = django_filters.ModelChoiceFilter(queryset=Role.objects.in_order(), to_field_name="slug")
    kind = django_filters.ChoiceFilter(choices=TraitKind.choices)
    source = SourcesFilter()

    class Meta:
        model = Trait
        fields: list[str] = []
