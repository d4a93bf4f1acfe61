"""Which of our columns does each header mean?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from shutaf import content
from shutaf.analysis.text.fold import fold_header
from shutaf.imports.partner import short_label_at
from shutaf.imports.problem import Why

LANGUAGE, IS_FICTIONAL = "language", "is_fictional"
"""Two rows of the place sheet that carry what no column of the workbook does: the language of the file, and that the place is invented."""

CRITERION = "criterion:"
"""What the header of an initiative's own criterion begins with."""


@dataclass(frozen=True, slots=True)
class Matched:
    """A column of her sheet: where it stands (from 0), its header as written, our key ("" for her own field) and why."""

    position: int
    header: str
    key: str = ""
    why: Why = ""

    @property
    def is_own(self) -> bool:
        return not self.key


@cache
def keys_by_header(sheet: str) -> Mapping[str, tuple[str, Why]]:
    """Folded header -> (our key, why). A key or one of the four names wins over a plain variant."""
    found: dict[str, tuple[str, Why]] = {}
    for column in _columns(sheet):
        for text in (column.key, *column.names.values()):
            found.setdefault(fold_header(text), (column.key, "name"))
    if sheet == "place":
        found |= {fold_header(key): (key, "name") for key in (LANGUAGE, IS_FICTIONAL)}
    for column in content.columns(sheet):
        for text in column.variants:
            found.setdefault(fold_header(text), (column.key, "variant"))
    return found


@cache
def _columns(sheet: str) -> tuple[content.Column, ...]:
    """A department is a body too: its sheet also understands the columns of the organisations, by their exact names."""
    own = content.columns(sheet)
    if sheet != "departments":
        return own
    known = {column.key for column in own}
    return (*own, *(column for column in content.columns("organisations") if column.key not in known))


@cache
def column(sheet: str, key: str) -> content.Column | None:
    return next((column for column in _columns(sheet) if column.key == key), None)


def required(sheet: str) -> tuple[str, ...]:
    return tuple(column.key for column in content.columns(sheet) if column.required)


def match(sheet: str, headers: Sequence[str], told: Mapping[str, str]) -> list[Matched]:
    """Each non-empty header with our key. told: folded header -> key, which wins. A key is given once: by name before by variant, then leftmost."""
    candidates = [(position, header, *_candidate(sheet, header, told)) for position, header in enumerate(headers) if header]
    if sheet in ("ties", "influence") and _is_pair(headers):
        candidates = [(position, header, *_pair_key(header, key, why)) for position, header, key, why in candidates]
    label = short_label_at(headers)
    candidates = [(at, header, "", "") if at == label and why != "told" else (at, header, key, why) for at, header, key, why in candidates]
    best: dict[str, int] = {}
    order: Mapping[str, int] = {"told": 0, "name": 1, "variant": 2}
    for position, _, key, _why in sorted(candidates, key=lambda c: (order.get(c[3], 9), c[0])):
        if key:
            best.setdefault(key, position)
    return [
        Matched(position, header, *((key, why) if best.get(key) == position else ("", ""))) for position, header, key, why in candidates
    ]


def _candidate(sheet: str, header: str, told: Mapping[str, str]) -> tuple[str, Why]:
    plain = fold_header(header)
    if plain in told:
        return told[plain], "told"
    if sheet == "initiatives" and header.startswith(CRITERION):
        return CRITERION + header.removeprefix(CRITERION).strip(), "name"
    return keys_by_header(sheet).get(plain, ("", ""))


def _is_pair(headers: Sequence[str]) -> bool:
    plain = {fold_header(header) for header in headers}
    return any({fold_header(start), fold_header(end)} <= plain for start, end in content.PAIR_HEADERS)


def _pair_key(header: str, key: str, why: Why) -> tuple[str, Why]:
    """`source` beside `target` is where a tie begins; alone it is where we know something from."""
    for start, end in content.PAIR_HEADERS:
        if why != "told" and fold_header(header) in (fold_header(start), fold_header(end)):
            return ("from", "variant") if fold_header(header) == fold_header(start) else ("to", "variant")
    return key, why


def sheet_key(name: str) -> str:
    """The key of the sheet that a name means, in any language or plain variant; "" for none."""
    return _sheets_by_name().get(fold_header(name), "")


@cache
def _sheets_by_name() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for sheet in content.sheets():
        for text in (sheet.key, *sheet.names.values()):
            found.setdefault(fold_header(text), sheet.key)
    for sheet in content.sheets():
        for text in sheet.variants:
            found.setdefault(fold_header(text), sheet.key)
    return found


def language_of(names: Iterable[str]) -> str:
    """The language most of the sheet names are said in, "" when they are keys or no language leads."""
    plain = {fold_header(name) for name in names}
    hits = {language: sum(fold_header(sheet.names[language]) in plain for sheet in content.sheets()) for language in content.LANGUAGES}
    best = max(hits, key=lambda language: hits[language])
    return best if hits[best] and list(hits.values()).count(hits[best]) == 1 else ""
