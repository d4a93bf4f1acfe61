"""Which rows of her own sheet are totals, headings or notes, and which names are the same body?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from shutaf import content
from shutaf.analysis.text.fold import fold, fold_header
from shutaf.imports.double_header import JOINT
from shutaf.imports.grid import Cell, text_of
from shutaf.imports.table import Row, Table
from shutaf.imports.words import key_of

_TOTALS = frozenset(
    fold(text)
    for text in (
        'סה"כ',
        "סהכ",
        "סך הכל",
        "סך הכול",
        "total",
        "totals",
        "grand total",
        "sum",
        "Summe",
        "Gesamt",
        "Insgesamt",
        "المجموع",
        "إجمالي",
        "الإجمالي",
        "مجموع",
    )
)
_WORDS_COUNTED = (
    "ארגונים גופים אנשי קשר רשומות שורות עסקים עמותות משתתפים",
    "organisations organizations bodies contacts people rows entries records",
    "Organisationen Einträge Kontakte Personen Zeilen Firmen Vereine",
    "مؤسسات منظمات جهات سطور أشخاص اتصال",
)
_COUNTED = frozenset(fold(word) for words in _WORDS_COUNTED for word in words.split())
_MOST_WORDS_COUNTED = 4
_NUMBER = re.compile(r"\d[\d.,]*")
_NOTE = re.compile(
    r"\*|(?:הערה|הערות|עודכן|מעודכן|הופק|נכון ל|Hinweis|Anmerkung|Stand|Note|Updated|As of|ملاحظة|ملاحظات|تم التحديث|آخر تحديث)\b",
    re.IGNORECASE,
)
_COMPANY = re.compile(r" (?:בעמ|ltd|limited|inc|gmbh|llc)$")
_PLURAL = re.compile(r"(?:ימ|ות|ات|s|en|vereine|betriebe)$")
_NOTHING_TOLD: Mapping[str, str] = {}
FEWEST_HEADINGS = 2
"""Ours: one row that holds only "businesses" may be the name of a body; two such rows are headings."""


def is_total(row: Row) -> bool:
    """A row with a word for a total, alone or with a number or what was counted, and nothing beside it but numbers."""
    texts = [text_of(cell) for cell in _cells(row)]
    if any(fold(text).rstrip(": ") in _TOTALS for text in texts) and len(texts) <= max(3, len(row.headers)):
        return True
    return any(map(begins_total, texts)) and all(begins_total(text) or _NUMBER.fullmatch(text) for text in texts)


def begins_total(text: str) -> bool:
    """A word for a total, alone or with a number or what was counted."""
    words = [word for word in re.split(r"[\s:=–-]+", fold(text)) if word]
    total = next((n for n in (2, 1) if fold(" ".join(words[:n])) in _TOTALS), 0)
    rest = words[total:]
    is_count = any(map(_NUMBER.fullmatch, rest)) and len(rest) <= _MOST_WORDS_COUNTED
    return total > 0 and (is_count or all(word in _COUNTED for word in rest))


def headings_of(table: Table) -> Mapping[int, str]:
    """Rows with one text only that is a word for a sector, a note, or the headers once more: row number -> the sector for the rows below."""
    if len(table.columns) < 2:
        return {}
    headers = {fold_header(part) for m in table.columns for part in (m.header, m.header.rpartition(JOINT)[2])}
    sectors: dict[int, str] = {}
    others: dict[int, str] = {}
    for number, cells in table.numbered():
        texts = [text_of(cell) for cell in cells if cell != ""]
        if len(texts) == 1 and names_sector(texts[0], table.reading.sector_by_word):
            sectors[number] = texts[0].rstrip(": ")
        elif (len(texts) == 1 and _NOTE.match(texts[0])) or (len(texts) > 1 and {fold_header(text) for text in texts} <= headers):
            others[number] = ""
    kept = sectors if len(sectors) >= FEWEST_HEADINGS or any(_is_marked(table, number) for number in sectors) else {}
    last = ""
    found: dict[int, str] = {}
    for number in sorted({*kept, *others}):
        last = kept.get(number, last)
        found[number] = last
    return found


def names_sector(text: str, told: Mapping[str, str] = _NOTHING_TOLD) -> bool:
    """A sector's own name, or several of its kind: "associations" is a heading, "municipality" may be a body."""
    plain = text.rstrip(": ")
    key = key_of(plain, "sector", told)
    names = {fold(name) for entry in content.entries("sector") if entry.key == key for name in entry.names.values()}
    return bool(key) and (plain != text or fold(plain) in names or bool(_PLURAL.search(fold(plain))))


def _is_marked(table: Table, number: int) -> bool:
    cells = table.grid.rows[number - table.grid.first_row]
    return any(text_of(cell).endswith(":") for cell in cells)


def same_name(name: str) -> str:
    """The name without punctuation and without the legal form of a company, which many leave out.

    >>> same_name('מאפיית "הדר"  בע״מ') == same_name("מאפיית הדר"), same_name("Hadar Ltd.") == same_name("hadar")
    (True, True)
    """
    plain = fold_header(name)
    return _COMPANY.sub("", plain) or plain


def _cells(row: Row) -> Sequence[Cell]:
    return [cell for cell in (*row.cells.values(), *(value for _, value in row.own)) if cell != ""]


def first_text(row: Row) -> str:
    return next((text_of(cell) for cell in _cells(row)), "")
