"""Which network do Kumu's elements and connections describe, in a blueprint, a backup or a spreadsheet?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NoReturn

from shutaf.analysis.text.fold import fold_header
from shutaf.imports.decoding import decode
from shutaf.imports.grid import Cell, Grid, text_of
from shutaf.imports.limits import Limits
from shutaf.imports.network import IS_DEPARTMENT, REF, Link, Node, departments_apart, grids_of_network
from shutaf.imports.notes import Notes, RefusedError
from shutaf.imports.words import key_of

_DEEPEST = 32
_MOST_OBJECTS_A_ROW = 8
"""Ours: an element is one object and one list of tags; a backup has a few more about its drawing."""

_ELEMENTS, _CONNECTIONS = ("label",), ("from", "to")
_ID = "id"
_BLANK_ROWS = 2
"""So many blank rows begin a new section of a spreadsheet."""

_IGNORED = "(ignore)"
_LISTS_SIGNS = str.maketrans({"|": "\\|", ";": "\\;", "\\": "\\\\"})


def read_kumu(data: bytes, name: str, notes: Notes, limits: Limits) -> list[Grid]:
    """The blueprint's elements and connections; loops have no place here and are left out, with a warning. Raises RefusedError."""
    _refuse_many_objects(data, name, limits)
    blueprint = _parsed(data, name)
    elements, connections = (_items(blueprint, key, name, limits) for key in ("elements", "connections"))
    if not elements:
        raise RefusedError("network.not_kumu", name)
    if loops := len(_items(blueprint, "loops", name, limits)):
        notes.warn("network.loops", name, count=loops)
    nodes, keys = list[Node](), dict[str, str]()
    for at, element in enumerate(elements):
        node = _node(element, str(at))
        nodes.append(node)
        for text in (*_ids(element), node.name):
            keys.setdefault(text, node.key)
    if all(only_says_sector(node.cells) for node in nodes):
        for node in nodes:
            node.cells.pop("type", None)
    return grids_of_network(nodes, [_link(connection, keys) for connection in connections], limits)


def _refuse_many_objects(data: bytes, name: str, limits: Limits) -> None:
    """Empty lists take far more memory than room in the file, so brackets and commas are counted before anything is built."""
    if data.count(b"{") + data.count(b"[") > _MOST_OBJECTS_A_ROW * limits.rows or data.count(b",") > limits.cells:
        raise RefusedError("file.too_many_cells", name, limit=limits.cells)


def _parsed(data: bytes, name: str) -> Mapping[str, Any]:
    text = decode(data, name).text
    try:
        found = json.loads(text, parse_constant=_refuse_constant)
    except RecursionError as why:
        raise RefusedError("network.too_deep", name, limit=_DEEPEST) from why
    except json.JSONDecodeError as why:
        raise RefusedError("network.damaged", name, row=why.lineno) from why
    except ValueError as why:
        raise RefusedError("network.damaged", name, row=1) from why
    if not isinstance(found, dict):
        raise RefusedError("network.not_kumu", name)
    return found


def _refuse_constant(text: str) -> NoReturn:
    raise ValueError(text)


def _items(blueprint: Mapping[str, Any], key: str, name: str, limits: Limits) -> list[dict[str, Any]]:
    """The objects of one list; those of a backup keep what is said of them one level deeper."""
    found = blueprint.get(key) or []
    if not isinstance(found, list):
        raise RefusedError("network.not_kumu", name)
    if len(found) > limits.rows:
        raise RefusedError("sheet.too_many_rows", name, limit=limits.rows)
    items = [item for item in found if isinstance(item, dict)]
    return [{**item, **item["attributes"]} if isinstance(item.get("attributes"), dict) else item for item in items]


def _ids(item: Mapping[str, Any]) -> Iterator[str]:
    for key in ("id", "_id"):
        if item.get(key) not in (None, ""):
            yield str(item[key])


def _node(element: Mapping[str, Any], key: str) -> Node:
    cells = _cells(element)
    if cells.get(_ID):
        cells[REF] = cells.pop(_ID)
    return Node(key, str(cells.pop("label", "")), cells)


def _link(connection: Mapping[str, Any], keys: Mapping[str, str]) -> Link:
    source, target = (_end(connection.get(end)) for end in ("from", "to"))
    cells = {header: cell for header, cell in _cells(connection).items() if header not in ("from", "to", "id")}
    return Link(keys.get(source, source), keys.get(target, target), cells, is_directed=None)


def _end(value: Any) -> str:
    """An end by its label or id; some exports write an object there."""
    if isinstance(value, dict):
        value = value.get("id") or value.get("_id") or value.get("label")
    return str(value) if isinstance(value, str | int) else ""


def _cells(item: Mapping[str, Any]) -> dict[str, Cell]:
    return {key: _cell(value) for key, value in item.items() if key not in ("_id", "attributes") and not isinstance(value, dict)}


def _cell(value: Any) -> Cell:
    """A value as a cell; of several each counts; what is built of further objects is about the drawing and left out."""
    if isinstance(value, list):
        texts = [text_of(cell) for each in value if (cell := _cell(each)) != "" and not isinstance(each, list)]
        return " | ".join(text.translate(_LISTS_SIGNS) for text in texts)
    return value if isinstance(value, str | int | float) else ""


def only_says_sector(cells: Mapping[str, Cell]) -> bool:
    """Whether the type of an element is its sector once more, as we write it for Kumu's drawing; then it tells nothing of its kind."""
    plain = {fold_header(header): cell for header, cell in cells.items()}
    kind, sector = (text_of(plain.get(key, "")) for key in ("type", "sector"))
    if plain.get(fold_header(IS_DEPARTMENT)):
        return True
    return "sector" in plain and (
        kind == sector or (bool(key := key_of(kind, "sector")) and key == key_of(sector.rpartition(" = ")[2], "sector"))
    )


# -- spreadsheets ---------------------------------------------------------------


def kumu_sheets(grids: Sequence[Grid]) -> list[Grid] | None:
    """The sections of a Kumu spreadsheet; None when it is none, that is, without a section of elements and one of connections."""
    wanted = [grid for grid in grids if _IGNORED not in grid.name.casefold() and not grid.is_empty]
    sections = [section for grid in wanted for section in _sections(grid)]
    kinds = [_kind(section) for section in sections]
    if "" in kinds or not {"elements", "connections"} <= set(kinds):
        return None
    found: list[Grid] = []
    for section, kind in zip(sections, kinds, strict=True):
        found.extend(departments_apart(without_double_type(section)) if kind == "elements" else [section])
    return found


def without_double_type(grid: Grid) -> Grid:
    """The section without the types that only say the sector once more."""
    headers = [fold_header(text_of(cell)) for cell in grid.rows[0]]
    rows = [dict(zip(headers, cells, strict=False)) for cells in grid.rows[1:]]
    filled = [{header: cell for header, cell in row.items() if cell != "" or header == "sector"} for row in rows if row]
    if "type" not in headers or "sector" not in headers or not all(map(only_says_sector, filled)):
        return grid
    at = headers.index("type")
    return replace(grid, rows=[[*cells[:at], "", *cells[at + 1 :]] if len(cells) > at else cells for cells in grid.rows])


def _sections(grid: Grid) -> Iterator[Grid]:
    """The parts of a sheet between two blank rows; each further one is called by its number."""
    start, blank, count = 0, 0, 0
    rows = list(grid.rows)
    for at, row in enumerate([*rows, *([""] for _ in range(_BLANK_ROWS))]):
        blank = 0 if any(cell != "" for cell in row) else blank + 1
        if blank == _BLANK_ROWS:
            part = rows[start : at + 1 - _BLANK_ROWS]
            if any(cell != "" for cells in part for cell in cells):
                count += 1
                yield replace(grid, name=grid.name if count == 1 else f"{grid.name} ({count})", rows=part, first_row=grid.first_row + start)
        if blank >= _BLANK_ROWS:
            start = at + 1
    return


def _kind(grid: Grid) -> str:
    """What the first row says that the section holds."""
    first = next((cells for _, cells in grid.numbered()), ())
    headers = [fold_header(text_of(cell)) for cell in first]
    headers = headers[1:] if headers[:1] == [_ID] else headers
    if tuple(headers[:1]) == _ELEMENTS:
        return "elements"
    return "connections" if tuple(headers[:2]) == _CONNECTIONS else ""
