from __future__ import annotations

from itertools import permutations
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from graphs import as_graph, knoke, networks, of_graph, oracle, real_networks, relabelled, rows
from hypothesis import given, settings
from hypothesis import strategies as st

from shutaf.analysis.network import EI, ei_index, ei_test
from shutaf.analysis.situation import Network

any_network = settings(derandomize=True, deadline=None, max_examples=60)
NAN = float("nan")


def test_karate_club_keeps_to_itself_as_published() -> None:
    club, known = nx.karate_club_graph(), oracle("sna_karate")
    found = ei_index(of_graph(club), [club.nodes[member]["club"] for member in club])
    assert (found.external, found.internal) == (known["EI_by_club"]["external"], known["EI_by_club"]["internal"])
    assert found.ei == pytest.approx(known["EI_by_club"]["EI"], abs=1e-9)


def test_two_groups_and_a_stranger_counted_by_hand() -> None:
    town = Network.of(6, [(0, 1), (1, 2), (2, 3), (1, 4), (3, 5)], [1, 2, 3, 4, 5])
    found = ei_index(town, ["a", "a", "b", "b", None, ""])
    assert (found.external, found.internal, found.left_out) == (2, 2, 1)
    assert (found.ei, found.labels) == (0, ("a", "b", ""))
    assert found.group_external.tolist() == [1, 2, 1]
    assert found.group_internal.tolist() == [1, 1, 0]
    assert found.group_ei.tolist() == [0, 1 / 3, 1]
    assert found.body_external.tolist() == pytest.approx([0, 1, 1, 1, NAN, 1], nan_ok=True)
    assert found.body_internal.tolist() == pytest.approx([1, 1, 1, 1, NAN, 0], nan_ok=True)
    assert found.body_ei.tolist() == pytest.approx([-1, 0, 0, 0, NAN, 1], nan_ok=True)
    assert found.ei_expected == pytest.approx(1 - 2 * 2 / 10)  # two of the ten pairs of the five bodies lie inside a group
    assert (found.ei_least, found.ei_most) == (0, 1)
    assert found.ei_rescaled == -1
    by_strength = ei_index(town, ["a", "a", "b", "b", None, ""], by_strength=True)
    assert (by_strength.external, by_strength.internal) == (7, 4)
    assert np.isnan(by_strength.ei_rescaled)


def test_unknown_groups_may_be_none_or_nan_and_numbers_are_names_too() -> None:
    line = Network.of(3, [(0, 1), (1, 2)])
    assert ei_index(line, [1, 1, None]).ei == ei_index(line, np.array([1, 1, np.nan])).ei == -1
    assert ei_index(line, np.array(["x", "y", "x"])).ei == 1


def dealt_by_hand(network: Network, groups: list[str], by_strength: bool) -> list[float]:
    """The E-I index under every way to deal the group names out."""
    ties = list(zip(network.source.tolist(), network.target.tolist(), network.weight.tolist(), strict=True))
    found = []
    for dealt in permutations(groups):
        signed = [(1 if dealt[one] != dealt[two] else -1) * (weight if by_strength else 1) for one, two, weight in ties]
        found.append(sum(signed) / sum(map(abs, signed)))
    return found


@given(networks(least=2, most=6), st.lists(st.sampled_from("abc"), min_size=6, max_size=6), st.booleans())
@any_network
def test_expectation_and_deviation_are_those_of_all_ways_to_deal(network: Network, names: list[str], by_strength: bool) -> None:
    groups = names[: network.n]
    found = ei_index(network, groups, by_strength=by_strength)
    if not network.m:
        assert np.isnan([found.ei, found.ei_expected, found.ei_sd, found.ei_rescaled]).all()
        return
    every = dealt_by_hand(network, groups, by_strength)
    assert found.ei == pytest.approx(every[0])  # the first way deals them out as they are
    assert found.ei_expected == pytest.approx(np.mean(every), abs=1e-9)
    assert found.ei_sd == pytest.approx(np.std(every), abs=1e-7)
    if not by_strength:
        assert found.ei_least - 1e-9 <= found.ei <= found.ei_most + 1e-9


def test_the_test_draws_what_dealing_out_gives() -> None:
    town = Network.of(6, [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (2, 3)])
    every = np.array(dealt_by_hand(town, list("aaabbb"), False))
    found = ei_test(town, list("aaabbb"), draws=4000)
    assert found.ei == pytest.approx(every[0])
    assert found.p_low == pytest.approx((every <= every[0] + 1e-9).mean(), abs=0.02)
    assert found.p_high == pytest.approx((every >= every[0] - 1e-9).mean(), abs=0.02)
    assert (found.mean, found.sd) == pytest.approx((every.mean(), every.std()), abs=0.02)
    exact = ei_index(town, list("aaabbb"))
    assert (exact.ei_expected, exact.ei_sd) == pytest.approx((every.mean(), every.std()))
    assert 0 < found.p <= 1


def test_the_same_seed_draws_the_same_and_no_p_is_0() -> None:
    club = nx.karate_club_graph()
    network, groups = of_graph(club), [club.nodes[member]["club"] for member in club]
    one, two = (ei_test(network, groups, draws=199) for _ in range(2))
    assert one == two
    assert one.p_low == one.p == 1 / 200
    assert one.p_high == 1
    assert ei_test(network, groups, draws=199, seed=7).mean != one.mean


def test_real_sectors_mix_as_counted_tie_by_tie(shared_data: Path) -> None:
    sector = [row["sector"] for row in rows(shared_data / "networks" / "city_projects_bodies.csv")]
    network = next(network for name, network in real_networks(shared_data) if name == "city")
    found = ei_index(network, sector)
    crossing = sum(sector[one] != sector[two] for one, two in as_graph(network).edges)
    assert (found.external, found.internal) == (crossing, network.m - crossing)
    assert found.group_external.sum() == 2 * crossing
    draws = ei_test(network, sector, draws=200)
    assert draws.mean == pytest.approx(found.ei_expected, abs=4 * found.ei_sd / 200**0.5)


@given(networks(), st.lists(st.sampled_from(["a", "b", None]), min_size=9, max_size=9))
@any_network
def test_names_change_nothing(network: Network, names: list[str | None]) -> None:
    groups, order = names[: network.n], np.arange(network.n)[::-1]
    one, two = ei_index(network, groups), ei_index(relabelled(network, order), groups[::-1])
    for name in ("ei", "external", "internal", "ei_expected", "ei_sd", "ei_least", "ei_most", "left_out"):
        assert getattr(one, name) == pytest.approx(getattr(two, name), nan_ok=True)
    assert two.body_ei[order].tolist() == pytest.approx(one.body_ei.tolist(), nan_ok=True)


def test_one_group_only_has_no_room_to_mix() -> None:
    found = ei_index(Network.of(3, [(0, 1), (1, 2)]), ["a", "a", "a"])
    assert (found.ei, found.ei_expected, found.ei_sd, found.ei_least, found.ei_most) == (-1, -1, 0, -1, -1)
    assert np.isnan(found.ei_rescaled)


def test_without_ties_or_bodies_there_is_no_index() -> None:
    empty: EI = ei_index(Network.of(0, []), [])
    assert np.isnan([empty.ei, empty.ei_expected, empty.ei_least]).all()
    assert (empty.external, empty.left_out, empty.labels) == (0, 0, ())
    assert np.isnan(ei_test(Network.of(2, [(0, 1)]), [None, "a"]).p)


def test_groups_that_do_not_fit_and_no_draws_are_refused_in_words() -> None:
    with pytest.raises(ValueError, match="one entry per body: 10, not 2"):
        ei_index(knoke(), ["a", "b"])
    with pytest.raises(ValueError, match="at least one draw"):
        ei_test(knoke(), ["a"] * 10, draws=0)
