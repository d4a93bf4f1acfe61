"""For which weights would each candidate come first, second, ..., last?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
import numpy.typing as npt

from shutaf.analysis.criteria.flows import net_flows
from shutaf.analysis.criteria.inputs import scaled_rows
from shutaf.analysis.criteria.order import ranks
from shutaf.analysis.situation import Floats, Ints

MetaWeights: TypeAlias = Literal["centroid", "linear", "inverse"]
BLOCK_ROWS = 2_000
"""Weightings are ranked in blocks of so many, so that memory does not grow with the draws."""


@dataclass(frozen=True)
class Smaa:
    """SMAA-2 of n candidates and c criteria over the weightings that were drawn.

    acceptability: (n, n) share of the weightings in which candidate i takes place r + 1; each row sums to 1 (equals share the better place, so a
    column may not). first_share: (n,) its first column. central_weights: (n, c) the mean weighting of those in which i is first, NaN where it
    never is. confidence: (n,) the share of the drawn tables of values in which i is first at its central weights; 1 or 0 where values are
    certain, NaN where it never is first. draws: how many weightings. standard_error_at_most: of any share, by the number of draws alone.
    """

    acceptability: Floats
    central_weights: Floats
    confidence: Floats
    draws: int

    @property
    def first_share(self) -> Floats:
        return self.acceptability[:, 0] if self.acceptability.size else np.zeros(0)

    @property
    def standard_error_at_most(self) -> float:
        return 0.5 / float(np.sqrt(self.draws))


def smaa(scores: npt.ArrayLike, weights: npt.ArrayLike) -> Smaa:
    """How the places of all candidates share the space of weights (SMAA-2), for whatever is a weighted sum of scores.

    scores: (n, c) each criterion's own score, more is better: `additive_values` for additive value, `criterion_flows` for PROMETHEE flows; or
    (w, n, c), one drawn table of uncertain values for each weighting (`uncertain_scores`). No NaN.
    weights: (w, c) the weightings, of `random_weights` (all equally likely: say so wherever you show a share), `weights_near` or
    `weights_in_order`. A weighting counts as drawn, so its share is right to about 0.5 / sqrt(w).
    Raises ValueError on NaN, wrong weights, or tables that do not fit. O(w n (c + log n)); with drawn tables also O(w n^2 c).
    Source: Lahdelma & Salminen 2001, Operations Research 49:444-454 (rank acceptability, central weights, confidence factor).

    >>> found = smaa([[1.0, 0.0], [0.0, 1.0]], [[0.75, 0.25], [0.5, 0.5], [0.25, 0.75], [0.4, 0.6]])
    >>> found.acceptability.tolist(), found.central_weights[0].tolist()
    ([[0.5, 0.5], [0.75, 0.25]], [0.625, 0.375])
    """
    array = np.asarray(scores, dtype=np.float64)
    if array.ndim not in (2, 3) or not np.isfinite(array).all():
        raise ValueError("SMAA needs every score: a table (n, c), or one for each weighting (w, n, c)")
    share = scaled_rows(weights, array.shape[-1])
    if array.ndim == 3 and len(array) != len(share):
        raise ValueError("there must be one drawn table for each weighting")

    def scored() -> Iterator[tuple[Floats, Floats]]:
        for start in range(0, len(share), BLOCK_ROWS):
            block = share[start : start + BLOCK_ROWS]
            yield block, block @ array.T if array.ndim == 2 else np.einsum("wnc,wc->wn", array[start : start + BLOCK_ROWS], block)

    acceptability, central = _counted(scored(), array.shape[-2], share)
    return Smaa(acceptability, central, _confidence(array if array.ndim == 3 else array[None], central), len(share))


def smaa_promethee(preference: Floats, weights: npt.ArrayLike) -> Smaa:
    """The same over PROMETHEE II net flows where values may be unknown: flows by `net_flows`, each pair on the criteria known for both.

    preference: (c, n, n), NaN = unknown, see `preferences`. weights: (w, c). A candidate compared with nobody stands last.
    Where every value is known this is `smaa(criterion_flows(preference), weights)`. O(w c n^2) where not.
    Source: Lahdelma & Salminen 2001; Corrente, Figueira & Greco 2014, EJOR 239:514-522 (SMAA over PROMETHEE).

    >>> smaa_promethee(np.array([[[0.0, 1.0], [0.0, 0.0]]]), [[1.0]]).first_share.tolist()
    [1.0, 0.0]
    """
    share = scaled_rows(weights, len(preference))
    blocks = (share[start : start + BLOCK_ROWS] for start in range(0, len(share), BLOCK_ROWS))
    acceptability, central = _counted(((block, net_flows(preference, block)) for block in blocks), preference.shape[1], share)
    confidence = np.full(len(central), np.nan)
    for i in np.flatnonzero(~np.isnan(central).any(axis=1)):
        confidence[i] = ranks(net_flows(preference, central[i : i + 1]))[0, i] == 1
    return Smaa(acceptability, central, confidence, len(share))


def uncertain_scores(low: npt.ArrayLike, high: npt.ArrayLike, draws: int, *, seed: int) -> Floats:
    """Tables of values that are known only between two bounds: (draws, n, c) float64, each value equally likely anywhere between its bounds.

    low, high: (n, c), low <= high, in the scale that SMAA weighs: stack both, take `additive_values` once, and part them again.
    Raises ValueError where they do not fit. O(draws n c) memory. Source: Lahdelma & Salminen 2001 (uniform criteria values).

    >>> uncertain_scores([[0.0, 1.0]], [[0.0, 1.0]], 2, seed=1).tolist()
    [[[0.0, 1.0]], [[0.0, 1.0]]]
    """
    least, most = np.asarray(low, dtype=np.float64), np.asarray(high, dtype=np.float64)
    if least.shape != most.shape or least.ndim != 2 or not np.isfinite(most - least).all() or not np.all(least <= most):
        raise ValueError("low and high must be two tables of one shape, low never above high")
    return np.asarray(least + np.random.default_rng(seed).random((draws, *least.shape)) * (most - least))


def holistic_acceptability(acceptability: npt.ArrayLike, meta_weights: MetaWeights | npt.ArrayLike = "centroid") -> Floats:
    """One figure a candidate from the shares of all its places: (n,) float64, 0 .. 1; the first place counts most.

    acceptability: (n, n) of `Smaa`. meta_weights: what a place counts, 1 for the first: "centroid" (sum of 1/i from the place to n, over the same
    from 1), "linear" ((n - r) / (n - 1)), "inverse" (1 / r), or (n,) falling numbers of your own. Source: Lahdelma & Salminen 2001.

    >>> holistic_acceptability([[1.0, 0.0], [0.0, 1.0]], "linear").tolist()
    [1.0, 0.0]
    """
    array = np.asarray(acceptability, dtype=np.float64)
    if array.ndim != 2:
        raise ValueError("acceptability must be a table: one row a candidate, one column a place")
    place = np.arange(1, array.shape[1] + 1)
    if isinstance(meta_weights, str):
        kinds = {
            "centroid": np.cumsum((1 / place)[::-1])[::-1] / (1 / place).sum(),
            "linear": (len(place) - place) / max(len(place) - 1, 1) if len(place) > 1 else np.ones(1),
            "inverse": 1 / place,
        }
        if meta_weights not in kinds:
            raise ValueError(f"meta weights must be one of {', '.join(kinds)}, or numbers")
        return np.asarray(array @ kinds[meta_weights])
    return np.asarray(array @ np.asarray(meta_weights, dtype=np.float64))


def _counted(scored: Iterator[tuple[Floats, Floats]], n: int, share: Floats) -> tuple[Floats, Floats]:
    """Shares of the places, and the mean weighting of the firsts, block by block."""
    counts, sums = np.zeros((n, n)), np.zeros((n, share.shape[1]))
    at = np.arange(n) * n
    for weights, scores in scored:
        places: Ints = ranks(scores)
        counts += np.bincount((at + places - 1).ravel(), minlength=n * n).reshape(n, n)
        sums += (places == 1).astype(np.float64).T @ weights
    firsts = counts[:, :1] if n else np.zeros((0, 1))
    return counts / len(share), np.where(firsts > 0, sums / np.maximum(firsts, 1), np.nan)


def _confidence(tables: Floats, central: Floats) -> Floats:
    """In how many of the tables each candidate leads, or shares the lead, at its own central weights."""
    found = np.full(len(central), np.nan)
    for i in np.flatnonzero(~np.isnan(central).any(axis=1)):
        found[i] = np.mean(ranks(tables @ central[i])[:, i] == 1)
    return found
