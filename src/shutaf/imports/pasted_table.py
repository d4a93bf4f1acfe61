"""Which column of a pasted block of cells holds the names, and which what stands beside them?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from shutaf.analysis.actors.sector_guess import suggest_sector
from shutaf.analysis.text.fold import fold, fold_header
from shutaf.imports.contacts import looks_like_email
from shutaf.imports.foreign_headers import is_known, means
from shutaf.imports.headers import keys_by_header
from shutaf.imports.no_body import begins_total
from shutaf.imports.pasted_beside import Beside, cues, has_letter, looks_like_person, sector_key, tidy, told
from shutaf.imports.pasted_lines import NOTHING, Line, unmarked
from shutaf.imports.pasted_phones import is_phone
from shutaf.imports.pasted_signs import taken

_MARKS = ("\t", ";", "|", ",")
_TITLE_ROWS, _LOOKED_AT, _MOST_COLUMNS, _LONGEST_INDEX = 5, 60, 60, 4
"""Ours: headers stand in the first rows; sixty rows tell what a column holds; what stands further out is kept as it is."""

_HEADED = (
    *(("phone", "people"), ("email", "people"), ("role", "people"), ("sector", "organisations"), ("city", "organisations")),
    *(("registration_no", "organisations"), ("id", "organisations")),
)
_DIFFERENT = 0.6
"""Ours: the share of different texts in a column of people."""


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    text: str
    cells: tuple[str, ...]


def table_lines(lines: Sequence[tuple[int, str]]) -> list[Line]:
    """The entries of a block of cells, () where the text is a plain list."""
    rows = next((rows for mark in _MARKS if _is_block(rows := _rows(_joined(lines, mark), mark), mark)), [])
    if not rows:
        return []
    at = next((i for i, row in enumerate(rows[:_TITLE_ROWS]) if _is_header(row)), -1)
    headers = rows[at].cells if at >= 0 else ()
    body = rows[at + 1 :]
    roles = _roles(headers, body)
    above = [Line(row.number, row.text, NOTHING, is_left=True) for row in rows[: max(at, 0)]]
    return [*above, *(_line(row, roles) for row in body if not (headers and row.cells == headers))]


def _joined(lines: Sequence[tuple[int, str]], mark: str) -> list[tuple[int, str]]:
    """Lines of which a cell in quotation marks spans several become one."""
    found: list[tuple[int, str]] = []
    is_open = False
    for at, (number, line) in enumerate(lines):
        if is_open:
            found[-1] = (found[-1][0], f"{found[-1][1]} {line}")
            is_open = not re.search(rf'"(?:{re.escape(mark)}|$)', line)
            continue
        found.append((number, line))
        opened = re.search(rf'(?:^|{re.escape(mark)})"[^"]*$', line)
        is_open = bool(opened) and any(re.search(rf'^[^"]*"(?:{re.escape(mark)}|$)', later) for _, later in lines[at + 1 : at + 4])
    return found


def _rows(lines: Sequence[tuple[int, str]], mark: str) -> list[_Row]:
    if not any(mark in line for _, line in lines):
        return []
    return [
        _Row(number, line.strip(), tuple(_cells(text, mark))) for (number, line), text in zip(lines, _bare_rows(lines, mark), strict=True)
    ]


def _bare_rows(lines: Sequence[tuple[int, str]], mark: str) -> list[str]:
    """The rows without the marks of a list, where all have one: "-" in some rows is a cell."""
    if mark == "|":
        return [line.strip("| ") for _, line in lines]
    bare = [text for _, text, _ in unmarked(lines)]
    is_list = all(text != line for text, (_, line) in zip(bare, lines, strict=True)) and not any(line.startswith("\t") for _, line in lines)
    return bare if is_list else [line for _, line in lines]


def _cells(text: str, mark: str) -> list[str]:
    if mark not in (",", ";") or '"' not in text:
        cells = text.split(mark)
    else:
        cells = [cell for cell, end in re.findall(rf'((?:^|(?<={mark}))\s*"(?:[^"]|"")*"(?={mark}|\s*$)|[^{mark}]*)({mark}|$)', text)]
        cells = cells[:-1] if len(cells) > 1 and not cells[-1] else cells
    return [_unquoted(cell.strip()) for cell in cells]


def _unquoted(cell: str) -> str:
    is_quoted = len(cell) > 2 and cell[0] == cell[-1] == '"' and '"' not in cell[1:-1].replace('""', "")
    return cell[1:-1].replace('""', '"').strip() if is_quoted else cell


def _is_block(rows: Sequence[_Row], mark: str) -> bool:
    """Cells parted by tabs are a block; other marks only where headers stand, or a column plainly is no part of a name."""
    if mark == "\t" or not rows:
        return any(len(row.cells) > 1 for row in rows)
    if any(_is_header(row) and len(row.cells) > 1 for row in rows[:_TITLE_ROWS]):
        return True
    widths = {len(row.cells) for row in rows if len(row.cells) > 1}
    is_even = len(widths) == 1 and sum(len(row.cells) > 1 for row in rows) == len(rows) > 1
    if not is_even:
        return False
    columns = [[row.cells[i] for row in rows] for i in range(min(_MOST_COLUMNS, widths.pop()))]
    return mark == "|" or any(_kind(column) in ("phone", "email", "sector") for column in columns)


def _is_header(row: _Row) -> bool:
    cells = [cell for cell in row.cells[:_MOST_COLUMNS] if cell]
    known = [cell for cell in cells if is_known(cell) and not sector_key(cell)]
    return bool(known) and len(known) * 2 >= len(cells) and not any(looks_like_email(cell) or is_phone(cell) for cell in cells)


def _roles(headers: Sequence[str], rows: Sequence[_Row]) -> tuple[str, ...]:
    """What each column holds: name, person, phone, email, sector, or "" for what we do not know."""
    width = min(_MOST_COLUMNS, max((len(row.cells) for row in rows), default=0))
    columns = [[row.cells[i] for row in rows[:_LOOKED_AT] if i < len(row.cells)] for i in range(width)]
    roles = [_by_header(headers[i]) if i < len(headers) and headers[i] else _kind(column) for i, column in enumerate(columns)]
    named = [i for i, role in enumerate(roles) if role in ("name", "either")]
    texts = named or [i for i, role in enumerate(roles) if role == "text"]
    plain = [i for i in texts if roles[i] == "name"] or texts
    best = max(plain, key=lambda i: (_spoken_for(columns[i]), -i), default=-1)
    for i in range(width):
        if i == best:
            roles[i] = "name"
        elif roles[i] == "either" or (roles[i] == "text" and _holds_people(columns[i])):
            roles[i] = "person" if "person" not in roles else ""
        elif roles[i] in ("name", "text"):
            roles[i] = ""
    return tuple(roles)


def _by_header(header: str) -> str:
    """Many call the person's name and the body's alike; that is decided by the other columns."""
    if role := next((role for role, sheet in _HEADED if means(sheet, header, role)), ""):
        return role
    is_person = means("people", header, "name")
    if means("organisations", header, "name"):
        return "either" if is_person else "name"
    if fold_header(header) in keys_by_header("departments") and keys_by_header("departments")[fold_header(header)][0] in (
        "contact",
        "name",
    ):
        return {"contact": "person", "name": "name"}[keys_by_header("departments")[fold_header(header)][0]]
    return "person" if is_person else ""


def _kind(column: Sequence[str]) -> str:
    """What a column without a header holds, by its filled cells."""
    for kind, holds in (
        ("email", looks_like_email),
        ("phone", is_phone),
        ("sector", lambda cell: bool(sector_key(cell))),
        ("id", _is_index),
    ):
        if _holds(column, holds):
            return kind
    return "text" if _holds(column, has_letter) else ""


def _is_index(cell: str) -> bool:
    return cell.rstrip(".").isdecimal() and len(cell) <= _LONGEST_INDEX


def _holds(column: Sequence[str], test: object) -> bool:
    filled = [cell for cell in column if cell]
    return bool(filled) and callable(test) and sum(bool(test(cell)) for cell in filled) * 2 > len(filled)


def _holds_people(column: Sequence[str]) -> bool:
    """Names of people differ from row to row; names of towns come again."""
    filled = [fold(cell) for cell in column if cell]
    return _holds(column, looks_like_person) and len(set(filled)) >= _DIFFERENT * len(filled)


def _spoken_for(column: Sequence[str]) -> tuple[int, int]:
    """How much a column looks like one of bodies: words that speak for a sector, then how many different texts."""
    return sum(suggest_sector(cell, cues()) is not None for cell in column), len({fold(cell) for cell in column if cell})


def _line(row: _Row, roles: Sequence[str]) -> Line:
    """The entry of a row. A cell that holds more than its column says is read like a line of a list."""
    by_role: dict[str, list[str]] = {}
    for cell, role in zip(row.cells, roles, strict=False):
        if cell:
            by_role.setdefault(role, []).append(cell)
    by_role.setdefault("", []).extend(filter(None, row.cells[len(roles) :]))
    named = told(" ".join(by_role.get("name", ())))
    if not named.name or any(begins_total(cell) for cell in row.cells if cell):
        return Line(row.number, row.text, NOTHING, is_left=True)
    found = [taken(cell) for role, cells in by_role.items() if role not in ("name", "sector", "id", "registration_no") for cell in cells]
    phones = [*named.phones, *(phone for each in found for phone in each.phones), *(_bare(by_role.get("phone", ())))]
    emails = [*named.emails, *(email for each in found for email in each.emails)]
    sectors = [(sector_key(cell), cell) for cell in by_role.get("sector", ())]
    persons = [tidy(taken(cell).text) for cell in by_role.get("person", ())]
    numbers = [*by_role.get("registration_no", ()), named.registration_no, *(each.registration_no for each in found)]
    rest = [cell for cell in by_role.get("", ()) if not looks_like_email(cell) and not is_phone(cell)]
    told_all = Beside(
        named.name, next((key for key, _ in sectors if key), named.sector), next(iter(persons), named.person), tuple(dict.fromkeys(phones)),
        tuple(dict.fromkeys(emails)), next(filter(None, numbers), ""), (*named.rest, *(cell for key, cell in sectors if not key), *rest),
        ", ".join(by_role.get("role", ())), ", ".join(by_role.get("city", ())),
    )  # fmt: skip
    return Line(row.number, row.text, told_all)


def _bare(cells: Sequence[str]) -> list[str]:
    """A telephone number that lost its zero in a spreadsheet is kept as it stands in its column."""
    return [cell for cell in cells if not taken(cell).phones and any(sign.isdecimal() for sign in cell)]
