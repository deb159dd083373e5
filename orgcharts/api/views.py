"""Org charts in the API."""

from typing import Any

from django.db.models import QuerySet

from orgcharts.api.serializers import OrgChartSerializer
from orgcharts.filters import OrgChartFilter
from orgcharts.models import OrgChart
from sources.api.parameters import SOURCE
from web.api import examples
from web.api.endpoint import Facts
from web.api.schema import described


@described(
    "orgcharts", "Who reports to whom, one chart for each setting that the documents describe.", examples.ORGCHART,
    narrowed_by=[SOURCE],
)  # fmt: skip
class OrgChartViewSet(Facts):
    """Org charts."""

    queryset = OrgChart.objects.all()
    serializer_class = OrgChartSerializer
    filterset_class = OrgChartFilter
    lookup_field = "slug"
    lookup_value_regex = "[a-z0-9-]+"

    def get_queryset(self) -> QuerySet[Any]:
        """Charts with their positions: five queries."""
        return OrgChart.objects.with_pictures(self.sources)
