"""Who speaks, drawn as arrows from a copy to what it repeats."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.models import Passage
from sources.voices import Voice, Voices, root
from tests.factories import make_passage, make_source


@pytest.mark.parametrize(
    ("parents", "start", "expected"),
    [
        ({}, 1, 1),
        ({1: 2}, 1, 2),
        ({1: 2, 2: 3}, 1, 3),
        ({1: 2, 2: 1}, 1, 1),
        ({1: 2, 2: 1}, 2, 1),
        ({4: 3, 3: 2, 2: 3}, 4, 2),
    ],
)
def test_root_follows_the_arrows_to_their_end(parents, start, expected):
    assert root(start, parents) == expected


@given(st.dictionaries(st.integers(0, 8), st.integers(0, 8)), st.integers(0, 8))
def test_root_is_the_same_from_everywhere_on_the_way(parents, start):
    end = root(start, parents)

    assert start not in parents or root(parents[start], parents) == end


def test_voice_of_a_source_that_derives_from_nothing():
    assert Voices().of_source("ceupe") == "ceupe"


def test_voice_of_a_translation_of_a_summary():
    assert Voices({"c": "b", "b": "a"}).of_source("c") == "a"


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        ([], {}),
        ([(8, "c")], {"c": "c"}),  # the repeated passage is not cited: the document speaks for itself
        ([(8, "c"), (9, "c")], {"c": "c"}),
        ([(8, "c"), (1, "d")], {"c": "d", "d": "d"}),
        ([(8, "c"), (9, "c"), (1, "d")], {"c": "c", "d": "d"}),  # it says so in words of its own as well
        ([(8, "c"), (6, "e")], {"c": "c", "e": "c"}),  # two repeat a third that is not cited
    ],
)
def test_voices_of_what_is_cited_for_a_fact(cited, expected):
    voices = Voices(repeats={8: 1, 6: 1})

    assert voices.of_fact(cited) == {source: Voice(voice, voice) for source, voice in expected.items()}


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        ([(7, "translation")], {"translation": ("original", "translation")}),
        ([(2, "original")], {"original": ("original", "original")}),
        (
            [(7, "translation"), (2, "original")],
            {"translation": ("original", "original"), "original": ("original", "original")},
        ),
        # a summary of the translation is further from the original than the translation, whatever their slugs
        (
            [(7, "translation"), (3, "a-summary")],
            {"translation": ("original", "translation"), "a-summary": ("original", "translation")},
        ),
        # two translations: the first by slug
        (
            [(7, "translation"), (4, "other")],
            {"translation": ("original", "other"), "other": ("original", "other")},
        ),
        # another document repeats a sentence of the translation, which is the only one cited that says it
        (
            [(8, "z"), (7, "translation")],
            {"z": ("original", "translation"), "translation": ("original", "translation")},
        ),
        # the translation repeats a sentence of somebody else, and its original says it too
        (
            [(9, "translation"), (5, "somebody"), (2, "original")],
            {
                "translation": ("somebody", "somebody"),
                "somebody": ("somebody", "somebody"),
                "original": ("original", "original"),
            },
        ),
        # in words of its own as well: one voice with its original
        (
            [(9, "translation"), (7, "translation"), (5, "somebody")],
            {"translation": ("original", "translation"), "somebody": ("somebody", "somebody")},
        ),
    ],
)
def test_a_voice_is_named_after_a_document_that_is_cited(cited, expected):
    origins = {"translation": "original", "other": "original", "a-summary": "translation"}
    voices = Voices(origins, repeats={8: 7, 9: 5})

    assert voices.of_fact(cited) == {source: Voice(*voice) for source, voice in expected.items()}


def test_documents_that_derive_from_one_another_in_a_circle_are_one_voice():
    voices = Voices({"b": "c", "c": "b"})

    assert voices.of_fact([(1, "c")]) == {"c": Voice("b", "c")}


def test_voices_of_repeats_in_a_circle_are_one():
    voice = Voice("c", "c")

    assert Voices(repeats={7: 8, 8: 7}).of_fact([(7, "c"), (8, "b")]) == {"c": voice, "b": voice}


@given(
    st.dictionaries(st.integers(0, 9), st.integers(0, 9)),
    st.dictionaries(st.integers(0, 9), st.sampled_from("abcd")),
    st.dictionaries(st.sampled_from("abcdxy"), st.sampled_from("abcdxy")),
)
def test_a_fact_never_has_a_voice_that_is_not_cited(repeats, homes, origins):
    voices = Voices(origins, repeats)
    found = voices.of_fact(homes.items())

    assert found.keys() == set(homes.values())
    assert {voice.name for voice in found.values()} <= set(homes.values())
    assert {voice.key: voice for voice in found.values()}.keys() == {voices.of_source(v.name) for v in found.values()}
    assert len(set(found.values())) == len({voice.key for voice in found.values()})


@pytest.mark.django_db
def test_voices_of_the_knowledge_base(django_assert_num_queries):
    original, translation, other = make_source("a"), make_source("b"), make_source("c")
    type(original).objects.filter(slug="b").update(derives_from=original, derivation="translation")
    first, second = make_passage(translation), make_passage(other)
    Passage.objects.filter(pk=second.pk).update(repeats=first)

    with django_assert_num_queries(2):
        voices = Passage.objects.voices()

    assert voices == Voices({"b": "a"}, {second.pk: first.pk})
