"""How do many pairs of a need and an offer answer the five questions, all at once?"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from shutaf.analysis.matching.resources import Masks, Resources
from shutaf.analysis.matching.rules import DEFAULT_RULES, Rules
from shutaf.analysis.situation import Bools, Floats

Rows: TypeAlias = int | slice | npt.NDArray[np.integer]
Misses: TypeAlias = npt.NDArray[np.int8]

OWN = 9
"""In place of a count of misses where need and offer are of the same body."""

SCORE_PLACES = 9
"""Scores are rounded to so many places, so that equal answers give equal scores whatever order they were added in."""


def answers(
    needs: Resources, i: Rows, offers: Resources, j: Rows, rules: Rules = DEFAULT_RULES, is_tied: Bools | None = None
) -> tuple[Misses, Floats]:
    """Misses and scores of the pairs (needs[i], offers[j]); the kind is not looked at.

    i, j: rows, whole numbers or arrays that broadcast together, such as `i[:, None]` and `j`. is_tied: bool of the pairs' shape, True where a
    tie between the two bodies is known; nowhere where left out.
    Returns (misses int8, score float64 0 .. 1), both of the pairs' shape: how many hard questions have a known no, OWN for a body's own
    offer; and the weighted sum of the answers (1 yes, covered share, `unknown_0_1`, 0 no), rounded to 9 places. O(pairs x words of the sets).

    >>> needs, offers = Resources.of([1], themes=[0b01], amount=[10]), Resources.of([1, 1], themes=[0b10, 0b11], amount=[10, 6])
    >>> [found.tolist() for found in answers(needs, 0, offers, np.arange(2))]
    [[1, 0], [0.575, 0.665]]
    """
    own = is_own(needs, i, offers, j)
    share = covered(needs, i, offers, j)
    misses = np.zeros(own.shape, dtype=np.int8)
    if rules.is_hard("theme"):
        misses += other_theme(needs, i, offers, j)
    if rules.is_hard("amount"):
        misses += share < rules.enough_share_0_1
    if rules.is_hard("time"):
        misses += apart(needs, i, offers, j)
    if rules.is_hard("place"):
        misses += other_place(needs, i, offers, j)
    return np.where(own, np.int8(OWN), misses), scores(needs, i, offers, j, share, rules, is_tied)


def scores(needs: Resources, i: Rows, offers: Resources, j: Rows, share: Floats, rules: Rules, is_tied: Bools | None) -> Floats:
    """The scores alone, as `answers` gives them. share: what `covered` gives for these pairs."""
    score = rules.weight("theme") * _set_score(
        nothing_common(needs.themes, i, offers.themes, j), needs.no_themes[i] | offers.no_themes[j], rules.no_0_1("theme"), rules
    )
    score = score + rules.weight("amount") * _amount_score(share, rules)
    score += rules.weight("time") * _time_score(needs, i, offers, j, rules)
    score += rules.weight("place") * _set_score(
        nothing_common(needs.places, i, offers.places, j), needs.no_places[i] | offers.no_places[j], rules.no_0_1("place"), rules
    )
    score += rules.weight("tie") * (rules.unknown_0_1 if is_tied is None else np.where(is_tied, 1.0, rules.unknown_0_1))
    return np.asarray(np.round(score, SCORE_PLACES))


def is_own(needs: Resources, i: Rows, offers: Resources, j: Rows) -> Bools:
    """True where both are of one known body."""
    return np.asarray((needs.body[i] == offers.body[j]) & (needs.body[i] >= 0))


def covered(needs: Resources, i: Rows, offers: Resources, j: Rows) -> Floats:
    """The share of the wanted amount that is covered, 0 .. 1, NaN where unknown.

    Nothing wanted (0 or less) is covered whole; a negative gift covers nothing.
    """
    wanted, given = needs.amount[i], offers.amount[j]
    with np.errstate(divide="ignore", invalid="ignore"):
        share = np.minimum(np.maximum(given / wanted, 0.0), 1.0)
    share = np.where((wanted <= 0) & (given == given), 1.0, share)
    return np.where((needs.unit[i] == offers.unit[j]) & (needs.unit[i] >= 0), share, np.nan)


def apart(needs: Resources, i: Rows, offers: Resources, j: Rows) -> Bools:
    """A gap between the periods is known, also where the far ends are open: a comparison with NaN is False."""
    return np.asarray((offers.first_day[j] > needs.last_day[i]) | (needs.first_day[i] > offers.last_day[j]))


def nothing_common(a: Masks, i: Rows, b: Masks, j: Rows) -> Bools:
    """No number is in both sets."""
    apart = (a[i, 0] & b[j, 0]) == 0
    for word in range(1, min(a.shape[1], b.shape[1])):
        apart = apart & ((a[i, word] & b[j, word]) == 0)
    return np.asarray(apart)


def other_theme(needs: Resources, i: Rows, offers: Resources, j: Rows) -> Bools:
    """The themes of both are known, and none is common."""
    return nothing_common(needs.themes, i, offers.themes, j) & ~(needs.no_themes[i] | offers.no_themes[j])


def other_place(needs: Resources, i: Rows, offers: Resources, j: Rows) -> Bools:
    """The places of both are known, and none is common."""
    return nothing_common(needs.places, i, offers.places, j) & ~(needs.no_places[i] | offers.no_places[j])


def _set_score(nothing: Bools, unknown: Bools, no_0_1: float, rules: Rules) -> Floats:
    otherwise = rules.unknown_0_1 if no_0_1 == rules.unknown_0_1 else np.where(unknown, rules.unknown_0_1, no_0_1)
    return np.where(nothing, otherwise, 1.0)


def _amount_score(share: Floats, rules: Rules) -> Floats:
    if not rules.is_hard("amount"):
        share = np.where(share < rules.enough_share_0_1, rules.no_0_1("amount"), share)
    return np.where(np.isnan(share), rules.unknown_0_1, share)


def _time_score(needs: Resources, i: Rows, offers: Resources, j: Rows, rules: Rules) -> Floats:
    known = np.where(needs.is_open[i] | offers.is_open[j], rules.unknown_0_1, 1.0)
    return np.where(apart(needs, i, offers, j), rules.no_0_1("time"), known)
