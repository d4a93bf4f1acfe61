"""How long do the measures of position take, beside networkx and igraph, and how much memory?

dev/bench centrality             10,000 bodies, 50,000 ties
python bench/centrality.py 1000  another size
python bench/centrality.py 2000 hub_heavy   ties that lead to few

Every line is a process of its own: median processor seconds of 5 runs, and the largest memory of the process. networkx' graph and igraph's
are made before the clock starts, ours takes the arrays. networkx takes ten minutes for the betweenness of 10,000 bodies, so from 2,000 bodies on it is
asked for the paths from 50 bodies and scaled up; its time is the same for each body, as Brandes' method is.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable

from meters.process import measured

RUNS, SAMPLE, SAMPLED_FROM = 5, 50, 2000
MEASURES = {
    "start": ("arrays", "networkx", "igraph"),
    "betweenness": ("ours", "networkx", "igraph"),
    "closeness": ("ours", "networkx"),
    "eigenvector": ("ours", "networkx"),
    "core_numbers": ("ours", "networkx"),
    "cut_bodies": ("ours", "networkx"),
    "clustering": ("ours", "networkx"),
    "triad_census": ("ours", "networkx"),
}


def main(size: int, kind: str) -> None:
    print(f"{size:,} bodies, about {5 * size:,} ties, {kind}; processor seconds, median of {RUNS}\n")
    print(
        f"| {'measure':<13} | {'by':<9} | {'seconds':>9} | {'by ours':>8} | {'peak MB':>8} |\n|{'-' * 15}|{'-' * 11}|{'-' * 11}|{'-' * 10}|{'-' * 10}|"
    )
    for measure, makers in MEASURES.items():
        ours = 0.0
        for maker in makers:
            run = measured([sys.executable, __file__, "--one", measure, maker, str(size), kind])
            seconds = json.loads(run.out.splitlines()[-1])
            ours = seconds if maker == "ours" else ours
            ratio = f"{seconds / ours:.1f} x" if ours else ""
            print(f"| {measure:<13} | {maker:<9} | {seconds:>9.3f} | {ratio:>8} | {run.peak_mb:>8.0f} |", flush=True)


def one(measure: str, maker: str, size: int, kind: str) -> None:
    """One measure by one maker in this process; the median seconds are printed as JSON."""
    from inputs import graphs

    network = getattr(graphs, kind)(size)
    times, work = 1.0, None
    if maker == "networkx":
        times, work = by_networkx(measure, network)
    elif maker == "igraph":
        from shutaf.analysis.network import to_igraph

        graph = to_igraph(network)
        work = graph.betweenness
    else:
        from shutaf.analysis import network as net

        work = lambda: getattr(net, measure)(network)  # noqa: E731
    runs = 0 if measure == "start" else RUNS
    print(json.dumps(statistics.median([took(work) * times for _ in range(runs)] or [0.0])))


def by_networkx(measure: str, network: object) -> tuple[float, Callable[[], object]]:
    """How often the work must be counted, and the work, on a graph that is ready."""
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(range(network.n))  # type: ignore[attr-defined]
    graph.add_edges_from(zip(network.source.tolist(), network.target.tolist(), strict=True))  # type: ignore[attr-defined]
    n, part = len(graph), SAMPLE if len(graph) >= SAMPLED_FROM else len(graph)
    some = range(0, n, max(n // part, 1))
    directed = graph.to_directed() if measure == "triad_census" else None
    ways: dict[str, tuple[float, Callable[[], object]]] = {
        "betweenness": (n / part, lambda: nx.betweenness_centrality(graph, k=part if part < n else None, seed=1)),
        "closeness": (n / len(some), lambda: [nx.closeness_centrality(graph, body) for body in some]),
        "eigenvector": (1, lambda: nx.eigenvector_centrality_numpy(graph)),
        "core_numbers": (1, lambda: nx.core_number(graph)),
        "cut_bodies": (1, lambda: list(nx.articulation_points(graph))),
        "clustering": (1, lambda: nx.clustering(graph)),
        "triad_census": (1, lambda: nx.triadic_census(directed)),
        "start": (1, lambda: None),
    }
    return ways[measure]


def took(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--one", measure, maker, size, kind]:
            one(measure, maker, int(size), kind)
        case [size, kind]:
            main(int(size), kind)
        case sizes:
            main(int(sizes[0]) if sizes else 10_000, "drawn")
