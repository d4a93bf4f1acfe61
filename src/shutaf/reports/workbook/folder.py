"""The Situation as CSV files that differ line by line, one a sheet."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from pathlib import Path

from shutaf import content
from shutaf.analysis.situation import Situation
from shutaf.reports.workbook.cells import Value
from shutaf.reports.workbook.columns import heads
from shutaf.reports.workbook.rows import lines_of

_RUNS = re.compile(r"'*[=+\-@\t\r]")
_NUMBER = re.compile(r"-?\d+(\.\d+)?(e[-+]?\d+)?")


def write_folder(situation: Situation, folder: Path) -> None:
    """CSV in UTF-8 with a byte order mark (without it Excel garbles Hebrew); headers, file names and words are keys.

    A text that a spreadsheet program would run as a formula gets an apostrophe in front, which the reader takes off.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for sheet in content.sheets():
        with (folder / f"{sheet.key}.csv").open("w", encoding="utf-8-sig", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerows([safe(value) for value in row] for row in _rows(sheet, situation))


def _rows(sheet: content.Sheet, situation: Situation) -> Sequence[Sequence[Value]]:
    lines = lines_of(sheet.key, situation, "")
    if sheet.kind == "fields":
        return [("field", "value"), *lines[0].cells.items(), *lines[0].own]
    columns = heads(sheet.key, lines, "")
    rows: list[Sequence[Value]] = [[head.header for head in columns]]
    for line in lines:
        own = dict(line.own)
        rows.append([own.get(head.key, "") if head.is_own else line.cells.get(head.key, "") for head in columns])
    return rows


def safe(value: Value) -> str:
    """The text of a cell, escaped when it begins like a formula and is no plain number.

    >>> safe("=1+1"), safe(-3), safe("'=x"), safe("'s Graven")
    ("'=1+1", '-3', "''=x", "'s Graven")
    """
    text = str(value)
    return f"'{text}" if _RUNS.match(text) and not (isinstance(value, int | float) and _NUMBER.fullmatch(text)) else text
