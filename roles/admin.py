"""Editing roles, the names that documents give them, and their traits."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editing.admin import ContentAdmin
from editing.forms import ContentForm
from editing.naming import spelled
from editing.obstacles import links_to
from editing.rules import alike, called_alike
from editing.widgets import InAlphabet, PartInline
from orgcharts.models import Position
from roles.models import Alias, AliasCitation, Role, Trait, TraitCitation
from roles.naming import names_of_roles
from sources.citing import CitationInline, CitingForm, cited_places, survivors

NAME_TAKEN = gettext_lazy("This is already a name of {links}.")
ALIAS_TAKEN = gettext_lazy("This is already a name of {links}: mark it as disputed, or leave it out.")
ALIAS_TWICE = gettext_lazy("The role already has this alias, with other capitals or spaces: {links}.")


def cited(model: "type[models.Model]") -> "models.Prefetch[Any]":
    """The citations of the facts with passage and document, joined.

    Django's own prefetching of a key is one ``OR`` for each row, and SQLite takes a thousand.
    """
    citations: Any = model._meta.get_field("citations").related_model
    return models.Prefetch("citations", citations._default_manager.select_related("passage__source"))


class RoleForm(ContentForm):
    """A role; no other may be called the same, or readers could not tell them apart."""

    def clean(self) -> dict[str, Any] | None:
        """Refuse a name, an abbreviation or an undisputed alias of another role."""
        cleaned = super().clean()
        known = names_of_roles()
        for field in ("name_es", "name_en", "abbreviation"):
            if taken := called_alike([self.cleaned_data.get(field, "")], known, own=self.instance.pk):
                message = format_html(str(NAME_TAKEN), links=links_to(Role.objects.filter(pk__in=taken)))
                self.add_error(field, forms.ValidationError(message, code="name"))
        return cleaned


class NamingForm(ContentForm):
    """An alias: it means its role alone, or it is disputed."""

    def clean(self) -> dict[str, Any] | None:
        """Refuse a name of another role."""
        cleaned = super().clean()
        role, name = self.cleaned_data.get("role"), self.cleaned_data.get("name", "")
        disputed = self.cleaned_data.get("disputed")
        if not disputed and (taken := called_alike([name], names_of_roles(), own=role.pk if role else None)):
            message = format_html(str(ALIAS_TAKEN), links=links_to(Role.objects.filter(pk__in=taken)))
            self.add_error("name", forms.ValidationError(message, code="name"))
        return cleaned


class AliasForm(NamingForm):
    """An alias on its own page, compared with the others of its role."""

    def clean(self) -> dict[str, Any] | None:
        """Refuse the same alias in other capitals."""
        cleaned = super().clean()
        role, name = self.cleaned_data.get("role"), self.cleaned_data.get("name")
        if role and name:
            siblings = role.aliases.exclude(pk=self.instance.pk).exclude(name=name).select_related("role")
            if twins := [alias for alias in siblings if spelled(alias.name) == spelled(name)]:
                message = format_html(str(ALIAS_TWICE), links=links_to(twins))
                self.add_error("name", forms.ValidationError(message, code="alias"))
        return cleaned


class AliasRowForm(NamingForm, CitingForm):
    """An alias on the page of its role."""


class AliasFormSet(InAlphabet):
    """The aliases of one role, compared with each other: two of them may be new."""

    def clean(self) -> None:
        """Refuse two that differ in capitals alone."""
        super().clean()
        if alike((index, spelled(form.instance.name)) for index, form in enumerate(survivors(self))):
            raise forms.ValidationError(_("Two aliases differ in capitals or spaces alone."), code="alias")


class AliasInline(PartInline):
    """The aliases on the page of their role."""

    model = Alias
    form = AliasRowForm
    formset = AliasFormSet
    fields = [("name", "language"), "disputed", ("note_es", "note_en"), "cited"]
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> "models.QuerySet[Any]":
        """With their passages."""
        return super().get_queryset(request).prefetch_related("citations")


class AliasCitationInline(CitationInline):
    """The passages of an alias."""

    model = AliasCitation


class TraitCitationInline(CitationInline):
    """The passages of a trait."""

    model = TraitCitation


@admin.register(Role)
class RoleAdmin(ContentAdmin):
    """Roles with their aliases. Traits have pages of their own: a role has dozens."""

    form = RoleForm
    inlines = [AliasInline]
    list_display = [
        "name_es",
        "abbreviation",
        "is_core",
        "identity_open",
        "tone",
        "position",
        "alias_names",
        "trait_count",
    ]
    list_filter = ["is_core", "identity_open"]
    search_fields = ["slug", "name_es", "name_en", "abbreviation", "aliases__name"]
    ordering = ["-is_core", "position", "slug"]

    def get_queryset(self, request: HttpRequest) -> "models.QuerySet[Role]":
        """With the aliases and the number of traits."""
        rows = super().get_queryset(request).prefetch_related("aliases")
        return rows.annotate(trait_count=models.Count("traits"))  # type: ignore[no-any-return]

    def also_in_the_way(self, rows: Collection[Role]) -> list[models.Model]:
        """A role that holds a position stays: the position would be left empty."""
        return list(Position.objects.filter(roles__in=rows).select_related("chart").distinct())

    @admin.display(description=gettext_lazy("aliases"))
    def alias_names(self, role: Role) -> str:
        """The other names of the role."""
        return ", ".join(alias.name for alias in role.other_names)

    @admin.display(description=gettext_lazy("traits"), ordering="trait_count")
    def trait_count(self, role: Any) -> int:
        """How many traits the role has."""
        count: int = role.trait_count
        return count


class FactAdmin(ContentAdmin):
    """A fact about a role: its list shows the passages."""

    autocomplete_fields = ["role"]
    list_select_related = ["role"]

    def get_queryset(self, request: HttpRequest) -> "models.QuerySet[Any]":
        """With role and passages: two queries, however many rows."""
        return super().get_queryset(request).select_related("role").prefetch_related(cited(self.model))

    @admin.display(description=gettext_lazy("passages"))
    def places(self, fact: Any) -> SafeString | str:
        """Where the documents state it."""
        return cited_places(fact)


@admin.register(Alias)
class AliasAdmin(FactAdmin):
    """Aliases with their citations."""

    form = AliasForm
    inlines = [AliasCitationInline]
    list_display = ["name", "role", "language", "disputed", "places"]
    list_filter = ["role", "disputed", "language"]
    search_fields = ["name", "role__name_es", "note_es", "note_en"]
    ordering = ["role__slug", "name", "pk"]


@admin.register(Trait)
class TraitAdmin(FactAdmin):
    """Traits with their citations."""

    inlines = [TraitCitationInline]
    fields = ["role", "kind", "slug", "position", "statement_es", "statement_en"]
    list_display = ["statement_es", "role", "kind", "position", "places"]
    list_filter = ["role", "kind", "citations__passage__source"]
    search_fields = ["slug", "statement_es", "statement_en", "role__name_es"]
    ordering = ["role__slug", "position", "slug", "pk"]
