"""Needs and offers of bodies."""

from __future__ import annotations

from typing import Any, Literal

from ninja import Schema

from shutaf.accounts.rules import sees_shared
from shutaf.analysis.situation import Need, Offer
from shutaf.api.asking import Asked
from shutaf.api.paging import Cursor, Limit, Page, page_of
from shutaf.api.problems import RefusedError
from shutaf.api.routes import Routes
from shutaf.api.values import (
    AmountIn,
    AmountOut,
    Date,
    Done,
    Line,
    Ref,
    Strict,
    Text,
    Title,
    WordIn,
    WordOut,
    Words,
    amount_in,
    amount_out,
    told_of,
    word_in,
    word_out,
    words_in,
    words_out,
)
from shutaf.exchange.actions import resource_remove, resource_save
from shutaf.partnerships.queries import situation
from shutaf.stewardship.queries import row_made

routes = Routes("needs and offers")
_KEPT = ("ref", "body", "title", "from_date", "until_date", "where", "conditions", "said_by", "as_of", "visible_to")


class ResourceChange(Strict):
    """Fields of a need or an offer; what is left out stays as it is."""

    title: Title | None = None
    kind: WordIn = WordIn()
    themes: Words
    amount: AmountIn | None = None
    from_date: Date = ""
    until_date: Date = ""
    where: Line = ""
    conditions: Text = ""
    said_by: Line = ""
    as_of: Date = ""
    visible_to: Literal["editors", "partners", "public"] = "editors"


class ResourceNew(ResourceChange):
    """A new need or offer of a body."""

    body: Ref
    title: Title


class ResourceOut(Schema):
    """A need or an offer, as far as the asker may see it."""

    ref: str
    body: str
    title: str
    kind: WordOut
    themes: list[WordOut]
    amount: AmountOut | None
    from_date: str
    until_date: str
    where: str
    conditions: str
    said_by: str
    as_of: str
    visible_to: str


def _out(one: Need | Offer) -> ResourceOut:
    values = {name: getattr(one, name) for name in _KEPT}
    return ResourceOut(kind=word_out(one.kind), themes=words_out(one.themes), amount=amount_out(one.amount), **values)


def _found(asked: Asked, side: str, ref: str) -> Need | Offer:
    found = next((one for one in _all(asked, side) if one.ref == ref), None)
    if found is None:
        raise RefusedError(404)
    return found


def _all(asked: Asked, side: str) -> tuple[Need | Offer, ...]:
    seen = situation(asked.viewer)
    return seen.needs if side == "need" else seen.offers


def _fields(sent: ResourceChange) -> dict[str, Any]:
    found = {name: value for name, value in told_of(sent).items() if name != "title" or value}
    if "kind" in found:
        found["kind"] = word_in(sent.kind, "resource", "body.kind")
    if "themes" in found:
        found["themes"] = words_in(sent.themes, "theme", "body.themes")
    if "amount" in found:
        found["amount"] = amount_in(sent.amount)
    return found


def _page(asked: Asked, side: str, cursor: str, limit: int) -> Page[ResourceOut]:
    here, after, total = page_of(_all(asked, side), lambda one: one.ref, cursor, limit)
    return Page[ResourceOut](items=[_out(one) for one in here], next=after, total=total)


def _new(asked: Asked, side: str, sent: ResourceNew) -> Done:
    fields = _fields(sent)
    deed = resource_save(asked.viewer, body_ref=fields.pop("body"), side=side, **fields)
    return Done(ref=row_made(asked.viewer, deed, "exchange.resource"))


def _patch(asked: Asked, side: str, ref: str, sent: ResourceChange) -> Done:
    found = _found(asked, side, ref)
    resource_save(asked.viewer, body_ref=found.body, side=side, ref=ref, **{"title": found.title} | _fields(sent))
    return Done(ref=ref)


def _delete(asked: Asked, side: str, ref: str) -> Done:
    resource_remove(asked.viewer, ref=ref, body_ref=_found(asked, side, ref).body)
    return Done(ref=ref)


@routes.read("/needs", Page[ResourceOut], sees_shared)
def needs_list(asked: Asked, cursor: Cursor = "", limit: Limit = 50) -> Page[ResourceOut]:
    """Needs, page by page."""
    return _page(asked, "need", cursor, limit)


@routes.read("/needs/{path:ref}", ResourceOut, sees_shared)
def need_read(asked: Asked, ref: str) -> ResourceOut:
    """One need."""
    return _out(_found(asked, "need", ref))


@routes.write("POST", "/needs", sees_shared, status=201)
def need_new(asked: Asked, need: ResourceNew) -> Done:
    """Write down a need; a partner of the own body."""
    return _new(asked, "need", need)


@routes.write("PATCH", "/needs/{path:ref}", sees_shared, current=need_read)
def need_patch(asked: Asked, ref: str, need: ResourceChange) -> Done:
    """Change a need; a partner of the own body."""
    return _patch(asked, "need", ref, need)


@routes.write("DELETE", "/needs/{path:ref}", sees_shared, current=need_read)
def need_delete(asked: Asked, ref: str) -> Done:
    """Move a need to the trash."""
    return _delete(asked, "need", ref)


@routes.read("/offers", Page[ResourceOut], sees_shared)
def offers_list(asked: Asked, cursor: Cursor = "", limit: Limit = 50) -> Page[ResourceOut]:
    """Offers, page by page."""
    return _page(asked, "offer", cursor, limit)


@routes.read("/offers/{path:ref}", ResourceOut, sees_shared)
def offer_read(asked: Asked, ref: str) -> ResourceOut:
    """One offer."""
    return _out(_found(asked, "offer", ref))


@routes.write("POST", "/offers", sees_shared, status=201)
def offer_new(asked: Asked, offer: ResourceNew) -> Done:
    """Write down an offer; a partner of the own body."""
    return _new(asked, "offer", offer)


@routes.write("PATCH", "/offers/{path:ref}", sees_shared, current=offer_read)
def offer_patch(asked: Asked, ref: str, offer: ResourceChange) -> Done:
    """Change an offer; a partner of the own body."""
    return _patch(asked, "offer", ref, offer)


@routes.write("DELETE", "/offers/{path:ref}", sees_shared, current=offer_read)
def offer_delete(asked: Asked, ref: str) -> Done:
    """Move an offer to the trash."""
    return _delete(asked, "offer", ref)
