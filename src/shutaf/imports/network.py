"""Which sheets do the nodes and links of a network file make, so that all that reads sheets can read it?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from shutaf.analysis.text.fold import fold, fold_header
from shutaf.imports.cast import generated_ref
from shutaf.imports.cell_look import letters
from shutaf.imports.grid import Cell, Grid, clean
from shutaf.imports.limits import Limits
from shutaf.imports.notes import RefusedError
from shutaf.imports.problem import Problem

BODIES, DEPARTMENTS, TIES = "organisations", "departments", "ties"
"""What the sheets of a network file are called: our keys, so that every page says them in the reader's language."""

MIRRORED = 2
"""A mutual tie may stand there and back in the file."""

REF, IS_DEPARTMENT, DIRECTION = "ref", "is_department", "direction"
"""Attributes by which our own files carry a body's ref, that it is a department, and whether a tie is mutual."""

_SERIAL = re.compile(r"[A-Za-z]?\d{1,9}")
"""An id that only numbers the nodes of one file ("n0", "17"); another file has the same for somebody else."""

_YES = frozenset({"yes", "true", "1"})
_NO_COLUMN = frozenset(map(fold_header, ("id", "name", REF, IS_DEPARTMENT)))
"""Attributes of a node that become its id, its name and its sheet."""

_ID_OR_NAME = frozenset(map(fold_header, ("id", "name", REF)))

_LINES_A_ROW = 3
"""Ours: a file with more lines than this for each row is numbered by its rows, so that comments cannot make a sheet long."""


@dataclass(slots=True)
class Node:
    """One body as the file has it. key: how links name it. line: where it stands in the file, 0 where lines say nothing."""

    key: str
    name: str = ""
    cells: dict[str, Cell] = field(default_factory=dict)
    line: int = 0


@dataclass(slots=True)
class Link:
    """One tie. is_directed: the file says that it runs from source to target; its mirror, if there is one, makes it mutual. None: it does not say."""

    source: str
    target: str
    cells: dict[str, Cell] = field(default_factory=dict)
    line: int = 0
    is_directed: bool | None = False


def refuse_many(rows: int, sheet: str, limits: Limits) -> None:
    """Asked while a file is read, so that millions of nodes are refused before they are all in memory."""
    if rows > limits.rows:
        raise RefusedError("sheet.too_many_rows", sheet, limit=limits.rows)


def grids_of_network(
    nodes: Sequence[Node], links: Iterable[Link], limits: Limits, of_nodes: Iterable[str] = (), of_links: Iterable[str] = ()
) -> list[Grid]:
    """A sheet of organisations, one of departments where the file knows them, and one of ties. O(nodes + links).

    of_nodes, of_links: attributes that the file declares; each becomes a column, though nothing may stand in it.
    """
    _without_serial_ids(nodes)
    names, rows = _named(nodes)
    departments = [row for row in rows if str(row[1].pop(IS_DEPARTMENT, "")).casefold() in _YES]
    is_department = {id(cells) for _, cells in departments}
    first = ("id", "name", *(header for header in of_nodes if fold_header(header) not in _NO_COLUMN))
    grids = [sheet_of(BODIES, [row for row in rows if id(row[1]) not in is_department], first, limits)]
    if departments:
        grids.append(sheet_of(DEPARTMENTS, departments, first, limits))
    ties = [
        (link.line, {"from": names.get(link.source, link.source), "to": names.get(link.target, link.target), **_apart(link.cells)})
        for link in with_directions(links)
    ]
    return [
        *grids,
        sheet_of(TIES, ties, ("from", "to", *(header for header in of_links if fold_header(header) not in ("from", "to"))), limits),
    ]


def _apart(cells: Mapping[str, Cell]) -> dict[str, Cell]:
    """The cells with no header that would hide an end of the tie."""
    return {header: cell for header, cell in cells.items() if fold_header(header) not in ("from", "to")}


def _without_serial_ids(nodes: Sequence[Node]) -> None:
    """An attribute "id" that only numbers the nodes is dropped; our own files carry the ref under its own name."""
    for header in {header for node in nodes for header in node.cells if fold_header(header) == "id"}:
        found = [str(node.cells[header]) for node in nodes if header in node.cells]
        if all(map(_SERIAL.fullmatch, found)) or len(set(found)) < len(found):
            for node in nodes:
                node.cells.pop(header, None)


def _named(nodes: Sequence[Node]) -> tuple[dict[str, str], list[tuple[int, dict[str, Cell]]]]:
    """(key in the file -> the text that names it in our sheets, rows). One of several bodies of a name gets an id of its own.

    A name is better to read than an id; the id stands where the name could mean another.
    """
    often = Counter(fold(node.name or node.key) for node in nodes)
    taken = {ref for node in nodes if (ref := _written_ref(node))}
    names: dict[str, str] = {}
    rows = []
    for node in nodes:
        name = clean(node.name or node.key)
        is_shared = often[fold(name)] > 1 or name in taken
        ref = _written_ref(node) or (generated_ref("b", name, taken) if is_shared else "")
        taken.add(ref)
        names.setdefault(node.key, ref if is_shared or not name else name)
        rows.append((node.line, {"id": ref, "name": name, **{h: c for h, c in node.cells.items() if fold_header(h) not in _ID_OR_NAME}}))
    return names, rows


def _written_ref(node: Node) -> str:
    return clean(str(node.cells.get(REF) or node.cells.get("id") or ""))


def with_directions(links: Iterable[Link]) -> list[Link]:
    """Every link with its direction said: two directed ones that differ in nothing but their way are one mutual tie."""
    waiting: dict[tuple[str, str, frozenset[tuple[str, Cell]]], list[Link]] = {}
    found: list[Link] = []
    for link in links:
        said = str(link.cells.get(DIRECTION, "")).casefold()
        if not link.is_directed or said == "one_way":
            if link.is_directed is not None:
                link.cells.setdefault(DIRECTION, "mutual")
            found.append(link)
            continue
        key = (link.source, link.target, frozenset(link.cells.items()))
        if mirrors := waiting.get((link.target, link.source, key[2])):
            mirrors.pop().cells[DIRECTION] = "mutual"
            continue
        waiting.setdefault(key, []).append(link)
        found.append(link)
    for link in found:
        if link.is_directed:
            link.cells.setdefault(DIRECTION, "one_way")
    return found


def sheet_of(name: str, rows: Sequence[tuple[int, Mapping[str, Cell]]], first: tuple[str, ...], limits: Limits) -> Grid:
    headers = list(dict.fromkeys([*first, *(header for _, cells in rows for header in cells)]))
    headers = [header for header in headers if header != "id" or any(cells.get("id") for _, cells in rows)]
    _refuse_too_many(name, rows, headers, limits)
    lines = _lines([line for line, _ in rows])
    first_row = lines[0] - 1 if lines else 1
    unread: dict[tuple[int, int], Problem] = {}
    table: list[list[Cell]] = [list(headers)]
    for number, (_, cells) in zip(lines, rows, strict=True):
        table.extend([] for _ in range(number - first_row - len(table)))
        table.append([_cell(cells.get(header, "")) for header in headers])
        for at, header in enumerate(headers):
            if len(str(cells.get(header, ""))) > limits.cell_characters:
                facts = {"characters": len(str(cells[header])), "limit": limits.cell_characters}
                unread[number, at] = Problem("cell.too_long", "error", name, number, letters(at), facts)
    return Grid(name, table, first_row, unread=unread)


def departments_apart(grid: Grid) -> list[Grid]:
    """A sheet of bodies without the rows that it marks as departments, and a sheet of these; each row stays where it was."""
    headers = [fold_header(str(cell)) for cell in grid.rows[0]] if grid.rows else []
    if fold_header(IS_DEPARTMENT) not in headers:
        return [grid]
    at = headers.index(fold_header(IS_DEPARTMENT))

    def kept(wants: bool) -> list[Sequence[Cell]]:
        rows: list[Sequence[Cell]] = []
        for number, cells in enumerate(grid.rows):
            is_marked = at < len(cells) and str(cells[at]).casefold() in _YES
            rows.append([*cells[:at], *cells[at + 1 :]] if number == 0 or is_marked == wants else [])
        return rows

    departments = Grid(DEPARTMENTS, kept(True), grid.first_row)
    return [replace(grid, rows=kept(False)), *([departments] if any(departments.rows[1:]) else [])]


def _refuse_too_many(name: str, rows: Sequence[object], headers: Sequence[str], limits: Limits) -> None:
    refuse_many(len(rows), name, limits)
    if len(headers) > limits.columns:
        raise RefusedError("sheet.too_many_columns", name, limit=limits.columns)
    if len(rows) * len(headers) > limits.cells:
        raise RefusedError("file.too_many_cells", name, limit=limits.cells)


def _lines(lines: Sequence[int]) -> list[int]:
    """The row of each: its line in the file where every one has its own in their order, else its number with the headers in row 1."""
    is_told = all(one < other for one, other in pairwise(lines)) and bool(lines) and lines[0] > 1
    if is_told and lines[-1] - lines[0] <= _LINES_A_ROW * len(lines) + 20:
        return list(lines)
    return list(range(2, len(lines) + 2))


def _cell(cell: Cell) -> Cell:
    return clean(cell) if isinstance(cell, str) else cell
