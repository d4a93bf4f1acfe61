"""How does every need of one kind stand to every offer of that kind, all at once?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from scipy import sparse

from shutaf.analysis.matching.judgement import ENOUGH_SHARE_0_1, UNKNOWN_SCORE, WEIGHTS, theme_keys
from shutaf.analysis.matching.period import first_day, last_day
from shutaf.analysis.matching.words import amount_key, natural, word_key
from shutaf.analysis.situation import Bools, Floats, Need, Offer, Resource, Situation
from shutaf.analysis.text.fold import fold

BLOCK_CELLS = 1_000_000
"""Needs are taken in blocks of about so many pairs: 8 MB an array of float64, however many offers there are."""

OWN = 9
"""In place of a count of misses where need and offer are of the same body."""

R = TypeVar("R", bound=Resource)


@dataclass(frozen=True)
class Grid:
    """Needs (n) against offers (m) of one kind, both in the order of their refs.

    misses: (n, m) int8, what is known to keep the pair from fitting, 0 .. 3 (OWN for a body's own offer).
    score: (n, m) float64, 0 .. 1, rounded to 9 places so that equal answers give equal scores.
    """

    needs: tuple[Need, ...]
    offers: tuple[Offer, ...]
    misses: npt.NDArray[np.int8]
    score: Floats

    @cached_property
    def fits(self) -> Bools:
        return np.asarray(self.misses == 0)


def grids(situation: Situation, *, block_cells: int = BLOCK_CELLS) -> Iterator[Grid]:
    """One grid a kind of resource (several where a kind has many needs), kinds in the order of their keys.

    A need or offer whose kind nobody wrote is in no grid. The same answers as `judge`, pair by pair. O(needs x offers of a kind).
    """
    needs, offers = _by_kind(situation.needs), _by_kind(situation.offers)
    known = _ties(situation)
    for kind in sorted(needs.keys() & offers.keys()):
        rows = max(1, block_cells // len(offers[kind]))
        for start in range(0, len(needs[kind]), rows):
            yield _grid(situation, needs[kind][start : start + rows], offers[kind], known)


def _by_kind(resources: Iterable[R]) -> dict[str, tuple[R, ...]]:
    found: dict[str, list[R]] = defaultdict(list)
    for resource in sorted(resources, key=lambda r: natural(r.ref)):
        if kind := word_key(resource.kind):
            found[kind].append(resource)
    return {kind: tuple(rows) for kind, rows in found.items()}


def _grid(situation: Situation, needs: tuple[Need, ...], offers: tuple[Offer, ...], known: sparse.csr_array) -> Grid:
    theme_score, theme_miss = _themes(needs, offers)
    amount_score, amount_miss = _amounts(needs, offers)
    time_score, time_miss = _times(needs, offers)
    misses = theme_miss.astype(np.int8) + amount_miss + time_miss
    misses[_codes([n.body for n in needs], [o.body for o in offers])] = OWN
    places = _codes([fold(n.where) for n in needs], [fold(o.where) for o in offers])
    score = WEIGHTS["theme"] * theme_score + WEIGHTS["amount"] * amount_score + WEIGHTS["time"] * time_score
    score += WEIGHTS["place"] * np.where(places, 1.0, UNKNOWN_SCORE)
    score += WEIGHTS["tie"] * np.where(_tied(situation, needs, offers, known), 1.0, UNKNOWN_SCORE)
    return Grid(needs, offers, misses, np.round(score, 9))


def _codes(left: Sequence[str], right: Sequence[str]) -> Bools:
    """(n, m): True where both texts are the same and not blank."""
    code = {text: i for i, text in enumerate(sorted({*left, *right}))}
    a = np.array([code[text] for text in left])[:, None]
    b = np.array([code[text] for text in right])[None, :]
    return np.asarray((a == b) & np.array([bool(text) for text in left])[:, None])


def _themes(needs: Sequence[Need], offers: Sequence[Offer]) -> tuple[Floats, Bools]:
    wanted, given = [theme_keys(n) for n in needs], [theme_keys(o) for o in offers]
    column = {theme: i for i, theme in enumerate(sorted(frozenset().union(*wanted, *given)))}
    shared = (_incidence(wanted, column) @ _incidence(given, column).T).toarray() > 0
    both = np.array([bool(w) for w in wanted])[:, None] & np.array([bool(g) for g in given])[None, :]
    return np.where(both, shared, UNKNOWN_SCORE).astype(np.float64), both & ~shared


def _incidence(keys: Sequence[frozenset[str]], column: dict[str, int]) -> sparse.csr_array:
    rows = [i for i, found in enumerate(keys) for _ in found]
    columns = [column[key] for found in keys for key in sorted(found)]
    return sparse.csr_array((np.ones(len(rows), dtype=np.int32), (rows, columns)), shape=(len(keys), max(1, len(column))))


def _amounts(needs: Sequence[Need], offers: Sequence[Offer]) -> tuple[Floats, Bools]:
    comparable = _codes(
        [amount_key(n.amount) if n.amount else "" for n in needs], [amount_key(o.amount) if o.amount else "" for o in offers]
    )
    wanted = np.array([float(n.amount.base) if n.amount else 1.0 for n in needs])[:, None]
    given = np.array([float(o.amount.base) if o.amount else 0.0 for o in offers])[None, :]
    share = np.where(wanted > 0, np.clip(given / np.where(wanted > 0, wanted, 1.0), 0.0, 1.0), 1.0)
    return np.where(comparable, share, UNKNOWN_SCORE), comparable & (share < ENOUGH_SHARE_0_1)


def _times(needs: Sequence[Need], offers: Sequence[Offer]) -> tuple[Floats, Bools]:
    wanted_from, wanted_until = (np.array(days)[:, None] for days in _days(needs))
    given_from, given_until = (np.array(days)[None, :] for days in _days(offers))
    apart = (given_from > wanted_until) | (wanted_from > given_until)  # False wherever a date is NaN
    unknown = np.isnan(wanted_from) | np.isnan(wanted_until) | np.isnan(given_from) | np.isnan(given_until)
    return np.where(apart, 0.0, np.where(unknown, UNKNOWN_SCORE, 1.0)), apart


def _days(resources: Sequence[Resource]) -> tuple[list[float], list[float]]:
    return [first_day(r.from_date) for r in resources], [last_day(r.until_date) for r in resources]


def _ties(situation: Situation) -> sparse.csr_array:
    """(bodies, bodies) with a positive entry where a tie is known, both ways."""
    index = situation.index_by_ref
    pairs = [(index[tie.source_ref], index[tie.target_ref]) for tie in situation.known_ties]
    a, b = np.array(pairs, dtype=np.int32).reshape(-1, 2).T
    ones = np.ones(2 * len(pairs), dtype=np.int32)
    n = max(1, len(situation.bodies))
    return sparse.csr_array((ones, (np.concatenate((a, b)), np.concatenate((b, a)))), shape=(n, n))


def _tied(situation: Situation, needs: Sequence[Need], offers: Sequence[Offer], known: sparse.csr_array) -> Bools:
    index = situation.index_by_ref
    rows, columns = ([index.get(r.body, -1) for r in side] for side in (needs, offers))
    found = known[np.array(rows)][:, np.array(columns)].toarray() > 0
    found[np.array(rows) < 0] = False  # a body that no sheet lists has no known tie; -1 would read the last body's
    found[:, np.array(columns) < 0] = False
    return np.asarray(found)
