"""How does what a table wrote enter the map? As one deed: ratings as told by the table, ties, needs and offers, new names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from shutaf.accounts.deeds import Working, deed
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.network.ticks import LEVELS, level_of
from shutaf.analysis.situation import Word
from shutaf.bodies.models import Body, Statement
from shutaf.exchange.models import Resource
from shutaf.imports.kit_lines import Fact, NeedOrOffer, NewBody, Rating, Tick
from shutaf.relations.models import Tie


def kit_accept(viewer: Viewer, *, facts: Iterable[Fact], said_by: str, said_role: str = "", on: str = "") -> str:
    """Write what one table said; returns the deed's ref, for undo. on: ISO day of the workshop.

    A rating is kept beside others as told by this table; the map goes by it only where nobody rated before. A tie that is there is changed only
    where the table says another level, and is the table's report from then on. Raises NotAllowedError where a body is not there any more, and then nothing is written.
    """
    several = list(facts)
    with deed(viewer, "kit_accept", about=said_by, is_batch=True) as working:
        refs = {ref for one in several for ref in _refs(one)}
        bodies = {row.ref: row for row in Body.present.filter(workspace_id=viewer.workspace_id, ref__in=refs)}
        if refs - bodies.keys():
            raise NotAllowedError("body")
        _rate(working, bodies, [one for one in several if isinstance(one, Rating)], (said_by, said_role, on))
        _tick(working, bodies, [one for one in several if isinstance(one, Tick)], said_by)
        _rest(working, bodies, several, said_by, on)
        return working.record.ref


def _refs(one: Fact) -> tuple[str, ...]:
    match one:
        case Tick():
            return (one.body, one.other)
        case Rating() | NeedOrOffer():
            return (one.body,)
    return ()


def _rate(working: Working, bodies: Mapping[str, Body], ratings: list[Rating], who: tuple[str, str, str]) -> None:
    said_by, said_role, on = who
    told = []
    for one in ratings:
        body = bodies[one.body]
        said = {field: value for field in ("influence_1_10", "interest_1_10") if (value := getattr(one, field)) is not None}
        told += [Statement(body_id=body.pk, field=f, value=v, said_by=said_by, said_role=said_role, as_of=on) for f, v in said.items()]
        if new := {field: value for field, value in said.items() if getattr(body, field) is None}:
            working.change(body, **new, rated_by=body.rated_by or said_by)
    working.create_many(told)


def _tick(working: Working, bodies: Mapping[str, Body], ticks: list[Tick], said_by: str) -> None:
    pks = {bodies[ref].pk for one in ticks for ref in (one.body, one.other)}
    rows = Tie.present.filter(workspace_id=working.viewer.workspace_id, source_body_id__in=pks, target_body_id__in=pks)
    there = {frozenset((row.source_body_id, row.target_body_id)): row for row in rows.order_by("-pk")}
    said = {frozenset((one.body, one.other)): one for one in ticks}  # of a pair named twice the last line
    new = []
    for one in said.values():
        ends = (bodies[one.body].pk, bodies[one.other].pk)
        status, strength = LEVELS[one.level]
        row = there.get(frozenset(ends))
        if row is None:
            new.append(Tie(source_body_id=ends[0], target_body_id=ends[1], status=status, strength_1_5=strength, reported_by=said_by))
        elif level_of(row.status, row.strength_1_5) != one.level:
            working.change(row, status=status, strength_1_5=strength, reported_by=said_by)
    working.create_many(new)


def _rest(working: Working, bodies: Mapping[str, Body], facts: list[Fact], said_by: str, on: str) -> None:
    made: list[Body | Resource] = []
    for one in facts:
        match one:
            case NeedOrOffer():
                made.append(Resource(body_id=bodies[one.body].pk, side=one.side, title=one.title, said_by=said_by, as_of=on))
            case NewBody():
                is_department = one.group == "department"
                sector = Word("") if is_department else Word("", one.group)
                made.append(Body(name=one.name, is_department=is_department, sector=sector, source=said_by, as_of=on))
    working.create_many(made)
