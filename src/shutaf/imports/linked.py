"""What Situation do the sheets of a network file, or of an address book, describe?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from shutaf.analysis.situation import Body, Situation
from shutaf.imports.bodies import bodies_of, people_of, rated_by_resolved
from shutaf.imports.cast import Cast
from shutaf.imports.foreign import named_in_any_language, sector_by_content, settled
from shutaf.imports.grid import Grid
from shutaf.imports.headers import required, sheet_key
from shutaf.imports.network import DEPARTMENTS
from shutaf.imports.reading import Reading
from shutaf.imports.relations import ties_of
from shutaf.imports.table import Row, Table, guesses_of, table_of
from shutaf.imports.words import split

_ANY_REASON = frozenset({"name", "variant", "content", "told", ""})


def situation_of_network(grids: Sequence[Grid], reading: Reading) -> Situation:
    """Every sheet by what it tells of: ties, people, departments, else organisations. Columns are guessed as in any foreign sheet."""
    tables = [table for grid in grids if not grid.is_empty and (table := network_table(grid, reading)).columns]
    members, known = Cast(), dict[str, Body]()
    for key in ("departments", "organisations"):
        for table in _of(tables, key):
            if _has_needed(table):
                bodies_of(table.rows(), members, known)
    people = people_of((row for table in _of(tables, "people") for row in table.rows()), members, known)
    ties = ties_of((row for table in _of(tables, "ties") for row in _each_end(table.rows(), members)), members)
    for table in tables:
        reading.guesses.extend(guesses_of(table, _ANY_REASON))
    return Situation(bodies=rated_by_resolved(known.values(), members), people=people, ties=ties)


def network_table(grid: Grid, reading: Reading) -> Table:
    """The table of one sheet of a network file, its columns as they are read."""
    key = _key(grid, reading)
    table = table_of(key, grid, reading)
    if key in ("departments", "people"):
        return table
    return settled(table) if key == "ties" else sector_by_content(settled(named_in_any_language(table)))


def _key(grid: Grid, reading: Reading) -> str:
    if sheet_key(grid.name) in (DEPARTMENTS, "people") and grid.name == sheet_key(grid.name):
        return grid.name
    is_ties = set(required("ties")) <= table_of("ties", grid, reading.aside()).keys
    return "ties" if is_ties else "organisations"


def _of(tables: Iterable[Table], key: str) -> list[Table]:
    return [table for table in tables if table.sheet_key == key]


def _has_needed(table: Table) -> bool:
    if "name" in table.keys:
        return True
    headers = tuple(m.header for m in table.columns)
    table.reading.notes.error(
        "column.missing", table.grid.name, table.header_line, sheet_key=table.sheet_key, column_key="name", headers=headers
    )
    return False


def _each_end(rows: Iterable[Row], members: Cast) -> Iterator[Row]:
    """One row for each body that a cell of several names as the other end, as Kumu reads it."""
    for row in rows:
        several = split(row.text("to"))
        if len(several) > 1 and members.bodies.find(row.text("to")) is None:
            yield from (replace(row, cells={**row.cells, "to": each}) for each in several)
        else:
            yield row
