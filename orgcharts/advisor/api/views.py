"""Which profile somebody needs, in the API."""

from drf_spectacular.utils import OpenApiExample, OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from orgcharts.advisor.api.examples import ADVICE
from orgcharts.advisor.api.serializers import AdviceSerializer, advice_of
from orgcharts.advisor.query import need_of
from orgcharts.advisor.reading import answer, known_slugs
from orgcharts.coverage.record import given
from orgcharts.models import Setting
from web.api.endpoint import Endpoint
from web.api.parameters import Parameter, refused
from web.filters import SLUG
from web.query import BadOptions

MANY = {"type": "array", "items": {"type": "string", "pattern": SLUG}, "uniqueItems": True}


class AdviceView(Endpoint):
    """The smallest sets of roles for what has to be done: one answer, not paged."""

    own_parameters = {
        "setting": Parameter(choices=Setting.values),
        "area": Parameter(repeatable=True),
        "duty": Parameter(repeatable=True),
        "have": Parameter(repeatable=True),
    }

    @extend_schema(
        operation_id="advice_retrieve",
        summary="Find the smallest sets of roles for a need",
        description="The smallest sets of roles that, with those who are there, cover what has to be done, the org "
        "charts that suit, what stays uncovered, and the passages behind each line. Give an `area` or a `duty`.",
        parameters=[
            OpenApiParameter("setting", str, enum=Setting.values, description="Only charts of this kind."),
            OpenApiParameter("area", MANY, description="An area whose duties have to be done. Repeat it for several."),
            OpenApiParameter("duty", MANY, description="A duty that has to be done. Repeat it for several."),
            OpenApiParameter("have", MANY, description="A role that is already there. Repeat it for several."),
        ],
        responses=AdviceSerializer,
        examples=[OpenApiExample("Advice", value=ADVICE, response_only=True)],
    )
    def get(self, request: Request) -> Response:
        """The advice: eleven queries."""
        known = given()
        try:
            advice = answer(need_of(dict(request.query_params.lists()), known_slugs(known)), known)
        except BadOptions as bad:
            raise refused(bad) from bad
        return Response(advice_of(advice, {"request": request}))
