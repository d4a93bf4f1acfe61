"""Where in a text does somebody stand? Names in any order and spelling, with a prefix or an ending; addresses; numbers.

What is looked for is asked of a function `knows(kind, key)`, so that a person who is told and a list of hashes are found by the same reading.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from shutaf.analysis.text.search import words_of
from shutaf.stewardship.personal.who import email_key, name_key, phone_key

Knows: TypeAlias = Callable[[str, str], bool]
"""Whether a key of a kind (name, email, phone) is somebody's."""

_IN_A_WORD = "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe00-\ufe0f"  # fmt: skip
_QUOTES = "\"'`´״׳‘’‚‛“”„‟′″‴«»‹›＂＇ʹʺʻʼʽ΄"
_WORD = re.compile(rf"(?:[^\W_]|[{_IN_A_WORD}{_QUOTES}])+")
_EDGE = re.compile(rf"^[{_QUOTES}\u200b-\u200f\u202a-\u202e\u2060-\u2069]+|[{_QUOTES}\u200b-\u200f\u202a-\u202e\u2060-\u2069]+$")
_EMAIL = re.compile(r"[^\s<>,;:\"'()\[\]{}|/\\@]+@[^\s<>,;:\"'()\[\]{}|/\\@]+")
_NUMBER = re.compile(r"\+?\d[\d\s().\-\u2010-\u2015\u2060-\u2069]{4,}\d")
_PREFIX_HEBREW = re.compile(r"^[והלבמכש]{1,3}(?=..)")
_PREFIX_ARABIC = re.compile(r"^(?:[وف][بلك]?|[بلك])(?=..)")
_LONGEST_NAME = 6  # words; with a title, two given and two family names


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody from start to end of a text. kept: letters before the name that belong to the sentence, such as a Hebrew ל."""

    start: int
    end: int
    kind: str
    key: str
    kept: str = ""


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    raw: str
    folded: str


def joined(words: tuple[str, ...]) -> str:
    """The key of a name as one text."""
    return " ".join(words)


def mentions(text: str, knows: Knows) -> list[Mention]:
    """In the order of the text, none inside another. O(words)."""
    found = sorted([*_emails(text, knows), *_phones(text, knows), *_names(text, knows)], key=lambda one: (one.start, -one.end))
    apart: list[Mention] = []
    for one in found:
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    return apart


def without(text: str, found: Sequence[Mention], stand_in: Callable[[Mention], str]) -> str:
    """The text with something else where somebody stood."""
    parts, at = [], 0
    for one in found:
        parts += [text[at : one.start], one.kept, stand_in(one)]
        at = one.end
    return "".join([*parts, text[at:]])


def _emails(text: str, knows: Knows) -> Iterator[Mention]:
    if "@" not in text:
        return
    for match in _EMAIL.finditer(text):
        start, end = match.span()
        while end > start and text[end - 1] in ".!?…":
            end -= 1
        if (key := email_key(text[start:end])) and knows("email", key):
            yield Mention(start, end, "email", key)


def _phones(text: str, knows: Knows) -> Iterator[Mention]:
    for match in _NUMBER.finditer(text):
        groups = [(match.start() + one.start(), match.start() + one.end()) for one in re.finditer(r"\S+", match.group())]
        for last in range(len(groups)):
            if mention := _phone(text, groups[: last + 1], knows):
                yield mention


def _phone(text: str, groups: list[tuple[int, int]], knows: Knows) -> Mention | None:
    """A number that ends with the last group, with its country code and as few other digits as can be."""
    end = groups[-1][1]
    for first in reversed(range(len(groups))):
        start = groups[first][0]
        key = phone_key(text[start:end])
        if key and knows("phone", key):
            if first and text[groups[first - 1][0] :].startswith(("+", "00")):
                start = groups[first - 1][0]
            return Mention(start, end, "phone", key)
    return None


def _names(text: str, knows: Knows) -> Iterator[Mention]:
    words = [
        _Word(*_trimmed(match.start(), match.group()), match.group(), folded)
        for match in _WORD.finditer(text)
        for folded in words_of(match.group())
    ]
    if len(words) == 1 and knows("name", words[0].folded) and words[0].end - words[0].start >= len(text.strip()) - 1:
        yield Mention(words[0].start, words[0].end, "name", words[0].folded)  # a name of one word counts where it stands alone
    for first in range(len(words)):
        for last in range(min(len(words), first + _LONGEST_NAME), first + 1, -1):
            if mention := _name(words[first:last], knows):
                yield mention
                break


def _trimmed(start: int, raw: str) -> tuple[int, int]:
    """Where the word stands without quotes and marks around it."""
    left = _EDGE.match(raw)
    begin = left.end() if left and left.start() == 0 and left.end() < len(raw) else 0
    right = next((match.start() for match in _EDGE.finditer(raw) if match.end() == len(raw) and match.start() >= begin), len(raw))
    return start + begin, start + (right if right > begin else len(raw))


def _name(words: list[_Word], knows: Knows) -> Mention | None:
    middle = [word.folded for word in words[1:-1]]
    for first, cut in _beginnings(words[0].folded):
        for last in _endings(words[-1]):
            key = joined(tuple(sorted([first, *middle, last])))
            if knows("name", key):
                kept = words[0].raw[:cut] if words[0].raw[:cut].isalpha() and words[0].end - words[0].start == len(words[0].raw) else ""
                return Mention(words[0].start, words[-1].end, "name", key, kept)
    return None


def _beginnings(word: str) -> Iterator[tuple[str, int]]:
    """The word, and what stands behind a Hebrew or Arabic prefix, with the prefix' length."""
    yield word, 0
    if match := _PREFIX_HEBREW.match(word):
        for cut in range(1, match.end() + 1):
            yield word[cut:], cut
    elif match := _PREFIX_ARABIC.match(word):
        yield word[match.end() :], match.end()


def _endings(word: _Word) -> Iterator[str]:
    """The word, and without the s of "Cohen's" and "Cohens Büro"."""
    yield word.folded
    if len(word.folded) > 2 and word.folded.endswith("s") and word.folded.isascii():
        yield word.folded[:-1]


def is_whole(text: str, key: tuple[str, ...]) -> bool:
    """Whether a text is this name and nothing more."""
    return bool(key) and name_key(text) == key
