"""Which department does each pasted action or opportunity belong to, and which are there already?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from shutaf.analysis.situation import Situation
from shutaf.analysis.text.fold import fold
from shutaf.analysis.text.names import Names
from shutaf.imports.pasted_plans import PastedPlans, Plan, plans_pasted
from shutaf.imports.problem import Problem


@dataclass(frozen=True, slots=True)
class Placed:
    """A pasted row and the department it goes to ("" when it is not taken)."""

    plan: Plan
    department: str


class Departments:
    """Finds departments by any of their names."""

    def __init__(self, seen: Situation) -> None:
        self._names = Names()
        for body in seen.departments:
            self._names.add(body.ref, (), (body.name, *(name for _language, name in body.names)))

    def find(self, text: str) -> str:
        return (self._names.find(text) or "") if text else ""


def placed(text: str, seen: Situation, otherwise: str, there: Mapping[str, Collection[str]]) -> tuple[PastedPlans, list[Placed]]:
    """Read, and say where each row goes. otherwise: the department of rows that name none we know. there: folded titles by department."""
    names = Departments(seen)
    pasted = plans_pasted(text, is_department=lambda cell: bool(names.find(cell)))
    taken: set[tuple[str, str]] = {(ref, title) for ref, titles in there.items() for title in titles}
    found = []
    for plan in pasted.rows:
        ref = names.find(plan.department) or otherwise
        wrong = _wrong(plan, ref, taken)
        found.append(Placed(replace(plan, problems=(*plan.problems, *wrong)), "" if wrong or not plan.is_taken else ref))
        taken.add((ref, fold(plan.title)))
    return pasted, found


def _wrong(plan: Plan, ref: str, taken: Collection[tuple[str, str]]) -> tuple[Problem, ...]:
    if not ref:
        return (Problem("paste.no_department", "error", row=plan.line, facts={"text": plan.department or "–"}),)
    if (ref, fold(plan.title)) in taken:
        return (Problem("paste.row_again", "warning", row=plan.line, facts={"text": plan.title}),)
    return ()
