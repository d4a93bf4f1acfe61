"""How is each value written so that reading it gives the same value again?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache
from typing import TypeAlias

from shutaf import content
from shutaf.analysis.situation import Amount, Requirement, Word
from shutaf.analysis.text.fold import fold

Value: TypeAlias = str | int | float
"""What a cell may hold; "" leaves it empty."""

_LIST_SIGNS = re.compile(r"\\(?=[\\|;])|[|;]|\\$")
_TWO_READINGS = re.compile(r"[-+]?[1-9]\d{0,2}\.\d{3}")
_EXACT_DIGITS = 15


def number(value: float | None) -> Value:
    """A number cell where 15 digits hold it whole, else its full digits as text: spreadsheet files round to about 16."""
    if value is None:
        return ""
    if float(f"{value:.{_EXACT_DIGITS}g}") != value:
        return repr(value)
    return int(value) if float(value).is_integer() and abs(value) < 1e15 else value


def decimal(value: Decimal) -> Value:
    """A number cell where a float is exact, else text. 1.125 becomes the text 1.1250, because in a CSV file 1.125 reads as 1125 too."""
    as_float = number(float(value))
    is_exact = not isinstance(as_float, str) and Decimal(repr(as_float)) == value
    return as_float if is_exact and not _TWO_READINGS.fullmatch(str(as_float)) else decimal_text(value)


def decimal_text(value: Decimal) -> str:
    text = format(value, "f")
    return text + "0" if _TWO_READINGS.fullmatch(text) else text


def joined(texts: Iterable[str]) -> str:
    r"""Several values in one cell, split by a bar; a bar, semicolon or backslash inside one is written \|, \; or \\."""
    return " | ".join(_LIST_SIGNS.sub(lambda sign: "\\" + sign[0], text) for text in texts)


def word(value: Word, list_key: str, language: str) -> str:
    """The word as written; where its meaning was told otherwise, with the meaning behind it: "County = public"."""
    if not value.key:
        return value.text
    name = said(list_key, value.key, language)
    if not value.text:
        return name
    return value.text if keys_meant(list_key, fold(value.text)) == (value.key,) else f"{value.text} = {name}"


def words(values: Sequence[Word], list_key: str, language: str) -> str:
    return joined(word(value, list_key, language) for value in values)


@cache
def keys_meant(list_key: str, plain: str) -> tuple[str, ...]:
    """Every entry of the list that the folded text could mean."""
    return tuple(
        entry.key
        for entry in content.entries(list_key)
        if plain in {fold(text) for text in (entry.key, *entry.names.values(), *entry.variants)}
    )


def said(list_key: str, key: str, language: str) -> str:
    """The entry's name in the language, the key itself where no language is asked for or the key is on no list."""
    if not language or key not in {entry.key for entry in content.entries(list_key)}:
        return key
    return content.say(list_key, key, language)


def unit(amount: Amount, language: str) -> str:
    found = next((each for each in content.units() if each.key == amount.unit), None)
    return found.names[language] if found and language else amount.unit


def requirement(value: Requirement, language: str) -> str:
    kind = word(value.kind, "resource", language).replace(":", "\\:")
    if not value.amount:
        return kind
    space = " " if kind.endswith("\\") else ""  # else the sign would take the colon for its own
    return f"{kind}{space}: {decimal_text(value.amount.value)} {unit(value.amount, language)}".strip()
