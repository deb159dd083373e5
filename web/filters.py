"""Kinds of filters that know no app. Each filter tells programs what it narrows by, in its ``help_text``.

Where a kind has ``bounds``, the description of the API adds them to what it knows of the filter.
"""

from typing import Any, ClassVar

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field

from web.search import EVERYTHING, MAX_CHARACTERS, Found, Kind, look_for

SLUG = "^[a-z0-9-]+$"
SOME_WORD = r"\S"


class SlugFilter(django_filters.ModelChoiceFilter):
    """One row, by its slug."""

    bounds: ClassVar[dict[str, Any]] = {"pattern": SLUG}

    def __init__(self, queryset: QuerySet[Any], **options: Any) -> None:
        super().__init__(queryset=queryset, to_field_name="slug", **options)


@extend_schema_field({"type": "boolean"})
class TruthFilter(django_filters.TypedChoiceFilter):
    """``true`` or ``false``; any other word is a mistake, not a “no”."""

    def __init__(self, help_text: str) -> None:
        choices = [("true", "true"), ("false", "false")]
        super().__init__(choices=choices, coerce=lambda value: value == "true", help_text=help_text)


class WordsFilter(django_filters.CharFilter):
    """What the search finds of one kind, in its usual order; ``found`` tells what became of the words."""

    bounds: ClassVar[dict[str, Any]] = {"type": "string", "maxLength": MAX_CHARACTERS, "pattern": SOME_WORD}
    found: Found | None = None

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        help_text = "Words; accents and case do not matter, ñ does."
        super().__init__(max_length=MAX_CHARACTERS, label=_("Words"), help_text=help_text)

    def filter(self, qs: QuerySet[Any], value: str) -> QuerySet[Any]:
        """All rows, where there are no words."""
        if not value:
            return qs
        self.found = look_for(value, [self.kind], limit=EVERYTHING)
        return qs.filter(slug__in=self.found.slugs)
