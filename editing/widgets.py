"""Fields to choose rows from: they say enough of each row, and survive what is no id.

Django's own ask the database for that while the form comes back, and offer rows by their names alone.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.widgets import AdminTextareaWidget, AutocompleteSelect, AutocompleteSelectMultiple
from django.db import models
from django.http import HttpRequest

from editing.forms import ContentForm, Kept
from web.alphabet import by_language

if TYPE_CHECKING:
    InlineFormSet = forms.BaseInlineFormSet[Any, Any, Any]
    Base = admin.options.BaseModelAdmin[Any]
    StackedInline = admin.StackedInline[Any, Any]
else:
    InlineFormSet = forms.BaseInlineFormSet
    Base = object
    StackedInline = admin.StackedInline

LONGEST = 180  # characters of a text to choose by
ID = re.compile(r"[0-9]{1,18}", re.ASCII)


def ids(values: Sequence[Any]) -> list[Any]:
    """Those of the values that may be the id of a row."""
    return [value for value in values if ID.fullmatch(str(value))]


def text_of(row: models.Model) -> str:
    """What a row is called where it is chosen: enough to tell it from others of the same name.

    A model says it in ``choice``, which may follow the keys that it names in ``choice_with``; else it is its name.
    """
    return _short(str(getattr(row, "choice", row)))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"


class Offer(AutocompleteJsonView):
    """The rows that match what somebody types."""

    def get_queryset(self) -> "models.QuerySet[Any]":
        """With what their texts tell: no query for each row."""
        return with_texts(super().get_queryset())

    def serialize_result(self, obj: models.Model, to_field_name: str) -> dict[str, str]:
        """A row with its text."""
        return super().serialize_result(obj, to_field_name) | {"text": text_of(obj)}


def with_texts(rows: "models.QuerySet[Any]") -> "models.QuerySet[Any]":
    """``rows`` with what ``text_of`` tells of them."""
    for name in getattr(rows.model, "choice_with", ()):
        several = rows.model._meta.get_field(name).many_to_many
        rows = rows.prefetch_related(name) if several else rows.select_related(name)
    return rows


def told(field: Any) -> Any:
    """``field``, a form's choice of one row or several, in those words."""
    if field is not None:
        field.label_from_instance = text_of
        field.queryset = with_texts(field.queryset)
    return field


class Choice(AutocompleteSelect):
    """One row."""

    def optgroups(self, name: str, value: Sequence[Any], attr: Any = None) -> Any:
        """The chosen row, if it may be one."""
        return super().optgroups(name, ids(value) or [""], attr)


class Choices(AutocompleteSelectMultiple):
    """Several rows."""

    def optgroups(self, name: str, value: Sequence[Any], attr: Any = None) -> Any:
        """The chosen rows, as far as they may be some."""
        return super().optgroups(name, ids(value), attr)


class Choosing(Base):
    """For pages and inlines: fields in ``autocomplete_fields`` get these widgets; texts get three lines to start."""

    formfield_overrides = {
        models.TextField: {"widget": AdminTextareaWidget(attrs={"rows": 3})},
        models.URLField: {"assume_scheme": "https"},
    }

    def formfield_for_foreignkey(self, db_field: "models.ForeignKey[Any, Any]", request: Any, **kwargs: Any) -> Any:
        """A key."""
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = Choice(db_field, self.admin_site)
        return told(super().formfield_for_foreignkey(db_field, request, **kwargs))

    def formfield_for_manytomany(
        self, db_field: "models.ManyToManyField[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> Any:
        """Several keys."""
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = Choices(db_field, self.admin_site)
        return told(super().formfield_for_manytomany(db_field, request, **kwargs))


class InAlphabet(InlineFormSet):
    """Names of one whole, in several languages: in the order of the pages, on every database."""

    def get_queryset(self) -> Any:
        """The rows: of what Django does with them, only what a list can do."""
        return sorted(super().get_queryset(), key=lambda row: by_language(row.language, str(row)))


class PartInline(Choosing, StackedInline):
    """Base of rows that are edited on the page of their whole; stacked, so that each field has its label."""

    form = ContentForm
    extra = 0

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """The rows; the refusal to delete one is ours."""
        formset = super().get_formset(request, obj, **kwargs)
        formset.form = type(formset.form.__name__, (Kept, formset.form), {})
        return formset
