"""The public fields of what the search finds."""

from typing import Any

from django.urls import reverse
from rest_framework import serializers

from catalogue.search import KINDS
from web.api.fields import absolute
from web.api.pagination import Pages
from web.search import Hit

LIST: dict[str, Any] = {"type": "array", "items": {"type": "string"}}
WORDS_READ: dict[str, dict[str, Any]] = {
    "words": LIST
    | {
        "description": "The words that were looked for, as they were typed: without signs and words like “of”.",
        "example": ["salary", "calendar"],
    },
    "nowhere": LIST
    | {
        "description": "Those of `words` that nothing of what was searched has, in any form and in either language.",
        "example": ["salary"],
    },
    "together": {
        "type": "boolean",
        "description": "Whether the hits have all the other words; if not, no text has: they have the most.",
        "example": True,
    },
}


class HitPages(Pages):
    """A page of hits, and what became of the words of the query."""

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Beside what every page has, the words."""
        page = super().get_paginated_response_schema(schema)
        return page | {
            "required": [*WORDS_READ, *page["required"]],
            "properties": WORDS_READ | page["properties"],
        }


class HitSerializer(serializers.Serializer[Hit]):
    """One thing found."""

    kind = serializers.ChoiceField(choices=[(kind, kind) for kind in KINDS], help_text="What it is.")
    slug = serializers.SlugField(help_text="Its slug.")
    title = serializers.CharField(help_text="Its name; of a document, what lines call it.")
    excerpt = serializers.CharField(help_text="The text in which the words were found, cut short; may be empty.")
    url = serializers.SerializerMethodField(help_text="The object in the API.")
    page_url = serializers.SerializerMethodField(help_text="Its page.")

    def get_url(self, hit: Hit) -> str:
        """The address of its kind."""
        return absolute(self.context, reverse(f"api:{hit.kind}-detail", args=[hit.slug]))

    def get_page_url(self, hit: Hit) -> str:
        """In the language asked for."""
        return absolute(self.context, hit.url)
