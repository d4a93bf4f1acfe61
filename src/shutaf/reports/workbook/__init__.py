"""How does she take everything home again? The lossless workbook, its folder of CSV files, and the empty template."""

from __future__ import annotations

from pathlib import Path

from shutaf.analysis.situation import Situation


def write_workbook(situation: Situation, path: Path, language: str) -> None:
    """The Situation as an XLSX file with headers in `language`; `imports.load` reads the same Situation from it."""
    raise NotImplementedError


def write_folder(situation: Situation, folder: Path, language: str = "en") -> None:
    """The Situation as CSV files (UTF-8), one a sheet."""
    raise NotImplementedError


def write_template(path: Path, language: str) -> None:
    """An empty workbook that explains itself, with pick lists."""
    raise NotImplementedError
