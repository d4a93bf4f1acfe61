"""Who may do it in a workspace? Pure predicates of a Viewer (and an object)."""

from __future__ import annotations

from shutaf.accounts.viewer import Viewer

_PEOPLE = ("user", "token")
"""A person, or a program that acts for one and never with more than that person may."""


def _has_scope(viewer: Viewer, scope: str) -> bool:
    """What was not granted to a token is not open to it, whatever its maker may."""
    return viewer.kind != "token" or scope in viewer.scopes


def writes(viewer: Viewer) -> bool:
    """No token that was made for reading only."""
    return _has_scope(viewer, "write")


def sees_everything(viewer: Viewer) -> bool:
    """Also what is for editors only: notes, ratings, people."""
    return viewer.kind in ("user", "job", "token", "support") and viewer.role in ("owner", "editor", "facilitator", "viewer")


def sees_shared(viewer: Viewer) -> bool:
    """What partners may see."""
    return sees_everything(viewer) or (viewer.kind in _PEOPLE and viewer.role == "partner")


def is_member(viewer: Viewer) -> bool:
    """Somebody of the workspace, themselves: no program, nobody who looks in from outside."""
    return viewer.kind == "user" and bool(viewer.role)


def may_edit(viewer: Viewer) -> bool:
    """Change the map."""
    return viewer.kind in ("user", "token", "job") and viewer.role in ("owner", "editor") and _has_scope(viewer, "write")


def may_facilitate(viewer: Viewer) -> bool:
    """Open, lead and close rounds of rating and meetings."""
    return may_edit(viewer) or (viewer.kind in _PEOPLE and viewer.role == "facilitator" and _has_scope(viewer, "write"))


def may_manage(viewer: Viewer) -> bool:
    """Invite, change roles, see the outbox, export everything. Never a token: who may get in is a person's to say."""
    return viewer.kind == "user" and viewer.role == "owner"


def may_export(viewer: Viewer) -> bool:
    """Take the whole workspace along, with its history."""
    return (
        may_manage(viewer) or viewer.kind == "job" or (viewer.kind == "token" and viewer.role == "owner" and _has_scope(viewer, "export"))
    )


def speaks_for(viewer: Viewer, body_ref: str) -> bool:
    """A partner or a link, for its own body."""
    return body_ref in viewer.body_refs and (viewer.role == "partner" or viewer.kind == "link")


def may_edit_body(viewer: Viewer, body_ref: str) -> bool:
    """An editor any body; a partner the data of the own one. What a link says waits in intake."""
    return may_edit(viewer) or (viewer.kind in _PEOPLE and speaks_for(viewer, body_ref) and _has_scope(viewer, "write"))


def may_answer(viewer: Viewer, body_ref: str) -> bool:
    """Say something for a body, which waits in intake until an editor accepts it."""
    return may_edit(viewer) or (speaks_for(viewer, body_ref) and _has_scope(viewer, "write"))
