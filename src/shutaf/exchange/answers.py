"""What was answered to matches, and which declined pairs are still out?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, cast

from shutaf.accounts.rules import may_edit, may_edit_body, sees_everything, sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.matching.declining import facts_mark
from shutaf.analysis.situation import Need, Offer
from shutaf.exchange.models import MatchAnswer

SaidFor: TypeAlias = Literal["", "need", "offer"]
State: TypeAlias = Literal["accepted", "declined", "talk"]


@dataclass(frozen=True, slots=True)
class AnswerFacts:
    """One answer to one pair. note: "" where it is not this reader's to read. holds: a declined reason that still counts; others always hold.

    is_mine: this viewer may take it back.
    """

    ref: str
    need: str
    offer: str
    said_for: SaidFor
    state: State
    reason: str
    note: str
    by: str
    at: str
    holds: bool
    is_mine: bool


@dataclass(frozen=True, slots=True)
class PairsAnswered:
    """Pairs (ref of the need, ref of the offer), each once. declined: for a reason whose facts are as they were; accepted: and declined by nobody."""

    declined: tuple[tuple[str, str], ...] = ()
    accepted: tuple[tuple[str, str], ...] = ()


def pairs_answered(viewer: Viewer, needs: Iterable[Need], offers: Iterable[Offer]) -> PairsAnswered:
    """For those who see everything. needs, offers: those that are there. One query."""
    if not sees_everything(viewer):
        return PairsAnswered()
    rows = MatchAnswer.present.filter(workspace_id=viewer.workspace_id, state__in=("declined", "accepted")).order_by("pk")
    told = rows.values_list("need__ref", "offer__ref", "state", "reason", "about")
    need_of, offer_of = {one.ref: one for one in needs}, {one.ref: one for one in offers}
    found: dict[str, dict[tuple[str, str], None]] = {"declined": {}, "accepted": {}}
    for need, offer, state, reason, about in told:
        if need in need_of and offer in offer_of and (state == "accepted" or facts_mark(reason, need_of[need], offer_of[offer]) == about):
            found[state][need, offer] = None
    return PairsAnswered(tuple(found["declined"]), tuple(pair for pair in found["accepted"] if pair not in found["declined"]))


def match_answers(viewer: Viewer, needs: Sequence[Need], offers: Sequence[Offer]) -> tuple[AnswerFacts, ...]:
    """The answers to pairs of these needs and offers, the newest first. A partner reads those to pairs of the own body, and only own notes.

    needs, offers: what this Viewer may see. One query.
    """
    if not sees_shared(viewer):
        return ()
    need_of, offer_of = {one.ref: one for one in needs}, {one.ref: one for one in offers}
    rows = MatchAnswer.present.filter(workspace_id=viewer.workspace_id).select_related("changed_in").order_by("-changed_in_id", "pk")
    found = rows.values_list(
        "ref",
        "need__ref",
        "offer__ref",
        "said_for",
        "state",
        "reason",
        "note",
        "about",
        "changed_in__by",
        "changed_in__at",
        "changed_in__user_id",
    )
    return tuple(
        AnswerFacts(
            ref, need, offer, cast(SaidFor, said_for), cast(State, state), reason, note if _reads(viewer, user) else "", by if _reads(viewer, user) else "",
            at.date().isoformat(), state != "declined" or facts_mark(reason, need_of[need], offer_of[offer]) == about,
            may_take_back(viewer, cast(SaidFor, said_for), need_of[need].body, offer_of[offer].body),
        )
        for ref, need, offer, said_for, state, reason, note, about, by, at, user in found
        if need in need_of and offer in offer_of and (sees_everything(viewer) or {need_of[need].body, offer_of[offer].body} & {*viewer.body_refs})
    )  # fmt: skip


def _reads(viewer: Viewer, user_id: int | None) -> bool:
    """What editors wrote beside an answer is theirs, and so is who it was."""
    return sees_everything(viewer) or (user_id is not None and user_id == viewer.user_id)


def may_take_back(viewer: Viewer, said_for: SaidFor, need_body: str, offer_body: str) -> bool:
    """An editor any answer; a partner what was said for the own body."""
    return may_edit(viewer) or (bool(said_for) and may_edit_body(viewer, {"need": need_body, "offer": offer_body}[said_for]))


def speaks_as(viewer: Viewer, need_body: str, offer_body: str) -> SaidFor | None:
    """For whom this Viewer answers to a pair: the town, the own side, or nobody (None)."""
    if may_edit(viewer):
        return ""
    return "need" if may_edit_body(viewer, need_body) else "offer" if may_edit_body(viewer, offer_body) else None
