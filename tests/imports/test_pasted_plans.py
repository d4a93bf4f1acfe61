"""Are running actions and opportunities read from whatever was pasted, with what is wrong told at its line?"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import world
from shutaf.analysis.text.fold import fold
from shutaf.imports.pasted_places import placed
from shutaf.imports.pasted_plans import LONGEST_TITLE, MOST_ROWS, plans_pasted


def titles(text: str) -> list[str]:
    return [row.title for row in plans_pasted(text).rows]


@pytest.mark.parametrize("text", ["• גג סולארי\n• גינה קהילתית", "1. גג סולארי\n2. גינה קהילתית\n", "גג סולארי\r\n\r\nגינה קהילתית"])
def test_a_list_is_one_title_a_line(text: str) -> None:
    assert titles(text) == ["גג סולארי", "גינה קהילתית"]


def test_a_year_at_the_end_of_a_line_is_its_year() -> None:
    rows = plans_pasted("Solar roofs (2019)\nBike lanes, 2021\n2022 - Garden\nAgenda 2030 for schools").rows
    assert [(row.title, row.dates.get("year", "")) for row in rows] == [
        ("Solar roofs", "2019"), ("Bike lanes", "2021"), ("Garden", "2022"), ("Agenda 2030 for schools", ""),
    ]  # fmt: skip


def test_headers_in_any_order_and_language_are_understood() -> None:
    found = plans_pasted(
        "Stand\tAmt\tMaßnahme\tThema\tJahr\nläuft\tUmweltamt\tSolardach\tEnergie\t2019\nfertig\tBauamt\tRadweg\tVerkehr\t05/2021"
    )
    assert found.columns == ("state", "department", "title", "theme", "year")
    first, second = found.rows
    assert (first.state, first.department, first.themes[0].key, first.dates) == ("running", "Umweltamt", "energy", {"year": "2019"})
    assert (second.state, second.dates) == ("done", {"year": "2021-05"})


def test_columns_without_headers_are_told_by_their_cells() -> None:
    found = plans_pasted("2019\tגג סולארי על בית הספר\tפועל\tאנרגיה\n2020\tגינה קהילתית\tהסתיים\tקהילה\n")
    assert found.columns == ("year", "title", "state", "theme")
    assert [row.state for row in found.rows] == ["running", "done"]


def test_a_cell_of_several_lines_stays_one_cell() -> None:
    (row, after) = plans_pasted('title\tyear\n"a roof\nwith panels"\t2019\nb\t2020').rows
    assert (row.title, row.line, after.line) == ("a roof with panels", 2, 4)


def test_what_cannot_be_read_is_told_at_its_line_and_kept_as_a_note() -> None:
    (row,) = plans_pasted("title\tyear\tstate\nRoof\tlast summer\tnearly\n").rows
    assert [(problem.key, problem.row) for problem in row.problems] == [("paste.date_unreadable", 2), ("paste.state_unknown", 2)]
    assert row.note == "last summer\nnearly"
    assert row.is_taken


def test_rows_without_a_title_or_with_a_huge_one_are_left() -> None:
    rows = plans_pasted(f"title\tyear\n\t2019\n{'x' * (LONGEST_TITLE + 1)}\t2020\n").rows
    assert [row.problems[0].key for row in rows] == ["paste.no_title", "paste.title_too_long"]
    assert not any(row.is_taken for row in rows)


def test_freiburgs_584_fit_and_a_flood_is_cut_and_told() -> None:
    assert len(plans_pasted("\n".join(f"action {i} of the town" for i in range(584))).rows) == 584
    cut = plans_pasted("\n".join(f"action {i} of the town" for i in range(MOST_ROWS + 3)))
    assert len(cut.rows) == MOST_ROWS
    assert [(problem.key, problem.facts["count"]) for problem in cut.problems] == [("paste.too_many_rows", 3)]


def test_each_row_finds_its_department_and_the_rest_is_told() -> None:
    text = "title\tdepartment\nRoof\tאגף החינוך\nGarden\tnowhere\nLanes\t\nRoof\tאגף החינוך\n"
    _pasted, rows = placed(text, world.town(), "", {"education": {fold("old one")}})
    assert [row.department for row in rows] == ["education", "", "", ""]
    assert [[problem.key for problem in row.plan.problems] for row in rows] == [
        [], ["paste.no_department"], ["paste.no_department"], ["paste.row_again"],
    ]  # fmt: skip
    _pasted, rows = placed(text, world.town(), "economy", {"economy": {fold("garden")}})
    assert [row.department for row in rows] == ["education", "", "economy", ""]


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from('ab"\t;|,\n\r\u200f(2019)-•1.'), max_size=120))
def test_any_text_is_read_without_failing(text: str) -> None:
    for row in plans_pasted(text).rows:
        assert row.line >= 1
        assert row.title or row.problems
