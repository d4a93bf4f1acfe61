"""Which calls does the Situation know, with whom they reached and who answered?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import CallReply, OpenCall, ToldOfCall
from shutaf.partnerships.models import Call, CallAnswer, CallTold


def call_records(viewer: Viewer) -> tuple[OpenCall, ...]:
    """All calls of the workspace, without anything that names a person; one query while there is none, else three."""
    rows = list(Call.present.filter(workspace_id=viewer.workspace_id).select_related("initiative", "partnership").order_by("pk"))
    if not rows:
        return ()
    told, replies = _told(viewer), _replies(viewer)
    return tuple(_record(row, told.get(row.pk, ()), replies.get(row.pk, ())) for row in rows)


def answered_refs(calls: Iterable[OpenCall]) -> tuple[str, ...]:
    """The bodies on the map that answered any of these calls and were taken in, each once."""
    return tuple(dict.fromkeys(one.body for call in calls for one in call.replies if one.body and one.state == "accepted"))


def _record(row: Call, told: Iterable[ToldOfCall], replies: Iterable[CallReply]) -> OpenCall:
    return OpenCall(
        ref=row.ref,
        title=tuple((language, parts["title"]) for language, parts in row.texts.items() if parts.get("title")),
        initiative=row.initiative.ref if row.initiative and row.initiative.removed_in_id is None else "",
        partnership=row.partnership.ref if row.partnership and row.partnership.removed_in_id is None else "",
        state=row.state,
        published_on=row.published_at.date().isoformat() if row.published_at else "",
        opens_on=row.opens_on,
        closes_on=row.closes_on,
        told=tuple(told),
        replies=tuple(replies),
    )


def _told(viewer: Viewer) -> dict[int, list[ToldOfCall]]:
    found: dict[int, list[ToldOfCall]] = defaultdict(list)
    for row in CallTold.present.filter(workspace_id=viewer.workspace_id).select_related("body").order_by("told_on", "pk"):
        body = row.body.ref if row.body and row.body.removed_in_id is None else ""
        if row.body_id is None or body:
            found[row.call_id].append(ToldOfCall(row.told_on, row.channel, body, row.whom, row.language, row.neighbourhood))
    return found


def _replies(viewer: Viewer) -> dict[int, list[CallReply]]:
    found: dict[int, list[CallReply]] = defaultdict(list)
    for row in CallAnswer.present.filter(workspace_id=viewer.workspace_id).select_related("body").order_by("answered_at", "pk"):
        body = row.body.ref if row.body and row.body.removed_in_id is None else ""
        on = row.answered_at.date().isoformat()
        found[row.call_id].append(CallReply(on, row.name, body, row.sector, row.size, row.language, row.neighbourhood, row.state))
    return found
