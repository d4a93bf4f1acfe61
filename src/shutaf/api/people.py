"""People in the roles of bodies."""

from __future__ import annotations

from typing import Annotated

from ninja import Schema
from pydantic import Field

from shutaf.accounts.rules import sees_shared
from shutaf.analysis.situation import Person
from shutaf.api.asking import Asked
from shutaf.api.contacts import noted
from shutaf.api.paging import Cursor, Limit, Page, page_of
from shutaf.api.problems import RefusedError
from shutaf.api.routes import Routes
from shutaf.api.values import Date, Done, Line, Ref, Strict, Text, Title, told_of
from shutaf.bodies.actions import person_remove, person_save
from shutaf.partnerships.queries import situation

routes = Routes("people")


class PersonChange(Strict):
    """Fields of a person; what is left out stays as it is."""

    name: Title | None = None
    role: Line = ""
    from_date: Date = ""
    until_date: Date = ""
    email: Line = ""
    phone: Line = ""
    language: Annotated[Line, Field(max_length=100)] = ""
    source: Text = ""


class PersonNew(PersonChange):
    """A new person of a body."""

    name: Title
    body: Ref


class PersonOut(Schema):
    """A person, as those may read who may read of them: all for members who see everything, the own for a partner."""

    ref: str
    body: str
    name: str
    role: str
    from_date: str
    until_date: str
    email: str
    phone: str
    language: str
    source: str


def _out(person: Person) -> PersonOut:
    return PersonOut(**{name: getattr(person, name) for name in PersonOut.model_fields})


def _found(asked: Asked, ref: str) -> Person:
    found = next((one for one in situation(asked.viewer).people if one.ref == ref), None)
    if found is None:
        raise RefusedError(404)
    return found


def _now(asked: Asked, ref: str) -> PersonOut:
    """What If-Match is held against; nobody is shown it."""
    return _out(_found(asked, ref))


@routes.read("/people", Page[PersonOut], sees_shared)
def people_list(asked: Asked, cursor: Cursor = "", limit: Limit = 50) -> Page[PersonOut]:
    """People, page by page."""
    here, after, total = page_of(situation(asked.viewer).people, lambda one: one.ref, cursor, limit)
    noted(asked, here)
    return Page[PersonOut](items=[_out(one) for one in here], next=after, total=total)


@routes.read("/people/{path:ref}", PersonOut, sees_shared)
def person_read(asked: Asked, ref: str) -> PersonOut:
    """One person."""
    found = _found(asked, ref)
    noted(asked, (found,), found.body)
    return _out(found)


@routes.write("POST", "/people", sees_shared, status=201)
def person_new(asked: Asked, person: PersonNew) -> Done:
    """Add a person to a body."""
    fields = told_of(person)
    return Done(ref=person_save(asked.viewer, body_ref=fields.pop("body"), **fields))


@routes.write("PATCH", "/people/{path:ref}", sees_shared, current=_now)
def person_patch(asked: Asked, ref: str, person: PersonChange) -> Done:
    """Change a person; a partner those of the own body."""
    found, fields = _found(asked, ref), told_of(person)
    fields = {name: value for name, value in fields.items() if value is not None}
    person_save(asked.viewer, body_ref=found.body, ref=ref, **{"name": found.name} | fields)
    return Done(ref=ref)


@routes.write("DELETE", "/people/{path:ref}", sees_shared, current=_now)
def person_delete(asked: Asked, ref: str) -> Done:
    """Move a person to the trash."""
    person_remove(asked.viewer, ref=ref)
    return Done(ref=ref)
