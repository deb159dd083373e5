from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgcharts.advisor.rule import MOST_CANDIDATES, Covers, Fit, TooManyCandidates, rank_charts, smallest_covers

COVERING = {
    "cm": ["posts", "calendar", "care"],
    "smm": ["plan", "calendar", "budget"],
    "sms": ["plan", "topics"],
    "gestor": ["care", "preferences"],
    "seo": [],
}


def test_smallest_sets_are_all_given():
    found = smallest_covers(["plan", "calendar", "care"], COVERING)

    assert found == Covers(sets=(("cm", "smm"), ("cm", "sms"), ("smm", "gestor")), covered=(), uncovered=())


def test_those_who_are_there_come_first():
    found = smallest_covers(["posts", "plan", "topics", "seo"], COVERING, present=["cm"])

    assert found == Covers(sets=(("sms",),), covered=("posts",), uncovered=("seo",))


def test_nothing_to_add():
    found = smallest_covers(["posts", "calendar"], COVERING, present=["cm", "smm"])

    assert found == Covers(sets=((),), covered=("posts", "calendar"), uncovered=())


def test_what_nobody_does_asks_for_nobody():
    assert smallest_covers(["seo", "ads"], COVERING) == Covers(((),), (), ("seo", "ads"))


def test_too_many_candidates_are_refused():
    covering = {f"role-{number}": ["posts"] for number in range(MOST_CANDIDATES + 1)}

    assert len(smallest_covers(["posts"], dict(list(covering.items())[1:])).sets) == MOST_CANDIDATES
    with pytest.raises(TooManyCandidates):
        smallest_covers(["posts"], covering)


def test_hardest_question_of_the_largest_size_is_answered():
    pairs = {f"d{a}-{b}": {a, b} for a, b in combinations(range(MOST_CANDIDATES), 2)}
    covering = {f"r{number}": [duty for duty, ends in pairs.items() if number in ends] for number in range(16)}

    found = smallest_covers(list(pairs), covering)

    assert {len(chosen) for chosen in found.sets} == {15}
    assert len(found.sets) == 16


def brute_force(needed, covering, present):
    wanted = set(needed) & set().union(*covering.values())
    done = {duty for role in present for duty in covering[role]}
    others = [role for role in covering if role not in present]
    for size in range(len(others) + 1):
        found = [
            chosen
            for chosen in combinations(others, size)
            if wanted <= done.union(*(covering[role] for role in chosen))
        ]
        if found:
            return found
    raise AssertionError


any_covering = st.integers(1, 9).flatmap(
    lambda size: st.fixed_dictionaries(
        {f"role-{number}": st.lists(st.integers(0, 11), max_size=7, unique=True) for number in range(size)}
    )
)
any_needed = st.lists(st.integers(0, 12), max_size=13, unique=True)


@given(any_covering, any_needed, st.data())
def test_sets_are_those_of_brute_force(covering, needed, data):
    present = data.draw(st.lists(st.sampled_from(sorted(covering)), max_size=3, unique=True))

    found = smallest_covers(needed, covering, present=present)

    assert sorted(map(sorted, found.sets)) == sorted(map(sorted, brute_force(needed, covering, present)))
    assert len(set(map(frozenset, found.sets))) == len(found.sets)


@given(any_covering, any_needed)
def test_no_role_of_a_set_can_be_spared(covering, needed):
    found = smallest_covers(needed, covering)

    wanted = set(needed) - set(found.uncovered)
    for chosen in found.sets:
        for role in chosen:
            rest = {duty for other in chosen if other != role for duty in covering[other]}
            assert not wanted <= rest


@given(any_covering, any_needed)
def test_duties_are_covered_or_not(covering, needed):
    found = smallest_covers(needed, covering, present=["role-0"])

    reachable = set().union(*covering.values())
    assert found.covered == tuple(duty for duty in needed if duty in covering["role-0"])
    assert found.uncovered == tuple(duty for duty in needed if duty not in reachable)


def test_charts_that_suit_come_first():
    charts = {"all": ["cm", "smm", "sms"], "two": ["cm", "smm"], "one": ["cm"], "idle": ["cm", "smm", "seo"]}

    found = rank_charts(charts, ["posts", "plan", "ads"], COVERING, present=["cm"])

    assert found == (
        Fit("two", (), (), ()),
        Fit("all", (), (), ()),
        Fit("idle", (), (), ("seo",)),
        Fit("one", ("plan",), (), ()),
    )
    assert [fit.fits for fit in found] == [True, True, True, False]


def test_chart_without_somebody_who_is_there_does_not_fit():
    (found,) = rank_charts({"two": ["cm", "smm"]}, ["posts"], COVERING, present=["gestor"])

    assert (found, found.fits) == (Fit("two", (), ("gestor",), ("smm",)), False)
