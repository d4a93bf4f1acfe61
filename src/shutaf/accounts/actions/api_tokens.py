"""Tokens let a program act for a member: shown once, with a name, a day on which they end, and what they may besides reading."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from django.utils import timezone

from shutaf.accounts.models import ApiToken, Member
from shutaf.accounts.rows import new_ref
from shutaf.accounts.rules import may_manage
from shutaf.accounts.tokens import hashed, new_token
from shutaf.accounts.viewer import NotAllowedError, Viewer

PREFIX = "shutaf_"
"""Begins every token, so that programs which look for secrets in files know one when they see it."""

SCOPES = ("read", "write", "export")
MOST_DAYS, MOST_TOKENS = 365, 20


class TooManyTokensError(ValueError):
    """A member has as many open tokens as may be."""


def token_make(viewer: Viewer, *, name: str, scopes: Sequence[str] = (), days: int = 90) -> str:
    """A new token of this member for this workspace; only its hash is kept. Members only, and never a token for a token. Reading is always in it."""
    if viewer.kind != "user" or not Member.objects.filter(workspace_id=viewer.workspace_id, user=viewer.user_id or 0).exists():
        raise NotAllowedError("member")
    if not set(scopes) <= set(SCOPES):
        raise ValueError(f"a token may {SCOPES}")
    if not 1 <= days <= MOST_DAYS:
        raise ValueError(f"a token is open for 1 to {MOST_DAYS} days")
    now = timezone.now()
    mine = ApiToken.objects.filter(workspace_id=viewer.workspace_id, user_id=viewer.user_id or 0, revoked_at=None, expires_at__gt=now)
    if mine.count() >= MOST_TOKENS:
        raise TooManyTokensError
    token = PREFIX + new_token()
    ApiToken.objects.create(
        workspace_id=viewer.workspace_id, user_id=viewer.user_id or 0, ref=new_ref("k"), name=" ".join(name.split())[:100],
        scopes=tuple(scope for scope in SCOPES if scope == "read" or scope in scopes), token_hash=hashed(token),
        expires_at=now + timedelta(days=days),
    )  # fmt: skip
    return token


def token_revoke(viewer: Viewer, *, ref: str) -> None:
    """Take back an own token; an owner anybody's of the workspace."""
    found = ApiToken.objects.filter(workspace_id=viewer.workspace_id, ref=ref)
    if not may_manage(viewer):
        found = found.filter(user_id=viewer.user_id or 0)
    if viewer.kind != "user" or not found.exists():
        raise NotAllowedError("token")
    found.filter(revoked_at=None).update(revoked_at=timezone.now())
