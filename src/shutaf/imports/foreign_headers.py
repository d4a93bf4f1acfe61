"""What is meant by a header of her own sheet that no list of words knows whole?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from shutaf.analysis.text.fold import fold_header
from shutaf.imports.double_header import JOINT
from shutaf.imports.headers import Matched, keys_by_header, match

_PARTS = re.compile(r"\s*[/|\n()+&,]\s*|\s+[-–—]\s+")
_LONGEST_HEADER = 200
"""Characters. Ours: no word of ours is nearly as long, and what looks at every part of a text must not meet a book."""

_LATIN = re.compile(r"[A-Za-z]")
_SHEETS = ("organisations", "people")
_PERSONAL = ("name", "role", "email", "phone")
_FIRST_NAMES = frozenset(
    map(fold_header, ("שם פרטי", "פרטי", "first name", "given name", "forename", "Vorname", "الاسم الأول", "الاسم الشخصي"))
)
_FAMILY_NAMES = frozenset(
    map(fold_header, ("שם משפחה", "משפחה", "last name", "surname", "family name", "Nachname", "Familienname", "اسم العائلة"))
)


def is_known(text: str) -> bool:
    """Whether the text, or one part of it, is a header of a body or a person."""
    return any(_part_known(sheet, text) for sheet in _SHEETS)


def matched(sheet: str, headers: Sequence[str], told: Mapping[str, str]) -> list[Matched]:
    """match() with headers understood by their parts: in two languages, with a remark in brackets, in a group of headers."""
    has_group = any(_group_about(header.partition(JOINT)[0]) == sheet for header in headers if JOINT in header)
    meant = [header if fold_header(header) in told else _meant(sheet, header, has_group) for header in headers]
    found = match(sheet, meant, told)
    if sheet == "people":
        found = _by_a_part_of_the_words(found)
    return [replace(m, header=headers[m.position]) for m in found]


def is_family_name(header: str) -> bool:
    return fold_header(header.rpartition(JOINT)[2]) in _FAMILY_NAMES


def means(sheet: str, header: str, key: str) -> bool:
    """Whether a header alone would be taken for this column of ours."""
    return keys_by_header(sheet).get(fold_header(_meant(sheet, header, False)), ("", ""))[0] == key


def _by_a_part_of_the_words(columns: Sequence[Matched]) -> list[Matched]:
    """Fills in what no header says whole: "Main contact", "נציג מטעם הארגון", "Mail 2". The leftmost wins."""
    taken = {m.key for m in columns}
    found = []
    for m in columns:
        key = _key_of_a_part(m.header) if m.is_own and not _part_known("organisations", m.header) else ""
        found.append(m if not key or key in taken else replace(m, key=key, why="variant"))
        taken.add(key)
    return found


def _key_of_a_part(header: str) -> str:
    """What a person's column is about comes last in English and German, first in Hebrew and Arabic."""
    if len(header) > _LONGEST_HEADER:
        return ""
    if fold_header(header) in _FIRST_NAMES:
        return "name"
    words = [word for word in fold_header(header.rpartition(JOINT)[2]).split() if not word.isdecimal()]
    known, bodies = keys_by_header("people"), keys_by_header("organisations")
    ways = (
        (words[at:] for at in range(len(words)))
        if header.isascii() or _LATIN.search(header)
        else (words[:at] for at in range(len(words), 0, -1))
    )
    keys = (known[text][0] for text in map(" ".join, ways) if text in known and text not in bodies)
    return next((key for key in keys if key in _PERSONAL), "")


def _meant(sheet: str, header: str, has_group: bool) -> str:
    """has_group: a group of headers is about this sheet, so that a group about nothing known is not."""
    group, joint, own = header.partition(JOINT)
    if not joint or len(header) > _LONGEST_HEADER:
        return _part_known(sheet, header) or header
    about = _group_about(group)
    if about != sheet and (about or has_group):
        return header
    return _part_known(sheet, own) or _part_known(sheet, group) or header


def _group_about(group: str) -> str:
    """Whether the columns of a group tell of the body or of the person, by its last words; "" when it does not say."""
    words = group.split()
    for sheet in reversed(_SHEETS):
        parts = (_part_known(sheet, " ".join(words[at:])) for at in range(len(words)))
        if any(part and keys_by_header(sheet)[fold_header(part)][0] == "name" for part in parts):
            return sheet
    return ""


def _part_known(sheet: str, header: str) -> str:
    """The header, or its first part, that the sheet has a column for; "" for none."""
    known = keys_by_header(sheet)
    if len(header) > _LONGEST_HEADER:
        return ""
    if fold_header(header) in known:
        return header
    parts = [part for part in _PARTS.split(header) if fold_header(part) in known]
    return parts[0] if len({known[fold_header(part)][0] for part in parts}) == 1 else ""
