"""The network: who works together stands together, where the reader remembers it."""

from __future__ import annotations

from collections.abc import Sequence

from shutaf.charts.map_nodes import Node
from shutaf.charts.map_places import MapSizes, places
from shutaf.charts.scenes.placing import Placing, whole_sheet


def by_ties(nodes: Sequence[Node], radii: Sequence[float], height: float) -> Placing:
    """From the layout's places (0 .. 1) to the sheet: dense regions opened, room for names, those without a tie in rows at the edge."""
    sizes = MapSizes(whole_sheet(height), tuple(radii), text=13, name_width=130)
    return Placing(tuple(places(nodes, sizes)), height)
