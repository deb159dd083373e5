"""How the OpenAPI description is made: parameters explained once, the language everywhere, errors in one shape."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from drf_spectacular.utils import OpenApiExample, OpenApiParameter, extend_schema, extend_schema_view
from drf_standardized_errors.openapi import AutoSchema
from rest_framework import serializers

from web.api.language import DEFAULT, LANGUAGES
from web.filters import SLUG

ERROR_TYPES = [(kind, kind) for kind in ("validation_error", "client_error", "server_error")]

STATUSES = {
    "200": "What was asked for.",
    "400": "A parameter is unknown, empty or repeated or has an unknown value, or the text cannot be read.",
    "404": "There is no such object or page.",
    "406": "The answer is JSON and nothing else.",
    "414": "The address is too long.",
    "500": "A fault of ours.",
    "503": "The database does not answer; `Retry-After` says when to try again.",
}
LANG = OpenApiParameter(
    "lang",
    str,
    enum=LANGUAGES,
    description=f"The language of the texts; without it `Accept-Language` decides, else `{DEFAULT}`.",
)
BY_SLUG = OpenApiParameter("slug", str, "path", pattern=SLUG, description="Its slug.")

View = TypeVar("View", bound=Callable[..., Any])


class ErrorSerializer(serializers.Serializer[Any]):
    """One thing that went wrong."""

    code = serializers.CharField(help_text="For programs: `unknown`, `blank`, `repeated`, `invalid_choice`, …")
    detail = serializers.CharField(help_text="For people, in the language asked for.")
    attr = serializers.CharField(allow_null=True, help_text="The parameter, where it is about one.")


class ErrorsSerializer(serializers.Serializer[Any]):
    """The one shape of errors."""

    type = serializers.ChoiceField(choices=ERROR_TYPES)
    errors = ErrorSerializer(many=True)  # type: ignore[assignment]  # the name that the package gives


class Schema(AutoSchema):
    """The schema of one view."""

    def get_override_parameters(self) -> Any:
        """Every address takes a language."""
        return [*super().get_override_parameters(), LANG]

    def _get_response_for_code(self, serializer: Any, status_code: str, *args: Any, **options: Any) -> dict[str, Any]:
        """Each status in words."""
        response: dict[str, Any] = super()._get_response_for_code(  # type: ignore[no-untyped-call]
            serializer, status_code, *args, **options
        )
        return {**response, "description": STATUSES[status_code]}

    def _get_filter_parameters(self) -> list[dict[str, Any]]:
        """The filters, each with what it says of itself."""
        parameters: list[dict[str, Any]] = super()._get_filter_parameters()  # type: ignore[no-untyped-call]
        filters = getattr(getattr(self.view, "filterset_class", None), "base_filters", {})
        for parameter in parameters:
            each = filters[parameter["name"]]
            parameter["description"] = each.extra.get("help_text", "")
            parameter["schema"] |= getattr(each, "bounds", {})
        return parameters


def described(
    noun: str,
    about: str,
    example: dict[str, Any],
    *,
    key: OpenApiParameter = BY_SLUG,
    narrowed_by: Sequence[OpenApiParameter] = (),
) -> Callable[[View], View]:
    """Describe the list and the detail of a viewset; a detail has its address, ``key``, and what it is narrowed by."""
    shown: Sequence[OpenApiExample] = [OpenApiExample(noun.capitalize(), value=example, response_only=True)]
    return extend_schema_view(
        list=extend_schema(summary=f"List {noun}", description=about, examples=shown),
        retrieve=extend_schema(
            summary=f"One of the {noun}",
            description=about,
            examples=shown,
            parameters=[key, *narrowed_by],
        ),
    )
