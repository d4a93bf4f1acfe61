"""How does what a body says reach the map? It waits as proposals, with who said it in which role, until an editor accepts or declines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps

from shutaf.accounts.actions.links import link_answered
from shutaf.accounts.deeds import Working, deed
from shutaf.accounts.queries import link_person
from shutaf.accounts.rows import json_of, of_json
from shutaf.accounts.rules import may_answer, may_edit
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.intake.models import Proposal

MAY_SAY: Mapping[str, frozenset[str]] = {
    "bodies.body": frozenset({"own_targets", "motives", "opportunities", "themes", "population_groups", "city", "neighbourhood"}),
    "bodies.person": frozenset({"name", "role", "email", "phone"}),
    "exchange.resource": frozenset({
        "side", "title", "kind", "themes", "amount", "from_date", "until_date", "where", "conditions", "visible_to",
    }),
}  # fmt: skip
"""What a body may say of itself, by table and field."""

MOST_WAITING = 200


@dataclass(frozen=True, slots=True)
class Said:
    """One thing a body says: fields of a row that is there (ref), or of a new one. Values are those of the model."""

    target: str
    ref: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict)


class TooManyWaitingError(ValueError):
    """More of one body waits than anybody will read."""


def proposal_make(viewer: Viewer, *, body_ref: str, said: Sequence[Said]) -> int:
    """Let what a body says wait for an editor; what is known already is passed over. Returns how many wait now because of it."""
    person, role = link_person(viewer) if viewer.kind == "link" else (viewer.label, viewer.role)
    with deed(viewer, "proposal_make", rule=lambda who: may_answer(who, body_ref)) as working:
        body = _row(viewer, "bodies.body", body_ref)
        working.record.about = body.name[:300]
        working.record.save(update_fields=["about"])
        new = [(one, fields) for one in said if (fields := _news(viewer, body, one))]
        if Proposal.present.filter(workspace_id=viewer.workspace_id, body_ref=body_ref, state="waits").count() + len(new) > MOST_WAITING:
            raise TooManyWaitingError
        working.create_many([
            Proposal(target=one.target, target_ref=one.ref, body_ref=body_ref, fields=fields, said_by=person, said_role=role,
                     said_through=viewer.kind)
            for one, fields in new
        ])  # fmt: skip
        if viewer.kind == "link":
            link_answered(viewer)
        return len(new)


def _news(viewer: Viewer, body: Any, one: Said) -> dict[str, Any]:
    """The fields that say something new, as the journal keeps them."""
    if not set(one.fields) <= MAY_SAY[one.target]:
        raise NotAllowedError("may_answer")
    row = _own_row(viewer, body, one) if one.ref else None
    kinds = {f.name: f for f in apps.get_model(one.target)._meta.concrete_fields}
    said = {name: json_of(kinds[name], value) for name, value in one.fields.items()}
    return {name: value for name, value in said.items() if row is None or json_of(kinds[name], getattr(row, name)) != value}


def _own_row(viewer: Viewer, body: Any, one: Said) -> Any:
    row = _row(viewer, one.target, one.ref)
    if row.pk != body.pk if one.target == "bodies.body" else row.body_id != body.pk:
        raise NotAllowedError("may_answer")
    return row


def _row(viewer: Viewer, table: str, ref: str) -> Any:
    row = apps.get_model(table).present.filter(workspace_id=viewer.workspace_id, ref=ref).first()
    if row is None:
        raise NotAllowedError("body")
    return row


def proposal_accept(viewer: Viewer, *, ref: str) -> str:
    """Write into the map what was proposed; returns the deed's ref, for undo. Editors only."""
    with deed(viewer, "proposal_accept", rule=may_edit) as working:
        proposal = _waiting(viewer, working, ref)
        body = _row(viewer, "bodies.body", proposal.body_ref)
        kinds = {f.name: f for f in apps.get_model(proposal.target)._meta.concrete_fields}
        fields = {name: of_json(kinds[name], value) for name, value in proposal.fields.items() if name in MAY_SAY[proposal.target]}
        if proposal.target_ref:
            working.change(_row(viewer, proposal.target, proposal.target_ref), **fields)
        else:
            working.create(apps.get_model(proposal.target)(body_id=body.pk, **fields, **_told_by(proposal)))
        working.change(proposal, state="accepted")
        return working.record.ref


def _told_by(proposal: Proposal) -> dict[str, str]:
    """Who said it when, where the table remembers that."""
    day = proposal.created_in.at.date().isoformat()
    return {"said_by": proposal.said_by, "as_of": day} if proposal.target == "exchange.resource" else {}


def proposal_decline(viewer: Viewer, *, ref: str, reason: str = "") -> str:
    """Keep it out of the map, with the reason; returns the deed's ref, for undo. Editors only."""
    with deed(viewer, "proposal_decline", rule=may_edit) as working:
        working.change(_waiting(viewer, working, ref), state="declined", reason=reason)
        return working.record.ref


def _waiting(viewer: Viewer, working: Working, ref: str) -> Proposal:
    row = Proposal.present.filter(workspace_id=viewer.workspace_id, ref=ref, state="waits").select_related("created_in").first()
    if not isinstance(row, Proposal):
        raise NotAllowedError("proposal")
    working.record.about = _row(viewer, "bodies.body", row.body_ref).name[:300]
    working.record.save(update_fields=["about"])
    return row
