"""Whom to bring together in one round, so that many needs are met and nobody only gives?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from shutaf.analysis.matching.apart import apart_of, best_open
from shutaf.analysis.matching.assignment import Limits, Why, assigned
from shutaf.analysis.matching.encoded import encoded
from shutaf.analysis.matching.fit import Fit, fit_of, ties_by_pair
from shutaf.analysis.matching.pairs import pairs_of
from shutaf.analysis.matching.words import natural
from shutaf.analysis.situation import Situation

FROM_BEST = 20
"""Ours: each need is offered its best 20 to choose from; what stands below would hardly be chosen."""


@dataclass(frozen=True, slots=True)
class Introductions:
    """fits: whom to bring together, with reasons, best first, then by refs. unmet: (ref of a need, what stood in the way), in the order of refs.

    one_sided: (ref of a body, gifts beyond what it gets and may give free), most first.
    """

    fits: tuple[Fit, ...]
    unmet: tuple[tuple[str, tuple[Why, ...]], ...]
    one_sided: tuple[tuple[str, int], ...]


def introductions(situation: Situation, limits: Limits | None = None, *, from_best: int = FROM_BEST) -> Introductions:
    """The best round of introductions within the limits (`assigned`), each pair with its reasons.

    limits: arrays in it follow the order of refs (`encoded`). from_best: how many of its best offers a need may choose from.
    The order of the sheets changes nothing. Raises ValueError on wrong limits or from_best below 1.
    Source: see `assigned`. Ours: the price of one-sided giving.

    >>> introductions(Situation())
    Introductions(fits=(), unmet=(), one_sided=())
    """
    table = encoded(situation)
    pairs = pairs_of(best_open(table, apart_of(table, situation), from_best), table.wants, table.gives)
    found, ties = assigned(pairs, limits), ties_by_pair(situation)
    fits = [fit_of(table.needs[pairs.need[at]], table.offers[pairs.offer[at]], ties) for at in np.flatnonzero(found.chosen)]
    one_sided = [(table.bodies[body], int(found.beyond[body])) for body in np.flatnonzero(found.beyond)]
    return Introductions(
        tuple(sorted(fits, key=lambda fit: (-fit.score_0_1, natural(fit.need.ref), natural(fit.offer.ref)))),
        tuple((table.needs[need].ref, why) for need, why in found.unmet),
        tuple(sorted(one_sided, key=lambda one: (-one[1], natural(one[0])))),
    )
