"""What does one line of a list of needs and offers say: whose, which side, what, how much?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from shutaf.analysis.text.fold import fold
from shutaf.imports.amounts import amount, units_by_word
from shutaf.imports.headers import sheet_key
from shutaf.imports.values import UnreadableError

Known = Callable[[str], bool]
_SIDES = {"needs": "need", "offers": "offer"}
_VERBS = {
    "need": (
        "needs", "need", "is looking for", "are looking for", "looks for", "looking for", "wants", "seeks", "wanted", "צריך", "צריכה", "צריכים", "צריכות", "זקוק",
        "זקוקה", "זקוקים", "זקוקות", "מחפש", "מחפשת", "מחפשים", "מחפשות", "נדרש", "נדרשת", "נדרשים", "דרוש", "דרושה", "דרושים", "דרושות", "חסר", "חסרה", "braucht", "brauchen",
        "benötigt", "benötigen", "sucht", "suchen", "gesucht", "تحتاج", "يحتاج", "نحتاج", "تبحث عن", "يبحث عن", "مطلوب",
    ),
    "offer": (
        "offers", "offer", "can give", "can offer", "could give", "gives", "provides", "is ready to give", "מציע", "מציעה", "מציעים", "מציעות", "יכול לתת",
        "יכולה לתת", "יכולים לתת", "יש לתת", "נותן", "נותנת", "נותנים", "תורם", "תורמת", "bietet", "bieten", "stellt", "kann geben", "gibt", "تقدم", "يقدم", "نقدم",
        "تعرض", "يعرض", "يمكنها تقديم", "يمكنه تقديم",
    ),
}  # fmt: skip
"""Ours: how people say it in a line of notes; a verb we do not know leaves the side open, and the page asks."""
_BETWEEN = re.compile(r"^(?P<before>[^:]{2,80}?)\s*(?::|\s[-–—]\s)\s*(?P<after>\S.*)$")
_FIGURES = re.compile(r"(?:(?<![\w.,/-])|(?<=[א-ת]-))(?:[₪€$£]\s?)?\d[\d.,'’]*(?:\s?[₪€$£%])?")
"""A plain hyphen after a Hebrew letter joins a word to its figures: most keyboards have no other."""
_MOST_UNIT_WORDS = 3
_MOST_NAME_WORDS = 4
"""Ours: so few words before a verb are a name, though nobody of that name is known; the page then asks who is meant."""
_YEAR = re.compile(r"(?:19|20)\d{2}")


@dataclass(frozen=True, slots=True)
class Parted:
    """A line taken apart; body and side "" where it does not say."""

    title: str
    body: str = ""
    side: str = ""


def side_said(text: str) -> str:
    """The side that a whole text says, as a heading or a cell: need, offer or "".

    >>> side_said("Needs"), side_said("הצעות"), side_said("Bedarf"), side_said("water")
    ('need', 'offer', 'need', '')
    """
    return _SIDES.get(sheet_key(text), "") or _single_words().get(fold(text), "")


def parted(line: str, is_body: Known) -> Parted:
    """Who, which side and what, in a line such as "Bakery needs a hall", "Offer: a hall" or "Bakery: needs a hall".

    >>> parted("Bakery: needs a hall", lambda text: text == "Bakery")
    Parted(title='a hall', body='Bakery', side='need')
    """
    body = side = ""
    for _turn in range(2):  # "Bakery: offer: a hall" has two
        found = _BETWEEN.match(line)
        if found and not body and is_body(found["before"].strip()):
            body, line = found["before"].strip(), found["after"]
        elif found and not side and side_said(found["before"].strip()):
            side, line = side_said(found["before"].strip()), found["after"]
    if not side and (told := _by_verb(line, is_body, is_named=bool(body))):
        return Parted(told.title, body or told.body, told.side)
    return Parted(line, body, side)


def _by_verb(line: str, is_body: Known, *, is_named: bool) -> Parted | None:
    """A verb that begins the line, or stands behind a name."""
    for found in _verbs().finditer(line):
        before, after = line[: found.start()].strip(" ,:-–"), line[found.end() :].strip(" ,:-–")
        side = _by_word()[fold(found[0])]
        if after and (not before or (not is_named and (is_body(before) or len(before.split()) <= _MOST_NAME_WORDS))):
            return Parted(after, before, side)
    return None


@cache
def _by_word() -> dict[str, str]:
    return {fold(verb): side for side, verbs in _VERBS.items() for verb in verbs}


@cache
def _verbs() -> re.Pattern[str]:
    verbs = sorted((verb for verbs in _VERBS.values() for verb in verbs), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, verbs))})(?!\w)", re.IGNORECASE)


@cache
def _single_words() -> dict[str, str]:
    """Words that say a side in a cell or before a colon: the names of the sheets and what follows from them."""
    more = {
        "need": ("need", "צורך", "צרכים", "חסר", "Bedarf", "Gesuch", "احتياج", "حاجة"),
        "offer": ("offer", "הצעה", "הצעות", "מציעים", "Angebot", "عرض"),
    }
    return {fold(word): side for side, words in more.items() for word in words} | _by_word()


def amount_in(text: str) -> str:
    """The first number in a text that stands with a unit we know, or with a currency, as written; "" when there is none.

    >>> amount_in("a hall of 120 m2 for 30"), amount_in("₪5,000 for shade"), amount_in("in 2027"), amount_in("40 שעות ייעוץ")
    ('120 m2', '₪5,000', '', '40 שעות')
    """
    return next(_amounts(text), "")


def _amounts(text: str) -> Iterator[str]:
    for found in _FIGURES.finditer(text):
        figures = found[0].rstrip(".,'’")
        if not figures.strip("0123456789.,'’ "):
            words = text[found.start() + len(figures) :].lstrip(" -־").split()[:_MOST_UNIT_WORDS]
            unit = next((part for n in range(len(words), 0, -1) if _is_unit(part := " ".join(words[:n]).strip(".,;:()"))), "")
            if not unit:
                continue
            figures = f"{figures} {unit}"
        if _reads(figures):
            yield figures


def _is_unit(text: str) -> bool:
    return fold(text) in units_by_word() and not _YEAR.fullmatch(text)


def _reads(text: str) -> bool:
    try:
        return bool(amount(text))
    except UnreadableError:
        return False
