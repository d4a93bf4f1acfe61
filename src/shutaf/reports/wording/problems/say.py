"""How does a problem become one message: error or warning, where, what is wrong, how to mend it?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Protocol

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_noop as N_

from shutaf import content
from shutaf.analysis.situation import SECTORS, Situation
from shutaf.reports.document import Line, Name, fill, line, plain
from shutaf.reports.wording.problems.case import CASE
from shutaf.reports.wording.problems.cells import CELL, ROW
from shutaf.reports.wording.problems.coalition import COALITION
from shutaf.reports.wording.problems.files import FILE, INPUT, PASTE
from shutaf.reports.wording.problems.here import HERE
from shutaf.reports.wording.problems.matrices import MATRIX
from shutaf.reports.wording.problems.mending import DID_YOU_MEAN, POSSIBLE, POSSIBLE_LANGUAGES
from shutaf.reports.wording.problems.network import NETWORK
from shutaf.reports.wording.problems.sheets import BODY, COLUMN, SHEET, TOLD
from shutaf.reports.wording.problems.tables import TABLE
from shutaf.reports.wording.problems.ways import WAYS, column_as_seen, quoted, sheet_as_seen, sheet_key, shown
from shutaf.reports.wording.said import Choice, Facts, lines
from shutaf.reports.wording.speech import Speech
from shutaf.reports.wording.template import Template, plural, speak

WORDS: Mapping[str, tuple[Choice, ...]] = {
    **INPUT,
    **PASTE,
    **FILE,
    **TOLD,
    **SHEET,
    **COLUMN,
    **BODY,
    **ROW,
    **CELL,
    **TABLE,
    **MATRIX,
    **COALITION,
    **NETWORK,
    **CASE,
}
"""Key of a problem -> what is wrong, then what it led to, then how to mend it."""

ADDED = ("sectors",)
"""Facts every sentence may use besides those of its problem."""

OFFERED = frozenset({POSSIBLE, POSSIBLE_LANGUAGES})
"""Sentences that only list what the buttons beside a cell offer."""

_OF_FILES = ("file.", "folder.", "network.", "contact.", "calendar.", "case.")
_OF_FIELDS = frozenset(sheet.key for sheet in content.sheets() if sheet.kind == "fields")
_ALONE = {"error": N_("Error: {said}"), "warning": N_("Warning: {said}")}
_PLACED = {"error": N_("Error – {place}: {said}"), "warning": N_("Warning – {place}: {said}")}
_AGAIN = plural("The same in row {others:others}.", "The same in rows {others:others}.", "others_count")


class Problem(Protocol):
    """What `imports` tells of one thing to mend or to know; its rules are in `imports/problem.py`."""

    @property
    def key(self) -> str: ...
    @property
    def severity(self) -> Literal["error", "warning"]: ...
    @property
    def sheet(self) -> str: ...
    @property
    def row(self) -> int | None: ...
    @property
    def column(self) -> str: ...
    @property
    def facts(self) -> Mapping[str, Any]: ...


def said_problem(problem: Problem, *, isolate: bool = False) -> str:
    """The message in the active language. isolate: wrap what is as written in U+2068 ... U+2069, for every plain string but a terminal's."""
    speech = Speech(language_now(), Situation())
    facts = _in_words(problem, speech)
    sentences = [*lines(WORDS[problem.key], facts, speech, WAYS)]
    if facts["others_count"]:
        sentences.append(speak(_AGAIN, facts, speech, WAYS))
    said = line(*(part for i, sentence in enumerate(sentences) for part in ((" ", sentence) if i else (sentence,))))
    place = _place(problem, speech)
    pattern = (_PLACED if place else _ALONE)[problem.severity]
    return plain(fill(gettext(pattern), place=place, said=said), isolate)


def said_here(problem: Problem, *, isolate: bool = False) -> str:
    """What is wrong and how to mend it, for a page that shows it at its cell: no place, no severity, no options of a command.

    What the buttons beside it offer (`imports/likely.py`) is not listed again, and other rows tell it themselves.
    """
    speech = Speech(language_now(), Situation())
    facts = _in_words(problem, speech)
    choices = [choice for choice in HERE.get(problem.key, WORDS[problem.key]) if choice is not DID_YOU_MEAN]
    sentences = [sentence for choice in choices if (sentence := _without_lists(choice, facts)) is not None]
    said = lines(sentences, facts, speech, WAYS)
    return plain(line(*(part for i, sentence in enumerate(said) for part in ((" ", sentence) if i else (sentence,)))), isolate)


def _without_lists(choice: Choice, facts: Facts) -> Template | None:
    template = choice(facts) if callable(choice) else choice
    return None if template in OFFERED else template


def language_now() -> str:
    """The active language if it is one of ours, else Hebrew."""
    language = (get_language() or "")[:2]
    return language if language in content.LANGUAGES else "he"


def _place(problem: Problem, speech: Speech) -> Line:
    """Sheet or file, row and column as she sees them; what is empty is left out."""
    is_file = problem.key.startswith(_OF_FILES)
    parts: list[Line] = []
    if problem.sheet and is_file:
        parts.append(fill(gettext("file {name}"), name=quoted(Name(shown(problem.sheet)))))
    elif problem.sheet:
        parts.append(fill(gettext("sheet {name}"), name=sheet_as_seen(problem.sheet, speech)))
    if problem.row is not None:
        parts.append(fill(gettext("row {row}"), row=str(problem.row)))
    if problem.column:
        what = gettext("field {name}") if sheet_key(problem.sheet) in _OF_FIELDS else gettext("column {name}")
        parts.append(fill(what, name=column_as_seen(problem.sheet, problem.column, speech)))
    place: Line = ()
    for part in parts:
        place = fill(gettext("{place}, {detail}"), place=place, detail=part) if place else part
    return place


def _in_words(problem: Problem, speech: Speech) -> Facts:
    """The facts, with keys of closed lists said, and the further rows of a problem that is told once for many."""
    facts: dict[str, Any] = {**problem.facts, "sectors": SECTORS}
    list_key = "sector" if problem.key == "sector.unknown" else facts.get("list", "")
    if list_key:
        facts["likely"] = tuple(content.say(list_key, key, speech.language) for key in facts.get("likely") or ())
    if problem.key == "tie.told_differently":
        facts["values"] = tuple(zip(facts["differing"], facts["values"], strict=True))
    rows = facts.get("rows", ())
    shown = tuple(dict.fromkeys(row for row in rows if row != problem.row))
    left = facts["count"] - len(rows) if "rows" in facts else 0
    facts["others"], facts["others_count"] = (shown, left), len(shown) + left if shown else 0
    return facts
