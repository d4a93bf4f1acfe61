from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from towns import as_networkx, body, drawn_town, town

from shutaf.analysis.network import fragility, municipal_refs
from shutaf.analysis.situation import Situation, Tie

CAST = tuple(body(ref) for ref in "abcdefg")


def test_two_triangles_hang_on_the_body_between_them() -> None:
    (found,) = fragility(town(CAST[:5], "a-b b-c a-c c-d d-e c-e")).cut_bodies
    assert (found.ref, found.parts, found.cut_off) == ("c", (("a", "b"), ("d", "e")), 2)


def test_two_triangles_hang_on_the_tie_between_them() -> None:
    (found,) = fragility(town(CAST[:6], "a-b b-c a-c d-e e-f d-f c-d")).single_ties
    assert (found.pair, found.sides, found.smaller_side) == (("c", "d"), (("a", "b", "c"), ("d", "e", "f")), 3)


def test_a_ring_hangs_on_nobody() -> None:
    found = fragility(town(CAST[:4], "a-b b-c c-d a-d"))
    assert (found.cut_bodies, found.single_ties) == ((), ())


def test_parts_come_largest_first_and_leave_out_bodies_without_a_tie() -> None:
    assert fragility(town(CAST, "a-b c-d d-e")).parts == (("c", "d", "e"), ("a", "b"))


def same_as_networkx(situation: Situation, gone: frozenset[str] = frozenset()) -> None:
    graph = as_networkx(situation, gone)
    found = fragility(situation, without=gone)
    assert {one.ref for one in found.cut_bodies} == set(nx.articulation_points(graph))
    assert {frozenset(one.pair) for one in found.single_ties} == {frozenset(pair) for pair in nx.bridges(graph)}
    assert {frozenset(part) for part in found.parts} == {frozenset(part) for part in nx.connected_components(graph) if len(part) > 1}
    for cut in found.cut_bodies:
        component = nx.node_connected_component(graph, cut.ref) - {cut.ref}
        left = nx.connected_components(graph.subgraph(component))
        assert {frozenset(part) for part in left} == {frozenset(part) for part in cut.parts}
    for tie in found.single_ties:
        rest = graph.copy()
        rest.remove_edge(*tie.pair)
        assert [set(side) for side in tie.sides] == [nx.node_connected_component(rest, end) for end in tie.pair]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_networkx_finds_the_same_in_drawn_towns(seed: int) -> None:
    situation = drawn_town(seed, ties=70)
    same_as_networkx(situation)
    same_as_networkx(situation, municipal_refs(situation))


@given(st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1]), max_size=20))
def test_networkx_finds_the_same_in_any_small_network(pairs: set[tuple[int, int]]) -> None:
    same_as_networkx(Situation(bodies=tuple(body(str(i)) for i in range(10)), ties=tuple(Tie(str(a), str(b)) for a, b in pairs)))


def test_a_long_chain_needs_no_deep_recursion() -> None:
    chain = Situation(bodies=tuple(body(str(i)) for i in range(1200)), ties=tuple(Tie(str(i), str(i + 1)) for i in range(1199)))
    assert len(fragility(chain).cut_bodies) == 1198


def test_an_empty_map_has_nothing_to_lose() -> None:
    found = fragility(Situation())
    assert (found.cut_bodies, found.single_ties, found.parts) == ((), (), ())
