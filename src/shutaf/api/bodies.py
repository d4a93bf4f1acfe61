"""Bodies: organisations and departments."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field

from shutaf.accounts.rules import may_edit, sees_shared
from shutaf.analysis.situation import Body, Word
from shutaf.api.asking import Asked
from shutaf.api.paging import Cursor, Limit, Page, page_of
from shutaf.api.problems import RefusedError
from shutaf.api.routes import Routes
from shutaf.api.values import (
    Answer,
    Date,
    Done,
    Line,
    Scale10,
    Strict,
    Text,
    Title,
    WordIn,
    WordOut,
    Words,
    told_of,
    word_in,
    word_out,
    words_in,
    words_out,
)
from shutaf.bodies.actions import body_change, body_create, body_remove
from shutaf.partnerships.queries import situation

routes = Routes("bodies")
LANGUAGES = ("he", "ar", "en", "de")
WORDS = {
    "themes": "theme",
    "population_groups": "",
    "own_targets": "",
    "motives": "motive",
    "barriers": "barrier",
    "targets": "",
    "goals_not_alone": "",
}
"""Fields of several words -> the closed list they are of; "" where people write their own."""


class Names(Strict):
    """The name in other languages."""

    he: Line = ""
    ar: Line = ""
    en: Line = ""
    de: Line = ""


class BodyChange(Strict):
    """Fields of a body; what is left out stays as it is. The last six are of departments only."""

    name: Title | None = None
    names: Names = Names()
    sector: WordIn = WordIn()
    kind: Line = ""
    registration_no: Annotated[Line, Field(max_length=100)] = ""
    city: Line = ""
    neighbourhood: Line = ""
    themes: Words
    population_groups: Words
    own_targets: Words
    motives: Words
    barriers: Words
    opportunities: Text = ""
    influence_1_10: Scale10 | None = None
    interest_1_10: Scale10 | None = None
    change_agent: Answer = "unknown"
    invite: Literal["yes", "no", "later", "unknown"] = "unknown"
    rated_by: Line = ""
    as_of: Date = ""
    source: Text = ""
    lat: Annotated[float, Field(ge=-90, le=90)] | None = None
    lon: Annotated[float, Field(ge=-180, le=180)] | None = None
    contact: Text = ""
    targets: Words
    goals_not_alone: Words
    limits: Text = ""
    decides: Text = ""
    would_join: Answer = "unknown"


class BodyNew(BodyChange):
    """A new body; a department when it says so."""

    name: Title
    is_department: bool = False


class BodyOut(Schema):
    """A body as far as the asker may see it; what is not known or not theirs to see is empty."""

    ref: str
    name: str
    names: dict[str, str]
    is_department: bool
    sector: WordOut
    kind: str
    registration_no: str
    city: str
    neighbourhood: str
    themes: list[WordOut]
    population_groups: list[WordOut]
    own_targets: list[WordOut]
    motives: list[WordOut]
    barriers: list[WordOut]
    opportunities: str
    influence_1_10: float | None
    interest_1_10: float | None
    change_agent: str
    invite: str
    rated_by: str
    as_of: str
    source: str
    lat: float | None
    lon: float | None
    contact: str
    targets: list[WordOut]
    goals_not_alone: list[WordOut]
    limits: str
    decides: str
    would_join: str


_OF_DEPARTMENT = ("contact", "targets", "goals_not_alone", "limits", "decides", "would_join")
_EMPTY: dict[str, Any] = {"contact": "", "targets": [], "goals_not_alone": [], "limits": "", "decides": "", "would_join": "unknown"}


def body_out(body: Body) -> BodyOut:
    values = {name: _out(getattr(body, name)) for name in BodyOut.model_fields if hasattr(body, name) and name not in ("names", "contact")}
    own = {name: _out(getattr(body.department, name)) for name in _OF_DEPARTMENT} if body.department else _EMPTY
    return BodyOut(**values | own | {"names": dict(body.names)})


def _out(value: Any) -> Any:
    return word_out(value) if isinstance(value, Word) else words_out(value) if isinstance(value, tuple) else value


def _fields(sent: BodyChange) -> dict[str, Any]:
    """As a row takes them."""
    found = told_of(sent)
    if "name" in found and not found["name"]:
        del found["name"]
    if "names" in found:
        found["names"] = tuple((language, name) for language in LANGUAGES if (name := getattr(sent.names, language)))
    if "sector" in found:
        found["sector"] = word_in(sent.sector, "sector", "body.sector")
    for name in WORDS.keys() & found.keys():
        found[name] = words_in(found[name], WORDS[name], f"body.{name}")
    return found


def _found(asked: Asked, ref: str) -> Body:
    body = situation(asked.viewer).body_by_ref.get(ref)
    if body is None:
        raise RefusedError(404)
    return body


@routes.read("/bodies", Page[BodyOut], sees_shared)
def bodies_list(asked: Asked, cursor: Cursor = "", limit: Limit = 50) -> Page[BodyOut]:
    """All bodies, page by page."""
    here, after, total = page_of(situation(asked.viewer).bodies, lambda body: body.ref, cursor, limit)
    return Page[BodyOut](items=[body_out(body) for body in here], next=after, total=total)


@routes.read("/bodies/{path:ref}", BodyOut, sees_shared)
def body_read(asked: Asked, ref: str) -> BodyOut:
    """One body."""
    return body_out(_found(asked, ref))


@routes.write("POST", "/bodies", may_edit, status=201)
def body_new(asked: Asked, body: BodyNew) -> Done:
    """Add a body."""
    return Done(ref=body_create(asked.viewer, **_fields(body)))


@routes.write("PATCH", "/bodies/{path:ref}", sees_shared, current=body_read)
def body_patch(asked: Asked, ref: str, body: BodyChange) -> Done:
    """Change fields of a body; a partner those of the own body that are theirs to say."""
    _found(asked, ref)
    body_change(asked.viewer, ref=ref, **_fields(body))
    return Done(ref=ref)


@routes.write("DELETE", "/bodies/{path:ref}", may_edit, current=body_read)
def body_delete(asked: Asked, ref: str) -> Done:
    """Move a body to the trash; what hangs on it is hidden meanwhile."""
    body_remove(asked.viewer, ref=ref)
    return Done(ref=ref)
