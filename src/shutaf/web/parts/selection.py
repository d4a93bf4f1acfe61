"""Which selection of the map does an address ask for? The words of the map's own address: group (several may be named), theme, kind, least and on."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import QueryDict

from shutaf.analysis.network.selection import Selection
from shutaf.reports.map.asked import UNKNOWN_GROUP, MapAsked


def selection_of(asked: QueryDict, *, sees_strength: bool) -> Selection:
    """sees_strength: False for partners, to whom strengths are not shown, so that nobody can find them out by asking."""
    said = MapAsked.of({key: asked.getlist(key) for key in asked})
    return Selection(said.groups, said.theme, said.kind, float(said.least) if sees_strength else 0.0, said.on)


def query_of(selection: Selection) -> str:
    """The same as the part of an address behind the question mark; "" for everything."""
    words = [("group", group or UNKNOWN_GROUP) for group in selection.groups]
    single = {
        "theme": selection.theme, "kind": selection.kind, "least": f"{selection.least_strength:.0f}" if selection.least_strength else "", "on": selection.on,
    }  # fmt: skip
    return urlencode([*words, *((name, word) for name, word in single.items() if word)])
