"""What could stand in the sheets? Rows to look at, of an invented town."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from django.utils.translation import gettext

from shutaf import content

Rows: TypeAlias = Sequence[dict[str, str | int]]


def organisations(language: str) -> Rows:
    return [
        {
            "name": gettext("Corner Bakery"),
            "sector": _said("sector", "business", language),
            "themes": _said("theme", "food", language),
            "invite": _said("invite", "yes", language),
        },
        {
            "name": gettext("Friends of the Spring"),
            "sector": _said("sector", "civil_society", language),
            "themes": f"{_said('theme', 'water', language)} | {_said('theme', 'nature', language)}",
            "invite": _said("invite", "later", language),
        },
    ]


def ties(language: str) -> Rows:
    return [
        {
            "from": gettext("Environment unit"),
            "to": gettext("Friends of the Spring"),
            "status": _said("tie_status", "exists", language),
            "strength_1_5": 4,
            "since": "2023",
        },
        {
            "from": gettext("Environment unit"),
            "to": gettext("Corner Bakery"),
            "status": _said("tie_status", "unknown", language),
            "strength_1_5": "",
            "since": "",
        },
    ]


def needs(language: str) -> Rows:
    return [_exchange(language, gettext("Friends of the Spring"), gettext("A room for an evening course"), "space", 40, "m2", "2026-11")]


def offers(language: str) -> Rows:
    return [
        _exchange(language, gettext("Corner Bakery"), gettext("The bakery's back room after closing time"), "space", 60, "m2", "2026-10")
    ]


def _exchange(language: str, body: str, title: str, kind: str, amount: int, unit: str, since: str) -> dict[str, str | int]:
    unit_name = next(each.names[language] for each in content.units() if each.key == unit)
    return {"body": body, "title": title, "kind": _said("resource", kind, language), "amount": amount, "unit": unit_name, "from": since}


def _said(list_key: str, key: str, language: str) -> str:
    return content.say(list_key, key, language)


EXAMPLES: Sequence[tuple[str, Callable[[str], Rows]]] = (
    ("organisations", organisations),
    ("ties", ties),
    ("needs", needs),
    ("offers", offers),
)
