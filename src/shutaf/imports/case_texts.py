"""Which texts stand in the Markdown of a case file? Each ends with its key; headings are for people, but for the title, which says the language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from shutaf.imports.case_head import BrokenError

_TITLE = re.compile(r"^#\s+(?P<text>.*?)\s*(?<!\\)\{#name lang=(?P<language>[a-z]{2})\}\s*$")
_END = re.compile(r"^(?P<text>.*?)\s*(?<!\\)\{#(?P<key>[a-z]+\d*)\}\s*$")
_ESCAPE = re.compile(r"\\(\{#)|^\\([#\\])", re.MULTILINE)
MOST_TEXTS = 2000


@dataclass
class Body:
    """Language -> key -> (text, the line where it ends)."""

    texts: dict[str, dict[str, tuple[str, int]]] = field(default_factory=dict)


def read_body(lines: Sequence[str], *, first_line: int) -> Body:
    """Raises BrokenError for a text without a key, before any title, or twice."""
    body, language, open_lines, opened = Body(), "", list[str](), 0
    for number, line in enumerate(lines, first_line):
        if title := _TITLE.match(line):
            _none_left(open_lines, opened)
            language = title["language"]
            _put(body, language, "name", title["text"], number)
        elif line.startswith("#"):
            _none_left(open_lines, opened)
        elif end := _END.match(line):
            text = "\n".join([*open_lines, end["text"]])
            open_lines = []
            if not language:
                raise BrokenError([("case.no_title", number, {})])
            _put(
                body,
                language,
                end["key"],
                text.strip().removeprefix("- ") if end["key"].startswith("p") and end["key"] != "place" else text,
                number,
            )
        elif line.strip() or open_lines:
            opened = opened if open_lines else number
            open_lines.append(line)
    _none_left(open_lines, opened)
    if not body.texts:
        raise BrokenError([("case.no_title", first_line, {})])
    return body


def _none_left(open_lines: list[str], line: int) -> None:
    if any(one.strip() for one in open_lines):
        raise BrokenError([("case.text_without_key", line, {})])
    open_lines.clear()


def _put(body: Body, language: str, key: str, text: str, line: int) -> None:
    texts = body.texts.setdefault(language, {})
    if key in texts:
        raise BrokenError([("case.text_twice", line, {"text": key})])
    if len(texts) >= MOST_TEXTS:
        raise BrokenError([("case.too_much", line, {"limit": MOST_TEXTS})])
    texts[key] = (_ESCAPE.sub(lambda found: found[1] or found[2], text.strip()), line)
