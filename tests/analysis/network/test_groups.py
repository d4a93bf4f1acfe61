from __future__ import annotations

import json
import math
import random
from dataclasses import replace
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from towns import as_networkx, as_situation, body, drawn_town, town

from shutaf.analysis.network import groups
from shutaf.analysis.situation import Word

KARATE = json.loads((Path(__file__).parents[2] / "oracles" / "sna_karate.json").read_text())
TWO_RINGS = "a-b b-c a-c d-e e-f d-f c-d"


def test_karate_club_is_divided_as_well_as_can_be() -> None:
    assert groups(as_situation(nx.karate_club_graph())).modularity == pytest.approx(KARATE["max_modularity"], abs=1e-9)


def test_networkx_finds_the_same_modularity() -> None:
    situation = drawn_town(1)
    found = groups(situation)
    graph = as_networkx(situation)
    graph.remove_nodes_from(list(nx.isolates(graph)))
    assert found.modularity == pytest.approx(nx.community.modularity(graph, [set(group.refs) for group in found.groups]))
    assert sorted(ref for group in found.groups for ref in group.refs) == sorted(graph)


def test_groups_are_called_by_their_commonest_sectors_and_themes() -> None:
    themes = (Word("energy", "energy"),)
    cast = [body(ref, "business" if ref in "abd" else "academia", themes=themes if ref in "ab" else ()) for ref in "abcdef"]
    first, second = groups(town(cast, TWO_RINGS)).groups
    assert (first.refs, first.sectors, first.themes) == (("a", "b", "c"), (("business", 2), ("academia", 1)), (("energy", 2),))
    assert (second.refs, second.sectors, second.themes) == (("d", "e", "f"), (("academia", 2), ("business", 1)), ())


def test_a_clear_division_is_stable_over_seeds() -> None:
    assert groups(town([body(ref) for ref in "abcdef"], TWO_RINGS)).stability == 1.0


def test_few_bodies_with_a_tie_give_no_groups() -> None:
    found = groups(town([body(ref) for ref in "abcdefgh"], "a-b b-c c-d d-e"))
    assert found.groups == ()
    assert math.isnan(found.modularity)
    assert math.isnan(found.stability)


def test_everybodys_random_numbers_are_left_alone() -> None:
    situation = drawn_town(2)
    random.seed(7)
    np.random.seed(7)
    expected = random.random(), np.random.random()
    random.seed(7)
    np.random.seed(7)
    groups(situation)
    assert (random.random(), np.random.random()) == expected


def test_the_same_map_gives_the_same_groups_whatever_was_drawn_before() -> None:
    situation = drawn_town(2)
    random.seed(1)
    first = groups(situation)
    random.seed(2)
    assert groups(situation) == first


@given(st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(draw: object) -> None:
    before = drawn_town(3, bodies=20, ties=40)
    bodies, ties = list(before.bodies), list(before.ties)
    draw.shuffle(bodies)  # type: ignore[attr-defined]
    draw.shuffle(ties)  # type: ignore[attr-defined]
    assert groups(replace(before, bodies=tuple(bodies), ties=tuple(ties))) == groups(before)


def test_groups_need_a_seed() -> None:
    with pytest.raises(ValueError, match="seed"):
        groups(drawn_town(1), seeds=())
