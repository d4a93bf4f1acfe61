"""What of a Situation may a partner see? The shared part: who is there, who works with whom, and what was marked for partners or all.

Ours: the split. Ratings, motives, barriers, notes, who holds a tie and what a department decides are for editors;
a partner sees all of the own body, but not what others wrote about it in ratings and notes. Own columns of the sheet may hold anything,
so they are never shared; nor is who said it of another body's need or offer, nor who wrote down a person and why.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields, replace
from typing import TypeVar

from shutaf.analysis.situation import NO_CHOOSING, Body, Choosing, Department, Need, Offer, Resource, Situation, Tie

R = TypeVar("R", bound=Resource)

SHARED_BODY = frozenset(
    {
        "ref",
        "name",
        "names",
        "sector",
        "kind",
        "registration_no",
        "city",
        "neighbourhood",
        "themes",
        "population_groups",
        "lat",
        "lon",
        "origin",
    }
)
"""Fields of any body that partners see."""

OWN_BODY = SHARED_BODY | {"own_targets", "motives", "barriers", "opportunities", "as_of"}
"""Fields of the own body that a partner sees besides, and may change: what the body says of itself."""

SHARED_TIE = frozenset({"source_ref", "target_ref", "status", "kind", "direction", "since_date", "until_date", "origin"})
"""Fields of a tie that partners see: not how strong somebody rated it, who holds it, who reported it."""

EDITORS_ONLY_ROWS = ("stances", "influences", "initiatives")
"""What partners do not see at all until it is shown to them on purpose."""


def shared(situation: Situation, own: Collection[str] = ()) -> Situation:
    """The part of the situation that a partner speaking for the bodies `own` may see. own empty: any partner, or the public's superset.

    Known absences (`none`) are told by those who know them and are not shared; unknown stays unknown.
    """
    needs = tuple(_resource(need, own) for need in situation.needs if is_shared(need, own))
    offers = tuple(_resource(offer, own) for offer in situation.offers if is_shared(offer, own))
    return replace(
        situation,
        place=replace(situation.place, own=()),
        bodies=tuple(_body(body, body.ref in own) for body in situation.bodies),
        people=tuple(replace(person, source="", own=()) for person in situation.people if person.body in own),
        ties=tuple(_tie(tie) for tie in situation.ties if tie.status == "exists"),
        needs=needs,
        offers=offers,
        stances=(),
        influences=(),
        initiatives=(),
        choosing=replace(NO_CHOOSING, declined=own_declined(situation.choosing, needs, offers, own)),
        map=replace(situation.map, informants=()),
    )


def is_shared(resource: Resource, own: Collection[str]) -> bool:
    return resource.visible_to in ("partners", "public") or resource.body in own


def own_declined(
    choosing: Choosing, needs: Collection[Need], offers: Collection[Offer], own: Collection[str]
) -> tuple[tuple[str, str], ...]:
    """Declined pairs of which the own body is a side and both sides are shared; how others chose is theirs."""
    body_of = {one.ref: one.body for one in (*needs, *offers)}
    return tuple(
        (need, offer)
        for need, offer in choosing.declined
        if need in body_of and offer in body_of and (body_of[need] in own or body_of[offer] in own)
    )


def _body(body: Body, is_own: bool) -> Body:
    kept = OWN_BODY if is_own else SHARED_BODY
    values = {f.name: getattr(body, f.name) for f in fields(Body) if f.name in kept}
    return Body(**values, department=Department() if body.department else None)


def _resource(resource: R, own: Collection[str]) -> R:
    return replace(resource, own=(), said_by=resource.said_by if resource.body in own else "")


def _tie(tie: Tie) -> Tie:
    return Tie(**{f.name: getattr(tie, f.name) for f in fields(Tie) if f.name in SHARED_TIE})
