"""Where on the sheet does each body stand, and how large is it?

The layout gives places between 0 and 1. Here they become pixels: dense regions are opened, bodies that are to be named get room for
their name, and bodies without a known tie stand in rows at the lower edge, where nobody takes their place for a meaning.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from typing import Final

import numpy as np

from shutaf.charts.labels import DESCENT_EM, GAP_PX, LINE_EM, Box
from shutaf.charts.map_nodes import Node
from shutaf.charts.shapes import REACH
from shutaf.charts.spread import MOST_BOXES, Floats, Ints, even_out, push_apart
from shutaf.charts.svg import plain_label
from shutaf.charts.text_width import text_width, wrap

ALL_NAMED: Final = 150  # up to here each body is given its name if there is any place for it
NAMES_SHARE_0_1: Final = 0.55  # Ours: how much of the sheet marks and names may fill before names are left out
NAMES_SHARE_LARGE_0_1: Final = 0.10  # on maps of more than 150 bodies, by names alone: the ties need the room
EVEN_SHARE_0_1: Final = 0.45


@dataclass(frozen=True, slots=True)
class MapSizes:
    """Sizes that depend on how full the sheet is, in px."""

    box: Box
    radii: tuple[float, ...]
    text: float
    name_width: float


def sizes(nodes: Sequence[Node], box: Box) -> MapSizes:
    """The area of a shape grows with its known ties: the most connected body is 1.6 times as wide as one without a tie."""
    room = sqrt((box.right - box.left) * max(box.bottom - box.top, 1) / len(nodes))
    least = min(max(0.115 * room, 2.4), 9.5)
    most = max(node.degree for node in nodes) or 1
    radii = tuple(least * (1 + 0.6 * sqrt(node.degree / most)) for node in nodes)
    return MapSizes(box, radii, text=13 if room > 60 else 12, name_width=min(max(1.6 * room, 112), 160))


def rank(node: Node) -> tuple[bool, bool, bool, int]:
    """Who is named first: the chosen body, those marked important, the neighbours, then those with most known ties."""
    return (not node.is_selected, not node.is_important, not node.is_near, -node.degree)


def places(nodes: Sequence[Node], sizes: MapSizes) -> list[tuple[float, float]]:
    """The centre of each body in px. O(n^2) up to 600 bodies, O(n) times the named ones above."""
    alone = [i for i, node in enumerate(nodes) if not node.degree]
    if 2 * len(alone) > len(nodes):  # the layout leaves them among the others then
        alone = []
    tied = np.setdiff1d(np.arange(len(nodes)), alone)
    out = np.zeros((len(nodes), 2))
    edge = sizes.box.bottom
    if alone:
        edge, out[alone] = _rows_at_the_edge([nodes[i] for i in alone], sizes)
    room = Box(sizes.box.left, sizes.box.top, sizes.box.right, edge)
    out[tied] = _connected([nodes[i] for i in tied], np.array(sizes.radii)[tied], room, sizes)
    return [(float(x), float(y)) for x, y in out]


def _rows_at_the_edge(alone: Sequence[Node], sizes: MapSizes) -> tuple[float, Floats]:
    """(upper edge of the rows, centres): in the order of their layout places, from left to right."""
    box = sizes.box
    width, radius = box.right - box.left, min(sizes.radii) * REACH + 4
    columns = max(1, int(width // (sizes.name_width + 10)))
    pitch = 2 * radius + 2 * LINE_EM * sizes.text + 8
    if ceil(len(alone) / columns) * pitch > 0.3 * (box.bottom - box.top):
        pitch = 2 * radius + 3
        columns = max(1, int(width // pitch))
    rows = ceil(len(alone) / columns)
    columns = ceil(len(alone) / rows)
    order = sorted(range(len(alone)), key=lambda i: (alone[i].x_0_1, alone[i].y_0_1, i))
    top = max(box.bottom - rows * pitch, box.top)
    centres = np.empty((len(alone), 2))
    for place, i in enumerate(order):
        row, column = divmod(place, columns)
        in_row = min(columns, len(alone) - row * columns)
        centres[i] = (box.left + width * (column + 0.5) / in_row, top + radius + row * min(pitch, (box.bottom - top) / rows))
    return top - 4, centres


def _connected(nodes: Sequence[Node], radii: Floats, room: Box, sizes: MapSizes) -> Floats:
    """Bodies with ties, with room for the names that the sheet can hold."""
    reach = radii * REACH + 2
    halves = np.stack([reach, reach], axis=1)
    share = 0.0 if len(nodes) < 4 else EVEN_SHARE_0_1
    at_0_1 = even_out(np.array([(node.x_0_1, node.y_0_1) for node in nodes]), share)
    named, wide, drop = _named(nodes, halves, room, sizes)
    if len(nodes) > MOST_BOXES:  # marks pushed out of a name's box by different ways do not line up along its edge
        plain = np.setdiff1d(np.arange(len(nodes)), named)
        wide[plain] += (10 * (plain * 0.6180339887 % 1.0))[:, None]
    low, high = np.array([room.left, room.top]) + wide, np.array([room.right, room.bottom]) - wide
    middle = (low + high) / 2
    low, high = np.minimum(low, middle), np.maximum(high, middle)
    centres = low.min(axis=0) + at_0_1 * (high.max(axis=0) - low.min(axis=0))
    centres = push_apart(centres, wide, low, high, named)
    return centres - drop


def _named(nodes: Sequence[Node], halves: Floats, room: Box, sizes: MapSizes) -> tuple[Ints, Floats, Floats]:
    """(indices of the bodies whose names get room, half sizes of all boxes, how far a box's centre lies below its mark's), both (n, 2) px."""
    area = (room.right - room.left) * (room.bottom - room.top)
    free = NAMES_SHARE_0_1 * area - float((4 * halves.prod(axis=1)).sum()) if len(nodes) <= ALL_NAMED else NAMES_SHARE_LARGE_0_1 * area
    free = free if len(nodes) <= MOST_BOXES else free / 2
    wide, drop, named = halves.copy(), np.zeros_like(halves), []
    for i in sorted(range(len(nodes)), key=lambda i: (rank(nodes[i]), i)):
        lines = wrap(plain_label(nodes[i].label), sizes.name_width, sizes.text, 2, nodes[i].is_selected) or ("",)
        half = max(text_width(line, sizes.text, nodes[i].is_selected) for line in lines) / 2 + 3
        below = GAP_PX + sizes.text * (LINE_EM * len(lines) + DESCENT_EM)
        free -= 2 * half * (below + 2 * halves[i, 1]) - 4 * halves[i].prod()
        if free < 0:
            break
        wide[i] = max(half, halves[i, 0]), halves[i, 1] + below / 2
        drop[i, 1] = below / 2
        named.append(i)
    return np.array(named, dtype=np.intp), wide, drop
