"""What changes about an initiative beside its own text: where it stands on the shortlist, and which offers are tied to what it requires."""

from __future__ import annotations

from typing import get_args

from shutaf.accounts.deeds import Working, deed
from shutaf.accounts.rows import present_row
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.situation import Shortlist
from shutaf.exchange.queries import is_offer
from shutaf.partnerships.models import Initiative

MOST_OFFERS = 100


def initiative_shortlist(viewer: Viewer, *, ref: str, state: str) -> str:
    """An idea (""), listed at step 0, confirmed after the external map, or later for the second stage. Any state from any other; returns the deed's ref."""
    if state not in get_args(Shortlist):
        raise ValueError(state[:20])
    with deed(viewer, "initiative_shortlist") as working:
        working.change(_named(working, ref), shortlist=state)
        return working.record.ref


def initiative_tie_offer(viewer: Viewer, *, ref: str, offer: str, is_tied: bool) -> str:
    """Count an offer toward what the initiative requires, or no longer. Raises NotAllowedError for an offer there is not."""
    with deed(viewer, "initiative_tie_offer") as working:
        row = _named(working, ref)
        if is_tied and not is_offer(viewer, offer):
            raise NotAllowedError("offer")
        kept = tuple(one for one in row.offers if one != offer)
        if is_tied and len(kept) >= MOST_OFFERS:
            raise ValueError("too many")
        working.change(row, offers=(*kept, offer) if is_tied and offer not in row.offers else row.offers if is_tied else kept)
        return working.record.ref


def _named(working: Working, ref: str) -> Initiative:
    """The initiative, whose name the history says."""
    row = present_row(working.viewer, Initiative, ref)
    working.record.about = row.name[:300]
    working.record.save(update_fields=["about"])
    return row
