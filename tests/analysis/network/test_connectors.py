from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from towns import as_networkx, body, department, drawn_town, town

from shutaf.analysis.network import connectors, municipal_refs, pairs_of
from shutaf.analysis.network.connectors import askable_pairs, brokerage
from shutaf.analysis.situation import MapBasis, Person, Situation, Tie

CAST = (
    department("d"),
    body("f", "business", name="Firm"),
    body("g", "business", name="Garage"),
    body("u", "academia", name="University"),
    body("n", "civil_society", name="Network"),
    body("a", "civil_society", name="Association"),
    body("x"),
)


def refs(situation: Situation) -> list[str]:
    return [one.ref for one in connectors(situation)]


def test_a_body_tied_to_two_other_sectors_is_named() -> None:
    (found,) = connectors(town(CAST, "n-f n-u n-a"))
    assert (found.ref, found.sectors, found.ties) == ("n", ("academia", "business"), ("f", "u"))
    assert (found.liaison, found.gatekeeper, found.only_for) == (1, 2, (("academia", "business"),))


def test_ties_into_one_other_sector_connect_nothing() -> None:
    assert refs(town(CAST, "n-f n-g n-a")) == []


def test_where_the_two_are_tied_themselves_nobody_is_needed() -> None:
    assert refs(town(CAST, "n-f n-u f-u")) == []


def test_an_unwritten_sector_is_no_end_of_a_connection() -> None:
    assert refs(town(CAST, "n-f n-x")) == []


def test_the_municipalitys_ties_make_nobody_a_connector() -> None:
    assert refs(town(CAST, "n-d n-f d-u d-f d-a")) == []


def test_an_informant_is_never_named() -> None:
    map_ = MapBasis("reported", informants=("n",))
    assert refs(town(CAST, "n-f n-u a-f a-u", map=map_)) == ["a"]


def test_reported_connectors_come_by_name_however_much_they_connect() -> None:
    found = connectors(town(CAST, "n-f n-g n-u a-f a-u"))
    assert [one.ref for one in found] == ["a", "n"]
    assert found[0].liaison < found[1].liaison
    assert found[0].only_for == found[1].only_for == ()


@pytest.mark.parametrize(("answered", "expected"), [(7, ["n", "a"]), (6, ["n", "a"]), (5, []), (2, [])])
def test_surveyed_connectors_are_ordered_only_with_enough_answers(answered: int, expected: list[str]) -> None:
    map_ = MapBasis("surveyed", asked=tuple(one.ref for one in CAST[:answered]))
    assert refs(town(CAST, "n-f n-g n-u a-f a-u", map=map_)) == expected


def test_it_says_who_reported_and_counts_reporters_it_cannot_place() -> None:
    ties = (Tie("n", "f", reported_by="p"), Tie("n", "u", reported_by="somebody"), Tie("n", "a", reported_by="x"))
    (found,) = connectors(Situation(bodies=CAST, ties=ties, people=(Person("p", "Dana", "n"),)))
    assert (found.reported_by, found.unplaced) == (("n",), 1)


def test_only_pairs_nobody_spoke_of_are_asked_about() -> None:
    situation = town(CAST, "n-f n-g n-u", "f-u")
    (found,) = connectors(situation)
    assert askable_pairs(situation, pairs_of(situation), found) == (("g", "u"),)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_plain_loops_over_networkx_count_the_same_open_pairs(seed: int) -> None:
    situation = drawn_town(seed)
    graph, pairs = as_networkx(situation), pairs_of(situation)
    sector = {one.ref: one.sector_key for one in situation.bodies}
    for ref in graph:
        liaison = gatekeeper = 0
        contacts = sorted(graph[ref])
        for i, one in enumerate(contacts):
            for two in contacts[i + 1 :]:
                if sector[one] != sector[two] and not graph.has_edge(one, two):
                    gatekeeper += sector[ref] in (sector[one], sector[two])
                    liaison += sector[ref] not in (sector[one], sector[two])
        found = brokerage(situation, pairs, ref)
        assert (found.liaison, found.gatekeeper) == (liaison, gatekeeper)


def test_no_municipal_body_is_among_the_connectors_of_a_town() -> None:
    situation = drawn_town(4)
    found = connectors(situation)
    assert found
    assert municipal_refs(situation).isdisjoint(one.ref for one in found)


@given(st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(draw: object) -> None:
    before = drawn_town(5, bodies=25, ties=50)
    bodies, ties = list(before.bodies), list(before.ties)
    draw.shuffle(bodies)  # type: ignore[attr-defined]
    draw.shuffle(ties)  # type: ignore[attr-defined]
    assert connectors(replace(before, bodies=tuple(bodies), ties=tuple(ties))) == connectors(before)


def test_an_empty_map_names_nobody() -> None:
    assert connectors(Situation()) == ()
