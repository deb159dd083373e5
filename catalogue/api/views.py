"""The entrance of the API, its search, its description and the page to try it."""

from functools import cache
from typing import Any

from csp.decorators import csp_update
from django.http import HttpRequest
from django.utils import translation
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import (
    OpenApiJsonRenderer,
    OpenApiJsonRenderer2,
    OpenApiYamlRenderer,
    OpenApiYamlRenderer2,
)
from drf_spectacular.utils import OpenApiExample, OpenApiParameter, extend_schema
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.generics import GenericAPIView
from rest_framework.renderers import JSONRenderer, TemplateHTMLRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse

from catalogue.api.serializers import WORDS_READ, HitPages, HitSerializer
from catalogue.search import KINDS, look_for
from web.api import examples
from web.api.endpoint import Endpoint
from web.api.parameters import Parameter
from web.filters import WordsFilter
from web.search import EVERYTHING, MAX_CHARACTERS, MAX_WORDS, is_too_long

ENTRANCES = {
    "roles": "api:role-list",
    "traits": "api:trait-list",
    "areas": "api:area-list",
    "duties": "api:duty-list",
    "responsibilities": "api:responsibility-list",
    "disagreements": "api:disagreement-list",
    "comparisons": "api:comparisons",
    "advice": "api:advice",
    "orgcharts": "api:orgchart-list",
    "sources": "api:source-list",
    "passages": "api:passage-list",
    "search": "api:search",
    "schema": "api:schema",
    "docs": "api:docs",
}


class RootView(Endpoint):
    """Where everything is."""

    @extend_schema(
        operation_id="root",
        tags=["root"],
        summary="List the addresses",
        description="`comparisons` needs `?roles=`, `advice` needs `?area=` or `?duty=`, and `search` needs `?q=`.",
        responses={
            (200, "application/json"): {"type": "object", "additionalProperties": {"type": "string", "format": "uri"}}
        },
        examples=[OpenApiExample("Root", value=examples.ROOT, response_only=True)],
    )
    def get(self, request: Request) -> Response:
        """Each address by its name."""
        return Response({name: reverse(route, request=request) for name, route in ENTRANCES.items()})


class SearchView(Endpoint, GenericAPIView[Any]):
    """What words find."""

    own_parameters = {
        "q": Parameter(longest=MAX_CHARACTERS),
        "kind": Parameter(choices=KINDS),
        "page": Parameter(),
        "page_size": Parameter(),
    }
    serializer_class = HitSerializer
    pagination_class = HitPages
    filter_backends = []

    @extend_schema(
        operation_id="search_list",
        summary="Search roles, duties, org charts and sources",
        description="Best first. Accents and case do not matter, ñ does; other forms of a word are found too. Found "
        "is what meets as many of the words as the best hit does; `nowhere` names those that nothing meets.",
        parameters=[
            OpenApiParameter(
                "q",
                WordsFilter.bounds,
                required=True,
                description=f"Up to {MAX_WORDS} words and {MAX_CHARACTERS} characters.",
            ),
            OpenApiParameter("kind", str, enum=KINDS, description="Only this kind."),
        ],
        responses=HitSerializer(many=True),
        examples=[OpenApiExample("Hit", value=examples.HIT, response_only=True)],
    )
    def get(self, request: Request) -> Response:
        """A page of hits."""
        kind = request.query_params.get("kind")
        found = look_for(asked_words(request), limit=EVERYTHING, kinds=[kind] if kind else KINDS)
        page = self.paginate_queryset(found.hits)
        response = self.get_paginated_response(self.get_serializer(page, many=True).data)
        words = {name: getattr(found, name) for name in WORDS_READ}
        return Response(words | response.data)


class SchemaView(Endpoint):
    """The description of the API in OpenAPI 3, in English; JSON unless YAML is asked for."""

    renderer_classes = [OpenApiJsonRenderer2, OpenApiJsonRenderer, OpenApiYamlRenderer, OpenApiYamlRenderer2]
    schema = None

    def parameters(self) -> dict[str, Parameter]:
        """There is no other language."""
        return {"format": Parameter(choices=("json", "yaml"))}

    def language(self, request: HttpRequest) -> str:
        """English, whatever is asked."""
        return "en"

    def get(self, request: Request) -> Response:
        """The description."""
        return Response(openapi())


@method_decorator(csp_update({"img-src": ["data:"]}), name="dispatch")  # the arrows in the sheet of Swagger UI
class DocsView(Endpoint):
    """The page to try the API: Swagger UI from our own files, started by a script of ours, nothing inline."""

    renderer_classes = [TemplateHTMLRenderer]
    schema = None

    def get(self, request: Request) -> Response:
        """The page."""
        return Response(template_name="api/docs.html")

    def finalize_response(self, request: Request, response: Response, *args: Any, **kwargs: Any) -> Response:
        """Errors in the shape that they have everywhere in the API."""
        if response.exception:
            request.accepted_renderer, request.accepted_media_type = JSONRenderer(), JSONRenderer.media_type
        return super().finalize_response(request, response, *args, **kwargs)


@cache
def openapi() -> dict[str, Any]:
    """The description, made once: it takes a second and depends on nothing but the code."""
    with translation.override("en"):
        schema: dict[str, Any] = SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call]
    return schema


def asked_words(request: Request) -> str:
    """The words of ``?q=``, or a 400."""
    query = request.query_params.get("q")
    if query is None:
        raise ValidationError({"q": [ErrorDetail(_("Say what to search for."), code="required")]})
    if is_too_long(query):
        limits = {"characters": MAX_CHARACTERS, "words": MAX_WORDS}
        message = _("At most %(characters)d characters and %(words)d words.") % limits
        raise ValidationError({"q": [ErrorDetail(message, code="max_length")]})
    return query
