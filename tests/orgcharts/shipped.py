"""The shipped charts, and the tables of the hand-written expectations read as values."""

from orgcharts.coverage.rule import STRENGTH, Hold, Holding
from orgcharts.models import OrgChart, Position

HOLDS = {"": Hold.FIRM, "≠": Hold.DISPUTED, "~": Hold.CONDITIONAL, "?": Hold.DOUBTFUL}


def shipped_charts():
    """Each chart with its positions, in order."""
    return {chart.slug: list(Position.objects.in_chart(chart)) for chart in OrgChart.objects.all()}


def lines(table):
    return [line.split() for line in table.splitlines() if line.strip()]


def holdings(table):
    """The holdings that a table of expected_coverage.py tells."""
    return tuple(_holding(duty, parts) for duty, *parts in lines(table))


def _holding(duty, parts):
    signs = {part[0] if part[0] in HOLDS else "" for part in parts}
    return Holding(
        duty, min((HOLDS[sign] for sign in signs), key=STRENGTH.index), tuple(p.lstrip("~≠?") for p in parts)
    )


def shown(cell):
    """A cell as expected_raci.py writes it."""
    text = "".join(f"{mark.letter}{'≠' * mark.disputed}" for mark in cell.marks)
    return text + "~" * cell.conditional + "?" * cell.doubtful or "·"


def matrix(table):
    """Duty → position → cell as text."""
    heading, *rows = lines(table)
    return {duty: dict(zip(heading, cells, strict=True)) for duty, *cells in rows}
