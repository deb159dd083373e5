"""Editing areas, duties and who does them."""

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
from responsibilities.models import Area, Citation, Duty, DutyTerm, Responsibility
from responsibilities.naming import names_of_duties
from sources.citing import CitationInline, CitingForm, cited_places, survivors

NAME_TAKEN = gettext_lazy("This is already the name of {links}.")


class DutyForm(ContentForm):
    """A duty; no other may be called the same, or readers could not tell them apart."""

    def clean(self) -> dict[str, Any] | None:
        """Refuse a name of another duty, in either language."""
        cleaned = super().clean()
        known = names_of_duties()
        for field in ("name_es", "name_en"):
            if taken := called_alike([self.cleaned_data.get(field, "")], known, own=self.instance.pk):
                message = format_html(str(NAME_TAKEN), links=links_to(Duty.objects.filter(pk__in=taken)))
                self.add_error(field, forms.ValidationError(message, code="name"))
        return cleaned


class DutyTermFormSet(InAlphabet):
    """The terms of one duty, compared with each other."""

    def clean(self) -> None:
        """Refuse two that differ in capitals alone."""
        super().clean()
        terms = [form.instance for form in survivors(self)]
        if alike((index, (term.language, spelled(term.term))) for index, term in enumerate(terms)):
            raise forms.ValidationError(_("Two terms differ in capitals or spaces alone."), code="term")


class DutyTermInline(PartInline):
    """The wordings on the page of their duty."""

    model = DutyTerm
    formset = DutyTermFormSet
    fields = [("term", "language")]


class ResponsibilityInline(PartInline):
    """Who does it, on the page of the duty."""

    model = Responsibility
    form = CitingForm
    fields = [("role", "involvement"), ("statement_es", "statement_en"), "cited"]
    autocomplete_fields = ["role"]
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> "models.QuerySet[Any]":
        """With role and passages."""
        rows = super().get_queryset(request).select_related("role", "duty")
        return rows.prefetch_related("citations__passage__source")


class ResponsibilityCitationInline(CitationInline):
    """The passages of a responsibility, with what each document adds."""

    model = Citation
    fields = ["passage", ("condition_es", "condition_en"), ("horizon", "hedge", "denies")]


@admin.register(Area)
class AreaAdmin(ContentAdmin):
    """The shelves."""

    list_display = ["name_es", "position", "duty_count"]
    search_fields = ["slug", "name_es", "name_en"]
    ordering = ["position", "slug"]

    def get_queryset(self, request: HttpRequest) -> "models.QuerySet[Area]":
        """With the number of duties."""
        return super().get_queryset(request).annotate(duty_count=models.Count("duties"))  # type: ignore[no-any-return]

    @admin.display(description=gettext_lazy("duties"), ordering="duty_count")
    def duty_count(self, area: Any) -> int:
        """How many duties stand on the shelf."""
        count: int = area.duty_count
        return count


@admin.register(Duty)
class DutyAdmin(ContentAdmin):
    """Duties with their wordings and with who does them."""

    form = DutyForm
    inlines = [DutyTermInline, ResponsibilityInline]
    list_display = ["name_es", "area", "parts_played", "citation_count"]
    list_filter = ["area", "responsibilities__role", "responsibilities__involvement"]
    list_select_related = ["area"]
    search_fields = ["slug", "name_es", "name_en", "question_es", "question_en", "terms__term"]
    autocomplete_fields = ["area"]
    ordering = ["area__position", "area__slug", "position", "slug"]

    def get_queryset(self, request: HttpRequest) -> "models.QuerySet[Duty]":
        """With who does it and the number of citations."""
        affirmed = Responsibility.objects.filter(citations__denies=False).distinct().select_related("role")
        parts = models.Prefetch("responsibilities", affirmed.order_by("pk"), to_attr="affirmed")
        rows = super().get_queryset(request).select_related("area").prefetch_related(parts)
        counted = Citation.objects.filter(responsibility__duty=models.OuterRef("pk")).order_by()
        count = counted.values("responsibility__duty").annotate(count=models.Count("pk")).values("count")
        return rows.annotate(citation_count=models.Subquery(count))  # type: ignore[no-any-return]

    @admin.display(description=gettext_lazy("who"))
    def parts_played(self, duty: Any) -> str:
        """Each role with the part it plays; what documents only deny is left out."""
        return ", ".join(f"{part.role.short_name} {part.get_involvement_display()}" for part in duty.affirmed)

    @admin.display(description=gettext_lazy("citations"), ordering="citation_count")
    def citation_count(self, duty: Any) -> int:
        """How many passages speak of who does it."""
        return duty.citation_count or 0


@admin.register(Responsibility)
class ResponsibilityAdmin(ContentAdmin):
    """Responsibilities with their citations."""

    inlines = [ResponsibilityCitationInline]
    fields = ["role", "duty", "involvement", "statement_es", "statement_en"]
    list_display = ["duty", "role", "involvement", "places"]
    list_filter = ["involvement", "role", "duty__area", "citations__passage__source", "citations__denies"]
    list_select_related = ["role", "duty"]
    search_fields = ["statement_es", "statement_en", "duty__name_es", "duty__name_en", "role__name_es"]
    autocomplete_fields = ["role", "duty"]
    ordering = ["duty__slug", "role__slug", "involvement"]

    def get_queryset(self, request: HttpRequest) -> "models.QuerySet[Responsibility]":
        """All that the list shows: two queries, however many rows."""
        return Responsibility.objects.for_display()

    @admin.display(description=gettext_lazy("passages"))
    def places(self, responsibility: Responsibility) -> SafeString | str:
        """Where the documents state it."""
        return cited_places(responsibility)
