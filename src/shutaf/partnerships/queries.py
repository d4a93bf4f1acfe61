"""What does this Viewer know of the place? The Situation that everything which computes starts from."""

from __future__ import annotations

from dataclasses import replace

from shutaf.accounts.queries import WorkspaceFacts, deeds_since, workspace_facts
from shutaf.accounts.remembered import Remembered
from shutaf.accounts.rules import sees_everything, sees_shared
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.situation import NO_CHOOSING, Choosing, Situation
from shutaf.analysis.situation import Initiative as InitiativeRecord
from shutaf.analysis.visible import own_declined, shared
from shutaf.bodies.queries import body_records, body_refs, person_records
from shutaf.exchange.queries import needs_and_offers
from shutaf.partnerships.choosing import choosing_record
from shutaf.partnerships.models import Initiative
from shutaf.partnerships.records import initiative_record
from shutaf.places.queries import place_record
from shutaf.relations.queries import influence_records, map_basis, stance_records, tie_records

_situations: Remembered[tuple[int, Situation]] = Remembered(8)  # by workspace and scope: the revision, and what was seen of it


def scope_of(viewer: Viewer) -> str:
    """Viewers of one scope see the same: "all", or "shared" with the bodies a partner speaks for. Raises NotAllowedError for links and the public."""
    if sees_everything(viewer):
        return "all"
    if not sees_shared(viewer):
        raise NotAllowedError("sees_shared")
    return "shared:" + "|".join(sorted(viewer.body_refs))


ONLY_CHOOSING = frozenset({"match_answer", "match_answer_revoke"})
"""Deeds that change nothing but how to choose: after them only that is read anew."""

ONLY_EXCHANGE = ONLY_CHOOSING | {"resource_save", "resources_create", "resource_remove"}
"""And those that change nothing but needs and offers."""


def situation(viewer: Viewer) -> Situation:
    """What the Viewer may see, as it is now. Remembered by revision, since each deed raises it: a dozen queries, then one."""
    at_hand = situation_at_hand(viewer)
    if at_hand is not None:
        return at_hand
    scope, facts = scope_of(viewer), workspace_facts(viewer)
    key = (facts.ref, scope)  # by the random ref: ids may come again, in a restored database or the next test
    return _kept(key, facts, _exchange_read(viewer, key) or _read(viewer, facts))


def _exchange_read(viewer: Viewer, key: tuple[str, str]) -> Situation | None:
    """With needs, offers and choosing read anew, where nothing else changed; a tenth of the time. For those who see everything."""
    known = _situations.get(key)
    if known is None or not sees_everything(viewer) or not deeds_since(viewer, known[0]) <= ONLY_EXCHANGE:
        return None
    needs, offers = needs_and_offers(viewer, body_refs(viewer))
    return replace(known[1], needs=needs, offers=offers, choosing=choosing_record(viewer, needs, offers))


def situation_at_hand(viewer: Viewer) -> Situation | None:
    """The situation of now where it takes no reading of the map: it is known, or only answers came since. Else None. Few queries."""
    key = (viewer.workspace_ref, scope_of(viewer))
    known = _situations.get(key)
    if known is None:
        return None
    facts = workspace_facts(viewer)
    if known[0] == facts.revision:
        return known[1]
    if not deeds_since(viewer, known[0]) <= ONLY_CHOOSING:
        return None
    return _kept(key, facts, replace(known[1], choosing=_choosing(viewer, known[1])))


def _choosing(viewer: Viewer, seen: Situation) -> Choosing:
    """How to choose, as it is now, for what is seen."""
    everybodys = choosing_record(replace(viewer, kind="job", role="viewer"), seen.needs, seen.offers)
    if sees_everything(viewer):
        return everybodys
    return replace(NO_CHOOSING, declined=own_declined(everybodys, seen.needs, seen.offers, viewer.body_refs))


def _kept(key: tuple[str, str], facts: WorkspaceFacts, found: Situation) -> Situation:
    """Remembered. Where nothing of it changed, the one before: what was computed of it still holds."""
    known = _situations.get(key)
    if known and _is_same(known[1], found):  # a saved view or a note changed
        found = known[1]
    return _situations.keep(key, (facts.revision, found))[1]


def _is_same(one: Situation, other: Situation) -> bool:
    """Equal, and read from the same rows, which equality of records leaves out."""
    rows = (
        (getattr(one, name), getattr(other, name))
        for name in ("bodies", "people", "ties", "needs", "offers", "initiatives", "stances", "influences")
    )
    return one == other and all(a.origin == b.origin for these, those in rows for a, b in zip(these, those, strict=True))


def _read(viewer: Viewer, facts: WorkspaceFacts) -> Situation:
    if not sees_everything(viewer):
        return shared(_read(replace(viewer, kind="job", role="viewer"), facts), viewer.body_refs)
    refs = body_refs(viewer)
    needs, offers = needs_and_offers(viewer, refs)
    return Situation(
        place=place_record(viewer),
        bodies=body_records(viewer),
        people=person_records(viewer, refs),
        ties=tie_records(viewer, refs),
        needs=needs,
        offers=offers,
        initiatives=initiative_records(viewer),
        stances=stance_records(viewer, refs),
        influences=influence_records(viewer, refs),
        map=map_basis(viewer),
        choosing=choosing_record(viewer, needs, offers),
        language=facts.language,
        is_fictional=facts.is_fictional,
    )


def initiative_records(viewer: Viewer) -> tuple[InitiativeRecord, ...]:
    """Candidate initiatives, for editors and viewers only."""
    if not sees_everything(viewer):
        return ()
    return tuple(initiative_record(row) for row in Initiative.present.filter(workspace_id=viewer.workspace_id).order_by("pk"))
