"""How long do constraint and effective size take beside networkx and igraph?

dev/bench structural_holes                 1,000, 10,000 and 100,000 bodies
python bench/structural_holes.py 1000      other sizes

Every line is a process of its own: median processor seconds of 5 runs (1 run of networkx from 10,000 bodies on), from the same arrays of ties to the
numbers, so what a library needs to make its graph counts in; and the largest memory of the process.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable

import igraph
import networkx as nx
import numpy as np
from inputs.graphs import SEED, drawn, hub_heavy
from meters.medians import median_seconds
from meters.process import measured

from shutaf.analysis.network import constraint, structural_holes
from shutaf.analysis.situation import Floats, Network

GRAPHS = {"drawn": drawn, "drawn, half the ties": lambda n: drawn(n, 2.5), "hubs": hub_heavy}
MOST_AT_ONCE = 10_000
"""Bodies up to which networkx is asked for all effective sizes at once: it makes a full table of all pairs (80 GB at 100,000)."""
BY_ONE = 500
"""Above, it is asked for so many bodies one by one, and the seconds are multiplied."""
WAYS = {
    "alone": "the network alone",
    "ours": "ours: constraint, effective size, efficiency, hierarchy",
    "constraint": "ours: constraint",
    "i_constraint": "igraph: constraint",
    "i_both": "igraph: constraint; effective size from its local transitivity",
    "i_ego": "igraph: constraint; effective size from the subgraph of each body's contacts",
    "nx_both": "networkx: constraint and effective size",
}


def main(sizes: list[int]) -> None:
    print(f"seed {SEED}\n\n| bodies | ties | network | way | seconds | by ours | peak MB |\n|---|---|---|---|---|---|---|")
    for n in sizes:
        for name in GRAPHS:
            ours = 0.0
            for way, words in WAYS.items():
                if way == "nx_both" and name == "hubs" and n > MOST_AT_ONCE:
                    continue
                run = measured([sys.executable, __file__, "--one", name, way, str(n)])
                ties, seconds, note = json.loads(run.out.splitlines()[-1])
                ours = seconds if way == "ours" else ours
                by_ours = f"{seconds / ours:.1f} x" if seconds and way != "ours" else ""
                said = f"{seconds:.4f}" if seconds else ""
                print(f"| {n:,} | {ties:,} | {name} | {words}{note} | {said} | {by_ours} | {run.peak_mb:.0f} |", flush=True)


def one(name: str, way: str, n: int) -> None:
    network = GRAPHS[name](n)
    ways: dict[str, Callable[[], object]] = {
        "ours": lambda: both(network),
        "constraint": lambda: constraint(network),
        "i_constraint": lambda: of_igraph(network).constraint(),
        "i_both": lambda: igraph_by_transitivity(network),
        "i_ego": lambda: igraph_by_subgraphs(network),
    }
    if way == "alone":
        print(json.dumps([network.m, 0, ""]))
    elif way == "nx_both":
        print(json.dumps([network.m, *in_networkx(network)]))
    else:
        seconds, found = median_seconds(ways[way], 1 if way == "i_ego" and n >= 100_000 else 5)
        check(found, network)
        print(json.dumps([network.m, seconds, ""]))


def check(found: object, network: Network) -> None:
    """A way that finds other numbers is not a comparison."""
    if isinstance(found, tuple):
        np.testing.assert_allclose(np.column_stack(found), np.column_stack(both(network)), atol=1e-9)


def both(network: Network) -> tuple[Floats, Floats]:
    found = structural_holes(network)
    return found.constraint, found.effective_size


def of_igraph(network: Network) -> igraph.Graph:
    return igraph.Graph(network.n, np.column_stack([network.source, network.target]))


def igraph_by_transitivity(network: Network) -> tuple[Floats, Floats]:
    """igraph has no effective size; where nothing is weighted it follows from the share of closed pairs of contacts."""
    graph = of_igraph(network)
    held, contacts = np.array(graph.constraint()), np.array(graph.degree(), dtype=float)
    contacts[contacts == 0] = np.nan
    return held, contacts - (contacts - 1) * np.array(graph.transitivity_local_undirected(mode="zero"))


def igraph_by_subgraphs(network: Network) -> tuple[Floats, Floats]:
    """What the definition says: ties among the contacts of each body."""
    graph = of_igraph(network)
    held, size = np.array(graph.constraint()), np.full(network.n, np.nan)
    for body in range(network.n):
        if contacts := graph.neighbors(body):
            size[body] = len(contacts) - 2 * graph.induced_subgraph(contacts).ecount() / len(contacts)
    return held, size


def in_networkx(network: Network) -> tuple[float, str]:
    def graph() -> nx.Graph:
        made = nx.Graph(zip(network.source.tolist(), network.target.tolist(), strict=True))
        made.add_nodes_from(range(network.n))
        return made

    runs = 5 if network.n < MOST_AT_ONCE else 1
    if network.n <= MOST_AT_ONCE:
        return median_seconds(lambda: (nx.constraint(graph()), nx.effective_size(graph())), runs)[0], ""
    made, bodies = graph(), list(range(0, network.n, network.n // BY_ONE))
    held = median_seconds(lambda: nx.constraint(graph()), 1)[0]
    size = median_seconds(lambda: nx.effective_size(made, nodes=bodies), 1)[0] * network.n / len(bodies)
    return held + size, f" (effective size of {len(bodies)} bodies, times {network.n // len(bodies)})"


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--one", name, way, n]:
            one(name, way, int(n))
        case sizes:
            main([int(size) for size in sizes] or [1_000, 10_000, 100_000])
