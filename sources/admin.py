"""Editing documents and their passages."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editing.admin import ContentAdmin
from editing.forms import ContentForm
from editing.obstacles import links_to
from editing.rules import alike, edges_of, in_loop, within
from editing.widgets import PartInline
from sources.citing import OrderedFormSet, survivors
from sources.models import Passage, Source

PASSAGE_FIELDS: list[str | list[str] | tuple[str, ...]] = [
    "locator",
    "position",
    ("gist_es", "gist_en"),
    "standing",
    ("standing_note_es", "standing_note_en"),
    "repeats",
]
OWN_REPEAT = gettext_lazy("A passage repeats one of another document, not of its own.")
REPEAT_LOOP = gettext_lazy("These passages would repeat each other in a circle.")
ANCHOR_TAKEN = gettext_lazy("Another passage of this document has the same address, {links}: change the locator.")


class SourceForm(ContentForm):
    """A document; it may not derive from itself by a detour."""

    def clean_derives_from(self) -> Source | None:
        """Refuse a circle of documents."""
        origin: Source | None = self.cleaned_data["derives_from"]
        if origin and self.instance.pk:
            edges = edges_of(Source, "derives_from") | {self.instance.pk: origin.pk}
            if self.instance.pk in in_loop(edges):
                raise forms.ValidationError(_("These documents would derive from each other in a circle."), code="loop")
        return origin


class PassageForm(ContentForm):
    """A passage on its own page, compared with the others of its document."""

    def clean(self) -> dict[str, Any] | None:
        """Refuse an address that is taken and a repeat that means nothing."""
        cleaned = super().clean()
        data = self.cleaned_data
        source, repeats = data.get("source"), data.get("repeats")
        if source and "locator" in data:
            anchor = Passage(locator=data["locator"]).anchor
            others = Passage.objects.filter(source=source).exclude(pk=self.instance.pk).select_related("source")
            if taken := [row for row in others if row.anchor == anchor]:
                message = format_html(str(ANCHOR_TAKEN), links=links_to(taken))
                self.add_error("locator", forms.ValidationError(message, code="anchor"))
        if source and repeats:
            own = self.instance.pk or 0
            if within({own: source.pk, repeats.pk: repeats.source_id}, {own: repeats.pk}):
                self.add_error("repeats", forms.ValidationError(OWN_REPEAT, code="own_repeat"))
            if own in in_loop(edges_of(Passage, "repeats") | {own: repeats.pk}):
                self.add_error("repeats", forms.ValidationError(REPEAT_LOOP, code="loop"))
        return cleaned


class PassageFormSet(OrderedFormSet):
    """The passages of one document, compared with each other."""

    def clean(self) -> None:
        """Refuse two alike addresses and repeats that mean nothing."""
        super().clean()
        if any(self.errors):
            return
        passages = [form.instance for form in survivors(self)]
        if alike((index, passage.anchor) for index, passage in enumerate(passages)):
            raise forms.ValidationError(_("Two passages have the same address: change one locator."), code="anchor")
        repeating = {passage.pk: passage.repeats_id for passage in passages if passage.pk}
        if any(passage.repeats and passage.repeats.source_id == self.instance.pk for passage in passages):
            raise forms.ValidationError(OWN_REPEAT, code="own_repeat")
        if in_loop(edges_of(Passage, "repeats") | repeating) & repeating.keys():
            raise forms.ValidationError(REPEAT_LOOP, code="loop")


def passages_for_choice(db_field: "models.ForeignKey[Any, Any]", kwargs: dict[str, Any]) -> dict[str, Any]:
    """Choices of passages with their documents, which their names show."""
    return kwargs | {"queryset": Passage.objects.select_related("source")} if db_field.name == "repeats" else kwargs


class PassageInline(PartInline):
    """The passages on the page of their document."""

    model = Passage
    form = ContentForm
    formset = PassageFormSet
    fields = PASSAGE_FIELDS
    autocomplete_fields = ["repeats"]
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> "models.QuerySet[Any]":
        """With what they repeat: no query for each row."""
        return super().get_queryset(request).select_related("source", "repeats__source")

    def formfield_for_foreignkey(self, db_field: "models.ForeignKey[Any, Any]", request: Any, **kwargs: Any) -> Any:
        """See ``passages_for_choice``."""
        return super().formfield_for_foreignkey(db_field, request, **passages_for_choice(db_field, kwargs))


@admin.register(Source)
class SourceAdmin(ContentAdmin):
    """Documents with their passages."""

    form = SourceForm
    inlines = [PassageInline]
    list_display = ["title_es", "publisher", "published", "language", "derives_from", "passage_count"]
    list_filter = ["language", "derivation"]
    list_select_related = ["derives_from"]
    search_fields = ["slug", "title_es", "title_en", "publisher", "author"]
    autocomplete_fields = ["derives_from"]
    ordering = ["slug"]

    def get_queryset(self, request: HttpRequest) -> "models.QuerySet[Source]":
        """With the number of passages."""
        return Source.objects.for_list()

    @admin.display(description=gettext_lazy("passages"), ordering="passage_count")
    def passage_count(self, source: Any) -> int:
        """How many passages the document has here."""
        count: int = source.passage_count
        return count


@admin.register(Passage)
class PassageAdmin(ContentAdmin):
    """Passages, and what cites them."""

    form = PassageForm
    fields = ["source", *PASSAGE_FIELDS]
    list_display = ["locator", "source", "gist_es", "standing", "repeats", "citation_count"]
    list_filter = ["source", "standing"]
    list_select_related = ["source", "repeats__source"]
    search_fields = ["locator", "gist_es", "gist_en", "source__slug", "source__title_es"]
    autocomplete_fields = ["source", "repeats"]
    ordering = ["source__slug", "position", "pk"]

    def get_queryset(self, request: HttpRequest) -> "models.QuerySet[Passage]":
        """With the number of facts that cite it, of whatever kind."""
        return Passage.objects.select_related("source", "repeats__source").with_citation_count()

    def formfield_for_foreignkey(self, db_field: "models.ForeignKey[Any, Any]", request: Any, **kwargs: Any) -> Any:
        """See ``passages_for_choice``."""
        return super().formfield_for_foreignkey(db_field, request, **passages_for_choice(db_field, kwargs))

    @admin.display(description=gettext_lazy("citations"), ordering="citation_count")
    def citation_count(self, passage: Any) -> int:
        """How many facts cite the passage; the audit names those that none does."""
        count: int = passage.citation_count
        return count
