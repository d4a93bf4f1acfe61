"""Who works with whom, as a picture: bodies as the shapes of their sectors, ties as lines.

The map does not mirror in right-to-left languages: people remember where a body stands. Only its legend follows the reading direction.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from shutaf.charts.labels import Box, Mark, Placed, place_labels
from shutaf.charts.legend import LineSample, legend_height, legend_markup
from shutaf.charts.map_nodes import Node, node_markup
from shutaf.charts.map_places import ALL_NAMED, MapSizes, places, rank, sizes
from shutaf.charts.map_ties import TieLine, ties_markup
from shutaf.charts.palette import GROUPS, Palette
from shutaf.charts.shapes import REACH
from shutaf.charts.svg import Direction, Picture, Sheet, check_finite

MARGIN_PX: Final = 10.0
FEW: Final = 60  # Ours: up to here a name without a place beside its mark may stand a little apart, on a thin line
AREA_A_NAME_PX2: Final = 7000.0  # Ours: on maps of more than 150 bodies, one name for so much of the sheet
_SAFE_HREF: Final = ("https://", "http://", "#", "/", "./", "../", "?")


def network_map(
    nodes: Sequence[Node], ties: Sequence[TieLine], *, title: str, description: str, legend: Sequence[tuple[str, str]] = (),
    line_legend: Sequence[LineSample] = (), direction: Direction, palette: Palette, width: float = 640, height: float | None = None,
    prefix: str = "map",
) -> Picture:  # fmt: skip
    """The map. legend: (group, label) in the order they are read; line_legend: what kinds of line mean. height: None lets the picture decide.

    Size grows mildly with the known ties; a body without one stands in a dashed ring; weak ties are thin; a tie of a selected body is
    apricot. Up to 150 bodies each is named where there is a place, above only as many as stay readable: those selected, near or important,
    then those with most known ties. Picture.labelled says how many. Raises ValueError for bad input. O(n^2 + m) up to 600 bodies, then O(n + m).
    """
    _check(nodes, ties)
    sheet = Sheet(width, direction, palette, prefix)
    below = legend_height(sheet, legend, line_legend)
    height = height if height is not None else default_height(len(nodes), width) + below
    sized = sizes(nodes, Box(MARGIN_PX, MARGIN_PX, width - MARGIN_PX, height - below - MARGIN_PX))
    at = places(nodes, sized)
    labels = _labels(nodes, at, sized)
    selected = {i for i, node in enumerate(nodes) if node.is_selected}
    sheet.add(ties_markup(sheet, ties, at, selected, sized.box))
    for i in sorted(range(len(nodes)), key=lambda i: (nodes[i].is_selected, nodes[i].is_near, i)):
        sheet.add(node_markup(sheet, nodes[i], at[i], sized.radii[i], labels[i], sized.text))
    sheet.add(legend_markup(sheet, legend, line_legend, height - below))
    labelled = sum(label is not None for label in labels)
    return sheet.finish(
        height, title=title, description=description, labelled=labelled, total=len(nodes), has_links=any(node.href for node in nodes)
    )


def default_height(count: int, width: float) -> float:
    """A height, without the legend, that gives each body and its name 8,500 px2 where the sheet stays between 0.62 and 1.1 of its width."""
    return round(width * min(max(0.62, count * 8500 / width**2), 1.1))


def _check(nodes: Sequence[Node], ties: Sequence[TieLine]) -> None:
    if not nodes:
        raise ValueError("no bodies to draw")
    for node in nodes:
        check_finite(x_0_1=node.x_0_1, y_0_1=node.y_0_1, degree=node.degree)
        if node.group not in GROUPS:
            raise ValueError(f"no such group: {node.group!r}")
        if not (0 <= node.x_0_1 <= 1 and 0 <= node.y_0_1 <= 1) or node.degree < 0:
            raise ValueError(f"a place lies between 0 and 1 and a degree is not negative: {node!r}")
        if node.href and (not node.href.startswith(_SAFE_HREF) or node.href.startswith("//")):
            raise ValueError(f"not a link a picture may carry: {node.href!r}")
    for tie in ties:
        if not (0 <= tie.i < len(nodes) and 0 <= tie.j < len(nodes)) or tie.i == tie.j:
            raise ValueError(f"a tie joins two of the {len(nodes)} bodies: {tie!r}")


def _labels(nodes: Sequence[Node], at: Sequence[tuple[float, float]], sized: MapSizes) -> list[Placed | None]:
    order = {i: place for place, i in enumerate(sorted(range(len(nodes)), key=lambda i: (rank(nodes[i]), i)))}
    marks = [
        Mark(
            x, y, sized.radii[i] * REACH + (4 if node.is_selected or not node.degree else 0.5), node.label,
            rank=order[i], must=node.is_selected or node.is_important, strong=node.is_selected, rings=5 if len(nodes) <= FEW else 0,
        )
        for i, (node, (x, y)) in enumerate(zip(nodes, at, strict=True))
    ]  # fmt: skip
    box = sized.box
    frame = Box(box.left - MARGIN_PX / 2, box.top - MARGIN_PX / 2, box.right + MARGIN_PX / 2, box.bottom + MARGIN_PX / 2)
    most = None if len(nodes) <= ALL_NAMED else max(12, int((box.right - box.left) * (box.bottom - box.top) / AREA_A_NAME_PX2))
    return place_labels(marks, frame, sized.text, sized.name_width, most)
