"""Did somebody type this person's name into a form that is kept for one load of a page?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote_plus

from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.utils import timezone

from shutaf.accounts.viewer import Viewer
from shutaf.stewardship.personal.known import Known
from shutaf.stewardship.personal.mentions import mentions
from shutaf.stewardship.personal.outside.trace import Trace
from shutaf.stewardship.personal.scanning import texts_in

_OURS = frozenset({"_auth_user_id", "_auth_user_backend", "_auth_user_hash"})


def traces(viewer: Viewer, known: Known) -> Iterator[Trace]:
    """Open sessions with their name in something typed on a page of this workspace or of none."""
    for session in Session.objects.filter(expire_date__gt=timezone.now()):
        data = session.get_decoded()
        left = {key: value for key, value in data.items() if key in _OURS or not _names(viewer, value, known)}
        if left != data:
            yield Trace("typed", "", lambda session=session, left=left: _save(session, left))  # type: ignore[misc]


def _names(viewer: Viewer, value: Any, known: Known) -> bool:
    texts = list(texts_in(value))
    if any(text.startswith("/w/") and not text.startswith(f"/w/{viewer.workspace_ref}/") for text in texts):
        return False  # typed on a page of another workspace
    plain = [unquote_plus(text) for text in texts]
    return any(known.hint(text) and mentions(text, known.knows) for text in plain)


def _save(session: Session, left: dict[str, Any]) -> None:
    session.session_data = SessionStore().encode(left)
    session.save(update_fields=["session_data"])
