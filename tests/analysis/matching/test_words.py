"""Same kind, comparable amounts."""

from decimal import Decimal

from shutaf.analysis.matching.words import amount_key, covered_share, natural, word_key
from shutaf.analysis.situation import Amount, Word

HOURS = Amount(Decimal(16), "hour", "time", Decimal(1))


def test_own_word_never_meets_a_listed_key() -> None:
    assert word_key(Word("space")) != word_key(Word("room", "space"))


def test_own_words_are_the_same_however_they_are_typed() -> None:
    assert word_key(Word("צה״ל  Bikes")) == word_key(Word("צהל bikes"))


def test_blank_word_has_no_key() -> None:
    assert word_key(Word("  ")) == ""


def test_days_and_hours_are_compared_in_their_dimension() -> None:
    assert covered_share(HOURS, Amount(Decimal(1), "day", "time", Decimal(8))) == 0.5


def test_money_of_two_currencies_is_never_compared() -> None:
    shekels, euros = (Amount(Decimal(100), code, f"money:{code}", Decimal(1)) for code in ("ILS", "EUR"))
    assert covered_share(shekels, euros) is None


def test_own_units_are_compared_with_the_same_word_only() -> None:
    assert amount_key(Amount(Decimal(2), "Wagons")) == amount_key(Amount(Decimal(3), "wagons ")) != amount_key(Amount(Decimal(3), "vans"))


def test_unknown_amount_is_neither_nothing_nor_enough() -> None:
    assert covered_share(HOURS, None) is None
    assert covered_share(None, HOURS) is None


def test_more_than_wanted_is_one() -> None:
    assert covered_share(HOURS, Amount(Decimal(99), "hour", "time", Decimal(1))) == 1.0


def test_numbers_in_refs_are_ordered_by_value() -> None:
    assert sorted(["offer 10", "offer 9", "alpha"], key=natural) == ["alpha", "offer 9", "offer 10"]
