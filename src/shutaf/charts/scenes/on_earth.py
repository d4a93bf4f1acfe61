"""Where bodies are: a flat projection of our own with a scale bar. No street map is fetched from anybody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from math import cos, floor, log10, radians

from shutaf.charts.map_nodes import Node
from shutaf.charts.scenes.placing import At, Placing
from shutaf.charts.scenes.scene import SHEET_WIDTH, Line, Named, Outline
from shutaf.charts.spread import fan_out
from shutaf.charts.svg import Direction

KM_A_DEGREE = 111.32
LEAST_KM = 0.5
"""Ours: the smallest stretch the sheet shows, so that three bodies of one house do not seem a kilometre apart."""
PAD = 56.0


def on_earth(
    nodes: Sequence[Node], places: Mapping[str, tuple[float, float]], said_km: Callable[[float], str], direction: Direction, spacing: float
) -> Placing:
    """places: ref -> (latitude, longitude) in degrees. said_km: a distance in the reader's language. North is up in every language.

    The projection keeps distances in both directions at the middle latitude (equirectangular), good within a region.
    """
    known = [places[node.ref] for node in nodes if node.ref in places]
    if not known:
        return Placing((None,) * len(nodes), 300.0)
    lat0 = (min(p[0] for p in known) + max(p[0] for p in known)) / 2
    lon0 = (min(p[1] for p in known) + max(p[1] for p in known)) / 2
    km = {ref: ((lon - lon0) * KM_A_DEGREE * cos(radians(lat0)), (lat0 - lat) * KM_A_DEGREE) for ref, (lat, lon) in places.items()}
    wide = max(2 * max(abs(km[node.ref][0]) for node in nodes if node.ref in km), LEAST_KM)
    high = max(2 * max(abs(km[node.ref][1]) for node in nodes if node.ref in km), LEAST_KM)
    height = min(max(SHEET_WIDTH * high / wide, 480.0), 900.0)
    units_a_km = min((SHEET_WIDTH - 2 * PAD) / wide, (height - 2 * PAD) / high)
    spots: dict[At, list[int]] = defaultdict(list)
    for i, node in enumerate(nodes):
        if node.ref in km:
            x, y = km[node.ref]
            spots[round(SHEET_WIDTH / 2 + x * units_a_km, 1), round(height / 2 + y * units_a_km, 1)].append(i)
    at: list[At | None] = [None] * len(nodes)
    for (x, y), members in spots.items():
        for i, (dx, dy) in zip(members, fan_out(len(members), spacing), strict=True):
            at[i] = float(x + dx), float(y + dy)
    return Placing(tuple(at), height, tuple(_scale(units_a_km, said_km, direction, height)))


def round_km(most_km: float) -> float:
    """The longest of 1, 2, 5 times a power of ten that is not longer.

    >>> round_km(3.7), round_km(0.8)
    (2.0, 0.5)
    """
    power = 10.0 ** floor(log10(most_km))
    return float(max(step * power for step in (1, 2, 5) if step * power <= most_km * (1 + 1e-9)))


def _scale(units_a_km: float, said_km: Callable[[float], str], direction: Direction, height: float) -> list[Outline | Line | Named]:
    km = round_km(220 / units_a_km)
    length, y = km * units_a_km, height - 18
    left = SHEET_WIDTH - 20 - length if direction == "rtl" else 20.0
    return [
        Line(left, y, left + length, y),
        Line(left, y - 5, left, y + 5),
        Line(left + length, y - 5, left + length, y + 5),
        Named(left + length / 2, y - 9, said_km(km)),
    ]
