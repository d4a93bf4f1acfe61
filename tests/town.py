"""The cast of every test with a database: Dana owns, Eli edits, Vera looks on, Omar is a partner, Ruth must see nothing.

Fictional people of a fictional town. Imported as `town`, like `world`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from shutaf.accounts.actions import user_create, workspace_create
from shutaf.accounts.models import Member, User, Workspace
from shutaf.accounts.queries import member_viewer
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import Situation
from shutaf.imports.example import example_situation
from shutaf.stewardship.actions import workspace_fill


@dataclass(frozen=True)
class Town:
    """One workspace and its people; `elsewhere` is another workspace, which Ruth owns."""

    workspace: Workspace
    dana: User
    eli: User
    vera: User
    omar: User
    ruth: User
    elsewhere: Viewer
    owner: Viewer
    editor: Viewer
    viewer: Viewer
    partner: Viewer

    @property
    def ref(self) -> str:
        return self.workspace.ref

    def link(self, body_ref: str) -> Viewer:
        return Viewer("link", self.workspace.pk, self.ref, label="link", body_refs=(body_ref,), sheet="body")


def build_town(situation: Situation | None = None, partner_of: str = "") -> Town:
    """The town, filled with the example (or with `situation`); Omar speaks for `partner_of`, else for the first organisation."""
    people: dict[str, Any] = {
        name: user_create(email=f"{name}@ein-haruv.example", name=name.title(), password="a long password 1")
        for name in ("dana", "eli", "vera", "omar", "ruth")
    }
    owner = workspace_create(people["dana"], name="עין חרוב", is_fictional=True)
    elsewhere = workspace_create(people["ruth"], name="גבעת אלון")
    filled = situation or example_situation()
    workspace_fill(owner, filled)
    workspace = Workspace.objects.get(pk=owner.workspace_id)
    body = partner_of or filled.organisations[0].ref
    for name, role in (("eli", "editor"), ("vera", "viewer"), ("omar", "partner")):
        Member.objects.create(workspace=workspace, user=people[name], role=role, body_refs=(body,) if role == "partner" else ())
    viewers = {name: _viewer(people[name], workspace.ref) for name in ("eli", "vera", "omar")}
    return Town(
        workspace,
        **people,
        elsewhere=replace(elsewhere),
        owner=owner,
        editor=viewers["eli"],
        viewer=viewers["vera"],
        partner=viewers["omar"],
    )


def _viewer(user: User, ref: str) -> Viewer:
    found = member_viewer(user, ref)
    assert found
    return found[0]
