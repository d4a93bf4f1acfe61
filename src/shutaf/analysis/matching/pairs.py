"""Which pairs may be chosen from, and whose they are?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from shutaf.analysis.matching.best import Best
from shutaf.analysis.matching.resources import Resources
from shutaf.analysis.situation import Floats, Ints


@dataclass(frozen=True)
class Pairs:
    """Fitting pairs: need, offer (p,) int32 rows; score (p,) float64 0 .. 1.

    taker: (needs,) int32, the body in need; giver: (offers,) int32, the body that offers; -1 where it is not known.
    Raises ValueError where a row is outside, a pair is listed twice, or a score is not a number 0 .. 1.
    """

    need: Ints
    offer: Ints
    score: Floats
    taker: Ints
    giver: Ints

    @classmethod
    def of(
        cls,
        need: npt.ArrayLike,
        offer: npt.ArrayLike,
        score: npt.ArrayLike,
        *,
        taker: npt.ArrayLike | None = None,
        giver: npt.ArrayLike | None = None,
    ) -> Pairs:
        """Pairs of anything array-like; bodies are unknown where left out.

        >>> Pairs.of([0, 0, 1], [0, 1, 1], [0.9, 0.8, 0.7]).taker.tolist()
        [-1, -1]
        """
        needs, offers = np.asarray(need, dtype=np.int32).ravel(), np.asarray(offer, dtype=np.int32).ravel()
        return cls(
            needs, offers, np.asarray(score, dtype=np.float64).ravel(),
            np.full(needs.max(initial=-1) + 1, -1, dtype=np.int32) if taker is None else np.asarray(taker, dtype=np.int32).ravel(),
            np.full(offers.max(initial=-1) + 1, -1, dtype=np.int32) if giver is None else np.asarray(giver, dtype=np.int32).ravel(),
        )  # fmt: skip

    def __post_init__(self) -> None:
        if not len(self.need) == len(self.offer) == len(self.score):
            raise ValueError("need, offer and score must have the same length")
        for rows, bodies, what in ((self.need, self.taker, "a need"), (self.offer, self.giver, "an offer")):
            if rows.min(initial=0) < 0 or rows.max(initial=-1) >= len(bodies):
                raise ValueError(f"a pair names {what} that is not there")
            if bodies.min(initial=-1) < -1:
                raise ValueError("a body is numbered from 0, or -1 where it is not known")
        if len(np.unique(self.need.astype(np.int64) * max(1, len(self.giver)) + self.offer)) < len(self.need):
            raise ValueError("a pair is listed twice")
        if not np.all((self.score >= 0) & (self.score <= 1)):
            raise ValueError("scores must lie between 0 and 1")

    @property
    def n_bodies(self) -> int:
        return 1 + int(max(self.taker.max(initial=-1), self.giver.max(initial=-1)))


def pairs_of(best: Best, needs: Resources, offers: Resources) -> Pairs:
    """The best offers of each need as pairs to choose from. O(needs x k).

    >>> from shutaf.analysis.matching.best import best_matches
    >>> needs, offers = Resources.of([1, 1], body=[0, 1]), Resources.of([1, 1], body=[0, 2])
    >>> pairs = pairs_of(best_matches(needs, offers, k=2), needs, offers)
    >>> list(zip(pairs.need.tolist(), pairs.offer.tolist()))
    [(0, 1), (1, 0), (1, 1)]
    """
    need, place = np.nonzero(best.offer >= 0)
    return Pairs(need.astype(np.int32), best.offer[need, place], best.score[need, place], needs.body, offers.body)
