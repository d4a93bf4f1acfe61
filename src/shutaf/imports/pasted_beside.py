"""What is the name in a piece of text, and what stands beside it: a telephone, an address, a contact person, a word for the sector?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from shutaf import content
from shutaf.analysis.actors.sector_guess import Cues, suggest_sector
from shutaf.analysis.text.fold import fold
from shutaf.imports.pasted_signs import LABEL, taken
from shutaf.imports.words import key_of

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
_TITLE = re.compile(r"(?:גב[׳']|מר|ד[\"״]ר|פרופ[׳']|עו[\"״]ד|Frau|Herr|Dr\.|Prof\.|Mrs\.?|Mr\.?|Ms\.?|السيدة|السيد|د\.)\s+[^\W\d_]")
_BETWEEN_NAMES = frozenset(("בן", "בר", "אבו", "ben", "bar", "abu", "von", "van", "de", "al", "el", "ابو", "ابن", "بن"))
_MOST_NAMES = 3
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Beside:
    """name: "" when there is none. sector: a key. rest: parts that were not understood."""

    name: str
    sector: str = ""
    person: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    registration_no: str = ""
    rest: tuple[str, ...] = ()
    role: str = ""
    city: str = ""


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
    seen = taken(text)
    parts = list(_parts(seen.text))
    if not parts:
        return Beside("", "", "", seen.phones, seen.emails, seen.registration_no, seen.webs)
    found = _sorted(seen.text, parts, has_contact=bool(seen.emails or seen.phones))
    name = _balanced(tidy(seen.text[: found.name_end]), seen.text)
    return Beside(name, found.sector, tidy(found.person), seen.phones, seen.emails, seen.registration_no, (*seen.webs, *found.rest))


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
        elif not found.person and (_TITLE.match(part) or (has_contact and looks_like_person(part))):
            found.person, is_after = part, True
        elif is_after:
            found.rest.append(part)
        else:
            found.name_end = end
    return found


def sector_key(part: str) -> str:
    """The sector that a part says, or `department`, "" for none: the legal form in a name says one too, but belongs to the name."""
    plain = part.replace("״", "").replace('"', "").casefold().strip()
    return "" if plain in _LEGAL_FORMS else key_of(part, "sector") or key_of(part, "department")


def looks_like_person(part: str) -> bool:
    """Two or three words of letters, more with one that joins names, none of which speaks for a kind of body; or a title before a name."""
    words = part.split()
    plain = [word for word in words if fold(word) not in _BETWEEN_NAMES]
    is_shaped = len(words) >= 2 and len(plain) <= _MOST_NAMES and all(_NAME_WORD.fullmatch(word) for word in words)
    return bool(is_shaped or _TITLE.match(part)) and suggest_sector(part, cues()) is None


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
        announced = re.sub(rf"\s+{LABEL.pattern}$", "", part, flags=re.IGNORECASE) if found and "|" in found[0] else part
        if has_letter(announced) and not (LABEL.fullmatch(part.strip()) and found):
            yield start + len(part) - len(part.lstrip()), start + len(announced.rstrip())
        start = found.end() if found else end


def _balanced(name: str, text: str) -> str:
    """A bracket that was opened in the name is closed in it."""
    for opens, closes in (("(", ")"), ("[", "]")):
        if name.count(opens) > name.count(closes) and closes in text:
            return name + closes
    return name
