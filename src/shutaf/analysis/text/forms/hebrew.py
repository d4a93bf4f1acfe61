"""Which forms does a Hebrew word share with its relatives?

All letters here are folded: no final forms, no points, no gershayim. Ours, after reading the words of 8,600 names of Israeli associations and
public bodies: taking every vav and yod off (מינהל = מנהל) would also join מדע with מידע and חסדי with חסידי, so such pairs are listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from shutaf.analysis.text.fold import fold

_DOUBLED = re.compile("([וי])\\1+")
_PREFIXES = (
    *((prefix, 3) for prefix in ("כשה", "ושה", "ומה", "וה", "מה", "שה", "וב", "ול", "ב", "ל")),
    *((prefix, 4) for prefix in ("ומ", "וש", "כש", "מ", "ש", "כ", "ו")),
    ("ה", 2),
)
"""(prefix, fewest letters left). Many words begin with מ or ש of their own: מרכז is not "from רכז"."""

_ENDINGS = (*((fold(ending), 3) for ending in ("ים", "ות", "יות", "ית", "יה", "ה", "ת", "י")), ("תי", 4), ("תית", 4))
_PLURAL_OF_ADJECTIVES = fold("תים")
_BOUND = re.compile("[^וי]ת$")
"""What is left of חברתי is חברת, which means "the company of"; of תרבותי it is תרבות, which is right."""

_SHORTEST_STEM = 3
_SHORTEST_STEM_AFTER = {"ה": 3, "ב": 4, "ל": 4}
"""By the last letter of the prefix taken off before; after other prefixes no ending is taken off: מכללה would become כלל."""

_IRREGULAR = {
    fold(form): fold(word)
    for form, word in (
        *(("בתי", "בית"), ("בתים", "בית"), ("גני", "גן"), ("גנים", "גן"), ("ערי", "עיר"), ("ערים", "עיר"), ("עצים", "עץ")),
        *(("נשים", "אישה"), ("נשות", "אישה"), ("אשה", "אישה"), ("אנשי", "איש"), ("אנשים", "איש"), ("ועדי", "ועד"), ("קרנות", "קרן")),
    )
}
_SPELLINGS = tuple(
    (fold(short), fold(full))
    for short, full in (
        *(("שרות", "שירות"), ("תכנית", "תוכנית"), ("תכניות", "תוכניות"), ("מנהל", "מינהל"), ("גמלאי", "גימלאי"), ("אזור", "איזור")),
        *(("אמנות", "אומנות"), ("חכמה", "חוכמה"), ("תאטרון", "תיאטרון"), ("בטחון", "ביטחון"), ("שקום", "שיקום"), ("קדום", "קידום")),
        *(("זכרון", "זיכרון"), ("אגוד", "איגוד"), ("פקוח", "פיקוח"), ("מחזור", "מיחזור"), ("נקיון", "ניקיון"), ("תאום", "תיאום")),
    )
)
"""Beginnings that are written with and without their vowel letter."""

_SPELT = tuple(beginning for pair in _SPELLINGS for beginning in pair)


def _single(word: str) -> str:
    """With one vav and one yod where two stand: וולדורף, תעשייה."""
    return _DOUBLED.sub(r"\1", word)


def _bare(word: str) -> Iterator[tuple[str, str]]:
    """(prefix, the word without it)."""
    yield from ((prefix, word[len(prefix) :]) for prefix, left in _PREFIXES if word.startswith(prefix) and len(word) - len(prefix) >= left)


def _stems(word: str, fewest: int) -> Iterator[str]:
    if word in _IRREGULAR:
        yield _IRREGULAR[word]
    for ending, left in _ENDINGS:
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) >= max(left, fewest) and not (ending[0] == "י" and _BOUND.search(stem)):
            yield stem
    if word.endswith(_PLURAL_OF_ADJECTIVES):
        yield word[:-1]


def _spelt(word: str) -> Iterator[str]:
    """The word in its other spelling."""
    if not word.startswith(_SPELT):
        return
    for short, full in _SPELLINGS:
        if word.startswith(short):
            yield full + word[len(short) :]
        elif word.startswith(full):
            yield short + word[len(full) :]


def _forms(word: str) -> Iterator[str]:
    bare = tuple(_bare(word))
    yield from (form for _prefix, form in bare)
    yield from _stems(word, _SHORTEST_STEM)
    for prefix, form in bare:
        if fewest := _SHORTEST_STEM_AFTER.get(prefix[-1]):
            yield from _stems(form, fewest)


def bare(word: str) -> Iterator[str]:
    yield from (form for _prefix, form in _bare(word))


def of_name(word: str) -> Iterator[str]:
    single = _single(word)
    yield single
    whole = [single, *_forms(single)]
    yield from whole
    yield from (other for form in whole for other in _spelt(form))


def of_query(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    single = _single(word)
    return (single,), tuple(_forms(single))
