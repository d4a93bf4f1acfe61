"""How is the answer to an op said: what stands in the cells, what is wrong with them and what is likely meant?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, tzinfo
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shutaf import content
from shutaf.imports.likely import likely_answers
from shutaf.imports.problem import Problem
from shutaf.reports.wording.problems import said_answer, said_here
from shutaf.stewardship.cells import CellRefused, GridColumn, GridSheet, Written
from shutaf.stewardship.cells.columns import PERSON, SIDES, TIES
from shutaf.stewardship.cells.rows import GridNews

MOST_ANSWERS = 4
TITLES = {"organisations": gettext_lazy("Organisations"), "departments": gettext_lazy("Departments")}


def column_said(column: GridColumn, sheet: GridSheet, language: str, offered: Sequence[str]) -> dict[str, Any]:
    """A column as the page's script takes it."""
    words = (
        [[one, ""] for one in offered] if offered else [_word(one, language) for one in content.entries(column.list)] if column.list else []
    )
    return {
        "key": column.key, "name": column_name(column, sheet, language), "hint": column_hint(column, sheet, language), "many": column.is_many, "ltr": column.is_ltr,
        "words": words, "numbered": column.key == "sector", "picks": column.kind in ("word", "answer", "invite", "ties"), "open": column.key in sheet.open, "most": column.most,
    }  # fmt: skip


def _word(entry: content.Entry, language: str) -> list[str]:
    """The word as it is shown, and all other words by which it is found while somebody types."""
    return [entry.names[language], "|".join([*entry.names.values(), *entry.variants])]


def column_name(column: GridColumn, sheet: GridSheet, language: str) -> str:
    if column.key == TIES:
        return _("Departments that work with it")
    if column.key in SIDES:
        return {"needs": _("Needs"), "offers": _("Offers")}[column.key]
    if column.is_person:
        plain = _plain("people", column.key.removeprefix(PERSON)).names[language]
        return _("Contact person: {name}").format(name=plain)
    return _plain(sheet.key, column.key).names[language]


def column_hint(column: GridColumn, sheet: GridSheet, language: str) -> str:
    if column.key == TIES:
        return _("Names of departments, with | between them. Each is a tie: they work together.")
    if column.key in SIDES:
        return _("A few words for each, with | between them. Its kind may stand before it: space: a hall in the evening.")
    if column.is_person:
        return _plain("people", column.key.removeprefix(PERSON)).hints[language]
    return _plain(sheet.key, column.key).hints[language]


def headers(sheet: GridSheet) -> dict[str, str]:
    """What the header of a pasted column may be called -> our column; names in four languages and plain words for it, as files are read."""
    found: dict[str, str] = {}
    for key, column in sheet.columns.items():
        if column.key == TIES or column.key in SIDES:
            continue
        known = _plain("people", key.removeprefix(PERSON)) if column.is_person else _plain(sheet.key, key)
        for text in (known.key, *known.names.values(), *known.variants):
            found.setdefault(text, key)
    return found


def _plain(sheet: str, key: str) -> content.Column:
    return next(one for name in (sheet, "organisations") for one in content.columns(name) if one.key == key)


def problem_said(problem: Problem, standing: str, language: str) -> dict[str, Any]:
    if "first_sheet" in problem.facts:
        problem = replace(problem, facts={**problem.facts, "first_sheet": str(TITLES[problem.facts["first_sheet"]])})
    answers = likely_answers(problem, standing=standing, language=language)[:MOST_ANSWERS]
    return {
        "text": said_here(problem, isolate=True), "error": problem.severity == "error",
        "answers": [[one.text, said_answer(one, isolate=True)] for one in answers],
    }  # fmt: skip


def written_said(written: Written, typed: Mapping[tuple[str, str], str], language: str, zone: tzinfo) -> dict[str, Any]:
    """typed: what was sent, by row and field."""
    cells = [
        {"row": one.row, "field": one.field, "text": one.text, "problems": [problem_said(p, one.text, language) for p in one.problems]}
        for one in written.cells
    ]
    refused = [_refused(one, typed.get((one.row, one.field), ""), language, zone) for one in written.refused]
    return {"state": "refused" if refused else "done", "deed": written.deed_ref, "cells": cells, "refused": refused}


def _refused(one: CellRefused, typed: str, language: str, zone: tzinfo) -> dict[str, Any]:
    return {
        "row": one.row, "field": one.field, "kind": one.kind, "theirs": one.theirs, "by": one.by, "at": moment(one.at, zone) if one.at else "",
        "problems": [problem_said(p, typed, language) for p in one.problems],
    }  # fmt: skip


def moment(at: datetime, zone: tzinfo) -> str:
    """Day and time where the workspace is, as the history says it."""
    here = at.astimezone(zone)
    return f"{here.day}.{here.month}.{here.year} {here:%H:%M}"


def news_said(news: GridNews, zone: tzinfo) -> dict[str, Any]:
    """What others wrote, as the page's script takes it: ref, who, when, then the texts of the cells."""
    rows = [[row.ref, by, moment(at, zone), *row.texts] for row, by, at in news.rows]
    return {"revision": news.revision, "rows": rows, "gone": list(news.gone), "too_much": news.is_too_much}
