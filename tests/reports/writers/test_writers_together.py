"""Which form is written for which file name, and do all forms say the same?"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutaf.charts.palette import GROUPS, LIGHT
from shutaf.reports.document import Cell, Document, Name, Num, Table, line
from shutaf.reports.writers import SUFFIXES, UnknownForm, write
from shutaf.reports.writers.cleaning import clean_name, isolated
from shutaf.reports.writers.columns import LETTERS_ACROSS, column_shares
from shutaf.reports.writers.pictures import with_own_ids
from shutaf.reports.writers.shapes import SHAPES

MAGIC = {".html": b"<!doctype html>", ".pdf": b"%PDF", ".docx": b"PK", ".xlsx": b"PK"}


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_form_follows_the_file_name(report: Callable[..., Document], suffix: str) -> None:
    document = report("en", blocks=())
    for name in (suffix, suffix[1:], suffix.upper(), f"b.x{suffix}", Path("a.pdf") / f"b{suffix}"):
        assert write(document, name).startswith(MAGIC[suffix])


@pytest.mark.parametrize("name", ["brief.odt", "brief", "", ".htm"])
def test_unknown_form_is_refused(report: Callable[..., Document], name: str) -> None:
    with pytest.raises(UnknownForm):
        write(report("en", blocks=()), name)


@given(st.text())
def test_no_name_reaches_out_of_its_isolate(name: str) -> None:
    said = isolated(name)
    assert said.count("\u2068") == said.count("\u2069") == 1
    assert clean_name(clean_name(name)) == clean_name(name)


@given(st.lists(st.tuples(st.text(max_size=90), st.text(max_size=9)), max_size=5))
def test_column_shares_fill_the_table(cells: list[tuple[str, str]]) -> None:
    table = Table(
        line("t"), (line("a"), line("b")), tuple((Cell(line(Name(a))), Cell(line(Name(b)))) for a, b in cells), codes=("c",) * len(cells)
    )
    shares = column_shares(table)
    assert len(shares) == 2 + bool(cells)
    assert sum(shares) == pytest.approx(1)
    assert min(shares) > 0.04


def test_short_column_keeps_its_width_beside_a_long_one() -> None:
    row = (Cell(line(Name("n" * 40))), Cell(line(Num("12", "T3K9")), number=True), Cell(line("word " * 60)))
    shares = column_shares(Table(line("t"), (line("a"), line("b"), line("c")), (row,)))
    assert shares[1] * LETTERS_ACROSS >= len("12") + 0.75 * len(" T3K9")


def test_table_of_many_columns_has_room_for_each_word_and_number() -> None:
    heads = ("Initiative", "resources covered by known offers", "no heavy permits or capital", *["months to a first result"] * 6)
    cells = (Cell(line(Name("Joint collection on the main street"))), *[Cell(line(Num("100%", "T3K9")), number=True)] * 8)
    shares = column_shares(Table(line("t"), tuple(line(head) for head in heads), (cells,)))
    assert shares[1] * LETTERS_ACROSS >= len("resources")
    assert min(shares) * LETTERS_ACROSS >= len("100%") + 0.75 * len(" T3K9")


def test_ids_change_in_marks_only_and_words_stay() -> None:
    svg = '<svg><a id="x" fill="url(#x)" href="#x"/><text>id="x" url(#x)</text></svg>'
    assert with_own_ids(svg, "p-") == '<svg><a id="p-x" fill="url(#p-x)" href="#p-x"/><text>id="x" url(#x)</text></svg>'


def test_shapes_have_the_colours_of_the_charts() -> None:
    assert {key: shape.colour for key, shape in SHAPES.items()} == {key: LIGHT.group(key) for key in GROUPS if key}


def test_heavy_libraries_wait_until_their_form_is_asked_for() -> None:
    code = "import sys, shutaf.reports.writers; print([m for m in ('typst', 'docx', 'openpyxl', 'resvg_py') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
