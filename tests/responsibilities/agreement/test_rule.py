"""The verdict on who does a duty, drawn case by case, and what must hold for any claims."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from responsibilities.agreement.rule import Agreement, Claim, RoleVoices, Verdict, names, overall, sign, weigh
from tests.responsibilities.drawing import any_claims, draw


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        ("cm plans a", "single"),
        ("cm plans a a", "single"),
        ("cm plans a b", "agreed"),
        ("cm plans a b c \n smm plans c", "agreed"),
        ("cm plans a b \n smm plans a b", "agreed"),
        ("cm plans a \n smm plans a", "single"),
        ("cm plans a \n smm plans b", "disputed"),
        ("cm plans a b \n smm plans c", "disputed"),
        ("cm plans a b \n smm plans b c", "disputed"),
        ("cm plans a !b", "disputed"),
        ("cm plans a b !c", "disputed"),
        ("cm plans a !a", "single"),
        ("cm plans a (!b)", "single"),
        ("cm plans (a)", "conditional"),
        ("cm plans (a) (b)", "conditional"),
        ("cm plans !a", "conditional"),
        ("cm plans a (b)", "single"),
        ("cm plans a \n smm plans (b)", "single"),
        ("cm plans a \n smm plans !b", "single"),
    ],
)
def test_verdict_of_drawn_claims(drawing, expected):
    verdicts = weigh(draw(drawing))

    assert {involvement: str(verdict.agreement) for involvement, verdict in verdicts.items()} == {"plans": expected}


def test_verdict_names_each_role_with_its_voices_most_first():
    verdicts = weigh(draw("smm plans c \n cm plans c a b !d \n sms plans (e)"))

    assert verdicts == {
        "plans": Verdict(
            "plans",
            Agreement.DISPUTED,
            ("a", "b", "c"),
            (RoleVoices("cm", ("a", "b", "c"), ("d",)), RoleVoices("smm", ("c",)), RoleVoices("sms", ())),
        )
    }


def test_verdicts_of_two_involvements_do_not_touch():
    verdicts = weigh(draw("smm plans a b \n cm executes c"))

    assert [(name, str(verdict.agreement)) for name, verdict in verdicts.items()] == [
        ("executes", "single"),
        ("plans", "agreed"),
    ]


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        ("cm plans (a)", "conditional"),
        ("cm plans (a) \n cm executes b", "single"),
        ("cm plans a \n cm executes b c", "agreed"),
        ("cm plans a b \n cm executes c \n smm executes d", "disputed"),
    ],
)
def test_overall_takes_the_weightiest(drawing, expected):
    assert str(overall(weigh(draw(drawing)))) == expected


def test_overall_of_what_no_weighed_role_is_named_for():
    verdicts = weigh([Claim("other", "plans", "a", weighed=False)])

    assert (verdicts, overall(verdicts), sign(verdicts)) == ({}, None, None)


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        ("cm plans a", "single"),
        ("cm plans a \n cm decides a", "single"),
        ("cm plans a \n smm decides b", "apart"),
        ("cm plans a \n smm decides (b)", "single"),
        ("cm plans a \n smm decides !b", "single"),
        ("cm plans a b \n smm decides c", "agreed"),
        ("cm plans !a", "denied"),
        ("cm plans (!a)", "denied"),
        ("cm plans !a \n smm plans !b", "denied"),
        ("cm plans !a (b)", "conditional"),
        ("cm plans !a \n smm decides (b)", "conditional"),
        ("cm plans !a b", "disputed"),
        ("cm plans !a a", "single"),
    ],
)
def test_sign_says_of_the_whole_duty_only_what_is_true_of_it(drawing, expected):
    assert sign(weigh(draw(drawing))) == expected


def test_a_voice_with_several_names_is_called_by_that_of_the_original():
    translated = Claim("cm", "plans", "a", document="b", named="b")
    original, other = Claim("smm", "plans", "a"), Claim("smm", "plans", "c")

    assert names([translated]) == ("b",)
    assert names([translated, original, other]) == ("a", "c")
    assert weigh([translated, original])["plans"].agreement is Agreement.SINGLE


@given(any_claims, st.randoms())
def test_verdicts_do_not_depend_on_order(claims, random):
    shuffled = random.sample(claims, len(claims))

    assert weigh(shuffled) == weigh(claims)


@given(any_claims)
def test_verdicts_do_not_count_twice(claims):
    assert weigh(claims + claims) == weigh(claims)


@given(any_claims)
def test_uncounted_claims_never_change_an_agreement(claims):
    counted = [claim for claim in claims if claim.counts]

    without, whole = weigh(counted), weigh(claims)

    assert {name: whole[name].agreement for name in without} == {name: v.agreement for name, v in without.items()}
    assert all(whole[name].agreement is Agreement.CONDITIONAL for name in whole.keys() - without.keys())


@given(any_claims, st.permutations("abcde"))
def test_agreement_does_not_depend_on_the_names_of_voices(claims, names):
    other = dict(zip("abcde", names, strict=True))
    renamed = [
        Claim(claim.role, claim.involvement, other[claim.voice], counts=claim.counts, denies=claim.denies)
        for claim in claims
    ]

    assert {k: v.agreement for k, v in weigh(renamed).items()} == {k: v.agreement for k, v in weigh(claims).items()}


@given(any_claims)
def test_one_voice_is_never_agreed_or_disputed_without_a_denial(claims):
    affirming = [claim for claim in claims if not claim.denies]

    for verdict in weigh(affirming).values():
        few = len(verdict.voices) < 2
        assert few == (verdict.agreement in (Agreement.SINGLE, Agreement.CONDITIONAL))
