"""Does leaving columns out by reduced cost prove a coalition in about the time of its relaxation? Beside HiGHS as it is, in the same run.

python bench/coalition.py                 50 needs, 1,000, 10,000 and 100,000 candidates, medians of 5
python bench/coalition.py 10000 --runs 1  one size, quickly
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from pathlib import Path

SECONDS = 30.0
KINDS = ("lognormal", "whole")
WAYS = ("relaxation", "ours", "plain")


def main(sizes: list[int], runs: int) -> None:
    print("| candidates | costs | relaxation s | ours s | ratio | ours | plain HiGHS s | plain | ours MB | plain MB |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for size in sizes:
        for kind in KINDS:
            print(row(size, kind, runs), flush=True)


def row(size: int, kind: str, runs: int) -> str:
    from meters.process import measured

    found: dict[str, list[dict[str, object]]] = {way: [] for way in WAYS}
    peaks = dict.fromkeys(WAYS, 0.0)
    for _ in range(runs):
        for way in WAYS:
            run = measured([sys.executable, __file__, "--one", way, str(size), kind])
            found[way].append(json.loads(run.out.splitlines()[-1]))
            peaks[way] = max(peaks[way], run.peak_mb)
    seconds = {way: statistics.median(float(str(one["seconds"])) for one in found[way]) for way in WAYS}
    ratio = statistics.median(
        float(str(ours["seconds"])) / float(str(relaxed["seconds"]))
        for ours, relaxed in zip(found["ours"], found["relaxation"], strict=True)
    )
    said = {way: found[way][0]["said"] for way in WAYS}
    times = f"{seconds['relaxation']:.2f} | {seconds['ours']:.2f} | {ratio:.1f} | {said['ours']} | {seconds['plain']:.2f} | {said['plain']}"
    return f"| {size} | {kind} | {times} | {peaks['ours']:.0f} | {peaks['plain']:.0f} |"


def one(way: str, size: int, kind: str) -> None:
    """One question in a process of its own; processor seconds, so that a busy machine does not decide."""
    from inputs.coalition import drawn

    from shutaf.analysis.coalition.building import model_of
    from shutaf.analysis.coalition.highs import best, relaxed
    from shutaf.analysis.coalition.narrowing import minimise

    model = model_of(drawn(size, kind))
    aim, deadline = model.aims[0], time.monotonic() + SECONDS
    start = time.process_time()
    if way == "relaxation":
        relaxed(model, aim, deadline)
        said = ""
    else:
        answer = minimise(model, aim, deadline).answer if way == "ours" else best(model, aim, deadline)
        said = f"{answer.status}, {answer.value:.3f}" + ("" if answer.status == "proven" else f", bound {answer.bound:.3f}")
    print(json.dumps({"seconds": time.process_time() - start, "said": said}))


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2], int(sys.argv[3]), sys.argv[4])
    else:
        parser = argparse.ArgumentParser()
        parser.add_argument("sizes", nargs="*", type=int, default=[1000, 10_000, 100_000])
        parser.add_argument("--runs", type=int, default=5)
        given = parser.parse_args()
        main(given.sizes, given.runs)
