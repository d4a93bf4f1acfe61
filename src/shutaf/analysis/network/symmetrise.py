"""Two bodies were asked about each other: is there a tie when one says so, or when both do, and how often do they agree?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

import numpy as np
import numpy.typing as npt

from shutaf.analysis.situation import Bools, Floats, Ints, Network

Rule: TypeAlias = Literal["union", "intersection", "mean"]
RULES: Final = ("union", "intersection", "mean")
TIE, NO_TIE, NOT_ANSWERED = 1, 0, -1
"""The three values of a pair. "Not answered" is never "no tie"."""


@dataclass(frozen=True, slots=True)
class Symmetrised:
    """network: undirected, a tie where the rule gives one, weights by the rule; its `asked` is who counts as having answered.
    reports: directed reports that were used. pairs_both, pairs_one, pairs_none: pairs of bodies of which both, one or none answered.
    pairs_known: pairs that the rule can tell of; the rest is not answered. density: ties of pairs_known; NaN where none is known.
    is_answered_known: False where nobody was marked as having answered, and the reports were taken for everybody's answers."""

    network: Network
    rule: Rule
    is_reconstructed: bool
    reports: int
    pairs_both: int
    pairs_one: int
    pairs_none: int
    pairs_known: int
    density: float
    is_answered_known: bool


@dataclass(frozen=True, slots=True)
class ReportedPairs:
    """Pairs with a report: one < other, and how strongly each says so (0 = says no tie, or did not answer)."""

    one: Ints
    other: Ints
    of_one: Floats
    of_other: Floats
    answered: Bools
    reports: int


def symmetrise(network: Network, rule: Rule = "union", *, reconstruct: bool = False) -> Symmetrised:
    """Undirected ties out of reports in which each body spoke for itself.

    network: directed; a tie from i to j is "i says that it has a tie with j", weight how strong. asked: who answered; rows of the others are
    left out, for somebody else told them. Ours: where nobody is marked, the reports are taken for the complete answers of everybody, as in
    a published matrix.
    rule: "union" a tie where either says so, as strong as the stronger report: for facts that people forget; known where one of the two
    answered. "intersection" where both say so, as strong as the weaker: for claims such as trust or joint work; known where both answered.
    "mean" where either says so, half the sum of both reports (no tie counts 0): for ratings; known where both answered.
    reconstruct: True takes, where one of two did not answer, the other's report for both; then every rule knows what one of the two told.
    Pairs in which neither answered stay unknown. The raw reports stay what is stored: this is computed from them.
    Raises ValueError for an undirected network and an unknown rule. O(m log m).
    Source: Stork & Richards 1992; Huisman 2009. Strengths by rule: maximum, minimum, average as in UCINET's Symmetrize.

    >>> reports = Network.of(3, [(0, 1), (1, 0), (1, 2)], asked=[True, True, True], is_directed=True)
    >>> [symmetrise(reports, rule).network.m for rule in RULES], symmetrise(reports, "mean").network.weight.tolist()
    ([2, 1, 2], [1.0, 0.5])
    """
    if rule not in RULES:
        raise ValueError(f"rule must be one of {', '.join(RULES)}, not {rule!r}")
    pairs = reported_pairs(network)
    both_told = pairs.answered[pairs.one] & pairs.answered[pairs.other]
    strength = _strengths(pairs, both_told, rule, reconstruct)
    is_tie = strength > 0
    found = Network(network.n, pairs.one[is_tie], pairs.other[is_tie], strength[is_tie], pairs.answered)
    answered = int(pairs.answered.sum())
    silent = network.n - answered
    both, one, none = answered * (answered - 1) // 2, answered * silent, silent * (silent - 1) // 2
    known = both + (one if rule == "union" or reconstruct else 0)
    density = found.m / known if known else float("nan")
    return Symmetrised(found, rule, reconstruct, pairs.reports, both, one, none, known, density, bool(network.asked.any()))


def _strengths(pairs: ReportedPairs, both_told: Bools, rule: Rule, reconstruct: bool) -> Floats:
    """How strong the tie of each pair is; 0 where there is none, or where the rule cannot tell."""
    said = np.maximum(pairs.of_one, pairs.of_other)
    if rule == "union":
        return said
    of_both = np.minimum(pairs.of_one, pairs.of_other) if rule == "intersection" else (pairs.of_one + pairs.of_other) / 2
    return np.where(both_told, of_both, said if reconstruct else 0.0)


def pair_values(found: Symmetrised, pairs: npt.ArrayLike) -> npt.NDArray[np.int8]:
    """What is known of single pairs: 1 a tie, 0 no tie, -1 not answered (TIE, NO_TIE, NOT_ANSWERED).

    pairs: (k, 2) numbers of bodies, in either order. Returns (k,) int8. A pair of a body with itself is not answered.
    Raises ValueError for a body outside 0 .. n-1. O((m + k) log m).

    >>> reports = Network.of(3, [(0, 1)], asked=[True, False, False], is_directed=True)
    >>> pair_values(symmetrise(reports), [(0, 1), (2, 0), (1, 2)]).tolist()
    [1, 0, -1]
    """
    asked_of = np.sort(np.asarray(pairs, dtype=np.int64).reshape(-1, 2), axis=1)
    network = found.network
    if asked_of.size and (asked_of.min() < 0 or asked_of.max() >= network.n):
        raise ValueError("a pair names a body outside 0 .. n-1")
    one, other = asked_of.T
    told = network.asked[one].astype(np.int64) + network.asked[other]
    needed = 1 if found.rule == "union" or found.is_reconstructed else 2
    ties = network.source.astype(np.int64) * network.n + network.target
    value = np.where(np.isin(one * network.n + other, ties), TIE, NO_TIE)
    return np.where((told >= needed) & (one != other), value, NOT_ANSWERED).astype(np.int8)


def reported_pairs(network: Network) -> ReportedPairs:
    if not network.is_directed:
        raise ValueError("symmetrising needs directed reports: in an undirected network nobody knows any more who said what")
    answered = network.asked if network.asked.any() else np.ones(network.n, dtype=np.bool_)
    kept = answered[network.source]
    source, target, weight = (array[kept] for array in (network.source.astype(np.int64), network.target.astype(np.int64), network.weight))
    keys, place = np.unique(np.minimum(source, target) * network.n + np.maximum(source, target), return_inverse=True)
    is_of_one = source < target
    of_one, of_other = (np.bincount(place[side], weight[side], len(keys)).astype(np.float64) for side in (is_of_one, ~is_of_one))
    one, other = np.divmod(keys, max(network.n, 1))
    return ReportedPairs(one.astype(np.int32), other.astype(np.int32), of_one, of_other, answered, int(kept.sum()))
