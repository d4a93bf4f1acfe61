"""Where does each name go so that no two names collide and none covers a mark?

Greedy: the important names first; each takes the first free place under, over or beside its mark. A name that must be seen and finds
no place near its mark moves outwards and is joined to it by a thin line. A name without a place is left out and counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from shutaf.charts.svg import plain_label
from shutaf.charts.text_width import shorten, text_width, wrap

LINE_EM: Final = 1.2
ASCENT_EM: Final = 0.80  # Rubik's tallest letters and Arabic above the baseline
DESCENT_EM: Final = 0.26
GAP_PX: Final = 3.0
NARROW_SHARE: Final = 0.65
_CELL_PX: Final = 48.0
_RINGS: Final = (1.0, 2.2, 3.6, 5.2, 7.0)  # Ours: how many line heights further out a name that must be seen is tried


class Box(NamedTuple):
    """A rectangle in pixels, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom

    def inside(self, other: Box) -> bool:
        return self.left >= other.left and self.right <= other.right and self.top >= other.top and self.bottom <= other.bottom


@dataclass(frozen=True, slots=True)
class Mark:
    """What a name belongs to: the centre and reach of its shape. rank: lower is placed first. must: may not be left out if any place is free.

    rings: how many steps further out the name is tried, on a thin line, before it is left out (a name that must be seen: all).
    field: a box on the sheet that the name does not leave.
    """

    x: float
    y: float
    reach: float
    label: str
    rank: float
    must: bool = False
    strong: bool = False
    rings: int = 0
    field: Box | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A name with its lines (each to be anchored in the middle of x), the first baseline, its box, and whether a thin line must join it."""

    lines: tuple[str, ...]
    x: float
    baseline: float
    box: Box
    is_joined: bool


@dataclass(slots=True)
class Taken:
    """The places already taken, found by cell, so a question costs the same on a large map."""

    cells: dict[tuple[int, int], list[tuple[int, Box]]] = field(default_factory=lambda: defaultdict(list))

    def _cells_of(self, box: Box) -> Iterator[tuple[int, int]]:
        for column in range(int(box.left // _CELL_PX), int(box.right // _CELL_PX) + 1):
            for row in range(int(box.top // _CELL_PX), int(box.bottom // _CELL_PX) + 1):
                yield column, row

    def add(self, box: Box, owner: int) -> None:
        for cell in self._cells_of(box):
            self.cells[cell].append((owner, box))

    def is_free(self, box: Box, but_owner: int) -> bool:
        return not any(box.meets(other) for cell in self._cells_of(box) for owner, other in self.cells.get(cell, ()) if owner != but_owner)


def text_box(lines: Sequence[str], x: float, baseline: float, size_px: float, strong: bool) -> Box:
    """The rectangle that centred lines fill."""
    half = max(text_width(line, size_px, strong) for line in lines) / 2
    bottom = baseline + size_px * (LINE_EM * (len(lines) - 1) + DESCENT_EM)
    return Box(x - half, baseline - size_px * ASCENT_EM, x + half, bottom)


def _places(mark: Mark, width: float, height: float, push: float) -> Iterator[tuple[float, float]]:
    """Centres of the text, from the best place (under the mark) to the worst."""
    down = mark.reach + GAP_PX + height / 2 + push
    side = mark.reach + GAP_PX + width / 2 + push
    slant = mark.reach + width / 2 + push * 0.7
    lift = mark.reach + height / 2 + push * 0.7
    yield from ((0, down), (0, -down), (side, 0), (-side, 0), (slant, lift), (-slant, lift), (slant, -lift), (-slant, -lift))
    if push or width > 3 * mark.reach:
        yield from ((width / 3, down), (-width / 3, down), (width / 3, -down), (-width / 3, -down))


def _try(mark: Mark, owner: int, lines: tuple[str, ...], size_px: float, frame: Box, taken: Taken, push: float) -> Placed | None:
    at_zero = text_box(lines, 0, 0, size_px, mark.strong)
    width, height = at_zero.right - at_zero.left, at_zero.bottom - at_zero.top
    for dx, dy in _places(mark, width, height, push):
        x = mark.x + dx
        if dx == 0:  # under or over its mark a name may slide a little to stay on the sheet
            x = min(max(x, frame.left + width / 2), frame.right - width / 2)
        baseline = mark.y + dy - height / 2 - at_zero.top
        box = text_box(lines, x, baseline, size_px, mark.strong)
        if box.inside(frame) and (mark.field is None or box.inside(mark.field)) and taken.is_free(box, owner):
            return Placed(lines, x, baseline, box, is_joined=push > 0)
    return None


def _shapes_of(label: str, width_px: float, size_px: float, strong: bool) -> Iterator[tuple[str, ...]]:
    """The same name in one line, in two, shortened, and in two short lines."""
    if text_width(label, size_px, strong) <= width_px:
        yield (label,)
    two = wrap(label, width_px, size_px, 2, strong)
    if len(two) == 2:
        yield two
    yield (shorten(label, width_px, size_px, strong),)
    yield wrap(label, NARROW_SHARE * width_px, size_px, 2, strong)


def place_labels(
    marks: Sequence[Mark], frame: Box, size_px: float, width_px: float, most: int | None = None, blocked: Sequence[Box] = ()
) -> list[Placed | None]:
    """A place, or None, for each mark's name, in the order of `marks`.

    frame: names stay inside. blocked: places that must stay free. width_px: the widest a line may be. most: how many names at most, those that must be seen not counted.
    No two boxes of the result overlap and none overlaps a mark. O(marks x places) with a grid of cells.
    """
    taken = Taken()
    for i, mark in enumerate(marks):
        taken.add(Box(mark.x - mark.reach, mark.y - mark.reach, mark.x + mark.reach, mark.y + mark.reach), i)
    for box in blocked:
        taken.add(box, -1)
    out: list[Placed | None] = [None] * len(marks)
    left = len(marks) if most is None else most
    for i in sorted(range(len(marks)), key=lambda i: (not marks[i].must, marks[i].rank, i)):
        if not marks[i].must and left <= 0:
            break
        placed = _place_one(marks[i], i, frame, size_px, width_px, taken)
        if placed is not None:
            out[i] = placed
            taken.add(placed.box, len(marks) + i)
            left -= not marks[i].must
    return out


def _place_one(mark: Mark, owner: int, frame: Box, size_px: float, width_px: float, taken: Taken) -> Placed | None:
    label = plain_label(mark.label)
    if not label:
        return None
    pushes = (0.0, *(ring * size_px for ring in (_RINGS if mark.must else _RINGS[: mark.rings])))
    for push in pushes:
        for lines in dict.fromkeys(_shapes_of(label, width_px, size_px, mark.strong)):
            placed = _try(mark, owner, lines, size_px, frame, taken, push)
            if placed is not None:
                return placed
    return None
