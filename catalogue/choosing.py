"""Autocomplete fields that survive what is no id: Django's own ask the database for it while the form comes back."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget, AutocompleteSelect, AutocompleteSelectMultiple
from django.db import models
from django.http import HttpRequest

if TYPE_CHECKING:
    Base = admin.options.BaseModelAdmin[Any]
    StackedInline = admin.StackedInline[Any, Any]
else:
    Base = object
    StackedInline = admin.StackedInline

ID = re.compile(r"[0-9]{1,18}", re.ASCII)


def ids(values: Sequence[Any]) -> list[Any]:
    """Those of the values that may be the id of a row."""
    return [value for value in values if ID.fullmatch(str(value))]


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
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(
        self, db_field: "models.ManyToManyField[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> Any:
        """Several keys."""
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = Choices(db_field, self.admin_site)
        return super().formfield_for_manytomany(db_field, request, **kwargs)


class PartInline(Choosing, StackedInline):
    """Base of rows that are edited on the page of their whole; stacked, so that each field has its label."""

    extra = 0
