"""The query of a comparison: what is understood, what is refused in which words, and the way back."""

from contextlib import suppress

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from responsibilities.compare.query import Choices, ComparisonOptions, parse
from web.query import BadOptions

CHOICES = Choices(roles=["cm", "smm", "sms", "seo", "curator"], sources=["a", "b"], areas=["ads", "crisis"])


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"roles": ["cm,smm"]}, ComparisonOptions(("cm", "smm"))),
        ({"roles": ["smm", "cm"]}, ComparisonOptions(("cm", "smm"))),
        ({"roles": ["smm,sms", "cm"]}, ComparisonOptions(("cm", "smm", "sms"))),
        ({"roles": ["cm,smm,"], "area": [""], "source": [""], "only": [""]}, ComparisonOptions(("cm", "smm"))),
        (
            {
                "roles": ["cm,smm"],
                "source": ["b", "a"],
                "area": ["ads"],
                "min_voices": ["2"],
                "only": ["differences"],
                "view": ["compact"],
                "utm_source": ["x"],
            },
            ComparisonOptions(("cm", "smm"), ("a", "b"), "ads", 2, only_differences=True, compact=True),
        ),
    ],
)
def test_parse_understands(given, expected):
    assert parse(given, CHOICES) == expected


@pytest.mark.parametrize(
    ("given", "messages"),
    [
        ({"roles": ["cm"]}, ["Choose two, three or four roles; here there are 1."]),
        ({"roles": [""]}, ["Choose two, three or four roles; here there are 0."]),
        ({"roles": ["cm,smm,sms,seo,curator"]}, ["Choose two, three or four roles; here there are 5."]),
        ({"roles": ["cm,nobody"]}, ["There is no role “nobody”."]),
        ({"roles": ["cm,cm"]}, ["The role “cm” is named more than once."]),
        ({"roles": ["cm,smm"], "source": ["z"]}, ["There is no document “z”."]),
        ({"roles": ["cm,smm"], "source": ["a", "a"]}, ["The document “a” is named more than once."]),
        ({"roles": ["cm,smm"], "area": ["z"]}, ["There is no area “z”."]),
        ({"roles": ["cm,smm"], "area": ["ads", "crisis"]}, ["Choose one area, or none."]),
        ({"roles": ["cm,smm"], "only": ["same"]}, ["“only” can only be “differences”, once."]),
        ({"roles": ["cm,smm"], "view": ["wide"]}, ["“view” can only be “compact”, once."]),
        (
            {"roles": ["cm,smm"], "area": ["z"], "only": ["q"]},
            ["There is no area “z”.", "“only” can only be “differences”, once."],
        ),
    ],
)
def test_parse_refuses_in_words(given, messages):
    with pytest.raises(BadOptions) as refused:
        parse(given, CHOICES)

    assert refused.value.messages == messages


@pytest.mark.parametrize("number", ["0", "3", "99", "-1", "1.5", "x", "²", "٢", "1_0", "9" * 400])
def test_parse_refuses_a_number_of_documents_that_there_is_not(number):
    with pytest.raises(BadOptions) as refused:
        parse({"roles": ["cm,smm"], "min_voices": [number]}, CHOICES)

    assert refused.value.messages == ["The smallest number of documents is a whole number from 1 to 2."]


def test_parse_shortens_what_it_repeats():
    with pytest.raises(BadOptions) as refused:
        parse({"roles": ["cm", "x" * 3000]}, CHOICES)

    assert refused.value.messages == [f"There is no role “{'x' * 59}…”."]


def test_query_leaves_out_what_is_usual():
    assert ComparisonOptions(("cm", "smm")).query == "roles=cm,smm"


def test_query_of_everything():
    options = ComparisonOptions(("cm", "smm"), ("a", "b"), "ads", 2, only_differences=True, compact=True)

    assert options.query == "roles=cm,smm&source=a&source=b&area=ads&min_voices=2&only=differences&view=compact"


def test_but_changes_one_thing():
    assert ComparisonOptions(("cm", "smm"), area="ads").but(area="").query == "roles=cm,smm"


every_options = st.builds(
    ComparisonOptions,
    roles=st.lists(st.sampled_from(CHOICES.roles), min_size=2, max_size=4, unique=True).map(
        lambda some: tuple(slug for slug in CHOICES.roles if slug in some)
    ),
    sources=st.sampled_from([(), ("a",), ("b",), ("a", "b")]),
    area=st.sampled_from(["", "ads", "crisis"]),
    min_voices=st.integers(0, 2),
    only_differences=st.booleans(),
    compact=st.booleans(),
)


@given(every_options, st.randoms())
def test_options_survive_the_address_in_any_order(options, random):
    given = {}
    for name, value in options.pairs():
        given.setdefault(name, []).append(value)
    shuffled = dict(random.sample(sorted(given.items()), len(given)))
    shuffled["roles"] = [",".join(random.sample(options.roles, len(options.roles)))]

    assert parse(shuffled, CHOICES) == options
    assert options.is_canonical(given | {"utm": ["x"]})
    assert options.is_canonical(shuffled) == (shuffled["roles"] == given["roles"])


@given(st.dictionaries(st.sampled_from(["roles", "source", "area", "min_voices", "only", "view"]), st.lists(st.text())))
def test_any_query_is_understood_or_refused(given):
    with suppress(BadOptions):
        assert 2 <= len(parse(given, CHOICES).roles) <= 4
