from hypothesis import given
from hypothesis import strategies as st

from orgcharts.changes.rule import Change, Hands, Passing, Side, passings
from orgcharts.coverage.rule import cover
from tests.orgcharts.coverage.test_rule import DUTIES, PARTS, any_part, parts

SMS, SMM, CM = Hands(("sms",)), Hands(("smm",)), Hands(("cm",))


def side(positions, given_parts=PARTS, *, external=()):
    hands = {slug: Hands(tuple(sorted(set(roles))), slug in external) for slug, roles in positions.items()}
    return Side(cover(positions, given_parts, DUTIES), hands)


DEPARTMENT = {"boss": ["sms"], "middle": ["smm"], "hands": ["cm"]}


def test_without_the_middle_duties_leave_and_fall():
    found = passings(side(DEPARTMENT), side({"boss": ["sms"], "hands": ["cm"]}), DUTIES)

    assert found == (
        Passing("strategy", Change.LEAVES, left=(SMM,), kept=(SMS,)),
        Passing("calendar", Change.LEAVES, left=(SMM,), kept=(CM,)),
        Passing("posts", Change.STAYS, kept=(CM,)),
        Passing("crisis", Change.OPEN, conditional=True),
        Passing("seo", Change.OPEN),
    )


def test_merged_roles_take_what_each_had():
    one = Hands(("cm", "smm", "sms"))

    found = passings(side(DEPARTMENT), side({"one": ["sms", "smm", "cm"]}), DUTIES)

    assert [(each.change, each.left, each.came) for each in found[:3]] == [
        (Change.MOVES, (SMM, SMS), (one,)),
        (Change.MOVES, (CM, SMM), (one,)),
        (Change.MOVES, (CM,), (one,)),
    ]


def test_what_nobody_has_any_longer_falls_and_what_nobody_had_starts():
    lost = passings(side(DEPARTMENT), side({"middle": ["smm"]}), DUTIES)[2]
    won = passings(side({"middle": ["smm"]}), side(DEPARTMENT), DUTIES)[2]

    assert lost == Passing("posts", Change.FALLS, left=(CM,), lost=("executes",))
    assert won == Passing("posts", Change.STARTS, came=(CM,), gained=("executes",))


def test_part_that_nobody_plays_any_longer_is_told():
    given_parts = parts("smm posts supervises\ncm posts executes\nsms posts decides")

    found = passings(
        side({"middle": ["smm"], "hands": ["cm"]}, given_parts),
        side({"boss": ["sms"], "hands": ["cm"]}, given_parts),
        DUTIES,
    )[2]

    assert found == Passing("posts", Change.MOVES, (SMM,), (SMS,), (CM,), lost=("supervises",), gained=("decides",))


def test_going_outside_is_a_change_of_hands():
    found = passings(side(DEPARTMENT), side(DEPARTMENT, external=["boss"]), DUTIES)

    assert found[0] == Passing("strategy", Change.MOVES, (SMS,), (Hands(("sms",), external=True),), (SMM,))


def test_name_of_a_position_is_no_change():
    found = passings(side(DEPARTMENT), side({"a": ["sms"], "b": ["smm"], "c": ["cm"], "d": ["cm"]}), DUTIES)

    assert {each.change for each in found} == {Change.STAYS, Change.OPEN}


any_chart = st.dictionaries(
    st.sampled_from("abcd"), st.lists(st.sampled_from(("cm", "smm", "sms", "seo")), max_size=3), max_size=4
)
TURNED = {
    Change.FALLS: Change.STARTS, Change.STARTS: Change.FALLS, Change.LEAVES: Change.JOINS, Change.JOINS: Change.LEAVES,
}  # fmt: skip


@given(any_chart, any_chart, st.lists(any_part, max_size=15))
def test_way_back_is_the_mirror(one, other, given_parts):
    there = passings(side(one, given_parts), side(other, given_parts), DUTIES)
    back = passings(side(other, given_parts), side(one, given_parts), DUTIES)

    assert [(each.duty, TURNED.get(each.change, each.change), each.came, each.left, each.kept, each.gained, each.lost)
            for each in there] == [
        (each.duty, each.change, each.left, each.came, each.kept, each.lost, each.gained) for each in back
    ]  # fmt: skip


@given(any_chart, any_chart, st.lists(any_part, max_size=15))
def test_what_falls_is_what_the_coverage_says(one, other, given_parts):
    before, after = side(one, given_parts), side(other, given_parts)

    found = passings(before, after, DUTIES)

    open_before = {*before.coverage.uncovered, *before.coverage.conditional, *before.coverage.doubtful}
    open_after = {*after.coverage.uncovered, *after.coverage.conditional, *after.coverage.doubtful}
    assert {each.duty for each in found if each.change is Change.FALLS} == open_after - open_before
    assert {each.duty for each in found if each.change is Change.STARTS} == open_before - open_after


@given(any_chart, st.lists(any_part, max_size=15))
def test_same_chart_changes_nothing(chart, given_parts):
    found = passings(side(chart, given_parts), side(chart, given_parts), DUTIES)

    assert {each.change for each in found} <= {Change.STAYS, Change.OPEN}
