"""Are the best offers of a need already among those that answer yes to its theme and time?"""

from __future__ import annotations

import numpy as np

from shutaf.analysis.matching.answers import answers, covered
from shutaf.analysis.matching.beside import Beside
from shutaf.analysis.matching.resources import Masks, Resources
from shutaf.analysis.matching.rules import Rules
from shutaf.analysis.matching.shelves import Rows, Shelf
from shutaf.analysis.matching.signature import is_sure
from shutaf.analysis.situation import Floats, Ints

BLOCK_CELLS = 1 << 16
"""So many words are looked at together: 512 KB, which stay in a core's own memory."""

_HAIR = 1e-8
"""Scores are rounded to a ninth place: what is above a bound must be so by more than that."""


def sure_best(
    needs: Resources, same: Rows, shelf: Shelf, words: tuple[Masks, Masks], rules: Rules, beside: Beside, offer: Ints, score: Floats
) -> Rows:
    """Fill in the k best of those needs that find k offers better than any can be that does not answer yes; return the other needs.

    same: needs of the kinds of this shelf. words: of all needs, and their spare bits. offer, score: (needs, k), filled in place.
    """
    sure, spare = words
    most, without = _most(needs, rules, beside.is_known)
    asking = same[spare[same] != 0]
    rows = max(1, BLOCK_CELLS // max(1, len(shelf.rows)))
    for start in range(0, len(asking), rows):
        block = asking[start : start + rows]
        at, j = np.divmod(np.flatnonzero(is_sure(sure[block], shelf.sure, spare[block])), max(1, len(shelf.rows)))
        i = block[at]
        share = covered(needs, i, shelf.offers, j)
        lost = rules.weight("amount") * (1.0 - np.where(np.isnan(share), rules.unknown_0_1, share))
        may = most[i] - lost > without[i] + _HAIR
        i, j = i[may], j[may]
        misses, found = answers(needs, i, shelf.offers, j, rules, beside.tied(needs.body[i], shelf.offers.body[j]))
        above = (misses == 0) & (found > without[i] + _HAIR)
        _fill(i[above], shelf.rows[j[above]], found[above], offer, score)
    left: Rows = same[np.isnan(score[same, -1])]
    return left


def _fill(i: Rows, rows: Rows, found: Floats, offer: Ints, score: Floats) -> None:
    """Put the k best of every need that has k into its line."""
    k = offer.shape[1]
    order = np.lexsort((rows, -found, i))
    need, first, count = np.unique(i[order], return_index=True, return_counts=True)
    enough = count >= k
    places = order[first[enough][:, None] + np.arange(k)]
    offer[need[enough]], score[need[enough]] = rows[places], found[places]


def _most(needs: Resources, rules: Rules, has_ties: bool) -> tuple[Floats, Floats]:
    """(needs,) what an offer may score if it covers the amount; and what one may that fails to say yes to a theme or a period named."""
    no = rules.unknown_0_1
    rest = rules.weight("place") * np.where(needs.no_places, no, 1.0) + rules.weight("tie") * (1.0 if has_ties else no)
    theme = rules.weight("theme") * np.where(needs.no_themes, no, 1.0)
    time = rules.weight("time") * np.where(needs.is_open, no, 1.0)
    amount = rules.weight("amount") * np.where(np.isnan(needs.amount) | (needs.unit < 0), no, 1.0)
    no_theme = np.where(needs.no_themes, -np.inf, time + rules.weight("theme") * no)
    no_time = np.where(needs.is_open, -np.inf, theme + rules.weight("time") * no)
    return rest + theme + time + rules.weight("amount"), rest + amount + np.maximum(no_theme, no_time)
