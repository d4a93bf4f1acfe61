"""How does what was said become rows of the map, inside a deed that is open?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps

from shutaf.accounts.deeds import Working
from shutaf.accounts.rows import json_of, of_json, present_row
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.network.ticks import LEVELS
from shutaf.relations.told import pair_ids, tie_told

TIE, BODY = "relations.tie", "bodies.body"
SPOKEN = frozenset({"exchange.resource", "bodies.opportunity", "bodies.runningaction"})
"""Tables whose rows remember who said them."""


@dataclass(frozen=True, slots=True)
class Said:
    """One thing a body says: fields of a row that is there (ref), or of a new one. Values are those of the model.

    Of a tie: `with` is the other body, `level` none, knows, works or "" (not known), beside quality_1_5 and experience. gone: the row shall leave.
    """

    target: str
    ref: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict)
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """Who says it, on which day and in which role."""

    by: str = ""
    on_day: str = ""
    role: str = ""


def as_kept(target: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Values of the model as a proposal keeps them."""
    kinds = {f.name: f for f in apps.get_model(target)._meta.concrete_fields}
    return {name: json_of(kinds[name], value) if name in kinds else value for name, value in fields.items()}


def as_values(target: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """What a proposal keeps as values of the model."""
    kinds = {f.name: f for f in apps.get_model(target)._meta.concrete_fields}
    return {name: of_json(kinds[name], value) if name in kinds else value for name, value in fields.items()}


def row_of(viewer: Viewer, table: str, ref: str) -> Any:
    """The row that is there; NotAllowedError when it is not, so nobody learns of other workspaces."""
    return present_row(viewer, apps.get_model(table), ref)


def own_row(viewer: Viewer, body: Any, target: str, ref: str) -> Any:
    """A row of this very body, or the body itself."""
    row = row_of(viewer, target, ref)
    if row.pk != body.pk if target == BODY else row.body_id != body.pk:
        raise NotAllowedError("may_answer")
    return row


def write(working: Working, body: Any, said: Iterable[Said], told: Told) -> None:
    """Make, change or remove the rows that were spoken of; new ones in few statements. Raises NotAllowedError for a row of another body."""
    made = []
    for one in said:
        if one.target == TIE:
            _write_tie(working, body, dict(one.fields), told)
        elif not one.ref:
            made.append(apps.get_model(one.target)(body_id=body.pk, **_spoken(one.target, told), **one.fields))
        elif one.gone:
            working.remove(own_row(working.viewer, body, one.target, one.ref))
        else:
            working.change(own_row(working.viewer, body, one.target, one.ref), **one.fields)
    working.create_many(made)


def _write_tie(working: Working, body: Any, fields: dict[str, Any], told: Told) -> None:
    ids = pair_ids(working.viewer, body.ref, fields.pop("with", ""))
    if ids is None or fields.get("level") not in (None, "", *LEVELS):
        raise NotAllowedError("body")
    tie_told(working, body_id=ids[0], other_id=ids[1], reported_by=told.by, **fields)


def _spoken(target: str, told: Told) -> dict[str, str]:
    """Who said it when, where the table remembers that."""
    if target not in SPOKEN or not told.by:
        return {}
    return {"said_by": ", ".join(filter(None, (told.by, told.role)))[:300]} | (
        {} if target == "bodies.runningaction" else {"as_of": told.on_day}
    )
