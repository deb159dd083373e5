"""How the time to draw an org chart grows with it: ``.venv/bin/python -m devtools.chart_benchmark``.

Unlike the rest of ``devtools`` it runs inside the environment. It asks no database: the positions are made here.
"""

import os
import sys
from collections.abc import Callable
from itertools import pairwise
from math import log2
from random import Random
from time import perf_counter

SIZES = (250, 500, 1_000, 2_000, 4_000)
# Each position reports to one of so many before it: a row of pairs, a bushy chart, everybody under one.
SHAPES = {"narrow": 2, "bushy": 40, "flat": 4_000}
TIMES = 3


def main() -> int:
    """Print, for each shape and size, the best of a few times, and how it grew: 1.0 is linear, 2.0 quadratic."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    import django

    django.setup()
    print(f"{'shape':8}{'positions':>10}{'layout ms':>11}{'SVG ms':>9}{'µs each':>9}{'growth':>8}")
    for shape, reach in SHAPES.items():
        found = [(size, *measured(size, reach)) for size in SIZES]
        growths = [None, *(log2(two[2] / one[2]) for one, two in pairwise(found))]
        for (size, layout, picture), growth in zip(found, growths, strict=True):
            grew = "" if growth is None else f"{growth:.2f}"
            each = 1e6 * picture / size
            print(f"{shape:8}{size:>10}{1e3 * layout:>11.1f}{1e3 * picture:>9.1f}{each:>9.0f}{grew:>8}")
    return 0


def measured(size: int, reach: int) -> tuple[float, float]:
    """Seconds for the layout alone, and for the whole picture from the rows to the text of its file."""
    from orgcharts.drawing.layout import arrange
    from orgcharts.drawing.reading import tree_of
    from orgcharts.exports.as_svg import as_svg
    from orgcharts.exports.document import document_of
    from orgcharts.models import OrgChart, Position

    chart = OrgChart(pk=1, slug="benchmark", name_es="Benchmark")
    chart._prefetched_objects_cache = {"citations": []}  # type: ignore[attr-defined]
    positions = [Position(pk=key + 1, chart=chart, slug=f"p{key}", name_es=f"Puesto {key}") for key in range(size)]
    random = Random(size)  # noqa: S311
    for key, position in enumerate(positions):
        position.reports_to = positions[random.randrange(max(0, key - reach), key)] if key else None
        position._prefetched_objects_cache = {"roles": [], "citations": []}  # type: ignore[attr-defined]
    tree = tree_of(positions)
    heights = dict.fromkeys(tree.children, 77)
    return (
        best(lambda: arrange(tree, heights)),
        best(lambda: as_svg(document_of(chart, positions, site="http://localhost"))),
    )


def best(work: Callable[[], object]) -> float:
    """The shortest of a few times, in seconds."""
    times = []
    for _ in range(TIMES):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    sys.exit(main())
