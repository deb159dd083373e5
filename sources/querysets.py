"""Reusable filters and prefetch plans of sources and passages."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models.functions import Coalesce

from sources.voices import Voices
from web.alphabet import alphabetical

if TYPE_CHECKING:
    from sources.models import Passage, Source  # noqa: F401


class SourceQuerySet(models.QuerySet["Source"]):
    """Documents, in the order of their slugs."""

    def for_list(self) -> Self:
        """All that a list of documents shows: one query; ``passage_count`` is the number of passages."""
        passages = models.Count("passages", distinct=True)
        return self.select_related("derives_from").annotate(passage_count=passages).order_by("slug")

    def by_name(self) -> "list[Source]":
        """The rows, as readers look for them: by what lines call them. It reads them."""
        return sorted(self.order_by("slug"), key=lambda source: alphabetical(source.cited_as))


class PassageQuerySet(models.QuerySet["Passage"]):
    """Passages, in the order of the document."""

    def according_to(self, sources: Collection[str]) -> Self:
        """Those of these documents (slugs); all, where none is given."""
        return self.filter(source__slug__in=sources) if sources else self

    def for_display(self) -> Self:
        """A passage with its source and what it repeats: one query."""
        return self.select_related("source", "repeats__source").order_by("source__slug", "position", "pk")

    def with_citation_count(self) -> Self:
        """``citation_count`` is the number of facts of any kind that cite the passage: no query of its own."""
        counts = [
            Coalesce(
                models.Subquery(
                    relation.related_model._base_manager.filter(passage=models.OuterRef("pk"))
                    .order_by()
                    .values("passage")
                    .annotate(count=models.Count("pk"))
                    .values("count")
                ),
                0,
            )
            for relation in self.model._meta.related_objects
            if relation.field.name == "passage"
        ]
        return self.annotate(citation_count=sum(counts[1:], start=counts[0]))

    def uncited(self) -> Self:
        """Those that no fact of any kind cites."""
        return self.with_citation_count().filter(citation_count=0)

    def voices(self) -> Voices:
        """Who speaks in the whole knowledge base (any filter is ignored): two queries."""
        repeats = self.model._default_manager.filter(repeats__isnull=False).values_list("pk", "repeats_id")
        derived = self.model._meta.get_field("source").related_model._default_manager.filter(derives_from__isnull=False)
        return Voices(dict(derived.values_list("slug", "derives_from__slug")), dict(repeats))
