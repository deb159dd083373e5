"""A small world for the pages: three roles, three documents, duties on which they agree, differ and are alone."""

from dataclasses import dataclass

from responsibilities.models import Duty
from roles.models import Role
from sources.models import Source
from tests.factories import (
    make_area,
    make_citation,
    make_duty,
    make_passage,
    make_responsibility,
    make_role,
    make_source,
    make_trait,
)


@dataclass(frozen=True)
class World:
    cm: Role
    smm: Role
    sms: Role
    sources: tuple[Source, ...]


def make_world(duties: int = 1, roles: int = 0) -> World:
    """Document a gives each duty to the CM, b to the SMM; a and b describe both, c the SMS only."""
    world = World(
        make_role("cm", abbreviation="CM", position=1, tone="teal"),
        make_role("smm", abbreviation="SMM", position=2, tone="amber"),
        make_role("sms", abbreviation="SMS", position=3, tone="plum"),
        tuple(make_source(slug) for slug in "abc"),
    )
    a, b, c = (make_passage(source, "1") for source in world.sources)
    for role, passages in ((world.cm, [a, b]), (world.smm, [a, b]), (world.sms, [c])):
        make_trait(role, passages=passages)
    for number in range(duties):
        disputed(world, f"duty-{number}")
    for number in range(roles):
        other = make_role(f"other-{number}", is_core=False, position=9)
        passage = make_passage(world.sources[0], f"other-{number}")
        make_responsibility(other, make_duty(f"other-{number}"), passages=[passage])
    return world


def disputed(world: World, slug: str = "calendar", area: str = "strategy") -> Duty:
    duty = make_duty(slug, make_area(area))
    a, b, _ = world.sources
    make_responsibility(world.cm, duty, "plans", passages=[make_passage(a, slug)])
    make_responsibility(world.smm, duty, "plans", passages=[make_passage(b, slug)])
    return duty


def agreed(world: World, slug: str = "moderation", area: str = "community") -> Duty:
    duty = make_duty(slug, make_area(area))
    a, b, _ = world.sources
    make_responsibility(world.cm, duty, "executes", passages=[make_passage(a, slug), make_passage(b, slug)])
    return duty


def conditional(world: World, slug: str = "seo", area: str = "strategy") -> Duty:
    duty = make_duty(slug, make_area(area))
    responsibility = make_responsibility(world.smm, duty, "decides")
    passage = make_passage(world.sources[0], slug)
    make_citation(responsibility, passage, condition_es="si no hay nadie", condition_en="if nobody else does")
    return duty


def denied(world: World, slug: str = "selling", area: str = "strategy") -> Duty:
    duty = make_duty(slug, make_area(area))
    responsibility = make_responsibility(world.cm, duty, "executes")
    make_citation(responsibility, make_passage(world.sources[0], slug), denies=True)
    return duty
