"""A tidy chart in whole numbers: a tree and the heights of its boxes in, places and lines out. No Django here.

All boxes are equally wide; those of one depth share a row, their upper edges level. Siblings stand at equal distances
wherever that needs no more width than their own reports do, else in the middle of what is free; their parent stands
over the middle of them. Families are fitted into each other by their outlines, so the work grows with the number of
positions only (times the staff positions that one of them has), and so does the width.

Staff positions without reports of their own stand beside the line from their superior to the row below, first right,
then left, then one step lower. A staff position that leads others stands in the row of its siblings.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Generic

from orgcharts.drawing.tree import Key, Tree


@dataclass(frozen=True)
class Measures:
    """Lengths in pixels. A box is twice ``half`` wide, so that its middle is a whole number."""

    half: int = 92
    gap: int = 24
    root_gap: int = 44
    drop: int = 48
    side_drop: int = 24
    aside: int = 26
    margin: int = 12


@dataclass(frozen=True)
class Spot:
    """The place of one box: its upper left corner and its size."""

    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> int:
        """The x of its vertical axis."""
        return self.x + self.width // 2

    @property
    def bottom(self) -> int:
        """The y of its lower edge."""
        return self.y + self.height


@dataclass(frozen=True)
class Line(Generic[Key]):
    """A connector from ``parent`` to ``child``: its corners, each straight below or beside the one before.

    That of a staff position begins on the line to the row below, where there is one.
    """

    parent: Key
    child: Key
    points: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Layout(Generic[Key]):
    """Where everything stands. ``spots`` and ``lines`` are in the order of ``Tree.walk``."""

    width: int
    height: int
    spots: Mapping[Key, Spot]
    lines: tuple[Line[Key], ...]


def arrange(
    tree: Tree[Key],
    heights: Mapping[Key, int],
    *,
    staff: Collection[Key] = (),
    measures: Measures = Measures(),
) -> Layout[Key]:
    """Place every key of ``tree`` in a box as high as ``heights`` says."""
    plan = _Plan.of(tree, frozenset(staff))
    middles = _middles(tree, plan, measures)
    rows = _row_of_each(plan, middles)
    tops = _tops(plan, rows, heights, measures)
    left = min(middles.values(), default=0) - measures.half - measures.margin
    spots = {
        key: Spot(middles[key] - measures.half - left, tops[rows[key]], 2 * measures.half, heights[key])
        for key in tree.walk()
    }
    right = max((spot.x + spot.width for spot in spots.values()), default=0)
    bottom = max((spot.bottom for spot in spots.values()), default=0)
    lines = tuple(_line(key, tree.parents[key], spots, plan, measures) for key in spots if key in tree.parents)
    return Layout(right + measures.margin, bottom + measures.margin, spots, lines)


@dataclass(frozen=True)
class _Plan(Generic[Key]):
    """Who stands in the row of the siblings (``line``) and who at the side (``side``, all of them ``beside``).

    ``side_rows`` are how many rows of staff each depth has below it, ``first_rows`` the row that each depth begins at.
    """

    depths: Mapping[Key, int]
    beside: frozenset[Key]
    line: Mapping[Key, tuple[Key, ...]]
    side: Mapping[Key, tuple[Key, ...]]
    side_rows: tuple[int, ...]
    first_rows: tuple[int, ...]

    @classmethod
    def of(cls, tree: Tree[Key], staff: frozenset[Key]) -> "_Plan[Key]":
        depths = tree.depths()
        beside = frozenset(key for key in staff if key in tree.parents and not tree.children[key])
        side = {key: tuple(child for child in below if child in beside) for key, below in tree.children.items()}
        line = {key: tuple(child for child in below if child not in beside) for key, below in tree.children.items()}
        side_rows = [0] * (max(depths.values(), default=0) + 1)
        for key, below in side.items():
            side_rows[depths[key]] = max(side_rows[depths[key]], _pairs(len(below)))
        first_rows = accumulate((1 + count for count in side_rows), initial=0)
        return cls(depths, beside, line, side, tuple(side_rows), tuple(first_rows))


def _pairs(count: int) -> int:
    return (count + 1) // 2


@dataclass
class _Outline:
    """How far a family reaches in each row, measured from its middle; the deepest row is first in the lists."""

    left: list[int] = field(default_factory=list)
    right: list[int] = field(default_factory=list)
    left_shift: int = 0
    right_shift: int = 0

    @property
    def rows(self) -> int:
        return len(self.left)

    def left_of(self, row: int) -> int:
        return self.left[-1 - row] + self.left_shift

    def right_of(self, row: int) -> int:
        return self.right[-1 - row] + self.right_shift

    def put_on_top(self, left: int, right: int) -> None:
        self.left.append(left - self.left_shift)
        self.right.append(right - self.right_shift)


def _middles(tree: Tree[Key], plan: _Plan[Key], measures: Measures) -> dict[Key, int]:
    """The x of the middle of each box; the middle of all roots is 0."""
    outlines: dict[Key, _Outline] = {}
    offsets: dict[Key, int] = {}
    for key in reversed(list(tree.walk())):
        if key not in plan.beside:
            below = _family(plan.line[key], outlines, offsets, measures.half, measures.gap)
            outlines[key] = _crowned(below, key, plan, measures)
    _family(tree.roots, outlines, offsets, measures.half, measures.root_gap)
    middles = {root: offsets[root] for root in tree.roots}
    for key in tree.walk():
        middles |= {child: middles[key] + offsets[child] for child in plan.line[key]}
        for index, child in enumerate(plan.side[key]):
            reach = measures.aside + measures.half
            middles[child] = middles[key] + (reach if index % 2 == 0 else -reach)
    return middles


def _family(
    keys: tuple[Key, ...], outlines: dict[Key, _Outline], offsets: dict[Key, int], half: int, gap: int
) -> _Outline:
    """The outline of the siblings ``keys`` together, out of ``outlines``; notes how far each is off the middle."""
    family = [outlines.pop(key) for key in keys]
    if not family:
        return _Outline()
    places = _places(family, 2 * half + gap, gap)
    offsets |= zip(keys, places, strict=True)
    return _merged(family, places)


def _places(family: list[_Outline], pitch: int, gap: int) -> list[int]:
    """How far each of the siblings stands off the middle of them all.

    Half-way between leaning all to the left and leaning all to the right, which treats both sides alike; at equal
    distances wherever these need no more room.
    """
    last = len(family) - 1
    needs = _needs(family, pitch, gap)
    leftmost = [0] * (last + 1)
    for one, other, distance in needs:
        leftmost[other] = max(leftmost[other], leftmost[one] + distance)
    step = -(-leftmost[last] // max(last, 1))
    step += step % 2
    if all(distance <= step * (other - one) for one, other, distance in needs):
        return [index * step - last * step // 2 for index in range(last + 1)]
    leftmost[last] += leftmost[last] % 2
    rightmost = [leftmost[last]] * (last + 1)
    for one, other, distance in reversed(needs):
        rightmost[one] = min(rightmost[one], rightmost[other] - distance)
    return [(low + high - leftmost[last]) // 2 for low, high in zip(leftmost, rightmost, strict=True)]


def _needs(family: list[_Outline], pitch: int, gap: int) -> list[tuple[int, int, int]]:
    """Which siblings see each other in some row, and how far apart they must stand; ordered by the right one."""
    needs: list[tuple[int, int, int]] = []
    exposed: list[int] = []
    for index, outline in enumerate(family):
        row = 0
        for other in reversed(exposed):
            until = min(outline.rows, family[other].rows)
            if row < until:
                reach = max(family[other].right_of(at) - outline.left_of(at) for at in range(row, until))
                needs.append((other, index, max(pitch, reach + gap)))
                row = until
        while exposed and family[exposed[-1]].rows <= outline.rows:
            exposed.pop()
        exposed.append(index)
    return needs


def _merged(family: list[_Outline], places: list[int]) -> _Outline:
    """The outline of a family around its middle; reuses the lists of its tallest members."""
    left, left_shift = family[0].left, family[0].left_shift + places[0]
    for outline, place in zip(family[1:], places[1:], strict=True):
        left, left_shift = _outer(left, left_shift, outline.left, outline.left_shift + place)
    right, right_shift = family[-1].right, family[-1].right_shift + places[-1]
    for outline, place in zip(family[-2::-1], places[-2::-1], strict=True):
        right, right_shift = _outer(right, right_shift, outline.right, outline.right_shift + place)
    return _Outline(left, right, left_shift, right_shift)


def _outer(near: list[int], near_shift: int, far: list[int], far_shift: int) -> tuple[list[int], int]:
    """The side of two neighbours together: ``near`` where it reaches, ``far`` below; as costly as the shorter one."""
    if len(near) >= len(far):
        return near, near_shift
    if near:
        far[-len(near) :] = [value + near_shift - far_shift for value in near]
    return far, far_shift


def _crowned(outline: _Outline, key: Key, plan: _Plan[Key], measures: Measures) -> _Outline:
    """``outline`` of the reports with the rows of staff and the box of ``key`` on top."""
    used = len(plan.side[key])
    rows = plan.side_rows[plan.depths[key]] if plan.line[key] else _pairs(used)
    reach = measures.aside + 2 * measures.half
    for row in reversed(range(rows)):
        outline.put_on_top(-reach if used >= 2 * row + 2 else 0, reach if used >= 2 * row + 1 else 0)
    outline.put_on_top(-measures.half, measures.half)
    return outline


def _row_of_each(plan: _Plan[Key], keys: Collection[Key]) -> dict[Key, int]:
    rows = {key: plan.first_rows[plan.depths[key]] for key in keys}
    for key, below in plan.side.items():
        for index, child in enumerate(below):
            rows[child] = plan.first_rows[plan.depths[key]] + 1 + index // 2
    return rows


def _tops(plan: _Plan[Key], rows: Mapping[Key, int], heights: Mapping[Key, int], measures: Measures) -> list[int]:
    """The upper edge of each row."""
    tallest = [0] * plan.first_rows[-1]
    for key, row in rows.items():
        tallest[row] = max(tallest[row], heights[key])
    starts = set(plan.first_rows)
    tops = [measures.margin]
    for row, height in enumerate(tallest):
        tops.append(tops[-1] + height + (measures.drop if row + 1 in starts else measures.side_drop))
    return tops


def _line(key: Key, parent: Key, spots: Mapping[Key, Spot], plan: _Plan[Key], measures: Measures) -> Line[Key]:
    above, below = spots[parent], spots[key]
    if key in plan.beside:
        level = below.y + below.height // 2
        edge = below.x if below.x > above.middle else below.x + below.width
        stem = () if plan.line[parent] else ((above.middle, above.bottom),)
        return Line(parent, key, (*stem, (above.middle, level), (edge, level)))
    if above.middle == below.middle:
        return Line(parent, key, ((above.middle, above.bottom), (below.middle, below.y)))
    bus = below.y - measures.drop // 2
    points = ((above.middle, above.bottom), (above.middle, bus), (below.middle, bus), (below.middle, below.y))
    return Line(parent, key, points)
