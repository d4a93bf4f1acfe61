"""A drawn cover: 50 needs, many candidates who each offer one to four of them, two sector floors."""

from __future__ import annotations

import numpy as np

from shutaf.analysis.coalition import CoalitionProblem, SectorRule

NEEDS = 50
SEED = 1


def drawn(size: int, kind: str, seed: int = SEED) -> CoalitionProblem:
    """kind of costs: lognormal (a few are cheap, most are not, hardly two alike), whole (1 to 9: many ties)."""
    rng = np.random.default_rng(seed)
    offers = rng.integers(1, 5, size)
    body = np.repeat(np.arange(size), offers).astype(np.int32)
    cost = np.round(np.exp(rng.normal(0, 1, size)), 3) + 0.001 if kind == "lognormal" else rng.integers(1, 10, size).astype(np.float64)
    return CoalitionProblem(
        needs=tuple(f"need {s:02d}" for s in range(NEEDS)),
        names=tuple(f"body {i:06d}" for i in range(size)),
        needed=np.ones(NEEDS),
        need=rng.integers(0, NEEDS, len(body)).astype(np.int32),
        body=body,
        amount=np.ones(len(body)),
        cost=cost,
        trust=rng.uniform(1, 4, size),
        sector=tuple(rng.choice(["a", "b", "c"], size).tolist()),
        rules=(SectorRule("a", at_least=2), SectorRule("b", at_least=2)),
    )
