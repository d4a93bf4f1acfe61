"""What does a cell show of a stored value, and which value does a text in it mean? Read as the workbook is read."""

from __future__ import annotations

import re
from typing import Any

from shutaf import content
from shutaf.analysis.situation import Word
from shutaf.imports.grid import clean
from shutaf.imports.limits import LIMITS
from shutaf.imports.notes import Notes
from shutaf.imports.problem import Problem
from shutaf.imports.reading import Reading
from shutaf.imports.table import Row
from shutaf.stewardship.cells.columns import GridColumn

_SIGNS = re.compile(r"([|;\\])")


def shown(value: Any, column: GridColumn, language: str) -> str:
    """The text of a cell: words of lists in the reader's language, own words as written, several with | between them; "" for not known."""
    match value:
        case None | "" | "unknown":
            return ""
        case Word():
            return _word(value, column, language)
        case tuple():
            return joined(_word(one, column, language) if isinstance(one, Word) else str(one) for one in value)
        case float():
            return str(int(value)) if value.is_integer() else repr(value)
    return content.say(column.list, value, language) if column.kind in ("answer", "invite") else str(value)


def _word(value: Word, column: GridColumn, language: str) -> str:
    return content.say(column.list, value.key, language) if value.key and column.list else value.text


def joined(texts: Any) -> str:
    r"""Several values in one cell: "a | b". A sign that parts them is written \| inside a value; one value stands as it is."""
    several = [text for text in texts if text]
    return " | ".join(_SIGNS.sub(r"\\\1", text) if "|" in text or ";" in text else text for text in several)


def read(text: str, column: GridColumn, sheet: str) -> tuple[Any, tuple[Problem, ...]]:
    """The value and what is to be said of it; with an error among the problems the value means nothing."""
    text = clean(text)
    if len(text) > column.most:
        return None, (Problem("cell.too_long", "error", facts={"characters": len(text), "limit": column.most}),)
    row = Row(sheet, "", 1, {column.key: text} if text else {}, {}, (), Reading(LIMITS, Notes(LIMITS)))
    value = _read(row, column)
    return value, row.reading.notes.problems()


def _read(row: Row, column: GridColumn) -> Any:
    match column.kind:
        case "answer" | "invite":
            return row.answer(column.key, column.list)
        case "number":
            return row.number_of(column.key)
        case "coordinate":
            return row.coordinate(column.key, 90 if column.key == "lat" else 180)
        case "date":
            return row.date(column.key)
        case "word":
            return row.words(column.key) if column.is_many else row.word(column.key)
    if column.key == "name":
        return row.needed("name")
    return row.words(column.key) if column.is_many else row.text(column.key)


def is_same(one: Any, other: Any) -> bool:
    """Whether two values say the same: words of a list by their keys, whatever language they were written in."""
    if isinstance(one, Word) and isinstance(other, Word):
        return one.key == other.key if one.key or other.key else one.text == other.text
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(is_same(a, b) for a, b in zip(one, other, strict=True))
    return bool(one == other)
