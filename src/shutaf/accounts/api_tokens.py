"""Who asks, when a token asks? Its maker as they are now: a token never has more than they may at this moment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.utils import timezone

from shutaf.accounts.factors import can_prove
from shutaf.accounts.models import ApiToken, Member
from shutaf.accounts.queries import WorkspaceFacts, facts_of, viewer_of
from shutaf.accounts.rules import may_manage
from shutaf.accounts.tokens import hashed
from shutaf.accounts.viewer import NotAllowedError, Viewer

NOTED = timedelta(minutes=10)
"""So often is it written down that a token was used: what only reads shall hardly write."""


@dataclass(frozen=True, slots=True)
class TokenFacts:
    """A token as its maker and owners see it. state: open, expired, revoked."""

    ref: str
    name: str
    by: str
    is_mine: bool
    scopes: tuple[str, ...]
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None
    state: str

    @property
    def is_open(self) -> bool:
        return self.state == "open"


def tokens_list(viewer: Viewer) -> tuple[TokenFacts, ...]:
    """The own tokens; for owners those of all members. The open ones first, the newest first."""
    if viewer.kind != "user":
        raise NotAllowedError("member")
    found = ApiToken.objects.filter(workspace_id=viewer.workspace_id).select_related("user").order_by("-pk")
    if not may_manage(viewer):
        found = found.filter(user_id=viewer.user_id or 0)
    facts = [_facts(token, viewer) for token in found[:200]]
    return tuple(sorted(facts, key=lambda one: not one.is_open))


def _facts(token: ApiToken, viewer: Viewer) -> TokenFacts:
    state = "revoked" if token.revoked_at else "open" if token.expires_at > timezone.now() else "expired"
    return TokenFacts(
        token.ref, token.name, str(token.user), token.user_id == viewer.user_id, token.scopes, token.created_at, token.expires_at,
        token.used_at, state,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who came with a token. token_id: the token's; language: the one its maker reads."""

    viewer: Viewer
    workspace: WorkspaceFacts
    token_id: int
    language: str


def bearer(token: str) -> Bearer | None:
    """None for a token that is unknown, too old or taken back, and for one whose maker is no member any more, was shut out,
    or has no second factor where the workspace asks for one. Few queries.
    """
    now = timezone.now()
    found = ApiToken.objects.select_related("user").filter(token_hash=hashed(token), revoked_at=None, expires_at__gt=now).first()
    if found is None or not found.user.is_active:
        return None
    member = Member.objects.select_related("workspace").filter(workspace_id=found.workspace_id, user_id=found.user_id).first()
    if member is None or (member.workspace.requires_second_factor and not can_prove(found.user)):
        return None
    if found.used_at is None or found.used_at < now - NOTED:
        ApiToken.objects.filter(pk=found.pk).update(used_at=now)
    viewer = replace(viewer_of(member, found.user), kind="token", label=f"{found.user} · {found.name}", scopes=found.scopes)
    return Bearer(viewer, facts_of(member.workspace), found.pk, found.user.language or member.workspace.language)
