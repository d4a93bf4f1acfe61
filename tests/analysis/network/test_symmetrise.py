"""Do the three rules make the published ties, and is "not answered" never taken for "no tie"?"""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports import KNOKE, ORACLES, drawn_reports, knoke, said
from shutaf.analysis.network import confirmation, ei_index, pair_values, symmetrise
from shutaf.analysis.network.symmetrise import RULES, Rule, Symmetrised
from shutaf.analysis.situation import Network

SURVEY = json.loads((ORACLES / "survey_missing_ties.json").read_text())
MIXING = json.loads((ORACLES / "sna_knoke_symmetrised.json").read_text())
NAMES = SURVEY["nodes"]
EXPECTED = SURVEY["expected"]
LAWS = settings(derandomize=True, deadline=None, max_examples=60)
rules = st.sampled_from(RULES)


def survey() -> Network:
    rows = SURVEY["reports_row_about_column"]
    ties = [(i, j) for i, row in enumerate(rows) for j, value in enumerate(row) if value]
    return Network.of(4, ties, asked=[None not in row for row in rows], is_directed=True)


def named(found: Symmetrised) -> list[list[str]]:
    return [[NAMES[i], NAMES[j]] for i, j in zip(found.network.source, found.network.target, strict=True)]


def test_knoke_has_the_published_counts() -> None:
    union, both = symmetrise(knoke(), "union"), symmetrise(knoke(), "intersection")
    published = KNOKE["published"]
    assert (union.reports, union.network.m, both.network.m) == tuple(published[key] for key in ("reports", "union_ties", "confirmed_ties"))
    assert confirmation(knoke()).rate_dyads_0_1 == pytest.approx(published["reciprocity_pairs"], abs=5e-5)


@pytest.mark.parametrize(("rule", "key"), [("union", "ei_union"), ("intersection", "ei_intersection")])
def test_mixing_of_knoke_depends_on_the_rule_as_published(rule: Rule, key: str) -> None:
    assert ei_index(symmetrise(knoke(), rule).network, MIXING["groups"]).ei == pytest.approx(MIXING[key], abs=5e-5)


def test_a_survey_in_which_one_did_not_answer_is_as_published() -> None:
    union, both = symmetrise(survey(), "union"), symmetrise(survey(), "intersection")
    assert named(union) == EXPECTED["union_ties"]
    assert named(both) == EXPECTED["confirmed_ties_intersection_among_respondents"]
    assert union.density == pytest.approx(EXPECTED["union_density"], abs=1e-9)
    assert both.density == pytest.approx(EXPECTED["intersection_density_among_the_3_respondents"], abs=1e-9)
    assert union.pairs_both == EXPECTED["dyads_both_answered"]
    assert union.pairs_known == union.pairs_both + union.pairs_one == EXPECTED["dyads_described_by_at_least_one"]
    assert union.pairs_both + union.pairs_one + union.pairs_none == EXPECTED["dyads_total"]


def test_silence_is_not_no() -> None:
    w_and_z, x_and_z, w_and_x = (0, 3), (1, 3), (0, 1)
    asked_about = [w_and_z, x_and_z, w_and_x]
    assert pair_values(symmetrise(survey(), "union"), asked_about).tolist() == [1, 0, 1]
    assert pair_values(symmetrise(survey(), "intersection"), asked_about).tolist() == [-1, -1, 0]
    assert pair_values(symmetrise(survey(), "intersection", reconstruct=True), asked_about).tolist() == [1, 0, 0]
    assert pair_values(symmetrise(survey(), "mean"), [(3, 0), (2, 2)]).tolist() == [-1, -1]


def test_strengths_by_hand() -> None:
    # 0 and 1 say 4 and 2 of each other; 0 says 3 of 2, who says nothing of 0
    reports = Network.of(3, [(0, 1), (1, 0), (0, 2)], [4, 2, 3], asked=[True] * 3, is_directed=True)
    found = {rule: symmetrise(reports, rule).network.weight.tolist() for rule in RULES}
    assert found == {"union": [4, 3], "intersection": [2], "mean": [3, 1.5]}


def test_hearsay_about_a_silent_body_is_no_report_of_its_own() -> None:
    hearsay = Network.of(3, [(0, 1), (2, 0), (2, 1)], asked=[True, True, False], is_directed=True)
    found = symmetrise(hearsay)
    assert (found.reports, found.network.m, found.network.asked.tolist()) == (1, 1, [True, True, False])


def test_where_nobody_is_marked_the_reports_are_everybodys_answers() -> None:
    found = symmetrise(Network.of(3, [(0, 1)], is_directed=True), "intersection")
    assert (found.pairs_known, found.density, found.is_answered_known) == (3, 0.0, False)
    assert found.network.asked.all()
    assert symmetrise(survey()).is_answered_known


def test_empty_and_single() -> None:
    for n in (0, 1):
        found = symmetrise(Network.of(n, [], is_directed=True))
        assert (found.network.m, found.pairs_known) == (0, 0)
        assert np.isnan(found.density)
        assert np.isnan(confirmation(Network.of(n, [], is_directed=True)).rate_dyads_0_1)


def test_what_is_not_defined_is_refused() -> None:
    undirected = Network.of(2, [(0, 1)])
    for method in (symmetrise, confirmation):
        with pytest.raises(ValueError, match=r"^symmetrising needs directed reports: .* who said what$"):
            method(undirected)
    with pytest.raises(ValueError, match="union, intersection, mean"):
        symmetrise(knoke(), "either")  # type: ignore[arg-type]
    for pair in ((0, 10), (-1, 0)):
        with pytest.raises(ValueError, match=r"^a pair names a body outside 0 .. n-1$"):
            pair_values(symmetrise(knoke()), [pair])


def test_a_country_of_bodies_needs_no_more_room_in_its_numbers() -> None:
    far = [(99_998, 99_999), (99_999, 99_998), (3, 99_999)]
    found = symmetrise(Network.of(100_000, far, is_directed=True))
    assert list(zip(found.network.source.tolist(), found.network.target.tolist(), strict=True)) == [(3, 99_999), (99_998, 99_999)]
    values = pair_values(found, [*far, (4, 99_999)])
    assert (values.tolist(), values.dtype) == ([1, 1, 1, 0], np.int8)
    assert confirmation(Network.of(100_000, far, is_directed=True)).made.dtype == np.int32


def by_loops(network: Network, rule: Rule, reconstruct: bool, i: int, j: int) -> float | None:
    """The strength of one pair, 0 for no tie, None for not answered: from the rules in words."""
    one, other = said(network)[i][j], said(network)[j][i]
    if reconstruct:
        one, other = (other if one is None else one), (one if other is None else other)
    heard = [report for report in (one, other) if report is not None]
    if not heard or (len(heard) == 1 and rule != "union"):
        return None
    return {"union": max(heard), "intersection": min(heard), "mean": sum(heard) / len(heard)}[rule]


@LAWS
@given(drawn_reports(), rules, st.booleans())
def test_plain_loops_say_the_same_of_every_pair(network: Network, rule: Rule, reconstruct: bool) -> None:
    found = symmetrise(network, rule, reconstruct=reconstruct)
    pairs = list(combinations(range(network.n), 2))
    theirs = [by_loops(network, rule, reconstruct, i, j) for i, j in pairs]
    ours = dict(zip(zip(found.network.source.tolist(), found.network.target.tolist(), strict=True), found.network.weight, strict=True))
    assert ours == {pair: value for pair, value in zip(pairs, theirs, strict=True) if value}
    assert pair_values(found, pairs).tolist() == [-1 if value is None else int(value > 0) for value in theirs]
    assert found.pairs_known == sum(value is not None for value in theirs)
    told = [int(network.asked[i]) + int(network.asked[j]) for i, j in pairs]
    counted = (found.pairs_none, found.pairs_one, found.pairs_both)
    assert counted == tuple(told.count(answers) for answers in range(3))
    assert all(isinstance(count, int) for count in counted)
    assert np.array_equal(pair_values(found, [(j, i) for i, j in pairs]), pair_values(found, pairs))


@LAWS
@given(drawn_reports())
def test_plain_loops_count_the_same_confirmations(network: Network) -> None:
    found, table, n = confirmation(network), said(network), range(network.n)
    told = [(i, j) for i in n for j in n if i != j and network.asked[i] and network.asked[j]]
    reports = [(i, j) for i, j in told if table[i][j]]
    confirmed = [(i, j) for i, j in reports if table[j][i]]
    assert (found.reports, found.confirmed_reports) == (len(reports), len(confirmed))
    assert found.reported_dyads == len({frozenset(pair) for pair in reports})
    assert found.confirmed_dyads == len({frozenset(pair) for pair in confirmed})
    assert found.made.tolist() == [sum(i == body for i, _ in reports) for body in n]
    assert found.received.tolist() == [sum(j == body for _, j in reports) for body in n]
    assert found.made_confirmed.tolist() == found.received_confirmed.tolist() == [sum(i == body for i, _ in confirmed) for body in n]
    assert found.reports_unanswerable == sum(1 for i in n for j in n if i != j and table[i][j] and not network.asked[j])


@LAWS
@given(drawn_reports())
def test_the_rules_keep_their_order(network: Network) -> None:
    union, mean, both = (symmetrise(network, rule, reconstruct=True).network for rule in ("union", "mean", "intersection"))
    assert both.m <= mean.m == union.m
    assert np.all(mean.weight <= union.weight)


@LAWS
@given(drawn_reports(), rules, st.floats(0.1, 10), st.randoms(use_true_random=False))
def test_new_numbers_and_other_units_change_nothing_else(network: Network, rule: Rule, factor: float, draw: object) -> None:
    place = np.array(draw.sample(range(network.n), network.n))  # type: ignore[attr-defined]
    asked = np.empty_like(network.asked)
    asked[place] = network.asked
    rows = np.column_stack([place[network.source], place[network.target]])
    moved = Network.of(network.n, rows, network.weight * factor, asked=asked, is_directed=True)
    ours, theirs = symmetrise(network, rule), symmetrise(moved, rule)
    back = Network.of(network.n, np.column_stack([place[ours.network.source], place[ours.network.target]]), ours.network.weight * factor)
    assert theirs.network.source.tolist() == back.source.tolist()
    assert theirs.network.target.tolist() == back.target.tolist()
    assert theirs.network.weight == pytest.approx(back.weight)
    assert theirs.pairs_known == ours.pairs_known


def test_who_confirms_by_hand() -> None:
    # w says x, z (silent); x says y; y says w, x
    found = confirmation(survey())
    assert found.rate_dyads_0_1 == pytest.approx(EXPECTED["confirmed_dyads_over_reported_dyads_among_respondents"], abs=1e-9)
    assert found.rate_reports_0_1 == pytest.approx(EXPECTED["confirmed_reports_over_reports_among_respondents"], abs=1e-9)
    assert found.reports_unanswerable == 1
    assert found.made_rate_0_1 == pytest.approx([0, 1, 0.5, np.nan], nan_ok=True)
    assert found.received_rate_0_1 == pytest.approx([0, 0.5, 1, np.nan], nan_ok=True)


def test_networkx_makes_the_same_ties_of_real_reports(shared_data: Path) -> None:
    lines = (shared_data / "networks/emon_edges.csv").read_text(encoding="utf-8").splitlines()[1:]
    for name in sorted({line.split(",")[0] for line in lines}):
        ties = [tuple(map(int, line.split(",")[1:3])) for line in lines if line.split(",")[0] == name]
        graph = nx.DiGraph(sorted({tie for tie in ties if tie[0] != tie[1]}))
        network = Network.of(max(map(max, ties)) + 1, list(graph.edges), is_directed=True)
        for rule, reciprocal in (("union", False), ("intersection", True)):
            found = symmetrise(network, rule).network  # type: ignore[arg-type]
            theirs = {(min(edge), max(edge)) for edge in graph.to_undirected(reciprocal=reciprocal).edges}
            assert set(zip(found.source.tolist(), found.target.tolist(), strict=True)) == theirs
        assert confirmation(network).rate_reports_0_1 == pytest.approx(nx.overall_reciprocity(graph), abs=1e-9)
