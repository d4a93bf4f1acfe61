"""Which sector does a name sound like? A suggestion that one key accepts, never knowledge."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from shutaf.analysis.text.fold import fold
from shutaf.analysis.text.forms import bare

_WORD = re.compile(r"[^\W_]+")
_SHORTEST_BEFORE_ENDING = 2
"""Ours: letters. "Amt" alone is a word, not an ending."""
_SHORT_NAME = 3
"""Ours: words. "Culture, sport and youth" of a municipality; longer names say what they are otherwise."""
_LOUD = 3
_HEAD_ADDS = 1
"""Ours: how much louder the first word of a Hebrew or Arabic name speaks, since it says what the body is: the committee of the clinic's staff."""


class CueLike(Protocol):
    """A word or words that speak for a sector or for `department`. "-verein" is an ending; "^הנדסה" counts only where a short name begins
    with it, as departments are called by their subject.

    weight: 1 a little, 2 more often than not, 3 mostly, 4 nearly always.
    """

    @property
    def word(self) -> str: ...
    @property
    def sector(self) -> str: ...
    @property
    def weight(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Cue:
    """The plain form of a CueLike."""

    word: str
    sector: str
    weight: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """sector: a key, or `department`. sure_1_4: the weight of the word it rests on; word: that word, as in the list, without the sign before it."""

    sector: str
    sure_1_4: int
    word: str


class Cues:
    """A list of cues, ready to be looked up by their first word. Made once, asked often. A word given twice counts as given first."""

    def __init__(self, cues: Iterable[CueLike]) -> None:
        self.by_first: dict[str, list[tuple[tuple[str, ...], CueLike]]] = {}
        self.endings: dict[str, CueLike] = {}
        for cue in cues:
            words = words_of(cue.word)
            if cue.word.startswith("-"):
                self.endings.setdefault("".join(words), cue)
            elif words:
                self.by_first.setdefault(words[0], []).append((words, cue))
        self._longest_ending = max(map(len, self.endings), default=0)

    def said_at(self, words: tuple[str, ...], at: int) -> Iterator[tuple[int, CueLike]]:
        """(number of words, cue) for each cue that begins at this word, with a Hebrew or Arabic prefix or without; else its longest ending."""
        is_whole_word = False
        for form in _forms(words[at]):
            for own, cue in self.by_first.get(form, ()):
                if _goes_on(words, at, own) and (cue.word[0] != "^" or (at == 0 and len(words) <= _SHORT_NAME)):
                    is_whole_word = True
                    yield len(own), cue
        if not is_whole_word and (cue_ := self._ending(words[at])):
            yield 1, cue_

    def _ending(self, word: str) -> CueLike | None:
        starts = range(max(_SHORTEST_BEFORE_ENDING, len(word) - self._longest_ending), len(word) - 1)
        return next((self.endings[word[start:]] for start in starts if word[start:] in self.endings), None)


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a name: "e. V." is two.

    >>> words_of("Freunde e.V., Haifa"), words_of('הדר בע"מ')
    (('freunde', 'e', 'v', 'haifa'), ('הדר', 'בעמ'))
    """
    return tuple(_WORD.findall(fold(text)))


def suggest_sector(name: str, cues: Cues, kind: str = "") -> Suggestion | None:
    """The sector whose words speak loudest in the name; None when none does, or two speak alike and softly. O(words + letters).

    kind: what is known of the body's kind; it is asked where the name says nothing loudly. Alike loud, what stands first wins, and of cues
    that begin at one word the longer: Hebrew, Arabic and most names in German and English begin with what the body is.

    >>> cues = Cues([Cue("מכללה", "academia", 4), Cue("סטודנטים", "community", 2), Cue("-stiftung", "civil_society", 3)])
    >>> suggest_sector("המכללה והסטודנטים", cues).sector, suggest_sector("Hadarstiftung", cues).sector, suggest_sector("Hadar", cues)
    ('academia', 'civil_society', None)
    """
    found = _loudest(words_of(name), cues)
    if kind and (found is None or found.sure_1_4 < _LOUD):
        by_kind = _loudest(words_of(kind), cues)
        return by_kind if found is None or (by_kind and by_kind.sure_1_4 > found.sure_1_4) else found
    return found


def _loudest(words: tuple[str, ...], cues: Cues) -> Suggestion | None:
    heard = [(cue.weight + _head(words, at), -at, size, cue) for at in range(len(words)) for size, cue in cues.said_at(words, at)]
    if not heard:
        return None
    *_, best = max(heard, key=lambda one: one[:3])
    rivals = {cue.sector for *_, cue in heard if cue.weight == best.weight}
    is_first = _head(words, 0) and any(cue is best and at == 0 for _, at, _, cue in heard)
    return (
        None if len(rivals) > 1 and best.weight < _LOUD and not is_first else Suggestion(best.sector, best.weight, best.word.lstrip("^-"))
    )


def _head(words: tuple[str, ...], at: int) -> int:
    return _HEAD_ADDS if at == 0 and words[0][0] >= "\u0590" else 0


def _goes_on(words: tuple[str, ...], at: int, own: tuple[str, ...]) -> bool:
    rest = words[at + 1 : at + len(own)]
    return len(rest) == len(own) - 1 and all(wanted in _forms(word) for word, wanted in zip(rest, own[1:], strict=True))


def _forms(word: str) -> tuple[str, ...]:
    """The word, and in Hebrew and Arabic what is left without what is written together with it."""
    return bare(word) if word[0] >= "\u0590" else (word,)
