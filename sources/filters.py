"""Query string in, documents and passages out; and “according to”, which narrows what cites them."""

from collections.abc import Collection
from typing import Any

import django_filters
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field

from sources.models import Language, Passage, Source, Standing


@extend_schema_field({"type": "string", "pattern": "^[a-z0-9-]+$"})
class SourcesFilter(django_filters.ModelMultipleChoiceFilter):
    """“According to”: repeatable, by slug; the ``according_to`` of the QuerySet narrows."""

    def __init__(self) -> None:
        super().__init__(queryset=Source.objects.order_by("slug"), to_field_name="slug", label=_("According to"))

    def filter(self, qs: QuerySet[Any], value: Collection[Source]) -> QuerySet[Any]:
        """Rows that one of the documents speaks of; all, where none is given."""
        narrowed: QuerySet[Any] = qs.according_to([source.slug for source in value])  # type: ignore[attr-defined]
        return narrowed


class EachOnceField(django_filters.fields.ModelMultipleChoiceField):
    """Several rows by their slugs; the same slug twice is a mistake."""

    def clean(self, value: list[str] | None) -> QuerySet[Source]:
        """The rows, or what is wrong with the slugs."""
        if value and len(set(value)) < len(value):
            raise ValidationError(_("The same value is given more than once."), code="repeated")
        chosen: QuerySet[Source] = super().clean(value)
        return chosen


class EachSourceOnceFilter(SourcesFilter):
    """“According to”, each document once."""

    field_class = EachOnceField


class SourceFilter(django_filters.FilterSet):
    """Documents in a language."""

    language = django_filters.ChoiceFilter(choices=Language.choices)

    class Meta:
        model = Source
        fields: list[str] = []


class PassageFilter(django_filters.FilterSet):
    """Passages of some documents, sound or doubtful."""

    source = SourcesFilter()
    standing = django_filters.ChoiceFilter(choices=Standing.choices)

    class Meta:
        model = Passage
        fields: list[str] = []
