"""How far do guesses about a foreign table reach, and when are they taken back?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shutaf.analysis.text.fold import fold, fold_header
from shutaf.imports import values
from shutaf.imports.amounts import amount
from shutaf.imports.grid import Cell, text_of
from shutaf.imports.headers import Matched, column
from shutaf.imports.table import Table, address
from shutaf.imports.values import UnreadableError
from shutaf.imports.words import key_of

RUNS_EITHER_WAY = frozenset(
    fold(text)
    for text in (
        "frequency",
        "freq",
        "value",
        "quality",
        "תדירות",
        "איכות הקשר",
        "Häufigkeit",
        "Qualität",
        "تكرار",
        "جودة العلاقة",
        "rank",
        "level",
    )
)
"""Ours: headers that content lists for strength, but which in other people's files often count the other way (1 = most often). Only --map makes them one."""

_SECTOR_SHARE = 0.5
"""Ours: so many of a column's values must be words for a sector before it is taken for the sector."""

_NAMES_AGAIN_SHARE = 0.02
"""Ours: two bodies of one name happen; more than this share of the names standing under several ids does not."""

_SHORT = 2
"""Ours: a column without a text longer than this holds codes, not names of towns."""

_CHOICES = {"status": "tie_status", "direction": "direction", "visible_to": "visibility"}


def settled(table: Table) -> Table:
    """The table with every guess taken back whose column holds something it cannot mean; those stay as her own fields, with a warning.

    A column she named with --map is never taken back: what cannot be read there is an error in its cell.
    """
    columns = []
    rows = tuple(table.numbered())
    for m in table.columns:
        keep = not m.key or m.why == "told" or _holds(table, m, rows)
        columns.append(m if keep else replace(m, key="", why=""))
    return replace(table, columns=tuple(columns))


def _holds(table: Table, m: Matched, rows: Sequence[tuple[int, Sequence[Cell]]]) -> bool:
    if m.key == "strength_1_5" and fold_header(m.header) in RUNS_EITHER_WAY:
        table.reading.notes.warn("column.runs_either_way", table.grid.name, table.header_line, m.header, ours=m.key)
        return False
    texts = [text_of(cells[m.position]) for _, cells in rows if m.position < len(cells)] if m.key == "city" else []
    if any(texts) and max(map(len, texts)) <= _SHORT:
        first = next(filter(None, texts))
        table.reading.notes.warn("column.not_as_guessed", table.grid.name, table.header_line, m.header, ours=m.key, text=first)
        return False
    for number, cells in rows:
        cell = cells[m.position] if m.position < len(cells) else ""
        if cell != "" and not _is_readable(*address(table.sheet_key, m.key), cell):
            table.reading.notes.warn("column.not_as_guessed", table.grid.name, number, m.header, ours=m.key, text=text_of(cell))
            return False
    return True


def _is_readable(sheet: str, key: str, cell: Cell) -> bool:
    found = column(sheet, key)
    kind = found.kind if found else ""
    try:
        if kind in ("number", "integer"):
            values.number_within(cell, *values.bounds_of(key))
        elif kind == "coordinate":
            values.number_within(cell, -180, 180)
        elif kind == "share":
            values.share(cell)
        elif kind == "date":
            values.iso_date(cell)
        elif kind in ("answer", "invite"):
            values.answer(cell, found.list if found else kind)
        elif kind == "amount":
            amount(cell)
    except UnreadableError:
        return False
    return key not in _CHOICES or bool(key_of(text_of(cell), _CHOICES[key]))


def by_last_word(table: Table, keys: Sequence[str]) -> Table:
    """Fills in `keys` that no header matched by headers that end or begin with one of our words: "ngo_name", "Name of the club".

    Where two headers could be the name, neither is taken and she is asked.
    """
    columns = list(table.columns)
    for key in (key for key in keys if key not in table.keys):
        ours = column(table.sheet_key, key)
        words = {fold_header(text) for text in (key, *ours.variants, *ours.names.values())} if ours else set()
        likely = [
            at
            for at, m in enumerate(columns)
            if m.is_own and {*fold_header(m.header).split()[:1], *fold_header(m.header).split()[-1:]} & words
        ]
        if len(likely) == 1:
            columns[likely[0]] = replace(columns[likely[0]], key=key, why="variant")
        elif key == "name" and likely:
            headers = tuple(columns[at].header for at in likely)
            table.reading.notes.error(
                "column.ambiguous",
                table.grid.name,
                table.header_line,
                sheet_key=table.sheet_key,
                ours=key,
                headers=headers,
            )
    return replace(table, columns=tuple(columns))


def named_in_any_language(table: Table) -> Table:
    """Where only names in languages stand, the first of them is the name."""
    first = next((m for m in table.columns if m.key.startswith("name_")), None)
    if "name" in table.keys or first is None:
        return table
    return replace(table, columns=tuple(replace(m, key="name") if m is first else m for m in table.columns))


def without_ids_of_rows(table: Table) -> Table:
    """Takes a guessed id back when names come again under other ids: it numbers the rows (grants, memberships), not the bodies."""
    at = {m.key: m.position for m in table.columns if m.why != "told"}
    name = next((m.position for m in table.columns if m.key == "name"), None)
    if "id" not in at or name is None:
        return table
    ids: dict[str, set[str]] = {}
    for _, cells in table.numbered():
        if max(name, at["id"]) < len(cells) and cells[name] != "":
            ids.setdefault(fold(text_of(cells[name])), set()).add(text_of(cells[at["id"]]))
    again = sum(len(found) > 1 for found in ids.values())
    if again <= _NAMES_AGAIN_SHARE * len(ids):
        return table
    header = next(m.header for m in table.columns if m.position == at["id"])
    table.reading.notes.warn("column.id_of_rows", table.grid.name, table.header_line, header, names=again)
    return replace(table, columns=tuple(replace(m, key="", why="") if m.position == at["id"] else m for m in table.columns))


def sector_by_content(table: Table) -> Table:
    """The column, her own or one guessed to be the kind, most of whose values are words for a sector, when no header says sector."""
    if "sector" in table.keys:
        return table
    shares = {m.position: _sector_share(table, m.position) for m in table.columns if m.is_own or (m.key == "kind" and m.why != "told")}
    best = max(shares, key=lambda position: shares[position], default=-1)
    if best < 0 or shares[best] < _SECTOR_SHARE:
        return table
    columns = (replace(m, key="sector", why="content") if m.position == best else m for m in table.columns)
    return replace(table, columns=tuple(columns))


def _sector_share(table: Table, position: int) -> float:
    texts = [text_of(cells[position]) for _, cells in table.numbered() if position < len(cells) and cells[position] != ""]
    return sum(bool(key_of(text, "sector", table.reading.sector_by_word)) for text in texts) / len(texts) if texts else 0.0
