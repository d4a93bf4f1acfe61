"""Is each line of a table's sheet understood as it was meant, or told with what to mend?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutaf.bodies.codes import code_of
from shutaf.imports.kit_lines import MOST_LETTERS, MOST_LINES, NeedOrOffer, NewBody, Rating, Tick, kit_lines

REFS = {"23U": "bakery", "32A": "choir", "7H": "parks"}


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        ("23U 7 4", Rating(1, "bakery", 7, 4)),
        ("23u: 7,5 4", Rating(1, "bakery", 7.5, 4)),
        ("23 U - 4", Rating(1, "bakery", None, 4)),
        ("7H 23U 2", Tick(1, "parks", "bakery", "works")),
        ("7h-32a: 0", Tick(1, "parks", "choir", "none")),
        ("23U צורך: אולם בערב", NeedOrOffer(1, "bakery", "need", "אולם בערב")),
        ("23U Angebot: Mehl: 20 kg", NeedOrOffer(1, "bakery", "offer", "Mehl: 20 kg")),
        ("32A عرض: قاعة", NeedOrOffer(1, "choir", "offer", "قاعة")),
        ("המגזר העסקי: =1+1", NewBody(1, "business", "=1+1")),
        ("Verein: Café <b>Feige</b>", NewBody(1, "civil_society", "Café <b>Feige</b>")),
        ("Amt: Wasser", NewBody(1, "department", "Wasser")),
    ],
)
def test_a_line_is_understood(line: str, fact: object) -> None:
    read = kit_lines(line, REFS)
    assert (read.facts, read.wrong) == ((fact,), ())


@pytest.mark.parametrize(
    ("line", "trouble", "fact", "likely"),
    [
        ("99K 7 4", "no_code", "99K", ""), ("23A 7 4", "wrong_code", "23A", "23U"), ("23U 11 4", "range", "11", ""), ("23U - -", "nothing", "", ""),
        ("23U 32A 3", "level", "3", ""), ("23U 23U 1", "same", "", ""), ("23U need:", "nothing", "", ""), ("business:", "no_name", "", ""),
        ("the bakery is nice", "not_read", "", ""), ("23U 0 4", "range", "0", ""), ("x" * (MOST_LETTERS + 1), "too_long", str(MOST_LETTERS), ""),
    ],
)  # fmt: skip
def test_a_line_that_is_not_says_what_to_mend(line: str, trouble: str, fact: str, likely: str) -> None:
    (wrong,) = kit_lines(f"\n{line}", REFS).wrong
    assert (wrong.line, wrong.trouble, wrong.fact, wrong.likely) == (2, trouble, fact, likely)


def test_lines_beyond_the_limit_are_counted_not_read() -> None:
    read = kit_lines("23U 7 4\n" * (MOST_LINES + 3), REFS)
    assert (len(read.facts), read.too_many) == (MOST_LINES, 3)


@given(st.text(max_size=200))
def test_any_text_is_read_or_told_line_by_line(text: str) -> None:
    read = kit_lines(text, REFS)
    assert len(read.facts) + len(read.wrong) == sum(bool(line.strip()) for line in text.splitlines())


@given(st.integers(1, 99_999), st.integers(0, 4), st.integers(0, 9))
def test_a_wrong_digit_gives_another_letter(number: int, place: int, digit: int) -> None:
    digits = str(number)
    other = int(digits[: place % len(digits)] + str(digit) + digits[place % len(digits) + 1 :])
    assert other == number or not other or code_of(other)[-1] != code_of(number)[-1]
