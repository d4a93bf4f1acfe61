"""How often does each candidate take each place over 10,000 weightings, beside plain loops and beside a ranking by scipy a weighting at a time?

dev/bench smaa                         10,000 weightings x 50 initiatives x 10 criteria
python bench/smaa.py 1000 20 5         other sizes: weightings, initiatives, criteria

Every line is a process of its own: median seconds of 5 runs (plain loops: of 1 over a tenth of the weightings, times ten), drawing of the weights
included where it is said, and the largest memory of the process.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable

import numpy as np
from meters.process import measured

RUNS, SEED = 5, 20_160_715
WAYS = {
    "start": "numpy and the table alone",
    "additive": "ours: additive values, weights drawn too",
    "near": "ours: weights between half and double, drawn too",
    "flows": "ours: PROMETHEE flows, weights drawn too",
    "holes": "ours: PROMETHEE flows, one value in ten unknown",
    "scipy": "rankdata a weighting, numpy sums",
    "loops": "plain Python loops",
}


def main(sizes: list[int]) -> None:
    draws, n, c = sizes
    print(f"{draws:,} weightings x {n} candidates x {c} criteria, seed {SEED}\n")
    print(f"| {'way':<52} | {'seconds':>8} | {'times ours':>10} | {'peak MB':>8} |\n|{'-' * 54}|{'-' * 10}|{'-' * 12}|{'-' * 10}|")
    ours = 0.0
    for way, words in WAYS.items():
        run = measured([sys.executable, __file__, "--one", way, *map(str, sizes)])
        seconds = json.loads(run.out.splitlines()[-1])
        ours = seconds if way == "additive" else ours
        ratio = f"{seconds / ours:.1f}" if ours else ""
        print(f"| {words:<52} | {seconds:>8.3f} | {ratio:>10} | {run.peak_mb:>8.0f} |", flush=True)


def one(way: str, draws: int, n: int, c: int) -> None:
    """One way in this process; the median seconds are printed as JSON."""
    from shutaf.analysis.criteria import criterion_flows, default_functions, preferences, random_weights, smaa, smaa_promethee, weights_near

    rng = np.random.default_rng(SEED)
    values = rng.random((n, c))
    holes = np.where(rng.random((n, c)) < 0.1, np.nan, values)
    better, functions = np.ones(c), default_functions(values)
    ways: dict[str, tuple[int, float, Callable[[], object]]] = {
        "start": (1, 1, lambda: None),
        "additive": (RUNS, 1, lambda: smaa(values, random_weights(c, draws))),
        "near": (RUNS, 1, lambda: smaa(values, weights_near(np.ones(c), draws))),
        "flows": (RUNS, 1, lambda: smaa(criterion_flows(preferences(values, better, functions)), random_weights(c, draws))),
        "holes": (1, 1, lambda: smaa_promethee(preferences(holes, better, functions), random_weights(c, draws))),
        "scipy": (RUNS, 1, lambda: by_scipy(values, random_weights(c, draws))),
        "loops": (1, 10, lambda: by_loops(values.tolist(), random_weights(c, draws).tolist()[: draws // 10])),
    }
    runs, times, work = ways[way]
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        seconds.append((time.perf_counter() - start) * times)
    print(json.dumps(statistics.median(seconds)))


def by_scipy(values: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """What one would write with scipy: score and rank one weighting after the other."""
    from scipy.stats import rankdata

    counts = np.zeros((len(values), len(values)))
    rows = np.arange(len(values))
    for weighting in weights:
        counts[rows, rankdata(-(values @ weighting), method="min").astype(int) - 1] += 1
    return counts / len(weights)


def by_loops(values: list[list[float]], weights: list[list[float]]) -> list[list[float]]:
    """Place = 1 + how many are better."""
    n = len(values)
    counts = [[0.0] * n for _ in range(n)]
    for weighting in weights:
        totals = [sum(w * x for w, x in zip(weighting, row, strict=True)) for row in values]
        for i, total in enumerate(totals):
            counts[i][sum(other > total for other in totals)] += 1
    return counts


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--one", way, *sizes]:
            one(way, *map(int, sizes))
        case sizes:
            main([int(size) for size in sizes] or [10_000, 50, 10])
