"""Which offers fit which needs, what almost fits, and what stays unmet or unused?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from shutaf.analysis.matching.grid import Grid, grids
from shutaf.analysis.matching.judgement import Reason, conditions_of, judge
from shutaf.analysis.matching.words import natural
from shutaf.analysis.situation import Bools, Need, Offer, Situation, Tie, Visibility

NARROWEST_FIRST: tuple[Visibility, ...] = ("editors", "partners", "public")


def narrower(*seen_by: Visibility) -> Visibility:
    """The narrowest circle among several: what may be said of all of them together."""
    return min(seen_by, key=NARROWEST_FIRST.index)


@dataclass(frozen=True, slots=True)
class Fit:
    """An offer that meets a need, and why.

    score_0_1 orders fits inside the program and is never shown. reasons: what speaks for it; unknowns: what nobody said yet;
    conditions: (ref of the need or offer, text as written), never judged.
    """

    need: Need
    offer: Offer
    score_0_1: float
    reasons: tuple[Reason, ...]
    conditions: tuple[tuple[str, str], ...]
    unknowns: tuple[Reason, ...]

    @property
    def visible_to(self) -> Visibility:
        return narrower(self.need.visible_to, self.offer.visible_to)


@dataclass(frozen=True, slots=True)
class NearMiss:
    """An offer that would meet a need if one thing were different: `miss` says which, and by how much."""

    need: Need
    offer: Offer
    miss: Reason
    reasons: tuple[Reason, ...]
    unknowns: tuple[Reason, ...]

    @property
    def visible_to(self) -> Visibility:
        return narrower(self.need.visible_to, self.offer.visible_to)


@dataclass(frozen=True, slots=True)
class Matches:
    """fits, near: best first, at most the asked number a need. unmet, unused: refs of needs and offers that fit nothing, in the sheet's order."""

    fits: tuple[Fit, ...]
    near: tuple[NearMiss, ...]
    unmet: tuple[str, ...]
    unused: tuple[str, ...]


def matches(situation: Situation, *, limit_per_need: int = 5) -> Matches:
    """Every need beside the offers that meet it, with reasons.

    An offer fits when it is of the same kind (an own word: the same folded word), comes from another body, and nothing known speaks
    against it: themes given on both sides share one, a comparable amount covers at least half, known periods overlap.
    What is unknown is neither a reason nor an obstacle; it is listed. One obstacle makes a near miss, two make nothing.
    Order: score, then need ref, then offer ref (numbers inside refs by value); near misses: most reasons, fewest unknowns, refs. Raises ValueError when limit_per_need is below 1.
    O(needs x offers of one kind), in numpy, in blocks. Ours: the rules and the score (see `judge`); no published method.
    """
    if limit_per_need < 1:
        raise ValueError("limit_per_need must be at least 1")
    fits: list[Fit] = []
    near: list[NearMiss] = []
    met: set[str] = set()
    used: set[str] = set()
    ties = ties_by_pair(situation)
    for grid in grids(situation):
        met.update(grid.needs[i].ref for i in np.flatnonzero(grid.fits.any(axis=1)))
        used.update(grid.offers[j].ref for j in np.flatnonzero(grid.fits.any(axis=0)))
        fits += [fit_of(need, offer, ties) for need, offer in _best(grid, grid.fits, limit_per_need)]
        near += [_near_miss(need, offer, ties) for need, offer in _best(grid, grid.misses == 1, limit_per_need)]
    near.sort(key=lambda miss: (-len(miss.reasons), len(miss.unknowns), natural(miss.need.ref), natural(miss.offer.ref)))
    fits.sort(key=lambda fit: (-fit.score_0_1, natural(fit.need.ref), natural(fit.offer.ref)))
    return Matches(
        fits=tuple(fits),
        near=tuple(near),
        unmet=tuple(need.ref for need in situation.needs if need.ref not in met),
        unused=tuple(offer.ref for offer in situation.offers if offer.ref not in used),
    )


def ties_by_pair(situation: Situation) -> Mapping[frozenset[str], tuple[Tie, ...]]:
    """The known ties of each pair of bodies."""
    found: dict[frozenset[str], list[Tie]] = defaultdict(list)
    for tie in situation.known_ties:
        found[tie.pair].append(tie)
    return {pair: tuple(ties) for pair, ties in found.items()}


def fit_of(need: Need, offer: Offer, ties: Mapping[frozenset[str], tuple[Tie, ...]]) -> Fit:
    """A pair already known to fit, with its reasons."""
    judged = judge(need, offer, ties.get(frozenset((need.body, offer.body)), ()))
    return Fit(need, offer, judged.score_0_1, judged.reasons, tuple(conditions_of(need, offer)), judged.unknowns)


def _near_miss(need: Need, offer: Offer, ties: Mapping[frozenset[str], tuple[Tie, ...]]) -> NearMiss:
    judged = judge(need, offer, ties.get(frozenset((need.body, offer.body)), ()))
    return NearMiss(need, offer, judged.misses[0], judged.reasons, judged.unknowns)


def _best(grid: Grid, wanted: Bools, limit: int) -> Iterator[tuple[Need, Offer]]:
    """The best `limit` pairs of each need among the wanted ones; equal scores in the order of the offers' refs."""
    score = np.where(wanted, grid.score, -1.0)
    order = np.argsort(-score, axis=1, kind="stable")[:, :limit]
    for i, row in enumerate(order):
        for j in row[score[i, row] >= 0]:
            yield grid.needs[i], grid.offers[j]
