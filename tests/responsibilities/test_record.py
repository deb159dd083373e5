"""From rows to claims."""

import pytest

from responsibilities.agreement.rule import Agreement, Claim
from responsibilities.models import Responsibility
from responsibilities.record import (
    Record,
    counts,
    trait_voices,
)
from roles.models import Trait
from sources.models import Passage, Standing
from tests.factories import (
    make_citation,
    make_duty,
    make_passage,
    make_responsibility,
    make_role,
    make_source,
    make_trait,
)
from tests.responsibilities.world import agreed, conditional, denied, disputed, make_world

pytestmark = pytest.mark.django_db


def every_evidence(sources=()):
    rows = Responsibility.objects.according_to(sources).for_display(sources)
    return Record().evidence(rows)


@pytest.mark.parametrize(
    ("standing", "condition", "expected"),
    [("sound", "", True), ("doubtful", "", False), ("sound", "if nobody does", False)],
)
def test_counts_a_sound_passage_without_a_condition(standing, condition, expected):
    assert counts(standing=standing, condition=condition) is expected


def test_agreement_of_each_kind():
    world = make_world(duties=0)
    made = [agreed(world), disputed(world), conditional(world), denied(world)]

    found = Record().agreements

    assert [found[duty.pk] for duty in made] == ["agreed", "disputed", "conditional", "conditional"]


def test_agreement_according_to_one_document_has_nothing_to_differ_from():
    world = make_world(duties=0)
    disputed(world)

    assert list(Record(["a"]).agreements.values()) == [Agreement.SINGLE]


def test_agreement_leaves_out_the_duties_that_a_document_does_not_mention():
    world = make_world(duties=1)
    agreed(world)

    assert Record(["c"]).agreements == {}


def test_light_claims_weigh_as_the_loaded_ones_do():
    world = make_world(duties=1, roles=2)
    for make in (agreed, conditional, denied):
        make(world)
    seo, passage = make_role("seo", is_core=False), make_passage(world.sources[2])
    make_responsibility(seo, disputed(world), "plans", passages=[passage])

    for sources in ((), ("a",), ("b", "c")):
        light = Record(sources).claims
        loaded = every_evidence(sources)

        assert {pk: found.verdicts for pk, found in light.items()} == {pk: e.verdicts for pk, e in loaded.items()}


def test_claims_of_some_duties_only():
    world = make_world(duties=2)
    wanted = Responsibility.objects.filter(duty__slug="duty-1").values("duty")

    found = Record().claims_on(wanted)

    assert [duty.claims for duty in found.values()] == [(Claim("cm", "plans", "a"), Claim("smm", "plans", "b"))]
    assert world.cm.slug == "cm"


def test_every_role_is_weighed_core_or_not():
    world = make_world(duties=0)
    analyst, tools = make_role("analyst", is_core=False), make_duty("tools")
    make_responsibility(world.smm, tools, "decides", passages=[make_passage(world.sources[0], "x")])
    other = make_responsibility(analyst, tools, "decides", passages=[make_passage(world.sources[1], "x")])

    found = every_evidence()[tools.pk]

    assert (found.agreement, found.agreement_on(other)) == (Agreement.DISPUTED, Agreement.DISPUTED)
    assert Record().agreements == {tools.pk: Agreement.DISPUTED}


def test_a_role_whose_identity_is_open_takes_no_part():
    world = make_world(duties=0)
    duty, manager = agreed(world), make_role("manager", is_core=False, identity_open=True)
    beside = make_responsibility(manager, duty, "executes", passages=[make_passage(world.sources[2], "x")])
    alone = make_responsibility(manager, make_duty("links"), "executes", passages=[make_passage(world.sources[2], "y")])

    found = every_evidence()

    assert (found[duty.pk].agreement, found[duty.pk].agreement_on(beside)) == (Agreement.AGREED, None)
    assert found[duty.pk].voices_of(beside) == ("c",)
    assert (found[alone.duty_id].agreement, found[alone.duty_id].agreement_on(alone)) == (None, None)
    assert Record().agreements == {duty.pk: Agreement.AGREED}


def make_family(cited):
    """A translates into b, c repeats a sentence of a: the CM plans according to those that are cited."""
    a, b, c = make_source("a"), make_source("b"), make_source("c")
    type(b).objects.filter(slug="b").update(derives_from=a, derivation="translation")
    original = make_passage(a, "1")
    passages = {"a": original, "b": make_passage(b, "1"), "c": make_passage(c, "1", repeats=original)}
    return make_responsibility(make_role("cm"), make_duty(), passages=[passages[slug] for slug in cited])


@pytest.mark.parametrize(
    ("cited", "named"),
    [("abc", {"a": "a"}), ("b", {"a": "b"}), ("bc", {"a": "b", "c": "c"}), ("ab", {"a": "a"}), ("c", {"c": "c"})],
)
def test_a_voice_is_named_after_documents_that_say_it(cited, named):
    responsibility = make_family(cited)

    (found,) = every_evidence().values()

    assert found.voices_of(responsibility) == tuple(named.values())
    assert Record().describing == {"cm": named}


def test_describing_is_stating_a_duty_or_a_trait_soundly():
    a, b, c, d, e = (make_source(slug) for slug in "abcde")
    cm, duty = make_role("cm"), make_duty()
    made = make_responsibility(cm, duty, passages=[make_passage(a)])
    make_citation(made, make_passage(b), condition_es="a veces")
    make_citation(made, make_passage(c), denies=True)
    make_trait(cm, "goal", kind="goal", passages=[make_passage(d)])
    make_trait(cm, "mention", kind="mention", passages=[make_passage(e)])
    doubtful = make_passage(e, "2", standing=Standing.DOUBTFUL, standing_note_es="No se entiende.")
    make_trait(cm, "doubt", passages=[doubtful])

    assert Record().describing == {"cm": {"a": "a", "d": "d"}}
    assert Record(["d", "e"]).describing == {"cm": {"d": "d"}}


def test_voices_of_a_trait():
    world = make_world(duties=0)
    doubtful = make_passage(world.sources[2], "2", standing=Standing.DOUBTFUL, standing_note_es="No se entiende.")
    make_trait(world.cm, "goal", passages=[make_passage(world.sources[1], "2"), doubtful])

    trait = Trait.objects.for_display().get(slug="goal")

    assert trait_voices(trait, Passage.objects.voices()) == ("b",)
