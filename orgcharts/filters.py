"""What a list of org charts can be narrowed by: the same for the page and the API."""

import django_filters

from orgcharts.models import OrgChart, Setting
from sources.filters import SourcesFilter


class OrgChartFilter(django_filters.FilterSet):
    """By setting, and by the documents that describe a chart."""

    setting = django_filters.ChoiceFilter(choices=Setting.choices, help_text="The kind of organisation.")
    source = SourcesFilter()

    class Meta:
        model = OrgChart
        fields = ["setting", "source"]
