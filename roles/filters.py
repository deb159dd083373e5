"""Query string in, roles and traits out."""

import django_filters

from roles.corpus import ROLES
from roles.models import Role, Trait, TraitKind
from sources.filters import SourcesFilter
from web.filters import SlugFilter, TruthFilter, WordsFilter


class RoleFilter(django_filters.FilterSet):
    """Roles: the core ones or the others, those whose identity is open, those that documents know or words find."""

    is_core = TruthFilter("The roles that the documents are about, or the others.")
    identity_open = TruthFilter(
        "The roles whose document leaves open which role they are (they are in no agreement), or others."
    )
    source = SourcesFilter()
    q = WordsFilter(ROLES)

    class Meta:
        model = Role
        fields: list[str] = []


class TraitFilter(django_filters.FilterSet):
    """Traits of a role, of a kind, stated by some documents."""

    role = SlugFilter(Role.objects.in_order(), help_text="The slug of a role.")
    kind = django_filters.ChoiceFilter(choices=TraitKind.choices, help_text="The kind.")
    source = SourcesFilter()

    class Meta:
        model = Trait
        fields: list[str] = []
