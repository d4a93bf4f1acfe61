"""What do the sheets with one row a field say: the place, and how the map came about?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from shutaf import content
from shutaf.analysis.situation import Basis, MapBasis, Place
from shutaf.analysis.text.fold import fold, fold_header
from shutaf.imports.cast import Cast
from shutaf.imports.grid import Cell, Grid, is_hint, text_of, without_hints
from shutaf.imports.headers import IS_FICTIONAL, LANGUAGE, column, keys_by_header
from shutaf.imports.reading import Reading
from shutaf.imports.table import Row
from shutaf.imports.values import UnreadableError, bounds_of, integer
from shutaf.imports.words import keys_by_word

_HEADINGS = frozenset(fold(text) for text in ("field", "שדה", "حقل", "الحقل", "Feld"))

_IN_BRACKETS = re.compile(rf"\(({LANGUAGE}|{IS_FICTIONAL})\)$")


@dataclass(frozen=True, slots=True)
class Fields:
    """The rows of a sheet of fields by our keys, one Row each so that a problem names its line, and her own fields."""

    by_key: Mapping[str, Row]
    own: tuple[tuple[str, str], ...]
    empty: Row

    def __getitem__(self, key: str) -> Row:
        return self.by_key.get(key, self.empty)


def fields_of(sheet_key: str, grid: Grid, reading: Reading) -> Fields:
    known, told = keys_by_header(sheet_key), reading.told(sheet_key)
    by_key: dict[str, Row] = {}
    own: list[tuple[str, str]] = []
    for number, name, found in _standing(grid, known) or _lying(grid):
        key = _key_in_brackets(name) or told.get(fold_header(name)) or known.get(fold_header(name), ("", ""))[0]
        if key in by_key:
            reading.notes.error("field.twice", grid.name, number, name, first_row=by_key[key].number)
        elif key:
            by_key[key] = _row(sheet_key, grid, number, name, key, found, reading)
        elif found:
            own.append((name, " | ".join(text_of(cell) for cell in found)))
    return Fields(by_key, tuple(own), Row(sheet_key, grid.name, 1, {}, {}, (), reading))


def _lying(grid: Grid) -> Iterator[tuple[int, str, list[Cell]]]:
    """(line, label, values) of each row: the label in its first cell, the values beside it."""
    for at, (number, cells) in enumerate(grid.numbered()):
        name = text_of(cells[0])
        if not name or is_hint(name) or (at == 0 and fold(name) in _HEADINGS):
            continue
        yield number, name, [cell for cell in cells[1:] if cell != "" and not is_hint(cell)]


def _standing(grid: Grid, known: Mapping[str, object]) -> list[tuple[int, str, list[Cell]]]:
    """The same from a sheet whose first row holds the labels, as in every other sheet; empty where it does not."""
    rows = list(grid.numbered())
    labels = [text_of(cell) for cell in rows[0][1]] if len(rows) > 1 else []
    width = sum(bool(label) for label in labels)
    widest = max((sum(cell != "" for cell in cells) for _, cells in rows), default=0)
    if not width or not all(fold_header(label) in known for label in labels[:2] if label) or (width == 1 and widest > 1):
        return []
    if width == 1 and all(fold_header(text_of(cells[0])) in known for _, cells in rows):
        return []
    below = [(number, without_hints(cells)) for number, cells in rows[1:]]
    below = [(number, cells) for number, cells in below if any(cell != "" for cell in cells)]
    columns = ((i, label) for i, label in enumerate(labels) if label)
    return (
        [(below[0][0], label, [cells[i] for _, cells in below if i < len(cells) and cells[i] != ""]) for i, label in columns]
        if below
        else []
    )


def _key_in_brackets(name: str) -> str:
    """The label of a field that is no column of ours carries its key: "Language of this file (language)"."""
    found = _IN_BRACKETS.search(name)
    return found[1] if found else ""


def _row(sheet_key: str, grid: Grid, number: int, name: str, key: str, found: Sequence[Cell], reading: Reading) -> Row:
    many = column(sheet_key, key)
    if len(found) > 1 and not (many and many.many):
        reading.notes.error("field.several_values", grid.name, number, name, texts=tuple(text_of(cell) for cell in found))
    cells: dict[str, Cell] = {key: found[0] if len(found) == 1 else "|".join(text_of(cell) for cell in found)} if found else {}
    return Row(sheet_key, grid.name, number, cells, {key: name}, (), reading)


def place_of(fields: Fields) -> Place:
    return Place(
        name=fields["name"].text("name"),
        names=tuple((code, name) for code in content.LANGUAGES if (name := fields[f"name_{code}"].text(f"name_{code}"))),
        country=fields["country"].text("country"),
        population=_integer(fields["population"], "population", 0),
        languages=tuple(keys_by_word("language").get(fold(text), text) for text in fields["languages"].texts("languages")),
        cluster_1_10=_integer(fields["cluster_1_10"], "cluster_1_10"),
        currency=fields["currency"].text("currency"),
        time_zone=fields["time_zone"].text("time_zone"),
        goals=fields["goals"].words("goals"),
        challenges=fields["challenges"].words("challenges"),
        assets=fields["assets"].words("assets"),
        population_groups=fields["population_groups"].words("population_groups"),
        economy=fields["economy"].words("economy"),
        anchor_institutions=fields["anchor_institutions"].words("anchor_institutions"),
        neighbourhoods=fields["neighbourhoods"].words("neighbourhoods"),
        own=fields.own,
        origin=min((row.origin for row in fields.by_key.values()), key=lambda origin: origin.row, default=None),
    )


def language_said(fields: Fields) -> str | None:
    """The language the file says it is written in; None when it has no such row, "" when the row is empty or names none of our four."""
    if LANGUAGE not in fields.by_key:
        return None
    row = fields[LANGUAGE]
    key = keys_by_word("language").get(fold(row.text(LANGUAGE)), "")
    if row.text(LANGUAGE) and key not in content.LANGUAGES:
        row.warn("language.unknown", LANGUAGE, text=row.text(LANGUAGE), allowed=content.LANGUAGES)
    return key if key in content.LANGUAGES else ""


def is_fictional(fields: Fields) -> bool:
    return fields[IS_FICTIONAL].answer(IS_FICTIONAL, "answer") == "yes"


def map_of(fields: Fields, members: Cast) -> MapBasis:
    """asked: bodies that nobody knows are kept as written, with a warning."""
    asked = fields["asked"]
    for text in asked.texts("asked"):
        if members.bodies.find(text) is None and members.left_out.find(text) is None:
            asked.gather("map.unknown_body", "asked", fold(text), name=text, works_at=members.works_at(text), likely=members.nearest(text))
    return MapBasis(
        basis=cast(Basis, fields["basis"].choice("basis", "basis", "reported")),
        informants=tuple(members.anybody(text) for text in fields["informants"].texts("informants")),
        asked=tuple(members.bodies.find(text) or text for text in asked.texts("asked")),
        as_of=fields["as_of"].date("as_of"),
        own=fields.own,
        origin=min((row.origin for row in fields.by_key.values()), key=lambda origin: origin.row, default=None),
    )


def _integer(row: Row, key: str, low: float | None = None) -> int | None:
    if row.cell(key) == "":
        return None
    least, most = bounds_of(key)
    try:
        return integer(row.cell(key), low if least is None else least, most)
    except UnreadableError as why:
        row.error(why.key, key, **why.facts)
        return None
