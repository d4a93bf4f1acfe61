"""How is a stored value said on a page: a word, several, an amount, nothing?"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from shutaf import content
from shutaf.analysis.situation import Amount, Word

SHEETS = {
    "body": "organisations",
    "person": "people",
    "tie": "ties",
    "need": "needs",
    "offer": "offers",
    "initiative": "initiatives",
    "place": "place",
}
TABLE_SHEETS = {
    "bodies.body": "organisations", "bodies.person": "people", "relations.tie": "ties", "exchange.resource": "needs", "partnerships.initiative": "initiatives",
    "places.place": "place", "relations.mapbasis": "map",
}  # fmt: skip
FIELDS = {"from_date": "from", "until_date": "until", "since_date": "since"}


CARD_FIELDS_SAID = {
    "size": N_("Size"),
    "activity": N_("What it does"),
    "impact": N_("Its impact on the town"),
    "change_agent_why": N_("Who moves others there, and how is that known?"),
    "unexpected_ally": N_("One interest shared by somebody who seems to be on the other side"),
    "names": N_("Names in other languages"),
    "authority": N_("Row of the table of authorities"),
}
"""What is asked for and the workbook has no column for."""


def said_field(name: str, sheet: str, language: str) -> str:
    """The column's name as the workbook says it; else the key with spaces."""
    key = FIELDS.get(name, name)
    if key in CARD_FIELDS_SAID:
        return _(CARD_FIELDS_SAID[key])
    for one in (SHEETS.get(sheet, sheet), "departments"):
        if one in {s.key for s in content.sheets()}:
            for column in content.columns(one):
                if column.key == key:
                    return column.names[language]
    return key.replace("_", " ")


def said_value(value: Any) -> str:
    """A value as text: words by what was written, several joined, nothing as a dash."""
    match value:
        case None | "" | () | []:
            return "–"
        case Word(text, key):
            return text or key
        case Amount(number, unit):
            return f"{number} {unit}".strip()
        case bool():
            return _("yes") if value else _("no")
        case [str(text), str()] if isinstance(value, list):
            return value[1] if text in content.LANGUAGES else text or value[1]  # a name beside its language, or a word beside its key
        case tuple() | list():
            return _(", ").join(said_value(one) for one in value)
    return str(value)
