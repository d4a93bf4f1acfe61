"""A Word file whose runs, paragraphs and tables know which way they read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from shutaf.reports.document import Cell, Document, Facts, Heading, Items, Name, Num, PageBreak, SaidFinding, Table, line
from shutaf.reports.writers import write_docx
from shutaf.reports.writers.docx.fonts import obfuscated
from shutaf.reports.writers.docx.runs import pieces

Report = Callable[..., Document]
PARAGRAPH_ORDER = (
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "numPr",
    "pBdr",
    "shd",
    "tabs",
    "bidi",
    "spacing",
    "ind",
    "jc",
    "outlineLvl",
)
RUN_ORDER = ("rFonts", "b", "bCs", "color", "position", "sz", "szCs", "shd", "vertAlign", "rtl", "lang")


def opened(document: Document) -> Any:
    return docx.Document(io.BytesIO(write_docx(document)))


def parts(document: Document) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(write_docx(document))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def runs_with(file: Any, text: str) -> list[Any]:
    return [run for run in file.element.body.iter(qn("w:r")) if text in "".join(t.text or "" for t in run.iter(qn("w:t")))]


@pytest.mark.parametrize("language", ["he", "ar"])
def test_right_to_left_file_says_so_in_style_table_and_section(report: Report, language: str) -> None:
    file = opened(report(language))
    assert file.styles["Normal"].element.pPr.find(qn("w:bidi")) is not None
    assert file.sections[0]._sectPr.find(qn("w:bidi")) is not None
    assert all(table._tbl.tblPr.find(qn("w:bidiVisual")) is not None for table in file.tables)
    assert runs_with(file, "All bodies")[0].rPr.find(qn("w:rtl")) is not None


@pytest.mark.parametrize("language", ["en", "de"])
def test_left_to_right_file_has_no_flag_except_on_hebrew_and_arabic_names(report: Report, language: str) -> None:
    document = report(language, names=("Green Circle",))
    whole = b"".join(part for name, part in parts(document).items() if name.endswith(".xml"))
    assert b"<w:bidi/>" not in whole
    assert b"<w:bidiVisual/>" not in whole
    assert b"<w:rtl/>" not in whole
    assert runs_with(opened(report(language)), "קרטון הצפון")[0].rPr.find(qn("w:rtl")) is not None


def test_latin_name_in_a_hebrew_paragraph_is_not_right_to_left(report: Report) -> None:
    for run in runs_with(opened(report("he")), "Green Circle (NGO)"):
        assert run.rPr.find(qn("w:rtl")) is None
        assert run.getparent().tag == qn("w:dir")
        assert run.getparent().get(qn("w:val")) == "ltr"


def test_mixed_name_is_cut_where_its_direction_changes() -> None:
    assert list(pieces("Omar Khoury, חבר ועד")) == [("Omar Khoury, ", False), ("חבר ועד", True)]
    assert list(pieces("12 (3)")) == [("12 (3)", False)]
    assert list(pieces("")) == []


def test_styles_are_words_own_and_headings_do_not_jump(report: Report) -> None:
    names = [paragraph.style.name for paragraph in opened(report("en")).paragraphs]
    assert {"Title", "Heading 1", "Heading 2", "List Number", "List Bullet", "Caption"} <= set(names)
    assert names.index("Title") < names.index("Heading 1") < names.index("Heading 2")


def test_head_repeats_and_rows_stay_whole(report: Report, many: Table) -> None:
    table = opened(report("en", blocks=(many,))).tables[0]._tbl
    rows = table.findall(qn("w:tr"))
    assert len(rows) == 301
    assert rows[0].trPr.find(qn("w:tblHeader")) is not None
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)
    assert all(row.trPr.find(qn("w:tblHeader")) is None for row in rows[1:])


def test_picture_has_words_and_shapes_are_decoration(report: Report) -> None:
    file = opened(report("he"))
    about = [(properties.get("descr"), len(properties)) for properties in file.element.body.iter(qn("wp:docPr"))]
    assert ("Bars: 3 bodies", 0) in about
    assert all(extended for words, extended in about if not words)
    numbers = [properties.get("id") for properties in file.element.body.iter(qn("wp:docPr"))]
    assert len(numbers) == len(set(numbers))


def test_file_says_title_language_and_day(report: Report) -> None:
    file = opened(report("ar"))
    assert file.core_properties.title == "Brief for קרטון הצפון (בע״מ)"
    assert file.core_properties.language == "ar-SA"
    assert file.core_properties.created.date().isoformat() == "2026-03-10"
    language = next(file.styles.element.iter(qn("w:lang")))
    assert language.get(qn("w:bidi")) == "ar-SA"


def test_mark_is_in_the_header_and_the_footer_counts_pages(report: Report) -> None:
    section = opened(report("en")).sections[0]
    assert "Internal" in section.header.paragraphs[0].text
    fields = [field.get(qn("w:instr")).strip() for field in section.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert "Internal" not in opened(report("en", mark="")).sections[0].header.paragraphs[0].text


def test_each_ordered_list_counts_from_one(report: Report) -> None:
    ordered = Items((line("a"), line("b")), ordered=True)
    file = opened(report("en", blocks=(ordered, ordered)))
    used = [number.get(qn("w:val")) for number in file.element.body.iter(qn("w:numId"))]
    assert used[0] == used[1] != used[2] == used[3]


def test_page_break_goes_with_the_next_paragraph(report: Report) -> None:
    file = opened(report("en", blocks=(PageBreak(), Heading(2, line("Second"), eyebrow=line("one of two")))))
    broken = [paragraph.text for paragraph in file.paragraphs if paragraph._p.pPr.find(qn("w:pageBreakBefore")) is not None]
    assert broken == ["one of two"]


def test_hostile_names_arrive_as_written_without_control_letters(report: Report, hostile: tuple[str, ...]) -> None:
    said = "".join(text.text for text in opened(report("en", names=hostile)).tables[1]._tbl.iter(qn("w:t")))
    for name in (
        "#set page(fill: red)",
        "=1+1",
        "<script>alert(1)</script>",
        "abcd",
        "evilx",
        "line break tab",
        '&amp; "quoted" \'x\' style="color:red"',
    ):
        assert name in said
    assert not any(letter in said for letter in "\x00\x08\u202e\uffff")


def test_properties_stand_in_the_order_the_schema_asks_for(report: Report) -> None:
    for name in ("word/document.xml", "word/styles.xml"):
        root = etree.fromstring(parts(report("he"))[name])
        for tag, order in (("w:pPr", PARAGRAPH_ORDER), ("w:rPr", RUN_ORDER)):
            for properties in root.iter(qn(tag)):
                places = [order.index(etree.QName(child).localname) for child in properties]
                assert places == sorted(places)


def test_font_comes_along_and_can_be_read_back(report: Report) -> None:
    files = parts(report("he"))
    key, blob = obfuscated("Rubik-Regular.ttf")
    assert files["word/fonts/font1.odttf"] == blob
    mask = bytes.fromhex(key.strip("{}").replace("-", ""))[::-1] * 2
    assert bytes(a ^ b for a, b in zip(blob[:32], mask, strict=True))[:4] == b"\x00\x01\x00\x00"
    assert key.encode() in files["word/fontTable.xml"]


def test_dark_heat_cell_has_a_light_code(report: Report) -> None:
    dark = Table(line("t"), (line("a"), line("b")), ((Cell(line("r")), Cell(line(Num("6", "DARK")), heat=6)),))
    code = runs_with(opened(report("en", blocks=(dark,))), "DARK")[0]
    assert code.rPr.find(qn("w:color")).get(qn("w:val")) == "FFFFFF"


def test_empty_document_and_small_tables_are_files(report: Report, empty: Document, many: Table) -> None:
    assert opened(empty).paragraphs
    odd = (
        replace(many, rows=()),
        replace(many, rows=many.rows[:1]),
        SaidFinding(line("t"), (), 1, (), ()),
        Facts(((line(Name("n")), ()),)),
    )
    assert len(opened(report("ar", blocks=odd)).tables) == 2
