"""The network map as pictures and the sentences beside them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

from django.utils.translation import gettext as _

from shutaf.analysis.network.ground import MapGround
from shutaf.analysis.network.pairs import Pair
from shutaf.analysis.situation import Tie
from shutaf.charts.legend import LineSample
from shutaf.charts.palette import LIGHT
from shutaf.charts.scenes import Scene, SceneTie
from shutaf.charts.scenes.picture import Shown, Words, scene_picture
from shutaf.charts.svg import Direction, Picture
from shutaf.reports.map import MapAsked, scene_of
from shutaf.reports.map.filters import tie_fits
from shutaf.reports.map.scene import NARROW, tie_rows
from shutaf.web.pages.network_map.looking import Looking
from shutaf.web.parts.reading import Reading

WIDE_PX, NARROW_PX = 900.0, 340.0
MOST_DRAWN = 300


@dataclass(frozen=True, slots=True)
class Drawn:
    """wide and narrow: SVG; unnamed: how many bodies stand in the wide one without their name; left_out: how many do not stand in it."""

    wide: str
    narrow: str
    unnamed: int
    left_out: int


def pictures(looking: Looking) -> Drawn | None:
    """The picture of a page, wide and for a narrow screen: there one body and its neighbours. None when nobody is shown."""
    shown = looking.shown
    if not shown:
        return None
    asked, query = looking.asked, looking.asked.query(body="")
    drawn = most_tied(looking, shown)
    wide = picture_of(looking.scene, looking.ties, asked, drawn, looking.direction, query)
    near = replace(asked, view="near")
    scene = looking.scene if asked.view == "near" else scene_of(looking.ground, looking.speech, near, looking.direction)
    middle = asked.body or scene.middle
    narrow = picture_of(scene, looking.ties, near, [n.ref for n in scene.nodes], looking.direction, query, NARROW_PX, "net-s", middle)
    return Drawn(wide.svg, narrow.svg, wide.total - wide.labelled, len(shown) - len(drawn))


def most_tied(looking: Looking, shown: Sequence[str]) -> list[str]:
    """What a still picture can hold: all, or the chosen body and its neighbours, or those with most known ties."""
    if len(shown) <= MOST_DRAWN:
        return list(shown)
    neighbours, chosen = looking.neighbours, looking.asked.body
    near = {chosen, *neighbours.get(chosen, ())} if chosen else set()
    if len(near) > 1:
        shown = [ref for ref in shown if ref in near]
    return sorted(shown, key=lambda ref: (-len(neighbours.get(ref, ())), ref))[:MOST_DRAWN]


def picture(reading: Reading, shown: Collection[str], direction: Direction) -> Picture:
    """A plain picture of these bodies, without links."""
    asked = MapAsked()
    ground = MapGround(reading.situation, reading.prepared.positions)
    scene = scene_of(ground, reading.speech, asked, direction)
    return picture_of(scene, ground.ties_by_pair, asked, shown, direction)


def picture_of(
    scene: Scene, ties: Mapping[Pair, Sequence[Tie]], asked: MapAsked, shown: Collection[str], direction: Direction, query: str | None = None,
    width: float = WIDE_PX, prefix: str = "net", middle: str = "", words: Words | None = None,
) -> Picture:  # fmt: skip
    """query: what follows the question mark in the links of a page; None for a picture without links."""
    lines = lines_of(scene, ties, asked)
    chosen = middle or asked.body
    number = next((i for i, node in enumerate(scene.nodes) if node.ref == chosen), -1)
    near = frozenset(scene.nodes[t.j if t.i == number else t.i].ref for t in lines if number in (t.i, t.j))
    given = words or Words(_("Known ties"), _("Known ties"), lines=samples(scene, lines))
    href = None if query is None else (lambda ref: f"?{query}{'&' if query else ''}body={quote(ref, safe='')}#chosen")
    return scene_picture(
        scene, Shown(frozenset(shown), tuple(lines), chosen if number >= 0 else "", near), given, direction=direction, palette=LIGHT,
        width=NARROW if scene.view == "near" and width < NARROW else width, prefix=prefix, href_of=href,
    )  # fmt: skip


def lines_of(scene: Scene, ties: Mapping[Pair, Sequence[Tie]], asked: MapAsked) -> list[SceneTie]:
    """The ties a filter leaves; those of the view with themes are no ties between bodies and stay."""
    if scene.view == "themes" or not (asked.kind or asked.least or asked.on):
        return list(scene.ties)
    index = {node.ref: i for i, node in enumerate(scene.nodes)}
    return tie_rows({pair: [tie for tie in rows if tie_fits(tie, asked)] for pair, rows in ties.items()}, index)


def samples(scene: Scene, lines: Sequence[SceneTie]) -> tuple[LineSample, ...]:
    """Kinds of line that stand in the picture."""
    if scene.view == "themes":
        return ()
    out = [LineSample("strong", _("strong tie")), LineSample("weak", _("weak tie"))]
    return (*out, LineSample("dashed", _("said of one direction only"))) if any(line.dashed for line in lines) else tuple(out)
