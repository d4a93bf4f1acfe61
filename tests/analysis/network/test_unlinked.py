from __future__ import annotations

import networkx as nx
import pytest
from towns import as_networkx, body, drawn_town, town

from shutaf.analysis.network import municipal_refs, unlinked
from shutaf.analysis.situation import MapBasis, Situation, Word

ENERGY = (Word("energy", "energy"),)
CAST = (
    body("a", "business", themes=ENERGY),
    body("b", "business", neighbourhood="North"),
    body("c", "academia", themes=ENERGY, neighbourhood="north"),
    body("d", "community"),
)


def test_a_body_without_a_known_tie_is_listed_with_whom_to_ask() -> None:
    (found,) = unlinked(town((*CAST, body("x", "business", themes=ENERGY)), "a-b a-c a-d"))
    assert (found.ref, found.was_asked, found.known_nones) == ("x", False, 0)
    assert found.to_ask == ("a", "c", "b")


def test_whoever_is_known_to_have_no_tie_is_not_asked() -> None:
    (found,) = unlinked(town((*CAST, body("x", "business", themes=ENERGY)), "a-b a-c a-d", "a-x"))
    assert (found.known_nones, found.to_ask) == (1, ("c", "b"))


def test_having_been_asked_is_said() -> None:
    map_ = MapBasis("surveyed", asked=("x",))
    (found,) = unlinked(town((*CAST, body("x")), "a-b a-c a-d", map=map_))
    assert (found.was_asked, found.to_ask) == (True, ())


def test_neighbourhoods_match_whatever_their_case() -> None:
    (found,) = unlinked(town((*CAST, body("x", neighbourhood="NORTH")), "a-b a-c a-d"))
    assert found.to_ask == ("b", "c")


@pytest.mark.parametrize("is_whole", [True, False])
def test_networkx_finds_the_same_bodies(is_whole: bool) -> None:
    situation = drawn_town(1)
    gone = frozenset() if is_whole else municipal_refs(situation)
    graph = as_networkx(situation)
    graph.remove_nodes_from(gone)
    assert {one.ref for one in unlinked(situation, without=gone)} == set(nx.isolates(graph))


def test_on_a_map_without_ties_everybody_is_listed_by_name_and_nobody_to_ask() -> None:
    found = unlinked(Situation(bodies=CAST[::-1]))
    assert [one.ref for one in found] == ["a", "b", "c", "d"]
    assert {one.to_ask for one in found} == {()}
