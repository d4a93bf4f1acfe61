"""Does the empty workbook explain itself, offer its lists, and never execute or read what is no data?"""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from shutaf import content
from shutaf.analysis.situation import Body, Situation, Word
from shutaf.imports.load import load
from shutaf.reports.workbook import write_template, write_workbook


def template(folder: Path, language: str) -> Workbook:
    write_template(folder / "map.xlsx", language)
    return load_workbook(folder / "map.xlsx")


def named(sheet: str, language: str) -> str:
    return next(each.names[language] for each in content.sheets() if each.key == sheet)


@pytest.mark.parametrize("language", content.LANGUAGES)
def test_sheets_stand_in_the_workbooks_order_and_direction(tmp_path: Path, language: str) -> None:
    book = template(tmp_path, language)
    assert book.sheetnames[1:12] == [sheet.names[language] for sheet in content.sheets()]
    assert {bool(page.sheet_view.rightToLeft) for page in book.worksheets if page.title != "lists"} == {language in ("he", "ar")}
    assert book.active is book.worksheets[0]


@pytest.mark.parametrize("language", content.LANGUAGES)
def test_an_untouched_template_says_only_that_nobody_is_in_it(tmp_path: Path, language: str) -> None:
    template(tmp_path, language)
    assert [problem.key for problem in load([tmp_path / "map.xlsx"]).problems] == ["input.no_bodies"]


@pytest.mark.parametrize("language", content.LANGUAGES)
def test_two_names_with_sectors_are_enough_for_a_situation(tmp_path: Path, language: str) -> None:
    book = template(tmp_path, language)
    page = book[named("organisations", language)]
    sector = next(at for at, cell in enumerate(page[1], start=1) if content.columns("organisations")[at - 1].key == "sector" and cell.value)
    for row, name in enumerate(("Alef", "Bet"), start=3):
        page.cell(row, 2, name)
        page.cell(row, sector, content.say("sector", "business", language))
    book.save(tmp_path / "map.xlsx")
    loaded = load([tmp_path / "map.xlsx"])
    assert loaded.situation is not None
    assert [(body.name, body.sector.key) for body in loaded.situation.bodies] == [("Alef", "business"), ("Bet", "business")]
    assert (loaded.situation.language, loaded.problems) == (language, ())


def test_closed_lists_and_bodies_can_be_picked_and_own_words_typed(tmp_path: Path) -> None:
    book = template(tmp_path, "he")
    rules = book[named("ties", "he")].data_validations.dataValidation
    assert {str(rule.sqref).split("3:")[0] for rule in rules} == {"A", "B", "C", "D", "E"}
    assert not any(rule.showErrorMessage for rule in rules)
    assert [cell.value for cell in book["lists"]["A"]][:1] == ["ⓘ"]
    assert book["lists"].sheet_state == "hidden"
    words = {cell.value for row in book["lists"].iter_rows() for cell in row}
    assert {content.say("sector", "academia", "he"), content.say("tie_status", "none", "he")} <= words


def test_headers_are_frozen_white_on_petrol_with_quiet_hints(tmp_path: Path) -> None:
    page = template(tmp_path, "he")[named("organisations", "he")]
    assert page.freeze_panes == "C3"
    assert page["B1"].fill.start_color.rgb.endswith("0B5A5E")
    assert page["B1"].font.color.rgb.endswith("FFFFFF")
    assert str(page["B2"].value).startswith("ⓘ")


def test_what_looks_like_a_formula_is_written_as_text(tmp_path: Path) -> None:
    texts = ("=1+1", "+972", "-5 to 5", "@home", "=cmd|' /C calc'!A0", "#REF!")
    situation = Situation(bodies=tuple(Body(f"r{i}", text, Word("Verein", "civil_society")) for i, text in enumerate(texts)))
    write_workbook(situation, tmp_path / "map.xlsx", "en")
    with zipfile.ZipFile(tmp_path / "map.xlsx") as archive:
        sheets = {name: archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/")}
        styles = archive.read("xl/styles.xml")
    with_formulas = [name for name, content_ in sheets.items() if b"<f>" in content_]
    assert with_formulas == [f"xl/worksheets/sheet{len(sheets)}.xml"]
    assert b'quotePrefix="1"' in styles
    cells = load_workbook(tmp_path / "map.xlsx")["Organisations"]["B"][1:]
    assert [(cell.value, cell.data_type, bool(cell.quotePrefix)) for cell in cells] == [(text, "s", text != "#REF!") for text in texts]


def test_a_text_longer_than_a_cell_is_refused_not_cut(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="32767 characters"):
        write_workbook(Situation(bodies=(Body("a", "x" * 40_000),)), tmp_path / "map.xlsx", "en")
