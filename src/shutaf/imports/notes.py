"""Where do all problems of one input gather, each kind bounded, none lost without a count?"""

from __future__ import annotations

from collections import Counter
from typing import Any

from shutaf.imports.limits import Limits
from shutaf.imports.problem import PROBLEMS, Problem, Severity

_SHOWN_ROWS = 5


class RefusedError(Exception):
    """The input as a whole cannot be read; carries the problem that says why."""

    def __init__(self, key: str, sheet: str = "", **facts: Any) -> None:
        super().__init__(key)
        self.problem = Problem(key, "error", sheet, None, "", facts)


class Notes:
    """Collects problems. Of one kind in one column the first `limits.problems` are kept, the rest is counted in one more."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._kept: list[Problem] = []
        self._seen: Counter[tuple[str, Severity, str, str]] = Counter()
        self._gathered: dict[tuple[str, Severity, str, str, str], tuple[list[int], dict[str, Any], list[int]]] = {}
        self.has_errors = False

    def error(self, key: str, sheet: str = "", row: int | None = None, column: str = "", **facts: Any) -> None:
        self.add(Problem(key, "error", sheet, row, column, facts))

    def warn(self, key: str, sheet: str = "", row: int | None = None, column: str = "", **facts: Any) -> None:
        self.add(Problem(key, "warning", sheet, row, column, facts))

    def gather(self, key: str, severity: Severity, sheet: str, row: int | None, column: str, about: str, **facts: Any) -> None:
        """The same problem in many rows is told once: at its first row, with `count` and the first five `rows`."""
        rows = self._gathered.setdefault((key, severity, sheet, column, about), ([], facts, [0]))
        rows[2][0] += 1
        if row is not None and len(rows[0]) < _SHOWN_ROWS:
            rows[0].append(row)
        self.has_errors = self.has_errors or severity == "error"

    def add(self, problem: Problem) -> None:
        if set(problem.facts) != set(PROBLEMS[problem.key]):
            raise TypeError(f"{problem.key} carries {sorted(problem.facts)}, not {sorted(PROBLEMS[problem.key])}")
        self.has_errors = self.has_errors or problem.severity == "error"
        kind = (problem.key, problem.severity, problem.sheet, problem.column)
        self._seen[kind] += 1
        if self._seen[kind] <= self._limits.problems:
            self._kept.append(problem)

    def keep_only(self, keys: frozenset[str]) -> None:
        """Drops every other problem: they came of reading what was not meant."""
        self._kept = [problem for problem in self._kept if problem.key in keys]
        self._seen = Counter({kind: count for kind, count in self._seen.items() if kind[0] in keys})
        self._gathered = {kind: rows for kind, rows in self._gathered.items() if kind[0] in keys}

    def problems(self) -> tuple[Problem, ...]:
        """Errors first, then by sheet in the order met, then by row; a count at the end for each kind that was cut."""
        for (key, severity, sheet, column, _), (rows, facts, (count,)) in self._gathered.items():
            self.add(Problem(key, severity, sheet, rows[0] if rows else None, column, {**facts, "count": count, "rows": tuple(rows)}))
        self._gathered.clear()
        cut = [
            Problem("problems.more", severity, sheet, None, column, {"key": key, "count": seen - self._limits.problems})
            for (key, severity, sheet, column), seen in self._seen.items()
            if seen > self._limits.problems
        ]
        sheets = {name: i for i, name in enumerate(dict.fromkeys(problem.sheet for problem in self._kept))}
        return tuple(
            sorted(
                (*self._kept, *cut),
                key=lambda p: (p.severity != "error", sheets[p.sheet], p.row is None and p.key == "problems.more", p.row or 0),
            )
        )
