"""Initiatives: candidate joint actions."""

from __future__ import annotations

from typing import Annotated, Any

from ninja import Schema
from pydantic import Field, StringConstraints

from shutaf.accounts.rules import may_edit, sees_everything
from shutaf.analysis.situation import Initiative, Requirement
from shutaf.api.asking import Asked
from shutaf.api.paging import Cursor, Limit, Page, page_of
from shutaf.api.problems import RefusedError
from shutaf.api.routes import Routes
from shutaf.api.values import (
    AmountIn,
    AmountOut,
    Done,
    Ref,
    Strict,
    Text,
    Title,
    WordIn,
    WordOut,
    amount_in,
    amount_out,
    told_of,
    word_in,
    word_out,
)
from shutaf.partnerships.actions import initiative_remove, initiative_save
from shutaf.partnerships.queries import situation
from shutaf.stewardship.queries import row_made

routes = Routes("initiatives")
_KEPT = ("ref", "name", "problem", "chance_0_1", "months_to_result", "idea", "law", "capital", "must_prove", "shortlist")
Long = Annotated[str, StringConstraints(max_length=4000, strip_whitespace=True, pattern=r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$")]


class RequirementIn(Strict):
    """One resource it cannot do without."""

    kind: WordIn
    amount: AmountIn | None = None


class RequirementOut(Schema):
    kind: WordOut
    amount: AmountOut | None


class Rated(Strict):
    """An own criterion and its value; more is better."""

    criterion: Title
    value: Annotated[float, Field(ge=-1e9, le=1e9)]


class Gain(Strict):
    """Who gains what: the ref of a body, a group as written, or `municipality`."""

    who: Ref
    what: Text = ""


class InitiativeChange(Strict):
    """Fields of an initiative; what is left out stays as it is. Where it stands on the shortlist is a deed of its own."""

    name: Title | None = None
    problem: Text = ""
    typology: WordIn = WordIn()
    requires: Annotated[list[RequirementIn], Field(max_length=30, default_factory=list)]
    gains: Annotated[list[Gain], Field(max_length=60, default_factory=list)]
    chance_0_1: Annotated[float, Field(ge=0, le=1)] | None = None
    months_to_result: Annotated[float, Field(ge=0, le=1200)] | None = None
    criteria: Annotated[list[Rated], Field(max_length=40, default_factory=list)]
    idea: Long = ""
    law: Text = ""
    capital: Text = ""
    must_prove: Text = ""


class InitiativeNew(InitiativeChange):
    """A new initiative."""

    name: Title


class InitiativeOut(Schema):
    """An initiative. offers: those tied to what it requires."""

    ref: str
    name: str
    problem: str
    typology: WordOut
    requires: list[RequirementOut]
    gains: list[Gain]
    chance_0_1: float | None
    months_to_result: float | None
    criteria: list[Rated]
    idea: str
    law: str
    capital: str
    must_prove: str
    offers: list[str]
    shortlist: str


def _out(one: Initiative) -> InitiativeOut:
    what = dict(one.gains_what)
    gains = [Gain(who=who, what=what.get(who, "")) for who in dict.fromkeys((*one.gains, *what)) if who]
    return InitiativeOut(
        **{name: getattr(one, name) for name in _KEPT}, typology=word_out(one.typology), gains=gains, offers=list(one.offers),
        requires=[RequirementOut(kind=word_out(r.kind), amount=amount_out(r.amount)) for r in one.requires],
        criteria=[Rated(criterion=label, value=value) for label, value in one.criteria],
    )  # fmt: skip


def _fields(sent: InitiativeChange) -> dict[str, Any]:
    found = {name: value for name, value in told_of(sent).items() if name != "name" or value}
    if "typology" in found:
        found["typology"] = word_in(sent.typology, "typology", "body.typology")
    if "requires" in found:
        found["requires"] = tuple(
            Requirement(word_in(one.kind, "resource", f"body.requires.{n}.kind"), amount_in(one.amount))
            for n, one in enumerate(sent.requires)
        )
    if "gains" in found:
        found["gains"] = tuple(one.who for one in sent.gains if one.who != "municipality")
        found["gains_what"] = {one.who: one.what for one in sent.gains if one.what}
    if "criteria" in found:
        found["criteria"] = tuple((one.criterion, one.value) for one in sent.criteria)
    return found


def _found(asked: Asked, ref: str) -> Initiative:
    found = next((one for one in situation(asked.viewer).initiatives if one.ref == ref), None)
    if found is None:
        raise RefusedError(404)
    return found


@routes.read("/initiatives", Page[InitiativeOut], sees_everything)
def initiatives_list(asked: Asked, cursor: Cursor = "", limit: Limit = 50) -> Page[InitiativeOut]:
    """Initiatives, page by page."""
    here, after, total = page_of(situation(asked.viewer).initiatives, lambda one: one.ref, cursor, limit)
    return Page[InitiativeOut](items=[_out(one) for one in here], next=after, total=total)


@routes.read("/initiatives/{path:ref}", InitiativeOut, sees_everything)
def initiative_read(asked: Asked, ref: str) -> InitiativeOut:
    """One initiative."""
    return _out(_found(asked, ref))


@routes.write("POST", "/initiatives", may_edit, status=201)
def initiative_new(asked: Asked, initiative: InitiativeNew) -> Done:
    """Write down an initiative."""
    return Done(ref=row_made(asked.viewer, initiative_save(asked.viewer, **_fields(initiative)), "partnerships.initiative"))


@routes.write("PATCH", "/initiatives/{path:ref}", may_edit, current=initiative_read)
def initiative_patch(asked: Asked, ref: str, initiative: InitiativeChange) -> Done:
    """Change an initiative."""
    initiative_save(asked.viewer, ref=ref, **{"name": _found(asked, ref).name} | _fields(initiative))
    return Done(ref=ref)


@routes.write("DELETE", "/initiatives/{path:ref}", may_edit, current=initiative_read)
def initiative_delete(asked: Asked, ref: str) -> Done:
    """Move an initiative to the trash."""
    initiative_remove(asked.viewer, ref=ref)
    return Done(ref=ref)
