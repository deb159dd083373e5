"""How the OpenAPI description is made: parameters explained once, the language everywhere, errors in one shape."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from drf_spectacular.utils import OpenApiExample, OpenApiParameter, extend_schema, extend_schema_view
from drf_standardized_errors.openapi import AutoSchema
from rest_framework import serializers

from responsibilities.agreement.rule import Agreement
from web.api.language import DEFAULT, LANGUAGES
from web.search import MAX_CHARACTERS

AGREEMENTS = [(agreement.value, agreement.value) for agreement in Agreement]
ERROR_TYPES = [(kind, kind) for kind in ("validation_error", "client_error", "server_error")]
SLUG = "^[a-z0-9-]+$"

PARAMETERS = {
    "agreement": "What the independent documents make of it: `disputed`, `agreed`, `single` (no part in it has two "
    "voices; each part may have another) or `conditional` (no counted voice affirms it).",
    "area": "The slug of an area.",
    "duty": "The slug of a duty.",
    "involvement": "The part that the role plays.",
    "identity_open": "The roles whose document leaves open which role they are (they are in no agreement), or others.",
    "is_core": "The roles that the documents are about, or the others.",
    "kind": "The kind.",
    "language": "The language of the document.",
    "q": "Words; accents and case do not matter, ñ does.",
    "role": "The slug of a role.",
    "setting": "The kind of organisation.",
    "source": "“According to”: the slug of a document. Repeat it for several; then only those documents speak.",
    "standing": "Whether the passage can be read with confidence.",
}
WORDS = {"type": "string", "maxLength": MAX_CHARACTERS, "pattern": r"\S"}
BOUNDS: dict[str, dict[str, Any]] = {
    **{name: {"pattern": SLUG} for name in ("area", "duty", "role")},
    "q": WORDS,
    "source": {"uniqueItems": True},
}
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
SOURCE = OpenApiParameter(
    "source",
    {"type": "array", "items": {"type": "string", "pattern": SLUG}, "uniqueItems": True},
    description=PARAMETERS["source"],
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
        """The filters, each explained in the same words wherever it stands."""
        parameters: list[dict[str, Any]] = super()._get_filter_parameters()  # type: ignore[no-untyped-call]
        for parameter in parameters:
            parameter["description"] = PARAMETERS[parameter["name"]]
            parameter["schema"] |= BOUNDS.get(parameter["name"], {})
        return parameters


def described(
    noun: str,
    about: str,
    example: dict[str, Any],
    *,
    key: OpenApiParameter = BY_SLUG,
    narrowed: bool = False,
) -> Callable[[View], View]:
    """Describe the list and the detail of a viewset; ``narrowed`` details take ``source``, ``key`` is their address."""
    shown: Sequence[OpenApiExample] = [OpenApiExample(noun.capitalize(), value=example, response_only=True)]
    return extend_schema_view(
        list=extend_schema(summary=f"List {noun}", description=about, examples=shown),
        retrieve=extend_schema(
            summary=f"One of the {noun}",
            description=about,
            examples=shown,
            parameters=[key, SOURCE] if narrowed else [key],
        ),
    )
