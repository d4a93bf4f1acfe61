"""When a body says that it works with another, does the other say so too?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from shutaf.analysis.network.symmetrise import reported_pairs
from shutaf.analysis.situation import Floats, Ints, Network


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Only pairs in which both answered: nobody can confirm without answering.

    reported_dyads: pairs of which at least one of the two reports a tie. confirmed_dyads: both do. rate_dyads_0_1: confirmed / reported.
    reports, confirmed_reports: single reports in such pairs, and those that the other end makes too. rate_reports_0_1: their ratio.
    reports_unanswerable: reports about bodies that did not answer; they are in none of the counts above.
    made, made_confirmed: (n,) int32, reports by the body, and those the other confirms. made_rate_0_1: (n,).
    received, received_confirmed: (n,) int32, reports about the body, and those the body confirms. received_rate_0_1: (n,).
    Every rate is NaN where there is nothing to confirm."""

    reported_dyads: int
    confirmed_dyads: int
    rate_dyads_0_1: float
    reports: int
    confirmed_reports: int
    rate_reports_0_1: float
    reports_unanswerable: int
    made: Ints
    made_confirmed: Ints
    made_rate_0_1: Floats
    received: Ints
    received_confirmed: Ints
    received_rate_0_1: Floats


def confirmation(network: Network) -> Confirmation:
    """How often two bodies that both answered agree on a tie, over all pairs and for each body.

    network: directed reports, `asked` as for `symmetrise`. Raises ValueError for an undirected network. O(m log m).
    Source: confirmed dyads / reported dyads, as surveys of networks report it; the rates of single bodies are ours.

    >>> found = confirmation(Network.of(3, [(0, 1), (1, 0), (1, 2)], asked=[True, True, True], is_directed=True))
    >>> found.rate_dyads_0_1, found.made_rate_0_1.tolist(), found.received_rate_0_1.tolist()
    (0.5, [1.0, 0.5, nan], [1.0, 1.0, 0.0])
    """
    pairs = reported_pairs(network)
    both_told = pairs.answered[pairs.one] & pairs.answered[pairs.other]
    one, other = pairs.one[both_told], pairs.other[both_told]
    one_says, other_says = pairs.of_one[both_told] > 0, pairs.of_other[both_told] > 0
    agreed = one_says & other_says
    count, confirmed = len(agreed), int(agreed.sum())
    reports = count + confirmed
    made = _count(network.n, one[one_says], other[other_says])
    received = _count(network.n, other[one_says], one[other_says])
    mutual = _count(network.n, one[agreed], other[agreed])
    return Confirmation(
        reported_dyads=count,
        confirmed_dyads=confirmed,
        rate_dyads_0_1=confirmed / count if count else float("nan"),
        reports=reports,
        confirmed_reports=2 * confirmed,
        rate_reports_0_1=2 * confirmed / reports if reports else float("nan"),
        reports_unanswerable=pairs.reports - reports,
        made=made,
        made_confirmed=mutual,
        made_rate_0_1=_rate(mutual, made),
        received=received,
        received_confirmed=mutual.copy(),
        received_rate_0_1=_rate(mutual, received),
    )


def _count(n: int, *ends: Ints) -> Ints:
    return np.bincount(np.concatenate(ends), minlength=n).astype(np.int32)


def _rate(confirmed: Ints, of: Ints) -> Floats:
    return np.where(of > 0, confirmed / np.maximum(of, 1), np.nan)
