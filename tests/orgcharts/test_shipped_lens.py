"""Coverage and RACI of the shipped charts against what was worked out by hand."""

from dataclasses import dataclass

import pytest

from orgcharts.coverage.record import Given, given
from orgcharts.coverage.rule import Twice, load
from orgcharts.models import Position
from orgcharts.raci.reading import matrix_for
from tests.orgcharts import expected_coverage, expected_raci
from tests.orgcharts.shipped import holdings, lines, matrix, shipped_charts, shown
from tests.responsibilities.expected_voices import EXPECTED, UNCOUNTED

CHARTS = sorted(expected_coverage.HOLDINGS)


@dataclass(frozen=True)
class Shipped:
    known: Given
    charts: dict[str, list[Position]]

    def coverage(self, chart):
        return self.known.coverage(self.charts[chart])

    def matrix(self, chart):
        return matrix_for(self.charts[chart], self.known)


@pytest.fixture(scope="module")
def shipped(module_db, shipped_content):
    with module_db():
        return Shipped(given(), shipped_charts())


def test_every_shipped_chart_was_worked_out(shipped):
    assert sorted(shipped.charts) == CHARTS == sorted(expected_raci.MATRICES)


@pytest.mark.parametrize("chart", CHARTS)
def test_holdings_are_those_worked_out_by_hand(shipped, chart):
    found = shipped.coverage(chart).holdings

    assert found == {slug: holdings(table) for slug, table in expected_coverage.HOLDINGS[chart].items()}


@pytest.mark.parametrize("chart", CHARTS)
def test_what_is_open_is_what_was_worked_out_by_hand(shipped, chart):
    found = shipped.coverage(chart)

    assert (list(found.uncovered), list(found.conditional), list(found.disputed)) == (
        expected_coverage.UNCOVERED[chart],
        expected_coverage.CONDITIONAL[chart],
        expected_coverage.DISPUTED,
    )


@pytest.mark.parametrize("chart", CHARTS)
def test_what_is_held_twice_is_what_was_worked_out_by_hand(shipped, chart):
    found = shipped.coverage(chart).twice

    assert set(found) == {
        Twice(duty, involvement, positions)
        for positions, table in expected_coverage.TWICE[chart].items()
        for duty, involvement in lines(table)
    }


@pytest.mark.parametrize("chart", CHARTS)
def test_loads_are_those_worked_out_by_hand(shipped, chart):
    areas = {slug: duty.area.slug for slug, duty in shipped.known.duties.items()}

    found = {slug: load(held, areas) for slug, held in shipped.coverage(chart).holdings.items()}

    shelves = list(dict.fromkeys(areas.values()))
    assert {slug: tuple(counts[area] for area in shelves) for slug, counts in found.items()} == {
        slug: expected_coverage.LOADS[table] for slug, table in expected_coverage.HOLDINGS[chart].items()
    }


def test_who_could_take_what_nobody_has_in_the_company(shipped):
    found = {
        duty: tuple(role.slug for role in shipped.known.having.get(duty, ()))
        for duty in shipped.coverage("empresa").uncovered
    }

    assert found == expected_coverage.TAKERS_IN_THE_COMPANY


@pytest.mark.parametrize("chart", CHARTS)
def test_letters_are_those_worked_out_by_hand(shipped, chart):
    found = shipped.matrix(chart)

    assert {
        duty: {position: shown(cell) for position, cell in row.items()} for duty, row in found.cells.items()
    } == matrix(expected_raci.MATRICES[chart])


@pytest.mark.parametrize("chart", CHARTS)
def test_checks_are_those_worked_out_by_hand(shipped, chart):
    checks = shipped.matrix(chart).checks

    assert {
        "nobody": len(checks.nobody),
        "no_a": len(checks.no_a),
        "no_r": list(checks.no_r),
        "two_a": list(checks.many_a),
        "overload": checks.overload,
        "inverted": list(checks.inverted),
    } == expected_raci.CHECKS[chart]


@pytest.mark.parametrize("chart", CHARTS)
def test_letters_of_one_document_are_those_of_the_voices_read_by_hand(shipped, chart):
    found = shipped.matrix(chart)
    roles = {position.slug: [role.slug for role in position.roles.all()] for position in shipped.charts[chart]}

    assert {
        (duty, slug, mark.letter): mark.single
        for duty, row in found.cells.items()
        for slug, cell in row.items()
        for mark in cell.marks
    } == {
        (duty, slug, mark.letter): len(_heard(duty, mark.letter, roles[slug], roles.values())) == 1
        for duty, row in found.cells.items()
        for slug, cell in row.items()
        for mark in cell.marks
    }


def _heard(duty, letter, own, chart):
    """The documents that expected_voices.py has for what makes ``letter``, of the roles ``own`` in a ``chart``."""
    stated = {part: {role: set(said) for role, said in roles.items()} for part, roles in EXPECTED.get(duty, {}).items()}
    stated |= {part: stated.get(part, {}) for part in UNCOUNTED.get(duty, {})}
    deciding = any(role in stated.get("decides", {}) for roles in chart for role in roles)
    work = {part for part in stated if part in ("plans", "executes")} or stated.keys()
    making = {"R": work, "A": ["decides" if deciding else "supervises"], "C": stated, "I": []}[letter]
    return set().union(*(stated.get(part, {}).get(role, set()) for part in making for role in own))
