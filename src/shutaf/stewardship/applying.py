"""How does a plan become rows? New ones in bulk, changed ones with what was there before in the journal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from shutaf.accounts.deeds import Working
from shutaf.accounts.rows import Row, new_ref
from shutaf.analysis.situation import Situation
from shutaf.bodies.models import Body, Person
from shutaf.bodies.person_actions import unrated_ids
from shutaf.bodies.records import body_fields, person_fields
from shutaf.exchange.models import Resource
from shutaf.exchange.records import resource_fields
from shutaf.partnerships.models import Initiative
from shutaf.partnerships.records import initiative_fields
from shutaf.places.models import Place
from shutaf.places.records import fields_of
from shutaf.relations.models import Influence, MapBasis, Stance, Tie
from shutaf.relations.records import influence_fields, map_fields, stance_fields, tie_fields
from shutaf.stewardship.plan import Plan, RowPlan
from shutaf.stewardship.storing import with_origin

MODELS: Mapping[str, type[Row]] = {
    "body": Body, "person": Person, "tie": Tie, "need": Resource, "offer": Resource, "initiative": Initiative, "stance": Stance,
    "influence": Influence, "place": Place, "map": MapBasis,
}  # fmt: skip


def apply(working: Working, planned: Plan, now: Situation) -> None:
    """Write what is new or changed."""
    _bodies(working, planned)
    ids = {ref: pk for pk, ref in Body.objects.filter(workspace_id=working.viewer.workspace_id, removed_in=None).values_list("pk", "ref")}
    unrated = unrated_ids(working.viewer.workspace_id)
    new = [made for row in planned.of("new") if row.kind != "body" and not _judges(made := _new(row, ids), unrated)]
    taken = _refs_there(working)
    for made in new:
        if made.ref and (type(made), made.ref) in taken:
            made.ref = new_ref(made.PREFIX)
        taken.add((type(made), made.ref))
    working.create_many(new)
    rows_there = _rows_there(working, planned, now, ids)
    for row in planned.of("changed"):
        if row.kind != "body" and not _judges(there := rows_there[row.kind][id(row.now)], unrated):
            working.change(there, **_fields(row, ids))


def _judges(row: Any, unrated: frozenset[int]) -> bool:
    """What a file says of the wants or the weight of a person whom nobody may rate does not enter."""
    return isinstance(row, Stance | Influence) and bool(unrated & {getattr(row, "body_id", None), getattr(row, "source_body_id", None)})


def _bodies(working: Working, planned: Plan) -> None:
    made = []
    for row in planned.of("new", "body"):
        one = Body(**body_fields(row.then))
        with_origin(one, row.then)
        made.append(one)
    working.create_many(made)
    changed = {row.now.ref: row for row in planned.of("changed", "body")}
    for body in Body.present.filter(workspace_id=working.viewer.workspace_id, ref__in=changed):
        fields = body_fields(changed[body.ref].then)
        working.change(body, **{k: v for k, v in fields.items() if k != "ref"})


def _fields(row: RowPlan, ids: Mapping[str, int]) -> dict[str, Any]:
    record = row.then
    match row.kind:
        case "person":
            fields = person_fields(record, ids.get(record.body))
        case "tie":
            fields = tie_fields(record, dict(ids))
        case "need" | "offer":
            fields = resource_fields(record, ids)
        case "initiative":
            fields = initiative_fields(record)
        case "stance":
            fields = stance_fields(record, dict(ids))
        case "influence":
            fields = influence_fields(record, dict(ids))
        case "place":
            fields = fields_of(record)
        case _:
            fields = map_fields(record)
    return {name: value for name, value in fields.items() if name != "ref"}


def _new(row: RowPlan, ids: Mapping[str, int]) -> Row:
    ref = {"place": "place", "map": "map"}.get(row.kind, getattr(row.then, "ref", ""))
    made = MODELS[row.kind](ref=ref, **_fields(row, ids))
    return with_origin(made, row.then) if hasattr(row.then, "origin") else made


def _refs_there(working: Working) -> set[tuple[type[Row], str]]:
    models = set(MODELS.values())
    return {(m, ref) for m in models for ref in m.objects.filter(workspace_id=working.viewer.workspace_id).values_list("ref", flat=True)}


def _rows_there(working: Working, planned: Plan, now: Situation, ids: Mapping[str, int]) -> dict[str, dict[int, Row]]:
    """For each changed record the row it is: both are read in one order, so they are paired one by one."""
    wanted = {row.kind for row in planned.of("changed")} - {"body"}
    refs = {pk: ref for ref, pk in ids.items()}
    records: dict[str, tuple[Any, ...]] = {
        "person": now.people, "tie": now.ties, "need": now.needs, "offer": now.offers, "initiative": now.initiatives, "stance": now.stances,
        "influence": now.influences, "place": (now.place,), "map": (now.map,),
    }  # fmt: skip
    found: dict[str, dict[int, Row]] = defaultdict(dict)
    for kind in wanted:
        rows = [row for row in _present(working, kind) if _is_shown(row, refs)]
        found[kind] = {id(record): row for record, row in zip(records[kind], rows, strict=True)}
    return found


def _present(working: Working, kind: str) -> list[Any]:
    rows = MODELS[kind].present.filter(workspace_id=working.viewer.workspace_id).order_by("pk")
    return list(rows.filter(side=kind) if kind in ("need", "offer") else rows)


def _is_shown(row: Any, refs: Mapping[int, str]) -> bool:
    """Rows whose bodies are in the trash are hidden from the Situation too."""
    ends = [getattr(row, name) for name in ("source_body_id", "target_body_id", "body_id") if hasattr(row, name)]
    return all(end is None or end in refs for end in ends)
