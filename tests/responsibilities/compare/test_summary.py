"""What a comparison comes to, drawn."""

from hypothesis import given
from hypothesis import strategies as st

from responsibilities.agreement.duty_count import DutyCount
from responsibilities.agreement.rule import Claim
from responsibilities.compare.rule import Cell, CellState, Part, Spread, narrow
from responsibilities.compare.summary import Difference, RoleSummary, Summary, Uncounted, sharpest, summarise
from tests.responsibilities.compare.test_rule import row, row_of, weigh
from tests.responsibilities.drawing import INVOLVEMENTS

FOUR = ("cm", "smm", "sms", "seo")
ALL_KNOW_ALL = dict.fromkeys(FOUR, "abcde")
TWO, THREE = FOUR[:2], FOUR[:3]


def test_summary_counts_shares_and_tells_apart():
    shelves = {
        "strategy": [row("cm plans a \n smm executes a b", TWO, "calendar")],
        "content": [row("cm executes a b", TWO, "writing"), row("smm decides (a)", TWO, "tools")],
        "ads": [],
    }

    summary = summarise(shelves, TWO, {"cm": "ab", "smm": "ab"})

    executes, plans = Part("executes", ("a", "b")), Part("plans", ("a",))
    assert summary == Summary(
        areas=("strategy", "content", "ads"),
        roles=(
            RoleSummary("cm", (1, 1, 0), DutyCount(2), alone=("writing",), shared=("calendar",)),
            RoleSummary("smm", (1, 1, 0), DutyCount(2, uncounted=1), alone=("tools",), shared=("calendar",)),
        ),
        shared=("calendar",),
        differences=(
            Difference("writing", "cm", executes, Cell("smm", CellState.NOT_RECORDED), ("a", "b")),
            Difference("calendar", "smm", executes, Cell("cm", CellState.HAS, (plans,)), ("a", "b")),
        ),
        uncounted=(Uncounted("tools", ("smm",)),),
    )
    assert summary.largest == 1


def test_difference_needs_a_document_that_knows_both_roles():
    rows = [row("cm plans a b", TWO, "one"), row("cm plans c", TWO, "two")]

    found = sharpest(rows, {"cm": "abc", "smm": "c"})

    assert [(each.duty, each.pointed) for each in found] == [("two", ("c",))]


def test_difference_prefers_a_role_that_has_no_part_at_all():
    rows = [row("cm executes a \n smm plans a", TWO, "shared"), row("cm executes a", TWO, "alone")]

    assert [(each.duty, each.role) for each in sharpest(rows, ALL_KNOW_ALL)] == [("alone", "cm"), ("shared", "smm")]


def test_differences_are_three_at_most_in_the_order_of_rows():
    rows = [row("cm plans a", TWO, str(number)) for number in range(5)]

    assert [each.duty for each in sharpest(rows, ALL_KNOW_ALL)] == ["0", "1", "2"]


def test_each_role_has_its_sharpest_difference_however_sharp_those_of_others():
    rows = [row("cm plans a b c", THREE, str(number)) for number in range(4)]
    rows += [row("smm plans a b", THREE, "smm"), row("sms plans a", THREE, "sms")]

    assert [(each.duty, each.role) for each in sharpest(rows, ALL_KNOW_ALL)] == [
        ("0", "cm"),
        ("smm", "smm"),
        ("sms", "sms"),
    ]


def test_difference_where_a_document_denies():
    (found,) = sharpest([row("cm plans a b \n smm plans !a", TWO)], ALL_KNOW_ALL)

    assert (found.role, found.pointed, found.other.state) == ("cm", ("a", "b"), CellState.DENIED)


def test_no_difference_where_both_play_the_part():
    same = row("cm plans a b \n smm plans c", TWO)
    only_under_a_condition = row("cm plans a b \n smm plans (b)", TWO)
    by_fewer_documents = row("cm plans a b \n smm plans b", TWO).at_least(2)

    assert sharpest([same, only_under_a_condition, by_fewer_documents], ALL_KNOW_ALL) == ()


def test_what_fewer_documents_say_is_no_silence():
    rows = [row("cm executes a b c \n smm executes a", TWO), row("cm plans a b", TWO, "alone")]

    summary = summarise({"all": narrow(rows, min_voices=2)}, TWO, ALL_KNOW_ALL)

    assert summary.roles == (
        RoleSummary("cm", (2,), DutyCount(2), alone=("alone",), fewer=("calendar",)),
        RoleSummary("smm", (0,), DutyCount(0)),
    )
    assert [(each.duty, each.pointed, each.other.state) for each in summary.differences] == [
        ("alone", ("a", "b"), CellState.NOT_RECORDED),
    ]


def test_what_is_not_counted_is_counted_in_the_whole_and_named_apart():
    rows = [
        row("cm plans (a) \n smm plans b", TWO, "half"),
        row("cm plans (a) \n cm executes a \n smm plans b", TWO, "both"),
        row("cm plans (a) \n smm decides (b)", TWO, "none"),
    ]

    summary = summarise({"all": rows}, TWO, ALL_KNOW_ALL)

    assert [each.count for each in summary.roles] == [DutyCount(3, 2), DutyCount(3, 1)]
    assert (summary.shared, summary.uncounted) == (
        ("half", "both", "none"),
        (Uncounted("half", ("cm",)), Uncounted("none", TWO)),
    )


def test_a_denial_leaves_the_other_role_alone():
    summary = summarise({"all": [row("cm plans a \n smm plans !b", TWO)]}, TWO, ALL_KNOW_ALL)

    assert [each.alone for each in summary.roles] == [("calendar",), ()]


# --- Any claims, any filters: the summary and the tags say what the claims say, and nothing that the rows do not. ---


def affirming(claims, role, involvement, least):
    """The documents that give the part to the role; with ``least`` at 0 those that do not count too."""
    said = [each for each in claims if (each.role, each.involvement, each.denies) == (role, involvement, False)]
    return {each.voice for each in said if each.counts or least == 0}


def parts_of(claims, role, least):
    """The parts that the role plays by ``least`` voices, straight from the claims."""
    return {part for part in INVOLVEMENTS if len(affirming(claims, role, part, least)) >= max(least, 1)}


SAID = (INVOLVEMENTS[:2], "abcde", (True, True, False), (False, False, True))


def stated(duty, role, involvement, voice, counts, denies):
    return duty, Claim(role, involvement, voice, counts, denies)


class Oracle:
    """What must be said, worked out from the claims about each shown duty, without cells."""

    def __init__(self, claims, roles, least):
        self.claims, self.roles, self.least = claims, roles, least

    def having(self, duty):
        return [role for role in self.roles if parts_of(self.claims[duty], role, self.least)]

    def touched(self, duty):
        """The roles to whom any document gives any part, however weakly."""
        return [role for role in self.roles if parts_of(self.claims[duty], role, 0)]

    def uncounted(self, duty, role):
        return role in self.having(duty) and not parts_of(self.claims[duty], role, 1)

    def alone(self, duty):
        return self.having(duty)[0] if len(self.having(duty)) == len(self.touched(duty)) == 1 else ""


@given(
    st.lists(st.builds(stated, st.integers(0, 5), st.sampled_from(FOUR), *map(st.sampled_from, SAID)), max_size=24),
    st.integers(2, 4),
    st.integers(0, 3),
    st.booleans(),
    st.sets(st.sampled_from("abcde"), min_size=1),
)
def test_summary_and_tags_say_what_the_shown_rows_say(drawn, size, least, only_differences, speaking):
    roles = FOUR[:size]
    claims = {str(number): [each for place, each in drawn if place == number] for number in range(6)}
    claims = {duty: [each for each in said if each.voice in speaking] for duty, said in claims.items()}
    shelves = {"one": {duty: claims[duty] for duty in "012"}, "two": {duty: claims[duty] for duty in "345"}}
    shown = {
        area: narrow(
            [row_of(duty, roles, claims, weigh(claims), INVOLVEMENTS) for duty, claims in duties.items()],
            min_voices=least,
            only_differences=only_differences,
        )
        for area, duties in shelves.items()
    }
    rows = [row for shelf in shown.values() for row in shelf]
    oracle = Oracle(claims, roles, least)

    summary = summarise(shown, roles, ALL_KNOW_ALL)

    duties = [row.duty for row in rows]
    assert list(summary.shared) == [duty for duty in duties if oracle.having(duty) == list(roles)]
    assert list(summary.shared) == [row.duty for row in rows if row.spread in (Spread.ALL, Spread.PARTS)]
    assert not (only_differences and any(row.spread is Spread.ALL for row in rows))
    assert [each.role for each in summary.roles] == list(roles)
    for each in summary.roles:
        own = [duty for duty in duties if each.role in oracle.having(duty)]
        assert each.count == DutyCount(len(own), sum(oracle.uncounted(duty, each.role) for duty in own))
        assert sum(each.by_area) == each.count.total
        assert list(each.alone) == [duty for duty in own if oracle.alone(duty)]
        assert list(each.shared) == [duty for duty in own if len(oracle.having(duty)) > 1]
        assert sorted([*each.alone, *each.shared, *each.fewer]) == sorted(own)
        assert list(each.alone) == [row.duty for row in rows if row.spread is Spread.ONE and row.duty in own]
    assert {(each.duty, role) for each in summary.uncounted for role in each.roles} == {
        (duty, role) for duty in duties for role in roles if oracle.uncounted(duty, role)
    }
    for each in summary.differences:
        said, part, other = oracle.claims[each.duty], each.part.involvement, each.other.role
        assert set(each.pointed) <= affirming(said, each.role, part, max(least, 1))
        assert not affirming(said, other, part, 0)
        assert part not in [shown.involvement for shown in each.other.parts if not shown.denied]
