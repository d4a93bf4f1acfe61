"""Which local authorities does a public table list? The Israeli one by `semel`, the German one by `ags`, or any with a name and a code."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from shutaf import content
from shutaf.imports import values
from shutaf.imports.limits import LIMITS, Limits
from shutaf.imports.notes import Notes
from shutaf.imports.plain_table import PlainTable, plain_table
from shutaf.imports.values import UnreadableError
from shutaf.imports.words import key_of

HEADERS: Final[Mapping[str, tuple[str, ...]]] = {
    "code": ("code", "semel", "ags", "id", "סמל", "סמל רשות", "קוד", "الرمز", "رمز", "Schlüssel", "Gemeindeschlüssel"),
    "name": ("name", "שם", "שם הרשות", "שם רשות", "الاسم", "اسم السلطة", "Gemeindename", "Gemeinde"),
    "country": ("country", "מדינה", "الدولة", "Staat"),
    "kind": ("type", "kind", "סוג", "מעמד מוניציפלי", "النوع", "Art"),
    "district": ("district", "מחוז", "اللواء", "Kreis", "Landkreis"),
    "state": ("state", "Land", "Bundesland"),
    "population": ("population", "inhabitants", "אוכלוסייה", "מספר תושבים", "عدد السكان", "السكان", "Einwohner", "Bevölkerung"),
    "cluster": ("cluster", "se_cluster", "cluster_1_10", "אשכול", "אשכול חברתי-כלכלי", "العنقود", "Stufe"),
    "lat": ("lat", "latitude", "קו רוחב", "Breite"),
    "lon": ("lon", "lng", "longitude", "קו אורך", "Länge"),
}
"""Headers of each fact. A year behind one (population_2021, se_cluster_2019) dates it; name_xx and district_xx say it in a language."""

COUNTRY_BY_CODE: Final = {"semel": "IL", "סמל": "IL", "סמל רשות": "IL", "ags": "DE"}
"""Codes that only one country uses."""

LANGUAGE_OF: Final = {"IL": "he", "DE": "de"}
MOST_CHARACTERS: Final = 300
_DATED = re.compile(r"(.+?)[_ ]((?:19|20)\d\d)")


@dataclass(frozen=True, slots=True)
class AuthorityRow:
    """One authority of a table. Years are 0 where the table does not date the fact. names, districts: (language, name)."""

    country: str
    code: str
    name: str
    names: tuple[tuple[str, str], ...] = ()
    kind: str = ""
    districts: tuple[tuple[str, str], ...] = ()
    population: int | None = None
    population_year: int = 0
    cluster_1_10: int | None = None
    cluster_year: int = 0
    lat: float | None = None
    lon: float | None = None


def authority_rows(path: Path, notes: Notes, *, country: str = "", limits: Limits = LIMITS) -> tuple[AuthorityRow, ...]:
    """Every row of the table; none, with the problems told at row and cell, when any of them is an error.

    country: for a table that does not say it, as a code or a name. O(cells), bounded by the limits.
    """
    table = plain_table(path, notes, limits)
    if table is None:
        return ()
    columns = _columns(table, country)
    wanted = [key for key in ("name", "code") if key not in columns.at and not (key == "name" and columns.names)]
    if not columns.country and "country" not in columns.at:
        wanted.append("country")
    for key in wanted:
        notes.error("table.no_column", table.name, wanted=key, headers=[header for header in table.header if header])
    rows = () if wanted else tuple(_read(table, columns, notes))
    return () if notes.has_errors else rows


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where each fact stands, of which year, and the country all rows are of ("" when a column says it)."""

    at: Mapping[str, int]
    years: Mapping[str, int]
    names: Mapping[str, int]
    districts: Mapping[str, int]
    country: str


def _columns(table: PlainTable, country: str) -> _Columns:
    keys = {header.casefold(): key for key, headers in HEADERS.items() for header in headers}
    at: dict[str, int] = {}
    years: dict[str, int] = {}
    names: dict[str, int] = {}
    districts: dict[str, int] = {}
    said = key_of(country, "country") if country else ""
    for position, header in enumerate(table.header):
        plain = header.casefold()
        dated = _DATED.fullmatch(plain)
        base, language = plain.rpartition("_")[::2]
        if language in content.LANGUAGES and base in ("name", "district"):
            (names if base == "name" else districts).setdefault(language, position)
        elif key := keys.get(dated[1] if dated else plain, ""):
            if dated and int(dated[2]) < years.get(key, 0):
                continue  # of several years the newest
            if key not in at or dated:
                at[key] = position
                years[key] = int(dated[2]) if dated else 0
            said = said or COUNTRY_BY_CODE.get(plain, "")
    return _Columns(at, years, names, districts, said)


def _read(table: PlainTable, columns: _Columns, notes: Notes) -> Iterator[AuthorityRow]:
    seen: dict[tuple[str, str], int] = {}
    for line, cells in table.rows:
        cell = _Cells(table, columns, line, cells)
        code, names = cell.text("code"), cell.names()
        country = columns.country or cell.country()
        language = LANGUAGE_OF.get(country, "")
        name = cell.text("name") or dict(names).get(language, "") or next((text for _, text in names), "")
        for key, found in (("code", code), ("name", name)):
            if not found:
                notes.error("cell.missing", table.name, line, cell.header(key))
        if code and (first := seen.setdefault((country, code), line)) != line:
            notes.error("id.twice", table.name, line, cell.header("code"), id=code, first_row=first)
        if "name" in columns.at and language and language not in dict(names):
            names = (*names, (language, name.partition(",")[0]))  # "Kiel, Landeshauptstadt" is called Kiel
        yield AuthorityRow(
            country, code, name, names, key_of(cell.text("kind"), "authority_kind") or cell.text("kind"), cell.districts(language),
            cell.whole("population", 0, 10**10), cell.year("population"), cell.whole("cluster", 1, 10), cell.year("cluster"),
            cell.place("lat", 90), cell.place("lon", 180),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Cells:
    """One row by our facts; each reader notes what is wrong with its cell."""

    table: PlainTable
    columns: _Columns
    line: int
    cells: tuple[str, ...]

    def header(self, key: str) -> str:
        return self.table.header[self.columns.at[key]] if key in self.columns.at else key

    def text(self, key: str) -> str:
        return self._short(self.columns.at[key]) if key in self.columns.at else ""

    def _short(self, at: int) -> str:
        text = self.cells[at]
        if len(text) > MOST_CHARACTERS:
            facts = {"characters": len(text), "limit": MOST_CHARACTERS}
            self.table.notes.error("cell.too_long", self.table.name, self.line, self.table.header[at], **facts)
        return text

    def country(self) -> str:
        text = self.text("country")
        found = key_of(text, "country") or (text.upper() if re.fullmatch(r"[A-Za-z]{2}", text) else "")
        if not found:
            self._wrong("country", "choice.none_of", text=text, allowed=[entry.key for entry in content.entries("country")])
        return found

    def names(self) -> tuple[tuple[str, str], ...]:
        found = ((language, _spelled(self._short(at))) for language, at in self.columns.names.items())
        return tuple((language, text) for language, text in found if text)

    def districts(self, language: str) -> tuple[tuple[str, str], ...]:
        found = {code: self._short(at) for code, at in self.columns.districts.items()}
        parts = dict.fromkeys(part for key in ("district", "state") if (part := self.text(key)))
        if parts and language and language not in found:
            found[language] = ", ".join(parts)
        return tuple((code, text) for code, text in found.items() if text)

    def whole(self, key: str, low: int, high: int) -> int | None:
        text = self.text(key)
        try:
            return values.integer(text, low, high) if text else None
        except UnreadableError as why:
            self._wrong(key, why.key, **why.facts)
            return None

    def year(self, key: str) -> int:
        return self.columns.years.get(key, 0) if self.text(key) else 0

    def place(self, key: str, most: float) -> float | None:
        text = self.text(key)
        try:
            return values.number_within(text, -most, most) if text else None
        except UnreadableError as why:
            self._wrong(key, why.key, **why.facts)
            return None

    def _wrong(self, key: str, problem: str, **facts: object) -> None:
        self.table.notes.error(problem, self.table.name, self.line, self.header(key), **facts)


def _spelled(text: str) -> str:
    """A name in capitals as people write it: ROSH PINNA is Rosh Pinna.

    >>> _spelled("MAZKERET BATYA"), _spelled("מזכרת בתיה")
    ('Mazkeret Batya', 'מזכרת בתיה')
    """
    return string.capwords(text) if text.isascii() and text.isupper() else text
