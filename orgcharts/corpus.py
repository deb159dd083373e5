"""What the search reads of the org charts: two light queries, however many there are."""

from collections.abc import Iterator

from orgcharts.models import OrgChart, Position
from web.corpus import filled, grouped
from web.search import Entry, Kind, Text, Weight


def _charts() -> Iterator[Entry]:
    boxes = grouped(Position.objects.order_by("pk").values_list("chart__slug", "name_es", "name_en"))
    fields = ("slug", "name_es", "name_en", "description_es", "description_en")
    for slug, es, en, about_es, about_en in OrgChart.objects.order_by("position", "slug").values_list(*fields):
        title = Text(es, en)
        heads = ((Weight.NAME, title), *((Weight.TERM, Text(*row)) for row in boxes[slug]))
        yield Entry(slug, title, heads, filled([(about_es, about_en)]))


CHARTS = Kind("orgchart", "orgcharts:detail", _charts)
