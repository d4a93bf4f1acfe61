"""A whole MACTOR study beside plain loops, and its second order beside one numpy expression of n x n x n.

dev/bench mactor                       20 and 100 actors, 12 objectives
python bench/mactor.py 20 60           other numbers of actors

Every line is a process of its own: median seconds of 5 runs (plain loops: of 1), and the largest memory of the process.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable

import numpy as np
from meters.process import measured

RUNS, SEED, OBJECTIVES = 5, 20_261_125, 12
WAYS = {
    "start": "numpy and the matrices alone",
    "ours": "ours: the whole study",
    "second": "ours: second order only (mdii)",
    "cube": "second order as one numpy expression",
    "loops": "plain Python loops: the whole study",
}


def main(sizes: list[int]) -> None:
    print(f"{OBJECTIVES} objectives, seed {SEED}\n")
    print(
        f"| {'actors':>6} | {'way':<38} | {'seconds':>9} | {'by ours':>8} | {'peak MB':>8} |\n|{'-' * 8}|{'-' * 40}|{'-' * 11}|{'-' * 10}|{'-' * 10}|"
    )
    for n in sizes:
        taken: dict[str, float] = {}
        for way, words in WAYS.items():
            run = measured([sys.executable, __file__, "--one", way, str(n)])
            taken[way] = json.loads(run.out.splitlines()[-1])
            beside = {"cube": "second", "loops": "ours"}.get(way)
            ratio = f"{taken[way] / taken[beside]:.1f} x" if beside else ""
            print(f"| {n:>6} | {words:<38} | {taken[way]:>9.4f} | {ratio:>8} | {run.peak_mb:>8.0f} |", flush=True)


def one(way: str, n: int) -> None:
    """One way in this process; the median seconds are printed as JSON."""
    from shutaf.analysis.actors import mactor, mdii

    rng = np.random.default_rng(SEED)
    mdi, mao = rng.integers(0, 5, (n, n)).astype(float), rng.integers(-4, 5, (n, OBJECTIVES)).astype(float)
    np.fill_diagonal(mdi, 0)
    ways: dict[str, tuple[int, Callable[[], object]]] = {
        "start": (1, lambda: None),
        "ours": (RUNS, lambda: mactor(mdi, mao)),
        "second": (RUNS, lambda: mdii(mdi)),
        "cube": (RUNS, lambda: mdi + np.minimum(mdi[:, :, None], mdi[None, :, :]).sum(axis=1)),
        "loops": (1, lambda: by_loops(mdi.tolist(), mao.tolist())),
    }
    runs, work = ways[way]
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    print(json.dumps(statistics.median(seconds)))


def by_loops(mdi: list[list[float]], mao: list[list[float]]) -> tuple[object, ...]:
    """The formulas as they stand."""
    n = range(len(mdi))
    indirect = [[mdi[i][j] + sum(min(mdi[i][k], mdi[k][j]) for k in n) for j in n] for i in n]
    best = [[max(mdi[i][j], *(min(mdi[i][k], mdi[k][j]) for k in n)) for j in n] for i in n]
    acts, bears = [sum(row) - row[i] for i, row in enumerate(indirect)], [sum(indirect[j][i] for j in n if j != i) for i in n]
    raw = [(acts[i] - indirect[i][i]) / sum(acts) * acts[i] / (acts[i] + bears[i]) for i in n]
    force = [len(mdi) * r / sum(raw) for r in raw]
    orders = ([[(x > 0) - (x < 0) for x in row] for row in mao], mao, [[force[i] * x for x in row] for i, row in enumerate(mao)])
    pairs = [
        [[sum((abs(a) + abs(b)) / 2 for a, b in zip(order[i], order[j], strict=True) if sign * a * b > 0) for j in n] for i in n]
        for order in orders
        for sign in (1, -1)
    ]
    return best, force, pairs


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--one", way, n]:
            one(way, int(n))
        case sizes:
            main([int(size) for size in sizes] or [20, 100])
