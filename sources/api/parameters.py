"""Parameters that addresses of several apps take: the documents that alone speak."""

from drf_spectacular.utils import OpenApiParameter

from sources.filters import SourcesFilter
from web.filters import SLUG

SOURCE = OpenApiParameter(
    "source",
    {"type": "array", "items": {"type": "string", "pattern": SLUG}, "uniqueItems": True},
    description=SourcesFilter.about,
)
