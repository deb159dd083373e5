from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from orgcharts.coverage.rule import Coverage, Hold, Holding, Part, Twice, count, cover, load
from responsibilities.agreement.duty_count import DutyCount

DUTIES = ("strategy", "calendar", "posts", "crisis", "seo")
MARKS = {"": Hold.FIRM, "?": Hold.DISPUTED, "(": Hold.CONDITIONAL, "-": Hold.DOUBTFUL}


def parts(text):
    """A line is a role, a duty and its parts: ``?plans`` disputed, ``(plans`` conditional, ``-plans`` doubtful."""
    found = []
    for line in filter(None, map(str.strip, text.splitlines())):
        role, duty, *involvements = line.split()
        found += [
            Part(role, duty, involvement.strip("?(-"), MARKS[involvement[0] if involvement[0] in "?(-" else ""])
            for involvement in involvements
        ]
    return found


PARTS = parts("""
sms strategy  decides plans
smm strategy  ?plans
smm calendar  ?plans
cm  calendar  ?plans executes
cm  posts     executes
cm  crisis    (executes
""")


def test_coverage_of_a_department():
    found = cover({"boss": ["sms"], "middle": ["smm"], "hands": ["cm"]}, PARTS, DUTIES)

    assert found == Coverage(
        holdings={
            "boss": (Holding("strategy", Hold.FIRM, ("decides", "plans")),),
            "middle": (
                Holding("strategy", Hold.DISPUTED, ("plans",)),
                Holding("calendar", Hold.DISPUTED, ("plans",)),
            ),
            "hands": (
                Holding("calendar", Hold.FIRM, ("executes", "plans")),
                Holding("posts", Hold.FIRM, ("executes",)),
                Holding("crisis", Hold.CONDITIONAL, ("executes",)),
            ),
        },
        uncovered=("seo",),
        conditional=("crisis",),
        disputed=(),
        twice=(Twice("strategy", "plans", ("boss", "middle")), Twice("calendar", "plans", ("middle", "hands"))),
    )


def test_coverage_without_the_one_who_does_it():
    found = cover({"middle": ["smm"]}, PARTS, DUTIES)

    assert found.uncovered == ("posts", "crisis", "seo")
    assert found.disputed == ("strategy", "calendar")
    assert found.twice == ()


def test_merged_roles_are_one_pair_of_hands():
    found = cover({"one": ["sms", "smm", "cm"]}, PARTS, DUTIES)

    assert [(holding.duty, holding.hold) for holding in found.holdings["one"]] == [
        ("strategy", Hold.FIRM),
        ("calendar", Hold.FIRM),
        ("posts", Hold.FIRM),
        ("crisis", Hold.CONDITIONAL),
    ]
    assert found.twice == ()


def test_a_condition_is_no_second_pair_of_hands():
    found = cover({"a": ["cm"], "b": ["cm"]}, parts("cm crisis (executes"), DUTIES)

    assert (found.twice, found.conditional) == ((), ("crisis",))


def test_what_is_in_doubt_is_said_apart_like_what_is_under_a_condition():
    found = cover({"a": ["cm"], "b": ["cm", "smm"]}, parts("cm crisis -executes \n smm seo (plans -decides"), DUTIES)

    assert found.holdings["b"] == (
        Holding("crisis", Hold.DOUBTFUL, ("executes",)),
        Holding("seo", Hold.CONDITIONAL, ("decides", "plans")),
    )
    assert (found.twice, found.doubtful, found.conditional) == ((), ("crisis",), ("seo",))
    assert (found.uncovered, count(found.holdings["b"])) == (("strategy", "calendar", "posts"), DutyCount(2, 2))


def test_chart_without_positions_covers_nothing():
    assert cover({}, PARTS, DUTIES) == Coverage({}, DUTIES, (), (), ())


def test_load_counts_what_is_held_by_area():
    held = cover({"hands": ["cm"]}, PARTS, DUTIES).holdings["hands"]
    areas = {"strategy": "plan", "calendar": "plan", "posts": "do", "crisis": "do", "seo": "do"}

    assert load(held, areas) == Counter(plan=1, do=1)


any_part = st.builds(
    Part, st.sampled_from(("cm", "smm", "sms")), st.sampled_from(DUTIES), st.sampled_from(("plans", "executes")),
    st.sampled_from(Hold),
)  # fmt: skip
any_positions = st.dictionaries(
    st.sampled_from("abcd"), st.lists(st.sampled_from(("cm", "smm", "sms", "seo")), max_size=3), max_size=4
)


@given(any_positions, st.lists(any_part, max_size=15))
def test_any_duty_is_in_one_state(positions, given_parts):
    found = cover(positions, given_parts, DUTIES)

    firm = {holding.duty for held in found.holdings.values() for holding in held if holding.hold is Hold.FIRM}
    assert sorted([*firm, *found.uncovered, *found.conditional, *found.doubtful, *found.disputed]) == sorted(DUTIES)


@given(any_positions, st.lists(any_part, max_size=15), st.sampled_from(("cm", "smm", "sms")))
def test_one_more_person_never_uncovers_a_duty(positions, given_parts, role):
    before = cover(positions, given_parts, DUTIES)

    after = cover({**positions, "new": [role]}, given_parts, DUTIES)

    assert set(after.uncovered) <= set(before.uncovered)
    assert {(twice.duty, twice.involvement) for twice in after.twice} >= {
        (twice.duty, twice.involvement) for twice in before.twice
    }
