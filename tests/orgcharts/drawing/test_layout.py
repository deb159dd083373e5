from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgcharts.drawing.layout import Line, Measures, Spot, arrange
from orgcharts.drawing.tree import grow
from tests.orgcharts.drawn import any_tree, draw, middles, random_tree, small_tree

PLAIN = Measures(half=10, gap=10, root_gap=10, drop=20, side_drop=10, aside=5, margin=0)
any_measures = st.builds(
    Measures,
    half=st.integers(1, 200),
    gap=st.integers(0, 60),
    root_gap=st.integers(0, 90),
    drop=st.integers(2, 90),
    side_drop=st.integers(1, 50),
    aside=st.integers(1, 50),
    margin=st.integers(0, 40),
)


def place(text, *, height=10, measures=PLAIN):
    tree, staff = draw(text)
    return arrange(tree, dict.fromkeys(tree.children, height), staff=staff, measures=measures)


def test_chain_stands_in_one_column():
    layout = place("""
sms
  smm
    cm
""")

    assert layout.spots == {"sms": Spot(0, 0, 20, 10), "smm": Spot(0, 30, 20, 10), "cm": Spot(0, 60, 20, 10)}
    assert layout.lines == (
        Line("sms", "smm", ((10, 10), (10, 30))),
        Line("smm", "cm", ((10, 40), (10, 60))),
    )
    assert (layout.width, layout.height) == (20, 70)


def test_parent_stands_over_the_middle_of_its_reports():
    layout = place("""
sms
  a
  b
  c
""")

    assert middles(layout) == {"sms": 40, "a": 10, "b": 40, "c": 70}
    assert layout.lines[0].points == ((40, 10), (40, 20), (10, 20), (10, 30))


def test_roots_stand_side_by_side():
    layout = place("""
smm
cm
""")

    assert layout.spots == {"smm": Spot(0, 0, 20, 10), "cm": Spot(30, 0, 20, 10)}
    assert layout.lines == ()


def test_small_family_between_large_ones_stands_evenly():
    layout = place("""
top
  a
    a1
    a2
    a3
    a4
  b
  c
  d
    d1
    d2
    d3
    d4
""")
    places = [middles(layout)[key] for key in "abcd"]

    assert [right - left for left, right in pairwise(places)] == [40, 40, 40]


def test_families_are_fitted_into_each_other():
    layout = place("""
top
  leaf
  wide
    w1
    w2
    w3
""")

    assert middles(layout)["wide"] - middles(layout)["leaf"] == 30


def test_staff_stands_at_the_side_of_the_line():
    layout = place("""
head
  ~adviser
  ~lawyer
  ~auditor
  left
  right
""")

    assert layout.spots == {
        "head": Spot(15, 0, 20, 10),
        "adviser": Spot(30, 20, 20, 10),
        "lawyer": Spot(0, 20, 20, 10),
        "auditor": Spot(30, 40, 20, 10),
        "left": Spot(0, 70, 20, 10),
        "right": Spot(30, 70, 20, 10),
    }
    assert [line.points for line in layout.lines if line.child in ("adviser", "lawyer")] == [
        ((25, 25), (30, 25)),
        ((25, 25), (20, 25)),
    ]


def test_staff_without_a_line_below_hangs_from_its_superior():
    layout = place("""
head
  ~adviser
""")

    assert layout.lines == (Line("head", "adviser", ((10, 10), (10, 25), (15, 25))),)


def test_staff_that_leads_others_stands_in_the_row():
    layout = place("""
head
  ~office
    clerk
  line
""")

    assert layout.spots["office"].y == layout.spots["line"].y


def test_row_gives_way_to_its_highest_box():
    tree = grow({"top": None, "a": "top", "b": "top", "below": "a"})

    layout = arrange(tree, {"top": 10, "a": 10, "b": 50, "below": 10}, measures=PLAIN)

    assert (layout.spots["a"].y, layout.spots["b"].y, layout.spots["below"].y) == (30, 30, 100)


def test_nothing_to_place():
    layout = arrange(grow({}), {}, measures=PLAIN)

    assert (layout.width, layout.height, layout.spots, layout.lines) == (0, 0, {}, ())


@settings(max_examples=60, deadline=None)
@given(any_tree, any_measures, st.randoms(use_true_random=False))
def test_any_chart_is_in_whole_numbers_without_overlap_and_inside_its_frame(tree, measures, random):
    staff = {key for key in tree.children if random.random() < 0.1}
    heights = {key: random.randint(1, 90) for key in tree.children}

    layout = arrange(tree, heights, staff=staff, measures=measures)

    spots = list(layout.spots.values())
    assert list(layout.spots) == list(tree.walk())
    assert all(type(value) is int for spot in spots for value in (spot.x, spot.y, spot.width, spot.height))
    assert min(spot.x for spot in spots) == measures.margin == min(spot.y for spot in spots)
    assert max(spot.x + spot.width for spot in spots) + measures.margin == layout.width
    assert max(spot.bottom for spot in spots) + measures.margin == layout.height
    assert_no_overlap(spots, gap=min(measures.gap, measures.root_gap, 2 * measures.aside))


def assert_no_overlap(spots, *, gap):
    """Rows do not touch; in a row each box ends at least ``gap`` before the next one."""
    rows = {}
    for spot in spots:
        rows.setdefault(spot.y, []).append(spot)
    tops = sorted(rows)
    for top, below in pairwise(tops):
        assert max(spot.bottom for spot in rows[top]) < below
    for row in rows.values():
        row.sort(key=lambda spot: spot.x)
        for one, other in pairwise(row):
            assert one.x + one.width + gap <= other.x


@settings(max_examples=60, deadline=None)
@given(any_tree, any_measures)
def test_any_parent_is_centred_and_any_family_is_even(tree, measures):
    layout = arrange(tree, dict.fromkeys(tree.children, 40), measures=measures)

    places = middles(layout)
    for key, below in tree.children.items():
        if below:
            assert 2 * places[key] == places[below[0]] + places[below[-1]]
            assert len({layout.spots[child].y for child in below}) == 1
        if below and not any(tree.children[child] for child in below):
            steps = {places[right] - places[left] for left, right in pairwise(below)}
            assert steps <= {even(2 * measures.half + measures.gap)}


def even(number):
    return number + number % 2


@settings(max_examples=60, deadline=None)
@given(any_tree)
def test_any_chart_is_no_wider_than_all_its_last_positions_side_by_side(tree):
    measures = Measures(gap=24, root_gap=24)

    layout = arrange(tree, dict.fromkeys(tree.children, 40), measures=measures)

    leaves = sum(not below for below in tree.children.values())
    # Even distances may round a family up by two pixels for each of its members.
    assert layout.width <= leaves * (2 * measures.half + measures.gap) + 2 * len(tree.children)


@settings(deadline=None)
@given(small_tree)
def test_any_chart_and_its_mirror_image_are_alike(tree):
    edges = {key: tree.parents.get(key) for key in tree.walk()}
    mirrored = grow(dict(reversed(list(edges.items()))))
    heights = dict.fromkeys(edges, 40)

    one, other = arrange(tree, heights), arrange(mirrored, heights)

    # Half a pixel can be lost in each generation.
    lost = max(tree.depths().values()) + 1
    mirror = {key: other.width - middle for key, middle in middles(other).items()}
    assert abs(one.width - other.width) <= lost
    assert all(abs(middle - mirror[key]) <= lost for key, middle in middles(one).items())


@settings(deadline=None)
@given(small_tree, st.randoms(use_true_random=False))
def test_no_line_crosses_a_box(tree, random):
    staff = {key for key in tree.children if random.random() < 0.25}

    layout = arrange(tree, {key: random.randint(20, 90) for key in tree.children}, staff=staff)

    for line in layout.lines:
        for (x1, y1), (x2, y2) in pairwise(line.points):
            assert x1 == x2 or y1 == y2
            for spot in layout.spots.values():
                inside_x = max(min(x1, x2), spot.x) < min(max(x1, x2), spot.x + spot.width) or spot.x < x1 == x2 < (
                    spot.x + spot.width
                )
                inside_y = max(min(y1, y2), spot.y) < min(max(y1, y2), spot.bottom) or spot.y < y1 == y2 < spot.bottom
                assert not (inside_x and inside_y)


@pytest.mark.parametrize("reach", [1, 2, 5, 40, 2_000])
def test_work_grows_with_the_number_of_positions(reach, monkeypatch):
    counts = [_outline_steps(size, reach, monkeypatch) for size in (500, 1_000, 2_000)]

    assert counts[2] < 5 * counts[0] + 500


def _outline_steps(size, reach, monkeypatch):
    """How many rows of outlines are looked at or copied."""
    from orgcharts.drawing import layout

    steps = 0
    original = layout._Outline.right_of

    def counting(self, row):
        nonlocal steps
        steps += 1
        return original(self, row)

    monkeypatch.setattr(layout._Outline, "right_of", counting)
    tree = random_tree(7, size, reach=reach)
    layout.arrange(tree, dict.fromkeys(tree.children, 40))
    monkeypatch.setattr(layout._Outline, "right_of", original)
    return steps
