"""What Situation do two foreign lists describe, one of bodies and one of ties?"""

from __future__ import annotations

from dataclasses import replace

from shutaf.analysis.situation import Body, Situation
from shutaf.imports.bodies import bodies_of
from shutaf.imports.cast import Cast
from shutaf.imports.foreign import by_last_word, named_in_any_language, sector_by_content, settled
from shutaf.imports.grid import Grid
from shutaf.imports.headers import required
from shutaf.imports.reading import Reading
from shutaf.imports.relations import ties_of
from shutaf.imports.table import Table, guesses_of, table_of

_ANY_REASON = frozenset({"name", "variant", "content", "told", ""})


def situation_of_pair(first: Grid, second: Grid, reading: Reading) -> Situation:
    """The bodies are in the first and the ties in the second, or the other way round where the headers say so."""
    are_ties = [tells_of_ties(grid, reading) for grid in (first, second)]
    if not any(are_ties):
        headers = tuple(m.header for m in table_of("ties", second, reading).columns)
        reading.notes.error("pair.no_ties", second.name, headers=headers)
        return Situation()
    at = 1 if are_ties[1] else 0
    ties_grid, bodies_grid = (first, second)[at], (first, second)[1 - at]
    ties = settled(table_of("ties", ties_grid, reading))
    members, known = Cast(), dict[str, Body]()
    bodies = _bodies_table(bodies_grid, reading)
    if bodies is not None:
        bodies_of(bodies.rows(), members, known)
    for table in filter(None, (bodies, ties)):
        reading.guesses.extend(guesses_of(table, _ANY_REASON))
    return Situation(bodies=tuple(known.values()), ties=ties_of(ties.rows(), members))


def bodies_laid_out(grid: Grid, reading: Reading) -> Table:
    """The table of a list of bodies; a list of ids alone is a list of names."""
    table = sector_by_content(settled(by_last_word(named_in_any_language(table_of("organisations", grid, reading)), ("name", "id"))))
    if "name" not in table.keys and "id" in table.keys:
        table = replace(table, columns=tuple(replace(m, key="name") if m.key == "id" else m for m in table.columns))
    return table


def tells_of_ties(grid: Grid, reading: Reading) -> bool:
    """Whether the list has a column for each end of a tie."""
    return set(required("ties")) <= table_of("ties", grid, reading.aside()).keys


def _bodies_table(grid: Grid, reading: Reading) -> Table | None:
    """None, with the problem told, when no column can be the name."""
    table = bodies_laid_out(grid, reading)
    if "name" in table.keys:
        return table
    if not reading.notes.has_errors:
        headers = tuple(m.header for m in table.columns)
        reading.notes.error("column.missing", grid.name, table.header_line, sheet_key="organisations", column_key="name", headers=headers)
    return None
