"""How is it said what a foreign column was taken for?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as N_

from shutaf.analysis.situation import Situation
from shutaf.reports.document import Line, Name, fill, line, plain
from shutaf.reports.wording.problems.say import language_now
from shutaf.reports.wording.problems.ways import column_name, sheet_name, shown, split_ours
from shutaf.reports.wording.speech import Speech

_LONGEST_EXAMPLE = 24
_BETWEEN_EXAMPLES = " · "

WHY: Mapping[str, str] = {
    "name": N_("same name"),
    "variant": N_("another word for it"),
    "content": N_("by its values"),
    "told": N_("as you said"),
    "": "",
}
"""Why a column was taken for one of ours."""


class Guess(Protocol):
    """What `imports` took a foreign column for; its rules are in `imports/problem.py`."""

    @property
    def sheet(self) -> str: ...
    @property
    def column(self) -> str: ...
    @property
    def ours(self) -> str: ...
    @property
    def why(self) -> str: ...
    @property
    def examples(self) -> tuple[str, ...]: ...


def said_guess(guess: Guess, *, isolate: bool = False) -> tuple[str, ...]:
    """One row of a table: her column, ours with the key that --map takes, why, and the first values. isolate: as in said_problem."""
    speech = Speech(language_now(), Situation())
    examples: Line = ()
    for text in guess.examples:
        examples = line(examples, _BETWEEN_EXAMPLES if examples else "", Name(shown(text, _LONGEST_EXAMPLE)))
    why = gettext(WHY[guess.why]) if guess.why else ""
    return tuple(plain(cell, isolate) for cell in (line(Name(shown(guess.column))), _ours(guess.ours, speech), line(why), examples))


def _ours(ours: str, speech: Speech) -> Line:
    if not ours:
        return line(gettext("kept as your own field"))
    sheet, key = split_ours(ours)
    option = Name(f"{sheet}.{key}" if sheet else key)
    return fill(gettext("{sheet}: {column} ({key})"), sheet=sheet_name(sheet, speech), column=column_name(ours, speech), key=option)
