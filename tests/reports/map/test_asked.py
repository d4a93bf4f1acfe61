"""What an address may ask of the map, and what a filter leaves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.utils import translation

import world
from shutaf.analysis.network.ground import MapGround
from shutaf.analysis.network.layout import layout
from shutaf.analysis.network.pairs import pairs_of
from shutaf.analysis.situation import Body, MapBasis, Situation, Tie, Word
from shutaf.reports.map import VIEWS, MapAsked, scene_of
from shutaf.reports.map.fields import colours_offered, sizes_offered
from shutaf.reports.map.filters import bodies_shown, ties_shown, within
from shutaf.reports.map.sheet import map_words
from shutaf.reports.wording.speech import Speech


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


def ground(situation: Situation) -> MapGround:
    return MapGround(situation, layout(situation))


def test_nonsense_is_as_if_unsaid() -> None:
    said = {
        "view": ["<script>"],
        "group": ["business", "nobody"],
        "theme": ["no such"],
        "least": ["-3"],
        "on": ["2024-13-01"],
        "steps": ["99"],
    }
    assert MapAsked.of(said) == MapAsked(groups=("business",), steps=3)


def test_what_is_asked_survives_the_address() -> None:
    asked = MapAsked("rings", ("business", ""), "waste", "service", 3, "2024-05-01", "ties", "needs", "a b", 2)
    assert MapAsked.of(asked.said()) == asked
    assert asked.query() == (
        "view=rings&group=business&group=unknown&theme=waste&kind=service&least=3&on=2024-05-01&colour=ties&size=needs&body=a+b&steps=2"
    )
    assert MapAsked().query() == ""


TOWN = Situation(
    bodies=(Body("a", "A", Word("", "business")), Body("b", "B", themes=(Word("", "waste"),)), Body("c", "C"), Body("d", "D")),
    ties=(
        Tie("a", "b", strength_1_5=4, kind=Word("", "service"), since_date="2019", until_date="2021"),
        Tie("b", "c", strength_1_5=2, since_date="2022"),
        Tie("c", "d"),
    ),
)


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        (MapAsked(), ["ab", "bc", "cd"]),
        (MapAsked(kind="service"), ["ab"]),
        (MapAsked(least=3), ["ab"]),
        (MapAsked(on="2020-05-05"), ["ab", "cd"]),
        (MapAsked(on="2023-05-05"), ["bc", "cd"]),
        (MapAsked(on="2018-05-05", least=2), []),
    ],
)
def test_ties_left_by_a_filter(asked: MapAsked, left: list[str]) -> None:
    assert ["".join(pair) for pair in ties_shown(pairs_of(TOWN).exists, asked)] == left


def test_bodies_left_by_a_filter() -> None:
    pairs = pairs_of(TOWN).exists
    assert bodies_shown(TOWN.bodies, pairs, MapAsked(groups=("business",))) == ["a"]
    assert bodies_shown(TOWN.bodies, pairs, MapAsked(theme="waste", body="d")) == ["b", "d"]
    assert bodies_shown(TOWN.bodies, pairs, MapAsked(body="a", steps=2)) == ["a", "b", "c"]
    assert within(pairs, "d", 1) == {"c", "d"}


def test_reported_map_offers_no_size_by_position() -> None:
    seen = ground(world.town())
    assert "between" not in dict(sizes_offered(seen, sees_all=True))
    surveyed = replace(world.town(), map=MapBasis("surveyed", asked=tuple(b.ref for b in world.town().bodies)))
    assert "between" in dict(sizes_offered(ground(surveyed), sees_all=True))


def test_ratings_are_offered_to_those_who_see_them() -> None:
    bodies = tuple(replace(b, influence_1_10=5.0, interest_1_10=4.0, invite="yes") for b in world.town().bodies)  # type: ignore[arg-type]
    seen = ground(world.town(bodies=bodies))
    assert {"influence", "interest", "invite"} <= {key for key, _ in colours_offered(seen, sees_all=True)}
    assert not {"influence", "interest", "invite"} & {key for key, _ in colours_offered(seen, sees_all=False)}
    assert not {"influence", "interest"} & {key for key, _ in sizes_offered(seen, sees_all=False)}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_every_view_draws_each_body_once_and_ties_of_those_who_are_there(view: str, direction: str) -> None:
    seen = ground(world.town())
    scene = scene_of(seen, Speech("he", seen.situation), MapAsked(view), direction)  # type: ignore[arg-type]
    refs = [node.ref for node in scene.nodes]
    assert len(refs) == len(set(refs))
    assert all(0 <= tie.i < len(refs) and 0 <= tie.j < len(refs) for tie in scene.ties)
    if view in ("network", "rings"):
        assert set(refs) == set(seen.situation.body_by_ref)
    assert not set(scene.apart) & set(refs)


def test_reported_map_calls_no_ring_a_core() -> None:
    seen = ground(world.town())
    names = [getattr(mark, "label", "") for mark in scene_of(seen, Speech("en", seen.situation), MapAsked("rings"), "ltr").under]
    assert "municipality" in names
    assert "core" not in names


def test_moved_bodies_stand_where_they_were_put() -> None:
    seen = ground(world.town())
    ref = seen.situation.bodies[0].ref
    scene = scene_of(seen, Speech("en", seen.situation), MapAsked(), "ltr", {ref: (12.0, 34.0)})
    assert next((node.x, node.y) for node in scene.nodes if node.ref == ref) == (12.0, 34.0)
    rings = scene_of(seen, Speech("en", seen.situation), MapAsked("rings"), "ltr", {ref: (12.0, 34.0)})
    assert next((node.x, node.y) for node in rings.nodes if node.ref == ref) != (12.0, 34.0)


def test_a_file_says_what_it_rests_on() -> None:
    seen = ground(replace(world.town(), is_fictional=True))
    speech = Speech("en", seen.situation)
    asked = MapAsked(groups=("business",), least=3)
    scene = scene_of(seen, speech, asked, "ltr")
    words = map_words(seen.situation, speech, world.TODAY, scene, asked, "Town: Network", fitting=3, lines=(), is_internal=True)
    said = " ".join((*words.head, *words.foot))
    assert "Fictional town for demonstration" in said
    assert "Internal, not for handing out" in said
    assert "3 bodies of 12 are shown." in said
    assert "strength from 3" in said
    assert "no tie known to us" in said
