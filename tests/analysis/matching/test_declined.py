"""Is a declined pair out everywhere, and does nothing else move?"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shutaf.analysis.matching import introductions, matches, suggested
from shutaf.analysis.matching.board import KEPT, all_of_need, board_of
from shutaf.analysis.matching.declining import REASONS, facts_mark
from shutaf.analysis.situation import Choosing, Need, Offer, Situation

sys.path.insert(0, str(Path(__file__).parent))
from test_fit import situations

MANY = 99


@st.composite
def with_declined(draw: st.DrawFn) -> Situation:
    situation = draw(situations)
    pairs = [(need.ref, offer.ref) for need in situation.needs for offer in situation.offers]
    declined = draw(st.lists(st.sampled_from(pairs), max_size=4)) if pairs else []
    return replace(situation, choosing=Choosing(declined=tuple(dict.fromkeys([*declined, ("gone", "gone")]))))


def told(situation: Situation) -> tuple[dict[tuple[str, str], float], set[tuple[str, str]]]:
    found = matches(situation, limit_per_need=MANY)
    return {(f.need.ref, f.offer.ref): f.score_0_1 for f in found.fits}, {(n.need.ref, n.offer.ref) for n in found.near}


@settings(max_examples=150)
@given(with_declined())
def test_only_the_declined_pairs_leave(situation: Situation) -> None:
    fits, near = told(replace(situation, choosing=Choosing()))
    out = set(situation.choosing.declined)
    assert told(situation) == ({pair: score for pair, score in fits.items() if pair not in out}, near - out)
    for fit in (*suggested(situation), *introductions(situation).fits):
        assert (fit.need.ref, fit.offer.ref) not in out
        assert fit.score_0_1 == fits[fit.need.ref, fit.offer.ref]


@settings(max_examples=150)
@given(with_declined())
def test_the_board_holds_what_the_matches_hold(situation: Situation) -> None:
    fits, near = told(situation)
    board = board_of(situation)
    for row, need in enumerate(board.table.needs):
        ordered = [fit.offer.ref for fit in matches(situation, limit_per_need=MANY).fits if fit.need.ref == need.ref]
        assert [offer.ref for offer in board.offers_of(board.fits, row)] == ordered[:KEPT]
        assert [offer.ref for offer in all_of_need(board, row)] == ordered
        assert int(board.fit_count[row]) == len(ordered)
        assert {offer.ref for offer in all_of_need(board, row, misses=1)} == {offer for of, offer in near if of == need.ref}
        assert int(board.near_count[row]) == sum(of == need.ref for of, _offer in near)
        assert board.standing(row) == ("fits" if ordered else "near" if board.near_count[row] else "open")
    assert sorted(board.order) == list(range(len(board.table.needs)))
    assert len(fits) == int(board.fit_count.sum())


@pytest.mark.parametrize("reason", REASONS)
def test_a_mark_is_of_this_pair_s_facts_and_this_reason(reason: str) -> None:
    need, offer = Need("n", "a", "Room", where="Old Town"), Offer("o", "b", "Hall", conditions="no food")
    mark = facts_mark(reason, need, offer)
    assert mark == facts_mark(reason, replace(need, where="old  town", said_by="x", as_of="2026", visible_to="public"), offer)
    assert len({facts_mark(other, need, offer) for other in REASONS}) == len(REASONS)
    assert (mark == facts_mark(reason, need, replace(offer, conditions=""))) == (reason not in ("conditions", "other"))


def test_what_one_side_says_is_not_mistaken_for_the_other() -> None:
    near, far = Need("n", "a", "Room", where="harbour"), Offer("o", "b", "Hall")
    assert facts_mark("place", near, far) != facts_mark("place", replace(near, where=""), replace(far, where="harbour"))


@settings(max_examples=100)
@given(with_declined(), st.data())
def test_what_was_accepted_is_suggested_first_and_no_score_moves(situation: Situation, data: st.DataObject) -> None:
    fits, _near = told(situation)
    chosen = data.draw(st.lists(st.sampled_from(sorted(fits)), max_size=1)) if fits else []
    found = suggested(replace(situation, choosing=replace(situation.choosing, accepted=tuple(chosen))))
    pairs = [(fit.need.ref, fit.offer.ref) for fit in found]
    assert pairs[: len(chosen)] == chosen
    assert len({need for need, _ in pairs}) == len({offer for _, offer in pairs}) == len(pairs)
    assert all(fit.score_0_1 == fits[pair] for fit, pair in zip(found, pairs, strict=True))


@settings(max_examples=50)
@given(situations)
def test_accepting_what_does_not_fit_makes_no_match(situation: Situation) -> None:
    fits, _near = told(situation)
    pairs = [(need.ref, offer.ref) for need in situation.needs for offer in situation.offers if (need.ref, offer.ref) not in fits]
    assert suggested(replace(situation, choosing=Choosing(accepted=tuple(pairs)))) == suggested(situation)
