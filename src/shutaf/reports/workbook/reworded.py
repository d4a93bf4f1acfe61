"""How does a Situation read whose words were written as keys?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from shutaf import content
from shutaf.analysis.situation import Body, Department, Initiative, Need, Offer, Place, Requirement, Situation, Tie, Word
from shutaf.reports.workbook.cells import said
from shutaf.reports.workbook.rows import list_of

_SHEETS: Mapping[type, str] = {
    Place: "place",
    Department: "departments",
    Body: "organisations",
    Tie: "ties",
    Need: "needs",
    Offer: "offers",
    Initiative: "initiatives",
}


def in_words_of(situation: Situation, language: str) -> Situation:
    """The Situation with every word that is written as its key ("civil_society") said in the language; all other texts stay.

    For files made by programs, such as the example town; what a person wrote is never reworded.
    """
    changed: Situation = _reworded(situation, "", language)
    return changed


def _reworded(value: Any, list_key: str, language: str) -> Any:
    if isinstance(value, Word):
        return replace(value, text=said(list_key, value.key, language)) if value.key and value.text == value.key else value
    if isinstance(value, tuple):
        return tuple(_reworded(each, list_key, language) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _reworded(getattr(value, f.name), _list(value, f.name), language) for f in fields(value)})
    kinds = {entry.key for entry in content.entries("body_kind")}
    return said("body_kind", value, language) if list_key == "body_kind" and value in kinds else value


def _list(record: object, name: str) -> str:
    if isinstance(record, Requirement):
        return "resource"
    if isinstance(record, Body) and name == "kind":
        return "body_kind"
    sheet = _SHEETS.get(type(record), "")
    return list_of(sheet, name) if sheet else ""
