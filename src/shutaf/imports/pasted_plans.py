"""Which running actions or opportunities did she paste? One a line, or a block of cells whose columns are guessed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from shutaf.analysis.situation import Word
from shutaf.imports.pasted_cells import Row, block_rows, list_rows
from shutaf.imports.problem import Problem
from shutaf.imports.values import UnreadableError, iso_date
from shutaf.imports.words import key_of, split
from shutaf.imports.words import word as read_word

MOST_ROWS, LONGEST_TITLE, LONGEST_NOTE, MOST_CHARACTERS = 2000, 1000, 4000, 400_000
"""Ours: Freiburg's inventory had 584 actions; four times as many are a file."""

KEPT = ("partners", "department")
DATES = ("year", "from", "until")
Known = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Plan:
    """One row. dates: by column (year, from, until), ISO text. department: as written, "" where no column tells it. problems: of this row."""

    line: int
    title: str
    dates: dict[str, str] = field(default_factory=dict)
    themes: tuple[Word, ...] = ()
    state: str = "unknown"
    department: str = ""
    partners: str = ""
    note: str = ""
    problems: tuple[Problem, ...] = ()

    @property
    def is_taken(self) -> bool:
        return not any(problem.severity == "error" for problem in self.problems)


@dataclass(frozen=True, slots=True)
class PastedPlans:
    """rows in the order of the text; columns: which column of a block was taken for what ("" for a note), () for a list."""

    rows: tuple[Plan, ...]
    columns: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def plans_pasted(text: str, *, is_department: Known = lambda _text: False) -> PastedPlans:
    """The rows in a pasted text; is_department tells whether a cell names one. O(characters).

    >>> [(one.title, one.dates, one.state) for one in plans_pasted("גג סולארי\\t2019\\tפועל\\nגינה\\t2021\\tהסתיים").rows]
    [('גג סולארי', {'year': '2019'}, 'running'), ('גינה', {'year': '2021'}, 'done')]
    """
    problems = []
    if len(text) > MOST_CHARACTERS:
        problems.append(Problem("paste.too_big", "warning", facts={"characters": len(text), "limit": MOST_CHARACTERS}))
        text = text[:MOST_CHARACTERS].rpartition("\n")[0]
    columns, rows = block_rows(text, is_department) or ((), list_rows(text))
    if len(rows) > MOST_ROWS:
        problems.append(Problem("paste.too_many_rows", "warning", facts={"count": len(rows) - MOST_ROWS, "limit": MOST_ROWS}))
    return PastedPlans(tuple(map(_plan, rows[:MOST_ROWS])), tuple(columns), tuple(problems))


def _plan(row: Row) -> Plan:
    told, notes, problems = row.told, list(row.beside), []
    dates = {}
    for key in DATES:
        if text := told.get(key, ""):
            try:
                dates[key] = iso_date(text)
            except UnreadableError:
                notes.append(text)
                problems.append(Problem("paste.date_unreadable", "warning", row=row.line, facts={"text": text}))
    state = key_of(told.get("state", ""), "action_state") or "unknown"
    if told.get("state") and state == "unknown" and not key_of(told["state"], "action_state"):
        notes.append(told["state"])
        problems.append(Problem("paste.state_unknown", "warning", row=row.line, facts={"text": told["state"]}))
    themes = tuple(read_word(part, "theme") for part in split(told.get("theme", "")))
    note = "\n".join(filter(None, (told.get("note", ""), *notes)))[:LONGEST_NOTE]
    title = told.get("title", "")
    problems += _wrong_title(title, row.line)
    kept = {key: told.get(key, "")[:LONGEST_TITLE] for key in KEPT}
    return Plan(row.line, title[:LONGEST_TITLE], dates, themes, state, note=note, problems=tuple(problems), **kept)


def _wrong_title(title: str, line: int) -> Sequence[Problem]:
    if not title:
        return [Problem("paste.no_title", "error", row=line)]
    if len(title) > LONGEST_TITLE:
        return [Problem("paste.title_too_long", "error", row=line, facts={"characters": len(title), "limit": LONGEST_TITLE})]
    return []
