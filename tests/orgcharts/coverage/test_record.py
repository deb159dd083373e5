import pytest
from django.utils import translation

from orgcharts.coverage.record import Qualified, given
from responsibilities.models import Citation
from tests.factories import make_duty, make_passage, make_responsibility, make_role, make_source
from tests.responsibilities.world import conditional, make_world

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "english", "spoken"),
    [
        ("es", "if nobody else does", "si no hay nadie"),
        ("en", "if nobody else does", "if nobody else does"),
        ("en-gb", "if nobody else does", "if nobody else does"),
        ("en", "", "si no hay nadie"),
    ],
)
def test_condition_is_told_in_the_language_that_is_read(language, english, spoken):
    world = make_world(0)
    conditional(world)
    Citation.objects.update(condition_en=english)

    with translation.override(language):
        found = given().qualified("seo")

    assert found == (Qualified(world.smm, spoken),)


def test_first_condition_of_a_role_is_the_one_that_is_told():
    world = make_world(0)
    duty = conditional(world)
    responsibility = duty.responsibilities.get()
    Citation.objects.create(
        responsibility=responsibility, passage=world.sources[1].passages.get(), condition_es="si puede"
    )

    with translation.override("es"):
        assert given().qualified("seo") == (Qualified(world.smm, "si no hay nadie"),)


def test_in_doubt_a_role_of_open_identity_is_told_apart_too():
    passage = make_passage(make_source("a"), "1", standing="doubtful", standing_note_es="No se entiende.")
    named, unnamed = make_role("cm"), make_role("gestor", is_core=False, identity_open=True)
    for role in (named, unnamed):
        make_responsibility(role, make_duty(f"of-{role.slug}"), passages=[passage])

    known = given()

    assert (known.takers("of-cm"), known.qualified("of-cm"), known.unidentified("of-cm")) == (
        (),
        (Qualified(named, ""),),
        (),
    )
    assert (known.takers("of-gestor"), known.qualified("of-gestor"), known.unidentified("of-gestor")) == (
        (),
        (),
        (unnamed,),
    )
