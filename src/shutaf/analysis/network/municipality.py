"""Whose own ties does this map know too well? The municipality's and its informants'.

Whoever types a map lists all own ties and a part of the others'. Therefore every result that speaks of position is computed with and
without these bodies' own ties, and none of them is announced as a connector (docs/explain/honest-numbers.md).
"""

from __future__ import annotations

import re
import unicodedata

from shutaf.analysis.situation import Body, Situation

_BESIDE_THE_NAME = """
city town municipality municipal of the council local regional authority
stadt gemeinde stadtverwaltung gemeindeverwaltung stadtrat landeshauptstadt der die von
עירייה עיריית עירית העירייה מועצה המועצה מקומית המקומית אזורית האזורית רשות
بلدية البلدية مجلس المجلس محلي المحلي إقليمي الإقليمي مدينة
"""
"""Words that may stand beside a place's name in the name of its municipality. They recognise names; they are never shown."""


def municipality_refs(situation: Situation) -> frozenset[str]:
    """The departments, and the body that is the municipality itself.

    Ours: a body is the municipality when its sector is public, it is no department, and one of its names is the place's name, apart from
    words such as "city of". A public body that merely carries the place's name (a hospital, a port) is not.
    """
    place = _name_core(situation.place.name)
    return frozenset(body.ref for body in situation.bodies if body.is_department or (bool(place) and _is_named(body, place)))


def informant_refs(situation: Situation) -> frozenset[str]:
    """The bodies whose people typed the map.

    They are the informants named by the map, and, on a `reported` map, every body that reported a tie between two others (who speaks of
    others is an informant, named as one or not). Reporters that match no body or person cannot be placed and are left out.
    """
    if situation.map.basis != "reported":
        return situation.informant_bodies
    speakers = {
        reporter
        for tie in situation.ties
        if (reporter := body_of(situation, tie.reported_by)) and reporter not in (tie.source_ref, tie.target_ref)
    }
    return situation.informant_bodies | speakers


def municipal_refs(situation: Situation) -> frozenset[str]:
    """Bodies whose own ties are left out of every "without" number: departments, the municipality itself, and the informants' bodies."""
    return municipality_refs(situation) | informant_refs(situation)


def outside_refs(situation: Situation) -> frozenset[str]:
    """All other bodies: the ones this map knows through somebody else."""
    return frozenset(situation.body_by_ref) - municipal_refs(situation)


def body_of(situation: Situation, who: str) -> str:
    """The body that `who` is, or belongs to when a person; "" for free text."""
    if who in situation.body_by_ref:
        return who
    person = situation.person_by_ref.get(who)
    return person.body if person else ""


def _is_named(body: Body, place: tuple[str, ...]) -> bool:
    if body.sector_key != "public":
        return False
    return any(_name_core(name) == place for name in (body.name, *(name for _, name in body.names)))


def _name_core(name: str) -> tuple[str, ...]:
    return tuple(word for word in _words(name) if word not in _FOLDED)


def _words(text: str) -> list[str]:
    """Words without case, vowel points and accents."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char))
    return re.findall(r"\w+", bare)


_FOLDED = frozenset(_words(_BESIDE_THE_NAME))
