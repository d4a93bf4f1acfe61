"""Which case does a file hold, and if it holds none, in which line is what wrong?

The head is YAML without anything that YAML can do beyond texts, lists and mappings; the rest is Markdown in which every text ends with its key.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from shutaf.content.cases import Case
from shutaf.imports.case_head import BrokenError, Head, read_head
from shutaf.imports.case_texts import Body, read_body
from shutaf.imports.problem import Problem

MOST_BYTES = 300_000
"""Of one file. Ours: the longest case of the library takes a tenth of it."""

MOST_LETTERS = 6_000
"""Of one text."""


@dataclass(frozen=True, slots=True)
class CaseRead:
    """The case, or what is wrong with the file; with errors there is no case."""

    case: Case | None
    problems: tuple[Problem, ...]


def read_case(data: bytes, name: str) -> CaseRead:
    """Read one file. name: as its problems call it. O(bytes)."""
    try:
        return CaseRead(_read(data), ())
    except BrokenError as broken:
        return CaseRead(None, tuple(_problem(name, one) for one in broken.found))


def _problem(name: str, found: tuple[str, int | None, Mapping[str, Any]]) -> Problem:
    key, line, facts = found
    return Problem(key, "error", name, line, facts=facts)


def _read(data: bytes) -> Case:
    if len(data) > MOST_BYTES:
        raise BrokenError([("case.too_big", None, {"limit_bytes": MOST_BYTES})])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as why:
        raise BrokenError([("case.not_utf8", data.count(b"\n", 0, why.start) + 1, {})]) from None
    lines = re.split(r"\r\n|\n|\r", text)
    if lines[0].rstrip() != "---":
        raise BrokenError([("case.no_head", 1, {})])
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        raise BrokenError([("case.head_open", len(lines), {})])
    head = read_head("\n".join(lines[1:end]), first_line=2)
    body = read_body(lines[end + 1 :], first_line=end + 2)
    return _fitted(head, body)


def _fitted(head: Head, body: Body) -> Case:
    """Texts into the places that the head has for them. What stands on one side only is wrong."""
    wrong: list[tuple[str, int | None, Mapping[str, Any]]] = []
    wanted: dict[str, int | None] = {"name": None, "place": None, "summary": None, **head.keys}
    for language in head.languages:
        texts = body.texts.get(language, {})
        for key, line in wanted.items():
            if key not in texts and key != "summary":
                wrong.append(("case.no_text", line, {"text": key, "name": language}))
    for language, texts in body.texts.items():
        for key, (text, line) in texts.items():
            if key not in wanted or language not in head.languages:
                wrong.append(("case.text_of_nothing", line, {"text": key, "name": language}))
            if len(text) > MOST_LETTERS:
                wrong.append(("case.text_too_long", line, {"text": key, "limit": MOST_LETTERS}))
    if wrong:
        raise BrokenError(wrong)
    return head.case(lambda key: {language: body.texts[language].get(key, ("", 0))[0] for language in head.languages})
