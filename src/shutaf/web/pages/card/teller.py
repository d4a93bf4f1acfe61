"""Whose answers are being written down? Kept for the sitting, in the session, and for one body only."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from shutaf.analysis.situation import Situation
from shutaf.bodies.told import BodyTold

_KEY = "teller"


@dataclass(frozen=True, slots=True)
class Teller:
    """Who tells, in which role, and when it was told (ISO text, "" = today)."""

    said_by: str
    said_role: str
    as_of: str = ""


def teller_of(request: HttpRequest, ref: str) -> Teller | None:
    """None while we write down ourselves what the map goes by."""
    kept = request.session.get(_KEY)
    where = [request.resolver_match.kwargs["workspace_ref"], ref] if request.resolver_match else []
    return Teller(*kept[2:]) if kept and kept[:2] == where else None


def teller_keep(request: HttpRequest, ref: str, teller: Teller | None) -> None:
    request.session.pop(_KEY, None)
    if teller and request.resolver_match:
        request.session[_KEY] = [request.resolver_match.kwargs["workspace_ref"], ref, teller.said_by, teller.said_role, teller.as_of]


def tellers_known(situation: Situation, told: BodyTold, ref: str) -> tuple[Teller, ...]:
    """Who spoke before, then the people of the body whose role is written down."""
    people = ((person.name, person.role) for person in situation.people if person.body == ref and person.role)
    return tuple(Teller(name, role) for name, role in dict.fromkeys((*told.tellers, *people)))
