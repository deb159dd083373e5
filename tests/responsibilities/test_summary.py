"""What a comparison comes to, drawn."""

from hypothesis import given
from hypothesis import strategies as st

from responsibilities.comparison import Cell, CellState, Part
from responsibilities.summary import Difference, RoleCount, Summary, Uncounted, sharpest, summarise
from tests.responsibilities.drawing import any_claims
from tests.responsibilities.test_comparison import row, row_of, weigh

ALL_KNOW_ALL = {"cm": "abcde", "smm": "abcde", "sms": "abcde"}
TWO = ("cm", "smm")


def test_summary_counts_shares_and_tells_apart():
    shelves = {
        "strategy": [row("cm plans a \n smm plans a b", TWO, "calendar")],
        "content": [row("cm executes a b", TWO, "writing"), row("smm decides (a)", TWO, "tools")],
        "ads": [],
    }

    summary = summarise(shelves, TWO, {"cm": "ab", "smm": "ab"})

    assert summary == Summary(
        areas=("strategy", "content", "ads"),
        counts=(RoleCount("cm", (1, 1, 0), alone=1), RoleCount("smm", (1, 0, 0), alone=0)),
        shared=("calendar",),
        differences=(
            Difference(
                "writing",
                "cm",
                Part("executes", ("a", "b")),
                Cell("smm", CellState.NOT_RECORDED),
                ("a", "b"),
            ),
            Difference(
                "calendar",
                "smm",
                Part("plans", ("a", "b")),
                Cell("cm", CellState.HAS, (Part("plans", ("a",)),)),
                ("b",),
            ),
        ),
        uncounted=(Uncounted("tools", ("smm",)),),
    )
    assert [count.total for count in summary.counts] == [2, 1]
    assert summary.largest == 1


def test_difference_needs_a_document_that_knows_both_roles():
    rows = [row("cm plans a b", TWO, "one"), row("cm plans c", TWO, "two")]

    found = sharpest(rows, {"cm": "abc", "smm": "c"})

    assert [(each.duty, each.pointed) for each in found] == [("two", ("c",))]


def test_difference_prefers_a_role_that_has_no_part_at_all():
    rows = [row("cm executes a \n smm plans a", TWO, "shared"), row("cm executes a", TWO, "alone")]

    assert [each.duty for each in sharpest(rows, ALL_KNOW_ALL)] == ["alone", "shared"]


def test_differences_are_three_at_most_in_the_order_of_rows():
    rows = [row("cm plans a", TWO, str(number)) for number in range(5)]

    assert [each.duty for each in sharpest(rows, ALL_KNOW_ALL)] == ["0", "1", "2"]


def test_difference_where_a_document_denies():
    (found,) = sharpest([row("cm plans a b \n smm plans !a", TWO)], ALL_KNOW_ALL)

    assert (found.role, found.pointed, found.other.state) == ("cm", ("a", "b"), CellState.DENIED)


def test_no_difference_where_both_do_the_same():
    assert sharpest([row("cm plans a \n smm plans a", TWO)], ALL_KNOW_ALL) == ()


@given(st.lists(any_claims, max_size=5))
def test_counts_add_up(drawn):
    rows = [row_of(str(n), TWO, claims, weigh(claims), ("plans", "executes")) for n, claims in enumerate(drawn)]

    summary = summarise({"all": rows}, TWO, ALL_KNOW_ALL)

    assert all(count.total >= count.alone + len(summary.shared) for count in summary.counts)


def test_what_fewer_documents_say_is_no_silence():
    """The reviewers' case: ``a`` gives the part to both, but the other role has no other voice."""
    rows = [row("cm executes a b c \n smm executes a", TWO), row("cm plans a b", TWO, "alone")]

    summary = summarise({"all": rows}, TWO, ALL_KNOW_ALL, min_voices=2)

    assert summary.counts == (RoleCount("cm", (2,), alone=1), RoleCount("smm", (0,), alone=0))
    assert [(each.duty, each.pointed, each.other.state) for each in summary.differences] == [
        ("alone", ("a", "b"), CellState.NOT_RECORDED),
        ("calendar", ("b", "c"), CellState.FEWER_VOICES),
    ]


def test_what_is_not_counted_is_named_apart():
    rows = [
        row("cm plans (a) \n smm plans b", TWO, "half"),
        row("cm plans (a) \n cm executes a \n smm plans b", TWO, "both"),
        row("cm plans (a) \n smm decides (b)", TWO, "none"),
    ]

    summary = summarise({"all": rows}, TWO, ALL_KNOW_ALL)

    assert (summary.counts, summary.shared, summary.uncounted) == (
        (RoleCount("cm", (1,), alone=0), RoleCount("smm", (2,), alone=0)),
        ("both",),
        (Uncounted("half", ("cm",)), Uncounted("none", TWO)),
    )
    assert summarise({"all": rows}, TWO, ALL_KNOW_ALL, min_voices=1).uncounted == ()


def test_a_denial_leaves_the_other_role_alone():
    summary = summarise({"all": [row("cm plans a \n smm plans !b", TWO)]}, TWO, ALL_KNOW_ALL)

    assert [count.alone for count in summary.counts] == [1, 0]
