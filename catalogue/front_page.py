"""The knowledge base at a glance: what the front page shows of it. Eighteen queries, however large it is."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from orgcharts.drawing.reading import Drawing, drawing_of
from orgcharts.models import ChartCitation, OrgChart, Position, PositionCitation, Setting
from orgcharts.querysets import held_roles
from responsibilities.models import Duty, Responsibility
from responsibilities.record import Record, trait_voices
from roles.models import Role, Trait, TraitKind
from sources.models import Passage, Source, Standing
from sources.voices import Voices


@dataclass(frozen=True)
class Introduction:
    """A core role and the definition that most voices share, if there is any; ``total`` voices describe the role."""

    role: Role
    definition: Trait | None
    voices: tuple[str, ...]
    total: int


@dataclass(frozen=True)
class Distinction:
    """What tells the roles apart, and the voices that say so; ``total`` voices describe the role of ``trait``."""

    trait: Trait
    voices: tuple[str, ...]
    total: int


@dataclass(frozen=True)
class Overview:
    """What the front page tells. ``agreements`` counts the duties by their agreement."""

    introductions: tuple[Introduction, ...]
    distinction: Distinction | None
    drawing: Drawing | None
    agreements: Mapping[str, int]
    sources: int
    passages: int
    roles: int
    duties: int
    responsibilities: int
    charts: int


def overview() -> Overview:
    """The knowledge base as it is now."""
    record = Record()
    voices, describing = record.voices, record.describing
    kinds = [TraitKind.DEFINITION, TraitKind.DISTINCTION]
    traits = list(Trait.objects.filter(kind__in=kinds, role__is_core=True).for_display())
    return Overview(
        introductions=tuple(
            _introduction(role, traits, voices, len(describing.get(role.slug, ())))
            for role in Role.objects.core().in_order()
        ),
        distinction=_distinction(traits, voices, describing),
        drawing=_department(voices),
        agreements=Counter(str(agreement) for agreement in record.agreements.values()),
        sources=Source.objects.count(),
        passages=Passage.objects.count(),
        roles=Role.objects.count(),
        duties=Duty.objects.count(),
        responsibilities=Responsibility.objects.count(),
        charts=OrgChart.objects.count(),
    )


def _introduction(role: Role, traits: Iterable[Trait], voices: Voices, total: int) -> Introduction:
    own = (trait for trait in traits if trait.role_id == role.pk and trait.kind == TraitKind.DEFINITION)
    definition = _strongest(own, voices)
    return Introduction(role, definition, trait_voices(definition, voices) if definition else (), total)


def _distinction(
    traits: Iterable[Trait], voices: Voices, describing: Mapping[str, Collection[str]]
) -> Distinction | None:
    """The one that most voices say: a side that one document takes does not lead, on however many pages it stands.

    Of as many voices, the sentence that most pages of roles share, the first in their order.
    """
    found = [trait for trait in traits if trait.kind == TraitKind.DISTINCTION]
    pages = Counter(trait.statement_es for trait in found)
    said = [Distinction(each, trait_voices(each, voices), len(describing.get(each.role.slug, ()))) for each in found]
    return max(
        (each for each in said if each.voices),
        key=lambda each: (len(each.voices), pages[each.trait.statement_es]),
        default=None,
    )


def _strongest(traits: Iterable[Trait], voices: Voices) -> Trait | None:
    """The one with most voices, the first of them in the editors' order."""
    return max(traits, key=lambda trait: len(trait_voices(trait, voices)), default=None)


def _department(voices: Voices) -> Drawing | None:
    """The chart of a department that most voices describe, the first of them in the editors' order: four queries."""
    charts = list(OrgChart.objects.filter(setting=Setting.DEPARTMENT).order_by("position", "slug"))
    cited = _cited_for_charts()
    chart = max(charts, key=lambda each: len(set(voices.of_fact(cited[each.pk]).values())), default=None)
    positions = Position.objects.filter(chart=chart).prefetch_related(held_roles()).order_by("position", "slug")
    return drawing_of(chart, positions) if chart else None


def _cited_for_charts() -> Mapping[int, list[tuple[int, str]]]:
    """The sound passages that state each chart or a position of it, by its id, with their documents: one query."""
    passage = ("passage_id", "passage__source__slug")
    whole = ChartCitation.objects.filter(passage__standing=Standing.SOUND).order_by()
    part = PositionCitation.objects.filter(passage__standing=Standing.SOUND).order_by()
    rows = whole.values_list("chart_id", *passage).union(part.values_list("position__chart_id", *passage))
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for chart, passage_id, source in rows:
        found[chart].append((passage_id, source))
    return found
