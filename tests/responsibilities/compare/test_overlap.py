"""The rows of the UpSet picture, drawn."""

from hypothesis import given
from hypothesis import strategies as st

from responsibilities.compare.overlap import Intersection, intersections
from responsibilities.compare.rule import CellState
from tests.responsibilities.compare.test_rule import row, row_of, weigh
from tests.responsibilities.drawing import INVOLVEMENTS, ROLES, any_claims

HAS, SILENT, FEWER, DENIED = CellState.HAS, CellState.NOT_RECORDED, CellState.FEWER_VOICES, CellState.DENIED


def test_intersections_are_exclusive_and_the_largest_comes_first():
    rows = [
        row("cm plans a", duty="1"),
        row("cm plans a \n smm plans b", duty="2"),
        row("sms decides a", duty="3"),
        row("cm executes a \n smm supervises b", duty="4"),
        row("cm plans !a", duty="5"),
        row("cm plans a \n smm plans a \n sms plans (a)", duty="6"),
    ]

    assert intersections(rows) == (
        Intersection((HAS, HAS, SILENT), ("2", "4")),
        Intersection((HAS, SILENT, SILENT), ("1",)),
        Intersection((SILENT, SILENT, HAS), ("3",)),
        Intersection((HAS, HAS, HAS), ("6",), uncounted=(2,)),
    )


def test_intersections_keep_silence_apart_from_denials_and_from_what_fewer_documents_say():
    rows = [row("cm plans a b", duty="1"), row("cm plans a b \n smm plans a \n sms plans !a !b", duty="2")]

    assert intersections(each.at_least(2) for each in rows) == (
        Intersection((HAS, SILENT, SILENT), ("1",)),
        Intersection((HAS, FEWER, DENIED), ("2",)),
    )


def test_intersections_of_nothing():
    assert intersections([]) == ()


@given(st.lists(any_claims, max_size=8))
def test_sizes_add_up_to_the_duties_of_each_role(drawn):
    rows = [row_of(str(n), ROLES, claims, weigh(claims), INVOLVEMENTS) for n, claims in enumerate(drawn)]

    found = intersections(rows)

    for column in range(len(ROLES)):
        duties = [each.duty for each in rows if each.cells[column].state is HAS]
        assert sorted(duty for group in found if group.states[column] is HAS for duty in group.duties) == sorted(duties)
