"""Which columns of her own sheet tell of the body, and which of the person?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from shutaf.analysis.text.fold import fold_header
from shutaf.imports.cell_look import letters
from shutaf.imports.contacts import looks_like_email, looks_like_phone
from shutaf.imports.double_header import with_one_header
from shutaf.imports.foreign import by_last_word, named_in_any_language, sector_by_content, settled, without_ids_of_rows
from shutaf.imports.foreign_headers import is_known, matched
from shutaf.imports.grid import Cell, Grid, text_of
from shutaf.imports.headers import Matched
from shutaf.imports.reading import Reading
from shutaf.imports.table import Table, table_of

PEOPLE = "people."
"""Before the key of a column that tells of the person in the row; all others tell of the body."""

_PERSONAL = ("name", "role", "email", "phone", "language", "from", "until")
_CONTACT = {"email": looks_like_email, "phone": looks_like_phone}
_MOST_VALUES = 0.6
_LOOK_FOR_HEADER = 20
_TITLE_TEXTS = 2
_NAMED_SHARE = 0.9
_ROWS_LOOKED_AT = 2_000


def laid_out(grid: Grid, reading: Reading) -> Table:
    """The table of her sheet, its columns keyed "name", "sector", ... for the body and "people.name", ... for the person.

    Where no column can be the body's name that is told, and the table has all the others.
    """
    grid, at = headed(grid, reading)
    if at is None and only_column(grid) >= 0:
        return Table("organisations", grid, (Matched(only_column(grid), "", "name", "content"),), -1, reading)
    table = _without_headers(grid, reading) if at is None else table_of("organisations", grid, reading, at)
    headers = [""] * (max((m.position for m in table.columns), default=-1) + 1)
    for m in table.columns:
        headers[m.position] = m.header
    bodies, people = (matched(sheet, headers, reading.told(sheet)) for sheet in ("organisations", "people"))
    table = replace(table, columns=_shared_out(bodies, people))
    table = _contacts_by_content(_person_by_content(sector_by_content(settled(table))))
    table = named_in_any_language(table)
    table = without_ids_of_rows(by_last_word(table, ("name", "id")) if "name" not in table.keys else table)
    return table if "name" in table.keys or reading.notes.has_errors else _name_by_content(table)


def _without_headers(grid: Grid, reading: Reading) -> Table:
    """A table whose columns are called by their letters."""
    used = sorted({at for _, cells in grid.numbered() for at, cell in enumerate(cells) if cell != ""})
    columns = tuple(Matched(at, letters(at)) for at in used)
    reading.headers_met.update({fold_header(m.header): m.header for m in columns})
    return Table("organisations", grid, columns, -1, reading)


def tells_of_persons(grid: Grid, reading: Reading) -> bool:
    """Whether a column of persons stands beside the one of their organisations."""
    return {"name", PEOPLE + "name"} <= laid_out(grid, reading).keys


def headed(grid: Grid, reading: Reading) -> tuple[Grid, int | None]:
    """The grid with its headers in one row, and which row that is; None where there are none, as in a bare list of names."""
    at = _header_row(grid, reading)
    return (grid, None) if at is None else with_one_header(grid, at, is_known)


def _header_row(grid: Grid, reading: Reading) -> int | None:
    """The row where most headers are known words; else the first with two texts; None for a bare list of names in one column."""
    best, most = -1, 0
    for at, row in enumerate(grid.rows[:_LOOK_FOR_HEADER]):
        texts = [text_of(cell) for cell in row]
        known = {m.position for sheet in ("organisations", "people") for m in matched(sheet, texts, reading.told(sheet)) if m.key}
        if len(known) > most and not _is_data(texts):
            best, most = at, len(known)
    if best >= 0:
        return best
    if only_column(grid) >= 0:
        return None
    first = next((at for at, row in enumerate(grid.rows) if sum(isinstance(cell, str) and cell != "" for cell in row) > 1), 0)
    return None if grid.rows and _is_data([text_of(cell) for cell in grid.rows[first]]) else first


def _is_data(texts: Sequence[str]) -> bool:
    """A row with an address is a row of somebody, whatever its other texts mean; one with a number too, unless it only tells of a title."""
    return any(map(looks_like_email, texts)) or (sum(map(bool, texts)) > _TITLE_TEXTS and any(map(looks_like_phone, texts)))


def only_column(grid: Grid) -> int:
    """Where the one column stands that holds anything, -1 when there are more."""
    used = {at for _, cells in grid.numbered() for at, cell in enumerate(cells) if cell != ""}
    return used.pop() if len(used) == 1 else -1


def _shared_out(bodies: Sequence[Matched], people: Sequence[Matched]) -> tuple[Matched, ...]:
    """Each column once. Beside a column for the organisation, "name" is the person's."""
    by_key = {m.key: m for m in people if m.key}
    body_name = next((m for m in bodies if m.key == "name"), None)
    works_at, person = by_key.get("body"), by_key.get("name")
    if not person:
        return tuple(bodies)
    if body_name is None or body_name.position == person.position:
        if works_at is None or works_at.position == person.position:
            return tuple(bodies)
        body_name = replace(works_at, key="name")
    personal = {m.position: m for m in people if m.key in _PERSONAL}
    return tuple(_one(m, body_name, personal) for m in bodies)


def _one(m: Matched, body_name: Matched, personal: Mapping[int, Matched]) -> Matched:
    if m.position == body_name.position:
        return body_name
    if m.position in personal:
        return replace(personal[m.position], key=PEOPLE + personal[m.position].key)
    return replace(m, key="", why="") if m.key == "name" else m


def _person_by_content(table: Table) -> Table:
    """Without headers, the one column beside the body's that reads like names, where numbers or addresses stand beside it."""
    own = [m for m in table.columns if m.is_own]
    if table.header_row >= 0 or "name" not in table.keys:
        return table
    rows = _rows_looked_at(table)
    likely = [m for m in own if _reads_like_names(_values(table, m.position), rows)]
    has_contacts = any(_share(table, m.position, looks_right) >= _MOST_VALUES for m in own for looks_right in _CONTACT.values())
    if len(likely) != 1 or not has_contacts:
        return table
    return replace(table, columns=tuple(replace(m, key=PEOPLE + "name", why="content") if m is likely[0] else m for m in table.columns))


def _contacts_by_content(table: Table) -> Table:
    """Addresses and numbers are known by their looks, where the sheet has persons to hang them on."""
    for key, looks_right in _CONTACT.items():
        if PEOPLE + "name" in table.keys and PEOPLE + key not in table.keys:
            found = next((m for m in table.columns if m.is_own and _share(table, m.position, looks_right) >= _MOST_VALUES), None)
            table = replace(table, columns=tuple(replace(m, key=PEOPLE + key, why="content") if m is found else m for m in table.columns))
    return table


def _values(table: Table, position: int) -> list[Cell]:
    rows = zip(table.numbered(), range(_ROWS_LOOKED_AT), strict=False)
    return [cells[position] for (_, cells), _ in rows if position < len(cells) and cells[position] != ""]


def _share(table: Table, position: int, looks_right: Callable[[str], bool]) -> float:
    found = _values(table, position)
    return sum(looks_right(text_of(cell)) for cell in found) / len(found) if found else 0.0


def _name_by_content(table: Table) -> Table:
    """The one column whose values read like names: texts, nearly all there, nearly all different. Where two do, she is asked."""
    rows = _rows_looked_at(table)
    likely = [m for m in table.columns if m.is_own and _reads_like_names(_values(table, m.position), rows)]
    if len(likely) == 1:
        return replace(table, columns=tuple(replace(m, key="name", why="content") if m is likely[0] else m for m in table.columns))
    headers = tuple(m.header for m in likely or table.columns)
    key = "column.ambiguous" if likely else "column.missing"
    facts = {"ours": "name"} if likely else {"column_key": "name"}
    table.reading.notes.error(key, table.grid.name, table.header_line, sheet_key=table.sheet_key, headers=headers, **facts)
    return table


def _rows_looked_at(table: Table) -> int:
    return sum(1 for _ in zip(table.numbered(), range(_ROWS_LOOKED_AT), strict=False))


def _reads_like_names(found: Sequence[Cell], rows: int) -> bool:
    texts = {fold_header(cell) for cell in found if isinstance(cell, str) and any(sign.isalpha() for sign in cell) and "@" not in cell}
    return rows > 0 and len(found) >= _NAMED_SHARE * rows and len(texts) >= _NAMED_SHARE * len(found)
