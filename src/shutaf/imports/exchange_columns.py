"""What do the columns of a pasted block of needs and offers hold?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from shutaf.analysis.text.fold import fold_header
from shutaf.imports.amounts import amount
from shutaf.imports.exchange_line import amount_in, side_said
from shutaf.imports.headers import keys_by_header
from shutaf.imports.pasted_cells import cells_of, is_date
from shutaf.imports.values import UnreadableError
from shutaf.imports.words import key_of, split

Known = Callable[[str], bool]
_MARKS = ("\t", ";", "|", ",")
_LOOKED_AT, _ENOUGH = 60, 0.6
"""Ours: as for a pasted list of actions."""
_FIELDS = {"from": "from_date", "until": "until_date", "themes": "theme"}
_TAKEN = frozenset({"title", "kind", "theme", "amount", "where", "from_date", "until_date", "conditions", "body", "side", "unit"})
_SIDE_HEADS = frozenset(
    map(
        fold_header,
        (
            "side",
            "need or offer",
            "need/offer",
            "צורך או הצעה",
            "צורך/הצעה",
            "צד",
            "Bedarf oder Angebot",
            "Bedarf/Angebot",
            "Seite",
            "حاجة أو عرض",
        ),
    )
)


def block_things(text: str, is_body: Known) -> tuple[Sequence[str], list[dict[str, Any]]] | None:
    """(what each column was taken for, the rows) of a block of cells; None where the text is a plain list."""
    for mark in _MARKS:
        lines = cells_of(text, mark)
        heads = tuple(_head(cell) for cell in lines[0][1]) if lines else ()
        is_headed = sum(map(bool, heads)) >= 2
        if not is_headed and (mark == "," or not _is_even(lines)):
            continue
        body = lines[1:] if is_headed else lines
        columns = _guessed(heads if is_headed else (), [cells for _line, cells in body], is_body)
        return columns, [_row(line, cells, columns) for line, cells in body]
    return None


@cache
def _heads() -> Mapping[str, str]:
    both = {head: key for sheet in ("offers", "needs") for head, (key, _why) in keys_by_header(sheet).items()}
    return {head: _FIELDS.get(key, key) for head, key in both.items()} | dict.fromkeys(_SIDE_HEADS, "side")


def _head(cell: str) -> str:
    key = _heads().get(fold_header(cell), "")
    return key if key in _TAKEN else ""


def _is_even(lines: Sequence[tuple[int, Sequence[str]]]) -> bool:
    """Most rows have a second cell."""
    return bool(lines) and sum(len(cells) > 1 for _line, cells in lines) * 2 > len(lines)


def _guessed(heads: Sequence[str], rows: Sequence[Sequence[str]], is_body: Known) -> tuple[str, ...]:
    """A head wins; a column without one is told by what its cells hold; the longest texts that are left are what it is about."""
    width = max([len(heads), *map(len, rows)], default=0)
    found = [heads[at] if at < len(heads) else "" for at in range(width)]
    found = ["" if key and key in found[:at] else key for at, key in enumerate(found)]
    samples = [[cell for row in rows[:_LOOKED_AT] if at < len(row) and (cell := row[at])] for at in range(width)]
    for at in range(width):
        if not found[at] and samples[at]:
            found[at] = _holds(samples[at], is_body, found)
    if "title" not in found and (left := [at for at in range(width) if not found[at] and samples[at]]):
        found[max(left, key=lambda at: sum(map(len, samples[at])) / len(samples[at]))] = "title"
    return tuple(found)


def _holds(cells: Sequence[str], is_body: Known, taken: Sequence[str]) -> str:
    tests: tuple[tuple[str, Known], ...] = (
        ("body", is_body),
        ("side", lambda cell: bool(side_said(cell))),
        ("kind", lambda cell: bool(key_of(cell, "resource"))),
        ("theme", lambda cell: any(key_of(part, "theme") for part in split(cell))),
        ("from_date" if "from_date" not in taken else "until_date", is_date),
        ("amount", _is_amount),
    )
    fitting = (key for key, test in tests if key not in taken and sum(map(test, cells)) >= _ENOUGH * len(cells))
    return next(fitting, "")


def _is_amount(cell: str) -> bool:
    try:
        return bool(amount(cell))
    except UnreadableError:
        return False


def _row(line: int, cells: Sequence[str], columns: Sequence[str]) -> dict[str, Any]:
    """Cells of columns that nobody understood are kept as conditions, where they are seen and can be mended."""
    told = {key: cell for key, cell in zip(columns, cells, strict=False) if key and cell}
    beside = [cell for key, cell in zip(columns, cells, strict=False) if not key and cell]
    title = told.get("title", "")
    quantity = " ".join(filter(None, (told.get("amount", ""), told.pop("unit", "")))) or amount_in(title)
    conditions = "; ".join(filter(None, (told.get("conditions", ""), *beside)))
    side = side_said(told.get("side", ""))
    return {**told, "line": line, "title": title, "side": side, "amount": quantity, "conditions": conditions}
