"""Cells and rows of a comparison, drawn, and what must hold for any claims."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from responsibilities.agreement.rule import weigh
from responsibilities.compare.rule import Cell, CellState, Part, Row, Spread, cell_of, narrow, row_of
from tests.responsibilities.drawing import INVOLVEMENTS, ROLES, any_claims, draw


def row(drawing, roles=ROLES, duty="calendar"):
    claims = draw(drawing)
    return row_of(duty, roles, claims, weigh(claims), INVOLVEMENTS)


def states(row):
    return [str(cell.state) for cell in row.cells]


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        ("", Cell("cm", CellState.NOT_RECORDED)),
        ("smm plans a", Cell("cm", CellState.NOT_RECORDED)),
        ("cm plans a", Cell("cm", CellState.HAS, (Part("plans", ("a",)),))),
        ("cm plans b a a", Cell("cm", CellState.HAS, (Part("plans", ("a", "b")),))),
        ("cm plans (a)", Cell("cm", CellState.HAS, (Part("plans", (), uncounted=True),))),
        ("cm plans !a", Cell("cm", CellState.DENIED, (Part("plans", (), ("a",), denied=True),))),
        (
            "cm plans (!a)",
            Cell("cm", CellState.DENIED, (Part("plans", (), uncounted=True, denied=True, doubted=True),)),
        ),
        ("cm plans a !b", Cell("cm", CellState.HAS, (Part("plans", ("a",), ("b",), disputed=True),))),
        (
            "cm executes a \n cm plans a \n smm plans b",
            Cell("cm", CellState.HAS, (Part("plans", ("a",), disputed=True), Part("executes", ("a",)))),
        ),
        (
            "cm plans !a \n cm executes a",
            Cell("cm", CellState.HAS, (Part("plans", (), ("a",), denied=True), Part("executes", ("a",)))),
        ),
    ],
)
def test_cell_of_drawn_claims(drawing, expected):
    claims = draw(drawing)

    cell = cell_of("cm", [claim for claim in claims if claim.role == "cm"], weigh(claims), INVOLVEMENTS)

    assert cell == expected


def test_cell_of_a_role_outside_the_verdict_is_not_disputed():
    cell = cell_of("seo", draw("seo plans d"), weigh(draw("cm plans a \n smm plans b")), INVOLVEMENTS)

    assert cell == Cell("seo", CellState.HAS, (Part("plans", ("d",)),))


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        ("cm plans a \n smm plans a \n sms plans a", Spread.ALL),
        ("cm plans a \n smm executes b \n sms decides (c)", Spread.PARTS),
        ("cm plans a \n smm plans b \n sms plans !a \n sms executes b", Spread.PARTS),
        ("cm plans a \n smm plans b", Spread.SOME),
        ("cm plans a \n smm plans !a", Spread.ONE),
        ("seo plans a", Spread.NONE),
    ],
)
def test_spread_of_a_row(drawing, expected):
    assert row(drawing).spread is expected


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        ("cm plans a b \n smm plans a", Spread.FEWER),
        ("cm plans !a !b \n smm plans a", Spread.FEWER),
        ("cm plans a b \n smm plans (a)", Spread.FEWER),
        ("cm plans a b \n smm plans !a", Spread.ONE),
        ("cm plans a b \n smm plans !a !b \n smm executes a", Spread.FEWER),
        ("cm plans a b \n smm plans a b \n sms plans a", Spread.SOME),
    ],
)
def test_spread_of_a_row_that_hides_what_fewer_documents_say(drawing, expected):
    assert row(drawing).at_least(2).spread is expected


@pytest.mark.parametrize(
    ("drawing", "differs"),
    [
        ("cm plans a \n smm plans b", False),
        ("cm plans a \n smm plans a \n smm executes a", True),
        ("cm plans a \n smm executes a", True),
        ("cm plans a", True),
        ("cm plans !a \n smm plans b", True),
        ("cm plans !a \n cm executes a \n smm plans b \n smm executes b", True),
        ("", False),
    ],
)
def test_row_differs_by_state_or_part_not_by_voices(drawing, differs):
    assert row(drawing, roles=("cm", "smm")).differs is differs


def test_at_least_two_voices_leaves_out_the_part_but_not_the_record():
    narrowed = row("cm plans a b \n cm executes a \n smm plans c").at_least(2)

    assert narrowed == Row(
        "calendar",
        (
            Cell("cm", CellState.HAS, (Part("plans", ("a", "b"), disputed=True),), (Part("executes", ("a",)),)),
            Cell("smm", CellState.FEWER_VOICES, hidden=(Part("plans", ("c",), disputed=True),)),
            Cell("sms", CellState.NOT_RECORDED),
        ),
    )


@pytest.mark.parametrize(
    ("drawing", "voices", "expected"),
    [
        ("cm plans (a)", 0, ["has", "not_recorded"]),
        ("cm plans (a)", 1, ["fewer_voices", "not_recorded"]),
        ("cm plans !a !b", 2, ["denied", "not_recorded"]),
        ("cm plans !a \n cm executes a b", 2, ["has", "not_recorded"]),
        ("cm plans !a !b \n cm executes a", 2, ["denied", "not_recorded"]),
    ],
)
def test_at_least_counts_what_the_part_says(drawing, voices, expected):
    assert states(row(drawing, roles=("cm", "smm")).at_least(voices)) == expected


def test_narrow_keeps_the_rows_that_say_something():
    rows = [row("cm plans a b", duty="1"), row("cm plans a", duty="2"), row("cm plans !a !b", duty="3")]

    assert [each.duty for each in narrow(rows, min_voices=2)] == ["1", "3"]


def test_narrow_to_differences():
    rows = [row("cm plans a \n smm plans b", ("cm", "smm"), "same"), row("cm plans a", ("cm", "smm"), "other")]

    assert [each.duty for each in narrow(rows, only_differences=True)] == ["other"]


@given(any_claims, st.randoms())
def test_row_does_not_depend_on_the_order_of_claims(claims, random):
    verdicts = weigh(claims)
    shuffled = random.sample(claims, len(claims))

    assert row_of("d", ROLES, shuffled, verdicts, INVOLVEMENTS) == row_of("d", ROLES, claims, verdicts, INVOLVEMENTS)


@given(any_claims, st.permutations(ROLES))
def test_order_of_roles_moves_the_cells_and_nothing_else(claims, roles):
    verdicts = weigh(claims)

    one = row_of("d", ROLES, claims, verdicts, INVOLVEMENTS)
    other = row_of("d", roles, claims, verdicts, INVOLVEMENTS)

    assert sorted(other.cells, key=lambda cell: ROLES.index(cell.role)) == list(one.cells)
    assert (other.spread, other.disputed, other.differs) == (one.spread, one.disputed, one.differs)


@given(any_claims)
def test_not_recorded_means_that_no_claim_names_the_role(claims):
    one = row_of("d", ROLES, claims, weigh(claims), INVOLVEMENTS)

    silent = {cell.role for cell in one.cells if cell.state is CellState.NOT_RECORDED}

    assert silent == set(ROLES) - {claim.role for claim in claims}


@given(any_claims, st.integers(0, 6))
def test_more_voices_never_show_more(claims, voices):
    one = row_of("d", ROLES, claims, weigh(claims), INVOLVEMENTS)

    less, lesser = one.at_least(voices), one.at_least(voices + 1)

    for cell, smaller in zip(less.cells, lesser.cells, strict=True):
        assert set(smaller.parts) <= set(cell.parts)
        assert (smaller.state is CellState.NOT_RECORDED) == (cell.state is CellState.NOT_RECORDED)
