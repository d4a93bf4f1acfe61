"""Which sheets are in the files she named, what are they together, and which of them are read?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from shutaf.imports.files import grids_of
from shutaf.imports.grid import Grid
from shutaf.imports.headers import required, sheet_key
from shutaf.imports.kumu import kumu_sheets
from shutaf.imports.labelled import labelled
from shutaf.imports.layout import tells_of_persons
from shutaf.imports.mend import Mend
from shutaf.imports.mending import mended, tell_unread
from shutaf.imports.notes import RefusedError
from shutaf.imports.reading import Reading
from shutaf.imports.table import table_of

Kind: TypeAlias = Literal["workbook", "folder", "sheet", "bodies_ties", "network"]


@dataclass(frozen=True, slots=True)
class Opened:
    """All sheets of all files. written: as they stand in the files; mended: the same in the same order with her mends.

    read: those of the mended that tell of bodies and ties; empty when a file was refused.
    """

    kind: Kind
    read: tuple[Grid, ...]
    mended: tuple[Grid, ...]
    written: tuple[Grid, ...]


def opened(paths: Sequence[Path], mends: Sequence[Mend], reading: Reading) -> Opened:
    """Reads the files; one that cannot be read as a whole is a problem, and then no sheet of any is read."""
    found: list[tuple[str, list[Grid]]] = []
    for path in paths:
        try:
            found.append(grids_of(Path(path), reading.notes, reading.limits))
        except RefusedError as refused:
            reading.notes.add(refused.problem)
    written = tuple(grid for _, grids in found for grid in grids)
    with_mends = tuple(mended(written, mends, reading))
    tell_unread(with_mends, reading)
    in_turn = iter(with_mends)
    kind, read = _together(len(paths), [(form, [next(in_turn) for _ in grids]) for form, grids in found], reading)
    return Opened(kind, tuple(read), with_mends, written)


def _together(files: int, found: Sequence[tuple[str, list[Grid]]], reading: Reading) -> tuple[Kind, list[Grid]]:
    if not 1 <= files <= 2:
        reading.notes.error("input.too_many_files", count=files)
    if len(found) < files or not 1 <= files <= 2:
        return ("bodies_ties" if files == 2 else "sheet"), []
    if sections := kumu_sheets([grid for _, grids in found for grid in grids]):
        return "network", sections
    if "network" in dict(found):
        return "network", _with_labels(found)
    if files == 2:
        return "bodies_ties", [_largest(grids, reading) for _, grids in found]
    return _kind(*found[0], reading)


def _with_labels(found: Sequence[tuple[str, list[Grid]]]) -> list[Grid]:
    """One network file; a table beside it tells what its labels mean."""
    network = next(grids for form, grids in found if form == "network")
    table = next((grids[0] for form, grids in found if form == "text"), None)
    return labelled(network, table) if table else network


def _kind(form: str, grids: list[Grid], reading: Reading) -> tuple[Kind, list[Grid]]:
    """A workbook has two sheets of ours, or one with all the columns it needs; else the fullest sheet is her own."""
    filled = [grid for grid in grids if not grid.is_empty and not grid.is_explanation]
    known = [grid for grid in filled if sheet_key(grid.name)]
    is_ours = len(known) > 1 or any(_fits(grid, reading.aside(), is_alone=len(filled) == 1) for grid in known)
    if form != "text" and (is_ours or all(grid.is_empty or grid.is_explanation for grid in grids)):
        return ("workbook" if form == "workbook" else "folder"), grids
    if form == "folder" and len(grids) == 2:
        return "bodies_ties", grids
    return "sheet", [_largest(grids, reading)]


def _fits(grid: Grid, reading: Reading, *, is_alone: bool) -> bool:
    """Whether the one sheet with a name of ours is meant as ours: many a contact list lies on a tab called "Contacts" or "Organisations".

    People alone name no body; and one list of organisations with persons beside them is read by person, with repeats joined and totals left out.
    """
    key = sheet_key(grid.name)
    if key == "people" or (key == "organisations" and is_alone and tells_of_persons(grid, reading)):
        return False
    return not required(key) or key in ("place", "map") or set(required(key)) <= table_of(key, grid, reading).keys


def _largest(grids: Sequence[Grid], reading: Reading) -> Grid:
    """The sheet with most rows; each other one that holds something is told, because it is not read."""
    filled = [grid for grid in grids if not grid.is_explanation]
    best = max(filled or grids, key=lambda grid: sum(1 for _ in grid.numbered()))
    for grid in filled:
        if grid is not best and not grid.is_empty:
            reading.notes.warn("sheet.not_read", grid.name, read=best.name)
    return best
