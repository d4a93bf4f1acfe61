"""Does the coalition of an initiative come within three seconds with all that one asks about it? Drawn towns; the plain cover by HiGHS beside it.

dev/bench coalition_choices               2,000 bodies, 20,000 ties, 12 initiatives; then one that is too hard to prove in time
python bench/coalition_choices.py 500     another size
"""

from __future__ import annotations

import statistics
import sys
import time
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import numpy as np

from shutaf.analysis.coalition.asked import Asked
from shutaf.analysis.coalition.choices import choices
from shutaf.analysis.coalition.cover import carrying
from shutaf.analysis.coalition.problem import smallest_cover
from shutaf.analysis.situation import Amount, Initiative, Offer, Requirement, Situation, Word

GOAL_SECONDS, HARD_KINDS = 3.0, 14


def main(bodies: int) -> None:
    from inputs.town import drawn_town

    town = drawn_town(bodies, bodies * 10)
    print(f"{bodies} bodies, {len(town.ties)} ties, {len(town.offers)} offers; goal: under {GOAL_SECONDS:.0f} s\n")
    print("| initiative | members | proven | others | all questions s | one question s | ratio |\n|---|---|---|---|---|---|---|")
    for initiative in (*town.initiatives, None):
        situation = hard(town) if initiative is None else town
        print(row(situation, "hard" if initiative is None else initiative.ref), flush=True)


def row(situation: Situation, ref: str) -> str:
    """All that the page asks, and only the smallest set."""
    whole = [timed(lambda: choices(situation, ref)) for _ in range(3)]
    asked = timed(lambda: choices(situation, ref, Asked(without=(situation.bodies[0].ref,))))
    problem = carrying(situation, ref).table.problem
    single = timed(lambda: smallest_cover(problem, limit_seconds=1.0)) if len(problem.reach) else 0.0
    found = choices(situation, ref)
    seconds = max(*whole, asked)
    over = " over" if seconds > GOAL_SECONDS else ""
    ratio = f"{statistics.median(whole) / single:.0f}" if single else ""
    proof = "yes" if found.best.proven else f"no, at least {found.best.bound}"
    return f"| {ref} | {len(found.best.members)} | {proof} | {len(found.others)} | {seconds:.2f}{over} | {single:.2f} | {ratio} |"


def timed(work: object) -> float:
    start = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - start


def hard(town: Situation) -> Situation:
    """Many kinds at once, each in odd amounts that many small offers of many bodies share: nothing dominates anything."""
    rng = np.random.default_rng(1)
    kinds = [Word(f"kind {k}", "") for k in range(HARD_KINDS)]
    amounts = rng.integers(20, 41, (len(town.bodies), HARD_KINDS)) * (rng.random((len(town.bodies), HARD_KINDS)) < 0.3)
    offers = tuple(
        Offer(f"offer {i * HARD_KINDS + k}", body.ref, "x", kinds[k], amount=Amount(Decimal(int(amounts[i, k])), "kg", "mass", Decimal(1)))
        for i, body in enumerate(town.bodies)
        for k in np.flatnonzero(amounts[i])
    )
    requires = tuple(Requirement(kind, Amount(Decimal(997), "kg", "mass", Decimal(1))) for kind in kinds)
    return replace(town, offers=offers, initiatives=(Initiative("hard", "Hard", requires=requires),))


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
