"""What do we know beforehand? The words, sheets, units, models, cases and rules every room shares, in four languages."""

from shutaf.content.tables import LANGUAGES
from shutaf.content.words import Entry, entries, lists, say
from shutaf.content.workbook import PAIR_HEADERS, Column, Sheet, Unit, columns, sheets, units

__all__ = [
    "LANGUAGES",
    "PAIR_HEADERS",
    "Column",
    "Entry",
    "Sheet",
    "Unit",
    "columns",
    "entries",
    "lists",
    "say",
    "sheets",
    "units",
]
