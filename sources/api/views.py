"""Documents and passages in the API."""

from typing import Any

from django.db.models import Count, QuerySet
from drf_spectacular.utils import OpenApiParameter

from sources.api.serializers import PassageSerializer, SourceSerializer
from sources.filters import PassageFilter, SourceFilter
from sources.models import Passage, Source
from sources.pages import SUPPORTS
from web.api import examples
from web.api.endpoint import Facts
from web.api.schema import described

STATED = "passages__citations__responsibility"  # from a document to what it states, upwards


@described("sources", "The documents that make the claims.", examples.SOURCE)
class SourceViewSet(Facts):
    """Documents."""

    queryset = Source.objects.for_list().annotate(
        role_count=Count(f"{STATED}__role", distinct=True),
        duty_count=Count(f"{STATED}__duty", distinct=True),
        area_count=Count(f"{STATED}__duty__area", distinct=True),
    )
    serializer_class = SourceSerializer
    filterset_class = SourceFilter
    lookup_field = "slug"
    lookup_value_regex = "[a-z0-9-]+"


@described(
    "passages",
    "One place in a document, what it says in our own words, and the facts that rest on it.",
    examples.PASSAGE,
    key=OpenApiParameter("id", int, "path", description="Its number."),
)
class PassageViewSet(Facts):
    """Passages. They have no slug: their place in the document is free text, so they go by number."""

    queryset = Passage.objects.all()
    serializer_class = PassageSerializer
    filterset_class = PassageFilter
    lookup_value_regex = "[0-9]{1,18}"

    def get_queryset(self) -> QuerySet[Any]:
        """Passages and all that cites them: eight queries."""
        return Passage.objects.for_display().prefetch_related(*SUPPORTS)
