import pytest

from responsibilities.compare.rule import CellState
from responsibilities.duties.query import in_order
from responsibilities.duties.table import LedgerCell, LedgerRow
from responsibilities.models import Duty
from roles.models import Role


def cell(voices, total):
    return LedgerCell(Role(slug="cm"), CellState.HAS, tuple("abcdefgh"[:voices]), voices, (), total)


@pytest.mark.parametrize(
    ("total", "heats"),
    [(1, [0, 5]), (2, [0, 3, 5]), (3, [0, 2, 4, 5]), (5, [0, 1, 2, 3, 4, 5]), (8, [0, 1, 2, 2, 3, 4, 4, 5, 5])],
)
def test_heat_is_the_share_of_the_voices_in_steps_that_begin_with_the_first(total, heats):
    assert [cell(voices, total).heat for voices in range(total + 1)] == heats


def test_heat_of_a_role_that_nobody_describes():
    assert cell(0, 0).heat == 0


def test_names_are_in_the_order_of_the_spanish_alphabet():
    names = ["Anzuelo", "Año", "Ánimo", "añada", "Ano", "Ñandú", "Ocio", "Nube", "Cañón", "Canto", "Caoba"]
    rows = [LedgerRow(Duty(slug=f"duty-{place}", name_es=name), None, None, (), 0) for place, name in enumerate(names)]

    assert [row.duty.name_es for row in in_order(rows, "name")] == [
        "Ánimo", "Ano", "Anzuelo", "añada", "Año", "Canto", "Cañón", "Caoba", "Nube", "Ñandú", "Ocio",
    ]  # fmt: skip


def test_same_names_are_in_the_order_of_their_slugs():
    rows = [LedgerRow(Duty(slug=slug, name_es="Igual"), None, None, (), 0) for slug in ("b", "c", "a")]

    assert [row.duty.slug for row in in_order(rows, "name")] == ["a", "b", "c"]
