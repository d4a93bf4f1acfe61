"""Is a round of introductions for a whole town the best one, explained and fair?"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from shutaf.analysis.matching import Limits, introductions, suggested
from shutaf.analysis.situation import Body, Need, Offer, Situation

sys.path.insert(0, str(Path(__file__).parent))
from test_fit import SPACE, keys, situations, town


def fair_town() -> Situation:
    """Everybody needs a room; the firm has three, the clubs one each."""
    clubs = ("a", "b", "c")
    return Situation(
        bodies=(Body("firm", "Firm"), *(Body(ref, ref) for ref in clubs)),
        needs=tuple(Need(f"need {i}", ref, "a room", SPACE) for i, ref in enumerate(clubs)),
        offers=(
            *(Offer(f"offer {i}", "firm", "a hall", SPACE, where="Old Station") for i in range(3)),
            *(Offer(f"offer {3 + i}", ref, "a room", SPACE) for i, ref in enumerate(clubs)),
        ),
    )


def test_a_pair_is_told_with_its_reasons() -> None:
    (fit,) = introductions(town()).fits
    assert (fit.need.ref, fit.offer.ref) == ("need 1", "offer 1")
    assert keys(fit.reasons) == {"same_kind"}


def test_who_needs_nothing_is_asked_once_where_others_can_give() -> None:
    found = introductions(fair_town())
    givers = sorted(fit.offer.body for fit in found.fits)
    assert len(found.fits) == 3
    assert givers.count("firm") <= 1
    assert found.one_sided == ()


def test_who_gives_beyond_what_it_gets_is_named() -> None:
    alone = replace(fair_town(), offers=fair_town().offers[:3])
    found = introductions(alone)
    assert [fit.offer.body for fit in found.fits] == ["firm"] * 3
    assert found.one_sided == (("firm", 2),)
    assert introductions(alone, Limits(gives_most=2)).unmet == (("need 2", ("giver_at_limit", "offers_taken")),)


def test_an_unmet_need_says_why() -> None:
    assert introductions(town({"kind": SPACE}, {"body": "ngo"})).unmet == (("need 1", ("nothing_fits",)),)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(situations)
def test_one_to_one_without_a_price_gains_what_linear_assignment_gains(situation: Situation) -> None:
    found = introductions(situation, Limits(price_0_1=0.0))
    assert sum(fit.score_0_1 for fit in found.fits) == pytest.approx(sum(fit.score_0_1 for fit in suggested(situation)), abs=1e-5)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(situations)
def test_the_order_of_the_sheets_changes_nothing(situation: Situation) -> None:
    turned = replace(situation, needs=situation.needs[::-1], offers=situation.offers[::-1])
    assert introductions(turned) == introductions(situation)
