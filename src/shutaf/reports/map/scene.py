"""The scene of a map: which bodies and ties, where, how large, in what colour, and what is said of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from math import sqrt

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shutaf import content
from shutaf.analysis.network.dates import first_day, last_day
from shutaf.analysis.network.ground import MapGround
from shutaf.analysis.network.pairs import Pair, pair_of
from shutaf.analysis.network.rings import rings
from shutaf.analysis.situation import Tie
from shutaf.charts.influence_interest import GridLabels
from shutaf.charts.map_nodes import Node
from shutaf.charts.scenes import Scene, SceneNode, SceneTie
from shutaf.charts.scenes.around_one import around_one
from shutaf.charts.scenes.by_ties import by_ties
from shutaf.charts.scenes.in_rings import in_rings
from shutaf.charts.scenes.on_earth import on_earth
from shutaf.charts.scenes.on_grid import on_grid
from shutaf.charts.scenes.placing import Placing, radii
from shutaf.charts.scenes.scene import THEME, height_for
from shutaf.charts.scenes.with_themes import with_themes
from shutaf.charts.svg import Direction
from shutaf.reports.map.asked import MapAsked
from shutaf.reports.map.fields import Colouring, colour_names, colouring, size_names, size_values
from shutaf.reports.wording.speech import Speech

NARROW, MOST_NEAR = 340.0, 14
Positions = Mapping[str, Sequence[float]]


def scene_of(ground: MapGround, speech: Speech, asked: MapAsked, direction: Direction, moved: Positions | None = None) -> Scene:
    """The whole map in one view; filters narrow it down later, so that what is left stays where it was.

    moved: where bodies were put by hand, ref -> (x, y) in sheet units, in the view of ties only.
    """
    situation = ground.situation
    if not situation.bodies:
        return Scene(asked.view, height_for(0), (), ())
    if asked.view == "near":
        return _near_scene(ground, speech, asked)
    neighbours = ground.neighbours
    height = height_for(len(situation.bodies))
    values = size_values(ground, asked.size)
    size_of = dict(zip((body.ref for body in situation.bodies), radii(values, height), strict=True))
    unknown = {body.ref for body, value in zip(situation.bodies, values, strict=True) if value is None}
    coloured = colouring(ground, speech, asked.colour)
    nodes = [
        Node(speech.body(body.ref).text, body.group_key, float(x), float(y), len(neighbours.get(body.ref, ())), body.ref)
        for body, (x, y) in zip(situation.bodies, ground.positions, strict=True)
    ]
    index = {node.ref: i for i, node in enumerate(nodes)}
    nodes, ties, placing, apart_says = _placed(ground, speech, asked, direction, nodes, index, size_of, height)
    moved = (moved or {}) if asked.view == "network" else {}
    kept = [i for i, at in enumerate(placing.at) if at is not None]
    number = {i: k for k, i in enumerate(kept)}
    drawn = []
    for i in kept:
        ref, at = nodes[i].ref, moved.get(nodes[i].ref) or placing.at[i] or (0.0, 0.0)
        drawn.append(_scene_node(nodes[i], (at[0], at[1]), size_of.get(ref, 7.0), coloured, speech, asked.colour, ref in unknown))
    lines = ties if len(kept) == len(nodes) else [replace(t, i=number[t.i], j=number[t.j]) for t in ties if t.i in number and t.j in number]
    return Scene(
        asked.view, placing.height, tuple(drawn), tuple(lines), placing.under, keys=coloured.keys,
        size_says=_size_says(asked.size, bool(unknown)), colour_says=_colour_says(asked.colour),
        apart=tuple(nodes[i].ref for i, at in enumerate(placing.at) if at is None) if apart_says else (), apart_says=apart_says,
        is_movable=asked.view == "network", is_quiet=asked.view == "grid",
    )  # fmt: skip


def _counted(node: Node, speech: Speech) -> str:
    if node.group == THEME:
        return ngettext("{n} body", "{n} bodies", node.degree).format(n=speech.digits(node.degree))
    if not node.degree:
        return _("no tie known to us")
    return ngettext("{n} known tie", "{n} known ties", node.degree).format(n=speech.digits(node.degree))


def _size_says(key: str, some_unknown: bool) -> str:
    if key == "equal":
        return ""
    said = _("Size: {what}.").format(what=size_names()[key])
    return f"{said} {_('Hollow: not known.')}" if some_unknown else said


def _placed(
    ground: MapGround, speech: Speech, asked: MapAsked, direction: Direction, nodes: list[Node], index: Mapping[str, int],
    size_of: Mapping[str, float], height: float,
) -> tuple[list[Node], list[SceneTie], Placing, str]:  # fmt: skip
    """Nodes (themes added where the view has them), ties, their places, and why some have none."""
    situation = ground.situation
    ties = list(_all_rows(ground))
    sizes = [size_of[node.ref] for node in nodes]
    spacing = 2.3 * max(sizes, default=5.0)
    match asked.view:
        case "rings":
            found = rings(situation)
            return nodes, ties, in_rings(nodes, found.ring_of, ring_names(found.basis), height), ""
        case "grid":
            rated = {b.ref: (b.influence_1_10, b.interest_1_10) for b in situation.bodies if b.influence_1_10 and b.interest_1_10}
            outside = [node for node in nodes if node.group != "department" or node.ref in rated]
            there = {node.ref: i for i, node in enumerate(outside)}
            placing = on_grid(outside, rated, grid_labels(), direction, max(sizes, default=5.0))
            return outside, tie_rows(ground.ties_by_pair, there), placing, ""
        case "themes":
            return _by_themes(ground, speech, nodes, index, spacing, height)
        case "places":
            where = {b.ref: (b.lat, b.lon) for b in situation.bodies if b.lat is not None and b.lon is not None}
            placing = on_earth(nodes, where, lambda km: _km(km, speech), direction, spacing)
            return nodes, ties, placing, _("No place written")
    return nodes, ties, by_ties(nodes, sizes, height), ""


def _near_scene(ground: MapGround, speech: Speech, asked: MapAsked) -> Scene:
    """The chosen body, or the one with most known ties, and its neighbours by the strength of their tie; nobody else is looked at."""
    by_ref, neighbours = ground.situation.body_by_ref, ground.neighbours
    middle = asked.body if asked.body in by_ref else max(neighbours, key=lambda ref: len(neighbours[ref]))
    refs = [middle, *nearest(ground, middle)[:MOST_NEAR]]
    coloured = colouring(ground, speech, asked.colour)
    placing = around_one(0, range(1, len(refs)), len(refs), NARROW)
    most = max(len(neighbours[ref]) for ref in refs)
    nodes = []
    for ref, at in zip(refs, placing.at, strict=True):
        node = Node(speech.body(ref).text, by_ref[ref].group_key, 0, 0, len(neighbours[ref]), ref)
        radius = 9 * (1 + 0.6 * sqrt(node.degree / max(most, 1)))
        nodes.append(_scene_node(node, at or (0.0, 0.0), radius, coloured, speech, asked.colour))
    pairs = {pair: ground.ties_by_pair[pair] for ref in refs[1:] if (pair := pair_of(middle, ref)) in ground.ties_by_pair}
    lines = tie_rows(pairs, {ref: i for i, ref in enumerate(refs)})
    return Scene(
        "near", placing.height, tuple(nodes), tuple(lines), keys=coloured.keys, size_says=_size_says("ties", False),
        colour_says=_colour_says(asked.colour), is_quiet=True, middle=middle, width=NARROW,
    )  # fmt: skip


def _scene_node(
    node: Node, at: tuple[float, float], radius: float, coloured: Colouring, speech: Speech, colour: str, is_hollow: bool = False
) -> SceneNode:
    words = [speech.group(node.group) if node.group != THEME else _("theme"), _counted(node, speech)]
    words += [coloured.words_of[node.ref]] if node.ref in coloured.words_of and colour != "ties" else []
    paint = "c-act" if node.group == THEME else coloured.paint_of.get(node.ref, "")
    return SceneNode(
        node.ref, node.label, node.group, *at, radius, node.degree, paint=paint, is_hollow=is_hollow, words=_(", ").join(words)
    )


def _colour_says(colour: str) -> str:
    return "" if colour == "sector" else colour_names()[colour]


def nearest(ground: MapGround, ref: str) -> list[str]:
    """Neighbours, the strongest tie first; an unknown strength comes last."""
    strength = {}
    for other in ground.neighbours.get(ref, ()):
        rows = ground.ties_by_pair[(ref, other) if ref < other else (other, ref)]
        strength[other] = max((tie.strength_1_5 or 0.0 for tie in rows), default=0.0)
    return sorted(strength, key=lambda other: -strength[other])


def _by_themes(
    ground: MapGround, speech: Speech, nodes: Sequence[Node], index: Mapping[str, int], spacing: float, height: float
) -> tuple[list[Node], list[SceneTie], Placing, str]:
    themes_of = {body.ref: theme_keys(body.themes) for body in ground.situation.bodies}
    used = {key for keys in themes_of.values() for key in keys}
    names = {entry.key: entry.names[speech.language] for entry in content.entries("theme")}
    themes = [
        Node(names[key], THEME, 0.5, 0.5, sum(key in keys for keys in themes_of.values()), f"theme:{key}") for key in names if key in used
    ]
    both = [*nodes, *themes]
    number = {node.ref: len(nodes) + k for k, node in enumerate(themes)}
    lines = [SceneTie(index[ref], number[f"theme:{key}"], kind=THEME) for ref, keys in themes_of.items() for key in keys]
    linked = {ref: [f"theme:{key}" for key in keys] for ref, keys in themes_of.items()}
    return both, lines, with_themes(both, linked, spacing, height), _("No theme written")


def theme_keys(words: Collection[object]) -> list[str]:
    """Keys of the closed list; own words have none."""
    return list(dict.fromkeys(key for word in words if (key := getattr(word, "key", ""))))


@lru_cache(maxsize=4)
def _all_rows(ground: MapGround) -> tuple[SceneTie, ...]:
    """Of all ties, numbered as the situation numbers bodies; of a large map it takes as long as all else together."""
    return tuple(tie_rows(ground.ties_by_pair, ground.situation.index_by_ref))


def tie_rows(by_pair: Mapping[Pair, Sequence[Tie]], index: Mapping[str, int]) -> list[SceneTie]:
    """One entry a row; the dash of a pair that was only ever said one way."""
    out = []
    for (one, other), ties in by_pair.items():
        if one not in index or other not in index:
            continue
        one_way = all(tie.direction == "one_way" for tie in ties) and len({(tie.source_ref, tie.target_ref) for tie in ties}) == 1
        for tie in ties:
            first, last = _first(tie.since_date), _last(tie.until_date)
            out.append(
                SceneTie(
                    index[one], index[other], tie.strength_1_5, one_way, tie.kind.key or tie.kind.text,
                    first, last,
                )
            )  # fmt: skip
    return out


@lru_cache(maxsize=4096)
def _first(text: str) -> str:
    day = first_day(text)
    return day.isoformat() if day else ""


@lru_cache(maxsize=4096)
def _last(text: str) -> str:
    day = last_day(text)
    return day.isoformat() if day else ""


def ring_names(basis: str) -> tuple[str, str, str]:
    """What the rings may be called: a core only where the bodies answered for themselves."""
    if basis == "core":
        return _("core"), _("tied to the core"), _("around")
    if basis == "municipality":
        return _("municipality"), _("known tie with the municipality"), _("no tie with the municipality known to us")
    if basis == "informants":
        return _("those who filled in the map"), _("known tie with them"), _("no tie with them known to us")
    return "", "", _("nobody is in the middle yet")


def grid_labels() -> GridLabels:
    return GridLabels(
        _("Influence"),
        _("Interest"),
        _("low"),
        _("high"),
        _("work closely"),
        _("keep satisfied"),
        _("keep informed"),
        _("watch"),
        _("not rated"),
    )


def _km(km: float, speech: Speech) -> str:
    if km < 1:
        return _("{n} m").format(n=speech.digits(km * 1000))
    return _("{n} km").format(n=speech.digits(km))
