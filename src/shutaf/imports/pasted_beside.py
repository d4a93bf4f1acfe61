"""What is the name in a piece of text, and what stands beside it: a telephone, an address, a contact person, a word for the sector?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from shutaf import content
from shutaf.analysis.actors.sector_guess import Cues, suggest_sector
from shutaf.imports.contacts import looks_like_phone
from shutaf.imports.words import key_of

MAIL = re.compile(r"(?:mailto:)?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_WEB = re.compile(r"(?:https?://|www\.)[^\s<>,;]+", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w@/])(?:\*\d{3,5}(?!\d)|[+(]{0,2}\d[\d ().\u00a0/-]{5,18}\d)(?![\w])")
_YEARS = re.compile(r"(?:19|20)\d\d\s?[-/]\s?(?:19|20)\d\d")
_LABEL = re.compile(
    r"(?:טלפון|טל|נייד|פלאפון|סלולרי|משרד|פקס|דואל|דוא[\"״']ל|מייל|אימייל|tel|telefon|telephone|phone|mobile|mobil|cell|handy|fax|fon"
    r"|e-?mail|mail|هاتف|جوال|موبايل|بريد|البريد الإلكتروني)[.׳']?\s*:?",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"(?:איש קשר|אשת קשר|אנשי קשר|לידי|contact(?: person)?|kontakt(?:person)?|ansprech(?:person|partnerin|partner)|c/o|attn\.?|z\. ?hd\.?|جهة الاتصال|للتواصل)\s*:?\s+",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*[|;\t]\s*|,\s+|\s+[-–—:]+\s+|\s*[()\[\]<>]\s*|\s+/\s+|:\s+")
_NAME_WORD = re.compile(r"[^\W\d_][^\d_@]*")
_WRAPPED = (
    ('"', '"'),
    ("“", "”"),
    ("„", "“"),
    ("״", "״"),
    ("«", "»"),
    ("'", "'"),
    ("*", "*"),
    ("_", "_"),
    ("(", ")"),
    ("[", "]"),
    ("<", ">"),
)
_LEGAL_FORMS = frozenset(
    {"ער", "חלצ", "בעמ", "e.v.", "ev", "gmbh", "ggmbh", "ag", "kg", "eg", "ltd", "ltd.", "inc", "inc.", "llc", "gmbh & co. kg"}
)
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Beside:
    """name: "" when there is none. sector: a key. rest: parts that were not understood."""

    name: str
    sector: str = ""
    person: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()


def has_letter(text: str) -> bool:
    return bool(_LETTER.search(text))


@cache
def cues() -> Cues:
    return Cues(content.sector_cues())


def told(text: str) -> Beside:
    """The name in a line and what stands beside it. A comma inside a name stays: only what a telephone, an address or a word of ours
    explains is taken off.

    >>> told("קפה תאנה - דנה כהן, 04-555-0101").name, told("עמותת אור, חיפה").name, told("Café Fig (business)").sector
    ('קפה תאנה', 'עמותת אור, חיפה', 'business')
    """
    bare, emails, phones, webs = taken(text)
    parts = list(_parts(bare))
    if not parts:
        return Beside("", phones=phones, emails=emails, rest=webs)
    found = _sorted(bare, parts, has_contact=bool(emails or phones))
    return Beside(_balanced(tidy(bare[: found.name_end]), bare), found.sector, tidy(found.person), phones, emails, (*webs, *found.rest))


@dataclass(slots=True)
class _Found:
    name_end: int
    sector: str = ""
    person: str = ""
    rest: list[str] = field(default_factory=list)


def _sorted(text: str, parts: Sequence[tuple[int, int]], *, has_contact: bool) -> _Found:
    """What each part tells. Parts that tell nothing belong to the name as long as they follow it."""
    found = _Found(parts[0][1])
    is_announced = is_after = False
    for start, end in parts[1:]:
        part = text[start:end]
        is_after = is_after or "|" in text[found.name_end : start]
        contact = None if found.person else _CONTACT.match(part)
        if is_announced or contact:
            found.person, is_announced, is_after = part[contact.end() if contact else 0 :], False, True
        elif _CONTACT.fullmatch(f"{part} "):
            is_announced = True
        elif not found.sector and (key := sector_key(part)):
            found.sector, is_after = key, True
        elif has_contact and not found.person and looks_like_person(part):
            found.person, is_after = part, True
        elif is_after:
            found.rest.append(part)
        else:
            found.name_end = end
    return found


def taken(text: str) -> tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """(the text without them, e-mail addresses, telephones, web addresses); a bar stands where one was taken out."""
    webs = tuple(_WEB.findall(text))
    text = _WEB.sub(" | ", text)
    emails = tuple(dict.fromkeys(found.removeprefix("mailto:") for found in MAIL.findall(text)))
    text = MAIL.sub(" | ", text)
    phones = tuple(dict.fromkeys(found.strip() for found in _PHONE.findall(text) if is_phone(found)))
    return _PHONE.sub(lambda found: " | " if is_phone(found[0]) else found[0], text), emails, phones, webs


def is_phone(text: str) -> bool:
    """A number with the marks of a telephone's; "1948-1998" and a bare company number are none."""
    return bool(re.fullmatch(r"\*\d{3,5}", text.strip())) or (looks_like_phone(text) and not _YEARS.fullmatch(text.strip()))


def sector_key(part: str) -> str:
    """The sector that a part says, or `department`, "" for none: the legal form in a name says one too, but belongs to the name."""
    plain = part.replace("״", "").replace('"', "").casefold().strip()
    return "" if plain in _LEGAL_FORMS else key_of(part, "sector") or key_of(part, "department")


def looks_like_person(part: str) -> bool:
    """Two to four words of letters, none of which speaks for a kind of body."""
    words = part.split()
    return 2 <= len(words) <= 4 and all(_NAME_WORD.fullmatch(word) for word in words) and suggest_sector(part, cues()) is None


def tidy(text: str) -> str:
    """Without what a list leaves at the ends of a name; quotation marks go only where they stand around the whole.

    >>> tidy('"קפה תאנה",'), tidy('מועדון "גשר"'), tidy("Hadar e.V.;")
    ('קפה תאנה', 'מועדון "גשר"', 'Hadar e.V.')
    """
    text = text.strip(" \u00a0\t,;:|/<>-–—\\")
    for opens, closes in _WRAPPED:
        inner = text[1:-1]
        if len(text) > 2 and text[0] == opens and text[-1] == closes and opens not in inner and closes not in inner:
            return tidy(inner)
    return text


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Where the parts of a line begin and end, empty ones and words that only announce a telephone left out."""
    start = 0
    for found in (*_BETWEEN.finditer(text), None):
        end = found.start() if found else len(text)
        part = text[start:end]
        announced = re.sub(rf"\s+{_LABEL.pattern}$", "", part, flags=re.IGNORECASE) if found and "|" in found[0] else part
        if has_letter(announced) and not (_LABEL.fullmatch(part.strip()) and found):
            yield start + len(part) - len(part.lstrip()), start + len(announced.rstrip())
        start = found.end() if found else end


def _balanced(name: str, text: str) -> str:
    """A bracket that was opened in the name is closed in it."""
    for opens, closes in (("(", ")"), ("[", "]")):
        if name.count(opens) > name.count(closes) and closes in text:
            return name + closes
    return name
