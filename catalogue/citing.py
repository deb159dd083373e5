"""How a fact gets its passages in the admin: as rows on its own page, as one field where it is a row itself."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalogue.choosing import Choices, PartInline, text_of
from catalogue.forms import ContentForm
from responsibilities.models import Citation
from sources.models import Passage
from sources.order import after

if TYPE_CHECKING:
    InlineFormSet = forms.BaseInlineFormSet[Any, Any, Any]
else:
    InlineFormSet = forms.BaseInlineFormSet

UNCITED = gettext_lazy("Cite at least one passage: each fact says which document states it.")


def survivors(formset: InlineFormSet) -> list[Any]:
    """The forms of rows that will exist after saving: neither left blank nor marked for deletion."""
    forms_filled = [form for form in formset.forms if form.instance.pk or form.has_changed()]
    return [form for form in forms_filled if not (formset.can_delete and formset._should_delete_form(form))]  # type: ignore[attr-defined]


class OrderedFormSet(InlineFormSet):
    """Rows of one order on the page of their whole: those whose order is left empty go last, as they stand there."""

    def clean(self) -> None:
        """Number them after all that have a number."""
        super().clean()
        if any(self.errors):
            return
        kept = survivors(self)
        last = max((form.instance.position for form in kept if not form.goes_last), default=0)
        for form in kept:
            if form.goes_last:
                last = form.instance.position = after(last)


class CitationFormSet(InlineFormSet):
    """The citations of one fact: at least one stays."""

    def clean(self) -> None:
        """Refuse a fact without a passage."""
        super().clean()
        if not survivors(self):
            raise forms.ValidationError(UNCITED, code="uncited")


class CitationInline(PartInline):
    """Base of the citations on the page of a fact."""

    formset = CitationFormSet
    autocomplete_fields = ["passage"]

    def get_queryset(self, request: HttpRequest) -> "models.QuerySet[Any]":
        """With the passages: no query for each row's heading."""
        return super().get_queryset(request).select_related("passage__source")

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        """One blank citation for a new fact, none for an old one."""
        return 0 if obj else 1

    def formfield_for_foreignkey(self, db_field: "models.ForeignKey[Any, Any]", request: Any, **kwargs: Any) -> Any:
        """Passages with their documents, which their names show."""
        if db_field.name == "passage":
            kwargs["queryset"] = Passage.objects.select_related("source")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class PassagesField(forms.ModelMultipleChoiceField):
    """Passages by place and gist."""

    def label_from_instance(self, obj: Any) -> str:
        """See ``text_of``."""
        return text_of(obj)


class CitingForm(ContentForm):
    """A fact as a row of another page: its passages are one field, what each adds is edited on the fact's own page."""

    cited = PassagesField(
        Passage.objects.select_related("source"),
        label=gettext_lazy("Passages"),
        widget=Choices(Citation._meta.get_field("passage"), admin.site),
        error_messages={"required": UNCITED},
        help_text=gettext_lazy("Conditions and the like are kept; edit them on the fact’s own page."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["cited"] = [citation.passage_id for citation in self.instance.citations.all()]

    def _save_m2m(self) -> None:
        super()._save_m2m()  # type: ignore[misc]
        wanted = {passage.pk for passage in self.cleaned_data["cited"]}
        citations = self.instance.citations.model._base_manager
        key = self.instance.citations.field.name
        kept = citations.filter(**{key: self.instance})
        kept.exclude(passage__in=wanted).delete()
        for pk in sorted(wanted - set(kept.values_list("passage_id", flat=True))):
            citations.create(**{key: self.instance, "passage_id": pk})


def cited_places(fact: Any) -> SafeString | str:
    """The passages of a fact in one cell of a list, each linked to its place; the fact was loaded with them."""
    places = [(citation.passage.get_absolute_url(), str(citation.passage)) for citation in fact.citations.all()]
    return format_html_join(", ", '<a href="{}">{}</a>', places) if places else _("none")
