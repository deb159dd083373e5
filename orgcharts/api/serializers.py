"""The public fields of org charts and positions."""

from typing import Any

from django.urls import reverse
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from orgcharts.exports import FORMATS
from orgcharts.exports.document import document_of
from orgcharts.models import OrgChart, Position
from roles.models import Role
from sources.api.serializers import PassageCitationSerializer
from web.api.fields import ApiUrl, PageUrl, Text, absolute


class PositionSerializer(serializers.ModelSerializer[Position]):
    """A box in a chart."""

    page_url = PageUrl()
    slug = serializers.SlugField(read_only=True, help_text="Unique within the chart.")
    name = serializers.CharField(source="label", read_only=True, help_text="Its name, or those of its roles.")
    roles = serializers.SlugRelatedField[Role]("slug", many=True, read_only=True, help_text="The roles that it holds.")
    reports_to = serializers.SlugRelatedField[Position](
        "slug", read_only=True, allow_null=True, help_text="The position above it; null where no document says."
    )
    citations = PassageCitationSerializer(many=True, read_only=True)

    class Meta:
        model = Position
        fields = [
            "page_url", "slug", "name", "roles", "reports_to", "placement", "is_external", "is_multiple", "citations",
        ]  # fmt: skip
        read_only_fields = fields


class FormatSerializer(serializers.Serializer[Any]):
    """A file that the chart can be had as."""

    name = serializers.CharField(help_text="What the name of the file ends in.")
    content_type = serializers.CharField(help_text="Its media type.")
    url = serializers.URLField(help_text="The file, with the words in the language asked for.")


class OrgChartSerializer(serializers.ModelSerializer[OrgChart]):
    """A structure for one setting."""

    url = ApiUrl("api:orgchart-detail", lambda chart: chart.slug)
    page_url = PageUrl()
    svg_url = serializers.SerializerMethodField(help_text="The chart as a picture.")
    embed_url = serializers.SerializerMethodField(help_text="A page of the chart alone, for a frame on any site.")
    formats = serializers.SerializerMethodField(help_text="The files that the chart can be had as.")
    name = Text("Its name.")
    description = Text("What it shows.")
    positions = PositionSerializer(many=True, read_only=True)
    citations = PassageCitationSerializer(many=True, read_only=True)

    class Meta:
        model = OrgChart
        fields = [
            "url", "page_url", "svg_url", "embed_url", "formats", "slug", "setting", "name", "description", "positions",
            "citations",
        ]  # fmt: skip
        read_only_fields = fields

    def get_svg_url(self, chart: OrgChart) -> str:
        """With the words in the language asked for."""
        return absolute(self.context, reverse("orgcharts:chart_svg", args=[chart.slug]))

    def get_embed_url(self, chart: OrgChart) -> str:
        """With the words in the language asked for."""
        return absolute(self.context, reverse("orgcharts:embed", args=[chart.slug]))

    @extend_schema_field(FormatSerializer(many=True))
    def get_formats(self, chart: OrgChart) -> list[dict[str, str]]:
        """Those that its size allows, in the order of the page."""
        site = absolute(self.context, "/").rstrip("/")
        document = document_of(chart, chart.positions.all(), site=site)
        return [
            {
                "name": form.name,
                "content_type": form.content_type,
                "url": absolute(self.context, form.address_of(chart)),
            }
            for form in FORMATS.values()
            if form.fits(document)
        ]
