"""What are the sheets, columns and units of the workbook, and what do people write for them? Reader, writer, template and docs share this."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Literal, cast

from shutaf.content import tables

SheetKind = Literal["fields", "rows"]

PAIR_HEADERS: tuple[tuple[str, str], ...] = (("source", "target"),)
"""Headers that mean `from` and `to` of a tie only when both are there: alone, `source` is the column that tells where we know it from."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of the workbook: `fields` has a field a row (name, value), `rows` has a record a row."""

    key: str
    names: Mapping[str, str]
    variants: tuple[str, ...]
    kind: SheetKind


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet.

    kind: text, integer, number, share (0..1), date (a year, a month or a day), answer, invite, word (of the closed list `list`), ref (a body
    or person), amount, unit, requirement ("kind:amount unit"), coordinate, email, phone. many: several values, split by | or ;.
    list: the closed list whose words are meant; with the kind text it only suggests words and what is written is kept as it is.
    """

    sheet: str
    key: str
    names: Mapping[str, str]
    variants: tuple[str, ...]
    required: bool
    many: bool
    kind: str
    hints: Mapping[str, str]
    list: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of amounts: `factor` of the dimension's base unit, e.g. a day of 8 hours has 8. None where no factor is known."""

    key: str
    dimension: str
    factor: Decimal | None
    names: Mapping[str, str]
    variants: tuple[str, ...]


@cache
def sheets() -> tuple[Sheet, ...]:
    """The sheets in the order of the workbook."""
    return tuple(
        Sheet(row["key"], tables.languages(row), tables.parts(row["variants"]), cast(SheetKind, row["kind"]))
        for row in tables.rows("sheets.csv")
    )


@cache
def _hints() -> Mapping[tuple[str, str], Mapping[str, str]]:
    return {(sheet, row["key"]): tables.languages(row) for row in tables.rows("hints.csv") for sheet in tables.parts(row["sheet"])}


@cache
def _columns() -> Mapping[str, tuple[Column, ...]]:
    """Columns by sheet. A row of columns.csv may name several sheets, which then share it."""
    found: dict[str, list[Column]] = {sheet.key: [] for sheet in sheets()}
    for row in tables.rows("columns.csv"):
        for sheet in tables.parts(row["sheet"]):
            found[sheet].append(_column(sheet, row))
    return MappingProxyType({sheet: tuple(members) for sheet, members in found.items()})


def _column(sheet: str, row: Mapping[str, str]) -> Column:
    return Column(
        sheet=sheet,
        key=row["key"],
        names=tables.languages(row),
        variants=tables.parts(row["variants"]),
        required=row["required"] == "yes",
        many=row["many"] == "yes",
        kind=row["kind"],
        hints=_hints()[sheet, row["key"]],
        list=row["list"],
    )


def columns(sheet: str) -> tuple[Column, ...]:
    """The columns of a sheet in the order of the workbook. KeyError when there is no such sheet."""
    return _columns()[sheet]


@cache
def units() -> tuple[Unit, ...]:
    """Every unit we know, the base unit of a dimension first."""
    return tuple(
        Unit(
            row["key"],
            row["dimension"],
            Decimal(row["factor"]) if row["factor"] else None,
            tables.languages(row),
            tables.parts(row["variants"]),
        )
        for row in tables.rows("units.csv")
    )
