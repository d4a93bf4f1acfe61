"""What does she have, whatever its form? Workbook, folder, her own sheet or two lists: one Situation and all problems at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from shutaf.analysis.situation import Situation
from shutaf.imports.limits import LIMITS, Limits
from shutaf.imports.problem import Guess, Problem

Kind: TypeAlias = Literal["workbook", "folder", "sheet", "bodies_ties"]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read. situation is None as soon as one problem is an error: nothing is read half."""

    situation: Situation | None
    problems: tuple[Problem, ...]
    guesses: tuple[Guess, ...]
    kind: Kind

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity == "error")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity == "warning")


def load(
    paths: Sequence[Path],
    *,
    mapping: Mapping[str, str] = {},
    sector_map: Mapping[str, str] = {},
    where: Mapping[str, str] = {},
    limits: Limits = LIMITS,
) -> Loaded:
    """Read what the paths hold.

    mapping: our column ("name", or "ties.from" where two sheets have it) -> her header. sector_map: her word -> a sector's key or name.
    where: her header -> the value a row must have, in every table that has the header.
    """
    raise NotImplementedError
