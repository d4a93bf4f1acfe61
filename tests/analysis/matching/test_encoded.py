"""Do the arrays of a Situation say what its sheets say?"""

from __future__ import annotations

import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import numpy as np

from shutaf.analysis.matching import best_matches, encoded, members
from shutaf.analysis.situation import Amount, Situation, Tie, Word

sys.path.insert(0, str(Path(__file__).parent))
from test_fit import FOOD, MONEY, WATER, hours, town


def test_what_was_said_stands_in_the_arrays() -> None:
    table = encoded(town({"themes": (WATER, FOOD), "amount": hours(4), "until_date": "2026-03", "where": "North  Side"}))
    assert (table.kinds, table.themes, table.places) == (("space",), ("food", "water"), ("north side",))
    assert members(table.wants.themes, 0) == (0, 1)
    assert (table.wants.amount.tolist(), table.wants.unit.tolist()) == ([4.0], [0])
    assert np.isnan(table.wants.first_day[0])
    assert table.wants.last_day[0] == 739706  # 31 March 2026, counted from 0001-01-01
    assert members(table.wants.places, 0) == (0,)


def test_what_nobody_said_is_unknown() -> None:
    table = encoded(town({"kind": Word(""), "amount": None}))
    assert not table.wants.kinds.any()
    assert (table.wants.unit.tolist(), table.wants.no_themes.tolist(), table.wants.is_open.tolist()) == ([-1], [True], [True])


def test_own_words_and_units_have_numbers_of_their_own() -> None:
    van = Amount(Decimal(2), "Van")
    table = encoded(town({"kind": Word("Cargo bike"), "amount": van}, {"kind": MONEY, "amount": hours(2)}))
    assert table.kinds == ("money", "own:cargo bike")
    assert table.wants.unit[0] != table.gives.unit[0]


def test_rows_stand_in_the_order_of_refs_whatever_the_sheet() -> None:
    base = town().offers[0]
    table = encoded(town(offers=tuple(replace(base, ref=f"offer {i}") for i in (10, 2))))
    assert [offer.ref for offer in table.offers] == ["offer 2", "offer 10"]


def test_bodies_that_no_sheet_lists_come_after_those_that_are() -> None:
    table = encoded(town({"body": "nobody we list"}, ties=(Tie("firm", "city"),)))
    assert table.bodies == ("ngo", "firm", "city", "nobody we list")
    assert (table.wants.body.tolist(), table.gives.body.tolist()) == ([3], [1])
    assert list(zip(table.ties.source.tolist(), table.ties.target.tolist(), strict=True)) == [(1, 2)]


def test_amounts_beyond_all_reason_still_compare() -> None:
    huge = Amount(Decimal("1e400"), "hour", "time", Decimal(1))
    assert best_matches(
        encoded(town({"amount": huge}, {"amount": huge})).wants, encoded(town({}, {"amount": huge})).gives, 1
    ).offer.tolist() == [[0]]


def test_an_empty_situation_has_empty_arrays() -> None:
    table = encoded(Situation())
    assert (table.wants.n, table.gives.n, table.ties.n) == (0, 0, 0)
