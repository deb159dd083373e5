"""Reusable filters and prefetch plans of sources and passages."""

from typing import TYPE_CHECKING, Self

from django.db import models

from sources.voices import Voices

if TYPE_CHECKING:
    from sources.models import Passage, Source  # noqa: F401


class SourceQuerySet(models.QuerySet["Source"]):
    """Documents, in the order of their slugs."""

    def for_list(self) -> Self:
        """All that a list of documents shows: one query; ``passage_count`` is the number of passages."""
        return self.select_related("derives_from").annotate(passage_count=models.Count("passages")).order_by("slug")


class PassageQuerySet(models.QuerySet["Passage"]):
    """Passages, in the order of the document."""

    def for_display(self) -> Self:
        """A passage with its source and what it repeats: one query."""
        return self.select_related("source", "repeats__source").order_by("source__slug", "position", "pk")

    def voices(self) -> Voices:
        """Who speaks through each passage of the whole knowledge base (any filter is ignored): two queries."""
        passages = self.model._default_manager.filter(repeats__isnull=False)
        rows = passages.values_list("pk", "repeats_id", "source__slug", "repeats__source__slug")
        repeats, homes = {}, {}
        for pk, repeated, source, repeated_source in rows:
            repeats[pk] = repeated
            homes[pk] = source
            homes[repeated] = repeated_source
        derived = self.model._meta.get_field("source").related_model._default_manager.filter(
            derives_from__isnull=False
        )
        return Voices(dict(derived.values_list("slug", "derives_from__slug")), repeats, homes)
