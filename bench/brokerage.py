"""How long does Gould-Fernandez brokerage take beside plain loops over all paths, and what does a hub cost?

dev/bench brokerage                        1,000, 10,000 and 100,000 bodies
python bench/brokerage.py 1000             other sizes

Every line is a process of its own: median processor seconds of 5 runs (at 100,000 bodies one run of the plain loops and of the weighted way), the largest memory of the
process (which holds the drawn network), and the paths counted, which every way must find the same.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable

from inputs.graphs import SEED, drawn, hub_heavy, sectors
from meters.medians import median_seconds
from meters.process import measured

from shutaf.analysis.network import brokerage
from shutaf.analysis.situation import Network

GRAPHS = {
    "undirected": lambda n: drawn(n),
    "directed": lambda n: drawn(n, is_directed=True),
    "undirected, half the ties": lambda n: drawn(n, 2.5),
    "hubs, undirected": lambda n: hub_heavy(n),
    "hubs, directed": lambda n: hub_heavy(n, is_directed=True),
}
WAYS = ("network alone", "ours", "ours, weighted", "plain loops")
MOST_LOOPS = 10_000
"""Bodies up to which the loops also walk the paths of the hubs."""


def main(sizes: list[int]) -> None:
    print(f"seed {SEED}\n\n| bodies | ties | network | way | seconds | by ours | peak MB | paths |\n|---|---|---|---|---|---|---|---|")
    for n in sizes:
        for name in GRAPHS:
            seconds_of_ours = 0.0
            for way in WAYS:
                if way == "plain loops" and name.startswith("hubs") and n > MOST_LOOPS:
                    continue
                run = measured([sys.executable, __file__, "--one", name, way, str(n)])
                ties, seconds, paths = json.loads(run.out)
                seconds_of_ours = seconds if way == "ours" else seconds_of_ours
                by_ours = f"{seconds / seconds_of_ours:.1f} x" if seconds and way != "ours" else ""
                said = f"{seconds:.4f}" if seconds else ""
                print(f"| {n:,} | {ties:,} | {name} | {way} | {said} | {by_ours} | {run.peak_mb:.0f} | {paths or ''} |", flush=True)


def one(name: str, way: str, n: int) -> None:
    network, groups = GRAPHS[name](n), sectors(n)
    ways: dict[str, Callable[[], float]] = {
        "ours": lambda: brokerage(network, groups).whole["total"],
        "ours, weighted": lambda: brokerage(network, groups, is_weighted=True).whole["total"],
        "plain loops": lambda: plain_loops(network, groups.tolist()),
    }
    if way == "network alone":
        print(json.dumps([network.m, 0, 0]))
        return
    seconds, paths = median_seconds(ways[way], 1 if way != "ours" and n >= 100_000 else 5)
    print(json.dumps([network.m, seconds, round(paths)]))


def plain_loops(network: Network, groups: list[int]) -> float:
    """What one would write by hand: sets of contacts, every path walked, its role named."""
    into: list[set[int]] = [set() for _ in range(network.n)]
    out_of: list[set[int]] = [set() for _ in range(network.n)]
    for source, target in zip(network.source.tolist(), network.target.tolist(), strict=True):
        for one, other in [(source, target)] if network.is_directed else [(source, target), (target, source)]:
            out_of[one].add(other)
            into[other].add(one)
    counts = [dict.fromkeys(("coordinator", "consultant", "representative", "gatekeeper", "liaison"), 0) for _ in range(network.n)]
    for b in range(network.n):
        for a in into[b]:
            for c in out_of[b]:
                if c != a and c not in out_of[a]:
                    counts[b][role(groups[a], groups[b], groups[c])] += 1
    return float(sum(sum(of_body.values()) for of_body in counts))


def role(sender: int, broker: int, receiver: int) -> str:
    if sender == broker:
        return "coordinator" if broker == receiver else "representative"
    if broker == receiver:
        return "gatekeeper"
    return "consultant" if sender == receiver else "liaison"


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--one", name, way, n]:
            one(name, way, int(n))
        case sizes:
            main([int(size) for size in sizes] or [1_000, 10_000, 100_000])
