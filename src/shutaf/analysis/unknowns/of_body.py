"""Which three things do we not know of a body we are about to meet, and must therefore not assume?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from shutaf.analysis.actors.ask import Acquaintances, Asked
from shutaf.analysis.actors.body_sheet import body_sheet
from shutaf.analysis.situation import Situation
from shutaf.analysis.unknowns.minutes import Question

MOST: Final = 3

ASKED_IN_A_MEETING: Final[Mapping[str, str]] = {
    "need_of_body": "needs_unknown",
    "sector_of_body": "sector_unknown",
    "tie_of_pair": "tie_unknown",
    "offer_for_requirement": "giving_unknown",
}
"""Questions that the body itself can answer, and what they leave unknown. Whom to invite and how to rate is ours to decide (decision of ours)."""

FOR_THE_DRIVER: Final = frozenset({"giving_unknown", "tie_unknown", "answers_differ", "interests_assumed"})
"""Unknowns whose sentence tells more than the body itself knows of us: which initiatives there are, who was asked about it, what we assume."""

ORDER: Final = (
    "needs_unknown", "offers_unknown", "motives_unknown", "barriers_unknown", "targets_unknown", "ties_unknown", "sector_unknown", "themes_unknown",
    "contact_unknown", "date_unknown", "mover_unknown", "others_unknown",
)  # fmt: skip
"""What a meeting is worth most for comes first. Ours."""

ASSUMED: Final[Mapping[str, str]] = {
    "motives_assumed": "motives", "motives_unknown": "motives_unsaid", "needs_assumed": "needs", "needs_unknown": "needs_unsaid",
    "offers_assumed": "offers", "offers_unknown": "offers_unsaid",
}  # fmt: skip
"""What stands on the sheet without the body having said it (keys of `body_sheet`), and the unknown that it leaves."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """One thing not known. key: as in `reports.wording.meeting`; facts: what its sentence needs; changes: names of results an answer may change."""

    key: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    changes: tuple[str, ...] = ()


def unknowns_of(
    situation: Situation,
    ref: str,
    questions: Sequence[Question] = (),
    *,
    disputed: Sequence[str] = (),
    assumed: int = 0,
    for_room: bool = False,
) -> tuple[Unknown, ...]:
    """At most three: first what would change the brief, then where informants differ, then what nobody asked yet.

    questions: as `minutes.questions` orders them. disputed: names of fields that informants answered differently. assumed: how many interests we assume.
    for_room: leave out what the body need not know of us. Raises KeyError for a ref that is not on the map. O(rows of the situation).
    """
    found: dict[str, Unknown] = {}
    for one in (*_changing(situation, ref, questions), *_told(disputed, assumed), *_not_asked(situation, ref)):
        if not (for_room and one.key in FOR_THE_DRIVER):
            found.setdefault(one.key, one)
    return tuple(found.values())[:MOST]


def _changing(situation: Situation, ref: str, questions: Sequence[Question]) -> Iterator[Unknown]:
    for question in questions:
        key = ASKED_IN_A_MEETING.get(question.key)
        if key and question.value > 0 and ref in question.subject:
            other = next((one for one in question.subject if one != ref and one in situation.body_by_ref), "")
            facts = {"other": other, "initiative": question.facts.get("initiative", ""), "kind": question.facts.get("kind")}
            yield Unknown(key, {name: value for name, value in facts.items() if value}, question.changes)


def _told(disputed: Sequence[str], assumed: int) -> Iterator[Unknown]:
    if disputed:
        yield Unknown("answers_differ", {"fields": tuple(disputed)})
    if assumed:
        yield Unknown("interests_assumed", {"n": assumed})


def _not_asked(situation: Situation, ref: str) -> Iterator[Unknown]:
    sheet = body_sheet(situation, ref)
    blank = {item.key: item.number for item in sheet.room.not_known}
    body = situation.body_by_ref[ref]
    also = {"barriers_unknown": not body.barriers, "mover_unknown": body.change_agent == "unknown", "others_unknown": True}
    blank |= {key: None for key, is_blank in also.items() if is_blank}
    for key in ORDER:
        if key in blank:
            yield Unknown(key, {"n": blank[key]} if blank[key] else {})
        if key == "targets_unknown":  # what others wrote is asked before the small print
            yield from (Unknown(ASSUMED[one]) for one in sheet.driver.must_not_assume)


def whom_to_ask_about(situation: Situation, ref: str) -> Asked | None:
    """Somebody who could open the door to a body that nobody of ours knows: a pair somebody left open, else by its first theme; None when a tie is known."""
    if any(ref in (tie.source_ref, tie.target_ref) for tie in situation.known_ties):
        return None
    known = Acquaintances(situation)
    theme = next((word.key for word in situation.body_by_ref[ref].themes if word.key), "")
    asked = known.open_pair([ref]) or known.whom_to_ask(theme)
    return asked if asked and asked.ref != ref else None
