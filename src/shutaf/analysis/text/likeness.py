"""How alike are two names of bodies, also when one is written in Hebrew and the other in Latin or Arabic letters?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from shutaf.analysis.text.fold import fold
from shutaf.analysis.text.forms import bare
from shutaf.analysis.text.sound import sound, sounds_alike
from shutaf.analysis.text.spelling import mistakes_between
from shutaf.analysis.text.wordlist import LEGAL, LITTLE, SAME

_PART = re.compile(r"\d+|[^\W\d_]+(?:['׳’`\"״”][^\W\d_]+)*['׳’`]?")
_DOTTED = re.compile(r"(?<![^\W\d_])(?:[^\W\d_]{1,4}['׳]?\.){1,}[^\W\d_]{1,4}['׳]?\.?(?![^\W\d_])")
_LETTERS = {
    fold(name): letter
    for letter, names in (
        *(("a", "איי"), ("b", "בי"), ("c", "סי"), ("d", "די"), ("e", "אי"), ("f", "אף אפ"), ("g", "ג'י גי"), ("h", "אייץ אייצ'")),
        *(("i", "איי"), ("j", "ג'יי גיי"), ("k", "קיי"), ("l", "אל"), ("m", "אם"), ("n", "אן אנ"), ("o", "או"), ("p", "פי"), ("q", "קיו")),
        *(
            ("r", "אר"),
            ("s", "אס"),
            ("t", "טי"),
            ("u", "יו"),
            ("v", "וי ווי"),
            ("w", "דאבליו דבליו"),
            ("x", "אקס"),
            ("y", "וואי"),
            ("z", "זד זי"),
        ),
    )
    for name in names.split()
}
"""How Hebrew spells out the letters of an English abbreviation: אס.די.בי for SDB."""

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_MOST_SIGNS, _MOST_LETTERS, _MOST_WHOLE = 300, 40, 80
"""Ours: of a name so many signs are read, of a word so many letters, of all words run together so many; what is longer is no name."""

_ALIKE_ENOUGH = 0.6
_OTHER_NUMBER, _NUMBER_MISSING = 0.6, 0.85
_AS_A_WHOLE, _SHORTEST_WHOLE = 0.95, 3
"""Ours, chosen on one half of 800 names of Israeli partnerships: how alike two words must be to be paired; what is left where numbers differ or
one is missing; and what a likeness of all words run together is worth, from three consonants on."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a name: what it says (a word of `wordlist`, else its sound), its sound, and its letters, folded."""

    says: str
    heard: str
    letters: str

    @property
    def alphabet(self) -> str:
        """The first letter of the alphabet, roughly: what two words must share to be compared letter by letter."""
        return "א" if "א" <= self.letters[:1] <= "ת" else "ا" if "ء" <= self.letters[:1] <= "ي" else "a"


@dataclass(frozen=True, slots=True)
class Spoken:
    """A name as compared: its words without legal form and little words, its numbers, and all words in one, as one sound and as letters."""

    tokens: tuple[Token, ...]
    numbers: frozenset[int]
    whole: Token


@lru_cache(maxsize=2**15)
def spoken(name: str) -> Spoken:
    """What of a name is compared, in any of the alphabets. O(letters).

    >>> [token.says for token in spoken("קרן אביב II, שותפות מוגבלת").tokens], sorted(spoken("Aviv Fund 2 LP").numbers)
    (['=fund', 'ABB'], [2])
    """
    words = [word[:_MOST_LETTERS] for word in _words(unicodedata.normalize("NFKC", name[:_MOST_SIGNS]).lower())]
    numbers = frozenset(int(word) for word in words if word.isdecimal()) | {_ROMAN[word] for word in words[1:] if word in _ROMAN}
    kept = [word for word in words if not word.isdecimal() and word not in LITTLE and not (word in _ROMAN and word != words[0])]
    said = [word for word in kept if fold(word) not in LEGAL] or kept
    every = [Token(_says(word), sound(word), fold(word)) for word in said]
    tokens = tuple(token for token in every if token.says)
    heard = "".join(token.heard for token in tokens)
    return Spoken(
        tokens, numbers, Token(heard[:_MOST_WHOLE], heard[:_MOST_WHOLE], "".join(token.letters for token in tokens)[:_MOST_WHOLE])
    )


def _says(word: str) -> str:
    """A word of the list, also with what is written together with it (המרכז, الشباب); else its sound."""
    folded = fold(word)
    known = next((SAME[form] for form in (bare(folded) if folded else ()) if form in SAME), "")
    return f"={known}" if known else sound(word)


def _words(name: str) -> list[str]:
    """Words and numbers; letters with dots, and letters spelt out one after the other, as one word."""
    words = _PART.findall(_DOTTED.sub(lambda dotted: _abbreviation(dotted[0]), name))
    found: list[str] = []
    for is_letter, run in groupby(words, key=lambda word: fold(word) in _LETTERS):
        spelt = list(run)
        found += ["".join(_LETTERS[fold(word)] for word in spelt)] if is_letter and len(spelt) > 1 else spelt
    return found


def _abbreviation(text: str) -> str:
    parts = [part for part in text.split(".") if part]
    spelt = [_LETTERS.get(fold(part), part if len(fold(part)) == 1 else "") for part in parts]
    return f" {''.join(spelt)} " if all(spelt) else f" {' '.join(parts)} "


def likeness(one: str, other: str, weight: Mapping[str, float] | None = None) -> float:
    """How alike two names are, 0 .. 1: the share of their words, weighed, that have their like in the other name.

    weight: of what a word says, more where it is rare among the names compared; 1 where left out. Legal forms count for nothing; numbers that differ
    take four tenths away, a number in one name only 15 of 100. The same both ways. O(words x words). Ours.

    >>> likeness("עמותת גליל ירוק (ע״ר)", "Green Galil Association"), round(likeness("קרן אביב II", "Aviv Fund III"), 2)
    (1.0, 0.6)
    """
    a, b = spoken(one), spoken(other)
    found = _by_words(a.tokens, b.tokens, weight or {})
    if min(len(a.whole.heard), len(b.whole.heard)) >= _SHORTEST_WHOLE:
        found = max(found, _AS_A_WHOLE * _words_alike(a.whole, b.whole))
    if a.numbers != b.numbers:
        found *= _OTHER_NUMBER if a.numbers and b.numbers else _NUMBER_MISSING
    return found


def _by_words(one: Sequence[Token], other: Sequence[Token], weight: Mapping[str, float]) -> float:
    """Words are paired off, the most alike first."""
    total = sum(weight.get(token.says, 1.0) for token in (*one, *other))
    pairs = sorted(
        ((_words_alike(a, b), i, j) for i, a in enumerate(one) for j, b in enumerate(other)), key=lambda pair: (-pair[0], pair[1], pair[2])
    )
    free_i, free_j, shared = set(range(len(one))), set(range(len(other))), 0.0
    for alike, i, j in pairs:
        if alike >= _ALIKE_ENOUGH and i in free_i and j in free_j:
            free_i.remove(i)
            free_j.remove(j)
            shared += alike * (weight.get(one[i].says, 1.0) + weight.get(other[j].says, 1.0))
    return shared / total if total else 0.0


def _words_alike(a: Token, b: Token) -> float:
    """By what they say, else letter by letter in one alphabet, by sound between two."""
    if a.says == b.says and (a.says.startswith("=") or a.alphabet != b.alphabet):
        return 1.0
    return _letters_alike(a.letters, b.letters) if a.alphabet == b.alphabet else sounds_alike(a.heard, b.heard)


@lru_cache(maxsize=2**18)
def _letters_alike(one: str, other: str) -> float:
    longest = max(len(one), len(other))
    if one == other or abs(len(one) - len(other)) > longest / 2:
        return float(one == other)
    return max(0.0, 1.0 - mistakes_between(one, other) / longest)
