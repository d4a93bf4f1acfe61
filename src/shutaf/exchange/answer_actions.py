"""Somebody answers to a match: accepted, declined for a reason, or to be talked about first; and takes it back."""

from __future__ import annotations

from dataclasses import dataclass

from shutaf.accounts.deeds import Working, deed
from shutaf.accounts.rules import may_edit, sees_shared
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.matching.declining import REASONS, facts_mark
from shutaf.analysis.situation import Need, Offer
from shutaf.analysis.visible import is_shared
from shutaf.bodies.queries import body_refs
from shutaf.exchange.answers import SaidFor, State, may_take_back, speaks_as
from shutaf.exchange.models import MatchAnswer, Resource
from shutaf.exchange.records import resource_record

MOST_NOTE = 1000


@dataclass(frozen=True)
class _Pair:
    need: Resource
    offer: Resource
    wants: Need
    gives: Offer


def match_answer(viewer: Viewer, *, need: str, offer: str, state: State, reason: str = "", note: str = "") -> str:
    """Answer for the town, as an editor, or for the own body, as its partner; what was answered for the same side before is replaced. Returns the deed's ref.

    A declined reason stands beside other declined reasons of that side. ValueError for a state or reason there is not, or a note too long.
    """
    if state not in ("accepted", "declined", "talk") or (state == "declined") != (reason in REASONS) or len(note) > MOST_NOTE:
        raise ValueError(state)
    with deed(viewer, "match_answer", rule=sees_shared) as working:
        pair = _pair(viewer, need, offer)
        said_for = speaks_as(viewer, pair.wants.body, pair.gives.body)
        if said_for is None:
            raise NotAllowedError("may_edit_body")
        _about(working, pair)
        _replace_others(working, pair, said_for, state)
        _write(working, pair, said_for, state, reason, note)
        return working.record.ref


def match_answer_revoke(viewer: Viewer, *, ref: str) -> str:
    """Take an answer back; a partner only what was said for the own body."""
    with deed(viewer, "match_answer_revoke", rule=sees_shared) as working:
        row = MatchAnswer.present.filter(workspace_id=viewer.workspace_id, ref=ref).select_related("need", "offer").first()
        if row is None:
            raise NotAllowedError("match_answer")
        refs = body_refs(viewer)
        if not may_take_back(viewer, row.said_for, refs.get(row.need.body_id, ""), refs.get(row.offer.body_id, "")):
            raise NotAllowedError("may_edit_body")
        _tell(working, row.need.title, row.offer.title)
        working.remove(row)
        return working.record.ref


def _pair(viewer: Viewer, need: str, offer: str) -> _Pair:
    """Both sides, if this Viewer may see them; what a partner may not see is alike to what is not there."""
    refs = body_refs(viewer)
    rows = {row.ref: row for row in Resource.present.filter(workspace_id=viewer.workspace_id, ref__in=(need, offer)) if row.body_id in refs}
    if need not in rows or offer not in rows or (rows[need].side, rows[offer].side) != ("need", "offer"):
        raise NotAllowedError("resource")
    wants, gives = resource_record(rows[need], refs), resource_record(rows[offer], refs)
    if not may_edit(viewer) and not (is_shared(wants, viewer.body_refs) and is_shared(gives, viewer.body_refs)):
        raise NotAllowedError("resource")
    assert isinstance(wants, Need)
    assert isinstance(gives, Offer)
    return _Pair(rows[need], rows[offer], wants, gives)


def _replace_others(working: Working, pair: _Pair, said_for: SaidFor, state: State) -> None:
    """Whoever declines does not accept any more, and the other way round; what the other side said stands."""
    before = MatchAnswer.present.filter(workspace_id=working.viewer.workspace_id, need=pair.need, offer=pair.offer, said_for=said_for)
    for row in before:
        if bool(row.reason) != (state == "declined"):
            working.remove(row)


def _write(working: Working, pair: _Pair, said_for: SaidFor, state: State, reason: str, note: str) -> None:
    key = {"need_id": pair.need.pk, "offer_id": pair.offer.pk, "said_for": said_for, "reason": reason}
    about = facts_mark(reason, pair.wants, pair.gives) if reason else ""
    row = MatchAnswer.objects.filter(workspace_id=working.viewer.workspace_id, **key).first()  # one that was taken back comes again
    if row is None:
        working.create(MatchAnswer(**key, state=state, note=note, about=about))
    else:
        working.restore(row)
        working.change(row, state=state, note=note, about=about)


def _about(working: Working, pair: _Pair) -> None:
    _tell(working, pair.need.title, pair.offer.title)


def _tell(working: Working, need: str, offer: str) -> None:
    """History names both things, each isolated."""
    working.record.about = " – ".join(f"\u2068{title[:120]}\u2069" for title in (need, offer))
    working.record.save(update_fields=["about"])
