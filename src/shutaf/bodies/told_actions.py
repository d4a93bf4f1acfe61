"""What changes about what was told of bodies: who said what, which interests they have, which facts a proper procedure must know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from shutaf.accounts.deeds import Working, deed
from shutaf.accounts.rows import Row, json_of, of_json, present_row
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.bodies.models import Body, IntegrityFact, Interest, Statement
from shutaf.bodies.models.body import UNRATED
from shutaf.bodies.person_actions import OfAPersonError
from shutaf.bodies.told import FIELDS, is_empty, is_same

R = TypeVar("R", bound=Row)

TOLD = frozenset(
    {
        "sector", "kind", "size", "city", "neighbourhood", "activity", "impact", "themes", "population_groups", "own_targets", "motives", "barriers",
        "opportunities", "change_agent", "change_agent_why", "unexpected_ally", "influence_1_10", "interest_1_10",
    }
)  # fmt: skip
"""Fields of a body that informants may answer. Whom we invite is ours to decide and nobody's to tell."""


class IncompleteError(ValueError):
    """What would be a rumour without it is missing. what: role, speaker, source, date or text."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


def statement_save(viewer: Viewer, *, body_ref: str, said_by: str, said_role: str, as_of: str = "", answers: Mapping[str, Any]) -> str:
    """What one informant says of a body, field by field; an empty answer takes back what they said. Returns the deed's ref.

    Where the map knows nothing yet, or went by what this one said before, it goes by the answer; otherwise it stays until an editor chooses (statement_follow).
    """
    if not said_by.strip() or not said_role.strip():
        raise IncompleteError("role" if said_by.strip() else "speaker")
    if not set(answers) <= TOLD:
        raise NotAllowedError("field")
    with deed(viewer, "statement_save", about=said_by) as working:
        body = present_row(viewer, Body, body_ref)
        answers = {name: value for name, value in answers.items() if not (body.is_unrated and name in UNRATED)}
        earlier = {row.field: row for row in _said(viewer, body, said_by, said_role)}
        for name, value in answers.items():
            if is_empty(value):
                if name in earlier:
                    working.remove(earlier[name])
                continue
            now, field = getattr(body, name), FIELDS[name]
            if is_empty(now) or (name in earlier and is_same(of_json(field, earlier[name].value), now)):
                working.change(body, **{name: value})
            told = {"value": json_of(field, value), "as_of": as_of}
            if name not in earlier:
                working.create(Statement(body=body, field=name, said_by=said_by, said_role=said_role, **told))
            elif earlier[name].value != told["value"]:
                working.change(earlier[name], **told)
        return working.record.ref


def statement_follow(viewer: Viewer, *, ref: str) -> str:
    """Let the map go by what this informant said. Returns the deed's ref."""
    with deed(viewer, "statement_follow") as working:
        row = _there(viewer, Statement, ref)
        fields = {row.field: of_json(FIELDS[row.field], row.value)}
        if row.field in ("influence_1_10", "interest_1_10"):
            fields["rated_by"] = row.said_by
        working.change(row.body, **fields)
        _about(working, row.said_by)
        return working.record.ref


def statement_remove(viewer: Viewer, *, ref: str) -> str:
    with deed(viewer, "statement_remove") as working:
        row = _there(viewer, Statement, ref)
        _about(working, row.said_by)
        working.remove(row)
        return working.record.ref


def interest_save(viewer: Viewer, *, body_ref: str, ref: str = "", **fields: Any) -> str:
    """A new interest of a body, or a change of one. One that is `stated` names who stated it and in which role. Returns the deed's ref."""
    if not str(fields.get("text", "")).strip():
        raise IncompleteError("text")
    if fields.get("basis") == "stated" and not (fields.get("said_by") and fields.get("said_role")):
        raise IncompleteError("role" if fields.get("said_by") else "speaker")
    with deed(viewer, "interest_save") as working:
        if fields.get("basis", "assumed") == "assumed" and present_row(viewer, Body, body_ref).is_unrated:
            raise OfAPersonError
        _write(viewer, working, Interest, body_ref, ref, fields)
        return working.record.ref


def interest_remove(viewer: Viewer, *, ref: str) -> str:
    with deed(viewer, "interest_remove") as working:
        _take(viewer, working, Interest, ref)
        return working.record.ref


def integrity_save(viewer: Viewer, *, body_ref: str, ref: str = "", **fields: Any) -> str:
    """A fact with its source and date, or a change of one; without either it is not written. Returns the deed's ref."""
    for name, what in (("text", "text"), ("source", "source"), ("as_of", "date")):
        if not str(fields.get(name, "")).strip():
            raise IncompleteError(what)
    with deed(viewer, "integrity_save") as working:
        _write(viewer, working, IntegrityFact, body_ref, ref, fields)
        return working.record.ref


def integrity_remove(viewer: Viewer, *, ref: str) -> str:
    with deed(viewer, "integrity_remove") as working:
        _take(viewer, working, IntegrityFact, ref)
        return working.record.ref


def _write(
    viewer: Viewer, working: Working, kind: type[Interest | IntegrityFact], body_ref: str, ref: str, fields: Mapping[str, Any]
) -> None:
    body = present_row(viewer, Body, body_ref)
    _about(working, body.name)
    if ref:
        working.change(_there(viewer, kind, ref, body=body), **fields)
    else:
        working.create(kind(body=body, **fields))


def _take(viewer: Viewer, working: Working, kind: type[Row], ref: str) -> None:
    row = _there(viewer, kind, ref)
    _about(working, row.body.name)  # type: ignore[attr-defined]
    working.remove(row)


def _said(viewer: Viewer, body: Body, said_by: str, said_role: str) -> list[Statement]:
    return list(Statement.present.filter(workspace_id=viewer.workspace_id, body=body, said_by=said_by, said_role=said_role))


def _there(viewer: Viewer, kind: type[R], ref: str, **having: Any) -> R:
    """The row, while it and its body are out of the trash."""
    rows = kind.present.filter(workspace_id=viewer.workspace_id, ref=ref, body__removed_in=None, **having)
    row = rows.select_related("body").first()
    if not isinstance(row, kind):
        raise NotAllowedError(kind.__name__.lower())
    return row


def _about(working: Working, text: str) -> None:
    working.record.about = text[:300]
    working.record.save(update_fields=["about"])
