"""How is a finding said? Its sentence, why, how sure, and what to do next, out of the word lists of each subject."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from django.utils.translation import gettext as _

from shutaf.reports.document import Inline, Line, line
from shutaf.reports.wording.speech import Speech
from shutaf.reports.wording.template import Template, Ways, speak

Facts: TypeAlias = Mapping[str, Any]
Choice: TypeAlias = Template | Callable[[Facts], Template | None]
"""A sentence, or a rule that chooses one by the facts (None: nothing to say)."""


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of one kind of finding: the sentence, and its reasons in order."""

    title: Choice
    why: tuple[Choice, ...] = ()


def chosen(choice: Choice, facts: Facts, speech: Speech, ways: Ways | None = None) -> Line | None:
    """The line of a sentence or a rule; None where the rule has nothing to say."""
    template = choice(facts) if callable(choice) else choice
    return None if template is None else speak(template, facts, speech, ways)


def lines(choices: Sequence[Choice], facts: Facts, speech: Speech, ways: Ways | None = None) -> tuple[Line, ...]:
    """The lines of several sentences, without those that have nothing to say."""
    return tuple(said for choice in choices if (said := chosen(choice, facts, speech, ways)) is not None)


def when(fact: str, template: Template, otherwise: Template | None = None) -> Callable[[Facts], Template | None]:
    """The sentence where the fact is there and true, else the other one."""
    return lambda facts: template if facts.get(fact) else otherwise


def semicolons(parts: Sequence[Line | Inline]) -> Line:
    """Several short lines as one."""
    return _joined(parts, _("; "))


def commas(parts: Sequence[Line | Inline]) -> Line:
    """Several facts as one line."""
    return _joined(parts, _(", "))


def _joined(parts: Sequence[Line | Inline], mark: str) -> Line:
    return line(*(piece for i, part in enumerate(parts) for piece in ((mark if i else ""), part)))
