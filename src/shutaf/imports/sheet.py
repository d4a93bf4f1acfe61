"""What Situation does her own single sheet describe, with one row a person or a body?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from shutaf.analysis.situation import Body, Situation
from shutaf.analysis.text.fold import fold
from shutaf.imports.bodies import bodies_of, people_of
from shutaf.imports.cast import Cast
from shutaf.imports.contacts import without_addresses
from shutaf.imports.foreign_headers import is_family_name, means
from shutaf.imports.grid import Cell, Grid, text_of
from shutaf.imports.headers import language_of, sheet_key
from shutaf.imports.layout import PEOPLE, laid_out
from shutaf.imports.no_body import first_text, headings_of, is_total, same_name
from shutaf.imports.reading import Reading
from shutaf.imports.table import Row, Table, guesses_of
from shutaf.imports.words import key_of

_ANY_REASON = frozenset({"name", "variant", "content", "told", ""})


@dataclass(slots=True)
class Group:
    """The rows of one body: all that was said of it, and the people under it."""

    rows: list[Row] = field(default_factory=list)
    people: list[Row] = field(default_factory=list)


def situation_of_sheet(grid: Grid, reading: Reading) -> Situation:
    """Columns are guessed (the guesses are told), titles above and totals below left out, persons grouped under their bodies."""
    table = laid_out(grid, reading)
    reading.guesses.extend(guesses_of(table, _ANY_REASON))
    if "name" not in table.keys:
        return Situation()
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
    """The rows by id where there is one, else by name. Her own fields go with the person of the row, else they stay with the body."""
    groups: dict[str, Group] = {}
    for row in _rows_of_bodies(table):
        group = groups.setdefault(row.text("id") or same_name(row.text("name")), Group())
        if person := _person(row, group.rows[0] if group.rows else row):
            group.people.append(person)
            row = replace(row, own=())
        group.rows.append(_with_loose_contact(row) if person is None else row)
    return groups


def _rows_of_bodies(table: Table) -> Iterator[Row]:
    """Rows that name a body. A row of a person without one belongs to the body above it; totals, headings and notes are no bodies."""
    name = sector = ""
    headings = headings_of(table)
    for row in table.rows():
        if is_total(row):
            row.reading.notes.gather("sheet.total_left_out", "warning", row.sheet, row.number, "", "", text=first_text(row))
        elif row.number in headings:
            sector = headings[row.number]
            row.reading.notes.gather("sheet.heading_left_out", "warning", row.sheet, row.number, "", first_text(row), text=first_text(row))
        elif row.text("name"):
            name = row.text("name")
            yield _under_heading(row, sector)
        elif row.text(PEOPLE + "name") and name:
            row.gather("sheet.name_from_above", "name", "", name=name)
            yield replace(row, cells={**row.cells, "name": name})
        else:
            row.reading.notes.gather(
                "sheet.row_without_name", "warning", row.sheet, row.number, row.header("name"), "", text=first_text(row)
            )


def _under_heading(row: Row, sector: str) -> Row:
    if not sector or row.text("sector"):
        return row
    row.reading.sectors_met.add(fold(sector))
    row.reading.notes.gather("sheet.sector_from_heading", "warning", row.sheet, row.number, "", sector, text=sector)
    return replace(row, cells={**row.cells, "sector": sector})


def _person(row: Row, first: Row) -> Row | None:
    """The person of a row as a row of the people sheet; the body is called as in its first row."""
    cells = {key.removeprefix(PEOPLE): cell for key, cell in row.cells.items() if key.startswith(PEOPLE)}
    if "name" not in cells:
        return None
    phone, email = without_addresses(_phones(row))
    cells |= {key: text for key, text in (("name", _whole_name(row)), ("phone", phone)) if text}
    if email:
        cells.setdefault("email", email)
    headers = {key.removeprefix(PEOPLE): header for key, header in row.headers.items() if key.startswith(PEOPLE)}
    body = first.text("id") or first.text("name")
    return replace(row, sheet_key="people", cells={**cells, "body": body}, headers={**headers, "body": row.header("name")})


def _whole_name(row: Row) -> str:
    """The name with the family name of a column beside it."""
    family = " ".join(value for header, value in row.own if is_family_name(header))
    name = row.text(PEOPLE + "name")
    return name if not family or family in name else f"{name} {family}"


def _phones(row: Row) -> str:
    """All numbers of the row in one text: those of one cell, and of further columns for telephones, which stay her own fields too."""
    further = (value for header, value in row.own if means("people", header, "phone"))
    lines = [line.strip() for text in (row.text(PEOPLE + "phone"), *further) for line in text.splitlines()]
    return " / ".join(dict.fromkeys(filter(None, lines)))


def _with_loose_contact(row: Row) -> Row:
    """A number or an address in a row that names nobody is the body's; it is kept as her own field."""
    loose = tuple((row.header(key), text_of(cell)) for key, cell in row.cells.items() if key.startswith(PEOPLE))
    return replace(row, own=(*loose, *row.own)) if loose else row


def _merged(group: Group, has_people: bool) -> Row:
    """One row for the body: of each column the first thing said; what differs in a later row is told."""
    first = group.rows[0]
    cells: dict[str, Cell] = {}
    for row in group.rows:
        for key, cell in row.cells.items():
            if key.startswith(PEOPLE):
                continue
            if key in cells and key != "name" and not _is_same(row, key, cells[key], cell):
                row.gather(
                    "sheet.differs", key, fold(first.text("name")), name=first.text("name"), first=text_of(cells[key]), other=text_of(cell)
                )
            cells.setdefault(key, cell)
    if len(group.rows) > 1 and (not has_people or len({fold(row.text("name")) for row in group.rows}) > 1):
        first.gather("sheet.repeated", "name", "", name=first.text("name"))
    return replace(first, cells=cells, own=_own(group))


def _is_same(row: Row, key: str, first: Cell, second: Cell) -> bool:
    """The same text, or two words for one sector."""
    words = {key_of(text_of(cell), "sector", row.reading.sector_by_word) or text_of(cell) for cell in (first, second)}
    return text_of(first) == text_of(second) or (key == "sector" and len(words) == 1)


def _own(group: Group) -> tuple[tuple[str, str], ...]:
    values: dict[str, dict[str, None]] = {}
    for row in group.rows:
        for header, value in row.own:
            values.setdefault(header, {})[value] = None
    return tuple((header, " | ".join(found)) for header, found in values.items())
