"""Small files to read: what a test needs to write one in a line."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from shutaf.imports.load import Loaded, load

Rows = Sequence[Sequence[Any]]
ORGANISATIONS: Rows = (("id", "name", "sector"), ("a", "Alef", "public"), ("b", "Bet", "business"), ("c", "Gimel", "civil_society"))


@pytest.fixture
def book(tmp_path: Path) -> Callable[[Mapping[str, Rows]], Path]:
    """Writes an XLSX file with the given sheets; values beginning with = become live formulas, as in a file somebody typed."""

    def write(sheets: Mapping[str, Rows]) -> Path:
        workbook = Workbook()
        workbook.remove(workbook.worksheets[0])
        for title, rows in sheets.items():
            page = workbook.create_sheet(title)
            for row in rows:
                page.append(list(row))
        workbook.save(tmp_path / "map.xlsx")
        return tmp_path / "map.xlsx"

    return write


@pytest.fixture
def read(book: Callable[[Mapping[str, Rows]], Path]) -> Callable[..., Loaded]:
    """Reads a workbook of the three organisations above and the given sheets."""

    def reading(**sheets: Rows) -> Loaded:
        return load([book({"organisations": ORGANISATIONS, **sheets})])

    return reading


@pytest.fixture
def csv_file(tmp_path: Path) -> Callable[..., Path]:
    """Writes one text file in the given encoding."""

    def write(text: str, name: str = "list.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return write


@pytest.fixture
def shared_data() -> Path:
    """The folder of real data beside the repository, or a skip that says how to get at it."""
    folder = Path(os.environ.get("SHUTAF_TEST_DATA", Path(__file__).parents[2].parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"no shared data at {folder}; set SHUTAF_TEST_DATA")
    return folder
