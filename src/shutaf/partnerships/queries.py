"""What does this Viewer know of the place? The Situation that everything which computes starts from."""

from __future__ import annotations

from dataclasses import replace

from shutaf.accounts.queries import revision_now, workspace_facts
from shutaf.accounts.remembered import Remembered
from shutaf.accounts.rules import sees_everything, sees_shared
from shutaf.accounts.touched import rows_touched
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.situation import Situation
from shutaf.analysis.visible import shared
from shutaf.partnerships.seen import TABLES, Seen, is_same, seen_now

_seen: Remembered[Seen] = Remembered(8)  # by workspace and scope


def scope_of(viewer: Viewer) -> str:
    """Viewers of one scope see the same: "all", or "shared" with the bodies a partner speaks for. Raises NotAllowedError for links and the public."""
    if sees_everything(viewer):
        return "all"
    if not sees_shared(viewer):
        raise NotAllowedError("sees_shared")
    return "shared:" + "|".join(sorted(viewer.body_refs))


def situation(viewer: Viewer) -> Situation:
    """What the Viewer may see, as it is now. Remembered by revision, since each deed raises it; after a deed only what it touched is read."""
    scope, facts = scope_of(viewer), workspace_facts(viewer)
    key = (facts.ref, scope)  # by the random ref: ids may come again, in a restored database or the next test
    known = _seen.get(key)
    if known and known.revision == facts.revision:
        return known.situation
    if sees_everything(viewer):
        return _kept(key, seen_now(viewer, facts, known))
    whole = situation(replace(viewer, kind="job", role="viewer"))
    return _kept(key, Seen(facts.revision, _shared(whole, viewer, known), whole=whole))


def _shared(whole: Situation, viewer: Viewer, known: Seen | None) -> Situation:
    """The partner's part of it. What was made of the same rows is the same object as before: what was matched of it still holds."""
    found = shared(whole, viewer.body_refs)
    if known is None or known.whole is None:
        return found
    same = [name for name in ("bodies", "people", "ties", "needs", "offers") if getattr(whole, name) is getattr(known.whole, name)]
    return replace(found, **{name: getattr(known.situation, name) for name in same})


def situation_at_hand(viewer: Viewer) -> Situation | None:
    """The situation of now where it takes no reading of the map: it is known, or no row of the map was touched. Else None. Few queries."""
    key = (viewer.workspace_ref, scope_of(viewer))
    known = _seen.get(key)
    if known is None:
        return None
    revision = revision_now(viewer)
    if known.revision == revision:
        return known.situation
    return None if rows_touched(viewer, since=known.revision, tables=TABLES) != {} else situation(viewer)


def _kept(key: tuple[str, str], found: Seen) -> Situation:
    """Remembered. Where nothing of it changed, the situation before: what was computed of it still holds."""
    known = _seen.get(key)
    if known and is_same(known.situation, found.situation):  # a saved view or a note changed
        found = replace(found, situation=known.situation)
    return _seen.keep(key, found).situation
