"""Which few of very many offers fit each need best?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from shutaf.analysis.matching.answers import answers, apart, covered, is_own, other_place, other_theme, scores
from shutaf.analysis.matching.beside import Beside
from shutaf.analysis.matching.resources import Resources
from shutaf.analysis.matching.rules import DEFAULT_RULES, QUESTIONS, Question, Rules
from shutaf.analysis.matching.shelves import Rows, Shelf, Shelves
from shutaf.analysis.matching.signature import is_folded, may_fit, signatures, sure_signatures
from shutaf.analysis.matching.sure import sure_best
from shutaf.analysis.situation import Bools, Floats, Ints, Network

IsNo: TypeAlias = Callable[[Resources, int, Resources, Rows], Bools]


@dataclass(frozen=True)
class Best:
    """The best offers of each need, best first. offer: (n, k) int32, -1 where there are fewer; score: (n, k) float64, NaN there."""

    offer: Ints
    score: Floats


def best_matches(
    needs: Resources, offers: Resources, k: int = 5, *, rules: Rules = DEFAULT_RULES, ties: Network | None = None, misses: int = 0
) -> Best:
    """The k offers that fit each need best, among any number of offers, without a table of all pairs.

    ties: known ties between the bodies that `body` numbers. misses: 0 asks for what fits; 1 for what would fit but for one hard question.
    Order: score, then the offer's number. The same answers as `explained`, pair by pair.
    Raises ValueError where k is below 1, misses is outside 0 .. 5, or a body is outside the network.
    O(offers + needs x offers of a kind), in one word an offer until it may be among the best; memory O(offers x their kinds + needs x k).
    Ours: the rules; no published method.

    >>> needs = Resources.of([0b01, 0b10], themes=[0b1, 0b1])
    >>> offers = Resources.of([0b01, 0b01, 0b11], themes=[0b10, 0b0, 0b1])
    >>> best_matches(needs, offers, k=2).offer.tolist()
    [[2, 1], [2, -1]]
    """
    if k < 1 or not 0 <= misses <= len(QUESTIONS):
        raise ValueError(f"k must be at least 1, misses between 0 and {len(QUESTIONS)}")
    found = Best(np.full((needs.n, k), -1, np.int32), np.full((needs.n, k), np.nan))
    may, sure, beside = signatures(needs, offers, rules), sure_signatures(needs, offers), Beside(ties, needs, offers)
    shelves, sieve = Shelves(offers, may[1], sure[1]), _sieve(needs, offers, rules)
    for same in _by_kinds(needs):
        shelf = shelves.of(needs.kinds[same[0]])
        left = same
        if misses == 0:
            left = sure_best(needs, same, shelf, (sure[0], sure[2]), rules, beside, found.offer, found.score)
        for i in left.tolist():
            rows = _fitting(needs, i, shelf, may[0][i], sieve, rules) if misses == 0 else _missing(needs, i, shelf.offers, misses, rules)
            tied = beside.tied(needs.body[i], shelf.offers.body[rows])
            score = scores(needs, i, shelf.offers, rows, covered(needs, i, shelf.offers, rows), rules, tied)
            best = _top(score, k)
            found.offer[i, : len(best)], found.score[i, : len(best)] = shelf.rows[rows[best]], score[best]
    return found


def count_matches(needs: Resources, offers: Resources, *, rules: Rules = DEFAULT_RULES, misses: int = 0) -> npt.NDArray[np.int64]:
    """How many offers fit each need; with misses=1, how many would but for one hard question.

    Returns (needs,) int64. Raises ValueError where misses is outside 0 .. 5. O(offers + needs x offers of a kind).

    >>> count_matches(Resources.of([0b01, 0b11]), Resources.of([0b01, 0b10, 0b10])).tolist()
    [1, 3]
    """
    if not 0 <= misses <= len(QUESTIONS):
        raise ValueError(f"misses must lie between 0 and {len(QUESTIONS)}")
    found = np.zeros(needs.n, dtype=np.int64)
    wanted, given = signatures(needs, offers, rules)
    shelves, sieve = Shelves(offers, given, given), _sieve(needs, offers, rules)
    for same in _by_kinds(needs):
        shelf = shelves.of(needs.kinds[same[0]])
        for i in same.tolist():
            found[i] = len(
                _fitting(needs, i, shelf, wanted[i], sieve, rules) if misses == 0 else _missing(needs, i, shelf.offers, misses, rules)
            )
    return found


def _by_kinds(needs: Resources) -> Iterator[Rows]:
    """The rows of needs of the same kinds, in their order."""
    if needs.n:
        _, which = np.unique(needs.kinds, axis=0, return_inverse=True)
        order = np.argsort(which.ravel(), kind="stable")
        yield from np.split(order, np.flatnonzero(np.diff(which.ravel()[order])) + 1)


def _sieve(needs: Resources, offers: Resources, rules: Rules) -> list[IsNo]:
    """What a signature may let through by mistake and must be looked at again."""
    sets: tuple[tuple[Question, IsNo], ...] = (("theme", other_theme), ("place", other_place))
    return [is_no for question, is_no in sets if is_folded(question, needs, offers, rules)]


def _fitting(needs: Resources, i: int, shelf: Shelf, wanted: np.uint64, sieve: list[IsNo], rules: Rules) -> Rows:
    """Rows of the shelf without a known no: few passes over all, the rest over what is left."""
    offers, every = shelf.offers, slice(None)
    left = may_fit(wanted, shelf.may)
    if rules.is_hard("time"):
        left &= ~apart(needs, i, offers, every)
    rows = np.flatnonzero(left & ~is_own(needs, i, offers, every))
    for is_no in sieve:
        rows = rows[~is_no(needs, i, offers, rows)]
    if rules.is_hard("amount"):
        rows = rows[~(covered(needs, i, offers, rows) < rules.enough_share_0_1)]
    return rows


def _missing(needs: Resources, i: int, offers: Resources, misses: int, rules: Rules) -> Rows:
    """Rows of the shelf with exactly so many misses."""
    return np.flatnonzero(answers(needs, i, offers, slice(None), rules)[0] == misses)


def _top(score: Floats, k: int) -> Rows:
    """Where the k best are, best first, equal scores in their order."""
    among = np.flatnonzero(score >= np.partition(score, len(score) - k)[len(score) - k]) if len(score) > k else np.arange(len(score))
    return among[np.argsort(-score[among], kind="stable")][:k]
