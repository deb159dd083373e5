"""The rows of the UpSet picture, drawn."""

from hypothesis import given
from hypothesis import strategies as st

from responsibilities.comparison import CellState
from responsibilities.overlap import Intersection, intersections
from tests.responsibilities.drawing import INVOLVEMENTS, ROLES, any_claims
from tests.responsibilities.test_comparison import row, row_of, weigh


def test_intersections_are_exclusive_and_the_largest_comes_first():
    rows = [
        row("cm plans a", duty="1"),
        row("cm plans a \n smm plans b", duty="2"),
        row("sms decides a", duty="3"),
        row("cm executes a \n smm supervises b", duty="4"),
        row("cm plans !a", duty="5"),
        row("cm plans a \n smm plans a \n sms plans (a)", duty="6"),
    ]

    assert intersections(rows, ROLES) == (
        Intersection(("cm", "smm"), ("2", "4")),
        Intersection(("cm",), ("1",)),
        Intersection(("sms",), ("3",)),
        Intersection(("cm", "smm", "sms"), ("6",)),
    )


def test_intersections_of_nothing():
    assert intersections([], ROLES) == ()


@given(st.lists(any_claims, max_size=8))
def test_sizes_add_up_to_the_duties_of_each_role(drawn):
    rows = [row_of(str(n), ROLES, claims, weigh(claims), INVOLVEMENTS) for n, claims in enumerate(drawn)]

    found = intersections(rows, ROLES)

    for column, role in enumerate(ROLES):
        duties = [each.duty for each in rows if each.cells[column].state is CellState.HAS]
        assert sorted(duty for group in found if role in group.roles for duty in group.duties) == sorted(duties)
