"""Which word of ours was meant by one that nobody has? For a search that found nothing; the answer is shown as a question."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import log10

from shutaf.analysis.text.fold import fold
from shutaf.analysis.text.forms import bare
from shutaf.analysis.text.names import trigrams
from shutaf.analysis.text.search import index_text, matches, query_tokens

_WRITTEN = re.compile(r"[^\W_]+(?:['\"׳״’][^\W_]+)*[׳']?")
_ALIKE = frozenset(
    frozenset(pair)
    for pair in (
        *("אע", "כק", "כח", "טת", "סש", "בו", "צס", "אה", "גז", "תה"),
        *("سص", "تط", "دض", "ذز", "ذظ", "ظض", "قك", "هح", "اع", "ثت", "ثس"),
        *("ck", "cs", "sz", "tz", "dt", "bp", "fv", "vw", "gk", "iy", "ei", "gj", "ae", "mn", "äe"),
    )
)
"""Ours: letters that sound alike or stand for one another in hurried writing."""

_WEAK = frozenset("אהויעاويءehu")
"""Ours: letters that are most often left out or put in."""

_LITTLE, _SWAPPED = 0.5, 0.75
_LETTERS_A_MISTAKE = 4
_MOST_MISTAKES = 2.0
_SHARED_PIECES = 0.2
_FROM_TYPED, _FROM_KNOWN, _LOOKS_ALIKE, _STANDS_OFTEN = 1.0, 0.3, 0.5, 0.2
"""Ours: mistakes that a prefix taken off counts for, and that likeness and ten times the uses make up for. Chosen on words of 2,000 names of
Israeli associations, each spoilt by one slip of a typist: the word meant comes first for 95 of 100."""


def mistakes_between(typed: str, meant: str) -> float:
    """How many letters were added, left out, swapped with the next or taken for another; half a
    mistake where the two sound alike.

    0 and up, symmetrical. O(letters squared). Source: optimal string alignment, Damerau 1964, CACM 7(3), 171-176. Ours: the halves,
    and three quarters for a swap.

    >>> mistakes_between("קהילה", "כהילה"), mistakes_between("סיבבה", "סביבה"), mistakes_between("שרות", "שירות"), mistakes_between("oak", "park")
    (0.5, 0.75, 0.5, 2.0)
    """
    before: list[float] = []
    row = [0.0]
    for letter in meant:
        row.append(row[-1] + _dropped(letter))
    for i, mine in enumerate(typed, start=1):
        above, row = row, [row[0] + _dropped(mine)]
        for j, letter in enumerate(meant, start=1):
            cost = min(above[j] + _dropped(mine), row[-1] + _dropped(letter), above[j - 1] + _taken(mine, letter))
            if i > 1 and j > 1 and mine == meant[j - 2] and typed[i - 2] == letter:
                cost = min(cost, before[j - 2] + _SWAPPED)
            row.append(cost)
        before = above
    return row[-1]


def _dropped(letter: str) -> float:
    return _LITTLE if letter in _WEAK else 1.0


def _taken(mine: str, other: str) -> float:
    return 0.0 if mine == other else _LITTLE if frozenset((mine, other)) in _ALIKE else 1.0


def corrected(text: str, texts: Iterable[str]) -> str:
    """The text with each word that stands in none of the texts replaced by the likeliest that does, as written there; "" when no word is
    likely, or when there is nothing to replace.

    A mistake is forgiven for every four letters, two at most. O(letters of all texts), and mistakes_between() for words with like pieces.

    >>> corrected("מכלללה הגלל", ["המכללה בגליל"]), corrected("גליל", ["המכללה בגליל"]), corrected("quxx", ["Beit Ha'am"])
    ('מכללה גליל', '', '')
    """
    texts = tuple(texts)
    known, indexed = _known(texts), index_text(*texts)
    words = _WRITTEN.findall(text)
    found = [word if matches(query_tokens(word), indexed) else _likeliest(_plain(word), known) for word in words]
    return " ".join(found) if all(found) and found != words else ""


def _plain(written: str) -> str:
    """Folded and without accents, which are forgotten rather than mistaken."""
    return "".join(sign for sign in unicodedata.normalize("NFD", fold(written)) if not unicodedata.combining(sign))


@dataclass(slots=True)
class _Known:
    """A word as first written, and how often it stands. is_bare: only ever with something written together with it."""

    written: str
    is_bare: bool
    times: int = 0


def _known(texts: Iterable[str]) -> dict[str, _Known]:
    """By folded word, also without what is written together with it."""
    known: dict[str, _Known] = {}
    for written in (written for text in texts for written in _WRITTEN.findall(text)):
        word = _plain(written)
        for form in bare(word) if word else ():
            tail = written[len(written) - len(form) :] if word.endswith(form) and len(word) == len(written) else written
            known.setdefault(form, _Known(tail, form != word)).times += 1
            known[form].is_bare &= form != word
    return known


def _likeliest(word: str, known: Mapping[str, _Known]) -> str:
    ranked = min(_near(word, known), default=None)
    return known[ranked[-1]].written if ranked else ""


def _near(word: str, known: Mapping[str, _Known]) -> Iterator[tuple[float, str]]:
    """(how far, word) of those that come near enough: mistakes, less for what stands often and looks alike."""
    for form in bare(word):
        pieces = _pieces(form)
        most = min(_MOST_MISTAKES, len(form) / _LETTERS_A_MISTAKE)
        for other, entry in known.items():
            if abs(len(other) - len(form)) <= 2 * most:
                theirs = _pieces(other)
                share = 2 * len(pieces & theirs) / (len(pieces) + len(theirs))
                if share >= _SHARED_PIECES and (mistakes := mistakes_between(form, other)) <= most:
                    taken_off = _FROM_TYPED * (form != word) + _FROM_KNOWN * entry.is_bare
                    yield mistakes + taken_off - _LOOKS_ALIKE * share - _STANDS_OFTEN * log10(entry.times), other


def _pieces(word: str) -> frozenset[str]:
    return trigrams(word) | frozenset(one + two for one, two in pairwise(word))


class Nearest:
    """Which of many folded words come near to one that none of them is; made once for many questions. O(letters) to make."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words: dict[str, list[str]] = defaultdict(list)
        self._by_piece: dict[str, list[str]] = defaultdict(list)
        for word in words:
            for form in bare(plain) if (plain := _plain(word)) else ():
                self._words[form].append(word)
        for form in self._words:
            for piece in _pieces(form):
                self._by_piece[piece].append(form)

    def to(self, typed: str, *, most: int = 3) -> tuple[str, ...]:
        """Those likest to it and to what is left of it without what is written together with it. O(words with like pieces).

        >>> Nearest(["procurement", "tender"]).to("procurment"), Nearest(["המכללה"]).to("מכלללה"), Nearest(["procurement"]).to("water")
        (('procurement',), ('המכללה',), ())
        """
        word = _plain(typed)
        known = {form: self._known(form) for own in (bare(word) if word else ()) for form in self._alike(own)}
        near = sorted(_near(word, known))[:most] if known else []
        return tuple(dict.fromkeys(word for _far, form in near for word in self._words[form]))

    def _alike(self, own: str) -> Iterator[str]:
        """Those that share enough pieces to be looked at; a form has about two pieces a letter."""
        pieces = _pieces(own)
        shared = Counter(form for piece in pieces for form in self._by_piece.get(piece, ()))
        return (form for form, count in shared.items() if 2 * count >= _SHARED_PIECES * (len(pieces) + len(form)))

    def _known(self, form: str) -> _Known:
        words = self._words[form]
        return _Known(form, all(_plain(word) != form for word in words), len(words))
