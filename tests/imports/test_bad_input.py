"""Is every bad file refused with the one problem that names it, before it can do harm?"""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from shutaf.imports.limits import LIMITS, Limits
from shutaf.imports.load import Loaded, load

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def only_problem(loaded: Loaded) -> str:
    assert loaded.situation is None
    (problem,) = loaded.problems
    assert problem.severity == "error"
    return problem.key


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        ("a.xlsx", b"", "file.empty"),
        ("a.csv", b" \n\n", "file.empty"),
        ("a.xls", OLE + b"Workbook".ljust(600), "file.old_excel"),
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le").ljust(600), "file.password"),
        ("a.pdf", b"%PDF-1.7 ...", "file.other_kind"),
        ("a.xlsx", b"<!DOCTYPE html><table><tr><td>1</td></tr></table>", "file.other_kind"),
        ("a.csv", bytes(range(32)) * 50, "file.not_a_table"),
        ("a.xlsx", b"hello this is text", "file.not_a_workbook"),
        ("a.XLSX", b"name,sector\nAlef,public\n", "file.not_a_workbook"),
        ("a.xlsx", b"PK\x03\x04 and then nothing of a zip", "file.zip_damaged"),
        ("a.csv", b'name,city\n"Alef, Haifa\n', "file.quotes_broken"),
        ("a.csv", "name\nארגון\n".encode() + "עמותה\n".encode("windows-1255"), "file.encoding_mixed"),
    ],
)
def test_a_file_that_is_no_table_is_named_for_what_it_is(tmp_path: Path, name: str, data: bytes, key: str) -> None:
    assert only_problem(load([written(tmp_path / name, data)])) == key


def test_a_missing_file_and_an_empty_folder_are_told(tmp_path: Path) -> None:
    assert only_problem(load([tmp_path / "nowhere.xlsx"])) == "file.missing"
    assert only_problem(load([tmp_path])) == "folder.no_tables"


def test_three_files_and_none_are_too_many_and_too_few(csv_file: Callable[..., Path]) -> None:
    path = csv_file("name\nAlef\n")
    assert only_problem(load([path, path, path])) == "input.too_many_files"
    assert only_problem(load([])) == "input.too_many_files"


def test_a_file_is_weighed_before_it_is_opened(csv_file: Callable[..., Path]) -> None:
    loaded = load([csv_file("name\n" + "Alef\n" * 1000)], limits=Limits(file_bytes=1000))
    assert only_problem(loaded) == "file.too_big"
    assert loaded.problems[0].facts == {"size_bytes": 5005, "limit_bytes": 1000}


def test_a_file_of_200_megabytes_is_refused_without_reading(tmp_path: Path) -> None:
    with (tmp_path / "big.csv").open("wb") as stream:
        stream.truncate(200 * 2**20)
    assert only_problem(load([tmp_path / "big.csv"])) == "file.too_big"


def test_a_cut_workbook_is_damaged(book: Callable[..., Path]) -> None:
    path = book({"organisations": [("name", "sector"), ("Alef", "public")]})
    assert only_problem(load([written(path, path.read_bytes()[:-300])])) == "file.zip_damaged"


def test_a_workbook_with_a_changed_byte_never_passes_unseen(book: Callable[..., Path]) -> None:
    path = book({"organisations": [("name", "sector"), ("Alef", "public")]})
    data = bytearray(path.read_bytes())
    at = data.index(b"xl/worksheets/sheet1.xml") + 60
    data[at] ^= 0xFF
    assert only_problem(load([written(path, bytes(data))])) in ("file.zip_damaged", "file.damaged")


def test_a_zip_bomb_is_refused_by_its_directory(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("organisations.csv", b"a" * (8 * 2**20))
    assert only_problem(load([tmp_path / "bomb.zip"])) == "file.zip_bomb"


def test_a_part_that_lies_about_its_size_is_refused(book: Callable[..., Path]) -> None:
    path = book({"organisations": [("name", "sector"), *[(f"Body {i}", "public") for i in range(2000)]]})
    data = bytearray(path.read_bytes())
    entry = data.rindex(b"PK\x01\x02", 0, data.index(b"xl/worksheets/sheet1.xml", data.index(b"PK\x01\x02")))
    struct.pack_into("<I", data, entry + 24, 400)
    assert only_problem(load([written(path, bytes(data))])) == "file.zip_damaged"


def changed_part(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """The same zip with one part changed."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts[part] = change(parts.get(part, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return path


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"])
def test_xml_that_declares_entities_is_refused(book: Callable[..., Path], part: str) -> None:
    path = book({"organisations": [("name", "sector"), ("Alef", "public")]})
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    assert only_problem(load([changed_part(path, part, lambda content: bomb + content)])) == "file.doctype"


def test_a_cell_in_the_last_corner_is_not_allocated(book: Callable[..., Path]) -> None:
    path = book({"organisations": [("name", "sector"), ("Alef", "public")]})
    far = b'<row r="1048576"><c r="XFD1048576" t="n"><v>1</v></c></row></sheetData>'
    assert (
        only_problem(load([changed_part(path, "xl/worksheets/sheet1.xml", lambda content: content.replace(b"</sheetData>", far))]))
        == "sheet.too_many_rows"
    )


def test_styled_empty_cells_far_out_do_no_harm(book: Callable[..., Path]) -> None:
    path = book({"organisations": [("name", "sector"), ("Alef", "public"), ("Bet", "public")]})
    far = b'<row r="9"><c r="XFD9" s="0"/></row></sheetData>'
    assert (
        load([changed_part(path, "xl/worksheets/sheet1.xml", lambda content: content.replace(b"</sheetData>", far))]).situation is not None
    )


@pytest.mark.parametrize(
    ("limits", "key"),
    [(Limits(rows=3), "sheet.too_many_rows"), (Limits(columns=1), "sheet.too_many_columns"), (Limits(cells=5), "file.too_many_cells")],
)
def test_limits_hold_for_workbooks_and_for_text(book: Callable[..., Path], csv_file: Callable[..., Path], limits: Limits, key: str) -> None:
    rows = [("name", "sector"), ("Alef", "public"), ("Bet", "public"), ("Gimel", "public")]
    assert only_problem(load([book({"organisations": rows})], limits=limits)) == key
    assert only_problem(load([csv_file("\n".join(",".join(row) for row in rows))], limits=limits)) == key


def test_the_100_001st_row_is_one_too_many(csv_file: Callable[..., Path]) -> None:
    assert LIMITS.rows == 100_000
    assert only_problem(load([csv_file("name\n" + "Alef\n" * 100_000)])) == "sheet.too_many_rows"


def test_a_text_that_no_spreadsheet_cell_can_hold_is_an_error(csv_file: Callable[..., Path]) -> None:
    loaded = load([csv_file(f"name,sector\nAlef,public\nBet,{'x' * 32_768}\n")])
    assert [(p.key, p.row, p.column, p.facts["characters"]) for p in loaded.errors] == [("cell.too_long", 3, "B", 32_768)]


@pytest.mark.parametrize(
    "text", ["a" * 32_000, "a " * 16_000, " – " * 10_000, "a" * 16_000 + "@", "<" * 32_000, "050 " * 8_000, "x" + " " * 30_000 + "x"]
)
def test_long_texts_in_any_place_are_read_in_time(csv_file: Callable[..., Path], text: str) -> None:
    """A pattern that takes time by the square of a text would stand here for minutes."""
    row = ",".join([text] * 20)
    loaded = load([csv_file("\n".join(["organisation,contact,x,,phone" + "," * 15, *[row] * 15]))])
    again = load([csv_file("\n".join([row] * 10))])
    assert loaded.kind == again.kind == "sheet"


def test_too_many_parts_are_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "many.zip", "w") as archive:
        for i in range(12):
            archive.writestr(f"{i}.csv", "name\n")
    assert only_problem(load([tmp_path / "many.zip"], limits=Limits(parts=10))) == "file.too_many_parts"


@pytest.mark.parametrize(
    ("parts", "key"),
    [
        (("xl/workbook.bin",), "file.binary_excel"),
        (("mimetype", "content.xml"), "file.open_document"),
        (("word/document.xml",), "file.other_kind"),
    ],
)
def test_other_office_files_are_told_apart(tmp_path: Path, parts: tuple[str, ...], key: str) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for part in parts:
            archive.writestr(part, "x")
    assert only_problem(load([tmp_path / "a.zip"])) == key


def test_macros_are_left_alone_and_told(book: Callable[..., Path]) -> None:
    path = changed_part(
        book({"organisations": [("name", "sector"), ("Alef", "public"), ("Bet", "public")]}), "xl/vbaProject.bin", lambda _: OLE
    )
    loaded = load([path])
    assert loaded.situation is not None
    assert [problem.key for problem in loaded.problems] == ["file.macros"]


def test_a_formula_gives_its_last_value_and_is_told(book: Callable[..., Path]) -> None:
    path = book({"organisations": [("name", "sector"), ("=1+1", "public"), ("Bet", "public")]})
    path = changed_part(
        path,
        "xl/worksheets/sheet1.xml",
        lambda content: content.replace(b"<v></v>", b"<v>2</v>").replace(b"<v/>", b"<v>2</v>").replace(b"<v />", b"<v>2</v>"),
    )
    loaded = load([path])
    assert loaded.situation is not None
    assert loaded.situation.bodies[0].name == "2"
    assert [(problem.key, problem.row, problem.column) for problem in loaded.problems] == [("sheet.formulas", 2, "A")]


def test_a_formula_that_was_never_computed_is_an_error_at_its_cell(book: Callable[..., Path]) -> None:
    loaded = load([book({"organisations": [("name", "sector"), ("=1+1", "public"), ("Bet", "public")]})])
    assert loaded.situation is None
    assert [(problem.key, problem.row) for problem in loaded.errors] == [("cell.formula_without_value", 2)]
    assert loaded.errors == loaded.problems


def test_a_cell_that_shows_an_error_is_an_error(book: Callable[..., Path]) -> None:
    loaded = load([book({"organisations": [("name", "sector"), ("Alef", "#REF!"), ("Bet", "public")]})])
    assert ("cell.excel_error", 2, "B") in [(problem.key, problem.row, problem.column) for problem in loaded.errors]


def test_a_merged_cell_holds_for_each_of_its_rows(book: Callable[..., Path]) -> None:
    path = book({"organisations": [("name", "sector"), ("Alef", "public"), ("Bet", None), ("Gimel", "business")]})
    workbook = load_workbook(path)
    workbook.worksheets[0].merge_cells("B2:B3")
    workbook.save(path)
    loaded = load([path])
    assert loaded.situation is not None
    assert [body.sector.key for body in loaded.situation.bodies] == ["public", "public", "business"]
    assert [problem.key for problem in loaded.problems] == ["sheet.merged"]


def test_nobody_at_all_is_an_error_and_one_body_is_told(csv_file: Callable[..., Path]) -> None:
    assert only_problem(load([csv_file("name,sector\n")])) == "input.no_bodies"
    assert [problem.key for problem in load([csv_file("name,sector\nAlef,public\n")]).problems] == ["input.one_body"]


@pytest.mark.slow
def test_random_damage_never_escapes_as_an_exception(book: Callable[..., Path], tmp_path: Path) -> None:
    import random

    data = book({"organisations": [("name", "sector"), *[(f"Body {i}", "public") for i in range(30)]]}).read_bytes()
    chance = random.Random(20261123)
    for _ in range(400):
        damaged = bytearray(data)
        for _ in range(chance.randint(1, 6)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        outcome: Any = load([written(tmp_path / "damaged.xlsx", bytes(damaged))])
        assert outcome.situation is None or len(outcome.situation.bodies) <= 31


@pytest.mark.slow
def test_a_large_municipality_is_read_in_little_memory(tmp_path: Path) -> None:
    """2,000 bodies and 20,000 ties; measured 70 MB more memory in 2026."""
    import resource

    from shutaf.analysis.situation import Body, Situation, Tie, Word
    from shutaf.reports.workbook import write_workbook

    bodies = tuple(Body(f"id{i}", f"ארגון {i} בעיר", Word("עסקי", "business"), city="חיפה") for i in range(2000))
    ties = tuple(Tie(f"id{i % 2000}", f"id{(i * 7 + 1 + i // 2000) % 2000}", since_date="2024-05", source="שיחה") for i in range(20_000))
    town = Situation(bodies=bodies, ties=tuple(tie for tie in ties if tie.source_ref != tie.target_ref), language="he")
    write_workbook(town, tmp_path / "large.xlsx", "he")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    loaded = load([tmp_path / "large.xlsx"])
    assert loaded.situation == town
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 400 * 1024
