"""Which sector does a name sound like? A suggestion that one key accepts, never knowledge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shutaf.analysis.text.fold import fold


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or beginning of words that speaks for a sector (or `department`). weight: 1 a little .. 4 nearly always."""

    word: str
    sector: str
    weight: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """sector: a key, or `department`. sure_1_4: the weight of the strongest word; word: the one it rests on, as in the list."""

    sector: str
    sure_1_4: int
    word: str


_PREFIXES = ("", "ה", "ו", "ב", "ל", "מ", "ש", "ال", "و")


def suggest_sector(name: str, cues: Sequence[Cue]) -> Suggestion | None:
    """The sector whose words speak loudest in the name; None when none does or two speak alike. O(cues).

    A cue counts as whole words, with a Hebrew or Arabic prefix before it. Of equal weight the longer word wins, then the one that stands first.

    >>> suggest_sector("מכללת המורד", [Cue("מכללת", "academia", 4)])
    Suggestion(sector='academia', sure_1_4=4, word='מכללת')
    """
    text = f" {fold(name).replace('.', ' ').replace(',', ' ')} "
    text = f" {' '.join(text.split())} "
    found: list[tuple[int, int, int, Cue]] = []
    for cue in cues:
        word = fold(cue.word)
        at = next((text.find(f" {prefix}{word} ") for prefix in _PREFIXES if f" {prefix}{word} " in text), -1)
        if at >= 0:
            found.append((cue.weight, len(word), -at, cue))
    if not found:
        return None
    found.sort(key=lambda one: one[:3], reverse=True)
    best = found[0]
    rivals = {cue.sector for weight, size, _at, cue in found if (weight, size) == best[:2]}
    if len(rivals) > 1 and best[0] < 3:
        return None
    return Suggestion(best[3].sector, best[0], best[3].word)
