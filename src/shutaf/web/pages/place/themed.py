"""How are goals and challenges typed: themes ticked, and targets in own words each beside its theme?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from shutaf import content
from shutaf.analysis.situation import Word
from shutaf.imports.words import key_of
from shutaf.web.parts.whole import whole

SPARE, MOST = 2, 30


def is_plain(word: Word) -> bool:
    """Whether the text says no more than the theme: its key, or any of its names."""
    return bool(word.key) and (not word.text or word.text == word.key or key_of(word.text, "theme") == word.key)


def rows_in(key: str, data: Mapping[str, Any] | None, known: Sequence[Word]) -> int:
    """How many rows of own words a form has: those that were sent, else those that are known and two spare ones."""
    if data is not None:
        sent = [whole(name.rpartition("_")[2], -1) for name in data if name.startswith(f"{key}_text_")]
        return min(MOST, max(sent, default=-1) + 1)
    return min(MOST, sum(not is_plain(word) for word in known) + SPARE)


def row_fields(key: str, number: int, language: str) -> dict[str, forms.Field]:
    """Own words and their theme."""
    themes = [("", _("no theme")), *((entry.key, entry.names[language]) for entry in content.entries("theme"))]
    label = _("In own words, {n}").format(n=number + 1)
    text = forms.CharField(label=label, required=False, max_length=500, widget=forms.TextInput(attrs={"dir": "auto"}))
    theme = forms.ChoiceField(label=_("Theme of own words, {n}").format(n=number + 1), required=False, choices=themes)
    return {f"{key}_text_{number}": text, f"{key}_theme_{number}": theme}


def initial_rows(key: str, known: Sequence[Word]) -> dict[str, Any]:
    """Ticks of all themes, own words in their rows."""
    found: dict[str, Any] = {key: list(dict.fromkeys(word.key for word in known if word.key))}
    for number, word in enumerate(word for word in known if not is_plain(word)):
        found |= {f"{key}_text_{number}": word.text, f"{key}_theme_{number}": word.key}
    return found


def words_of(key: str, data: Mapping[str, Any], rows: int, known: Sequence[Word], language: str) -> tuple[Word, ...]:
    """The goals or challenges: own words with their theme, and each ticked theme that no own words carry; what stays keeps its text as written."""
    own = []
    for number in range(rows):
        text, theme = data.get(f"{key}_text_{number}", "").strip(), data.get(f"{key}_theme_{number}", "")
        if text:
            own.append(Word(text, theme or key_of(text, "theme")))
    carried = {word.key for word in own}
    before = {word.key: word for word in known if is_plain(word)}
    ticked = [
        before.get(theme) or Word(content.say("theme", theme, language), theme) for theme in data.get(key, ()) if theme not in carried
    ]
    order = {word: at for at, word in enumerate(known)}
    return tuple(sorted((*ticked, *own), key=lambda word: order.get(word, len(order))))
