"""The scene as the canvas of the page reads it: columns, not rows, so that two thousand bodies and twenty thousand ties stay small."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from shutaf.charts.palette import GROUPS
from shutaf.charts.scenes.scene import THEME, Line, Named, Outline, Scene
from shutaf.charts.svg import plain_label

GROUPS_AND_THEME = (*GROUPS, THEME)


def scene_json(scene: Scene, themes: Mapping[str, Sequence[str]]) -> bytes:
    """themes: ref -> keys of the themes a body works on, for the filter. Letters stay as written; the page reads it as JSON, never as HTML."""
    nodes, ties = scene.nodes, scene.ties
    kinds = list(dict.fromkeys(tie.kind for tie in ties))
    kind_of = {kind: i for i, kind in enumerate(kinds)}
    days = list(dict.fromkeys(day for tie in ties for day in (tie.first_day, tie.last_day)))
    day_of = {day: i for i, day in enumerate(days)}
    paints = list(dict.fromkeys(node.paint for node in nodes))
    paint_of = {paint: i for i, paint in enumerate(paints)}
    group_of = {group: i for i, group in enumerate(GROUPS_AND_THEME)}
    written = {
        "view": scene.view, "width": scene.width, "height": scene.height, "movable": scene.is_movable, "quiet": scene.is_quiet, "middle": scene.middle,
        "groups": GROUPS_AND_THEME, "paints": paints, "kinds": kinds, "days": days,
        "nodes": {
            "ref": [n.ref for n in nodes], "label": [plain_label(n.label) for n in nodes], "words": [n.words for n in nodes],
            "group": [group_of[n.group] for n in nodes], "x": [round(n.x, 1) for n in nodes], "y": [round(n.y, 1) for n in nodes],
            "r": [round(n.radius, 1) for n in nodes], "degree": [n.degree for n in nodes], "paint": [paint_of[n.paint] for n in nodes],
            "hollow": [int(n.is_hollow) for n in nodes], "themes": [" ".join(themes.get(n.ref, ())) for n in nodes],
        },
        "ties": {
            "i": [t.i for t in ties], "j": [t.j for t in ties], "s": [0 if t.strength is None else round(t.strength, 1) for t in ties],
            "dashed": [int(t.dashed) for t in ties], "kind": [kind_of[t.kind] for t in ties],
            "first": [day_of[t.first_day] for t in ties], "last": [day_of[t.last_day] for t in ties],
        },
        "under": [_under(mark) for mark in scene.under],
    }  # fmt: skip
    return json.dumps(written, ensure_ascii=False, separators=(",", ":")).encode()


def _under(mark: Outline | Line | Named) -> dict[str, Any]:
    return {"mark": type(mark).__name__.lower(), **asdict(mark)}
