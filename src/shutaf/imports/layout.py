"""Which columns of her own sheet tell of the body, and which of the person?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from shutaf.analysis.text.fold import fold_header
from shutaf.imports.foreign import by_last_word, named_in_any_language, sector_by_content, settled, without_ids_of_rows
from shutaf.imports.grid import Cell, Grid, text_of
from shutaf.imports.headers import Matched, match
from shutaf.imports.reading import Reading
from shutaf.imports.table import Table, table_of

PEOPLE = "people."
"""Before the key of a column that tells of the person in the row; all others tell of the body."""

_PERSONAL = ("name", "role", "email", "phone", "language", "from", "until")
_CONTACT = {"email": re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+"), "phone": re.compile(r"\+?[\d\s()/.-]{7,20}")}
_MOST_VALUES = 0.6
_LOOK_FOR_HEADER = 20
_NAMED_SHARE = 0.9
_ROWS_LOOKED_AT = 2_000


def layout_of(grid: Grid, reading: Reading) -> Table | None:
    """The table of her sheet; None, with the problem told, when no column can be the body's name."""
    table = laid_out(grid, reading)
    return table if "name" in table.keys else None


def laid_out(grid: Grid, reading: Reading) -> Table:
    """The table of her sheet, its columns keyed "name", "sector", ... for the body and "people.name", ... for the person.

    Where no column can be the body's name that is told, and the table has all the others.
    """
    at = own_header(grid, reading)
    if at is None:
        return Table("organisations", grid, (Matched(only_column(grid), "", "name", "content"),), -1, reading)
    table = table_of("organisations", grid, reading, at)
    headers = [""] * (max((m.position for m in table.columns), default=-1) + 1)
    for m in table.columns:
        headers[m.position] = m.header
    table = replace(table, columns=_shared_out(table.columns, match("people", headers, reading.told("people"))))
    table = sector_by_content(_contacts_by_content(settled(table)))
    table = named_in_any_language(table)
    table = without_ids_of_rows(by_last_word(table, ("name", "id")) if "name" not in table.keys else table)
    return table if "name" in table.keys or reading.notes.has_errors else _name_by_content(table)


def tells_of_persons(grid: Grid, reading: Reading) -> bool:
    """Whether a column of persons stands beside the one of their organisations."""
    table = layout_of(grid, reading)
    return table is not None and PEOPLE + "name" in table.keys


def own_header(grid: Grid, reading: Reading) -> int | None:
    """The row where most headers are known words; else the first with two texts; None for a bare list of names in one column."""
    best, most = -1, 0
    for at, row in enumerate(grid.rows[:_LOOK_FOR_HEADER]):
        texts = [text_of(cell) for cell in row]
        known = {m.position for sheet in ("organisations", "people") for m in match(sheet, texts, reading.told(sheet)) if m.key}
        if len(known) > most:
            best, most = at, len(known)
    if best >= 0:
        return best
    if only_column(grid) >= 0:
        return None
    return next((at for at, row in enumerate(grid.rows) if sum(isinstance(cell, str) and cell != "" for cell in row) > 1), 0)


def only_column(grid: Grid) -> int:
    """Where the one column stands that holds anything, -1 when there are more."""
    used = {at for _, cells in grid.numbered() for at, cell in enumerate(cells) if cell != ""}
    return used.pop() if len(used) == 1 else -1


def _shared_out(bodies: Sequence[Matched], people: Sequence[Matched]) -> tuple[Matched, ...]:
    """Each column once. Beside a column for the organisation, "name" is the person's."""
    by_key = {m.key: m for m in people if m.key}
    body_name = next((m for m in bodies if m.key == "name"), None)
    works_at, person = by_key.get("body"), by_key.get("name")
    if works_at and person and works_at.position != person.position:
        body_name = replace(works_at, key="name")
    elif not person or not body_name or person.position == body_name.position:
        return tuple(bodies)
    personal = {m.position: m for m in people if m.key in _PERSONAL}
    return tuple(_one(m, body_name, personal) for m in bodies)


def _one(m: Matched, body_name: Matched, personal: Mapping[int, Matched]) -> Matched:
    if m.position == body_name.position:
        return body_name
    if m.position in personal:
        return replace(personal[m.position], key=PEOPLE + personal[m.position].key)
    return replace(m, key="", why="") if m.key == "name" else m


def _contacts_by_content(table: Table) -> Table:
    """Addresses and numbers are known by their looks, where the sheet has persons to hang them on."""
    for key, pattern in _CONTACT.items():
        if PEOPLE + "name" in table.keys and PEOPLE + key not in table.keys:
            found = next((m for m in table.columns if m.is_own and _share(table, m.position, pattern) >= _MOST_VALUES), None)
            table = replace(table, columns=tuple(replace(m, key=PEOPLE + key, why="content") if m is found else m for m in table.columns))
    return table


def _values(table: Table, position: int) -> list[Cell]:
    rows = zip(table.numbered(), range(_ROWS_LOOKED_AT), strict=False)
    return [cells[position] for (_, cells), _ in rows if position < len(cells) and cells[position] != ""]


def _share(table: Table, position: int, pattern: re.Pattern[str]) -> float:
    found = _values(table, position)
    return sum(bool(pattern.fullmatch(text_of(cell))) for cell in found) / len(found) if found else 0.0


def _name_by_content(table: Table) -> Table:
    """The one column whose values read like names: texts, nearly all there, nearly all different. Where two do, she is asked."""
    rows = sum(1 for _ in zip(table.numbered(), range(_ROWS_LOOKED_AT), strict=False))
    likely = [m for m in table.columns if m.is_own and _reads_like_names(_values(table, m.position), rows)]
    if len(likely) == 1:
        return replace(table, columns=tuple(replace(m, key="name", why="content") if m is likely[0] else m for m in table.columns))
    headers = tuple(m.header for m in likely or table.columns)
    key = "column.ambiguous" if likely else "column.missing"
    facts = {"ours": "name"} if likely else {"column_key": "name"}
    table.reading.notes.error(
        key, table.grid.name, table.grid.first_row + table.header_row, sheet_key=table.sheet_key, headers=headers, **facts
    )
    return table


def _reads_like_names(found: Sequence[Cell], rows: int) -> bool:
    texts = {fold_header(cell) for cell in found if isinstance(cell, str) and any(sign.isalpha() for sign in cell) and "@" not in cell}
    return rows > 0 and len(found) >= _NAMED_SHARE * rows and len(texts) >= _NAMED_SHARE * len(found)
