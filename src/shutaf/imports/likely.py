"""What is most likely meant in a cell that has a problem?"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from shutaf import content
from shutaf.analysis.situation import SECTORS
from shutaf.imports.problem import Problem
from shutaf.imports.values import plain_number
from shutaf.imports.words import split

_FIGURES = re.compile(r"[-−]?\d+(?:[.,٫]\d+)?")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_MOST_WORDS = 16
"""Ours: longer lists are not offered whole; the nearest words are."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A text to put into the cell; "" empties it. list, key: the word of a closed list that it stands for, "" when it is said as it is."""

    text: str
    list: str = ""
    key: str = ""


_Facts: TypeAlias = Mapping[str, Any]
_Rule: TypeAlias = Callable[[_Facts], Iterable[Answer]]
_EMPTY = Answer("")


def likely_answers(problem: Problem, *, standing: str = "", language: str = "") -> tuple[Answer, ...]:
    """The likely right answers, likeliest first, each once; none where only she can know. All are answers that the reader takes.

    standing: the whole text of the cell, so that an answer for one of several values in it keeps the others.
    language: what words of closed lists are written in; "" writes their keys.
    """
    rule = _RULES.get("*.unknown_body" if problem.key.endswith(".unknown_body") else problem.key)
    if rule is None:
        return ()
    about = str(problem.facts.get("text", problem.facts.get("name", "")))
    answers = (_worded(answer, language) for answer in rule(problem.facts))
    return tuple(dict.fromkeys(Answer(_within(standing, about, each.text), each.list, each.key) for each in answers))


def _worded(answer: Answer, language: str) -> Answer:
    return Answer(content.say(answer.list, answer.key, language), answer.list, answer.key) if answer.list and language else answer


def _within(standing: str, about: str, text: str) -> str:
    """The cell's text with the one value in question replaced; the answer alone where it is the only value."""
    values = split(standing)
    if not about or about == standing or about not in standing:
        return text
    if about not in values:
        return standing.replace(about, text, 1)
    replaced = [text if value == about else re.sub(r"([|;])", r"\\\1", value) for value in values]
    return " | ".join(value for value in replaced if value)


# -- the rules ----------------------------------------------------------------


def _words(list_key: str, keys: Iterable[str]) -> list[Answer]:
    return [Answer(key, list_key, key) for key in keys]


def _whole_list(facts: _Facts) -> list[Answer]:
    """The nearest words, then all others where there are few."""
    entries = content.entries(facts["list"])
    rest = [entry.key for entry in entries] if len(entries) <= _MOST_WORDS else []
    return _words(facts["list"], (*facts.get("likely", ()), *rest))


def _sectors(facts: _Facts) -> list[Answer]:
    return _words("sector", (*facts.get("likely", ()), *SECTORS))


def _figures(facts: _Facts) -> list[Answer]:
    """The one number in the text, "about 300"; with two numbers nobody can tell."""
    found = {plain for figures in _FIGURES.findall(facts["text"]) if (plain := plain_number(figures)) is not None}
    return [*(map(Answer, found) if len(found) == 1 else ()), _EMPTY]


def _rounded(facts: _Facts) -> list[Answer]:
    value = float(plain_number(facts["text"]) or "nan")
    return [Answer(str(math.floor(value))), Answer(str(math.ceil(value)))] if math.isfinite(value) else [_EMPTY]


def _share(facts: _Facts) -> list[Answer]:
    return [*([Answer(f"{facts['text']}%")] if facts["likely"] is not None else []), _EMPTY]


def _date(facts: _Facts) -> list[Answer]:
    years = set(_YEAR.findall(facts["text"]))
    return [*map(Answer, (facts["likely"],) if facts["likely"] else years if len(years) == 1 else ()), _EMPTY]


def _either_date(facts: _Facts) -> list[Answer]:
    """Day first, as it was read, and month first."""
    year, month, day = facts["read_as"].split("-")
    return [Answer(facts["read_as"]), Answer(f"{year}-{day}-{month}")]


def _two_readings(facts: _Facts) -> list[Answer]:
    figures = facts["decimal"][:-1]
    return [Answer(facts["text"].replace(figures, facts[reading])) for reading in ("thousand", "decimal")]


def _nearest(facts: _Facts) -> list[Answer]:
    return [Answer(name) for name in facts["likely"]]


_RULES: Mapping[str, _Rule] = {
    "*.unknown_body": _nearest,
    "sector.unknown": _sectors,
    "sector.missing": _sectors,
    "answer.tick": _whole_list,
    "answer.unreadable": _whole_list,
    "choice.unknown": _whole_list,
    "word.unknown": _whole_list,
    "language.unknown": lambda facts: _words("language", facts["allowed"]),
    "number.unreadable": _figures,
    "number.not_whole": _rounded,
    "number.outside": lambda facts: [_EMPTY],
    "share.over_1": _share,
    "date.unreadable": _date,
    "date.day_first": _either_date,
    "amount.unreadable": _figures,
    "amount.two_units": _figures,
    "amount.two_readings": _two_readings,
    "amount.only_unit": lambda facts: [_EMPTY],
    "cell.excel_error": lambda facts: [_EMPTY],
    "cell.formula_without_value": lambda facts: [_EMPTY],
    "id.twice": lambda facts: [_EMPTY],
    "field.several_values": lambda facts: [Answer(text) for text in facts["texts"]],
    "sheet.differs": lambda facts: [Answer(facts["first"]), Answer(facts["other"])],
    "sheet.name_from_above": lambda facts: [Answer(facts["name"])],
}
