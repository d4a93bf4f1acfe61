"""Networks to test on: real ones, published ones, and any small one; and the same as networkx knows it."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
from hypothesis import strategies as st

from shutaf.analysis.situation import Network

ORACLES = Path(__file__).parents[2] / "oracles"


def oracle(name: str) -> Any:
    return json.loads((ORACLES / f"{name}.json").read_text(encoding="utf-8"))


def of_graph(graph: nx.Graph, weight: str | None = None) -> Network:
    """Bodies numbered in the order of the nodes."""
    place = {node: i for i, node in enumerate(graph.nodes)}
    rows = [(place[one], place[two]) for one, two in graph.edges]
    weights = [data[weight] for *_, data in graph.edges(data=True)] if weight else None
    return Network.of(len(place), rows, weights, is_directed=graph.is_directed())


def as_graph(network: Network) -> nx.Graph:
    """The same for networkx, with weight and, for paths, length 1/weight."""
    graph = nx.DiGraph() if network.is_directed else nx.Graph()
    graph.add_nodes_from(range(network.n))
    for one, two, weight in zip(network.source.tolist(), network.target.tolist(), network.weight.tolist(), strict=True):
        graph.add_edge(one, two, weight=weight, length=1 / weight)
    return graph


def listed(found: dict[int, float]) -> list[float]:
    """What networkx says of bodies 0 .. n-1, in their order."""
    return [found[body] for body in sorted(found)]


def knoke() -> Network:
    """Ten organisations, who gives information to whom."""
    return Network.of(10, np.argwhere(np.array(oracle("sna_knoke")["matrix"])), is_directed=True)


def real_networks(shared_data: Path) -> Iterator[tuple[str, Network]]:
    """Thirteen city projects (weighted), and seven search-and-rescue networks, directed with weights 1 to 4."""
    folder = shared_data / "networks"
    bodies = {row["id"]: i for i, row in enumerate(rows(folder / "city_projects_bodies.csv"))}
    ties = list(rows(folder / "city_projects_ties.csv"))
    yield "city", Network.of(len(bodies), [(bodies[t["from"]], bodies[t["to"]]) for t in ties], [float(t["strength"]) for t in ties])
    nodes, edges = list(rows(folder / "emon_nodes.csv")), list(rows(folder / "emon_edges.csv"))
    for name in sorted({row["network"] for row in nodes}):
        place = {row["node_id"]: i for i, row in enumerate(row for row in nodes if row["network"] == name)}
        said = [row for row in edges if row["network"] == name]
        arcs = [(place[row["source"]], place[row["target"]]) for row in said]
        yield name, Network.of(len(place), arcs, [5 - float(row["Frequency"]) for row in said], is_directed=True)


def rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def without_direction(network: Network) -> Network:
    return Network.of(network.n, np.column_stack([network.source, network.target]), network.weight)


@st.composite
def networks(draw: st.DrawFn, *, least: int = 0, most: int = 9, is_directed: bool | None = None) -> Network:
    """Any small network: empty, in parts, directed or not, weights 1 to 5."""
    n = draw(st.integers(least, most))
    directed = draw(st.booleans()) if is_directed is None else is_directed
    pairs = [(i, j) for i in range(n) for j in range(n) if i < j or (directed and i != j)]
    ties = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=3 * n)) if pairs else []
    weights = draw(st.lists(st.integers(1, 5), min_size=len(ties), max_size=len(ties)))
    return Network.of(n, ties, weights, is_directed=directed)


def relabelled(network: Network, order: np.ndarray) -> Network:
    """Body i becomes body order[i]."""
    return Network.of(
        network.n, np.column_stack([order[network.source], order[network.target]]), network.weight, is_directed=network.is_directed
    )
