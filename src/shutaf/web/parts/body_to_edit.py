"""Which body does this address ask to change, and may this reader?"""

from __future__ import annotations

from django.http import Http404

from shutaf.accounts.rules import may_edit_body
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.situation import Body
from shutaf.partnerships.queries import situation


def body_to_edit(viewer: Viewer, ref: str) -> Body:
    """404 for one that is not there, also for those who may not; NotAllowedError for one that is another's."""
    found = situation(viewer).body_by_ref.get(ref)
    if found is None:
        raise Http404
    if not may_edit_body(viewer, ref):
        raise NotAllowedError("may_edit_body")
    return found
