"""Charts drawn as text: a line is a position, two spaces deeper than the one it reports to; ``~`` before staff."""

from random import Random

from hypothesis import strategies as st

from orgcharts.drawing.layout import Layout
from orgcharts.drawing.tree import Tree, grow


def draw(text: str) -> tuple[Tree[str], set[str]]:
    """The tree and its staff."""
    edges, staff, above = {}, set(), {}
    for line in filter(str.strip, text.splitlines()):
        name = line.strip()
        level = (len(line) - len(name)) // 2
        key = name.lstrip("~")
        edges[key] = above.get(level - 1)
        above[level] = key
        if name != key:
            staff.add(key)
    return grow(edges), staff


def random_tree(seed: int, size: int, *, reach: int) -> Tree[int]:
    """Each position reports to one of the ``reach`` before it: 1 makes a chain, many make it bushy; some are roots."""
    random = Random(seed)
    edges = {}
    for key in range(size):
        parent = random.randint(key - reach, key - 1)
        edges[key] = parent if parent >= 0 else None if random.random() < 0.05 or key == 0 else random.randrange(key)
    return grow(edges)


any_tree = st.builds(
    random_tree, st.integers(0, 10**9), st.integers(1, 2_000), reach=st.sampled_from((1, 2, 5, 40, 2_000))
)
small_tree = st.builds(random_tree, st.integers(0, 10**9), st.integers(1, 40), reach=st.sampled_from((1, 3, 8, 40)))


def middles(layout: Layout) -> dict:
    return {key: spot.middle for key, spot in layout.spots.items()}
