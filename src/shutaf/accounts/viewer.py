"""Who asks? Every query and every action takes a Viewer first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["user", "link", "token", "job", "public", "support"]
Role: TypeAlias = Literal["owner", "editor", "facilitator", "viewer", "partner", ""]

ROLES: tuple[Role, ...] = ("owner", "editor", "facilitator", "viewer", "partner")
"""Roles of members, from who may most to who may least."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who asks, in one workspace.

    label: how history names them, as written. body_refs: the bodies a partner or link speaks for. sheet: the one sheet a link opens.
    scopes: what a token may besides reading (write, export); nobody else needs any. support_id: the access by which somebody from outside looks in.
    """

    kind: Kind
    workspace_id: int
    workspace_ref: str
    role: Role = ""
    user_id: int | None = None
    label: str = ""
    body_refs: tuple[str, ...] = ()
    sheet: str = ""
    link_id: int | None = None
    scopes: tuple[str, ...] = ()
    support_id: int | None = None


class NotAllowedError(Exception):
    """The rule of an action said no. rule: its name, for the page that says who can grant it."""

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule
