"""Which word of a closed list is meant by what she wrote?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from shutaf import content
from shutaf.analysis.situation import NOTHING, Word
from shutaf.analysis.text.fold import fold
from shutaf.analysis.text.names import Names

_PARTS = re.compile(r"\\([\\|;])|([|;])")
_BETWEEN_SECTORS = re.compile(r"[/,+()]|\s[-–]\s")
_NO_MAP: Mapping[str, str] = {}


@cache
def keys_by_word(list_key: str) -> Mapping[str, str]:
    """Folded word -> key. A key and the four names win over a variant, a variant of an earlier entry over one of a later."""
    found: dict[str, str] = {}
    for entry in content.entries(list_key):
        for text in (entry.key, entry.key.replace("_", " "), *entry.names.values()):
            found.setdefault(fold(text), entry.key)
    for entry in content.entries(list_key):
        for text in entry.variants:
            found.setdefault(fold(text), entry.key)
    return found


def key_of(text: str, list_key: str, told: Mapping[str, str] = _NO_MAP) -> str:
    """The key of the list's entry that the text means, "" for none. told: folded words she explained herself, which win."""
    plain = fold(text)
    return told.get(plain) or keys_by_word(list_key).get(plain, "")


@lru_cache(maxsize=2**12)
def _sector_by_parts(text: str) -> str:
    """The sector that every known part of a text means, as in "Charity / NGO"; "" when parts disagree.

    Only for a cell known to tell a sector: names of bodies have such parts too.
    """
    known = keys_by_word("sector")
    keys = {known[fold(part)] for part in _BETWEEN_SECTORS.split(text) if fold(part) in known}
    return keys.pop() if len(keys) == 1 else ""


def word(text: str, list_key: str, told: Mapping[str, str] = _NO_MAP) -> Word:
    """The word with its key. "County = public" explains itself: the text County, the key public.

    >>> word("Verein", "sector"), word("County = business", "sector"), word("circus", "sector")
    (Word(text='Verein', key='civil_society'), Word(text='County', key='business'), Word(text='circus', key=''))
    """
    if not text:
        return NOTHING
    if not list_key:
        return Word(text)
    if key := key_of(text, list_key, told):
        return Word(text, key)
    left, sign, right = text.rpartition(" = ")
    key = key_of(right, list_key) if sign and left.strip() else ""
    if key:
        return Word(left.strip(), key)
    return Word(text, _sector_by_parts(text)) if list_key == "sector" else Word(text)


def split(text: str) -> tuple[str, ...]:
    r"""The values of a cell that holds several, split by | or ; (written \| or \; inside a value).

    >>> split("water; waste | R\\|D")
    ('water', 'waste', 'R|D')
    """
    values, start = [""], 0
    for sign in _PARTS.finditer(text):
        values[-1] += text[start : sign.start()] + (sign[1] or "")
        start = sign.end()
        if sign[2]:
            values.append("")
    values[-1] += text[start:]
    return tuple(value.strip() for value in values if value.strip())


@cache
def _likely(list_key: str) -> Names:
    names = Names()
    for entry in content.entries(list_key):
        names.add(entry.key, (), (*entry.names.values(), *entry.variants))
    return names


def likely(text: str, list_key: str, least: float = 0.5) -> tuple[str, ...]:
    """Keys of up to three entries whose words are spelt much like the text. Ours: half of the trigrams shared is one wrong letter in six."""
    names = _likely(list_key)
    return tuple(dict.fromkeys(names.find(near) or "" for near in names.nearest(text, 6, least)))[:3]
