"""What Situation does her own single sheet describe, with one row a person or a body?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from shutaf.analysis.situation import Body, Situation
from shutaf.analysis.text.fold import fold
from shutaf.imports.bodies import bodies_of, people_of
from shutaf.imports.cast import Cast
from shutaf.imports.grid import Cell, Grid, text_of
from shutaf.imports.headers import language_of, sheet_key
from shutaf.imports.layout import PEOPLE, layout_of
from shutaf.imports.reading import Reading
from shutaf.imports.table import Row, Table, guesses_of

_TOTALS = frozenset(
    fold(text)
    for text in (
        'סה"כ',
        "סהכ",
        "סך הכל",
        "סך הכול",
        "total",
        "totals",
        "grand total",
        "sum",
        "Summe",
        "Gesamt",
        "Insgesamt",
        "المجموع",
        "إجمالي",
        "الإجمالي",
        "مجموع",
    )
)
_ANY_REASON = frozenset({"name", "variant", "content", "told", ""})


@dataclass(slots=True)
class Group:
    """The rows of one body: all that was said of it, and the people under it."""

    rows: list[Row] = field(default_factory=list)
    people: list[Row] = field(default_factory=list)


def situation_of_sheet(grid: Grid, reading: Reading) -> Situation:
    """Columns are guessed (the guesses are told), titles above and totals below left out, persons grouped under their bodies."""
    table = layout_of(grid, reading)
    if table is None:
        return Situation()
    reading.guesses.extend(guesses_of(table, _ANY_REASON))
    _tell_titles(table)
    groups = _grouped(table)
    members, known = Cast(), dict[str, Body]()
    bodies_of([_merged(group, PEOPLE + "name" in table.keys) for group in groups.values()], members, known)
    people = people_of([person for group in groups.values() for person in group.people], members, known)
    return Situation(bodies=tuple(known.values()), people=people, language=_language(grid))


def _language(grid: Grid) -> str:
    """What the tab's name is said in; a file called by our key, organisations.csv, is not English for that."""
    return "" if grid.name == sheet_key(grid.name) else language_of([grid.name])


def _tell_titles(table: Table) -> None:
    above = [
        text_of(next(cell for cell in cells if cell != ""))
        for number, cells in table.grid.numbered()
        if number < table.grid.first_row + table.header_row
    ]
    if above:
        table.reading.notes.warn("sheet.rows_above", table.grid.name, table.grid.first_row, count=len(above), texts=tuple(above[:3]))


def _grouped(table: Table) -> dict[str, Group]:
    """The rows by id where there is one, else by folded name."""
    groups: dict[str, Group] = {}
    for row in _rows_of_bodies(table):
        key = row.text("id") or fold(row.text("name"))
        group = groups.setdefault(key, Group())
        group.rows.append(row)
        if person := _person(row):
            group.people.append(person)
    return groups


def _rows_of_bodies(table: Table) -> Iterator[Row]:
    """Rows that name a body. A row of a person without one belongs to the body above it; a total is no body."""
    name = ""
    for row in table.rows():
        if _is_total(row):
            row.reading.notes.gather("sheet.total_left_out", "warning", row.sheet, row.number, "", "", text=_first_text(row))
        elif row.text("name"):
            name = row.text("name")
            yield row
        elif row.text(PEOPLE + "name") and name:
            row.gather("sheet.name_from_above", "name", "", name=name)
            yield replace(row, cells={**row.cells, "name": name})
        else:
            row.reading.notes.gather(
                "sheet.row_without_name", "warning", row.sheet, row.number, row.header("name"), "", text=_first_text(row)
            )


def _is_total(row: Row) -> bool:
    texts: Sequence[Cell] = [*row.cells.values(), *(value for _, value in row.own)]
    return any(fold(text_of(cell)).rstrip(": ") in _TOTALS for cell in texts) and len(texts) <= max(3, len(row.headers))


def _first_text(row: Row) -> str:
    return next((text_of(cell) for cell in (*row.cells.values(), *(value for _, value in row.own)) if cell != ""), "")


def _person(row: Row) -> Row | None:
    """The person of a row as a row of the people sheet. Her own fields go with the person, since each person has a row."""
    cells = {key.removeprefix(PEOPLE): cell for key, cell in row.cells.items() if key.startswith(PEOPLE)}
    if "name" not in cells:
        return None
    headers = {key.removeprefix(PEOPLE): header for key, header in row.headers.items() if key.startswith(PEOPLE)}
    body = row.text("id") or row.text("name")
    return replace(row, sheet_key="people", cells={**cells, "body": body}, headers={**headers, "body": row.header("name")})


def _merged(group: Group, has_people: bool) -> Row:
    """One row for the body: of each column the first thing said; what differs in a later row is told."""
    first = group.rows[0]
    cells: dict[str, Cell] = {}
    for row in group.rows:
        for key, cell in row.cells.items():
            if key.startswith(PEOPLE):
                continue
            if key in cells and key != "name" and text_of(cells[key]) != text_of(cell):
                row.gather(
                    "sheet.differs", key, fold(first.text("name")), name=first.text("name"), first=text_of(cells[key]), other=text_of(cell)
                )
            cells.setdefault(key, cell)
    if len(group.rows) > 1 and not has_people:
        first.gather("sheet.repeated", "name", "", name=first.text("name"))
    return replace(first, cells=cells, own=() if group.people and has_people else _own(group))


def _own(group: Group) -> tuple[tuple[str, str], ...]:
    values: dict[str, dict[str, None]] = {}
    for row in group.rows:
        for header, value in row.own:
            values.setdefault(header, {})[value] = None
    return tuple((header, " | ".join(found)) for header, found in values.items())
