"""Who speaks, drawn as arrows from a copy to what it repeats."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.models import Passage
from sources.voices import Voices, root
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


def test_voice_of_a_passage_is_that_of_its_source():
    assert Voices({"b": "a"}).of_passage(7, "b") == "a"


def test_voice_of_a_passage_that_repeats_another():
    voices = Voices({"b": "a"}, repeats={7: 8}, homes={7: "c", 8: "b"})

    assert (voices.of_passage(7, "c"), voices.of_passage(8, "b"), voices.of_passage(9, "c")) == ("a", "a", "c")


def test_voices_of_repeats_in_a_circle_are_one():
    voices = Voices(repeats={7: 8, 8: 7}, homes={7: "c", 8: "b"})

    assert voices.of_passage(7, "c") == voices.of_passage(8, "b") == "c"


@pytest.mark.django_db
def test_voices_of_the_knowledge_base(django_assert_num_queries):
    original, translation, other = make_source("a"), make_source("b"), make_source("c")
    type(original).objects.filter(slug="b").update(derives_from=original, derivation="translation")
    first, second = make_passage(translation), make_passage(other)
    Passage.objects.filter(pk=second.pk).update(repeats=first)

    with django_assert_num_queries(2):
        voices = Passage.objects.voices()

    assert voices == Voices({"b": "a"}, {second.pk: first.pk}, {first.pk: "b", second.pk: "c"})
    assert voices.of_passage(second.pk, "c") == "a"
