"""The real networks of the shared data as arrays: thirteen city projects, and seven search-and-rescue networks."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

import networkx as nx
import numpy as np

from shutaf.analysis.situation import Network


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def city_projects(folder: Path) -> tuple[Network, list[str]]:
    """285 bodies, undirected, strength = shared projects; and their sectors."""
    bodies = rows(folder / "networks/city_projects_bodies.csv")
    place = {body["id"]: i for i, body in enumerate(bodies)}
    ties = rows(folder / "networks/city_projects_ties.csv")
    pairs = [(place[tie["from"]], place[tie["to"]]) for tie in ties]
    return Network.of(len(bodies), pairs, [float(tie["strength"]) for tie in ties]), [body["sector"] for body in bodies]


def search_and_rescue(folder: Path) -> Mapping[str, tuple[Network, list[str]]]:
    """Name of the network: directed, weight 1 (least often) .. 4; and the sponsors of the bodies."""
    nodes, edges = rows(folder / "networks/emon_nodes.csv"), rows(folder / "networks/emon_edges.csv")
    found = {}
    for name in dict.fromkeys(node["network"] for node in nodes):
        own = [node for node in nodes if node["network"] == name]
        place = {node["node_id"]: i for i, node in enumerate(own)}
        ties = [edge for edge in edges if edge["network"] == name and edge["source"] != edge["target"]]
        pairs = [(place[edge["source"]], place[edge["target"]]) for edge in ties]
        weights = [5 - float(edge["Frequency"]) if edge["Frequency"] not in ("", "NA") else 1.0 for edge in ties]
        found[name] = Network.of(len(own), pairs, weights, is_directed=True), [node["Sponsorship"] for node in own]
    return found


def as_graph(network: Network) -> nx.Graph:
    """The same ties for networkx, nodes 0 .. n-1, attribute `weight`."""
    graph = nx.DiGraph() if network.is_directed else nx.Graph()
    graph.add_nodes_from(range(network.n))
    graph.add_weighted_edges_from(zip(network.source.tolist(), network.target.tolist(), network.weight.tolist(), strict=True))
    return graph


def drawn_network(seed: int, n: int = 14, ties: int = 30, *, is_directed: bool = False) -> Network:
    """Any ties between n bodies, with weights from 0.5 to 3."""
    random = np.random.default_rng(seed)
    pairs = random.integers(0, n, (ties, 2))
    pairs = pairs[pairs[:, 0] != pairs[:, 1]]
    return Network.of(n, pairs, random.uniform(0.5, 3, len(pairs)), is_directed=is_directed)


def relabelled(network: Network, order: np.ndarray[tuple[int, ...], np.dtype[np.int64]]) -> Network:
    """The same network, body i called order[i]."""
    pairs = np.column_stack([order[network.source], order[network.target]])
    return Network.of(network.n, pairs, network.weight, is_directed=network.is_directed)
