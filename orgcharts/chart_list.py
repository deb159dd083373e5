"""The list of charts: on a shelf for each setting, each chart with a small picture and the documents it is from."""

from collections.abc import Iterable
from dataclasses import dataclass

from orgcharts.drawing.reading import Drawing, drawing_of
from orgcharts.models import OrgChart, Setting
from sources.models import Source
from web.alphabet import alphabetical


@dataclass(frozen=True)
class Card:
    """A chart in the list; ``sources`` are the documents that describe it or a position of it, by slug."""

    chart: OrgChart
    drawing: Drawing
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Shelf:
    """The charts of one setting."""

    setting: str
    label: str
    cards: tuple[Card, ...]


def shelves(charts: Iterable[OrgChart]) -> list[Shelf]:
    """The shelves that are not empty, in the order of the settings; ``charts`` loaded ``with_pictures``: no query."""
    cards: dict[str, list[Card]] = {setting.value: [] for setting in Setting}
    for chart in charts:
        cards[chart.setting].append(_card(chart))
    labels = dict(Setting.choices)
    return [Shelf(setting, str(labels[setting]), tuple(found)) for setting, found in cards.items() if found]


def _card(chart: OrgChart) -> Card:
    positions = list(chart.positions.all())
    citations = [*chart.citations.all(), *(citation for position in positions for citation in position.citations.all())]
    sources = {citation.passage.source.slug: citation.passage.source for citation in citations}
    by_name = sorted(sources.values(), key=lambda source: alphabetical(source.cited_as))
    return Card(chart, drawing_of(chart, positions, compact=True), tuple(by_name))
