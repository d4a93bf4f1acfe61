"""How does what a body says reach the map? It waits as proposals, with who said it in which role, until an editor accepts or declines."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from shutaf.accounts.actions.links import link_answered
from shutaf.accounts.deeds import Working, deed
from shutaf.accounts.queries import link_person
from shutaf.accounts.rules import may_answer, may_edit
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.intake.matrix import shown_refs
from shutaf.intake.models import Proposal
from shutaf.intake.writing import BODY, TIE, Said, Told, as_kept, as_values, own_row, row_of, write
from shutaf.relations.told import ToldTie, tie_with

__all__ = [
    "MAY_SAY",
    "Said",
    "TooManyWaitingError",
    "proposal_accept",
    "proposal_decline",
    "proposal_make",
    "proposals_accept",
    "proposals_decline",
]

MAY_SAY: Mapping[str, frozenset[str]] = {
    BODY: frozenset({"own_targets", "motives", "opportunities", "themes", "population_groups", "city", "neighbourhood"}),
    "bodies.person": frozenset({"name", "role", "email", "phone"}),
    "exchange.resource": frozenset({
        "side", "title", "kind", "themes", "amount", "from_date", "until_date", "where", "conditions", "visible_to", "asked_of",
    }),
}  # fmt: skip
"""What a body may say of itself, by table and field."""

DEPARTMENT_MAY_SAY: Mapping[str, frozenset[str]] = {
    **MAY_SAY,
    BODY: frozenset({"head", "contact", "reports_to", "targets", "goals_not_alone", "limits", "decides", "would_join"}),
    TIE: frozenset({"with", "level", "quality_1_5", "experience"}),
    "bodies.opportunity": frozenset({"title", "from_date", "until_date", "themes", "note"}),
    "bodies.runningaction": frozenset({"title", "year", "themes", "state", "partners", "note"}),
}
"""What a department of the municipality may say: its whole sheet."""

MOST_WAITING = 400


class TooManyWaitingError(ValueError):
    """More of one body waits than anybody will read."""


def _may_say(body: Any) -> Mapping[str, frozenset[str]]:
    return DEPARTMENT_MAY_SAY if body.is_department else MAY_SAY


def proposal_make(viewer: Viewer, *, body_ref: str, said: Sequence[Said]) -> int:
    """Let what a body says wait for an editor; what is known already is passed over. Returns how many wait now because of it."""
    person, role = link_person(viewer) if viewer.kind == "link" else (viewer.label, viewer.role)
    with deed(viewer, "proposal_make", rule=lambda who: may_answer(who, body_ref)) as working:
        body = row_of(viewer, BODY, body_ref)
        _name(working, body.name)
        shown = shown_refs(viewer, body_ref) if any(one.target == TIE for one in said) else frozenset()
        new = [(one, fields) for one in said if (fields := _news(viewer, body, one, shown))]
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


def _name(working: Working, about: str) -> None:
    working.record.about = about[:300]
    working.record.save(update_fields=["about"])


def _news(viewer: Viewer, body: Any, one: Said, shown: Collection[str] = ()) -> dict[str, Any]:
    """The fields that say something new, as a proposal keeps them."""
    if not set(one.fields) <= _may_say(body).get(one.target, frozenset()) or one.gone:
        raise NotAllowedError("may_answer")
    if one.target == TIE:
        return _news_of_tie(viewer, body, one, shown)
    row = own_row(viewer, body, one.target, one.ref) if one.ref else None
    said = as_kept(one.target, one.fields)
    known = as_kept(one.target, {name: getattr(row, name) for name in said}) if row else {}
    return {name: value for name, value in said.items() if row is None or known[name] != value}


def _news_of_tie(viewer: Viewer, body: Any, one: Said, shown: Collection[str]) -> dict[str, Any]:
    """A department speaks of the bodies it was asked about, and never takes a tie away."""
    other = one.fields.get("with", "")
    if one.ref or other not in shown or one.fields.get("level") not in ("works", "knows", "none"):
        raise NotAllowedError("may_answer")
    known = tie_with(viewer, body.ref, other) or ToldTie("", other, "", None, "", "")
    new = {name: value for name, value in one.fields.items() if name != "with" and value not in (None, "", getattr(known, name))}
    return {"with": other, "level": one.fields["level"], **new} if new else {}


def proposal_accept(viewer: Viewer, *, ref: str) -> str:
    """Write into the map what was proposed; returns the deed's ref, for undo. Editors only."""
    with deed(viewer, "proposal_accept", rule=may_edit) as working:
        proposal = _waiting(viewer, ref)
        body = row_of(viewer, BODY, proposal.body_ref)
        _accept(working, body, proposal)
        _name(working, body.name)
        return working.record.ref


def proposals_accept(viewer: Viewer, *, refs: Iterable[str]) -> tuple[str, int, int]:
    """Write all of one answer into the map as one batch; returns the deed's ref, for undo, how many were written, and how many wait on.

    Those decided meanwhile are passed over; those that speak of a body which is not on the map any more wait on.
    """
    with deed(viewer, "proposals_accept", rule=may_edit, is_batch=True) as working:
        found, bodies, done = _still_waiting(viewer, refs), _Bodies(viewer), 0
        for one in found:
            try:
                _accept(working, bodies.of(one.body_ref), one)
                done += 1
            except NotAllowedError:  # raised before anything of this one is written
                continue
        _name(working, ", ".join(bodies.names()))
        return (working.record.ref if done else ""), done, len(found) - done


class _Bodies:
    """The bodies that were spoken for, each read once."""

    def __init__(self, viewer: Viewer) -> None:
        self._viewer = viewer
        self._rows: dict[str, Any] = {}

    def of(self, ref: str) -> Any:
        if ref not in self._rows:
            self._rows[ref] = row_of(self._viewer, BODY, ref)
        return self._rows[ref]

    def names(self) -> list[str]:
        return [str(row.name) for row in self._rows.values()]


def _accept(working: Working, body: Any, one: Proposal) -> None:
    """Write one proposal. Raises NotAllowedError when its body or the other end of its tie is gone."""
    allowed = _may_say(body).get(one.target, frozenset())
    fields = {name: value for name, value in as_values(one.target, one.fields).items() if name in allowed}
    write(
        working,
        body,
        [Said(one.target, one.target_ref, fields)],
        Told(one.said_by, one.created_in.at.date().isoformat(), one.said_role if one.said_through == "link" else ""),
    )
    working.change(one, state="accepted")


def proposal_decline(viewer: Viewer, *, ref: str, reason: str = "") -> str:
    """Keep it out of the map, with the reason; returns the deed's ref, for undo. Editors only."""
    with deed(viewer, "proposal_decline", rule=may_edit) as working:
        proposal = _waiting(viewer, ref)
        _name(working, row_of(viewer, BODY, proposal.body_ref).name)
        working.change(proposal, state="declined", reason=reason)
        return working.record.ref


def proposals_decline(viewer: Viewer, *, refs: Iterable[str], reason: str = "") -> tuple[str, int]:
    """Keep several out of the map at once, as one batch."""
    with deed(viewer, "proposals_decline", rule=may_edit, is_batch=True) as working:
        found = _still_waiting(viewer, refs)
        for one in found:
            working.change(one, state="declined", reason=reason)
        _name(working, str(len(found)))
        return (working.record.ref if found else ""), len(found)


def _waiting(viewer: Viewer, ref: str) -> Proposal:
    found = _still_waiting(viewer, [ref])
    if not found:
        raise NotAllowedError("proposal")
    return found[0]


def _still_waiting(viewer: Viewer, refs: Iterable[str]) -> list[Proposal]:
    rows = Proposal.present.filter(workspace_id=viewer.workspace_id, ref__in=list(refs), state="waits").select_related("created_in")
    return list(rows.order_by("pk"))
