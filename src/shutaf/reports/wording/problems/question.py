"""How is a question about her file asked?"""

from __future__ import annotations

from typing import Literal, Protocol

from django.utils.translation import gettext_noop as N_

from shutaf import content
from shutaf.analysis.situation import Situation
from shutaf.reports.document import Name, line, plain
from shutaf.reports.wording.problems.say import language_now
from shutaf.reports.wording.problems.ways import WAYS, shown
from shutaf.reports.wording.speech import Speech
from shutaf.reports.wording.template import Template, plural, speak

ASKED: dict[str, Template] = {
    "column": N_("Which of your columns is “{about:column}”?"),
    "sector": plural(
        "Which sector does “{about:text}” mean? It stands in {count:count} row.",
        "Which sector does “{about:text}” mean? It stands in {count:count} rows.",
        "count",
    ),
}


class Question(Protocol):
    """What `imports` must ask; its rules are in `imports/questions.py`."""

    @property
    def kind(self) -> Literal["column", "sector"]: ...
    @property
    def about(self) -> str: ...
    @property
    def count(self) -> int: ...


def said_question(question: Question, *, isolate: bool = False) -> str:
    """The question in the active language. isolate: as in said_problem."""
    facts = {"about": question.about, "count": question.count}
    return plain(speak(ASKED[question.kind], facts, Speech(language_now(), Situation()), WAYS), isolate)


def said_option(question: Question, option: str, *, isolate: bool = False) -> str:
    """One of its options: a sector in the active language, a header as written."""
    if question.kind == "sector":
        return content.say("sector", option, language_now())
    return plain(line(Name(shown(option))), isolate)
