"""Pages of a list: ``count``, ``next``, ``previous``, ``results``."""

from typing import Any

from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _
from rest_framework.pagination import PageNumberPagination
from rest_framework.request import Request
from rest_framework.views import APIView

from web.api.parameters import whole_number

LAST_PAGE = 1_000_000


class Pages(PageNumberPagination):
    """50 rows a page, or as many as ``page_size`` says, up to 200; a bad number is a 400, a page past the end a 404."""

    page_size = 50
    max_page_size = 200
    page_size_query_param = "page_size"
    invalid_page_message = _("This list has fewer pages.")  # type: ignore[assignment]
    page_query_description = "The page, counted from 1. A page past the end is a 404."
    page_size_query_description = "Rows on a page."

    def get_page_size(self, request: Request) -> int:
        """The number of rows that the query asks for."""
        return whole_number(request.query_params, "page_size", default=self.page_size, most=self.max_page_size)

    def get_page_number(self, request: Request, paginator: "Paginator[Any]") -> int:
        """The page that the query asks for; it may be past the end."""
        return whole_number(request.query_params, "page", default=1, most=LAST_PAGE)

    def get_schema_operation_parameters(self, view: APIView) -> list[dict[str, Any]]:
        """Both parameters with their bounds."""
        bounds = {"page": (1, LAST_PAGE), "page_size": (self.page_size, self.max_page_size)}
        parameters: list[dict[str, Any]] = super().get_schema_operation_parameters(view)
        for parameter in parameters:
            default, most = bounds[parameter["name"]]
            parameter["schema"] |= {"minimum": 1, "maximum": most, "default": default}
        return parameters

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """All four keys are always there."""
        page: dict[str, Any] = super().get_paginated_response_schema(schema)
        page["required"] = ["count", "next", "previous", "results"]
        page["properties"]["count"] |= {"description": "Rows on all pages together.", "example": 1}
        for link in ("next", "previous"):
            page["properties"][link] |= {"description": f"The {link} page.", "example": None}
        return page
