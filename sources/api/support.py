"""Every fact that rests on a passage, in one shape: an interface, so it may look upwards."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.urls import reverse

from sources.models import Passage
from web.api.fields import absolute

KINDS = [(kind, kind) for kind in ("responsibility", "trait", "alias", "orgchart", "position")]


def support_of(passage: Passage, context: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The facts that cite a passage loaded with ``SUPPORTS``, by kind; no query."""
    found = [*_responsibilities(passage), *_traits(passage), *_aliases(passage), *_charts(passage)]
    return [
        {"kind": kind, "label": label, "condition": condition, "denies": denies}
        | {"url": absolute(context, url), "page_url": absolute(context, page_url)}
        for kind, label, condition, denies, url, page_url in found
    ]


Fact = tuple[str, str, str, bool, str, str]


def _responsibilities(passage: Passage) -> Iterator[Fact]:
    for citation in passage.citations.all():
        fact = citation.responsibility
        url = reverse("api:responsibility-detail", args=[".".join(fact.natural_key())])
        yield "responsibility", str(fact), citation.condition, citation.denies, url, fact.get_absolute_url()


def _traits(passage: Passage) -> Iterator[Fact]:
    for citation in passage.traitcitations.all():
        trait = citation.trait
        url = reverse("api:trait-detail", args=[".".join(trait.natural_key())])
        yield "trait", trait.statement, citation.condition, False, url, trait.get_absolute_url()


def _aliases(passage: Passage) -> Iterator[Fact]:
    for citation in passage.aliascitations.all():
        role = citation.alias.role
        url = reverse("api:role-detail", args=[role.slug])
        yield "alias", f"{citation.alias.name} = {role.name}", "", False, url, role.get_absolute_url()


def _charts(passage: Passage) -> Iterator[Fact]:
    for citation in passage.chartcitations.all():
        url = reverse("api:orgchart-detail", args=[citation.chart.slug])
        yield "orgchart", citation.chart.name, "", False, url, citation.chart.get_absolute_url()
    for held in passage.positioncitations.all():
        url = reverse("api:orgchart-detail", args=[held.position.chart.slug])
        label = f"{held.position.chart.name}: {held.position.label}"
        yield "position", label, "", False, url, held.position.get_absolute_url()
