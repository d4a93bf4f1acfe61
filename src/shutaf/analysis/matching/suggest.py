"""If every need may be met once and every offer used once, which pairs make the best set?"""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import groupby

import numpy as np
from scipy.optimize import linear_sum_assignment

from shutaf.analysis.matching.fit import Fit, fit_of, ties_by_pair
from shutaf.analysis.matching.grid import Grid, grids
from shutaf.analysis.matching.words import natural, word_key
from shutaf.analysis.situation import Need, Offer, Situation

ACCEPTED_GAIN = 1e6
"""More than all scores of a kind together, so that nothing outweighs what people accepted."""


def suggested(situation: Situation) -> tuple[Fit, ...]:
    """First matches to propose: each need and each offer at most once, so nobody is promised the same hour twice.

    What was accepted and still fits comes first and takes its need and its offer; then the best set of what is left.
    Ours: the set with the highest sum of internal scores (linear assignment, kind by kind), best first, then by refs.
    O(n^3) in the needs or offers of one kind, whichever are fewer; memory needs x offers of one kind.
    """
    ties, accepted = ties_by_pair(situation), frozenset(situation.choosing.accepted)
    pairs = (pair for _, kind in groupby(grids(situation), key=_kind) for pair in _assigned(list(kind), accepted))
    fits = [fit_of(need, offer, ties) for need, offer in pairs]
    return tuple(sorted(fits, key=lambda fit: (_refs(fit) not in accepted, -fit.score_0_1, natural(fit.need.ref), natural(fit.offer.ref))))


def _refs(fit: Fit) -> tuple[str, str]:
    return fit.need.ref, fit.offer.ref


def _kind(grid: Grid) -> str:
    return word_key(grid.needs[0].kind)


def _assigned(blocks: list[Grid], accepted: Set[tuple[str, str]]) -> Iterator[tuple[Need, Offer]]:
    needs = [need for block in blocks for need in block.needs]
    offers = blocks[0].offers
    gain = np.vstack([np.where(block.fits, block.score, 0.0) for block in blocks])
    rows, columns = ({one.ref: at for at, one in enumerate(side)} for side in (needs, offers))
    for need, offer in accepted:
        if need in rows and offer in columns and gain[rows[need], columns[offer]] > 0:
            gain[rows[need], columns[offer]] += ACCEPTED_GAIN
    for i, j in zip(*linear_sum_assignment(gain, maximize=True), strict=True):
        if gain[i, j] > 0:
            yield needs[i], offers[j]
