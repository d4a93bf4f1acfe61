"""Parts of the map: against networkx, and by hand."""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from shutaf.analysis.situation import Body, Situation, Tie
from shutaf.analysis.unknowns.parts import parts


@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=30))
def test_parts_are_the_components_networkx_finds(pairs: list[tuple[int, int]]) -> None:
    graph = nx.Graph(pairs)
    graph.add_nodes_from(range(12))
    situation = Situation(bodies=tuple(Body(str(n), str(n)) for n in range(12)), ties=tuple(Tie(str(a), str(b)) for a, b in pairs))
    found = parts(situation)
    assert {frozenset(map(int, part)) for part in found} == {frozenset(part) for part in nx.connected_components(graph)}
    assert [len(part) for part in found] == sorted((len(part) for part in found), reverse=True)


def test_known_no_and_unknown_join_nobody() -> None:
    bodies = tuple(Body(ref, ref) for ref in "abc")
    assert parts(Situation(bodies=bodies, ties=(Tie("a", "b", "none"), Tie("b", "c", "unknown")))) == (("a",), ("b",), ("c",))
    assert parts(Situation()) == ()
