"""How are the rows of the sheets of fields labelled?"""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext

from shutaf import content
from shutaf.reports.workbook.rows import IS_FICTIONAL, LANGUAGE

FIELD_HEADINGS: Mapping[str, tuple[str, str]] = {
    "he": ("שדה", "ערך"),
    "ar": ("حقل", "قيمة"),
    "en": ("field", "value"),
    "de": ("Feld", "Wert"),
}
"""First row of the place and map sheets; the reader knows these words, so they are not left to translation."""


def field_label(sheet: str, key: str, language: str) -> str:
    """The field's name in the language. The two fields that are no column of ours carry their key in brackets, by which they are read."""
    column = next((column for column in content.columns(sheet) if column.key == key), None)
    if column:
        return f"{column.names[language]} *" if column.required else column.names[language]
    plain = {LANGUAGE: gettext("Language of this file"), IS_FICTIONAL: gettext("Invented, not a real place")}[key]
    return f"{plain} ({key})"
