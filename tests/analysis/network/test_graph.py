from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from towns import body, department, drawn_town, town

from shutaf.analysis.network import informant_refs, known_pairs, municipal_refs, municipality_refs, network_of, outside_refs, to_igraph
from shutaf.analysis.network.graph import PairCount
from shutaf.analysis.situation import Body, MapBasis, Person, Place, Situation, Tie, Word

ABC = (body("a"), body("b"), body("c"))


def test_a_pair_reported_twice_is_one_edge_with_the_strongest_strength() -> None:
    ties = (Tie("a", "b", strength_1_5=2), Tie("b", "a", strength_1_5=4), Tie("b", "c"))
    found = network_of(Situation(bodies=ABC, ties=ties))
    assert list(zip(found.source, found.target, found.weight, strict=True)) == [(0, 1, 4.0), (1, 2, 1.0)]


def test_direction_gives_one_arc_or_two() -> None:
    ties = (Tie("a", "b", direction="one_way"), Tie("b", "c"))
    found = network_of(Situation(bodies=ABC, ties=ties), directed=True)
    assert sorted(zip(found.source, found.target, strict=True)) == [(0, 1), (1, 2), (2, 1)]
    assert to_igraph(found).is_directed()


def test_no_tie_unknown_ties_self_ties_and_strangers_are_no_edges() -> None:
    ties = (Tie("a", "b", status="none"), Tie("b", "c", status="unknown"), Tie("a", "a"), Tie("a", "stranger"))
    assert network_of(Situation(bodies=ABC, ties=ties)).m == 0


def test_without_drops_a_bodys_own_ties_and_keeps_the_body() -> None:
    found = network_of(town(ABC, "a-b b-c a-c"), without={"a"})
    assert (found.n, found.m) == (3, 1)


def test_who_answered_is_marked() -> None:
    assert network_of(Situation(bodies=ABC, map=MapBasis("surveyed", asked=("b",)))).asked.tolist() == [False, True, False]


def test_a_known_no_counts_as_known_and_not_as_tie() -> None:
    found = known_pairs(town((department("d"), *ABC), "d-a a-b", "b-c")).outside
    assert found == PairCount(ties=1, nones=1, possible=3)
    assert (found.known, found.unknown) == (2, 1)
    assert found.share_known_0_1 == pytest.approx(2 / 3)


def test_where_rows_disagree_the_tie_exists() -> None:
    assert known_pairs(town(ABC, "a-b", "b-a")).all_bodies == PairCount(1, 0, 3)


@given(st.sampled_from([("b1", "b2"), ("b3", "b59"), ("d1", "b58")]))
def test_another_known_no_changes_no_tie_count(pair: tuple[str, str]) -> None:
    before = drawn_town(5)
    after = Situation(bodies=before.bodies, ties=(*before.ties, Tie(*pair, status="none")), map=before.map)
    assert network_of(after).m == network_of(before).m
    assert known_pairs(after).all_bodies.ties == known_pairs(before).all_bodies.ties


PLACE = Place(name="נופית")


@pytest.mark.parametrize(
    ("name", "sector", "is_municipality"),
    [
        ("עיריית נופית", "public", True),
        ("נופית", "public", True),
        ("המועצה המקומית נופית", "public", True),
        ("בית החולים נופית", "public", False),
        ("נופית", "business", False),
        ("עיריית נופים", "public", False),
    ],
)
def test_the_municipality_is_known_by_its_places_name(name: str, sector: str, is_municipality: bool) -> None:
    found = municipality_refs(Situation(place=PLACE, bodies=(Body("x", name, Word("", sector)),)))
    assert found == ({"x"} if is_municipality else frozenset())


@pytest.mark.parametrize("name", ["City of Toronto", "Toronto", "Stadt Toronto", "TORONTO City Council", "بلدية Toronto"])
def test_the_municipality_is_known_in_other_languages(name: str) -> None:
    assert municipality_refs(Situation(place=Place(name="Toronto"), bodies=(body("x", "public", name=name),)))


def test_without_a_place_only_departments_are_the_municipality() -> None:
    assert municipality_refs(Situation(bodies=(department("d"), body("x", "public", name="City Council")))) == {"d"}


def test_informants_are_the_named_ones_and_whoever_speaks_of_others() -> None:
    people = (Person("p", "Dana", "a"),)
    ties = (Tie("b", "c", reported_by="d"), Tie("c", "e", reported_by="c"), Tie("a", "b", reported_by="somebody"))
    map_ = MapBasis("reported", informants=("p",))
    found = Situation(bodies=tuple(body(ref) for ref in "abcde"), people=people, ties=ties, map=map_)
    assert informant_refs(found) == {"a", "d"}
    assert municipal_refs(found) == {"a", "d"}
    assert outside_refs(found) == {"b", "c", "e"}


def test_on_a_surveyed_map_speaking_of_others_makes_no_informant() -> None:
    found = Situation(bodies=tuple(map(body, "abc")), ties=(Tie("a", "b", reported_by="c"),), map=MapBasis("surveyed"))
    assert informant_refs(found) == frozenset()
