"""Rings: the middle, those next to it, those around. Within a ring the place says nothing but the side one stands on in the network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import atan2, ceil, cos, pi, sin, sqrt
from typing import Final

from shutaf.charts.map_nodes import Node
from shutaf.charts.scenes.placing import At, Placing
from shutaf.charts.scenes.scene import SHEET_WIDTH, Line, Named, Outline

_WIDEST, _NARROWEST = 96.0, 7.0  # between two bodies of a ring, in sheet units
_INNER, _OUTER = 0.05, 0.05  # share of the reach between a ring's line and those who stand in it
_TOP_TURN: Final = 0.5  # radians at the top of each ring that its name needs


def in_rings(nodes: Sequence[Node], ring_of: Mapping[str, int], names: Sequence[str], height: float) -> Placing:
    """names: of the three rings, from the middle."""
    centre, reach = (SHEET_WIDTH / 2, height / 2), (SHEET_WIDTH / 2 - 8, height / 2 - 8)
    at: list[At | None] = [None] * len(nodes)
    rings = [[i for i, node in enumerate(nodes) if ring_of.get(node.ref, 2) == ring] for ring in range(3)]
    edges = _edges([len(members) for members in rings])
    for ring, members in enumerate(rings):
        band = (edges[ring - 1] + _INNER if ring else 0.0, edges[ring] - _OUTER)
        members.sort(key=lambda i: (_angle(nodes[i]), nodes[i].ref))
        for i, (share, turn) in zip(members, _seats(len(members), band, reach), strict=True):
            at[i] = centre[0] + reach[0] * share * cos(turn), centre[1] + reach[1] * share * sin(turn)
    return Placing(tuple(at), height, tuple(_under(names, edges, centre, reach)))


def _edges(counts: Sequence[int]) -> tuple[float, float, float]:
    """Where each ring ends: its area follows the number who stand in it, within limits that leave every ring its place."""
    whole = max(sum(counts), 1)
    first = min(max(sqrt(counts[0] / whole), 0.24), 0.55)
    second = min(max(sqrt((counts[0] + counts[1]) / whole), first + 0.2), 0.8)
    return first, second, 1.0


def _angle(node: Node) -> float:
    """Clockwise from the top of the network's layout."""
    return (atan2(node.y_0_1 - 0.5, node.x_0_1 - 0.5) + pi / 2) % (2 * pi)


def _seats(count: int, band: tuple[float, float], reach: At) -> list[tuple[float, float]]:
    """(share of the reach, turn) for each member of a ring, in the order of the turn: as few rows as the band needs, evenly filled."""
    if count <= 1:
        return [((band[0] + band[1]) / 2 if band[0] else 0.0, -pi / 2)] * count
    gap = _WIDEST
    rows = _rows(band, gap, reach)
    while sum(room for _, room in rows) < count and gap > _NARROWEST:
        gap *= 0.92
        rows = _rows(band, gap, reach)
    return sorted(_filled(count, rows), key=lambda seat: (seat[1] + pi / 2) % (2 * pi))


def _rows(band: tuple[float, float], gap: float, reach: At) -> list[tuple[float, float]]:
    """(share, how many stand on it): rows from the outer edge of the band inwards."""
    deep = max(1, int((band[1] - band[0]) * reach[1] / (gap * 0.62)) + 1)
    shares = [band[1] - (band[1] - max(band[0], 0.1)) * (k + 0.5) / deep for k in range(deep)]
    return [(share, max(1.0, (pi * (reach[0] + reach[1]) * share - 100) / gap)) for share in shares]


def _filled(count: int, rows: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    whole = sum(room for _, room in rows)
    seats: list[tuple[float, float]] = []
    for k, (share, room) in enumerate(rows):
        here = min(ceil(count * room / whole), count - len(seats)) if k < len(rows) - 1 else count - len(seats)
        gap = min(_TOP_TURN / max(share, 0.2), 1.6) if share else 0.0
        seats += [(share, -pi / 2 + gap / 2 + (2 * pi - gap) * (i + 0.5) / here) for i in range(here)]
    return seats


def _under(names: Sequence[str], edges: Sequence[float], centre: At, reach: At) -> list[Outline | Line | Named]:
    out: list[Outline | Line | Named] = []
    for name, edge in zip(names, edges, strict=True):
        rx, ry = reach[0] * edge, reach[1] * edge
        out.append(Outline("oval", centre[0] - rx, centre[1] - ry, 2 * rx, 2 * ry, is_dashed=edge == edges[-1]))
        out.append(Named(centre[0], centre[1] - ry + 17, name, is_strong=True))
    return out
