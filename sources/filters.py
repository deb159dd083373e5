"""Query string in, documents and passages out; and “according to”, which narrows what cites them."""

from collections.abc import Collection
from typing import Any, ClassVar

import django_filters
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field

from sources.models import Language, Passage, Source, Standing
from web.filters import SLUG


@extend_schema_field({"type": "string", "pattern": SLUG})
class SourcesFilter(django_filters.ModelMultipleChoiceFilter):
    """“According to”: repeatable, by slug; the ``according_to`` of the QuerySet narrows."""

    about = "“According to”: the slug of a document. Repeat it for several; then only those documents speak."
    bounds: ClassVar[dict[str, Any]] = {"uniqueItems": True}

    def __init__(self) -> None:
        queryset = Source.objects.order_by("slug")
        super().__init__(queryset=queryset, to_field_name="slug", label=_("According to"), help_text=self.about)

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

    language = django_filters.ChoiceFilter(choices=Language.choices, help_text="The language of the document.")

    class Meta:
        model = Source
        fields: list[str] = []


class PassageFilter(django_filters.FilterSet):
    """Passages of some documents, sound or doubtful."""

    source = SourcesFilter()
    standing = django_filters.ChoiceFilter(
        choices=Standing.choices, help_text="Whether the passage can be read with confidence."
    )

    class Meta:
        model = Passage
        fields: list[str] = []
