"""Each view is a layout of the same bodies: who has no place is not drawn, nobody hides another, and both directions are right."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from itertools import combinations
from math import hypot

import pytest

from shutaf.charts.influence_interest import GridLabels
from shutaf.charts.legend import LineSample
from shutaf.charts.map_nodes import Node
from shutaf.charts.palette import GROUPS, LIGHT
from shutaf.charts.scenes import Key, Named, Scene, SceneNode, SceneTie
from shutaf.charts.scenes.around_one import around_one
from shutaf.charts.scenes.by_ties import by_ties
from shutaf.charts.scenes.in_rings import in_rings
from shutaf.charts.scenes.on_earth import KM_A_DEGREE, on_earth, round_km
from shutaf.charts.scenes.on_grid import EDGE, FIELD_HEIGHT, on_grid
from shutaf.charts.scenes.picture import Shown, Words, scene_picture
from shutaf.charts.scenes.placing import radii
from shutaf.charts.scenes.scene import SHEET_WIDTH, THEME
from shutaf.charts.scenes.with_themes import with_themes
from shutaf.charts.scenes.written import scene_json

LABELS = GridLabels("influence", "interest", "low", "high", "a", "b", "c", "d", "not rated")
RINGS = ("middle", "next", "around")


def town(count: int, seed: int = 5) -> list[Node]:
    chance = random.Random(seed)
    return [Node(f"body {i}", chance.choice(GROUPS), chance.random(), chance.random(), 1 + i % 9, f"b{i}") for i in range(count)]


@pytest.mark.parametrize("count", [1, 2, 40, 300, 2000])
def test_rings_hold_their_own_and_nobody_twice(count: int) -> None:
    nodes = town(count)
    ring_of = {node.ref: 0 if i % 10 == 0 else 1 if i % 2 else 2 for i, node in enumerate(nodes)}
    at = in_rings(nodes, ring_of, RINGS, 700).at
    away = [hypot((x - 500) / 492, (y - 350) / 342) for x, y in at if (x, y)]
    assert len({(round(x, 3), round(y, 3)) for x, y in at}) == count
    farthest = {ring: max((a for a, n in zip(away, nodes, strict=True) if ring_of[n.ref] == ring), default=0) for ring in (0, 1, 2)}
    nearest = {ring: min((a for a, n in zip(away, nodes, strict=True) if ring_of[n.ref] == ring), default=2) for ring in (0, 1, 2)}
    assert farthest[0] < nearest[1]
    assert farthest[1] < nearest[2]
    assert max(away) <= 1


@pytest.mark.parametrize(("direction", "side"), [("ltr", 1), ("rtl", -1)])
def test_interest_runs_as_one_reads_and_the_unrated_stand_apart(direction: str, side: int) -> None:
    nodes = town(5)
    ratings = {"b0": (9.0, 2.0), "b1": (9.0, 8.0), "b2": (2.0, 8.0)}
    placing = on_grid(nodes, ratings, LABELS, direction, 8)  # type: ignore[arg-type]
    at = [where for where in placing.at if where]
    assert (at[1][0] - at[0][0]) * side > 100
    assert at[2][1] > at[1][1]
    assert min(at[3][1], at[4][1]) > EDGE + FIELD_HEIGHT
    assert all(where[1] < EDGE + FIELD_HEIGHT for where in at[:3])
    assert "not rated" in [mark.label for mark in placing.under if isinstance(mark, Named)]
    assert "not rated" not in [m.label for m in on_grid(nodes[:3], ratings, LABELS, "ltr", 8).under if isinstance(m, Named)]


def test_equal_ratings_do_not_hide_each_other() -> None:
    nodes = town(30)
    at = on_grid(nodes, {node.ref: (5.0, 5.0 + (i % 2) / 10) for i, node in enumerate(nodes)}, LABELS, "ltr", 9).at
    places = [where for where in at if where]
    assert min(hypot(a[0] - b[0], a[1] - b[1]) for a, b in combinations(places, 2)) > 9


def test_body_stands_among_its_themes_or_not_at_all() -> None:
    themes = [Node(name, THEME, 0.5, 0.5, 2, name) for name in ("t0", "t1", "t2", "t3")]
    bodies = town(3)
    placing = with_themes([*bodies, *themes], {"b0": ["t0"], "b1": ["t0", "t1"], "b2": []}, 20, 700)
    assert placing.at[2] is None
    one, both, t0, t1 = (placing.at[i] or (0, 0) for i in (0, 1, 3, 4))
    centre = (SHEET_WIDTH / 2, 350)
    assert hypot(one[0] - centre[0], one[1] - centre[1]) > hypot(t0[0] - centre[0], t0[1] - centre[1])
    assert hypot(both[0] - t0[0], both[1] - t0[1]) == pytest.approx(hypot(both[0] - t1[0], both[1] - t1[1]), rel=0.2)


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_map_on_the_ground_keeps_distances_and_north(direction: str) -> None:
    nodes = town(4)
    north, south, east = (32.90, 35.20), (32.80, 35.20), (32.80, 35.30)
    placing = on_earth(nodes, {"b0": north, "b1": south, "b2": east}, lambda km: f"{km:g} km", direction, 10)  # type: ignore[arg-type]
    assert placing.at[3] is None
    (nx, ny), (sx, sy), (ex, ey) = (placing.at[i] or (0, 0) for i in range(3))
    assert ny < sy
    assert sx < ex
    assert nx == pytest.approx(sx, abs=0.2)
    assert ey == pytest.approx(sy, abs=0.2)
    assert (ex - sx) / (sy - ny) == pytest.approx(0.84, abs=0.01)  # cos of the latitude
    bar = next(mark for mark in placing.under if not isinstance(mark, Named))
    said = next(mark.label for mark in placing.under if isinstance(mark, Named))
    units_a_km = (sy - ny) / (0.1 * KM_A_DEGREE)
    assert float(said.split()[0]) == pytest.approx((bar.x2 - bar.x1) / units_a_km, rel=0.01)  # type: ignore[union-attr]


def test_nobody_with_a_place_leaves_an_empty_sheet() -> None:
    assert on_earth(town(2), {}, str, "ltr", 10).at == (None, None)


def test_one_house_is_no_whole_town() -> None:
    placing = on_earth(town(2), {"b0": (32.9, 35.2), "b1": (32.9, 35.2)}, lambda km: f"{km:g}", "ltr", 10)
    assert placing.at[0] != placing.at[1]
    assert round_km(0.37) == 0.2


def test_one_body_and_its_neighbours_leave_room_for_names() -> None:
    placing = around_one(0, range(1, 15), 20, 340)
    at = [where for where in placing.at if where]
    assert len(at) == 15
    assert placing.at[15:] == (None,) * 5
    assert min(abs(a[1] - b[1]) for a, b in combinations(at[1:], 2) if a[0] == b[0]) > 60


def test_largest_value_is_the_largest_shape_and_the_unknown_the_smallest() -> None:
    found = radii([None, 0, 4, 16], 660)
    assert found[0] == found[1] < found[2] < found[3]
    assert found[3] == pytest.approx(1.8 * found[1])


def scene(count: int = 30) -> Scene:
    nodes = town(count)
    placing = by_ties(nodes, radii([n.degree for n in nodes], 660), 660)
    drawn = [
        SceneNode(n.ref, f"סוחרי {n.label} (ע״ר)", n.group, *(at or (0, 0)), 8, n.degree) for n, at in zip(nodes, placing.at, strict=True)
    ]
    ties = tuple(SceneTie(i, (i * 7 + 1) % count, 3.0 if i % 2 else None, kind="service") for i in range(count) if (i * 7 + 1) % count != i)
    return Scene(
        "network", 660, tuple(drawn), ties, keys=(Key("business", "business"), Key("from 1 to 3", None, "heat-2")), is_movable=True
    )


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("width", [340, 900])
def test_picture_of_a_scene_keeps_names_apart(direction: str, width: int, read: Callable) -> None:
    made = scene()
    words = Words(
        "Map", "Who works with whom", ("Town: network", "made up", "As seen by two"), ("Size: ties.",), (LineSample("strong", "strong"),)
    )
    picture = scene_picture(
        made, Shown(frozenset(n.ref for n in made.nodes), made.ties, "b3"), words, direction=direction, palette=LIGHT, width=width
    )  # type: ignore[arg-type]
    drawn = read(picture)
    assert drawn.has("Town: network")
    assert drawn.has("from 1 to 3")
    inside = [line for line in drawn.texts if line.text.startswith("סוחרי")]
    assert all(line.box.left >= 0 and line.box.right <= width for line in inside)


def test_picture_shows_only_what_the_filter_left() -> None:
    made = scene()
    picture = scene_picture(made, Shown(frozenset(("b1", "b8")), made.ties), Words("Map", "Map"), direction="ltr", palette=LIGHT, width=900)
    assert picture.total == 2
    assert "b2" not in picture.svg


def test_quiet_scene_draws_ties_of_the_chosen_body_only() -> None:
    made = scene()
    quiet = Scene("grid", made.height, made.nodes, made.ties, is_quiet=True)
    everybody = frozenset(n.ref for n in made.nodes)
    without = scene_picture(quiet, Shown(everybody, made.ties), Words("Map", "Map"), direction="ltr", palette=LIGHT, width=900).svg
    chosen = scene_picture(quiet, Shown(everybody, made.ties, "b3"), Words("Map", "Map"), direction="ltr", palette=LIGHT, width=900).svg
    assert "s-edge" not in without
    assert "s-now-edge" in chosen


def test_names_of_the_unrated_stay_in_their_strip(read: Callable) -> None:
    nodes = [Node(f"שם ארוך של גוף {i}", "business", 0.5, 0.5, 1, f"b{i}") for i in range(24)]
    placing = on_grid(nodes, {}, LABELS, "rtl", 12)
    drawn = tuple(SceneNode(n.ref, n.label, n.group, *(at or (0, 0)), 12, 1) for n, at in zip(nodes, placing.at, strict=True))
    made = Scene("grid", placing.height, drawn, (), placing.under)
    picture = scene_picture(
        made, Shown(frozenset(n.ref for n in nodes), ()), Words("Map", "Map"), direction="rtl", palette=LIGHT, width=900
    )
    strip = next(mark for mark in placing.under if getattr(mark, "is_wash", False))
    names = [line.box for line in read(picture).texts if "ארוך" in line.text]
    assert names
    assert all(strip.y * 0.9 <= box.top and box.bottom <= (strip.y + strip.height) * 0.9 for box in names)  # type: ignore[union-attr]
    assert all(strip.x * 0.9 <= box.left and box.right <= (strip.x + strip.width) * 0.9 for box in names)  # type: ignore[union-attr]


def test_both_painters_get_the_same_places() -> None:
    made = scene()
    written = json.loads(scene_json(made, {"b1": ["waste", "energy"]}))
    assert written["nodes"]["x"] == [round(n.x, 1) for n in made.nodes]
    assert written["nodes"]["ref"] == [n.ref for n in made.nodes]
    assert written["nodes"]["themes"][1] == "waste energy"
    assert written["ties"]["s"][:2] == [0, 3.0]
    assert written["kinds"] == ["service"]
    assert written["movable"]
