"""Where in a text does a term stand, however the language bends it?

Hebrew writes its small words onto the term (ושבשותפות), Arabic its article and conjunctions (وللبلديات), German and English add endings. A term of
several words may be bent in each. Broken plurals and umlauts are not guessed: they are forms of their own, given with the term.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

Forms: TypeAlias = Mapping[str, Sequence[str]]
"""By term: the ways it is written, as a dictionary has them."""

_FINALS = {"ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ"}
_HEBREW_SMALL = "(?:[ושהכלבמ]{1,3})?"
_ARABIC_SMALL = "(?:[وف]?(?:[بك]?ال|لل|[بكل])?)"
_ARABIC_MARK = "[\u064b-\u0652\u0640]*"
_GERMAN_NOUN, _GERMAN_ADJECTIVE = "(?:innen|nen|en|es|er|e|n|s)?", "(?:e|em|en|er|es)?"
_HYPHENS = "[-\u05be\u2010\u2011]"


@dataclass(frozen=True, slots=True)
class Mention:
    """A term's key, and the letters it stands on: text[start:end]."""

    key: str
    start: int
    end: int


class Finder:
    """Finds terms in texts of one language. forms: their written forms; the longest that fits at a place wins."""

    def __init__(self, forms: Forms, language: str) -> None:
        listed = sorted(((form, key) for key, written in forms.items() for form in written if form), key=lambda pair: (-len(pair[0]), pair))
        self._keys = [key for _form, key in listed]
        bent = "|".join(f"({_bent(form, language)})" for form, _key in listed)
        self._pattern = re.compile(rf"(?<![^\W_])(?:{bent})(?![^\W_])" if bent else r"(?!)", re.IGNORECASE)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Every place where a term stands, from left to right; none overlaps another.

        >>> Finder({"partnership": ["שותפות"]}, "he").mentions("מהשותפויות")
        (Mention(key='partnership', start=0, end=10),)
        """
        return tuple(Mention(self._keys[(found.lastindex or 1) - 1], *found.span()) for found in self._pattern.finditer(text))

    def first_mentions(self, texts: Iterable[str]) -> tuple[tuple[Mention, ...], ...]:
        """For each text of one section, in their order, the places where a term stands for the first time in it."""
        seen: set[str] = set()
        found = []
        for text in texts:
            new = []
            for mention in self.mentions(text):
                if mention.key not in seen:
                    seen.add(mention.key)
                    new.append(mention)
            found.append(tuple(new))
        return tuple(found)


def _bent(form: str, language: str) -> str:
    """The form as a pattern. Words keep their order; between them stands any blank. A name of capitals is written in capitals (BOT, not bot)."""
    if form.isupper() and form.isascii():
        return f"(?-i:{re.escape(form)})"
    words = form.split()
    if language == "he":
        return _HEBREW_SMALL + r"\s+".join(_hebrew(word, is_first=not i) for i, word in enumerate(words))
    if language == "ar":
        return _ARABIC_SMALL + r"\s+".join(_arabic(word, is_first=not i) for i, word in enumerate(words))
    bend = _german if language == "de" else _english
    return r"\s+".join(bend(word, is_last=i == len(words) - 1) for i, word in enumerate(words))


def _hebrew(word: str, *, is_first: bool) -> str:
    """With its article inside a term of several words (השותפות הבין-מגזרית), and with the endings of plural and of a tie to the next word."""
    parts = re.split("[-\u05be]", word)
    return ("" if is_first else "ה?") + f"{_HYPHENS}ה?".join([*map(re.escape, parts[:-1]), _hebrew_ending(parts[-1])])


def _hebrew_ending(word: str) -> str:
    stem = re.escape(word)
    if len(word) < 3 or not re.search("[א-ת]$", word):
        return stem
    if word.endswith("ות"):
        return f"{re.escape(word[:-2])}(?:ות|ויות)"
    if word.endswith("ית"):
        return f"{re.escape(word[:-2])}(?:ית|יות)"
    if word.endswith("ייה"):
        return f"{re.escape(word[:-3])}(?:ייה|יית|יות)"
    if word.endswith("ה"):
        return f"{re.escape(word[:-1])}(?:ה|ת|ות)"
    if word.endswith(("ים", "ת")):
        return f"{stem}" if word.endswith("ת") else f"{re.escape(word[:-2])}(?:ים|י)"
    if word.endswith("י"):
        return f"{stem}(?:ים|ת|ות)?"
    inner = re.escape(word[:-1] + _FINALS.get(word[-1], word[-1]))
    return f"(?:{stem}|{inner}(?:ים|י|ות))"


def _arabic(word: str, *, is_first: bool) -> str:
    """Any word may carry the article or lose it; a closing ة may be ات; vowel signs are not told apart."""
    bare = re.sub("^ال", "", word) if len(word) > 4 else word
    bare = re.sub("[\u064b-\u0652]", "", bare)
    ending = "(?:ة|ه|ات)" if bare.endswith("ة") else ""
    letters = bare[:-1] if ending else bare
    return (
        ("" if is_first else "(?:و?(?:ب|ل)?(?:ال|لل)?)")
        + _ARABIC_MARK.join(map(_arabic_letter, letters))
        + _ARABIC_MARK
        + ending
        + _ARABIC_MARK
    )


def _arabic_letter(letter: str) -> str:
    return "[اأإآ]" if letter in "اأإآ" else "[ىي]" if letter in "ىي" else re.escape(letter)


def _german(word: str, *, is_last: bool) -> str:
    """A noun stands last and has a capital letter; what stands before it bends like an adjective. A soft hyphen may stand anywhere."""
    is_noun = word[:1].isupper() and is_last
    stem = word if is_noun or len(word) < 5 else re.sub("(?:em|en|er|es|e)$", "", word)
    return "\u00ad?".join(map(re.escape, stem)) + (_GERMAN_NOUN if is_noun else _GERMAN_ADJECTIVE)


def _english(word: str, *, is_last: bool) -> str:
    if not is_last or len(word) < 3:
        return re.escape(word)
    if re.search("[^aeiou]y$", word):
        return f"{re.escape(word[:-1])}(?:y|ies)"
    return re.escape(word) + "(?:s|es)?" if not word.endswith("s") else f"{re.escape(word[:-1])}s?"


@cache
def finder(forms: tuple[tuple[str, tuple[str, ...]], ...], language: str) -> Finder:
    """The same finder for the same terms: its pattern is large, and made once."""
    return Finder(dict(forms), language)
