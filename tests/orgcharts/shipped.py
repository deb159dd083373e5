"""The shipped charts, and the tables of the hand-written expectations read as values."""

from orgcharts.coverage import Hold, Holding
from orgcharts.models import OrgChart, Position


def shipped_charts():
    """Each chart with its positions, in order."""
    return {chart.slug: list(Position.objects.in_chart(chart)) for chart in OrgChart.objects.all()}


def lines(table):
    return [line.split() for line in table.splitlines() if line.strip()]


def holdings(table):
    """The holdings that a table of expected_coverage.py tells."""
    return tuple(_holding(duty, parts) for duty, *parts in lines(table))


def _holding(duty, parts):
    signs = {part[0] for part in parts if part[0] in "~≠"} if all(part[0] in "~≠" for part in parts) else set()
    hold = Hold.CONDITIONAL if "~" in signs else Hold.DISPUTED if signs else Hold.FIRM
    return Holding(duty, hold, tuple(part.lstrip("~≠") for part in parts))


def shown(cell):
    """A cell as expected_raci.py writes it."""
    text = "".join(f"{mark.letter}{'≠' * mark.disputed}" for mark in cell.marks)
    return text or ("~" if cell.conditional else "·")


def matrix(table):
    """Duty → position → cell as text."""
    heading, *rows = lines(table)
    return {duty: dict(zip(heading, cells, strict=True)) for duty, *cells in rows}
