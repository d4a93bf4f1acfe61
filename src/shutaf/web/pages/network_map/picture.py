"""The network map as pictures and the sentences beside them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import quote

from django.utils.translation import gettext as _

from shutaf.charts.legend import LineSample
from shutaf.charts.map_nodes import Node
from shutaf.charts.network_map import network_map
from shutaf.charts.palette import GROUPS, LIGHT
from shutaf.charts.svg import Direction
from shutaf.reports.brief.pictures import tie_line
from shutaf.web.parts.reading import Reading

WIDE_PX, TALL_PX, NARROW_PX = 900.0, 620.0, 320.0
MOST_DRAWN = 300


@dataclass(frozen=True, slots=True)
class Drawn:
    """wide and narrow: SVG; drawn: how many bodies stand in the wide one; unnamed: how many without their name."""

    wide: str
    narrow: str
    drawn: int
    unnamed: int


def neighbours_of(reading: Reading, ref: str) -> frozenset[str]:
    return frozenset(reading.prepared.neighbours.get(ref, ()))


def picture(
    reading: Reading, shown: Collection[str], chosen: str, direction: Direction, query: str, *, has_links: bool = True
) -> Drawn | None:
    """The bodies `shown`, with the chosen one in apricot; narrow screens see it and its neighbours only. None when nobody is shown."""
    shown = frozenset(shown)
    if not shown:
        return None
    near = neighbours_of(reading, chosen) if chosen else frozenset()
    wide, named = _svg(reading, shown, chosen, near, direction, query, WIDE_PX, "net", has_links)
    close = ((near & shown) | {chosen}) if chosen in shown else frozenset(_busiest(reading, shown))
    narrow, _n = _svg(reading, close, chosen, near, direction, query, NARROW_PX, "net-s", has_links)
    return Drawn(wide, narrow, len(shown), len(shown) - named)


def _busiest(reading: Reading, shown: Collection[str], most: int = 14) -> list[str]:
    return sorted(shown, key=lambda ref: (-len(reading.prepared.neighbours.get(ref, ())), ref))[:most]


def _svg(
    reading: Reading,
    shown: Collection[str],
    chosen: str,
    near: Collection[str],
    direction: Direction,
    query: str,
    width: float,
    prefix: str,
    has_links: bool,
) -> tuple[str, int]:
    situation, speech, prepared = reading.situation, reading.speech, reading.prepared
    places = {body.ref: place for body, place in zip(situation.bodies, prepared.positions, strict=True)}
    listed = [body for body in situation.bodies if body.ref in shown]
    index = {body.ref: i for i, body in enumerate(listed)}
    nodes = [
        Node(
            speech.body(body.ref).text, body.group_key, *_spread(places, shown, body.ref), len(prepared.neighbours.get(body.ref, ())), body.ref,
            is_selected=body.ref == chosen, is_near=body.ref in near, href=f"?{query}body={quoted(body.ref)}#chosen" if has_links else "",
        )
        for body in listed
    ]  # fmt: skip
    lines = [tie_line(index, ties) for pair, ties in prepared.ties_by_pair.items() if all(ref in index for ref in pair)]
    groups = {body.group_key for body in listed}
    samples = [LineSample("strong", _("strong tie")), LineSample("weak", _("weak tie"))]
    samples += [LineSample("dashed", _("said of one direction only"))] if any(line.dashed for line in lines) else []
    drawn = network_map(
        nodes, lines, title=_("Known ties"), description=_("Known ties"), legend=[(key, speech.group(key)) for key in GROUPS if key in groups],
        line_legend=samples, direction=direction, palette=LIGHT, width=width, height=TALL_PX if prefix == "net" else None, prefix=prefix,
    )  # fmt: skip
    return drawn.svg, drawn.labelled


def _spread(places: dict[str, tuple[float, float]], shown: Collection[str], ref: str) -> tuple[float, float]:
    """The place of a body, spread over the sheet when only some are shown."""
    if len(shown) == len(places):
        return float(places[ref][0]), float(places[ref][1])
    xs, ys = [places[r][0] for r in shown], [places[r][1] for r in shown]
    return _between(float(places[ref][0]), float(min(xs)), float(max(xs))), _between(float(places[ref][1]), float(min(ys)), float(max(ys)))


def _between(value: float, low: float, high: float) -> float:
    return 0.5 if high - low < 1e-9 else min(1.0, max(0.0, (value - low) / (high - low)))


def quoted(ref: str) -> str:
    return quote(ref, safe="")
