"""The profile of each shipped document against what was read out of the documents by hand."""

import pytest

from sources.models import Source
from sources.pages import passages_of
from sources.pages.profile import profile_of
from tests.responsibilities.expected_voices import CM, EXPECTED, GESTOR, SMM, SMS, UNCOUNTED

# Its stock sentence on the mission of the CM answers a question too, with the voice of the document that it repeats.
BY_STOCK_SENTENCE = {"que-es-un-social-media-manager": {("gestion-de-la-comunidad", "executes")}}


@pytest.fixture(scope="module")
def profiles(module_db, shipped_content):
    """Of all documents, read once."""
    with module_db():
        return {source.slug: profile_of(source, passages_of(source)) for source in Source.objects.all()}


def weighed(duty):
    named = {role for parts in (EXPECTED, UNCOUNTED) for roles in parts.get(duty, {}).values() for role in roles}
    return named - {GESTOR}


def differ(duty, roles):
    """Whether the documents do: of the weighed roles, none is named by all who speak."""
    voices = [set(said) for role, said in roles.items() if role in weighed(duty)]
    speaking = set().union(*voices)
    return len(speaking) > 1 and speaking not in voices


QUESTIONS = [(duty, part, roles) for duty, parts in EXPECTED.items() for part, roles in parts.items()]


def test_profile_contradicts_where_the_reading_by_hand_does(profiles):
    expected = {
        source: {
            (duty, part)
            for duty, part, roles in QUESTIONS
            if differ(duty, roles) and any(source in said for role, said in roles.items() if role in weighed(duty))
        }
        for source in profiles
    }

    assert {
        source: {
            (answer.responsibility.duty.slug, answer.responsibility.involvement)
            for contradiction in profile.contradictions
            for answer in contradiction.answers
        }
        for source, profile in profiles.items()
    } == expected


def test_profile_stands_alone_where_the_reading_by_hand_does(profiles):
    expected = {
        source: sum(
            said == (source,) and not (differ(duty, roles) and role in weighed(duty))
            for duty, _, roles in QUESTIONS
            for role, said in roles.items()
        )
        for source in profiles
    }

    assert {source: profile.lone_parts for source, profile in profiles.items()} == expected


def test_profile_describes_the_roles_that_the_document_knows(profiles):
    assert {source: [cover.role.slug for cover in profile.roles] for source, profile in profiles.items()} == {
        "ceupe": [CM, SMM, SMS],
        "impactodual": [CM, SMM],
        "milca-peguero": [CM, SMM, SMS],
        "que-es-un-social-media-manager": [CM, SMM, GESTOR],
        "social-media-2018": [CM, SMM],
    }
