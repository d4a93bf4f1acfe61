"""What did a table write on its sheet of answers? One line a fact, bodies by the code on their card."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from shutaf.analysis.text.fold import fold
from shutaf.imports.words import key_of

MOST_LINES, MOST_LETTERS = 500, 1000
LEVELS: Final = {"0": "none", "1": "knows", "2": "works"}

Trouble: TypeAlias = Literal["no_code", "wrong_code", "range", "level", "same", "nothing", "no_name", "not_read", "too_long"]

_PAIR = re.compile(r"^(\d{1,7}\s?[A-Za-z])[\s,;–-]+(\d{1,7}\s?[A-Za-z])[\s,;:=]+(\S+)$")
_RATING = re.compile(r"^(\d{1,7}\s?[A-Za-z])[\s,;:=]+(-?\d+(?:[.,]\d+)?|-)[\s,;/]+(-?\d+(?:[.,]\d+)?|-)$")
_SAID = re.compile(r"^(\d{1,7}\s?[A-Za-z])\s+([^\s:]{2,20})\s*:\s*(.*)$")
_NAMED = re.compile(r"^([^:\d]{2,40}?)\s*:\s*(.*)$")

SIDES: Final[Mapping[str, str]] = {
    "need": "need", "needs": "need", "צורך": "need", "צריך": "need", "צריכים": "need", "احتياج": "need", "تحتاج": "need", "bedarf": "need", "braucht": "need",
    "offer": "offer", "offers": "offer", "הצעה": "offer", "מציע": "offer", "מציעים": "offer", "عرض": "offer", "تعرض": "offer", "angebot": "offer",
    "bietet": "offer",
}  # fmt: skip
"""What people write before the colon, in four languages."""


@dataclass(frozen=True, slots=True)
class Rating:
    """A body's place on the wall; None where the table left a number out."""

    line: int
    body: str
    influence_1_10: float | None
    interest_1_10: float | None


@dataclass(frozen=True, slots=True)
class Tick:
    """level: none, knows or works."""

    line: int
    body: str
    other: str
    level: str


@dataclass(frozen=True, slots=True)
class NeedOrOffer:
    line: int
    body: str
    side: str
    title: str


@dataclass(frozen=True, slots=True)
class NewBody:
    """group: the key of a sector, or department."""

    line: int
    group: str
    name: str


@dataclass(frozen=True, slots=True)
class Wrong:
    """A line that was not understood. fact: what of it; likely: the code that was probably meant, "" for none."""

    line: int
    text: str
    trouble: Trouble
    fact: str = ""
    likely: str = ""


Fact: TypeAlias = Rating | Tick | NeedOrOffer | NewBody


@dataclass(frozen=True, slots=True)
class Read:
    """facts and wrong lines, each with its line number from 1; too_many: how many lines beyond the limit were left."""

    facts: tuple[Fact, ...]
    wrong: tuple[Wrong, ...]
    too_many: int = 0


def kit_lines(text: str, refs: Mapping[str, str]) -> Read:
    """Read the lines. refs: code -> ref of the body. Empty lines are passed over; nothing is guessed silently.

    >>> kit_lines("23U 7 4", {"23U": "bakery"}).facts
    (Rating(line=1, body='bakery', influence_1_10=7.0, interest_1_10=4.0),)
    """
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    found = [_read(number, line, refs) for number, line in lines[:MOST_LINES]]
    facts = tuple(one for one in found if not isinstance(one, Wrong))
    return Read(facts, tuple(one for one in found if isinstance(one, Wrong)), max(0, len(lines) - MOST_LINES))


def _read(number: int, line: str, refs: Mapping[str, str]) -> Fact | Wrong:
    if len(line) > MOST_LETTERS:
        return Wrong(number, line[:60] + "…", "too_long", str(MOST_LETTERS))
    if pair := _PAIR.match(line):
        return _tick(number, line, pair, refs)
    if rating := _RATING.match(line):
        return _rating(number, line, rating, refs)
    if (said := _SAID.match(line)) and fold(said[2]) in _SIDES:
        body = _body(number, line, said[1], refs)
        if isinstance(body, Wrong):
            return body
        return NeedOrOffer(number, body, _SIDES[fold(said[2])], said[3].strip()) if said[3].strip() else Wrong(number, line, "nothing")
    if (named := _NAMED.match(line)) and (group := _group(named[1])):
        return NewBody(number, group, named[2].strip()) if named[2].strip() else Wrong(number, line, "no_name")
    return Wrong(number, line, "not_read")


_SIDES = {fold(word): side for word, side in SIDES.items()}


def _group(text: str) -> str:
    return key_of(text, "department") or key_of(text, "sector")


def _body(number: int, line: str, code: str, refs: Mapping[str, str]) -> str | Wrong:
    plain = code.replace(" ", "").upper()
    if plain in refs:
        return refs[plain]
    digits = plain[:-1]
    likely = next((one for one in refs if one[:-1] == digits), "")
    return Wrong(number, line, "wrong_code" if likely else "no_code", plain, likely)


def _tick(number: int, line: str, found: re.Match[str], refs: Mapping[str, str]) -> Fact | Wrong:
    one, other = _body(number, line, found[1], refs), _body(number, line, found[2], refs)
    for end in (one, other):
        if isinstance(end, Wrong):
            return end
    if one == other:
        return Wrong(number, line, "same")
    if found[3] not in LEVELS:
        return Wrong(number, line, "level", found[3])
    return Tick(number, str(one), str(other), LEVELS[found[3]])


def _rating(number: int, line: str, found: re.Match[str], refs: Mapping[str, str]) -> Fact | Wrong:
    body = _body(number, line, found[1], refs)
    if isinstance(body, Wrong):
        return body
    values = [None if part == "-" else float(part.replace(",", ".")) for part in (found[2], found[3])]
    for value in values:
        if value is not None and not 1 <= value <= 10:
            return Wrong(number, line, "range", f"{value:g}")
    if values == [None, None]:
        return Wrong(number, line, "nothing")
    return Rating(number, body, values[0], values[1])
