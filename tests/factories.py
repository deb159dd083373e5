"""Rows for tests: plain functions, nothing random, both languages filled in."""

from collections.abc import Iterable
from typing import Any

from orgcharts.models import ChartCitation, OrgChart, Position, PositionCitation, Setting
from responsibilities.models import Area, Citation, Duty, DutyTerm, Involvement, Responsibility
from roles.models import Alias, AliasCitation, Role, Trait, TraitCitation, TraitKind
from sources.models import Passage, Source


def title(slug: str) -> str:
    """“crisis-plan” → “Crisis plan”."""
    return slug.replace("-", " ").capitalize()


def make_source(slug: str = "impactodual", **fields: Any) -> Source:
    return Source.objects.create(slug=slug, **{"title_es": title(slug), "title_en": f"{title(slug)} (en)"} | fields)


def make_passage(source: Source, locator: str = "Inicio › 1", **fields: Any) -> Passage:
    texts = {"gist_es": f"Dice algo en {locator}.", "gist_en": f"It says something at {locator}."}
    return Passage.objects.create(source=source, locator=locator, **texts | fields)


def make_role(slug: str = "community-manager", **fields: Any) -> Role:
    return Role.objects.create(
        slug=slug, **{"name_es": title(slug), "name_en": f"{title(slug)} (en)", "is_core": True} | fields
    )


def make_alias(role: Role, name: str, passages: Iterable[Passage] = (), **fields: Any) -> Alias:
    alias = Alias.objects.create(role=role, name=name, **fields)
    for passage in passages:
        AliasCitation.objects.create(alias=alias, passage=passage)
    return alias


def make_trait(
    role: Role, slug: str = "focus", *, kind: str = TraitKind.FOCUS, passages: Iterable[Passage] = (), **fields: Any
) -> Trait:
    texts = {"statement_es": f"Rasgo {slug}.", "statement_en": f"Trait {slug}."}
    trait = Trait.objects.create(role=role, slug=slug, kind=kind, **texts | fields)
    for passage in passages:
        TraitCitation.objects.create(trait=trait, passage=passage)
    return trait


def make_area(slug: str = "strategy", **fields: Any) -> Area:
    return Area.objects.get_or_create(
        slug=slug, defaults={"name_es": title(slug), "name_en": f"{title(slug)} (en)"} | fields
    )[0]


def make_duty(slug: str = "crisis-plan", area: Area | None = None, **fields: Any) -> Duty:
    names = {"name_es": title(slug), "name_en": f"{title(slug)} (en)"}
    return Duty.objects.create(slug=slug, area=area or make_area(), **names | fields)


def make_term(duty: Duty, term: str, language: str = "es") -> DutyTerm:
    return DutyTerm.objects.create(duty=duty, term=term, language=language)


def make_responsibility(
    role: Role,
    duty: Duty,
    involvement: str = Involvement.PLANS,
    *,
    passages: Iterable[Passage] = (),
    **fields: Any,
) -> Responsibility:
    texts = {
        "statement_es": f"{role.slug} {involvement} {duty.slug}.",
        "statement_en": f"{role.slug} {involvement} {duty.slug} (en).",
    }
    responsibility = Responsibility.objects.create(role=role, duty=duty, involvement=involvement, **texts | fields)
    for passage in passages:
        make_citation(responsibility, passage)
    return responsibility


def make_citation(responsibility: Responsibility, passage: Passage, **fields: Any) -> Citation:
    return Citation.objects.create(responsibility=responsibility, passage=passage, **fields)


def make_chart(
    slug: str = "department", *, setting: str = Setting.DEPARTMENT, passages: Iterable[Passage] = (), **fields: Any
) -> OrgChart:
    names = {"name_es": title(slug), "name_en": f"{title(slug)} (en)"}
    chart = OrgChart.objects.create(slug=slug, setting=setting, **names | fields)
    for passage in passages:
        ChartCitation.objects.create(chart=chart, passage=passage)
    return chart


def make_position(
    chart: OrgChart,
    slug: str,
    roles: Iterable[Role] = (),
    *,
    reports_to: Position | None = None,
    passages: Iterable[Passage] = (),
    **fields: Any,
) -> Position:
    position = Position.objects.create(chart=chart, slug=slug, reports_to=reports_to, **fields)
    position.roles.set(roles)
    for passage in passages:
        PositionCitation.objects.create(position=position, passage=passage)
    return position
