"""Which few of very many offers fit each need best?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from shutaf.analysis.matching.answers import answers, apart, covered, is_own, other_place, other_theme, scores
from shutaf.analysis.matching.resources import WORD_BITS, Masks, Resources
from shutaf.analysis.matching.rules import DEFAULT_RULES, QUESTIONS, Question, Rules
from shutaf.analysis.matching.signature import is_folded, may_fit, signatures
from shutaf.analysis.situation import Bools, Floats, Ints, Network

Rows: TypeAlias = npt.NDArray[np.intp]
IsNo: TypeAlias = Callable[[Resources, int, Resources, Rows], Bools]


@dataclass(frozen=True)
class Best:
    """The best offers of each need, best first. offer: (n, k) int32, -1 where there are fewer; score: (n, k) float64, NaN there.

    fitting: (n,) int64, how many offers fit in all.
    """

    offer: Ints
    score: Floats
    fitting: npt.NDArray[np.int64]


def best_matches(
    needs: Resources, offers: Resources, k: int = 5, *, rules: Rules = DEFAULT_RULES, ties: Network | None = None, misses: int = 0
) -> Best:
    """The k offers that fit each need best, among any number of offers, without a table of all pairs.

    ties: known ties between the bodies that `body` numbers. misses: 0 asks for what fits; 1 for what would fit but for one hard question.
    Order: score, then the offer's number. The same answers as `explained`, pair by pair.
    Raises ValueError where k is below 1, misses is outside 0 .. 5, or a body is outside the network.
    O(offers + needs x offers of a kind), in one word an offer until it may fit; memory O(offers x their kinds + needs x k).
    Ours: the rules; no published method.

    >>> needs = Resources.of([0b01, 0b10], themes=[0b1, 0b1])
    >>> offers = Resources.of([0b01, 0b01, 0b11], themes=[0b10, 0b0, 0b1])
    >>> best_matches(needs, offers, k=2).offer.tolist()
    [[2, 1], [2, -1]]
    """
    if k < 1 or not 0 <= misses <= len(QUESTIONS):
        raise ValueError(f"k must be at least 1, misses between 0 and {len(QUESTIONS)}")
    wanted, given = signatures(needs, offers, rules)
    sets: tuple[tuple[Question, IsNo], ...] = (("theme", other_theme), ("place", other_place))
    folded = [is_no for question, is_no in sets if is_folded(question, needs, offers, rules)]
    shelves, beside = _Shelves(offers, given), _Neighbours(ties, needs, offers)
    found = Best(np.full((needs.n, k), -1, np.int32), np.full((needs.n, k), np.nan), np.zeros(needs.n, np.int64))
    for i in range(needs.n):
        shelf = shelves.of(needs.kinds[i])
        rows, share = (
            _fitting(needs, i, shelf, wanted[i], folded, rules) if misses == 0 else _missing(needs, i, shelf.offers, misses, rules)
        )
        score = scores(needs, i, shelf.offers, rows, share, rules, beside.tied(needs.body[i], shelf.offers.body[rows]))
        best = _top(score, k)
        found.offer[i, : len(best)], found.score[i, : len(best)] = shelf.rows[rows[best]], score[best]
        found.fitting[i] = len(rows)
    return found


def _fitting(
    needs: Resources,
    i: int,
    shelf: _Shelf,
    wanted: np.uint64,
    folded: Sequence[IsNo],
    rules: Rules,
) -> tuple[Rows, Floats]:
    """Rows of the shelf without a known no, and the covered shares there: few passes over all, the rest over what is left."""
    offers, every = shelf.offers, slice(None)
    left = may_fit(wanted, shelf.words)
    if rules.is_hard("time"):
        left &= ~apart(needs, i, offers, every)
    rows = np.flatnonzero(left & ~is_own(needs, i, offers, every))
    for is_no in folded:
        rows = rows[~is_no(needs, i, offers, rows)]
    share = covered(needs, i, offers, rows)
    if rules.is_hard("amount"):
        enough = ~(share < rules.enough_share_0_1)
        rows, share = rows[enough], share[enough]
    return rows, share


def _missing(needs: Resources, i: int, offers: Resources, misses: int, rules: Rules) -> tuple[Rows, Floats]:
    """Rows of the shelf with exactly so many misses."""
    rows = np.flatnonzero(answers(needs, i, offers, slice(None), rules)[0] == misses)
    return rows, covered(needs, i, offers, rows)


def _top(score: Floats, k: int) -> Rows:
    """Where the k best are, best first, equal scores in their order."""
    among = np.flatnonzero(score >= np.partition(score, len(score) - k)[len(score) - k]) if len(score) > k else np.arange(len(score))
    return among[np.argsort(-score[among], kind="stable")][:k]


@dataclass(frozen=True)
class _Shelf:
    """The offers of one kind, side by side in memory: their numbers, in order, and the word of each."""

    rows: Rows
    offers: Resources
    words: Masks


class _Shelves:
    """Every kind's shelf; an offer of several kinds lies on each of theirs."""

    def __init__(self, offers: Resources, words: Masks) -> None:
        self._offers, self._words = offers, words
        self._shelf: dict[int, _Shelf] = {}
        for column in range(offers.kinds.shape[1]):
            used = int(np.bitwise_or.reduce(offers.kinds[:, column], initial=0))
            for bit in range(WORD_BITS):
                if used >> bit & 1:
                    self._shelf[column * WORD_BITS + bit] = self._laid(np.flatnonzero(offers.kinds[:, column] & np.uint64(1 << bit)))

    def of(self, kinds: Masks) -> _Shelf:
        """The shelf of a kind; of several kinds their offers, each once."""
        asked = [WORD_BITS * at + bit for at, word in enumerate(kinds.tolist()) for bit in range(WORD_BITS) if word >> bit & 1]
        shelves = [self._shelf[kind] for kind in asked if kind in self._shelf]
        if len(shelves) == 1:
            return shelves[0]
        return self._laid(np.unique(np.concatenate([shelf.rows for shelf in shelves])) if shelves else np.zeros(0, dtype=np.intp))

    def _laid(self, rows: Rows) -> _Shelf:
        return _Shelf(rows, self._offers.take(rows), self._words[rows])


class _Neighbours:
    """Which offers come from a body that has a known tie with the body in need?"""

    def __init__(self, ties: Network | None, needs: Resources, offers: Resources) -> None:
        self._mark: Bools | None = None
        if ties is not None:
            if max(needs.body.max(initial=-1), offers.body.max(initial=-1)) >= ties.n:
                raise ValueError("a need or an offer is of a body outside the network")
            one, other = np.concatenate((ties.source, ties.target)), np.concatenate((ties.target, ties.source))
            self._other = other[np.argsort(one, kind="stable")]
            self._start = np.concatenate(([0], np.cumsum(np.bincount(one, minlength=ties.n))))
            self._mark = np.zeros(ties.n + 1, dtype=np.bool_)  # the last stands for -1, a body nobody knows

    def tied(self, body: np.int32, others: Ints) -> Bools | None:
        if self._mark is None or body < 0:
            return None
        near = self._other[self._start[body] : self._start[body + 1]]
        self._mark[near] = True
        found = self._mark[others]
        self._mark[near] = False
        return np.asarray(found)
