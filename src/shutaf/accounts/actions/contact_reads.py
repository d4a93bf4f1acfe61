"""Who is shown contact data of people is written down, once an hour a thing; how long, each workspace says."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.db import DatabaseError, transaction
from django.utils import timezone

from shutaf.accounts.models import ContactRead, Workspace
from shutaf.accounts.rules import may_manage
from shutaf.accounts.viewer import NotAllowedError, Viewer

QUIET = timedelta(hours=1)
KEPT_DAYS = (90, 180, 365, 730)
log = logging.getLogger("shutaf.contact_reads")


def contact_read(viewer: Viewer, *, what: str, body_ref: str = "", people: int = 1) -> None:
    """Note that the Viewer was shown how to reach people: what page, file or address of the API, of which body, how many people. None: nothing to note.

    The same again within an hour is not noted again. Where it cannot be written (a full disk) the page is shown all the same, and the log of the
    service says so.
    """
    if not people:
        return
    told = {
        "workspace_id": viewer.workspace_id, "user_id": viewer.user_id, "by": viewer.label[:300], "kind": viewer.kind, "what": what[:40],
        "body_ref": body_ref[:300],
    }  # fmt: skip
    if ContactRead.objects.filter(at__gt=timezone.now() - QUIET, people__gte=people, **told).exists():
        return
    try:
        with transaction.atomic():
            ContactRead.objects.create(people=people, **told)
    except DatabaseError as failure:
        log.warning("a read of contact data could not be written down: %s", type(failure).__name__)


def contact_log_keep(viewer: Viewer, *, days: int) -> None:
    """How many days it is remembered who read contact data. Owners only."""
    if not may_manage(viewer):
        raise NotAllowedError("may_manage")
    if days not in KEPT_DAYS:
        raise ValueError(f"one of {KEPT_DAYS}")
    Workspace.objects.filter(pk=viewer.workspace_id).update(contact_log_days=days)
