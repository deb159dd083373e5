from hypothesis import given
from hypothesis import strategies as st

from editing.cycles import find_cycles
from orgcharts.drawing.tree import grow
from tests.orgcharts.drawn import draw

DEPARTMENT = """
sms
  smm
    cm-1
    cm-2
  analyst
"""


def test_tree_of_a_department():
    tree, _staff = draw(DEPARTMENT)

    assert tree.roots == ("sms",)
    assert tree.children == {
        "sms": ("smm", "analyst"), "smm": ("cm-1", "cm-2"), "cm-1": (), "cm-2": (), "analyst": (),
    }  # fmt: skip
    assert (tree.cycles, tree.strays) == ((), ())


def test_walk_reads_each_before_its_reports():
    tree, _staff = draw(DEPARTMENT)

    assert list(tree.walk()) == ["sms", "smm", "cm-1", "cm-2", "analyst"]


def test_ancestors_nearest_first():
    tree, _staff = draw(DEPARTMENT)

    assert tree.ancestors("cm-2") == ("smm", "sms")


def test_descendants_in_reading_order():
    tree, _staff = draw(DEPARTMENT)

    assert tree.descendants("sms") == ("smm", "cm-1", "cm-2", "analyst")


def test_depths_of_several_roots():
    tree = grow({"smm": None, "cm": None, "helper": "cm"})

    assert tree.depths() == {"smm": 0, "cm": 0, "helper": 1}


def test_siblings_keep_the_order_of_the_edges_whoever_comes_first():
    tree = grow({"b": "top", "top": None, "a": "top"})

    assert tree.children["top"] == ("b", "a")


def test_cycle_is_cut_above_its_first_member():
    tree = grow({"a": "c", "b": "a", "c": "b", "below": "c"})

    assert tree.cycles == (("a", "c", "b"),)
    assert list(tree.walk()) == ["a", "b", "c", "below"]


def test_stray_becomes_a_root():
    tree = grow({"a": None, "b": "somebody else"})

    assert (tree.roots, tree.strays) == (("a", "b"), ("b",))


def test_empty_tree():
    tree = grow({})

    assert (list(tree.walk()), tree.depths(), tree.roots) == ([], {}, ())


def test_long_chain_needs_no_recursion():
    chain = grow({key: key - 1 if key else None for key in range(20_000)})

    assert len(chain.ancestors(19_999)) == 19_999
    assert len(chain.descendants(0)) == 19_999


@given(st.lists(st.one_of(st.none(), st.integers(0, 30)), max_size=25))
def test_any_edges_make_a_tree_that_ends(parents):
    edges = dict(enumerate(parents))

    tree = grow(edges)

    assert sorted(tree.walk()) == list(edges)
    assert find_cycles(tree.parents | dict.fromkeys(tree.roots)) == ()
    kept = {key: parent for key, parent in edges.items() if tree.parents.get(key) != parent}
    cut = {cycle[0] for cycle in tree.cycles} | set(tree.strays)
    assert {key for key, parent in kept.items() if parent is not None} == cut
