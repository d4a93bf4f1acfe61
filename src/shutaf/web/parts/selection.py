"""Which selection of the map does an address ask for? The same words in the address of the map, its list, its table and its summary.

group (a group key, "unknown" for none written), theme, kind (keys), least (1 to 5), on (a day). Words that mean nothing are as good as none.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlencode

from django.http import QueryDict

from shutaf import content
from shutaf.analysis.network.selection import STRONGEST, WEAKEST, Selection

NAMES = ("group", "theme", "kind", "least", "on")
GROUPS = ("department", "public", "business", "civil_society", "academia", "community", "other")


def selection_of(asked: QueryDict | Mapping[str, str], *, sees_strength: bool) -> Selection:
    """sees_strength: False for partners, to whom strengths are not shown, so that nobody can find them out by asking."""
    group = asked.get("group", "")
    least = asked.get("least", "")
    return Selection(
        group="" if group == "unknown" else group if group in GROUPS else None,
        theme=_listed("theme", asked.get("theme", "")),
        kind=_listed("tie_kind", asked.get("kind", "")),
        least_strength=float(least) if sees_strength and least.isdecimal() and WEAKEST <= int(least) <= STRONGEST else 0.0,
        on=_day(asked.get("on", "")),
    )


def query_of(selection: Selection) -> str:
    """The same as the part of an address behind the question mark; "" for everything."""
    words = {
        "group": "unknown" if selection.group == "" else selection.group or "",
        "theme": selection.theme,
        "kind": selection.kind,
        "least": f"{selection.least_strength:.0f}" if selection.least_strength else "",
        "on": selection.on,
    }
    return urlencode({name: word for name, word in words.items() if word})


def _listed(list_key: str, key: str) -> str:
    return key if any(entry.key == key for entry in content.entries(list_key)) else ""


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""
