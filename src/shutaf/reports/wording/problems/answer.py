"""How is a likely answer said, on the button that puts it into the cell?"""

from __future__ import annotations

from typing import Protocol

from django.utils.translation import gettext

from shutaf import content
from shutaf.reports.document import Name, line, plain
from shutaf.reports.wording.problems.say import language_now
from shutaf.reports.wording.problems.ways import shown


class Answer(Protocol):
    """What `imports` holds for likely; its rules are in `imports/likely.py`."""

    @property
    def text(self) -> str: ...
    @property
    def list(self) -> str: ...
    @property
    def key(self) -> str: ...


def said_answer(answer: Answer, *, isolate: bool = False) -> str:
    """A word of a list in the active language; everything else as it will stand in the cell. isolate: as in said_problem."""
    if answer.list:
        return content.say(answer.list, answer.key, language_now())
    return plain(line(Name(shown(answer.text))), isolate) if answer.text else gettext("Leave empty")
