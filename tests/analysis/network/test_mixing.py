from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from towns import as_networkx, body, department, drawn_town, town

from shutaf.analysis.network import mixing, municipal_refs
from shutaf.analysis.situation import Body, Situation, Tie, Word

KARATE = json.loads((Path(__file__).parents[2] / "oracles" / "sna_karate.json").read_text())
CAST = (department("d"), body("p", "public"), body("f", "business"), body("g", "business"), body("n", "civil_society"), body("x"))


def test_ties_nones_and_possible_pairs_by_hand() -> None:
    found = mixing(town(CAST, "d-p d-f f-g", "f-n"))
    assert found.groups == ("department", "public", "business", "civil_society", "")
    assert found.between("business", "business") == (1, 0, 1)
    assert found.between("business", "civil_society") == (0, 1, 2)
    assert found.between("business", "department") == found.between("department", "business") == (1, 0, 2)


def test_a_tie_of_a_department_with_a_public_body_stays_in_the_sector() -> None:
    found = mixing(town(CAST, "d-p d-f f-g"))
    assert (found.within, found.across) == (2, 1)
    assert found.ei == pytest.approx(-1 / 3)


def test_pairs_of_unknown_sectors_count_neither_way() -> None:
    cast = (body("o1", "other"), body("o2", "other"), body("f", "business"), body("x"))
    found = mixing(town(cast, "o1-o2 o1-f x-f"))
    assert (found.within, found.across) == (0, 1)
    assert (found.possible_within, found.possible_across) == (0, 2)


def test_karate_clubs_are_as_closed_as_published() -> None:
    graph = nx.karate_club_graph()
    sector = {"Mr. Hi": "business", "Officer": "academia"}
    bodies = tuple(body(str(node), sector[club]) for node, club in graph.nodes("club"))
    found = mixing(Situation(bodies=bodies, ties=tuple(Tie(str(one), str(two)) for one, two in graph.edges)))
    assert (found.across, found.within) == (KARATE["external"], KARATE["internal"])
    assert found.ei == pytest.approx(KARATE["ei"], abs=1e-9)


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("is_whole", [True, False])
def test_networkx_counts_the_same_mixing(seed: int, is_whole: bool) -> None:
    situation = drawn_town(seed)
    gone = frozenset() if is_whole else municipal_refs(situation)
    graph = as_networkx(situation)
    graph.remove_nodes_from(gone)
    nx.set_node_attributes(graph, {one.ref: one.group_key for one in situation.bodies if one.ref not in gone}, "group")
    found = mixing(situation, without=gone)
    expected = nx.attribute_mixing_matrix(graph, "group", mapping={group: i for i, group in enumerate(found.groups)}, normalized=False)
    np.fill_diagonal(expected, expected.diagonal() / 2)  # networkx meets a tie inside a group from both its ends
    assert found.ties.tolist() == expected.astype(int).tolist()


def test_expected_mixing_is_that_of_all_pairs() -> None:
    situation = drawn_town(7)
    sector = [one.sector_key for one in situation.bodies]
    crossing = [one != two for i, one in enumerate(sector) for two in sector[i + 1 :]]
    assert mixing(situation).ei_expected == pytest.approx(2 * sum(crossing) / len(crossing) - 1)


@given(st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(draw: object) -> None:
    before = drawn_town(8)
    bodies, ties = list(before.bodies), list(before.ties)
    draw.shuffle(bodies)  # type: ignore[attr-defined]
    draw.shuffle(ties)  # type: ignore[attr-defined]
    found, again = mixing(before), mixing(replace(before, bodies=tuple(bodies), ties=tuple(ties)))
    assert found.ties.tolist() == again.ties.tolist()
    assert (found.ei, found.ei_expected) == (again.ei, again.ei_expected)


@pytest.mark.parametrize("bodies", [(), (body("a", "business"),)], ids=["empty", "single"])
def test_without_pairs_there_is_no_index(bodies: tuple[Body, ...]) -> None:
    found = mixing(Situation(bodies=bodies))
    assert math.isnan(found.ei)
    assert math.isnan(found.ei_expected)


def test_a_word_on_no_list_is_other_and_no_word_is_unknown() -> None:
    assert mixing(Situation(bodies=(body("a"), Body("b", "B", Word("guild"))))).groups == ("other", "")
