"""What did the people of a workspace settle about how to choose?"""

from __future__ import annotations

from collections.abc import Iterable

from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import NO_CHOOSING, Choosing, Need, Offer
from shutaf.exchange.answers import pairs_answered
from shutaf.partnerships.calls.records import answered_refs, call_records
from shutaf.partnerships.coalitions import kept_coalitions
from shutaf.partnerships.model_answers import latest_model_answers
from shutaf.partnerships.models import Criterion


def choosing_record(viewer: Viewer, needs: Iterable[Need], offers: Iterable[Offer]) -> Choosing:
    """For editors and viewers only; five queries, and two more where there is an open call. needs, offers: those that are there."""
    if not sees_everything(viewer):
        return NO_CHOOSING
    criteria = tuple(Criterion.present.filter(workspace_id=viewer.workspace_id).order_by("pk"))
    model_answers, model_about = latest_model_answers(viewer)
    calls, pairs = call_records(viewer), pairs_answered(viewer, needs, offers)
    return Choosing(
        weights=tuple((row.key or row.label, row.weight) for row in criteria),
        floors=tuple((row.key or row.label, row.floor) for row in criteria if row.floor is not None),
        model_answers=model_answers,
        model_about=model_about,
        less=tuple(row.label for row in criteria if row.label and row.better == "less"),
        kept=kept_coalitions(viewer),
        declined=pairs.declined,
        accepted=pairs.accepted,
        answered=answered_refs(calls),
        calls=calls,
    )
