"""The needs and offers of a Situation as arrays: which number stands for which word?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from shutaf.analysis.matching.judgement import theme_keys
from shutaf.analysis.matching.period import first_day, last_day
from shutaf.analysis.matching.resources import Masks, Resources, bit_masks
from shutaf.analysis.matching.words import amount_key, natural, word_key
from shutaf.analysis.situation import Need, Network, Offer, Resource, Situation
from shutaf.analysis.text.fold import fold

_FAR = 1e300
"""Ours: amounts are cut here, far beyond anything real, because two infinities cannot be compared."""


@dataclass(frozen=True)
class Encoded:
    """Row i of `wants` is needs[i], row j of `gives` is offers[j], both in the order of their refs (numbers inside them by value).

    kinds, themes, places: what the numbers in the sets stand for; a place is its folded text, an own word its folded text marked "own:".
    bodies: refs of those that bodies are numbered by, those of the Situation first; ties: the known ties between them.
    """

    needs: tuple[Need, ...]
    offers: tuple[Offer, ...]
    wants: Resources
    gives: Resources
    kinds: tuple[str, ...]
    themes: tuple[str, ...]
    places: tuple[str, ...]
    bodies: tuple[str, ...]
    ties: Network


def encoded(situation: Situation) -> Encoded:
    """The arrays that `best_matches` and `assigned` take. Need, offer and body keep their order whatever the order of the sheets.

    An amount that was given without a number is unknown; a date that is none is open. O(needs + offers + ties, times the words of each).
    """
    needs = tuple(sorted(situation.needs, key=lambda need: natural(need.ref)))
    offers = tuple(sorted(situation.offers, key=lambda offer: natural(offer.ref)))
    every = (*needs, *offers)
    kinds, themes = _numbered(map(word_key, (one.kind for one in every))), _numbered(key for one in every for key in theme_keys(one))
    places, units = _numbered(fold(one.where) for one in every), _numbered(amount_key(one.amount) for one in every if one.amount)
    bodies = {ref: i for i, ref in enumerate(dict.fromkeys((*situation.index_by_ref, *sorted({one.body for one in every}))))}
    wants, gives = (_resources(side, kinds, themes, places, units, bodies) for side in (needs, offers))
    pairs = [(bodies[tie.source_ref], bodies[tie.target_ref]) for tie in situation.known_ties]
    return Encoded(needs, offers, wants, gives, tuple(kinds), tuple(themes), tuple(places), tuple(bodies), Network.of(len(bodies), pairs))


def _numbered(keys: Iterable[str]) -> dict[str, int]:
    return {key: i for i, key in enumerate(sorted({*keys} - {""}))}


def _resources(
    side: Sequence[Resource],
    kinds: dict[str, int],
    themes: dict[str, int],
    places: dict[str, int],
    units: dict[str, int],
    bodies: dict[str, int],
) -> Resources:
    amounts = [one.amount for one in side]
    return Resources.of(
        _sets([{word_key(one.kind)} for one in side], kinds),
        themes=_sets([theme_keys(one) for one in side], themes),
        amount=np.clip([float(amount.base) if amount else np.nan for amount in amounts], -_FAR, _FAR),
        unit=[units[amount_key(amount)] if amount else -1 for amount in amounts],
        first_day=[first_day(one.from_date) for one in side],
        last_day=[last_day(one.until_date) for one in side],
        places=_sets([{fold(one.where)} for one in side], places),
        body=[bodies[one.body] for one in side],
    )


def _sets(keys: Sequence[Iterable[str]], number: dict[str, int]) -> Masks:
    pairs = [(row, number[key]) for row, found in enumerate(keys) for key in found if key]
    return bit_masks(len(keys), [row for row, _ in pairs], [value for _, value in pairs])
