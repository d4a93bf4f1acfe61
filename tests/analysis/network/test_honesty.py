"""One informant lists all own ties and a third of the others': who looks important, and do we say so?"""

from __future__ import annotations

import random
import statistics
from dataclasses import replace

import networkx as nx
import pytest
from towns import SECTORS, as_networkx, body, department, town

from shutaf.analysis.network import betweenness, network_findings, network_of, response_rate, scope_of, sure_of_ties
from shutaf.analysis.situation import Finding, MapBasis, Number, Origin, Situation, Tie

TODAY = "2026-11-23"
POSITION = {"connectors_named", "connector_named", "connector_leaving", "cut_body", "single_tie_between_parts"}


def true_town(seed: int) -> Situation:
    """40 outside bodies with 100 true ties among them."""
    draw = random.Random(seed)
    graph = nx.gnm_random_graph(40, 100, seed=seed)
    bodies = tuple(body(f"b{i}", draw.choice(SECTORS)) for i in range(40))
    return Situation(bodies=bodies, ties=tuple(Tie(f"b{one}", f"b{two}") for one, two in graph.edges))


def as_seen_by(informant: str, truth: Situation, seed: int) -> Situation:
    draw = random.Random(seed)
    seen = [tie for tie in truth.ties if informant in tie.pair or draw.random() < 1 / 3]
    ties = tuple(Tie(tie.source_ref, tie.target_ref, reported_by=informant, origin=Origin("ties", i + 2)) for i, tie in enumerate(seen))
    return Situation(bodies=truth.bodies, ties=ties, map=MapBasis("reported", informants=(informant,)))


def rank(situation: Situation, ref: str) -> int:
    shares = betweenness(network_of(situation))
    return 1 + int((shares > shares[situation.index_by_ref[ref]]).sum())


def informant_of(truth: Situation) -> str:
    """The body whose true rank is nearest to 30."""
    return min((one.ref for one in truth.bodies), key=lambda ref: (abs(rank(truth, ref) - 30), ref))


def test_an_informants_computed_rank_is_inflated_from_30_to_about_5() -> None:
    computed = []
    for seed in range(20):
        truth = true_town(seed)
        informant = informant_of(truth)
        assert abs(rank(truth, informant) - 30) <= 2
        computed.append(rank(as_seen_by(informant, truth, seed), informant))
    assert statistics.median(computed) <= 6


def test_networkx_computes_the_same_inflated_rank() -> None:
    truth = true_town(1)
    informant = informant_of(truth)
    seen = as_seen_by(informant, truth, 1)
    shares = nx.betweenness_centrality(as_networkx(seen))
    assert rank(seen, informant) == 1 + sum(share > shares[informant] + 1e-12 for share in shares.values())


@pytest.mark.parametrize("is_named", [True, False], ids=["named as informant", "only its reports tell"])
@pytest.mark.parametrize("seed", range(5))
def test_the_informant_is_announced_as_nothing(seed: int, is_named: bool) -> None:
    truth = true_town(seed)
    informant = informant_of(truth)
    seen = as_seen_by(informant, truth, seed)
    if not is_named:
        seen = replace(seen, map=MapBasis("reported"))
    found = [one for one in network_findings(seen, TODAY) if one.key in POSITION]
    assert found, "others are still named"
    assert not any(informant in one.subject for one in found)
    (together,) = [one for one in found if one.key == "connectors_named"]
    assert informant not in together.facts["bodies"]


def test_no_finding_ranks_by_position() -> None:
    truth = true_town(2)
    found = network_findings(as_seen_by(informant_of(truth), truth, 2), TODAY)
    weights: dict[str, set[float]] = {}
    for one in found:
        weights.setdefault(one.key, set()).add(one.weight)
        assert not any("betweenness" in text or "constraint" in text for text in (one.key, *one.facts, *number_keys(one)))
    assert all(len(of_a_kind) == 1 for of_a_kind in weights.values())


def number_keys(finding: Finding) -> list[str]:
    return [fact.key for fact in finding.facts.values() if isinstance(fact, Number)]


def test_others_are_named_in_the_order_of_their_names() -> None:
    truth = true_town(3)
    found = [one for one in network_findings(as_seen_by(informant_of(truth), truth, 3), TODAY) if one.key == "connectors_named"]
    assert found[0].facts["order"] == "name"
    assert list(found[0].facts["bodies"]) == sorted(found[0].facts["bodies"], key=str.casefold)


CAST = tuple(body(f"b{i}", "business") for i in range(20))


@pytest.mark.parametrize(
    ("answered", "scope", "level"), [(20, "ranked", 4), (16, "ranked", 4), (15, "network", 2), (13, "network", 2), (12, "network", 1)]
)
def test_what_may_be_said_follows_the_response_rate(answered: int, scope: str, level: int) -> None:
    map_ = MapBasis("surveyed", asked=tuple(one.ref for one in CAST[:answered]))
    situation = town(CAST, "b0-b1", map=map_)
    assert response_rate(situation) == answered / 20
    assert scope_of(situation) == scope
    assert (sure_of_ties(situation).level, sure_of_ties(situation).cause) == (level, "asked")


@pytest.mark.parametrize(
    ("ties", "level"), [("b0-b1", 1), ("b0-b1 b0-b2", 2), ("b0-b1 b0-b2 b1-b2", 3), ("b0-b1 b0-b2 b1-b2 b0-b3 b1-b3", 3)]
)
def test_a_reported_map_is_as_sure_as_its_known_pairs(ties: str, level: int) -> None:
    informants = ("someone", "another")
    found = sure_of_ties(town((department("d"), *CAST[:4]), ties, map=MapBasis("reported", informants)))
    assert (found.level, found.facts["possible"]) == (level, 6)


def test_a_single_informant_is_never_more_than_somewhat_sure() -> None:
    found = sure_of_ties(town(CAST[:3], "b0-b1 b0-b2 b1-b2", map=MapBasis("reported", ("someone",))))
    assert (found.level, found.cause) == (2, "informants")


def test_on_a_survey_with_few_answers_no_finding_is_about_a_single_bodys_place() -> None:
    ties = "b0-b1 b1-b2 b2-b3 b3-b4 b4-b5"
    situation = town(CAST, ties, map=MapBasis("surveyed", asked=("b0",)))
    found = network_findings(situation, TODAY)
    assert found
    assert {one.key for one in found if one.subject} <= {"survey_answers"}
