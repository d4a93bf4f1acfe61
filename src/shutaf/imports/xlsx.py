"""What stands in the cells of an Excel workbook?"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Mapping
from xml.etree import ElementTree  # parts with a DOCTYPE are refused before it sees them

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from shutaf.imports.cell_look import Look, letters, look_at, position_of
from shutaf.imports.grid import Cell, Grid, clean
from shutaf.imports.limits import Limits
from shutaf.imports.notes import Notes, RefusedError
from shutaf.imports.problem import Problem
from shutaf.imports.zips import open_zip, read_part, repacked

_BOOK, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_NEEDED = re.compile(r"\[Content_Types\]\.xml|_rels/\.rels|xl/[^/]+\.xml|xl/_rels/workbook\.xml\.rels", re.IGNORECASE)
_CUT_MERGES = 5


def read_xlsx(data: bytes, name: str, notes: Notes, limits: Limits) -> list[Grid]:
    """Every sheet's values. A formula gives the value it last had; macros are never looked at. Raises RefusedError."""
    with open_zip(data, name, limits) as archive:
        if any(part.lower().endswith("vbaproject.bin") for part in archive.namelist()):
            notes.warn("file.macros", name)
        parts = sheet_parts(archive, name)
        looks: dict[str, Look] = {}

        def check(part: str, content: bytes) -> None:
            refuse_doctype(content, name)
            if part in parts:
                looks[parts[part]] = look_at(content, parts[part], limits)
                if sum(look.cells for look in looks.values()) > limits.cells:
                    raise RefusedError("file.too_many_cells", name, limit=limits.cells)

        checked = repacked(archive, name, lambda part: part in parts or bool(_NEEDED.fullmatch(part)), check)
    return _grids(checked, list(parts.values()), looks, name, notes)


def refuse_doctype(content: bytes, name: str) -> None:
    """A spreadsheet never declares entities; a file that does wants to expand them."""
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content or content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in content[:4]:
        raise RefusedError("file.doctype", name)


def sheet_parts(archive: zipfile.ZipFile, name: str) -> Mapping[str, str]:
    """Path of each worksheet's part -> the sheet's name, in the workbook's order."""
    roots = []
    for part in (_BOOK, _LINKS):
        content = read_part(archive, part, name)
        refuse_doctype(content, name)
        try:
            roots.append(ElementTree.fromstring(content))  # noqa: S314 - no DOCTYPE, so nothing to expand
        except ElementTree.ParseError as why:
            raise RefusedError("file.damaged", name) from why
    book, links = roots
    targets = {link.get("Id"): link.get("Target", "") for link in links if link.get("Type", "").endswith("/worksheet")}
    sheets = [
        (sheet.get("name", ""), next((v for k, v in sheet.attrib.items() if k.endswith("}id")), ""))
        for sheet in book.iter()
        if sheet.tag.endswith("}sheet")
    ]
    return {posixpath.normpath(posixpath.join("/xl", targets[link]))[1:]: sheet for sheet, link in sheets if link in targets}


def _grids(checked: object, sheets: list[str], looks: Mapping[str, Look], name: str, notes: Notes) -> list[Grid]:
    grids = []
    try:
        with CalamineWorkbook.from_filelike(checked) as workbook:  # type: ignore[arg-type]  # BytesIO has all it needs
            for sheet in sheets:
                look = looks.get(sheet, Look())
                grid = _grid(workbook.get_sheet_by_name(sheet), look, notes)
                if not grid.is_explanation:
                    _tell(look, sheet, notes)
                grids.append(grid)
    except (CalamineError, OSError, ValueError) as why:
        raise RefusedError("file.damaged", name) from why
    return grids


def _grid(sheet: CalamineSheet, look: Look, notes: Notes) -> Grid:
    rows: list[list[Cell]] = [
        [clean(cell) if isinstance(cell, str) else cell for cell in row] for row in sheet.to_python(skip_empty_area=False)
    ]
    grid = Grid(sheet.name, rows, unread=_unread(look, sheet.name))
    merged = [box for box in sheet.merged_cell_ranges or () if _fill_down(rows, *box)]
    if merged and not grid.is_explanation:
        cells = tuple(f"{letters(left)}{top + 1}:{letters(left)}{bottom + 1}" for (top, left), (bottom, _) in merged[:_CUT_MERGES])
        notes.warn("sheet.merged", sheet.name, merged[0][0][0] + 1, count=len(merged), cells=cells)
    return grid


def _fill_down(rows: list[list[Cell]], start: tuple[int, int], end: tuple[int, int]) -> bool:
    """A value merged over several rows holds for each of them; one merged across columns is a title and stays where it is."""
    (top, left), (bottom, _) = start, end
    if top >= len(rows) or left >= len(rows[top]) or rows[top][left] == "":
        return False
    filled = [row for row in rows[top + 1 : bottom + 1] if row[left] == ""]
    for row in filled:
        row[left] = rows[top][left]
    return bool(filled)


def _tell(look: Look, sheet: str, notes: Notes) -> None:
    if look.formula_count:
        notes.warn("sheet.formulas", sheet, look.first_formula[1], look.first_formula[0], count=look.formula_count)


def _unread(look: Look, sheet: str) -> dict[tuple[int, int], Problem]:
    """The cells without a value that can be used; they are told once it is known whether a mend stands in their place."""
    found = [Problem("cell.formula_without_value", "error", sheet, row, column) for column, row in look.formulas_without_value]
    found += [Problem("cell.excel_error", "error", sheet, row, column, {"shown": shown}) for (column, row), shown in look.errors]
    return {position_of((problem.column, problem.row or 0)): problem for problem in found}
