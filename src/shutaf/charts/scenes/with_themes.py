"""Bodies and themes: each body stands between the themes it works on, those of one theme around it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import cos, hypot, pi, sin

import numpy as np

from shutaf.charts.map_nodes import Node
from shutaf.charts.scenes.placing import At, Placing
from shutaf.charts.scenes.scene import SHEET_WIDTH, THEME
from shutaf.charts.spread import MOST_BOXES, fan_out, push_apart

_INNER, _OUTER = 0.58, 0.86  # share of the sheet's half: where themes stand, and those who work on one of them only


def with_themes(nodes: Sequence[Node], themes_of: Mapping[str, Sequence[str]], spacing: float, height: float) -> Placing:
    """nodes: bodies and themes (group THEME, ref as in themes_of). A body without a theme has no place here."""
    themes = [node.ref for node in nodes if node.group == THEME]
    centre, reach = (SHEET_WIDTH / 2, height / 2), (SHEET_WIDTH / 2 - 30, height / 2 - 30)
    turn = {ref: -pi / 2 + 2 * pi * k / max(len(themes), 1) for k, ref in enumerate(themes)}
    inner = {ref: (cos(turn[ref]) * _INNER, sin(turn[ref]) * _INNER) for ref in themes}
    at: list[At | None] = [None] * len(nodes)
    together: dict[frozenset[str], list[int]] = defaultdict(list)
    for i, node in enumerate(nodes):
        if node.group == THEME:
            at[i] = centre[0] + reach[0] * inner[node.ref][0], centre[1] + reach[1] * inner[node.ref][1]
        elif mine := frozenset(themes_of.get(node.ref, ())) & frozenset(inner):
            together[mine].append(i)
    for mine, members in together.items():
        x, y = _middle([inner[ref] for ref in sorted(mine)])
        for i, (dx, dy) in zip(members, fan_out(len(members), spacing), strict=True):
            at[i] = (
                _within(centre[0] + reach[0] * x + float(dx), SHEET_WIDTH),
                _within(centre[1] + reach[1] * y + float(dy), height),
            )
    _open_up(at, [node.group == THEME for node in nodes], spacing / 2.3, height)
    return Placing(tuple(at), height)


def _open_up(at: list[At | None], is_theme: Sequence[bool], radius: float, height: float) -> None:
    """Bodies that would cover each other, or a theme, move a little; themes stay on their ring."""
    placed = [i for i, where in enumerate(at) if where is not None]
    if len(placed) > MOST_BOXES:
        return
    centres = np.array([at[i] for i in placed], dtype=np.float64).reshape(-1, 2)
    fixed = np.array([is_theme[i] for i in placed])
    low, high = np.full_like(centres, 12.0), np.broadcast_to(np.array([SHEET_WIDTH - 12.0, height - 12.0]), centres.shape).copy()
    low[fixed], high[fixed] = centres[fixed], centres[fixed]
    halves = np.where(fixed[:, None], np.array([[radius * 2.4, radius * 1.6]]), radius * 1.1)
    for i, (x, y) in zip(placed, push_apart(centres, halves, low, high, np.arange(len(placed))), strict=True):
        at[i] = float(x), float(y)


def _middle(points: Sequence[At]) -> At:
    """The middle of the themes; of one theme a place outside it, of opposite themes a little off the centre, where nobody else stands."""
    x, y = sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points)
    if len(points) == 1:
        return x * _OUTER / _INNER, y * _OUTER / _INNER
    away = hypot(x, y)
    return (x * 0.9, y * 0.9) if away > 0.08 else (0.06 * len(points) * points[0][0], 0.06 * len(points) * points[0][1])


def _within(value: float, most: float) -> float:
    return min(max(value, 12.0), most - 12.0)
