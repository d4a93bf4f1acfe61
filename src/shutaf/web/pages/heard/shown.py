"""How is what is held said on the page: in which part, field by field, in the reader's language?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from shutaf import content
from shutaf.analysis.situation import Amount, Situation, Word
from shutaf.reports.document import plain
from shutaf.reports.wording.speech import Speech
from shutaf.stewardship.heard import Heard, HeldRow
from shutaf.web.parts.deeds import tables_said
from shutaf.web.parts.values import TABLE_SHEETS, said_field, said_value

LISTS = {
    "sector": "sector", "themes": "theme", "own_targets": "theme", "targets": "theme", "goals_not_alone": "theme", "motives": "motive",
    "barriers": "barrier", "visible_to": "visibility", "asked_of": "sector",
}  # fmt: skip
DATES = frozenset({"from_date", "until_date", "since_date", "as_of", "told_on"})
NAMES_OF_LANGUAGES = dict(settings.LANGUAGES)
KINDS = {"exchange.resource": "resource", "relations.tie": "tie_kind"}
FIELDS_SAID: Mapping[str, str] = {
    "head": N_("Head of the department"), "reports_to": N_("Reports to"), "status": N_("What is known"), "asked_of": N_("Asked of"),
    "side": N_("Need or offer"), "is_department": N_("Department of the municipality"), "channel": N_("Told by"), "told_on": N_("Told on"),
    "state": N_("State"), "reason": N_("Reason"), "contact": N_("Contact"), "said": N_("What was said"), "person": N_("Person"), "email": N_("E-mail"), "phone": N_("Phone"),
    "role": N_("Role"), "why": N_("Why"), "needs": N_("Needs"), "offers": N_("Offers"), "interests": N_("Interests"), "where": N_("Where"),
}  # fmt: skip
STATES = {
    "need": N_("a need"), "offer": N_("an offer"), "exists": N_("a tie"), "none": N_("known: no tie"), "waits": N_("waits"), "accepted": N_("accepted"),
    "declined": N_("declined"), "yes": N_("yes"), "no": N_("no"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """A row as the page says it: fields as (name, words)."""

    row: HeldRow
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one table."""

    table: str
    title: str
    rows: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class KeptPart:
    """What is held of a table and kept for editors: how many rows, of which fields of the own row."""

    title: str
    fields: str
    count: int
    rows: tuple[HeldRow, ...]


def parts(heard: Heard, language: str) -> list[Part]:
    """What may be read, people first, then the body itself, then the rest in the order of the tables."""
    heard = readable(heard, language)
    names = tables_said() | {"bodies.body": _("About the body itself")}
    tables = dict.fromkeys(("bodies.person", "bodies.body", *(row.table for row in heard.rows)))
    found = [(table, tuple(_shown(row, language) for row in heard.rows if row.table == table and row.values)) for table in tables]
    return [Part(table, names.get(table, table), rows) for table, rows in found if rows]


def readable(heard: Heard, language: str) -> Heard:
    """Sheets and people by their names, where rows hold their keys."""
    sheets = {one.key: _("file, sheet {name}").format(name=one.names[language]) for one in content.sheets()}
    people = {row.ref: row.title for row in heard.people}
    rows = tuple(
        replace(row, source=sheets.get(row.source, row.source), said_by=people.get(row.said_by, row.said_by)) for row in heard.rows
    )
    return replace(heard, rows=rows)


def kept(heard: Heard, language: str) -> list[KeptPart]:
    """What is there and is read by editors only, table by table."""
    heard = readable(heard, language)
    names = tables_said() | {"bodies.body": _("About the body itself")}
    found = []
    for table in dict.fromkeys(row.table for row in heard.rows if row.kept):
        rows = tuple(row for row in heard.rows if row.table == table and row.kept)
        fields = dict.fromkeys(name for row in rows if row.values for name in row.kept)
        found.append(KeptPart(names.get(table, table), _(", ").join(field_name(name, table, language) for name in fields), len(rows), rows))
    return found


def _shown(row: HeldRow, language: str) -> Shown:
    return Shown(row, tuple(_lines(row.values, row.table, language)))


def _lines(values: Mapping[str, Any], table: str, language: str) -> list[tuple[str, str]]:
    lines: list[tuple[str, str]] = []
    for name, value in values.items():
        if isinstance(value, dict):
            lines += _lines({key: one for key, one in value.items() if one}, table, language)
        else:
            lines.append((field_name(name, table, language), value_said(name, value, table, language)))
    return lines


def field_name(name: str, table: str, language: str) -> str:
    return _(FIELDS_SAID[name]) if name in FIELDS_SAID else said_field(name, TABLE_SHEETS.get(table, table), language)


def value_said(name: str, value: object, table: str, language: str) -> str:
    """In the reader's language where it is a word of a list."""
    list_key = KINDS.get(table, "") if name == "kind" else LISTS.get(name, "")
    speech = Speech(language, Situation())
    match value:
        case True:
            return _("yes")
        case Word(text, key):
            return _word(list_key, key, text, language)
        case Amount():
            return plain(speech.amount(value))
        case str() if list_key:
            return _word(list_key, value, value, language)
        case str() if value in STATES:
            return _(STATES[value])
        case str() if name in DATES:
            return speech.date(value)
        case str() if name == "language" and value in NAMES_OF_LANGUAGES:
            return NAMES_OF_LANGUAGES[value]
        case tuple() | list():
            return _(", ").join(_one(name, one, table, language) for one in value)
    return said_value(value)


def _one(name: str, value: object, table: str, language: str) -> str:
    if isinstance(value, dict):
        return str(value.get("title", ""))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return said_value(list(value))
    return value_said(name, value, table, language)


def _word(list_key: str, key: str, text: str, language: str) -> str:
    known = {one.key for one in content.entries(list_key)} if list_key and key else set()
    return content.say(list_key, key, language) if key in known else text or key
