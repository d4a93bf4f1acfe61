"""How long does one run of Leiden's algorithm take from arrays, beside igraph's own call, at 1,000, 10,000 and 100,000 bodies with five ties each?

dev/bench communities                  all sizes
python bench/communities.py 1000       one size

Both begin with the ties as arrays and end with a list of communities, and draw from the same seeds. Seconds: medians of five runs (seeds 0 to 4) of
both in turn in one process, processor time, so that what else the machine does counts for neither; ratio: median of the five. Memory: the largest of
a process of its own.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence

from inputs.graphs import SEED, drawn
from meters.process import Measured, measured

from shutaf.analysis.situation import Network

RUNS = 5
OPEN_UP_TO = 10_000
"""Bodies up to which both go on until nothing improves: beyond, one run of either takes minutes."""
UNTIL_NOTHING_IMPROVES = -1


def main(sizes: Sequence[int]) -> None:
    print(f"circles of six and ties at random, about five ties a body, seed {SEED}\n")
    print(
        "| bodies | rounds | ours s | igraph s | ours by igraph | modularity, ours | modularity, igraph | ours MB | igraph MB | network alone MB |"
    )
    print(f"|{'---|' * 10}")
    for n in sizes:
        for rounds in (2, UNTIL_NOTHING_IMPROVES) if n <= OPEN_UP_TO else (2,):
            ours, igraph, ratio, score, other = json.loads(in_process("--times", n, rounds).out.splitlines()[-1])
            memory = [f"{in_process('--memory', n, rounds, way).peak_mb:.0f}" for way in ("ours", "igraph", "alone")]
            told = str(rounds) if rounds > 0 else "until nothing improves"
            print(
                f"| {n:,} | {told} | {ours:.4f} | {igraph:.4f} | {ratio:.2f} | {score:.4f} | {other:.4f} | {' | '.join(memory)} |",
                flush=True,
            )


def in_process(*arguments: object) -> Measured:
    return measured([sys.executable, __file__, *map(str, arguments)])


def ways(network: Network, rounds: int) -> dict[str, Callable[[int], Sequence[int]]]:
    from shutaf.analysis.network.communities import leiden

    return {
        "ours": lambda seed: leiden(network, seed=seed, iterations=rounds).tolist(),
        "igraph": lambda seed: by_igraph(network, seed, rounds),
        "alone": lambda seed: [],
    }


def by_igraph(network: Network, seed: int, rounds: int) -> Sequence[int]:
    """What one would write with igraph: a graph of the ties, and its own Leiden."""
    import igraph
    import numpy as np

    igraph.set_random_number_generator(random.Random(seed))
    graph = igraph.Graph(n=network.n, edges=np.column_stack([network.source, network.target]).tolist())
    return graph.community_leiden(objective_function="modularity", n_iterations=rounds).membership


def times(n: int, rounds: int) -> None:
    """Median seconds of both, median ratio and mean modularity of both, as JSON."""
    from shutaf.analysis.network.communities import modularity

    network = drawn(n)
    seconds: dict[str, list[float]] = {"ours": [], "igraph": []}
    scores: dict[str, list[float]] = {"ours": [], "igraph": []}
    for seed in range(RUNS):
        for way in seconds:
            start = time.process_time()
            found = ways(network, rounds)[way](seed)
            seconds[way].append(time.process_time() - start)
            scores[way].append(modularity(network, found))
    ratio = statistics.median(ours / theirs for ours, theirs in zip(*seconds.values(), strict=True))
    print(json.dumps([*map(statistics.median, seconds.values()), ratio, *map(statistics.mean, scores.values())]))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--times", n, rounds]:
            times(int(n), int(rounds))
        case ["--memory", n, rounds, way]:
            ways(drawn(int(n)), int(rounds))[way](0)
        case sizes:
            main([int(size) for size in sizes] or [1000, 10_000, 100_000])
