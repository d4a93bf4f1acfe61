"""Is a mend read instead of what stands in its cell, in every form a file can have?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from shutaf.analysis.situation import Situation
from shutaf.imports.limits import Limits
from shutaf.imports.load import Loaded, load
from shutaf.imports.mend import Mend


def keys(loaded: Loaded) -> list[str]:
    return [problem.key for problem in loaded.problems]


def situation(loaded: Loaded) -> Situation:
    assert loaded.situation is not None, loaded.problems
    return loaded.situation


def test_a_mend_at_the_problems_own_place_takes_the_problem_away(read: Callable[..., Loaded], tmp_path: Path) -> None:
    ties = [("from", "to", "strength_1_5"), ("a", "b", "strong"), ("b", "Gimmel", 2)]
    first = read(ties=ties)
    texts = {"number.unreadable": "5", "tie.unknown_body": "Gimel"}
    mends = [Mend(p.sheet, p.row or 0, p.column, texts[p.key]) for p in first.problems]
    again = load([tmp_path / "map.xlsx"], mends=mends)
    assert again.problems == ()
    assert [(tie.target_ref, tie.strength_1_5) for tie in situation(again).ties] == [("b", 5), ("c", 2)]


def test_a_row_can_be_left_out_and_the_others_keep_their_numbers(csv_file: Callable[..., Path]) -> None:
    path = csv_file("name,city\nAlef,Haifa\nBet, and sons,Akko\nGimel,Lod\n")
    loaded = load([path], mends=[Mend("list", 3, "", "")])
    assert [(body.name, body.origin.row if body.origin else 0) for body in situation(loaded).bodies] == [("Alef", 2), ("Gimel", 4)]


def test_a_formula_or_error_that_was_mended_is_not_told(book: Callable[..., Path]) -> None:
    path = book({"organisations": [("name", "sector"), ("=1+1", "public"), ("Bet", "#REF!"), ("Gimel", "public")]})
    first = load([path])
    loaded = load([path], mends=[Mend(p.sheet, p.row or 0, p.column, "business" if p.column == "B" else "Alef") for p in first.errors])
    assert {(p.key, p.column) for p in first.errors} == {("cell.formula_without_value", "A"), ("cell.excel_error", "B")}
    assert [(body.name, body.sector.key) for body in situation(loaded).bodies[:2]] == [("Alef", "public"), ("Bet", "business")]


def test_more_mended_formulas_than_are_shown_leave_no_hidden_error(book: Callable[..., Path]) -> None:
    path = book({"organisations": [("name", "sector"), *[("=1+1", "public")] * 5]})
    mends = [Mend("organisations", row, "name", f"Body {row}") for row in range(2, 7)]
    assert load([path], mends=mends, limits=Limits(problems=2)).problems == ()


def test_fields_are_mended_beside_their_label(read: Callable[..., Loaded], tmp_path: Path) -> None:
    (problem,) = read(place=[("field", "value"), ("name", "Hadera"), ("population", "many", "more")]).errors[:1]
    assert problem.column == "population"
    loaded = load([tmp_path / "map.xlsx"], mends=[Mend("place", 3, "population", "30000")])
    assert situation(loaded).place.population == 30_000


def test_two_lists_and_a_folder_are_mended_too(csv_file: Callable[..., Path], tmp_path: Path) -> None:
    bodies, ties = csv_file("name,sector\nAlef,public\nBet,business\n", "b.csv"), csv_file("source,target\nAlef,Bat\n", "t.csv")
    mend = Mend("t", 2, "target", "Bet")
    for paths in ([bodies, ties], [tmp_path]):
        assert keys(load(paths)) == ["tie.unknown_body"]
        assert len(situation(load(paths, mends=[mend])).ties) == 1


def test_a_bare_list_of_names_is_mended_in_its_one_column(csv_file: Callable[..., Path]) -> None:
    loaded = load([csv_file("Alef\nBet\n")], mends=[Mend("list", 2, "", "Gimel")])
    assert [body.name for body in situation(loaded).bodies] == ["Alef", "Gimel"]


def test_of_two_mends_for_one_cell_the_later_holds_and_a_mended_header_hides_nothing(csv_file: Callable[..., Path]) -> None:
    mends = [Mend("list", 1, "who", "name"), Mend("list", 2, "who", "x"), Mend("list", 2, "who", "Dalet")]
    loaded = load([csv_file("who,what,city\nAlef,business,Lod\nBet,public,Lod\n")], mends=mends)
    assert [body.name for body in situation(loaded).bodies] == ["Dalet", "Bet"]


@pytest.mark.parametrize(
    "mend",
    [Mend("other", 2, "name", "x"), Mend("list", 99, "name", "x"), Mend("list", 2, "nome", "x"), Mend("list", 0, "", ""), Mend("list", 2, "", "x")],
)  # fmt: skip
def test_a_mend_that_meets_no_cell_is_told_and_does_nothing(csv_file: Callable[..., Path], mend: Mend) -> None:
    path = csv_file("name,sector\nAlef,public\nBet,business\n")
    loaded = load([path], mends=[mend])
    assert [(p.key, p.severity, p.sheet, p.row, p.column) for p in loaded.problems] == [
        ("mend.no_such_cell", "warning", mend.sheet, mend.row, mend.column)
    ]
    assert loaded.situation == load([path]).situation


def test_a_mend_is_held_to_the_limits_of_a_cell(csv_file: Callable[..., Path]) -> None:
    loaded = load([csv_file("name,city\nAlef,Lod\nBet,Lod\n")], mends=[Mend("list", 2, "city", "x" * 40_000)])
    assert [(p.key, p.row, p.column) for p in loaded.errors] == [("cell.too_long", 2, "city")]


def test_signs_that_control_a_screen_are_taken_off_a_mend(csv_file: Callable[..., Path]) -> None:
    loaded = load([csv_file("name,city\nAlef,Lod\nBet,Lod\n")], mends=[Mend("list", 2, "city", " Ak\x00ko\x1b ")])
    assert situation(loaded).bodies[0].city == "Akko"
