"""What does somebody want to see of the map? The words of the address, checked once; what makes no sense is as if it had not been said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode

from shutaf import content
from shutaf.charts.palette import GROUPS

VIEWS: Final = ("network", "rings", "grid", "themes", "places", "near")
"""network: who works with whom; rings: middle, next to it, around; grid: influence and interest; themes: bodies and themes; places: on the ground; near: one body and its neighbours."""
COLOURS: Final = ("sector", "ties", "theme", "neighbourhood", "city", "asked", "invite", "influence", "interest")
SIZES: Final = ("ties", "equal", "across", "needs", "offers", "influence", "interest", "between")
UNKNOWN_GROUP: Final = "unknown"  # how an address names the group "" of bodies whose sector nobody told
MOST_STEPS: Final = 3


@dataclass(frozen=True, slots=True)
class MapAsked:
    """view, colour, size: keys above. groups: () for all. least: strength of a tie, 0 for any. on: ISO day, "" for ever.

    body: the chosen one, as a ref, not looked up yet. steps: how far around it is shown, 0 for everything.
    """

    view: str = "network"
    groups: tuple[str, ...] = ()
    theme: str = ""
    kind: str = ""
    least: int = 0
    on: str = ""
    colour: str = "sector"
    size: str = "ties"
    body: str = ""
    steps: int = 0

    @classmethod
    def of(cls, said: Mapping[str, Sequence[str]]) -> MapAsked:
        """From the lists of an address or of a saved view."""

        def last(name: str) -> str:
            values = said.get(name) or ("",)
            return str(values[-1])[:300]

        groups = tuple(dict.fromkeys({UNKNOWN_GROUP: ""}.get(str(g), str(g)) for g in said.get("group", ()) if g))
        return cls(
            view=_one_of(last("view"), VIEWS),
            groups=tuple(group for group in groups if group in GROUPS),
            theme=_key("theme", last("theme")),
            kind=_key("tie_kind", last("kind")),
            least=_whole(last("least"), 5),
            on=_day(last("on")),
            colour=_one_of(last("colour"), COLOURS),
            size=_one_of(last("size"), SIZES),
            body=last("body"),
            steps=_whole(last("steps"), MOST_STEPS),
        )

    def said(self, **but: Any) -> dict[str, list[str]]:
        """As an address says it, without what goes unsaid; `but` replaces single words of it."""
        out: dict[str, list[str]] = {}
        for field in fields(self):
            value, unsaid = but.get(field.name, getattr(self, field.name)), field.default
            if value == unsaid:
                continue
            name = "group" if field.name == "groups" else field.name
            out[name] = [str(one) or UNKNOWN_GROUP for one in value] if isinstance(value, tuple) else [str(value)]
        return out

    def query(self, **but: Any) -> str:
        return urlencode(self.said(**but), doseq=True)

    @property
    def filters(self) -> dict[str, list[str]]:
        """What narrows the map down."""
        kept = self.said()
        return {name: kept[name] for name in ("group", "theme", "kind", "least", "on", "steps") if name in kept}


def _one_of(text: str, keys: Sequence[str]) -> str:
    return text if text in keys else keys[0]


def _key(list_key: str, text: str) -> str:
    return text if any(entry.key == text for entry in content.entries(list_key)) else ""


def _whole(text: str, most: int) -> int:
    return min(int(text), most) if text.isascii() and text.isdecimal() and len(text) < 4 else 0


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat() if len(text) == 10 else ""
    except ValueError:
        return ""
