"""Is every number in the example brief right? Each is worked out a second time from the CSV files, by code that shares nothing with ours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from briefs import EXAMPLE, example_brief, nums, prepared, text, within
from example_files import rows
from second_way_choice import CHOICE, DRAWS, shares_first
from second_way_map import MAP
from second_way_stances import STANCES

from shutaf.analysis.situation import Number

SECOND_WAY = MAP | CHOICE | STANCES
COUNTS_ROWS = {
    "bodies_on_map", "bodies_in_group", "bodies_in_sector", "bodies_on_theme", "bodies_with_target", "needs_known", "offers_known", "needs_unmet",
    "offers_unused", "ties_of_body", "ties_known", "ties_across", "ties_within", "ties_held", "chances_unknown", "departments_not_asked",
    "needs_unknown", "offers_unknown",
}  # fmt: skip
"""Numbers that count rows of the example, where each pair has one row."""


def in_brief() -> dict[str, Number]:
    return dict(example_brief("driver")[1].numbers())


def everywhere() -> Iterator[Number]:
    """Every number the preparation holds, shown or not."""
    return (part for part in within_maps(prepared()) if isinstance(part, Number))


def within_maps(thing: Any) -> Iterator[Any]:
    for part in within(thing):
        yield part
        if hasattr(part, "values") and hasattr(part, "keys"):
            for value in part.values():
                yield from within_maps(value)


def same(found: tuple[float, float | None], number: Number) -> bool:
    value, base = found
    return value == pytest.approx(number.value, abs=1e-9) and base == number.base


def test_no_number_is_without_its_second_way() -> None:
    assert {number.key for number in in_brief().values()} <= SECOND_WAY.keys()


@pytest.mark.parametrize("key", sorted(SECOND_WAY))
def test_second_way_gives_the_same_value_and_base(key: str) -> None:
    numbers = {(number.about, number.value, number.base): number for number in (*in_brief().values(), *everywhere()) if number.key == key}
    assert numbers, f"nothing in the preparation is called {key}"
    wrong = {
        number.about: (number.value, number.base, SECOND_WAY[key](number.about))
        for number in numbers.values()
        if not same(SECOND_WAY[key](number.about), number)
    }
    assert wrong == {}


def test_every_number_shown_with_a_code_says_what_the_codebook_holds() -> None:
    document, codes = example_brief("driver")
    by_code = dict(codes.numbers())
    shown = [num for num in nums(document) if num.code]
    assert {num.code for num in shown} <= by_code.keys()
    assert [num for num in shown if not says(num.text, by_code[num.code].value)] == []


def says(said: str, value: float) -> bool:
    if said.endswith("%"):
        return abs(float(said.removesuffix("%").replace(",", "")) / 100 - value) <= 0.005 + 1e-9
    return abs(float(said.replace(",", "")) - value) <= 0.05 + 1e-9


def test_a_code_never_stands_for_two_values() -> None:
    shown: dict[str, set[str]] = {}
    for num in nums(example_brief("driver")[0]):
        if num.code:
            shown.setdefault(num.code, set()).add(num.text)
    assert {code: texts for code, texts in shown.items() if len({text.removesuffix(".0") for text in texts}) > 1} == {}


def test_room_and_driver_read_the_same_number_under_a_code() -> None:
    room, driver = dict(example_brief("room")[1].numbers()), in_brief()
    assert {code: number for code, number in room.items() if driver.get(code) != number} == {}


def test_every_row_a_number_rests_on_is_in_the_files() -> None:
    sizes = {path.stem: len(rows(path.stem)) for path in EXAMPLE.glob("*.csv")}
    origins = {origin for number in in_brief().values() for origin in number.rows}
    assert origins
    assert [origin for origin in origins if not 2 <= origin.row <= sizes[origin.sheet] + 1] == []


def test_numbers_that_count_rows_rest_on_as_many_rows() -> None:
    counting = [number for number in in_brief().values() if number.key in COUNTS_ROWS]
    assert {number.key for number in counting} == COUNTS_ROWS
    assert [number for number in counting if len(number.rows) != number.value] == []


def test_picture_of_the_random_weightings_says_the_shares_of_the_second_way() -> None:
    said = text(example_brief("driver")[0])
    names = {f"initiative {i}": row["name"] for i, row in enumerate(rows("initiatives"), 1)}
    assert shares_first().total() == DRAWS
    for ref, times in shares_first().items():
        assert f"{names[ref]} {times / DRAWS:.0%}" in said
