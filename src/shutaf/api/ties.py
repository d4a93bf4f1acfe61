"""Ties: who works with whom. A pair without one is unknown, never "no tie"."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field

from shutaf.accounts.rules import may_edit, sees_shared
from shutaf.analysis.situation import Tie
from shutaf.api.asking import Asked
from shutaf.api.paging import Cursor, Limit, Page, page_of
from shutaf.api.problems import RefusedError, wrong
from shutaf.api.routes import Routes
from shutaf.api.values import Date, Done, Line, Ref, Scale5, Strict, Text, WordIn, WordOut, told_of, word_in, word_out
from shutaf.partnerships.queries import situation
from shutaf.relations.actions import tie_remove, tie_save
from shutaf.relations.lines import tie_lessons_of
from shutaf.stewardship.queries import row_made

routes = Routes("ties")
_KEPT = ("status", "direction", "strength_1_5", "since_date", "until_date", "holder", "reported_by", "source")


class TieChange(Strict):
    """Fields of a tie; what is left out stays as it is. status none: known that they do not work together."""

    source_ref: Ref | None = None
    target_ref: Ref | None = None
    status: Literal["exists", "none"] = "exists"
    kind: WordIn = WordIn()
    direction: Literal["mutual", "one_way"] = "mutual"
    strength_1_5: Scale5 | None = None
    since_date: Date = ""
    until_date: Date = ""
    holder: Line = ""
    reported_by: Line = ""
    source: Text = ""
    quality_1_5: Annotated[int, Field(ge=1, le=5)] | None = None
    experience: Text = ""


class TieNew(TieChange):
    """A new tie of two different bodies."""

    source_ref: Ref
    target_ref: Ref


class TieOut(Schema):
    """A tie as far as the asker may see it."""

    ref: str
    source_ref: str
    target_ref: str
    status: str
    kind: WordOut
    direction: str
    strength_1_5: float | None
    since_date: str
    until_date: str
    holder: str
    reported_by: str
    source: str
    quality_1_5: int | None
    experience: str


def ref_of(tie: Tie) -> str:
    """Where it lies: a tie has no name of its own."""
    return tie.origin.ref.partition(":")[2] if tie.origin else ""


def _outs(asked: Asked, ties: list[Tie]) -> list[TieOut]:
    told = tie_lessons_of(asked.viewer, [ref_of(tie) for tie in ties])
    nothing: tuple[int | None, str] = (None, "")
    return [_out(tie, *told.get(ref_of(tie), nothing)) for tie in ties]


def _out(tie: Tie, quality: int | None, experience: str) -> TieOut:
    values = {name: getattr(tie, name) for name in ("source_ref", "target_ref", *_KEPT)}
    return TieOut(ref=ref_of(tie), kind=word_out(tie.kind), quality_1_5=quality, experience=experience, **values)


def _found(asked: Asked, ref: str) -> Tie:
    found = next((tie for tie in situation(asked.viewer).ties if ref_of(tie) == ref), None)
    if found is None:
        raise RefusedError(404)
    return found


def _fields(sent: TieChange) -> dict[str, Any]:
    found = told_of(sent)
    if "kind" in found:
        found["kind"] = word_in(sent.kind, "tie_kind", "body.kind")
    return found


def _saved(asked: Asked, fields: dict[str, Any], ref: str = "") -> str:
    if fields["source_ref"] == fields["target_ref"]:
        raise wrong("body.target_ref", fields["target_ref"])
    return tie_save(asked.viewer, ref=ref, **fields)


@routes.read("/ties", Page[TieOut], sees_shared)
def ties_list(asked: Asked, cursor: Cursor = "", limit: Limit = 50) -> Page[TieOut]:
    """Known ties, page by page; a known absence only for those who see everything."""
    here, after, total = page_of(situation(asked.viewer).ties, ref_of, cursor, limit)
    return Page[TieOut](items=_outs(asked, here), next=after, total=total)


@routes.read("/ties/{ref}", TieOut, sees_shared)
def tie_read(asked: Asked, ref: str) -> TieOut:
    """One tie."""
    return _outs(asked, [_found(asked, ref)])[0]


@routes.write("POST", "/ties", may_edit, status=201)
def tie_new(asked: Asked, tie: TieNew) -> Done:
    """Write down a tie, or that there is none."""
    return Done(ref=row_made(asked.viewer, _saved(asked, _fields(tie)), "relations.tie"))


@routes.write("PATCH", "/ties/{ref}", may_edit, current=tie_read)
def tie_patch(asked: Asked, ref: str, tie: TieChange) -> Done:
    """Change a tie."""
    found = _found(asked, ref)
    ends = {"source_ref": found.source_ref, "target_ref": found.target_ref}
    told = _fields(tie)
    _saved(asked, told | {end: told.get(end) or known for end, known in ends.items()}, ref)
    return Done(ref=ref)


@routes.write("DELETE", "/ties/{ref}", may_edit, current=tie_read)
def tie_delete(asked: Asked, ref: str) -> Done:
    """Back to unknown, through the trash."""
    tie_remove(asked.viewer, ref=ref)
    return Done(ref=ref)
