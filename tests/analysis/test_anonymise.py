"""The twin names nobody: a marker planted in every text is found nowhere, and the structure is the same."""

import random
from collections import Counter
from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutaf.analysis.anonymise import anonymise
from shutaf.analysis.situation import (
    Amount,
    Body,
    Department,
    Influence,
    Initiative,
    MapBasis,
    Need,
    Offer,
    Origin,
    Person,
    Place,
    Record,
    Requirement,
    Situation,
    Stance,
    Tie,
    Word,
)

MARK = "Zebra"
OWN = Word(f"{MARK} own word")
KEYED = Word(f"{MARK} water", "water")


def kind_key(kind: str) -> str:
    return kind if kind == "ngo" else ""


def label(body: Body, number: int) -> str:
    theme = next((word.key for word in body.themes if word.key), "")
    return f"{theme} {body.kind} {body.group_key} {number}"


PLANTED: dict[str, Any] = {
    "str": f"{MARK} text",
    "Word": OWN,
    "tuple[Word, ...]": (OWN, KEYED),
    "tuple[str, ...]": (f"{MARK} one",),
    "tuple[tuple[str, str], ...]": ((f"{MARK} header", f"{MARK} value"),),
    "tuple[tuple[str, float], ...]": ((f"{MARK} criterion", 3.0),),
    "tuple[Requirement, ...]": (Requirement(OWN, Amount(Decimal(7), f"{MARK} crates")),),
    "Amount | None": Amount(Decimal(5), f"{MARK} crates"),
    "Department | None": None,
    "Origin | None": Origin(f"{MARK} sheet", 17),
    "float | None": 4.0,
    "float": 2.0,
    "int | None": 24_000,
}


def planted(record: Record | Department, **kept: Any) -> Any:
    """The record with every field filled by its type; fields of closed answers stay, and so do the refs given."""
    values = {field.name: PLANTED[str(field.type)] for field in fields(record) if str(field.type) in PLANTED}
    return replace(record, **{**values, **kept})


FIRM, PARKS, LEA = f"{MARK}-firm", f"{MARK}-parks", f"{MARK}-lea"
FULL = Situation(
    place=planted(Place()),
    bodies=(
        planted(Body(FIRM, ""), ref=FIRM, name=f"{MARK} Firm"),
        planted(Body(PARKS, ""), ref=PARKS, name=f"{MARK} Parks", department=planted(Department())),
    ),
    people=(planted(Person(LEA, "", PARKS), ref=LEA, body=PARKS, name=f"{MARK} Lea"),),
    ties=(
        planted(Tie(FIRM, PARKS), source_ref=FIRM, target_ref=PARKS, since_date="2024-05-06", holder=LEA, reported_by=LEA),
        planted(Tie(PARKS, FIRM), source_ref=PARKS, target_ref=FIRM),
        planted(Tie("", "")),
    ),
    needs=(planted(Need("", FIRM, ""), body=FIRM, said_by=f"{MARK} firm"), planted(Need("", "", ""))),
    offers=(planted(Offer("", PARKS, ""), body=PARKS, said_by=LEA),),
    initiatives=(planted(Initiative("", ""), gains=(FIRM, f"{MARK} pupils")),),
    stances=(planted(Stance(FIRM, "", 1.0), body=FIRM), planted(Stance("", "", 1.0))),
    influences=(planted(Influence(FIRM, PARKS, 1.0), source_ref=FIRM, target_ref=PARKS), planted(Influence("", "", 1.0))),
    map=planted(MapBasis(), informants=(LEA, PARKS, f"{MARK} somebody"), asked=(FIRM, f"{MARK} x")),
    language=f"{MARK}",
)


def test_marker_in_every_text_of_every_record_is_nowhere_in_the_twin() -> None:
    assert repr(FULL).count(MARK) > 100
    twin = anonymise(FULL, label, kind_key=kind_key).situation
    assert MARK not in repr(twin)
    assert "Origin" not in repr(twin)
    assert twin.people == ()


@pytest.mark.parametrize(
    "record", [*FULL.bodies, *FULL.ties, *FULL.needs, *FULL.initiatives, FULL.place, FULL.map], ids=lambda one: type(one).__name__
)
def test_marker_was_planted_in_every_text_field(record: Record) -> None:
    closed = {"since_date", "kind"}  # a date must be one to be cut; a kind of tie is a Word
    texts = {field.name: getattr(record, field.name) for field in fields(record) if str(field.type) in {"str", "Word", "tuple[str, ...]"}}
    assert all(MARK in repr(value) for name, value in texts.items() if name not in closed)


def test_structure_stays() -> None:
    twin = anonymise(FULL, label, kind_key=kind_key).situation
    firm, parks = (next(body.ref for body in twin.bodies if body.is_department is answer) for answer in (False, True))
    assert [tie.pair for tie in twin.ties] == [frozenset((firm, parks))] * 2
    assert {(tie.strength_1_5, tie.since_date, tie.reported_by) for tie in twin.ties} == {(4.0, "2024", parks), (4.0, "", "")}
    assert [(need.ref, need.body, need.amount) for need in twin.needs] == [("need 1", firm, Amount(Decimal(5), "unit_1"))]
    assert [word.key for word in twin.body_by_ref[firm].themes] == ["", "water"]
    assert (twin.offers[0].said_by, twin.needs[0].said_by) == (parks, firm)  # a speaker known by name becomes its body
    assert (twin.map.asked, twin.informant_bodies, len(twin.map.informants)) == ((firm,), {parks}, 3)
    assert twin.initiatives[0].gains[0] == firm


def test_same_own_word_stays_the_same_word() -> None:
    bodies = (Body("1", "A", own_targets=(Word("less noise"),)), Body("2", "B", own_targets=(Word("Less noise"), Word("jobs"))))
    twin = anonymise(Situation(bodies=bodies), label, kind_key=kind_key).situation
    targets = Counter(word.text for body in twin.bodies for word in body.own_targets)
    assert sorted(targets.values()) == [1, 2]


def test_objective_that_names_an_initiative_still_does() -> None:
    town = Situation(
        bodies=(Body("1", "A"),), initiatives=(Initiative("x", "Trees"),), stances=(Stance("1", "trees", 2.0), Stance("1", "Peace", 1.0))
    )
    twin = anonymise(town, label, kind_key=kind_key).situation
    objectives = {stance.level: stance.objective for stance in twin.stances}
    assert objectives[2.0] == twin.initiatives[0].ref == twin.initiatives[0].name
    assert objectives[1.0].startswith("objective_")


def test_kind_of_the_closed_list_stays_and_own_kind_goes() -> None:
    town = Situation(bodies=(Body("1", "A", kind="ngo"), Body("2", "B", kind="Dana's shop")))
    assert {body.kind for body in anonymise(town, label, kind_key=kind_key).situation.bodies} == {"ngo", ""}


def test_labels_count_within_their_group_and_keys_lead_back() -> None:
    town = Situation(
        bodies=(Body("a", "A", Word("", "academia")), Body("b", "B", Word("", "business")), Body("c", "C", Word("", "business")))
    )
    found = anonymise(town, label, kind_key=kind_key)
    assert sorted((alias.group[0], alias.number) for alias in found.keys.values()) == [("academia", 1), ("business", 1), ("business", 2)]
    assert [body.ref for body in found.situation.bodies] == ["b1", "b2", "b3"]
    assert {found.situation.body_by_ref[alias.ref].name for alias in found.keys.values()} == {alias.label for alias in found.keys.values()}


def test_label_that_says_little_numbers_all_it_describes_alike() -> None:
    town = Situation(bodies=(Body("1", "A", themes=(KEYED,)), Body("2", "B", Word("", "business"))))
    found = anonymise(town, lambda body, number: f"body {number}")
    assert {alias.label for alias in found.keys.values()} == {"body 1", "body 2"}


def test_label_that_names_two_alike_is_refused() -> None:
    with pytest.raises(ValueError, match="same name"):
        anonymise(Situation(bodies=(Body("1", "A"), Body("2", "B"))), lambda body, number: "body", kind_key=kind_key)


def test_label_never_sees_a_name() -> None:
    seen: list[str] = []

    def listening(body: Body, number: int) -> str:
        seen.append(repr(body))
        return str(len(seen))

    anonymise(FULL, listening, kind_key=kind_key)
    assert MARK not in "".join(seen)


def town_of(pairs: set[tuple[int, int]], order: list[int]) -> Situation:
    """Ten bodies of three sectors in a given order; strengths tell the ties apart."""
    sectors = ("business", "academia", "community")
    bodies = tuple(Body(f"ref{n}", f"name{n}", Word("", sectors[n % 3]), influence_1_10=float(n % 4)) for n in order)
    ties = tuple(Tie(f"ref{one}", f"ref{two}", strength_1_5=float((one + two) % 5 + 1)) for one, two in pairs)
    return Situation(bodies=bodies, ties=ties, needs=tuple(Need(f"need {n}", f"ref{n}", f"title {n}", KEYED) for n in range(3)))


def graph_of(situation: Situation) -> nx.Graph:
    graph = nx.Graph()
    graph.add_nodes_from((body.ref, {"sector": body.sector_key}) for body in situation.bodies)
    graph.add_edges_from((tie.source_ref, tie.target_ref, {"strength": tie.strength_1_5}) for tie in situation.known_ties)
    return graph


pairs_of_ten = st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1]), max_size=25)


@given(pairs_of_ten)
def test_network_is_the_same_up_to_names(pairs: set[tuple[int, int]]) -> None:
    town = town_of(pairs, list(range(10)))
    found = anonymise(town, label, kind_key=kind_key)
    names = {ref: alias.ref for ref, alias in found.keys.items()}
    assert nx.utils.graphs_equal(nx.relabel_nodes(graph_of(town), names), graph_of(found.situation))
    before, after = nx.betweenness_centrality(graph_of(town)), nx.betweenness_centrality(graph_of(found.situation))
    assert {names[ref]: pytest.approx(value) for ref, value in before.items()} == after


@given(pairs_of_ten, st.randoms(use_true_random=False))
def test_order_of_the_file_leaves_no_trace(pairs: set[tuple[int, int]], chance: random.Random) -> None:
    order = list(range(10))
    chance.shuffle(order)
    straight, mixed = town_of(pairs, list(range(10))), town_of(pairs, order)
    mixed = replace(
        mixed,
        needs=straight.needs[::-1],
        ties=tuple(replace(tie, source_ref=tie.target_ref, target_ref=tie.source_ref) for tie in mixed.ties[::-1]),
    )
    one, other = anonymise(straight, label, kind_key=kind_key).situation, anonymise(mixed, label, kind_key=kind_key).situation
    assert one.bodies == other.bodies
    assert one.needs == other.needs
    assert nx.is_isomorphic(graph_of(one), graph_of(other), node_match=dict.__eq__, edge_match=dict.__eq__)


def test_bodies_that_can_be_told_apart_stand_the_same_whatever_the_file() -> None:
    path = {(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 7), (7, 8), (8, 9)}
    one = anonymise(town_of(path, list(range(10))), label, kind_key=kind_key)
    other = anonymise(town_of(path, list(range(9, -1, -1))), label, kind_key=kind_key)
    assert one.keys == {ref: other.keys[ref] for ref in one.keys}
    assert one.situation.ties == other.situation.ties
