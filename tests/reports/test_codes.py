"""Does the same number keep its code, do two never share one, and is a code found however it is typed?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import world
from shutaf.analysis.preparation import prepare
from shutaf.analysis.situation import Number, Origin
from shutaf.reports import codes
from shutaf.reports.brief import written
from shutaf.reports.codes import ALPHABET, LENGTH, Codebook, full_code


def book_of(*numbers: Number) -> Codebook:
    book = Codebook()
    for number in numbers:
        book.code(number)
    return book


def numbered(count: int) -> list[Number]:
    return [Number("ties_of_body", float(i), (f"b{i}",)) for i in range(count)]


def two_that_meet() -> tuple[Number, Number]:
    """The first two bodies whose numbers begin with the same four letters."""
    met: dict[str, Number] = {}
    for number in numbered(20_000):
        other = met.setdefault(full_code(number)[:LENGTH], number)
        if other is not number:
            return other, number
    raise AssertionError("no two codes of twenty thousand meet")


def test_code_is_four_letters_that_can_be_read_aloud() -> None:
    (code,) = (code for code, _ in book_of(Number("bodies_on_map", 12.0)).numbers())
    assert len(code) == 4
    assert set(code) <= set(ALPHABET)
    assert not set(ALPHABET) & set("ILOU")


def test_value_base_and_rows_are_no_part_of_the_code() -> None:
    before = Number("ties_held", 3.0, ("clerk",), (Origin("ties", 2),), 9.0)
    after = Number("ties_held", 4.0, ("clerk",), (Origin("ties", 7),), 12.0)
    assert Codebook().code(before) == Codebook().code(after)


@pytest.mark.parametrize(
    "other", [Number("ties_held", 3.0, ("omar",)), Number("contacts", 3.0, ("clerk",)), Number("ties_held", 3.0, ("clerk", ""))]
)
def test_another_formula_or_another_body_is_another_code(other: Number) -> None:
    assert full_code(other) != full_code(Number("ties_held", 3.0, ("clerk",)))


def test_same_number_keeps_its_code_in_a_later_version_of_the_file() -> None:
    town = world.town()
    later = world.town(bodies=town.bodies[:-1], ties=town.ties[1:], language="en")
    old, new = (
        {(n.key, n.about): code for code, n in written(prepare(one, today=world.TODAY), language="en")[1].codes.numbers()}
        for one in (town, later)
    )
    assert len(old.keys() & new.keys()) > 40
    assert {what: (old[what], new[what]) for what in old.keys() & new.keys() if old[what] != new[what]} == {}


def test_codes_are_the_same_in_every_language_and_for_every_reader() -> None:
    found = prepare(world.town(), today=world.TODAY)
    driver = dict(written(found, language="en", audience="driver")[1].codes.numbers())
    for language in ("he", "ar", "de"):  # some say a one as a word, without a code
        spoken = dict(written(found, language=language, audience="driver")[1].codes.numbers())
        assert len(spoken) > 40
        assert {code for code, number in spoken.items() if driver.get(code) != number} == set()
    room = dict(written(found, language="en", audience="room")[1].codes.numbers())
    assert {code for code, number in room.items() if driver.get(code) != number} == set()


def test_two_numbers_that_meet_get_a_longer_code() -> None:
    one, other = two_that_meet()
    book = Codebook()
    assert len(book.code(one)) == LENGTH
    assert len(book.code(other)) == LENGTH + 1
    assert (book.code(one), book.code(other)) == (full_code(one)[:LENGTH], full_code(other)[: LENGTH + 1])
    assert book.meant(book.code(other)) == ((book.code(other), other),)


def test_no_code_stands_for_two_numbers_however_many_meet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codes, "LENGTH", 1)
    numbers = numbered(300)
    book = book_of(*numbers)
    assert {book.code(number): number for number in numbers} == dict(book.numbers())
    assert len(dict(book.numbers())) == 300


def test_number_is_refused_where_every_length_of_its_code_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codes, "full_code", lambda number: "0" * 12)
    assert len(dict(book_of(*numbered(9)).numbers())) == 9
    with pytest.raises(ValueError, match="ties_of_body"):
        book_of(*numbered(10))


MISREAD = {"0": "0oO", "1": "1iIlL"}


@given(st.integers(0, 399), st.randoms(use_true_random=False))
def test_code_is_found_in_any_case_and_with_the_letters_people_mistake(place: int, draw: object) -> None:
    number = numbered(400)[place]
    code = BOOK.code(number)
    typed = "".join(draw.choice(MISREAD.get(letter, letter.lower() + letter)) for letter in code)  # type: ignore[attr-defined]
    assert BOOK.meant(f" {typed} ") == ((code, number),)


BOOK = book_of(*numbered(400))


def test_beginning_of_longer_codes_finds_them_all() -> None:
    one, other = two_that_meet()
    longer = Codebook()
    longer._by_code = {full_code(number)[: LENGTH + 1]: number for number in (one, other)}
    assert {number for _, number in longer.meant(full_code(one)[:LENGTH])} == {one, other}


@pytest.mark.parametrize("typed", ["", " ", "T", "T3K", "ZZZZ", "....", "ZZZZZZZZZZZZZ"])
def test_what_is_no_code_finds_nothing(typed: str) -> None:
    assert book_of(*numbered(3)).meant(typed) == ()
