"""What do we know of one body before we meet it, what may lie on the table, and what must we not assume?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from shutaf.analysis.actors.evidence import counted, other_end
from shutaf.analysis.actors.propriety import flags_of
from shutaf.analysis.actors.sheet_model import BodySheet, DepartmentTie, DriverSheet, Gain, NotKnown, RoomSheet, Said, Source
from shutaf.analysis.actors.voice import voice_of
from shutaf.analysis.situation import Body, Need, Number, Offer, Situation, Tie
from shutaf.analysis.text.fold import fold

ROOM_VISIBILITY: Final = frozenset({"partners", "public"})
"""Rows marked for these may lie on the table; `editors`, the default of every row, may not."""


def body_sheet(situation: Situation, ref: str) -> BodySheet:
    """Everything known of one body, in two halves: what the room may see, and what only the driver sees.

    Needs and offers stand in the room's half when their row is visible to partners or the public. Motives stand there when the body said them itself;
    barriers, chances, stances, ratings, names and flags never do. Raises KeyError for a ref that is not on the map. O(rows of the situation).
    """
    body = situation.body_by_ref[ref]
    ties = tuple(tie for tie in situation.known_ties if ref in (tie.source_ref, tie.target_ref))
    needs = tuple(_said(situation, need) for need in situation.needs if need.body == ref)
    offers = tuple(_said(situation, offer) for offer in situation.offers if offer.body == ref)
    return BodySheet(ref, _room(situation, body, needs, offers), _driver(situation, body, needs, offers, ties))


def gains_of(situation: Situation, body: Body) -> tuple[Gain, ...]:
    """Initiatives that name the body among those who gain, or a group it belongs to: its sector, kind, a theme or a population group it serves."""
    words = (body.sector, *body.themes, *body.population_groups)
    groups = {fold(text) for text in (body.kind, *(text for word in words for text in (word.key, word.text))) if text}
    found = []
    for initiative in situation.initiatives:
        if body.ref in initiative.gains or body.name in initiative.gains:
            found.append(Gain(initiative.ref, "body"))
        elif group := next((text for text in initiative.gains if fold(text) in groups), ""):
            found.append(Gain(initiative.ref, "group", group))
    return tuple(found)


def _room(situation: Situation, body: Body, needs: Sequence[Said], offers: Sequence[Said]) -> RoomSheet:
    ties = tuple(_department_ties(situation, body))
    others = [department for department in situation.departments if department.ref != body.ref]
    unknown = [department for department in others if department.ref not in {tie.department for tie in ties}]
    departments_unknown = counted("departments_unknown", unknown, body.ref, base=float(len(others)))
    return RoomSheet(
        name=body.name,
        group=body.group_key,
        themes=body.themes,
        own_targets=body.own_targets,
        motives_stated=body.motives if voice_of(situation, body.ref, body.rated_by) == "stated" else (),
        needs=tuple(_for_room(said) for said in needs if said.resource.visible_to in ROOM_VISIBILITY),
        offers=tuple(_for_room(said) for said in offers if said.resource.visible_to in ROOM_VISIBILITY),
        gains=gains_of(situation, body),
        ties=ties,
        departments_unknown=departments_unknown,
        not_known=tuple(_not_known(situation, body, needs, offers, departments_unknown)),
        as_of=body.as_of,
    )


def _driver(situation: Situation, body: Body, needs: Sequence[Said], offers: Sequence[Said], ties: Sequence[Tie]) -> DriverSheet:
    voice = voice_of(situation, body.ref, body.rated_by)
    own_offers = [said.resource for said in offers if isinstance(said.resource, Offer)]
    return DriverSheet(
        needs_held_back=tuple(said for said in needs if said.resource.visible_to not in ROOM_VISIBILITY),
        offers_held_back=tuple(said for said in offers if said.resource.visible_to not in ROOM_VISIBILITY),
        motives_not_stated=body.motives if voice != "stated" else (),
        motives_voice=voice,
        barriers=body.barriers,
        opportunities=body.opportunities,
        stances=tuple(stance for stance in situation.stances if stance.body == body.ref),
        influence_1_10=body.influence_1_10,
        interest_1_10=body.interest_1_10,
        rated_by=body.rated_by,
        holders=tuple(_holders(situation, body, ties)),
        contacts=tuple(person for person in situation.people if person.body == body.ref),
        flags=flags_of(situation, body, ties, own_offers),
        must_not_assume=tuple(_must_not_assume(situation, body, needs, offers)),
        sources=tuple(_sources(body, needs, offers)),
    )


def _said(situation: Situation, resource: Need | Offer) -> Said:
    return Said(resource, voice_of(situation, resource.body, resource.said_by))


def _for_room(said: Said) -> Said:
    """Without who said it, which may be a person's name, and without the driver's own columns; the voice stays."""
    return replace(said, resource=replace(said.resource, said_by="", own=()))


def _department_ties(situation: Situation, body: Body) -> Iterator[DepartmentTie]:
    """Every row that says yes or no about the body and a department; rows that say "unknown" leave the department among the unknown."""
    for tie in situation.ties:
        other = situation.body_by_ref.get(other_end(tie, body.ref))
        if body.ref not in (tie.source_ref, tie.target_ref) or tie.status == "unknown" or other is None or other.ref == body.ref:
            continue
        if other.is_department:
            person = situation.person_by_ref.get(tie.holder)
            role = person.role if person else ""
            rows = (tie.origin,) if tie.origin else ()
            yield DepartmentTie(other.ref, tie.status, tie.kind, tie.strength_1_5, tie.since_date, tie.until_date, role, rows)


def _holders(situation: Situation, body: Body, ties: Sequence[Tie]) -> Iterator[tuple[str, str]]:
    for tie in ties:
        other = situation.body_by_ref[other_end(tie, body.ref)]
        if other.is_department and tie.holder:
            person = situation.person_by_ref.get(tie.holder)
            yield other.ref, person.name if person else tie.holder


def _not_known(
    situation: Situation, body: Body, needs: Sequence[Said], offers: Sequence[Said], departments_unknown: Number
) -> Iterator[NotKnown]:
    blank = {
        "needs_unknown": not needs,
        "offers_unknown": not offers,
        "motives_unknown": not body.motives,
        "targets_unknown": not body.own_targets,
        "themes_unknown": not body.themes and not body.is_department,
        "sector_unknown": not body.sector_key,
        "contact_unknown": not any(person.body == body.ref for person in situation.people),
        "date_unknown": not body.as_of,
    }
    yield from (NotKnown(key) for key, is_blank in blank.items() if is_blank)
    if departments_unknown.value:
        yield NotKnown("ties_unknown", departments_unknown)


def _must_not_assume(situation: Situation, body: Body, needs: Sequence[Said], offers: Sequence[Said]) -> Iterator[str]:
    """What stands on the sheet without the body having said it: assumed by us, or by nobody we can name."""
    voices = {
        "motives": {voice_of(situation, body.ref, body.rated_by)} if body.motives else set(),
        "needs": {said.voice for said in needs},
        "offers": {said.voice for said in offers},
    }
    for what, heard in voices.items():
        yield from (f"{what}_{voice}" for voice in ("assumed", "unknown") if voice in heard)


def _sources(body: Body, needs: Sequence[Said], offers: Sequence[Said]) -> Iterator[Source]:
    if body.source or body.as_of or body.rated_by:
        yield Source("body", body.rated_by, body.source, body.as_of)
    for said in (*needs, *offers):
        about = "need" if isinstance(said.resource, Need) else "offer"
        if said.resource.said_by or said.resource.as_of:
            yield Source(about, said.resource.said_by, "", said.resource.as_of)
