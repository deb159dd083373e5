"""The shipped knowledge base against what was read out of the documents by hand."""

import pytest

from catalogue.front_page import overview
from responsibilities.models import Duty, Responsibility
from responsibilities.record import Record, trait_voices
from roles.corpus import ROLES
from roles.models import Trait
from sources.models import Passage
from tests.responsibilities.expected_voices import AGREEMENT, EXPECTED, UNCOUNTED
from web.search import EVERYTHING, look_for

EVERYBODY = ["ceupe", "impactodual", "milca-peguero", "que-es-un-social-media-manager", "social-media-2018"]


@pytest.fixture
def evidence(shipped_content, db):
    return Record().evidence(Responsibility.objects.for_display())


def test_voices_of_every_duty_are_those_read_by_hand(evidence):
    counted = {}

    for found in evidence.values():
        for responsibility in found.responsibilities:
            if voices := found.voices_of(responsibility):
                parts = counted.setdefault(found.duty.slug, {})
                parts.setdefault(responsibility.involvement, {})[responsibility.role.slug] = voices

    assert counted == EXPECTED


def test_agreement_on_every_duty_is_that_worked_out_by_hand(evidence):
    assert {found.duty.slug: found.agreement for found in evidence.values()} == AGREEMENT


def test_light_and_full_way_to_the_agreement_are_the_same(evidence):
    assert Record().agreements == {pk: found.agreement for pk, found in evidence.items() if found.agreement}


def test_claims_that_do_not_count_are_shown_all_the_same(evidence):
    shown = {
        (found.duty.slug, responsibility.involvement, responsibility.role.slug, citation.passage.source.slug)
        for found in evidence.values()
        for responsibility in found.responsibilities
        for citation in responsibility.citations.all()
    }
    expected = {
        (duty, involvement, role, source)
        for duty, parts in UNCOUNTED.items()
        for involvement, roles in parts.items()
        for role, claims in roles.items()
        for source, _reason in claims
    }

    assert expected <= shown


def test_roles_are_described_by_the_documents_that_know_them(evidence):
    assert {role: set(voices) for role, voices in Record().describing.items()} == {
        "community-manager": set(EVERYBODY),
        "social-media-manager": set(EVERYBODY),
        "social-media-strategist": {"ceupe", "milca-peguero"},
        "gestor-de-redes-sociales": {"que-es-un-social-media-manager"},
    }


def test_every_duty_that_ships_is_somebodys(evidence):
    assert set(evidence) == set(Duty.objects.values_list("pk", flat=True))


@pytest.mark.parametrize("source", EVERYBODY)
def test_document_alone_is_one_voice(evidence, source):
    alone = Record().evidence(Responsibility.objects.according_to([source]).for_display([source]))

    spoken = {voice for found in alone.values() for each in found.claims.values() for voice in (c.voice for c in each)}

    assert spoken == {source}
    assert set().union(*Record([source]).describing.values()) == {source}


def test_trait_has_no_more_voices_than_documents(evidence):
    voices = Passage.objects.voices()

    too_many = [
        trait.natural_key()
        for trait in Trait.objects.for_display()
        if not set(trait_voices(trait, voices)) <= {each.passage.source.slug for each in trait.citations.all()}
    ]

    assert too_many == []


def test_names_that_the_documents_give_find_their_role(evidence):
    names = {
        "creer en la empresa": "gestor-de-redes-sociales",
        "respuestas rápidas": "gestor-de-redes-sociales",
        "amable": "gestor-de-redes-sociales",
        "captador de información": "gestor-de-redes-sociales",
        "empatía": "gestor-de-redes-sociales",
        "toma de decisiones": "gestor-de-redes-sociales",
        "buen comunicador": "gestor-de-redes-sociales",
        "capacidad analítica": "gestor-de-redes-sociales",
        "enlazar empresa y consumidor": "gestor-de-redes-sociales",
        "crecimiento": "social-media-manager",
        "responsable estratégico del departamento": "social-media-strategist",
        "relativamente": "social-media-strategist",
    }

    found = {name: look_for(name, [ROLES], limit=EVERYTHING).slugs for name in names}

    assert {name: role for name, role in names.items() if role not in found[name]} == {}


def test_front_page_leads_with_what_most_documents_say(evidence):
    """No side of the disagreement on the strategy: one document's distinction stood on two pages and led."""
    found = overview()

    assert (found.distinction.trait.slug, found.distinction.voices) == (
        "linea-poco-clara",
        ("impactodual", "milca-peguero", "social-media-2018"),
    )
    assert {each.role.abbreviation: each.voices for each in found.introductions} == {
        "CM": ("ceupe", "milca-peguero"),
        "SMM": ("ceupe", "impactodual", "milca-peguero"),
        "SMS": ("ceupe", "milca-peguero"),
    }
