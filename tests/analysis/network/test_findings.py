"""What is found, what it says to whom, and every number of it recounted by plain loops and networkx."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import networkx as nx
import pytest
from towns import as_networkx, body, department, drawn_town, town

from shutaf.analysis.network import for_audience, municipal_refs, network_findings
from shutaf.analysis.network.findings import LISTED, WEIGHTS
from shutaf.analysis.situation import Finding, MapBasis, Number, Origin, Person, Situation, Tie

TODAY = "2026-11-23"
REFERENCE = Path(__file__).parents[3] / "docs" / "reference" / "network.md"
CAST = (
    department("d"),
    department("e"),
    body("f", "business"),
    body("g", "business"),
    body("u", "academia"),
    body("n", "civil_society"),
    body("a", "civil_society"),
    body("s", "community"),
)
PEOPLE = (
    Person("p", "Dana Cohen", "d", role="coordinator", until_date="2027-01"),
    Person("q", "Omar Haj", "n", role="chair", until_date="2026-12"),
)


def story() -> Situation:
    """Everything at once: a clerk who leaves, a connector whose only contact leaves, a blank sector, a body nobody knows."""
    ties = (
        *(Tie("d", ref, holder="p") for ref in "fu"),
        *(Tie("e", ref) for ref in "gn"),
        Tie("d", "n"),
        *(Tie("n", ref) for ref in "fgua"),
    )
    rows = tuple(replace(tie, origin=Origin("ties", i + 2)) for i, tie in enumerate(ties))
    return Situation(bodies=CAST, people=PEOPLE, ties=rows, map=MapBasis("reported", ("d",), as_of="2026-10"))


def found(situation: Situation, key: str) -> list[Finding]:
    return [one for one in network_findings(situation, TODAY) if one.key == key]


def test_the_story_is_told() -> None:
    assert {one.key for one in network_findings(story(), TODAY)} == {
        "holder_leaving",
        "connector_leaving",
        "map_as_seen",
        "shared_contacts",
        "one_department_route",
        "groups_without_known_tie",
        "ties_across_sectors",
        "connectors_named",
        "connector_named",
        "bodies_without_known_tie",
        "body_without_known_tie",
        "cut_body",
    }


def test_a_clerk_who_leaves_is_a_role_to_the_room_and_a_name_to_the_driver() -> None:
    room, driver = found(story(), "holder_leaving")
    assert (room.audience, driver.audience) == ("room", "driver")
    assert (room.facts["role"], room.facts["until_date"], room.facts["only_route_to"]) == ("coordinator", "2027-01", ("f", "u"))
    assert driver.facts["person"] == "p"
    assert "person" not in room.facts


def test_nothing_for_the_room_carries_a_person() -> None:
    secrets = {"p", "q", "Dana Cohen", "Omar Haj", "the old mayor"}
    situation = story()
    extra = Tie("d", "s", holder="the old mayor", reported_by="Dana Cohen")
    for one in for_audience(network_findings(replace(situation, ties=(*situation.ties, extra)), TODAY), "room"):
        assert secrets.isdisjoint(_texts(one.facts) | set(one.subject) | _texts(one.sure.facts))


def _texts(fact: object) -> set[str]:
    match fact:
        case str():
            return {fact}
        case dict():
            return {text for part in fact.values() for text in _texts(part)}
        case tuple():
            return {text for part in fact for text in _texts(part)}
        case Number():
            return set(fact.about)
    return set()


def test_the_driver_reads_each_finding_once() -> None:
    everything = network_findings(story(), TODAY)
    driver = for_audience(everything, "driver")
    room = for_audience(everything, "room")
    assert [(one.key, one.subject) for one in driver] == [(one.key, one.subject) for one in room]
    assert {one.key for one in driver if one.audience == "driver"} == {"holder_leaving", "connector_leaving"}


def test_questions_are_about_pairs_nobody_spoke_of() -> None:
    for situation in (story(), drawn_town(1), drawn_town(2, ties=60)):
        known = {tie.pair for tie in situation.ties}
        for one in network_findings(situation, TODAY):
            if one.step == "ask_pair":
                assert {one.facts["ask"], one.facts["about"]} <= set(situation.body_by_ref)
                assert frozenset((one.facts["ask"], one.facts["about"])) not in known
            if one.step == "introduce":
                assert frozenset((one.facts["about"], one.facts["to"])) not in known


def test_every_finding_has_its_next_step_and_is_as_sure_as_its_rows() -> None:
    for one in network_findings(story(), TODAY):
        assert one.step
        assert 1 <= one.sure.level <= 3
        assert one.sure.cause in {"pairs_known", "informants", "stated"}


def test_evidence_is_the_rows_the_numbers_rest_on() -> None:
    (one,) = found(story(), "connector_named")
    assert [row.row for row in one.evidence] == [5, 6, 7, 8, 9]
    assert [row.row for row in one.facts["ties"].rows] == [7, 8, 9]


def test_a_map_without_ties_asks_for_the_first_grid() -> None:
    assert [one.key for one in network_findings(Situation(bodies=CAST), TODAY)] == ["no_ties_known", "map_as_seen"]


def test_an_empty_map_says_nothing() -> None:
    assert network_findings(Situation(), TODAY) == ()


def test_many_connectors_are_not_cut_to_a_top_list() -> None:
    bodies = [body(f"{kind[0]}{i}", kind) for kind in ("business", "academia", "community") for i in range(10)]
    ties = " ".join(f"{one}{i}-{two}{(i + 1) % 10}" for i in range(10) for one, two in ("ba", "ac", "cb"))
    found_here = network_findings(town(bodies, ties), TODAY)
    (together,) = [one for one in found_here if one.key == "connectors_named"]
    assert together.facts["connectors"].value > LISTED
    assert not [one for one in found_here if one.key == "connector_named"]


def test_a_survey_with_few_answers_asks_the_most_named_silent_body() -> None:
    situation = town(CAST, "f-g f-u f-n", map=MapBasis("surveyed", asked=("g", "u", "n")))
    (one,) = found(situation, "survey_answers")
    assert (one.facts["ask"], one.facts["answered"].value, one.facts["answered"].base) == ("f", 3, 8)
    assert one.facts["silent"] == ("a", "d", "e", "f", "s")


# -- every number, a second way -------------------------------------------------


def crossing(situation: Situation, gone: set[str], is_across: bool) -> int:
    sector = {one.ref: one.sector_key for one in situation.bodies}
    comparable = [
        (a, b) for a, b in as_networkx(situation, gone).edges if sector[a] and sector[b] and (sector[a], sector[b]) != ("other",) * 2
    ]
    return sum((sector[a] != sector[b]) is is_across for a, b in comparable)


def ei(across: int, within: int) -> float:
    return (across - within) / (across + within)


def possible(situation: Situation, gone: set[str]) -> float:
    sectors = [one.sector_key for one in situation.bodies if one.ref not in gone and one.sector_key]
    pairs = [one != two for i, one in enumerate(sectors) for two in sectors[i + 1 :] if (one, two) != ("other",) * 2]
    return ei(sum(pairs), len(pairs) - sum(pairs))


def left_behind(graph: nx.Graph, ref: str) -> int:
    others = nx.node_connected_component(graph, ref) - {ref}
    sizes = [len(part) for part in nx.connected_components(graph.subgraph(others))]
    return sum(sizes) - max(sizes, default=0)


def behind_tie(graph: nx.Graph, pair: tuple[str, ...]) -> int:
    rest = graph.copy()
    rest.remove_edge(*pair)
    return min(len(nx.node_connected_component(rest, end)) for end in pair)


def tied(graph: nx.Graph) -> nx.Graph:
    return graph.subgraph([ref for ref in graph if graph[ref]])


def liaison(situation: Situation, graph: nx.Graph, ref: str, is_open: bool) -> int:
    sector = {one.ref: one.sector_key for one in situation.bodies}
    ends = [other for other in graph[ref] if sector[other] not in ("", "other", sector[ref])]
    if not is_open:
        return len(ends)
    return sum(sector[a] != sector[b] and not graph.has_edge(a, b) for i, a in enumerate(ends) for b in ends[i + 1 :])


def recount(situation: Situation, number: Number) -> float:
    """The value of a number from its key and `about` alone."""
    inside = set(municipal_refs(situation))
    everyone, outside = as_networkx(situation), as_networkx(situation, inside)
    nones = {tie.pair for tie in situation.ties if tie.status == "none"} - {frozenset(pair) for pair in everyone.edges}
    group = {one.ref: one.group_key for one in situation.bodies}
    departments = {one.ref for one in situation.departments}
    without_inside = outside.subgraph(set(outside) - inside)
    only = [ref for ref in set(everyone) - departments if len(set(everyone[ref]) & departments) == 1]
    about = number.about
    ways: dict[str, Callable[[], float]] = {
        "bodies": lambda: len(situation.bodies),
        "informants": lambda: len(situation.map.informants),
        "answered": lambda: len(situation.map.asked),
        "pairs_known_outside": lambda: outside.number_of_edges() + sum(inside.isdisjoint(pair) for pair in nones),
        "ties_known": everyone.number_of_edges,
        "ties_known_outside": outside.number_of_edges,
        "ties_across": lambda: crossing(situation, set(), True),
        "ties_within": lambda: crossing(situation, set(), False),
        "ties_across_outside": lambda: crossing(situation, inside, True),
        "ties_within_outside": lambda: crossing(situation, inside, False),
        "ei": lambda: ei(crossing(situation, set(), True), crossing(situation, set(), False)),
        "ei_outside": lambda: ei(crossing(situation, inside, True), crossing(situation, inside, False)),
        "ei_expected": lambda: possible(situation, set()),
        "ei_expected_outside": lambda: possible(situation, inside),
        "nones_between": lambda: sum({group[ref] for ref in pair} == set(about) for pair in nones),
        "connectors": lambda: sum(liaison(situation, without_inside, ref, True) > 0 for ref in without_inside),
        "connecting_ties": lambda: liaison(situation, without_inside, about[0], False),
        "open_pairs": lambda: liaison(situation, without_inside, about[0], True),
        "ties_with_inside": lambda: len(set(everyone[about[0]]) & inside),
        "contacts": lambda: sum(person.body == about[0] for person in situation.people),
        "ties_held": lambda: len({frozenset(about[i : i + 2]) for i in range(0, len(about), 2)}),
        "bodies_only_through": lambda: sum(about[0] in everyone[ref] for ref in only),
        "bodies_shared": lambda: len((set(everyone[about[0]]) & set(everyone[about[1]])) - departments),
        "bodies_without_known_tie": lambda: nx.number_of_isolates(everyone),
        "bodies_without_known_tie_outside": lambda: nx.number_of_isolates(without_inside),
        "nones_of": lambda: sum(about[0] in pair for pair in nones),
        "bodies_cut_off": lambda: left_behind(everyone, about[0]),
        "bodies_cut_off_outside": lambda: left_behind(outside, about[0]),
        "bodies_behind_tie": lambda: behind_tie(everyone, about),
        "parts": lambda: nx.number_connected_components(tied(everyone)),
        "parts_outside": lambda: nx.number_connected_components(tied(outside)),
    }
    return ways[number.key]()


DIVISIONS = {"groups", "modularity", "modularity_outside", "groups_stability"}  # recounted in test_groups.py


def fragile_town() -> Situation:
    """Two triangles of firms joined by one tie, a chain behind it, a known no, two departments."""
    cast = (department("d"), department("e"), *(body(ref, "business") for ref in "abcfghk"), body("u", "academia"), body("x"))
    return town(cast, "a-b b-c a-c f-g g-h f-h c-f h-k k-u d-a e-d", "a-x u-x", map=MapBasis("reported", ("e",)))


@pytest.mark.parametrize("situation", [story(), fragile_town(), drawn_town(1), drawn_town(2, ties=70), drawn_town(3, 30, 4, 60)])
def test_every_number_is_recounted_from_its_key_and_what_it_is_about(situation: Situation) -> None:
    numbers = [fact for one in network_findings(situation, TODAY) for fact in one.facts.values() if isinstance(fact, Number)]
    counted = {number.key: recount(situation, number) for number in numbers if number.key not in DIVISIONS}
    assert len(counted) >= 10
    for number in numbers:
        if number.key not in DIVISIONS:
            assert number.value == pytest.approx(recount(situation, number)), number


def test_a_body_between_two_parts_is_said_with_how_many_it_holds() -> None:
    cut = {one.subject[0]: one.facts["cut_off"].value for one in found(fragile_town(), "cut_body")}
    assert cut == {"a": 2, "c": 4, "f": 4, "h": 2}
    assert [one.subject for one in found(fragile_town(), "single_tie_between_parts")] == [("c", "f"), ("h", "k")]


def test_the_reference_tells_every_finding_and_every_number() -> None:
    text = REFERENCE.read_text()
    told = set(re.findall(r"^\| `(\w+)`", text, flags=re.MULTILINE))
    assert set(WEIGHTS) <= told
    numbers = {
        fact.key
        for situation in (story(), fragile_town(), drawn_town(1), drawn_town(2, ties=70))
        for one in network_findings(situation, TODAY)
        for fact in one.facts.values()
        if isinstance(fact, Number)
    }
    assert numbers | DIVISIONS <= told
