"""What does she have, whatever its form? Workbook, folder, her own sheet or two lists: one Situation and all problems at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from shutaf.analysis.situation import Situation
from shutaf.imports.files import grids_of
from shutaf.imports.grid import Grid
from shutaf.imports.headers import required, sheet_key
from shutaf.imports.layout import tells_of_persons
from shutaf.imports.limits import LIMITS, Limits
from shutaf.imports.mend import Mend
from shutaf.imports.mending import mended, tell_unread
from shutaf.imports.notes import RefusedError
from shutaf.imports.pair import situation_of_pair
from shutaf.imports.problem import Guess, Problem
from shutaf.imports.reading import Reading, check_all_used, start
from shutaf.imports.sheet import situation_of_sheet
from shutaf.imports.table import table_of
from shutaf.imports.workbook import situation_of

Kind: TypeAlias = Literal["workbook", "folder", "sheet", "bodies_ties"]
_NOTHING_TOLD: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read. situation is None as soon as one problem is an error: nothing is read half.

    language: what the file says or shows it is written in, also when it has errors, so that they can be told in it; "" where it shows none.
    """

    situation: Situation | None
    problems: tuple[Problem, ...]
    guesses: tuple[Guess, ...]
    kind: Kind
    language: str = ""

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity == "error")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity == "warning")


def load(
    paths: Sequence[Path],
    *,
    mapping: Mapping[str, str] = _NOTHING_TOLD,
    sector_map: Mapping[str, str] = _NOTHING_TOLD,
    where: Mapping[str, str] = _NOTHING_TOLD,
    mends: Sequence[Mend] = (),
    limits: Limits = LIMITS,
) -> Loaded:
    """Read what the paths hold: one workbook, folder, zip or single sheet, or two lists of bodies and ties.

    mapping: our column ("name", or "ties.from" where two sheets have it) -> her header. sector_map: her word -> a sector's key or name.
    where: her header -> the value a row must have, in every table that has the header. mends: what to read instead of single cells.
    Never raises for what a file holds; everything wrong is a Problem. Time and memory grow with the cells, which limits bound.
    """
    reading = start(limits, mapping, sector_map, where)
    kind, grids = _open(paths, mends, reading)
    situation: Situation | None = None
    if grids:
        situation = _situation(kind, grids, reading)
        check_all_used(reading, mapping, sector_map, where)
        _tell_size(situation, reading, bool(where))
    problems = reading.notes.problems()
    language = situation.language if situation else ""
    return Loaded(None if reading.notes.has_errors else situation, problems, tuple(reading.guesses), kind, language)


def _open(paths: Sequence[Path], mends: Sequence[Mend], reading: Reading) -> tuple[Kind, list[Grid]]:
    """All sheets of all files, and what they are together; no sheets when a file was refused."""
    found: list[tuple[str, list[Grid]]] = []
    for path in paths:
        try:
            found.append(grids_of(Path(path), reading.notes, reading.limits))
        except RefusedError as refused:
            reading.notes.add(refused.problem)
    found = _mended(found, mends, reading)
    if len(paths) > 2 or not paths:
        reading.notes.error("input.too_many_files", count=len(paths))
    if len(found) < len(paths) or len(paths) > 2 or not paths:
        return ("bodies_ties" if len(paths) == 2 else "sheet"), []
    if len(found) == 2:
        return "bodies_ties", [_largest(grids, reading) for _, grids in found]
    form, grids = found[0]
    return _kind(form, grids, reading)


def _mended(found: list[tuple[str, list[Grid]]], mends: Sequence[Mend], reading: Reading) -> list[tuple[str, list[Grid]]]:
    all_grids = iter(mended([grid for _, grids in found for grid in grids], mends, reading))
    result = [(form, [next(all_grids) for _ in grids]) for form, grids in found]
    for _, grids in result:
        tell_unread(grids, reading)
    return result


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


def _situation(kind: Kind, grids: list[Grid], reading: Reading) -> Situation:
    if kind == "bodies_ties":
        return situation_of_pair(grids[0], grids[1], reading)
    return situation_of_sheet(grids[0], reading) if kind == "sheet" else situation_of(grids, reading)


def _tell_size(situation: Situation, reading: Reading, is_filtered: bool) -> None:
    """No body at all is an error: there is nothing to prepare. One body is told: there is nobody to meet."""
    if reading.notes.has_errors:
        return
    if not situation.bodies:
        reading.notes.error("where.nothing_left" if is_filtered else "input.no_bodies")
    elif len(situation.bodies) == 1:
        reading.notes.warn("input.one_body", name=situation.bodies[0].name)
