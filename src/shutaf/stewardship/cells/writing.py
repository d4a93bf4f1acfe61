"""How are cells written? All of them or none: each where the stored value still is what its writer saw."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from shutaf.accounts.deeds import Working
from shutaf.accounts.viewer import Viewer
from shutaf.imports.grid import clean
from shutaf.imports.problem import Problem
from shutaf.stewardship.cells.beside import Beside
from shutaf.stewardship.cells.columns import GridSheet
from shutaf.stewardship.cells.last import last_writers
from shutaf.stewardship.cells.ops import CellChange, CellNow, CellRefused, RefusedError
from shutaf.stewardship.cells.rows import cell_text
from shutaf.stewardship.cells.texts import is_same, read
from shutaf.stewardship.cells.twins import twins
from shutaf.stewardship.queries import model_of

NEW_REF = re.compile(r"b[bcdfghjklmnpqrstvwxz2-9]{8}")
"""What a browser may call a new row: as a random ref of ours looks."""


class Writing:
    """One op on one sheet. made: refs of rows that shall be there afterwards, removed: of those that shall not."""

    def __init__(
        self, viewer: Viewer, sheet: GridSheet, changes: Sequence[CellChange], *, made: Sequence[str], removed: Sequence[str], language: str
    ) -> None:
        self.viewer, self.sheet, self.language = viewer, sheet, language
        self.made, self.removed = set(made), set(removed)
        self.by_row: dict[str, list[CellChange]] = defaultdict(list)
        for change in changes:
            self.by_row[change.row].append(change)
        refs = [*self.by_row, *made, *removed]
        found = model_of(sheet.table).objects.filter(workspace_id=viewer.workspace_id, ref__in=refs, **sheet.fixed)
        self.rows: dict[str, Any] = {row.ref: row for row in found.select_related("created_in", "changed_in", "removed_in")}
        self.beside = Beside(viewer, sheet, [row.pk for row in self.rows.values()], language)
        self.problems: dict[tuple[str, str], tuple[Problem, ...]] = {}
        self.refused: list[CellRefused] = []

    def text(self, ref: str, field: str) -> str:
        row = self.rows.get(ref)
        return cell_text(row, field, self.sheet, self.beside, self.language) if row is not None else ""

    # -- looked at

    def check(self) -> dict[str, dict[str, Any]]:
        """The values by row and field; RefusedError with everything that stands in the way."""
        values: dict[str, dict[str, Any]] = {}
        for ref, changes in self.by_row.items():
            if self._is_there(ref, changes):
                values[ref] = {change.field: self._value(change) for change in changes}
        for ref in self.removed:
            self._check_removal(ref)
        self._check_names(values)
        if self.refused:
            self._sign()
            raise RefusedError(self.refused)
        return values

    def _is_there(self, ref: str, changes: Sequence[CellChange]) -> bool:
        row = self.rows.get(ref)
        if row is not None and (row.removed_in_id is None or ref in self.made):
            return True
        if row is None and ref in self.made and NEW_REF.fullmatch(ref) and not self._is_taken(ref):
            return True
        by, at = (row.removed_in.by, row.removed_in.at) if row is not None else ("", None)
        self.refused += [CellRefused(ref, change.field, "gone", "", by, at) for change in changes]
        return False

    def _is_taken(self, ref: str) -> bool:
        return bool(model_of(self.sheet.table).objects.filter(workspace_id=self.viewer.workspace_id, ref=ref).exists())

    def _value(self, change: CellChange) -> Any:
        value, problems = self._read(change.new, change.field)
        if any(problem.severity == "error" for problem in problems):
            self.refused.append(CellRefused(change.row, change.field, "unreadable", problems=problems))
        elif problems:
            self.problems[change.row, change.field] = problems
        if not self._is_as_seen(change, value):
            self.refused.append(CellRefused(change.row, change.field, "conflict", self.text(change.row, change.field)))
        return value

    def _read(self, text: str, field: str) -> tuple[Any, tuple[Problem, ...]]:
        column = self.sheet.columns[field]
        if self.beside.part(field):
            if len(text) > column.most:
                return "", (Problem("cell.too_long", "error", facts={"characters": len(text), "limit": column.most}),)
            return self.beside.read(text, field)
        return read(text, column, self.sheet.key)

    def _is_as_seen(self, change: CellChange, value: Any) -> bool:
        """The cell holds what the writer saw, or already what she wants; a row that is made anew was empty."""
        now = self.text(change.row, change.field)
        row = self.rows.get(change.row)
        if row is None or row.removed_in_id is not None or now == clean(change.old):
            return True
        stored = self._read(now, change.field)[0]
        seen = self._read(change.old, change.field)[0] if change.old or change.field != "name" else None
        return is_same(stored, seen) or is_same(stored, value)

    def _check_removal(self, ref: str) -> None:
        """A row goes when nothing is left in it but what this op takes away; what else stands in it is a conflict."""
        row = self.rows.get(ref)
        if row is None or row.removed_in_id is not None:
            return
        told = {change.field for change in self.by_row.get(ref, ())}
        for field in self.sheet.keys:
            if field not in told and (theirs := self.text(ref, field)):
                self.refused.append(CellRefused(ref, field, "conflict", theirs))

    def _check_names(self, values: Mapping[str, Mapping[str, Any]]) -> None:
        """A new row has a name; an old one keeps one, unless the row goes."""
        self.refused = [one for one in self.refused if not (one.kind == "unreadable" and one.field == "name" and one.row in self.removed)]
        missing = (Problem("cell.missing", "error"),)
        gone = {one.row for one in self.refused if one.kind == "gone"}
        for ref in self.made - self.removed - gone:
            if self.rows.get(ref) is None and "name" not in values.get(ref, {}):
                self.refused.append(CellRefused(ref, "name", "unreadable", problems=missing))

    def _sign(self) -> None:
        """Each conflict with who wrote it, and when."""
        wanted = [(self.rows[one.row], one.field) for one in self.refused if one.kind == "conflict" and one.row in self.rows]
        writers = last_writers(wanted, self.sheet, self.beside)
        for i, one in enumerate(self.refused):
            if one.kind == "conflict" and (signed := writers.get((one.row, one.field))):
                self.refused[i] = CellRefused(one.row, one.field, one.kind, one.theirs, *signed)

    # -- written

    def apply(self, working: Working, values: Mapping[str, Mapping[str, Any]]) -> None:
        self._create(working, values)
        for ref, told in values.items():
            row = self.rows[ref]
            if ref in self.made:
                working.restore(row)
            if ref in self.removed:
                continue
            working.change(row, **self._own(row, told))
            self.beside.write(working, row, told)
        for ref in self.removed:
            if ref in self.rows:
                working.remove(self.rows[ref])
        named = [self.rows[ref] for ref, told in values.items() if "name" in told and ref not in self.removed]
        for ref, problem in twins(self.viewer, named).items():
            self.problems[ref, "name"] = (*self.problems.get((ref, "name"), ()), problem)

    def _create(self, working: Working, values: Mapping[str, Mapping[str, Any]]) -> None:
        model = model_of(self.sheet.table)
        new = []
        for ref, told in values.items():
            if ref not in self.rows:
                row = model(ref=ref, **self.sheet.fixed)
                for name, value in self._own(row, told).items():
                    setattr(row, name, value)
                new.append(row)
        for row in working.create_many(new):
            self.rows[row.ref] = row

    def _own(self, row: Any, told: Mapping[str, Any]) -> dict[str, Any]:
        """The values of fields of the row itself; names in four languages are one field."""
        own = {key: value for key, value in told.items() if not self.beside.part(key) and not key.startswith("name_")}
        names = {key.removeprefix("name_"): value for key, value in told.items() if key.startswith("name_")}
        if names:
            own["names"] = tuple((language, name) for language, name in (dict(row.names) | names).items() if name)
        return own

    def cells(self) -> tuple[CellNow, ...]:
        """What stands now in the cells that were written."""
        return tuple(
            CellNow(ref, change.field, self.text(ref, change.field), self.problems.get((ref, change.field), ()))
            for ref, changes in self.by_row.items()
            for change in changes
            if ref not in self.removed
        )
