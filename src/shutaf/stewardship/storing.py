"""How does a whole Situation enter an empty workspace? In one deed, sheet by sheet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from shutaf.accounts.deeds import Working
from shutaf.accounts.rows import Row
from shutaf.analysis.situation import Record, Situation
from shutaf.bodies.models import Body, Person
from shutaf.bodies.records import body_fields, person_fields
from shutaf.exchange.models import Resource
from shutaf.exchange.records import resource_fields
from shutaf.partnerships.models import Initiative
from shutaf.partnerships.records import initiative_fields
from shutaf.places.models import Place
from shutaf.places.records import fields_of
from shutaf.relations.models import Influence, MapBasis, Stance, Tie
from shutaf.relations.records import influence_fields, map_fields, stance_fields, tie_fields

R = TypeVar("R", bound=Row)


def with_origin(row: R, record: Record) -> R:
    if record.origin and record.origin.row:
        row.origin_sheet, row.origin_row = record.origin.sheet, record.origin.row
    return row


def store(working: Working, situation: Situation) -> int:
    """Insert everything; returns how many rows. The workspace must hold none of these refs yet."""
    bodies = working.create_many([_body(body) for body in situation.bodies])
    ids = {row.ref: row.pk for row in bodies}
    rest = list(_rest(situation, ids))
    working.create_many(rest)
    return len(bodies) + len(rest)


def _body(record: Record) -> Body:
    row = Body(**body_fields(record))  # type: ignore[arg-type]
    with_origin(row, record)
    return row


def _rest(situation: Situation, ids: dict[str, int]) -> Iterable[Row]:
    yield with_origin(Place(ref="place", **fields_of(situation.place)), situation.place)
    yield MapBasis(ref="map", **map_fields(situation.map))
    for person in situation.people:
        yield with_origin(Person(**person_fields(person, ids.get(person.body))), person)
    for tie in situation.ties:
        yield with_origin(Tie(**tie_fields(tie, ids)), tie)
    for resource in (*situation.needs, *situation.offers):
        yield with_origin(Resource(ref=resource.ref, **resource_fields(resource, ids)), resource)
    for initiative in situation.initiatives:
        yield with_origin(Initiative(**initiative_fields(initiative)), initiative)
    for stance in situation.stances:
        yield with_origin(Stance(**stance_fields(stance, ids)), stance)
    for influence in situation.influences:
        yield with_origin(Influence(**influence_fields(influence, ids)), influence)
