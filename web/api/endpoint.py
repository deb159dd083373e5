"""The base of all API views: language, parameters, caching and access from other sites, each in one place."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import get_conditional_response, patch_vary_headers, set_response_etag
from django_filters.filters import MultipleChoiceFilter
from django_filters.rest_framework import DjangoFilterBackend
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from rest_framework.viewsets import GenericViewSet

from web.api.language import LANGUAGES, language_of
from web.api.pagination import Pages
from web.api.parameters import Parameter, check

# Programs in browsers may read from any site: there is nothing here that is not public.
FROM_ANYWHERE = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag, Retry-After"}
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Accept-Language",
    "Access-Control-Max-Age": "86400",
}
READING = ("GET", "HEAD")


class Endpoint(APIView):
    """A view that anybody may read and nobody may write."""

    own_parameters: Mapping[str, Parameter] = {}

    def parameters(self) -> dict[str, Parameter]:
        """The parameters that this address takes."""
        return {"lang": Parameter(choices=LANGUAGES), **self.own_parameters}

    def language(self, request: HttpRequest) -> str:
        """The language of the answer."""
        return language_of(request)

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Refuse unknown parameters before anything is done. A wrong method is refused as such, whatever its query."""
        if request.method in READING:
            check(request.query_params, self.parameters())
        super().initial(request, *args, **kwargs)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer in the language asked for, rendered while it is active, with a tag that HEAD has too."""
        language = self.language(request)
        with translation.override(language):
            response = super().dispatch(request, *args, **kwargs)
            assert isinstance(response, Response)  # noqa: S101  # nothing else comes out of these views
            response.render()
        response.headers["Content-Language"] = language
        response.headers.setdefault("Cache-Control", "no-cache")
        if request.GET.get("lang") not in LANGUAGES:
            patch_vary_headers(response, ["Accept-Language"])
        return with_etag(request, response)

    def finalize_response(self, request: Request, response: Response, *args: Any, **kwargs: Any) -> Response:
        """Let programs on other sites read the answer."""
        response = super().finalize_response(request, response, *args, **kwargs)
        for name, value in (FROM_ANYWHERE | (PREFLIGHT if request.method == "OPTIONS" else {})).items():
            response.headers[name] = value
        return response

    def options(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Response:
        """What browsers ask before they read from another site; nothing that is worth a body."""
        return Response(status=204)


class FactList(Endpoint, ListModelMixin, GenericViewSet[Any]):
    """A list, filtered and paged."""

    pagination_class = Pages
    filter_backends = [DjangoFilterBackend]

    def parameters(self) -> dict[str, Parameter]:
        """The filters and the page."""
        return super().parameters() | self.filters() | {"page": Parameter(), "page_size": Parameter()}

    def filters(self) -> dict[str, Parameter]:
        """The parameters of the filter."""
        filters = getattr(getattr(self, "filterset_class", None), "base_filters", {})
        return {
            name: Parameter(isinstance(each, MultipleChoiceFilter), longest=each.extra.get("max_length", 0))
            for name, each in filters.items()
        }

    @property
    def sources(self) -> tuple[str, ...]:
        """The documents (slugs) that are asked for; the filter refuses unknown ones."""
        return tuple(self.request.query_params.getlist("source"))


class Facts(FactList, RetrieveModelMixin):
    """A list and its objects."""

    def parameters(self) -> dict[str, Parameter]:
        """An object takes ``source`` where the list does: the object as those documents tell it; 404 if they do not."""
        if not self.detail:
            return super().parameters()
        narrowing = {name: each for name, each in self.filters().items() if name == "source"}
        return Endpoint.parameters(self) | narrowing


def with_etag(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The answer with its tag; to HEAD perhaps a 304 (Django's middleware sees to GET only)."""
    if request.method not in READING or response.status_code != 200:
        return response
    set_response_etag(response)
    if request.method != "HEAD":
        return response
    return get_conditional_response(request, etag=response.headers["ETag"], response=response) or response
