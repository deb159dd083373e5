"""Fields that many serializers share: the two addresses of an object, and how many voices stand behind it."""

from collections.abc import Callable, Mapping
from typing import Any

from django.urls import reverse
from rest_framework import serializers


def absolute(context: Mapping[str, Any], path: str) -> str:
    """The whole address of a path on the host that was asked; the path itself where nobody asked (exports)."""
    request = context.get("request")
    return request.build_absolute_uri(path) if request else path


class ApiUrl(serializers.URLField):
    """The address of the object in the API: ``view`` is its route, ``key`` makes its place in it from the object."""

    def __init__(self, view: str, key: Callable[[Any], str | int], help_text: str = "This object in the API.") -> None:
        self.view, self.key = view, key
        super().__init__(source="*", read_only=True, help_text=help_text)

    def to_representation(self, value: Any) -> str:
        """The absolute address."""
        return absolute(self.context, reverse(self.view, args=[self.key(value)]))


class PageUrl(serializers.URLField):
    """The address of the page, or the anchor on it, where the object is read, in the language asked for."""

    def __init__(self) -> None:
        super().__init__(source="*", read_only=True, help_text="The page, or the place on it, where this is read.")

    def to_representation(self, value: Any) -> str:
        """The absolute address."""
        return absolute(self.context, value.get_absolute_url())


class ListUrl(serializers.URLField):
    """The address of a list of the API, narrowed to what belongs to the object by the filter ``by``."""

    def __init__(self, view: str, by: str, help_text: str) -> None:
        self.view, self.by = view, by
        super().__init__(source="*", read_only=True, help_text=help_text)

    def to_representation(self, value: Any) -> str:
        """The absolute address."""
        return absolute(self.context, f"{reverse(self.view)}?{self.by}={value.slug}")


class Text(serializers.CharField):
    """A text in the language asked for; in Spanish where the English is still missing."""

    def __init__(self, help_text: str, **options: Any) -> None:
        super().__init__(read_only=True, help_text=help_text, **options)


class VoicesSerializer(serializers.Serializer[Any]):
    """“3 of 5”: the independent documents that say so, out of those that describe the role at all."""

    count = serializers.IntegerField(min_value=0, help_text="How many independent documents say so soundly.")
    of = serializers.IntegerField(
        min_value=0, help_text="Out of how many: those that describe the role (or one of the roles) at all."
    )
    sources = serializers.ListField(child=serializers.SlugField(), help_text="Those that say so; `count` of them.")
