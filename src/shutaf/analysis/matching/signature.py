"""Which of a million offers cannot be met by a need, told from 64 bits each?

A signature holds three fields: themes, time, places. Each ends in a spare bit. Two rows may fit only if they share a bit in every field; adding
all ones to a field carries into its spare bit just when the field is not empty, so one AND, one addition and one comparison test all three.
Sets are folded and periods are cut into slices, so a signature may let through what does not fit; it never keeps out what does.
Source: superimposed coding, Mooers 1951, Zator technical bulletin 55; the fields and their widths are ours.
"""

from __future__ import annotations

import numpy as np

from shutaf.analysis.matching.resources import WORD_BITS, Masks, Resources
from shutaf.analysis.matching.rules import Question, Rules
from shutaf.analysis.situation import Bools

THEME_BITS, SLICES, PLACE_BITS = 20, 20, 20
_FIELDS = ((0, THEME_BITS), (THEME_BITS + 1, SLICES), (THEME_BITS + SLICES + 2, PLACE_BITS))
"""(first bit, bits) of themes, time, places; 63 bits with the spare ones."""

_ALL = np.uint64(sum(((1 << bits) - 1) << first for first, bits in _FIELDS))
_SPARE = np.uint64(sum(1 << (first + bits) for first, bits in _FIELDS))


def signatures(needs: Resources, offers: Resources, rules: Rules) -> tuple[Masks, Masks]:
    """One word for each need and each offer, so that `may_fit` holds wherever no hard question has a known no.

    Returns (needs,) and (offers,) uint64. A question that is not hard, or not answered, fills its field with ones. O(rows x words of the sets).
    """
    days = np.concatenate([side for one in (needs, offers) for side in (one.first_day, one.last_day)])
    days = days[np.isfinite(days)]
    earliest, latest = (float(days.min()), float(days.max())) if len(days) else (0.0, 1.0)
    slice_days = max((latest - earliest) / SLICES, 1e-9)
    found = [np.full(one.n, np.uint64(0)) for one in (needs, offers)]
    for word, side in zip(found, (needs, offers), strict=True):
        fields = (
            _folded(side.themes, THEME_BITS) if rules.is_hard("theme") else None,
            _slices(side, earliest, slice_days) if rules.is_hard("time") else None,
            _folded(side.places, PLACE_BITS) if rules.is_hard("place") else None,
        )
        for (first, bits), field in zip(_FIELDS, fields, strict=True):
            ones = np.uint64((1 << bits) - 1)
            word |= (ones if field is None else np.where(field == 0, ones, field)) << np.uint64(first)
    return found[0], found[1]


def is_folded(question: Question, needs: Resources, offers: Resources, rules: Rules) -> bool:
    """True where a hard set holds numbers too many for its field: what a signature lets through must be looked at again."""
    name, bits = {"theme": ("themes", THEME_BITS), "place": ("places", PLACE_BITS)}[question]
    sides = (getattr(needs, name), getattr(offers, name))
    return rules.is_hard(question) and any(masks.shape[1] > 1 or int(masks.max(initial=0)) >> bits > 0 for masks in sides)


def may_fit(need: np.uint64, offers: Masks) -> Bools:
    """(n,) bool: False only where a hard question has a known no. Four passes over the words."""
    return np.asarray((((offers & need) + _ALL) & _SPARE) == _SPARE)


def _folded(masks: Masks, bits: int) -> Masks:
    """A set with its numbers counted modulo the field's bits: a common number stays common."""
    folded, ones = np.zeros(len(masks), dtype=np.uint64), np.uint64((1 << bits) - 1)
    for column in range(masks.shape[1]):
        for first in range(0, WORD_BITS, bits):
            folded |= masks[:, column] >> np.uint64(first) & ones
    return folded


def _slices(side: Resources, earliest: float, slice_days: float) -> Masks:
    """The slices of all known time that a period touches; an open end reaches to the edge; an end before its start touches all."""
    ones = np.uint64((1 << SLICES) - 1)
    first = np.where(np.isfinite(side.first_day), np.floor((side.first_day - earliest) / slice_days), 0)
    last = np.where(np.isfinite(side.last_day), np.floor((side.last_day - earliest) / slice_days), SLICES - 1)
    low, high = (np.clip(at, 0, SLICES - 1).astype(np.uint64) for at in (first, last))
    touched = (ones << low) & (ones >> (np.uint64(SLICES - 1) - high))
    return np.where(last < first, ones, touched & ones)
