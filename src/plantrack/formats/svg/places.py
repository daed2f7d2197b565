"""Room for labels: each is put beside what it names where nothing else stands."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
Point = tuple[float, float]
AWAY = 8
"""From the middle of a mark to its label."""
APART = 4
"""From one label to the next, sideways: two figures that touch would read as one."""


class Places:
    """What is taken within a frame."""

    def __init__(self, frame: Box) -> None:
        self.frame = frame
        self.taken: list[Box] = []
        self.lines: list[tuple[Point, Point]] = []
        """Where lines run: a label stands there only where there is no other room."""

    def take(self, box: Box) -> None:
        """Marks a place as taken."""
        self.taken.append(box)

    def cross(self, corners: Iterable[Point]) -> None:
        """Marks a line as drawn, from corner to corner."""
        self.lines += pairwise(corners)

    def find(self, x: float, y: float, width: float, height: float) -> Box | None:
        """A free place for a label beside a point, which is then taken; None where there is none."""
        boxes = [box for box in beside(x, y, width, height) if self._free(box)]
        clear = [box for box in boxes if not any(crosses(line, box) for line in self.lines)]
        for left, top, right, bottom in (*clear, *boxes):
            self.take((left - APART, top, right + APART, bottom))
            return left, top, right, bottom
        return None

    def _free(self, box: Box) -> bool:
        left, top, right, bottom = self.frame
        if box[0] < left or box[1] < top or box[2] > right or box[3] > bottom:
            return False
        return not any(overlap(box, other) for other in self.taken)


def beside(x: float, y: float, width: float, height: float) -> tuple[Box, ...]:
    """Places around a point, the best first: above, under, and to the sides."""
    half = width / 2
    above, under = y - AWAY - height, y + AWAY
    corners = [(x - half, above), (x - half, under), (x + AWAY, y - height / 2), (x - AWAY - width, y - height / 2)]
    corners += [(x - width, above), (x, above), (x - width, under), (x, under)]
    corners += [(x - width - 5, above + 3), (x + 5, above + 3), (x - width - 5, under - 3), (x + 5, under - 3)]
    corners += [(x - half, above - 6), (x - half, under + 6), (x - width - 4, above - 6), (x + 4, under + 6)]
    return tuple((left, top, left + width, top + height) for left, top in corners)


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share any room."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def crosses(line: tuple[Point, Point], box: Box) -> bool:
    """Whether a straight line runs through a box: what is left of it within both pairs of edges."""
    enter, leave = 0.0, 1.0
    for axis in (0, 1):
        start, way = line[0][axis], line[1][axis] - line[0][axis]
        low, high = box[axis] - 1, box[axis + 2] + 1
        if not way:
            if not low < start < high:
                return False
            continue
        near, far = sorted(((low - start) / way, (high - start) / way))
        enter, leave = max(enter, near), min(leave, far)
    return enter < leave
