from hypothesis import given
from hypothesis import strategies as st

from editing.cycles import find_cycles


def test_cycle_of_one():
    assert find_cycles({"a": "a"}) == (("a",),)


def test_cycles_each_once_in_order():
    edges = {"z": "y", "tail": "b", "y": "z", "a": "b", "b": "a"}

    assert find_cycles(edges) == (("z", "y"), ("a", "b"))


@given(st.lists(st.one_of(st.none(), st.integers(0, 12)), min_size=1, max_size=13))
def test_cycles_are_those_that_climbing_finds(parents):
    edges = dict(enumerate(parents))

    found = {frozenset(cycle) for cycle in find_cycles(edges)}

    assert found == {ring for key in edges if (ring := _climb(edges, key))}


def _climb(edges, start):
    """The ring that ``start`` is part of, the slow way."""
    ring, key = [start], edges[start]
    for _step in edges:
        if key == start:
            return frozenset(ring)
        if key is None or key not in edges:
            return None
        ring.append(key)
        key = edges[key]
    return None
