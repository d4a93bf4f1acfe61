"""What Situation do the sheets of a workbook describe?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from shutaf import content
from shutaf.analysis.situation import Body, MapBasis, Place, Situation
from shutaf.imports.bodies import bodies_of, people_of, rated_by_resolved
from shutaf.imports.cast import Cast
from shutaf.imports.exchange import initiatives_of, needs_of, offers_of
from shutaf.imports.fields import Fields, fields_of, is_fictional, language_said, map_of, place_of
from shutaf.imports.grid import Grid
from shutaf.imports.headers import language_of, required, sheet_key
from shutaf.imports.reading import Reading
from shutaf.imports.relations import influences_of, stances_of, ties_of
from shutaf.imports.table import Row, Table, guesses_of, table_of

_WARNED_WHEN_MISSING = frozenset({("organisations", "sector")})
"""The first hour pastes names and taps their sectors afterwards, so a list without sectors can be read."""


def situation_of(grids: Sequence[Grid], reading: Reading) -> Situation:
    """Reads every sheet it knows by name; each other one is told. Problems go to the reading."""
    by_sheet = _by_sheet(grids, reading)
    tables = {key: table for key, grid in by_sheet.items() if (table := _table(key, grid, reading))}
    members, known = Cast(), dict[str, Body]()
    for key in ("departments", "organisations"):
        bodies_of(_rows(tables, key), members, known)
    people = people_of(_rows(tables, "people"), members, known)
    place = _fields("place", by_sheet, reading)
    about = _fields("map", by_sheet, reading)
    said = language_said(place) if place else None
    return Situation(
        place=place_of(place) if place else Place(),
        bodies=rated_by_resolved(known.values(), members),
        people=people,
        ties=ties_of(_rows(tables, "ties"), members),
        needs=needs_of(_rows(tables, "needs"), members),
        offers=offers_of(_rows(tables, "offers"), members),
        initiatives=initiatives_of(_rows(tables, "initiatives"), members),
        stances=stances_of(_rows(tables, "stances"), members),
        influences=influences_of(_rows(tables, "influence"), members),
        map=map_of(about, members) if about else MapBasis(),
        language=language_of(grid.name for grid in by_sheet.values()) if said is None else said,
        is_fictional=is_fictional(place) if place else False,
    )


def _by_sheet(grids: Sequence[Grid], reading: Reading) -> dict[str, Grid]:
    found: dict[str, Grid] = {}
    for grid in grids:
        key = sheet_key(grid.name)
        if grid.is_empty or grid.is_explanation:
            continue
        if not key:
            reading.notes.warn("sheet.unknown", grid.name, names=tuple(sheet.key for sheet in content.sheets()))
        elif key in found:
            reading.notes.error("sheet.twice", grid.name, sheet_key=key, other=found[key].name)
        else:
            found[key] = grid
    return found


def _table(key: str, grid: Grid, reading: Reading) -> Table | None:
    """None, with the problem told, when the sheet has no header of ours or lacks a column it cannot do without."""
    if next(sheet.kind for sheet in content.sheets() if sheet.key == key) == "fields":
        return None
    table = table_of(key, grid, reading)
    missing = [name for name in required(key) if name not in table.keys]
    for name in missing:
        is_warning = (key, name) in _WARNED_WHEN_MISSING
        row = table.header_line
        told = reading.notes.warn if is_warning else reading.notes.error
        told("column.missing", grid.name, row, sheet_key=key, column_key=name, headers=tuple(m.header for m in table.columns))
    reading.guesses.extend(guesses_of(table, frozenset({"variant", "told"})))
    return table if all((key, name) in _WARNED_WHEN_MISSING for name in missing) else None


def _rows(tables: dict[str, Table], key: str) -> Iterable[Row]:
    return tables[key].rows() if key in tables else ()


def _fields(key: str, by_sheet: dict[str, Grid], reading: Reading) -> Fields | None:
    return fields_of(key, by_sheet[key], reading) if key in by_sheet else None
