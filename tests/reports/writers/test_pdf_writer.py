"""A PDF that a screen reader can follow, made in a child that cannot harm us."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from pypdf import PdfReader

from shutaf.reports.document import Cell, Document, Facts, Figure, Heading, Name, PageBreak, SaidFinding, Table, line
from shutaf.reports.writers import PdfFailed, write_pdf
from shutaf.reports.writers.pdf import write_pdf as write_bounded

Report = Callable[..., Document]


def read(document: Document) -> PdfReader:
    return PdfReader(io.BytesIO(write_pdf(document)))


def words(reader: PdfReader) -> str:
    return "\n".join(page.extract_text() for page in reader.pages).replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize("language", ["he", "ar", "en", "de"])
def test_pdf_is_tagged_and_says_its_language(report: Report, language: str) -> None:
    reader = read(report(language))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"].startswith(language)
    assert b"pdfuaid" in reader.xmp_metadata.stream.get_data()
    assert reader.metadata.title == f"Brief for \u2068{'קרטון הצפון (בע״מ)'}\u2069"


def test_names_and_codes_are_text_in_the_pdf(report: Report) -> None:
    said = words(read(report("en")))
    assert "Green Circle" in said
    assert "T3K9" in said
    assert "Omar Khoury" in said


def test_every_page_carries_mark_and_number(report: Report) -> None:
    reader = read(report("en"))
    for number, page in enumerate(reader.pages, start=1):
        assert "Internal" in page.extract_text()
        assert f"page {number} of {len(reader.pages)}" in page.extract_text()


def test_sections_are_bookmarks_and_a_page_break_breaks(report: Report) -> None:
    reader = read(report("en", blocks=(Heading(2, line("First")), PageBreak(), Heading(2, line("Second")), Heading(3, line("Part")))))
    assert len(reader.pages) == 2
    first, second, part = reader.outline
    assert (first.title, second.title, part[0].title) == ("First", "Second", "Part")


def test_picture_has_an_alternative_text(report: Report) -> None:
    reader = read(report("en"))
    alts = [obj.get("/Alt") for obj in map(reader.get_object, range(1, len(reader.xref[0]))) if isinstance(obj, dict) and "/Alt" in obj]
    assert "Bars: 3 bodies" in alts


def test_hostile_names_are_words_and_not_commands(report: Report, hostile: tuple[str, ...]) -> None:
    said = words(read(report("en", names=hostile)))
    for name in (
        "#set page(fill: red)",
        "$x^2$ *bold* _it_ `raw`",
        "\\ ] [ ) } # @ref <label>",
        "<script>alert(1)</script>",
        "abcd",
        "evilx",
    ):
        assert name in said


@pytest.mark.parametrize("language", ["he", "en"])
def test_long_name_breaks_after_its_own_signs(report: Report, language: str) -> None:
    said = words(read(report(language, names=("Laramie.County.Fire.District.1..volunteer_" * 3,)))).replace("\u200b", "")
    for word in ("Laramie", "County", "District", "volunteer"):
        assert said.count(word) == said.replace("\n", "").count(word) > 0


def test_foot_stands_below_the_last_page(report: Report) -> None:
    first, last = (
        page.extract_text()
        for page in read(report("en", blocks=(Heading(2, line("First")), PageBreak(), Heading(2, line("Second"))))).pages
    )
    assert "Foot" not in first
    assert "Made today\nFoot" in last


def test_letters_that_no_font_draws_become_boxes(report: Report) -> None:
    said = words(read(report("en", names=("a🌳b👩‍👩‍👧c",))))
    assert "a□b□c" in said


def test_a_pointed_word_in_a_picture_that_cannot_be_read_back_stands_without_its_points(report: Report) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 20" width="90" height="20"><text x="80" y="14" font-size="13">שׁוּתָּף</text></svg>'
    assert len(read(report("he", blocks=(Figure(svg, "name", line("name")),))).pages)


def test_twin_of_a_picture_follows_at_the_end(report: Report) -> None:
    assert "As a table" in read(report("en")).pages[-1].extract_text() + read(report("en")).pages[-2].extract_text()


def test_head_of_a_long_table_stands_on_each_page(report: Report, many: Table) -> None:
    reader = read(report("de", blocks=(many,)))
    assert len(reader.pages) > 4
    assert all("Ties" in page.extract_text() for page in reader.pages)


def test_empty_document_and_table_without_rows_are_pdfs(empty: Document, report: Report, many: Table) -> None:
    assert len(read(empty).pages) == 1
    assert (
        len(
            read(
                report(
                    "ar",
                    blocks=(replace(many, rows=()), replace(many, rows=many.rows[:1]), SaidFinding(line("t"), (), 9, (), ()), Facts(())),
                )
            ).pages
        )
        == 1
    )


def test_cell_longer_than_a_page_is_not_lost(report: Report, many: Table) -> None:
    long = replace(many, rows=((Cell(line("row")), Cell(line(Name("word " * 3000 + "LASTWORD")))),))
    assert "LASTWORD" in words(read(report("en", blocks=(long,))))


def test_child_that_takes_too_long_is_stopped(report: Report) -> None:
    with pytest.raises(PdfFailed) as failed:
        write_bounded(report("en"), seconds=0.001)
    assert failed.value.cause == "slow"


def test_child_that_takes_too_much_memory_is_stopped(report: Report, many: Table) -> None:
    with pytest.raises(PdfFailed) as failed:
        write_bounded(report("en", blocks=(many,) * 4), megabytes=30, seconds=60)
    assert failed.value.cause == "memory"


def test_what_typst_refuses_is_told(report: Report) -> None:
    with pytest.raises(PdfFailed) as failed:
        write_pdf(report("en", created="2026-99-99"))
    assert failed.value.cause == "typst"
    assert failed.value.detail
