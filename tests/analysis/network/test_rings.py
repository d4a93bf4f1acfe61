"""Rings for a picture: whose middle may be called a core, and where may a map stand that is not laid out yet?"""

from __future__ import annotations

from dataclasses import replace

from shutaf.analysis.network.ground import MapGround, filled_in
from shutaf.analysis.network.rings import rings
from shutaf.analysis.situation import Body, Department, MapBasis, Situation, Tie

STAR = Situation(
    bodies=(Body("d", "D", department=Department()), *(Body(ref, ref.upper()) for ref in "abcef")),
    ties=tuple(Tie("a", ref) for ref in "dbce"),
)


def test_reported_map_names_no_core() -> None:
    found = rings(STAR)
    assert found.basis == "municipality"
    assert found.ring_of == {"d": 0, "a": 1, "b": 2, "c": 2, "e": 2, "f": 2}


def test_answers_of_the_bodies_themselves_allow_a_core() -> None:
    surveyed = replace(STAR, map=MapBasis("surveyed", asked=tuple("dabcef")))
    found = rings(surveyed)
    assert found.basis == "core"
    assert [ref for ref, ring in found.ring_of.items() if ring == 0] == ["a"]
    assert found.ring_of["f"] == 2


def test_surveyed_map_with_few_answers_names_no_core() -> None:
    assert rings(replace(STAR, map=MapBasis("surveyed", asked=("a",)))).basis == "municipality"


def test_without_a_municipality_the_informants_stand_in_the_middle() -> None:
    town = replace(STAR, bodies=STAR.bodies[1:], ties=STAR.ties[1:], map=MapBasis("reported", informants=("b",)))
    assert rings(town).basis == "informants"
    assert rings(replace(town, map=MapBasis())).basis == "nobody"
    assert set(rings(replace(town, map=MapBasis())).ring_of.values()) == {2}


def test_known_bodies_stay_and_new_ones_stand_among_their_neighbours() -> None:
    known = {"d": (0.1, 0.1), "a": (0.5, 0.5), "b": (0.9, 0.9)}
    places = dict(zip((b.ref for b in STAR.bodies), filled_in(STAR, known).tolist(), strict=True))
    assert {ref: tuple(places[ref]) for ref in known} == known
    assert abs(places["c"][0] - 0.5) < 0.1
    assert abs(places["c"][1] - 0.5) < 0.1
    assert all(0 <= n <= 1 for at in places.values() for n in at)


def test_ground_tells_neighbours_by_name() -> None:
    ground = MapGround(STAR, filled_in(STAR, {}))
    assert ground.neighbours["a"] == ("b", "c", "d", "e")
    assert ground.neighbours["f"] == ()
    assert len(ground.ties_by_pair) == 4
