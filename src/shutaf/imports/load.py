"""What does she have, whatever its form? Workbook, folder, her own sheet or two lists: one Situation and all problems at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from shutaf.analysis.situation import Direction, Situation
from shutaf.imports.grid import Grid
from shutaf.imports.limits import LIMITS, Limits
from shutaf.imports.linked import situation_of_network
from shutaf.imports.mend import Mend
from shutaf.imports.opening import Kind, opened
from shutaf.imports.pair import situation_of_pair
from shutaf.imports.problem import Guess, Problem
from shutaf.imports.reading import Reading, check_all_used, start
from shutaf.imports.sheet import situation_of_sheet
from shutaf.imports.workbook import situation_of

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
    unsaid_direction: Direction = "mutual",
) -> Loaded:
    """Read what the paths hold: one workbook, folder, zip or single sheet, or two lists of bodies and ties.

    mapping: our column ("name", or "ties.from" where two sheets have it) -> her header. sector_map: her word -> a sector's key or name.
    where: her header -> the value a row must have, in every table that has the header. mends: what to read instead of single cells.
    unsaid_direction: what a tie is whose row does not say whether it is mutual or one-way.
    Never raises for what a file holds; everything wrong is a Problem. Time and memory grow with the cells, which limits bound.
    """
    reading = start(limits, mapping, sector_map, where)
    reading.unsaid_direction = unsaid_direction
    files = opened(paths, mends, reading)
    situation: Situation | None = None
    if files.read:
        situation = _situation(files.kind, files.read, reading)
        check_all_used(reading, mapping, sector_map, where)
        _tell_size(situation, reading, bool(where))
    problems = reading.notes.problems()
    language = situation.language if situation else ""
    return Loaded(None if reading.notes.has_errors else situation, problems, tuple(reading.guesses), files.kind, language)


def _situation(kind: Kind, grids: Sequence[Grid], reading: Reading) -> Situation:
    if kind == "network":
        return situation_of_network(grids, reading)
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
