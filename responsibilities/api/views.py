"""Areas, duties and responsibilities in the API, and what is computed from them: comparisons and disagreements."""

from typing import Any

from django.db.models import Count, QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiExample, OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from responsibilities.agreement.rule import Agreement
from responsibilities.api.evidence import Weighing
from responsibilities.api.serializers import AreaSerializer, DutySerializer, ResponsibilitySerializer
from responsibilities.api.shape_serializers import ComparisonSerializer, DisagreementSerializer
from responsibilities.api.shapes import comparison_of, disagreement_of
from responsibilities.compare.query import Choices, ComparisonOptions, parse
from responsibilities.compare.reading import load
from responsibilities.duties.reading import readings
from responsibilities.filters import DisagreementFilter, DutyFilter, ResponsibilityFilter
from responsibilities.models import Area, Duty, Responsibility
from responsibilities.record import Record
from roles.models import Role
from sources.api.parameters import SOURCE
from sources.models import Source
from web.api import examples
from web.api.endpoint import Endpoint, FactList, Facts
from web.api.parameters import Parameter, refused
from web.api.schema import described
from web.filters import SLUG
from web.query import BadOptions

PARTS = OpenApiParameter(
    "key",
    str,
    "path",
    description="`role.duty.involvement`: two slugs and the part.",
    pattern=r"^[a-z0-9-]+\.[a-z0-9-]+\.[a-z]+$",
)


@described("areas", "The shelves on which the duties stand.", examples.AREA)
class AreaViewSet(Facts):
    """Areas."""

    queryset = Area.objects.annotate(duty_count=Count("duties")).order_by("position", "slug")
    serializer_class = AreaSerializer
    lookup_field = "slug"
    lookup_value_regex = "[a-z0-9-]+"


@described(
    "duties",
    "What has to be done, whoever does it, and whether the documents agree on who does.",
    examples.DUTY,
    narrowed_by=[SOURCE],
)
class DutyViewSet(Weighing, Facts):
    """Duties."""

    queryset = Duty.objects.for_display()
    serializer_class = DutySerializer
    filterset_class = DutyFilter
    lookup_field = "slug"
    lookup_value_regex = "[a-z0-9-]+"


@described(
    "responsibilities",
    "A role's part in a duty, with the passages that say so.",
    examples.RESPONSIBILITY,
    key=PARTS,
    narrowed_by=[SOURCE],
)
class ResponsibilityViewSet(Weighing, Facts):
    """Responsibilities, addressed by role, duty and involvement."""

    queryset = Responsibility.objects.all()
    serializer_class = ResponsibilitySerializer
    filterset_class = ResponsibilityFilter
    lookup_url_kwarg = "key"
    lookup_value_regex = r"[a-z0-9-]+\.[a-z0-9-]+\.[a-z]+"

    def get_queryset(self) -> QuerySet[Any]:
        """Responsibilities with their citations: two queries."""
        return Responsibility.objects.for_display(self.sources)

    def get_object(self) -> Responsibility:
        """The responsibility that the key names."""
        role, duty, part = self.kwargs["key"].split(".")
        found: Responsibility = get_object_or_404(
            self.filter_queryset(self.get_queryset()), role__slug=role, duty__slug=duty, involvement=part
        )
        return found


class DisagreementViewSet(FactList):
    """Duties on which the documents differ; each is read in full in the list, so there is no detail."""

    queryset = Duty.objects.for_list()
    serializer_class = DisagreementSerializer
    filterset_class = DisagreementFilter

    @extend_schema(
        summary="List disagreements",
        description="Each duty on which the documents differ: the questions, the answers with their passages, and "
        "where each document stands, the silent ones too.",
        examples=[OpenApiExample("Disagreement", value=examples.DISAGREEMENT, response_only=True)],
    )
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """A page of them: nine queries."""
        record = Record(self.sources)
        agreements = record.agreements
        duties = self.filter_queryset(self.get_queryset())
        disputed = [duty.pk for duty in duties if agreements.get(duty.pk) is Agreement.DISPUTED]
        page = self.paginate_queryset(disputed) or []
        found = readings(page, list(Source.objects.order_by("slug")), record)
        context = self.get_serializer_context()
        return self.get_paginated_response([disagreement_of(reading, context) for reading in found])


class ComparisonView(Endpoint):
    """Roles side by side: one answer, not paged, however many duties."""

    own_parameters = {
        "roles": Parameter(repeatable=True),
        "source": Parameter(repeatable=True),
        "area": Parameter(),
        "only": Parameter(),
        "min_voices": Parameter(),
    }

    @extend_schema(
        operation_id="comparisons_retrieve",
        summary="Compare two to four roles",
        description="Every duty of which anything is recorded for one of the roles, with a cell for each role. The "
        "order of the roles in the answer is canonical, whatever the order asked for.",
        parameters=[
            OpenApiParameter(
                "roles",
                {"type": "array", "items": {"type": "string", "pattern": SLUG}, "minItems": 2, "maxItems": 4}
                | {"uniqueItems": True},
                style="form", explode=False, required=True,
                description="Two to four different roles, separated by commas (or the parameter repeated).",
            ),
            SOURCE,
            OpenApiParameter("area", str, pattern=SLUG, description="Only the duties of this area."),
            OpenApiParameter("only", str, enum=["differences"], description="Leave out rows in which all are alike."),
            OpenApiParameter(
                "min_voices", {"type": "integer", "minimum": 1},
                description="Only facts that at least so many independent documents state.",
            ),
        ],
        responses=ComparisonSerializer,
        examples=[OpenApiExample("Comparison", value=examples.COMPARISON, response_only=True)],
    )  # fmt: skip
    def get(self, request: Request) -> Response:
        """The comparison that the query asks for: twelve queries."""
        roles = list(Role.objects.in_order())
        options = asked_options(request, roles)
        shown = load(options, [role for role in roles if role.slug in options.roles])
        return Response(comparison_of(shown, {"request": request}))


def asked_options(request: Request, roles: list[Role]) -> ComparisonOptions:
    """The options of a comparison, or a 400 with everything that is wrong with them."""
    choices = Choices(
        [role.slug for role in roles],
        list(Source.objects.order_by("slug").values_list("slug", flat=True)),
        list(Area.objects.order_by("position", "slug").values_list("slug", flat=True)),
    )
    try:
        return parse(dict(request.query_params.lists()), choices)
    except BadOptions as bad:
        raise refused(bad) from bad
