"""How a fact gets its passages in the admin: as rows on its own page, as one field where it is a row itself."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editing.forms import ContentForm
from editing.order import after
from editing.widgets import Choices, PartInline, text_of
from sources.models import Passage

if TYPE_CHECKING:
    InlineFormSet = forms.BaseInlineFormSet[Any, Any, Any]
    PassagesChoice = forms.ModelMultipleChoiceField[Passage]
else:
    InlineFormSet = forms.BaseInlineFormSet
    PassagesChoice = forms.ModelMultipleChoiceField

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


class PassagesField(PassagesChoice):
    """Passages by place and gist."""

    def ask_for(self, fact: "type[models.Model]") -> None:
        """Offer what the citations of these facts may cite, while somebody types."""
        self.widget = Choices(_citations_of(fact)._meta.get_field("passage"), admin.site, choices=self.choices)
        self.widget.is_required = self.required

    def label_from_instance(self, obj: Any) -> str:
        """See ``text_of``."""
        return text_of(obj)


class CitingForm(ContentForm):
    """A fact as a row of another page: the passages that state it plainly are one field.

    A citation that adds something (a denial, a condition, a horizon …) cannot be said by naming a passage: it is
    listed under the field, kept as it is, and edited on the fact's own page.
    """

    cited = PassagesField(
        Passage.objects.select_related("source"),
        label=gettext_lazy("Passages"),
        error_messages={"required": UNCITED},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cited: Any = self.fields["cited"]
        cited.ask_for(type(self.instance))
        self.kept: list[Any] = []
        if self.instance.pk:
            citations = list(self.instance.citations.all())
            self.kept = [citation for citation in citations if additions(citation)]
            self.initial["cited"] = [each.passage_id for each in citations if each not in self.kept]
        cited.required = not self.kept
        cited.help_text = _how_to_cite(self.instance, self.kept)

    def clean_cited(self) -> Any:
        """Refuse a passage that is cited with more than the field can say: saving it here would say the contrary."""
        cited = self.cleaned_data["cited"]
        again = {each.passage_id for each in self.kept} & {passage.pk for passage in cited}
        if again:
            raise forms.ValidationError(
                _("Cited already, with what the document adds: %(passages)s.")
                % {"passages": ", ".join(str(each.passage) for each in self.kept if each.passage_id in again)},
                code="adds",
            )
        return cited

    def _save_m2m(self) -> None:
        super()._save_m2m()  # type: ignore[misc]
        wanted = {passage.pk for passage in self.cleaned_data["cited"]}
        citations = self.instance.citations.model._base_manager
        key = self.instance.citations.field.name
        present = {each.passage_id: each for each in citations.filter(**{key: self.instance})}
        plain = {pk: each for pk, each in present.items() if not additions(each)}
        citations.filter(pk__in=[each.pk for pk, each in plain.items() if pk not in wanted]).delete()
        for pk in sorted(wanted - present.keys()):
            citations.create(**{key: self.instance, "passage_id": pk})


def additions(citation: Any) -> list[str]:
    """The fields with which a citation says more than its passage alone."""
    return [name for name in _addable(type(citation)) if getattr(citation, name)]


def _citations_of(fact: "type[models.Model]") -> Any:
    return fact._meta.get_field("citations").related_model


def _addable(model: "type[models.Model]") -> list[str]:
    fields = model._meta.concrete_fields
    return [field.name for field in fields if not (field.primary_key or field.is_relation)]


def _how_to_cite(fact: Any, kept: list[Any]) -> SafeString | str:
    """What is said elsewhere than in the field, and where; nothing for facts whose citations cannot add anything."""
    model = type(fact)
    if not _addable(_citations_of(model)):
        return ""
    opts = model._meta
    name = f"admin:{opts.app_label}_{opts.model_name}_{'change' if fact.pk else 'add'}"
    link = format_html(
        '<a href="{}">{}</a>', reverse(name, args=[fact.pk] if fact.pk else []), _("the form of its own")
    )
    told = format_html(
        _("Only what a document says plainly. A denial, a condition and the like are entered on {link}."), link=link
    )
    if not kept:
        return told
    listed = "; ".join(f"{each.passage} ({', '.join(_spoken(each))})" for each in kept)
    return format_html("{} {}", told, _("Kept as they are: %(citations)s.") % {"citations": listed})


def _spoken(citation: Any) -> list[str]:
    """What a citation adds, in words: its values, or the name of the field where the value is just “yes”."""
    found = []
    for name in additions(citation):
        value = getattr(citation, name)
        shown = getattr(citation, f"get_{name}_display", lambda value=value: value)()
        found.append(str(citation._meta.get_field(name).verbose_name) if value is True else str(shown))
    return found


def cited_places(fact: Any) -> SafeString | str:
    """The passages of a fact in one cell of a list, each linked to its place; the fact was loaded with them."""
    places = [(citation.passage.get_absolute_url(), str(citation.passage)) for citation in fact.citations.all()]
    return format_html_join(", ", '<a href="{}">{}</a>', places) if places else _("none")
