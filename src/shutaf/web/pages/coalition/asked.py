"""What does an address ask of the coalition? Who is out, who is in, which sectors, and only those who answered the call; it can be sent on as it is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from shutaf.analysis.coalition.asked import Asked
from shutaf.analysis.coalition.cover import WISHED_SECTORS
from shutaf.analysis.situation import Situation

MOST_NAMED = 20
"""Ours: so many bodies may be named as out, and as many as in."""


def asked_of(said: QueryDict, situation: Situation) -> Asked:
    """What makes no sense is as if it had not been said; who is named both as out and as in is in."""

    def bodies(name: str) -> tuple[str, ...]:
        known = (ref for ref in said.getlist(name) if ref in situation.body_by_ref)
        return tuple(dict.fromkeys(known))[:MOST_NAMED]

    having = bodies("with")
    without = tuple(ref for ref in bodies("without") if ref not in having)
    sectors = tuple(key for key in WISHED_SECTORS if key in said.getlist("sector"))
    return Asked(without, having, sectors, said.get("answered") == "1" and bool(situation.choosing.answered))


def named_twice(said: QueryDict, situation: Situation) -> tuple[str, ...]:
    """Refs named both as out and as in."""
    both = set(said.getlist("with")) & set(said.getlist("without")) & set(situation.body_by_ref)
    return tuple(sorted(both))


def query(asked: Asked) -> str:
    """As an address says it, with its question mark; "" when nothing is asked."""
    words = [("without", ref) for ref in asked.without] + [("with", ref) for ref in asked.having]
    words += [("sector", key) for key in asked.sectors] + ([("answered", "1")] if asked.only_answered else [])
    return "?" + urlencode(words) if words else "?"


def but(asked: Asked, **changes: Any) -> str:
    """The address when something else is asked besides."""
    return query(replace(asked, **changes))


def without(asked: Asked, ref: str) -> str:
    """The address in which this body is out."""
    return but(asked, without=(*(one for one in asked.without if one != ref), ref), having=tuple(one for one in asked.having if one != ref))


def having(asked: Asked, ref: str) -> str:
    """The address in which this body is in."""
    return but(asked, having=(*(one for one in asked.having if one != ref), ref), without=tuple(one for one in asked.without if one != ref))
