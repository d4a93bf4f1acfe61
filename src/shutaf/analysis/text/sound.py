"""How does a word sound, whichever alphabet it is written in: Hebrew, Arabic or Latin?

Only consonants count, in thirteen groups: A (a vowel that begins the word), B C D G H K L M N P R S T Y. What Hebrew writes with one letter and English with
another falls into one group (ב ו V W B; כ ק C K Q; ס ש ז צ S Z SH). Ours, after the rules of Israeli signposts and of English spelling.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from shutaf.analysis.text.fold import fold

_HEBREW = dict(
    zip("בגדהזחטכלמנספצקרשת", ("B", "G", "D", "H", "S", "H", "T", "K", "L", "M", "N", "S", "P", "TS", "K", "R", "S", "T"), strict=True)
)
_ARABIC = dict(zip("بتثجحخدذرزسشصضطظغفقكلمنه", "BTTGHHDDRSSSSDTDGPKKLMNH", strict=True))
_LATIN = dict(
    zip(
        "bcdfgjhklmnpqrstvwxz",
        ("B", "K", "D", "P", "G", "G", "H", "K", "L", "M", "N", "P", "K", "R", "S", "T", "B", "B", "KS", "S"),
        strict=True,
    )
)
_SPELT = (
    *(
        (re.compile(written), heard)
        for written, heard in (("tch|tsch|ch", "C"), ("sch|sh", "S"), ("[st]ion", "SN"), ("tz|ts", "TS"), ("ph", "P"))
    ),
    *(
        (re.compile(written), heard)
        for written, heard in (("ght", "T"), ("th", "T"), ("kh", "H"), ("ck", "K"), ("d[gj]", "G"), ("^wr", "R"))
    ),
    *(
        (re.compile(written), heard)
        for written, heard in (("^kn", "N"), ("c(?=[eiy])", "S"), ("(?<=[aeiou])w(?![aeiouy])", ""), ("h$", ""))
    ),
    *((re.compile(written), heard) for written, heard in (("^y", "Y"), ("^[aeiou]", "A"))),
)
_GERESH = re.compile("([גזצתח])['׳’`]")
_MARKED = {"ג": "G", "ז": "S", "צ": "C", "ת": "T", "ח": "H"}
_TWICE = re.compile(r"([^ו\d])\1+")

_NEAR = frozenset(map(frozenset, ("BP", "CH", "CK", "CS", "CT", "DT", "GK", "GY", "HK", "GH", "MN", "KS", "ST", "AY", "AH", "AB")))
"""Groups that stand for one another: half a mistake."""

_LEAST_SHARE = 0.25
"""Sounds with fewer neighbours in common are not alike, and are not looked at letter by letter."""

_WEAK = frozenset("AHY")
"""Groups that are heard or not: half a mistake where one is left out."""


@lru_cache(maxsize=2**16)
def sound(word: str) -> str:
    """The groups of a word's consonants in their order; a doubled letter counts once. O(letters).

    A letter of another alphabet, and a digit, stays as it is.

    >>> sound("וולת'סטון"), sound("Wealthstone"), sound("גליל"), sound("Galil"), sound("الجليل")
    ('BLTSTN', 'BLTSTN', 'GLL', 'GLL', 'GLL')
    """
    plain = _TWICE.sub(r"\1", fold(_GERESH.sub(lambda found: _MARKED[found[1]], word)) if _GERESH.search(word) else fold(word))
    if any("א" <= letter <= "ת" for letter in plain):
        heard = _hebrew(plain)
    elif any("ء" <= letter <= "ي" for letter in plain):
        heard = _arabic(plain)
    else:
        heard = _latin(plain)
    return heard


def _hebrew(word: str) -> str:
    heard = []
    for at, letter in enumerate(word):
        is_first, is_last = at == 0, at == len(word) - 1
        if letter == "ו":
            heard.append("B" if (is_first and not word.startswith("וו")) or word[at : at + 2] == "וו" else "")
        elif letter in "איע":
            heard.append(("Y" if letter == "י" else "A") if is_first else "")
        elif not (letter == "ה" and is_last):
            heard.append(_HEBREW.get(letter, letter.upper()))
    return "".join(heard)


def _arabic(word: str) -> str:
    word = word[2:] if word.startswith("ال") and len(word) > 4 else word
    heard = []
    for at, letter in enumerate(word):
        if letter in "اعءئؤوي":
            heard.append("" if at else {"و": "B", "ي": "Y"}.get(letter, "A"))
        elif not (letter == "ه" and at == len(word) - 1):
            heard.append(_ARABIC.get(letter, letter))
    return "".join(heard)


def _latin(word: str) -> str:
    for written, heard in _SPELT:
        word = written.sub(heard, word)
    return "".join(letter if letter.isupper() or letter.isdigit() else _LATIN.get(letter, "") for letter in word)


@lru_cache(maxsize=2**18)
def sounds_alike(one: str, other: str) -> float:
    """How alike two sounds are: 1 the same, 0 nothing; one less the mistakes between them, by the length of the longer.

    0 where they share hardly any two neighbours, or where one is twice as long as the other.

    O(letters squared), remembered for the last 262,144 pairs. Source: edit distance, Wagner and Fischer 1974, JACM 21, 168-173. Ours: the halves.

    >>> sounds_alike(sound("קהילה"), sound("kehila")), sounds_alike(sound("בית"), sound("park"))
    (1.0, 0.0)
    """
    if one == other:
        return 1.0 if one else 0.0
    longest = max(len(one), len(other))
    if not one or not other or abs(len(one) - len(other)) > longest / 2 or _share(one, other) < _LEAST_SHARE:
        return 0.0
    row = [0.0]
    for letter in other:
        row.append(row[-1] + _left_out(letter))
    for mine in one:
        above, row = row, [row[0] + _left_out(mine)]
        for at, letter in enumerate(other):
            taken = 0.0 if mine == letter else 0.5 if frozenset((mine, letter)) in _NEAR else 1.0
            row.append(min(above[at + 1] + _left_out(mine), row[-1] + _left_out(letter), above[at] + taken))
    return max(0.0, 1.0 - row[-1] / longest)


def _share(one: str, other: str) -> float:
    """Dice overlap of pairs of neighbours, ends included: what makes a look at every letter worth while."""
    a, b = _pieces(one), _pieces(other)
    return 2 * len(a & b) / (len(a) + len(b))


@lru_cache(maxsize=2**16)
def _pieces(heard: str) -> frozenset[str]:
    return frozenset(map("".join, pairwise(f" {heard} ")))


def _left_out(letter: str) -> float:
    return 0.5 if letter in _WEAK else 1.0
