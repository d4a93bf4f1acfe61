"""How is the text of a call shown? Part by part, in the reader's language, with lists as lists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from shutaf.partnerships.calls.queries import CallFacts

_NUMBERED = re.compile(r"^\s*(?:\d+[.)]|[-–•*])\s+")


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A heading and its paragraphs, or the lines of a list."""

    key: str
    title: str
    paragraphs: tuple[str, ...]
    items: tuple[str, ...] = ()


def part_titles() -> dict[str, str]:
    """What each part of the text is called."""
    return {
        "title": _("Title"),
        "about": _("What it is about"),
        "who": _("Who may answer"),
        "criteria": _("How answers are read"),
        "gives": _("What the municipality brings, and what not"),
        "next": _("What happens to your answer"),
    }


def said_call(call: CallFacts, language: str) -> dict[str, Any]:
    """title, parts and corrections, for a template."""
    spoken = language if call.text(language) else next(iter(call.texts), language)
    text = call.text(spoken)
    parts = [_shown(key, title, text.get(key, "")) for key, title in part_titles().items() if key != "title" and text.get(key)]
    corrections = [(one["on"], one["words"].get(language, ""), one.get("closes_on") or {}) for one in call.corrections]
    direction = "rtl" if spoken in ("he", "ar") else "ltr"
    return {
        "call_title": call.title_in(language),
        "parts": parts,
        "corrections": corrections,
        "text_language": spoken,
        "text_direction": direction,
    }


def _shown(key: str, title: str, words: str) -> ShownPart:
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    if len(lines) > 1 and all(_NUMBERED.match(line) for line in lines):
        return ShownPart(key, title, (), tuple(_NUMBERED.sub("", line) for line in lines))
    return ShownPart(key, title, tuple(lines))
