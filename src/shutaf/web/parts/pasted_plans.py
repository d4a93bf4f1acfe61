"""How does a pasted list of running actions or opportunities become rows, with what is wrong told at its line?"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from shutaf.imports.pasted_plans import Plan, plans_pasted
from shutaf.imports.problem import Problem
from shutaf.reports.wording.problems import said_here

MOST_TOLD = 5


def action_fields(plan: Plan) -> dict[str, Any]:
    """A row as a running action takes it."""
    return {
        "title": plan.title, "year": plan.dates.get("year") or plan.dates.get("from", ""), "themes": plan.themes, "state": plan.state,
        "partners": plan.partners, "note": plan.note,
    }  # fmt: skip


def opportunity_fields(plan: Plan) -> dict[str, Any]:
    """A row as an opportunity takes it. A state and partners have no column there, so they are told in its note."""
    note = "\n".join(filter(None, (plan.note, plan.partners)))
    dates = {"from_date": plan.dates.get("from") or plan.dates.get("year", ""), "until_date": plan.dates.get("until", "")}
    return {"title": plan.title, "themes": plan.themes, "note": note, **dates}


class PastedField(forms.CharField):
    """A box for running actions, one a line; its value is their fields. Rows that cannot be taken are told, with their lines."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"dir": "auto", "rows": 4}), max_length=400_000, strip=False, **options)

    def clean(self, value: Any) -> list[dict[str, Any]]:
        pasted = plans_pasted(super().clean(value))
        wrong = [problem for row in pasted.rows if not row.is_taken for problem in row.problems]
        if wrong or pasted.problems:
            raise forms.ValidationError([told_at_line(problem) for problem in (*pasted.problems, *wrong)[:MOST_TOLD]])
        return [action_fields(row) for row in pasted.rows]


def told_at_line(problem: Problem) -> str:
    said = said_here(replace(problem, row=None), isolate=True)
    return _("Line {n}: {said}").format(n=problem.row, said=said) if problem.row else said
