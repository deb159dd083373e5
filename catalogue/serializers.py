"""The public fields of what the search finds."""

from django.urls import reverse
from rest_framework import serializers

from catalogue.rest.fields import absolute
from catalogue.search import KINDS, Hit


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
