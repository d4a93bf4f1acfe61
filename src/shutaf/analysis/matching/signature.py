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
_TIME_SPARE = np.uint64(1 << sum(_FIELDS[1]))
_SPARE = np.uint64(sum(1 << (first + bits) for first, bits in _FIELDS))


def signatures(needs: Resources, offers: Resources, rules: Rules) -> tuple[Masks, Masks]:
    """One word for each need and each offer, so that `may_fit` holds wherever no hard question has a known no.

    Returns (needs,) and (offers,) uint64. A question that is not hard, or not answered, fills its field with ones. O(rows x words of the sets).
    """
    first_day, slice_days = _span(needs, offers)
    found = []
    for side in (needs, offers):
        fields = (
            _told_or_ones(_folded(side.themes, THEME_BITS), THEME_BITS) if rules.is_hard("theme") else None,
            _slices(side, first_day, slice_days) if rules.is_hard("time") else None,
            _told_or_ones(_folded(side.places, PLACE_BITS), PLACE_BITS) if rules.is_hard("place") else None,
        )
        word = np.full(side.n, np.uint64(0))
        for (first, bits), field in zip(_FIELDS, fields, strict=True):
            word |= (np.uint64((1 << bits) - 1) if field is None else field) << np.uint64(first)
        found.append(word)
    return found[0], found[1]


def sure_signatures(needs: Resources, offers: Resources) -> tuple[Masks, Masks, Masks]:
    """Words with which `is_sure` holds wherever theme and time are both a yes, as far as the need says them.

    Returns (needs,) and (offers,) uint64, an open end or an unknown theme leaving its field empty; and (needs,) the spare bits that count.
    """
    first_day, slice_days = _span(needs, offers)
    words = []
    for side in (needs, offers):
        period = np.where(side.is_open, np.uint64(0), _slices(side, first_day, slice_days))
        words.append(_folded(side.themes, THEME_BITS) | period << np.uint64(_FIELDS[1][0]))
    spare = np.where(needs.no_themes, np.uint64(0), np.uint64(1 << THEME_BITS)) | np.where(needs.is_open, np.uint64(0), _TIME_SPARE)
    return words[0], words[1], spare.astype(np.uint64)


def is_folded(question: Question, needs: Resources, offers: Resources, rules: Rules) -> bool:
    """True where a hard set holds numbers too many for its field: what a signature lets through must be looked at again."""
    name, bits = {"theme": ("themes", THEME_BITS), "place": ("places", PLACE_BITS)}[question]
    sides = (getattr(needs, name), getattr(offers, name))
    return rules.is_hard(question) and any(masks.shape[1] > 1 or int(masks.max(initial=0)) >> bits > 0 for masks in sides)


def may_fit(need: np.uint64, offers: Masks) -> Bools:
    """(n,) bool: False only where a hard question has a known no. Four passes over the words."""
    return np.asarray((((offers & need) + _ALL) & _SPARE) == _SPARE)


def is_sure(needs: Masks, offers: Masks, spare: Masks) -> Bools:
    """(needs, offers) bool: both fields share a bit where the need fills them."""
    return np.asarray((((offers[None, :] & needs[:, None]) + _ALL) & spare[:, None]) == spare[:, None])


def _span(needs: Resources, offers: Resources) -> tuple[float, float]:
    """The first day that anybody names, and how many days a slice has."""
    days = np.concatenate([side for one in (needs, offers) for side in (one.first_day, one.last_day)])
    days = days[~np.isnan(days)]
    return (float(days.min()), max(float(days.max() - days.min()) / SLICES, 1e-9)) if len(days) else (0.0, 1.0)


def _told_or_ones(field: Masks, bits: int) -> Masks:
    return np.where(field == 0, np.uint64((1 << bits) - 1), field)


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
    first = np.where(~np.isnan(side.first_day), np.floor((side.first_day - earliest) / slice_days), 0)
    last = np.where(~np.isnan(side.last_day), np.floor((side.last_day - earliest) / slice_days), SLICES - 1)
    low, high = (np.clip(at, 0, SLICES - 1).astype(np.uint64) for at in (first, last))
    touched = (ones << low) & (ones >> (np.uint64(SLICES - 1) - high))
    return np.where(last < first, ones, touched & ones)
