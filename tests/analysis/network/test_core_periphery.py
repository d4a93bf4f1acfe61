from __future__ import annotations

from itertools import combinations
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from graphs import as_graph, networks, of_graph, oracle, real_networks, relabelled
from hypothesis import given, settings
from hypothesis import strategies as st

from shutaf.analysis.network import core_periphery
from shutaf.analysis.situation import Network

any_network = settings(derandomize=True, deadline=None, max_examples=60)
CASES = oracle("sna_core_periphery")["cases"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_best_core_is_the_one_found_by_looking_at_every_one(case: dict[str, object]) -> None:
    graph = nx.Graph(np.array(case["adjacency"])) if "adjacency" in case else nx.florentine_families_graph()
    found = core_periphery(of_graph(graph))
    assert {name for name, is_core in zip(graph, found.core, strict=True) if is_core} == set(case["core"])  # type: ignore[call-overload]
    assert found.fit == pytest.approx(case["fit"], abs=1e-9)
    assert found.is_exact


def test_florentine_families_have_no_clear_core_and_say_so() -> None:
    found = core_periphery(of_graph(nx.florentine_families_graph()))
    assert (found.label, found.equally_good) == ("no_clear_core", 1)


def correlation(network: Network, core: np.ndarray, by_strength: bool) -> float:
    """By the definition: numpy's correlation of two lists, over all pairs or all ordered pairs."""
    matrix = nx.to_numpy_array(as_graph(network), nodelist=range(network.n), weight="weight" if by_strength else None)
    pattern = (core[:, None] | core[None, :]).astype(float)
    where = ~np.eye(network.n, dtype=bool) if network.is_directed else np.triu(np.ones((network.n, network.n), dtype=bool), 1)
    one, two = matrix[where], pattern[where]
    return float(np.corrcoef(one, two)[0, 1]) if one.std() and two.std() else float("nan")


def every_fit(network: Network, by_strength: bool) -> list[float]:
    cores = (np.isin(np.arange(network.n), some) for size in range(1, network.n) for some in combinations(range(network.n), size))
    return [fit for core in cores if not np.isnan(fit := correlation(network, core, by_strength))]


@given(networks(most=6), st.booleans())
@any_network
def test_no_other_core_fits_better(network: Network, by_strength: bool) -> None:
    found, fits = core_periphery(network, by_strength=by_strength), every_fit(network, by_strength)
    if not fits:
        assert (found.label, found.equally_good, found.core.any()) == ("not_defined", 0, False)
        return
    assert found.fit == pytest.approx(max(fits), abs=1e-9)
    assert found.fit == pytest.approx(correlation(network, found.core, by_strength), abs=1e-9)
    assert found.equally_good == sum(fit > max(fits) - 1e-9 for fit in fits)


@pytest.mark.parametrize("seed", range(12))
def test_the_search_finds_what_the_exact_answer_is(seed: int) -> None:
    graph = nx.gnp_random_graph(14, 0.15 + 0.05 * (seed % 6), seed=seed, directed=seed % 3 == 0)
    random = np.random.default_rng(seed)
    for *_, data in graph.edges(data=True):
        data["weight"] = int(random.integers(1, 5))
    network = of_graph(graph, "weight")
    for by_strength in (False, True):
        exact, search = (core_periphery(network, by_strength=by_strength, method=method) for method in ("exact", "search"))  # type: ignore[arg-type]
        assert search.fit == pytest.approx(exact.fit, abs=1e-9)
        assert (exact.is_exact, search.is_exact, search.equally_good) == (True, False, None)


def test_a_planted_core_of_thirty_is_found_among_three_hundred() -> None:
    random = np.random.default_rng(3)
    core = np.arange(300) < 30
    likely = np.where(core[:, None] | core[None, :], 0.9, 0.02)
    network = Network.of(300, np.argwhere(np.triu(random.random((300, 300)) < likely, 1)))
    found = core_periphery(network)
    assert found.core.tolist() == core.tolist()
    assert (found.label, found.is_exact) == ("clear_core", False)


def test_real_networks_have_the_fit_of_the_definition(shared_data: Path) -> None:
    for _, network in real_networks(shared_data):
        found = core_periphery(network, method="search")
        assert found.fit == pytest.approx(correlation(network, found.core, False), abs=1e-9)
        for body in range(network.n):  # nobody's change of side makes it better
            other = found.core ^ (np.arange(network.n) == body)
            if network.n < 100 and other.any() and not other.all():
                assert not correlation(network, other, False) > found.fit + 1e-9


@given(networks(most=7), st.randoms(use_true_random=False))
@any_network
def test_names_and_unit_of_strength_change_no_fit(network: Network, random: object) -> None:
    order = np.array(sorted(range(network.n), key=lambda _: random.random()), dtype=np.int64)  # type: ignore[attr-defined]
    one, two = core_periphery(network, by_strength=True), core_periphery(relabelled(network, order), by_strength=True)
    assert two.fit == pytest.approx(one.fit, nan_ok=True, abs=1e-9)
    assert two.equally_good == one.equally_good
    scaled = Network(network.n, network.source, network.target, network.weight * 7, network.asked, network.is_directed)
    assert core_periphery(scaled, by_strength=True).core.tolist() == one.core.tolist()


@pytest.mark.parametrize("n", [0, 1, 2, 4])
def test_where_all_pairs_are_alike_there_is_no_core(n: int) -> None:
    for ties in ([], list(combinations(range(n), 2))):
        for method in ("auto", "search"):
            found = core_periphery(Network.of(n, ties), method=method)  # type: ignore[arg-type]
            assert (found.label, found.core.tolist()) == ("not_defined", [False] * n)


def test_labels_change_where_they_say() -> None:
    assert core_periphery(of_graph(nx.path_graph(5))).label == "partial_core"
    assert core_periphery(of_graph(nx.star_graph(5))).label == "clear_core"
    assert core_periphery(of_graph(nx.cycle_graph(8))).label == "no_clear_core"


def test_too_many_to_look_at_each_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="up to 22 bodies; here are 23"):
        core_periphery(Network.of(23, [(0, 1)]), method="exact")
    with pytest.raises(ValueError, match="method must be one of auto, exact, search"):
        core_periphery(Network.of(3, [(0, 1)]), method="greedy")  # type: ignore[arg-type]
