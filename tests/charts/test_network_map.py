"""The map: names that can be read, ties that can be followed, bodies that stay where they are."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from shutaf.charts.legend import LineSample
from shutaf.charts.network_map import Node, TieLine, network_map
from shutaf.charts.palette import DARK, GROUPS, LIGHT
from shutaf.charts.svg import Picture

NAMES = (
    "סוחרי הרחוב הראשי",
    "مركز الشباب والرياضة",
    "Good Neighbour Network",
    "Amt für Umwelt- und Naturschutz",
    "חינוך",
    "קואופרטיב גלגל שני (ע״ר)",
)
LEGEND = (("public", "ציבורי"), ("business", "עסקי"), ("civil_society", "חברה אזרחית"))


def town(bodies: int, ties: int, seed: int = 7) -> tuple[list[Node], list[TieLine]]:
    chance = random.Random(seed)
    pairs = set()
    while len(pairs) < ties:
        i, j = chance.randrange(bodies), chance.randrange(bodies)
        if i != j:
            pairs.add((min(i, j), max(i, j)))
    lines = [TieLine(i, j, chance.choice([None, 1, 2, 3, 4, 5]), chance.random() < 0.1) for i, j in sorted(pairs)]
    degree = [sum(i in (line.i, line.j) for line in lines) if bodies <= 300 else 1 for i in range(bodies)]
    nodes = [
        Node(f"{chance.choice(NAMES)} {i}", chance.choice(GROUPS), chance.random(), chance.random(), degree[i], f"b{i}")
        for i in range(bodies)
    ]
    return nodes, lines


def draw(nodes: list[Node], ties: list[TieLine], **other: Any) -> Picture:
    return network_map(nodes, ties, **{"title": "Map", "description": "Who works with whom", "direction": "rtl", "palette": LIGHT, **other})


@pytest.mark.parametrize(("bodies", "ties"), [(1, 0), (2, 1), (20, 30), (60, 130), (150, 300), (285, 900)])
@pytest.mark.parametrize("width", [300, 640, 960])
def test_no_name_meets_another_name_or_a_mark(bodies: int, ties: int, width: int, read: Callable, collisions: Callable) -> None:
    picture = draw(*town(bodies, ties), legend=LEGEND, width=width)
    drawn = read(picture)
    assert collisions(drawn) == []
    assert len(drawn.marks) == picture.total == bodies


def test_every_body_of_a_small_map_is_named(read: Callable) -> None:
    picture = draw(*town(20, 30))
    assert picture.labelled == picture.total == 20


def test_names_that_matter_are_seen_on_a_crowded_map(read: Callable) -> None:
    nodes, ties = town(285, 900)
    nodes[7] = Node("the important one", "academia", 0.5, 0.5, 1, is_important=True)
    nodes[8] = Node("the chosen one", "public", 0.5, 0.5, 1, is_selected=True)
    drawn = read(draw(nodes, ties, width=960))
    assert drawn.has("important")
    assert drawn.has("chosen")


def test_most_connected_bodies_are_named_first(read: Callable) -> None:
    nodes, ties = town(285, 900)
    nodes[3] = Node("hub", "business", 0.5, 0.5, 99)
    picture = draw(nodes, ties)
    assert picture.labelled < picture.total
    assert read(picture).has("hub")


def test_map_does_not_mirror_but_its_legend_does(read: Callable) -> None:
    nodes, ties = town(12, 14)
    right, left = (read(draw(nodes, ties, direction=way, legend=LEGEND)) for way in ("rtl", "ltr"))
    assert right.marks == left.marks
    assert [text.x for text in right.texts[:-3]] == [text.x for text in left.texts[:-3]]
    assert right.where("ציבורי").x + left.where("ציבורי").x == 640
    assert (right.where("ציבורי").anchor, left.where("ציבורי").anchor) == ("end", "start")


def test_body_without_a_known_tie_stands_in_a_dashed_ring_at_the_edge(read: Callable) -> None:
    nodes = [Node("a", "public", 0.2, 0.1, 1), Node("b", "business", 0.8, 0.5, 1), Node("college", "academia", 0.5, 0.0, 0)]
    drawn = read(draw(nodes, [TieLine(0, 1)]))
    rings = [circle.attrib for circle in drawn.root.iter("{http://www.w3.org/2000/svg}circle")]
    assert [("stroke-dasharray" in ring, ring["class"]) for ring in rings] == [(True, "s-unknown")]
    assert drawn.where("college").y > max(drawn.where("a").y, drawn.where("b").y)


def test_weak_tie_is_thin_planned_one_dashed_chosen_one_apricot() -> None:
    nodes = [Node(str(i), "public", x, y, 2, is_selected=i == 0) for i, (x, y) in enumerate([(0, 0), (1, 0), (0, 1), (1, 1)])]
    svg = draw(nodes, [TieLine(1, 2, 1), TieLine(1, 3, 5), TieLine(2, 3, None, dashed=True), TieLine(0, 1, 3)]).svg
    assert svg.count('stroke-width="0.8"') == svg.count('stroke-width="3"') == 1
    assert svg.count("stroke-dasharray") == 1
    assert svg.count(f'class="s-now-edge" stroke="{LIGHT.now_edge}"') == 2  # the tie and the ring


def test_ties_of_one_style_share_one_path() -> None:
    nodes, ties = town(100, 1000)
    assert draw(nodes, ties).svg.count("stroke-opacity") <= 12


def test_links_make_the_root_a_group_and_are_kept_safe(read: Callable) -> None:
    node = Node("a & b", "public", 0.5, 0.5, 0, ref='"x"', href="/bodies/1?a=1&b=2")
    drawn = read(draw([node], []))
    (link,) = drawn.root.iter("{http://www.w3.org/2000/svg}a")
    assert (drawn.root.get("role"), link.get("href"), link.get("data-ref")) == ("group", "/bodies/1?a=1&b=2", '"x"')
    assert read(draw([Node("a", "public", 0.5, 0.5, 0)], [])).root.get("role") == "img"


@pytest.mark.parametrize(
    "label", ["<script>alert(1)</script>", "\"'&<>]]>", "\u202eevil\u2069\x00", "🌱 גינה 👩‍🌾", "א" * 400, " \n ", "a\u0301" * 300]
)
def test_hostile_labels_stay_text(label: str, read: Callable) -> None:
    drawn = read(draw([Node(label, "public", 0.2, 0.2, 1), Node("b", "", 0.8, 0.8, 1)], [TieLine(0, 1)]))
    assert len(drawn.marks) == 2


def test_long_name_is_cut_in_the_picture_and_whole_in_its_title(read: Callable) -> None:
    name = "Association for the Protection of Nature and the Environment in the Northern Region, registered"
    drawn = read(draw([Node(name, "civil_society", 0.5, 0.5, 0)], []))
    assert drawn.has("…")
    assert any(name in (title.text or "") for title in drawn.root.iter("{http://www.w3.org/2000/svg}title"))


def test_same_input_gives_the_same_picture_and_palettes_differ_in_colour_only() -> None:
    nodes, ties = town(60, 130)
    light, again, dark = draw(nodes, ties).svg, draw(nodes, ties).svg, draw(nodes, ties, palette=DARK).svg
    assert light == again
    assert LIGHT.public in light
    assert LIGHT.public not in dark
    assert len(light) == len(dark)


def test_prefix_keeps_two_pictures_of_one_page_apart() -> None:
    nodes, ties = town(5, 4)
    assert 'id="second-title"' in draw(nodes, ties, prefix="second").svg
    assert 'id="map-' not in draw(nodes, ties, prefix="second").svg


def test_legend_of_lines_is_drawn(read: Callable) -> None:
    nodes, ties = town(5, 4)
    lines = (LineSample("strong", "קשר חזק"), LineSample("dashed", "מתוכנן"))
    assert read(draw(nodes, ties, line_legend=lines)).has("מתוכנן")


BODY = {"label": "a", "group": "public", "x_0_1": 0.5, "y_0_1": 0.5, "degree": 1}


@pytest.mark.parametrize(
    "bad",
    [
        {"x_0_1": float("nan")},
        {"y_0_1": float("inf")},
        {"x_0_1": 1.2},
        {"degree": -1},
        {"group": "army"},
        {"href": "javascript:alert(1)"},
        {"href": "//elsewhere"},
    ],
)
def test_body_that_cannot_be_drawn_is_refused(bad: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"finite|lies between|no such group|not a link"):
        draw([Node(**{**BODY, **bad})], [])


@pytest.mark.parametrize("tie", [TieLine(0, 0), TieLine(0, 2), TieLine(-1, 1), TieLine(0, 1, 6), TieLine(0, 1, float("nan"))])
def test_tie_that_cannot_be_drawn_is_refused(tie: TieLine) -> None:
    with pytest.raises(ValueError, match="tie"):
        draw([Node(**BODY), Node(**BODY)], [tie])


def test_empty_map_is_refused() -> None:
    with pytest.raises(ValueError, match="no bodies"):
        draw([], [])


@pytest.mark.slow
def test_large_maps_stay_small_files() -> None:
    nodes, ties = town(2000, 20000)
    picture = draw(nodes, ties, width=960)
    assert len(picture.svg) < 3_000_000
    assert picture.labelled >= 40
