"""How much of what is "120 m²", "₪5,000" or "space:100 m2"?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from shutaf import content
from shutaf.analysis.situation import Amount, Requirement
from shutaf.analysis.text.fold import fold
from shutaf.imports.grid import Cell, text_of
from shutaf.imports.values import UnreadableError, plain_number
from shutaf.imports.words import word

_FIGURES = r"[-+−]?\d+(?:[.,'’٬٫]\d+|[ \u00a0\u202f]\d{3}(?!\w))*"
_NUMBER_FIRST = re.compile(rf"({_FIGURES})\s*(.*)", re.DOTALL)
_UNIT_FIRST = re.compile(rf"([^\d+\-−]+?)\s*({_FIGURES})", re.DOTALL)
_COLON = re.compile(r"(?<!\\):")
_TWO_READINGS = re.compile(r"[-+−]?[1-9]\d{0,2}\.\d{3}")


@cache
def units_by_word() -> Mapping[str, content.Unit]:
    """Folded word -> unit. m² and m2 differ after folding in nothing; a key or name wins over a variant."""
    found: dict[str, content.Unit] = {}
    for unit in content.units():
        for text in (unit.key, *unit.names.values()):
            found.setdefault(fold(text), unit)
    for unit in content.units():
        for text in unit.variants:
            found.setdefault(fold(text), unit)
    return found


def measured(value: Decimal, unit_text: str) -> Amount:
    """The amount in the unit that the text names; an own word stays as written, comparable with itself only."""
    unit = units_by_word().get(fold(unit_text)) or units_by_word().get(fold(unit_text.rstrip(".")))
    return Amount(value, unit.key, unit.dimension, unit.factor) if unit else Amount(value, unit_text)


def amount(cell: Cell, unit_text: str = "") -> Amount:
    """An amount with its unit in the same cell or in the cell beside it. Raises UnreadableError.

    >>> amount("₪5,000").unit, amount("120 m2").dimension, amount(3.0, "hours").base, amount("40 boxes").unit
    ('ILS', 'area', Decimal('3'), 'boxes')
    """
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _at_least_nothing(measured(Decimal(text_of(cell)), unit_text), cell)
    text = text_of(cell)
    if not isinstance(cell, str):
        raise UnreadableError("amount.unreadable", text=text)
    figures, own_unit = _figures_and_unit(text)
    if own_unit and unit_text and measured(Decimal(1), own_unit) != measured(Decimal(1), unit_text):
        raise UnreadableError("amount.two_units", text=text, unit=unit_text)
    if _TWO_READINGS.fullmatch(figures):
        raise UnreadableError("amount.two_readings", text=text, thousand=figures.replace(".", ""), decimal=figures + "0")
    plain = plain_number(figures)
    if plain is None:
        raise UnreadableError("amount.unreadable", text=text)
    return _at_least_nothing(measured(Decimal(plain), own_unit or unit_text), cell)


def _at_least_nothing(found: Amount, cell: Cell) -> Amount:
    if found.value < 0:
        raise UnreadableError("number.outside", text=text_of(cell), low=0.0, high=None)
    return found


def _figures_and_unit(text: str) -> tuple[str, str]:
    if found := _NUMBER_FIRST.fullmatch(text):
        return found[1], found[2].strip()
    if found := _UNIT_FIRST.fullmatch(text):
        return found[2], found[1].strip()
    raise UnreadableError("amount.unreadable", text=text)


def requirement(text: str) -> Requirement:
    r"""kind:amount unit, or the kind alone (a colon inside the kind is written \:).

    >>> requirement("space: 100 m2").amount.value, requirement("legitimacy").kind.key
    (Decimal('100'), 'legitimacy')
    """
    kind, *rest = _COLON.split(text, maxsplit=1)
    found = word(kind.replace("\\:", ":").strip(), "resource")
    return Requirement(found, amount(rest[0].strip()) if rest and rest[0].strip() else None)
