"""Of a table of candidates and criteria: which comes first, why, how firmly, and what would change it?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from shutaf.analysis.criteria.additive import Normalisation
from shutaf.analysis.criteria.agreement import RankAgreement
from shutaf.analysis.criteria.asked import METHODS, Asked, Method
from shutaf.analysis.criteria.decision_table import DecisionTable
from shutaf.analysis.criteria.inputs import table as checked
from shutaf.analysis.criteria.order import Reversals, ranks
from shutaf.analysis.criteria.smaa import Smaa, holistic_acceptability
from shutaf.analysis.criteria.weight_intervals import WeightIntervals
from shutaf.analysis.criteria.weightings import random_weights, weights_near
from shutaf.analysis.situation import Bools, Floats, Ints

DRAWS = 10_000
DRAWS_WITH_UNKNOWN = 2_000
MOST_REVERSALS = 60
"""Ours: random weightings, fewer where values are unknown and every pair has weights of its own; up to how many candidates each is taken away once."""


@dataclass(frozen=True)
class Decision:
    """scores: (n,) by the method, more is better. ranks: (n,) those that reach the floors first, then unknown, then under one. order: places, best first.
    first: None where nobody reaches the floors. runner_up: the next that reaches them. lead: (c,) by how much the first leads it by each criterion,
    weighed; NaN for a floor and for methods that are no weighted sum. first_share, first_share_near: (n,) share of all weightings, and of those
    between half and double of ours, in which each is first of those that reach the floors; NaN for others. acceptability: only for smaa, of those that reach.
    draws: weightings of each kind. holds, tried: changes of one weight by a fifth. intervals: None for topsis. agreement: the methods that can be asked, over those that reach."""

    table: DecisionTable
    method: Method
    scores: Floats
    ranks: Ints
    order: tuple[int, ...]
    first: int | None
    runner_up: int | None
    lead: Floats
    first_share: Floats
    first_share_near: Floats
    acceptability: Smaa | None
    draws: int
    holds: int
    tried: int
    intervals: WeightIntervals | None
    agreement: RankAgreement | None
    reversals: Reversals | None


def decide(
    table: DecisionTable, method: Method = "promethee", *, normalisation: Normalisation | None = None, draws: int | None = None
) -> Decision:
    """Everything to say about a table by one method; what `shutaf analyse criteria` prints.

    normalisation: of the weighted sum, "max" where left out; smaa weighs additive values, "min-max" where left out, and PROMETHEE flows where values
    are unknown. Candidates under a floor, or whose floor value is unknown, are compared with but cannot come first. draws: 10,000 where left out, 2,000
    with unknown values. Ties: the earlier row.
    Raises ValueError where the table does not fit together, no criterion scores, or the method cannot do with unknown or negative values.
    O(draws n c + c n^2); with unknown values O(draws c n^2).

    >>> from shutaf.analysis.criteria.preference import PreferenceFunction
    >>> usual = (PreferenceFunction("usual"),) * 2
    >>> found = decide(DecisionTable(("A", "B"), ("x", "y"), np.array([[1.0, 2], [3, 1]]), np.ones(2), np.array([1.0, 3]), usual, np.full(2, np.nan)))
    >>> found.first, found.lead.tolist(), found.intervals.low.tolist()
    (0, [-0.5, 1.5], [0.0, 0.5])
    """
    checked(table.values, table.better)
    if not len(table.scoring):
        raise ValueError("every criterion is a floor, and a floor does not score")
    if method not in METHODS:
        raise ValueError(f"the method must be one of: {', '.join(METHODS)}")
    asked = Asked(table, method, normalisation)
    able = table.tier == 0
    draws = draws or (DRAWS if asked.complete else DRAWS_WITH_UNKNOWN)
    found = asked.acceptability(able, draws) if method == "smaa" and able.any() else None
    scores = _of_shares(found, able) if method == "smaa" else asked.scores(asked.weights[None])[0]
    places = _in_tiers(scores, table.tier)
    order = tuple(int(i) for i in np.argsort(places, kind="stable"))
    first = order[0] if able.any() else None
    runner_up = order[1] if able.sum() > 1 else None
    shares = [asked.first_share(able, drawn) for drawn in (random_weights(len(table.scoring), draws), weights_near(asked.weights, draws))]
    tried = asked.single_changes()
    winners = np.argmin(ranks(np.where(able, asked.scores(tried), np.nan)), axis=1)
    intervals = asked.intervals(able) if first is not None else None
    return Decision(
        table=table,
        method=method,
        scores=scores,
        ranks=places,
        order=order,
        first=first,
        runner_up=runner_up,
        lead=asked.lead(first, runner_up),
        first_share=shares[0],
        first_share_near=shares[1],
        acceptability=found,
        draws=draws,
        holds=int((winners == first).sum()) if first is not None else 0,
        tried=len(tried),
        intervals=None if intervals is None or intervals.first != first else intervals,
        agreement=asked.agreement(able) if able.any() else None,
        reversals=asked.reversals(able) if method != "smaa" and len(able) <= MOST_REVERSALS else None,
    )


def _in_tiers(scores: Floats, tier: Ints) -> Ints:
    """Places by score, each tier behind the one before."""
    found = np.zeros(len(scores), dtype=np.int32)
    for level in np.unique(tier):
        found[tier == level] = ranks(scores[tier == level]) + (tier < level).sum()
    return found


def _of_shares(found: Smaa | None, able: Bools) -> Floats:
    """By the share of first places; where that is equal, by all places together."""
    scores = np.full(len(able), np.nan)
    if found is not None:
        scores[able] = found.first_share + 1e-6 * holistic_acceptability(found.acceptability)
    return scores
