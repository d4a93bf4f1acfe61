"""Does the draft of a case say what is written down, where each part comes from, and nothing else?"""

from __future__ import annotations

from dataclasses import replace

import world
from shutaf.analysis.path import Recorded
from shutaf.analysis.situation import CallReply, Choosing, OpenCall
from shutaf.reports.case_draft import CaseSource, case_draft
from shutaf.reports.cases.written import MUNICIPALITY

RECORDS = {
    ("first_initiative", "chosen"): Recorded(words=(world.INITIATIVES[0].ref,)),
    ("first_initiative", "spoken_with"): Recorded("SECRET with the baker"),
    ("joint_thinking", "met_on"): Recorded(date="2026-03"),
    ("joint_thinking", "disagreements"): Recorded("SECRET quarrel"),
    ("joint_planning", "agreed_on"): Recorded(date="2026-05-02"),
    ("joint_planning", "parts"): Recorded("סוחרי הרחוב הראשי give the room."),
    ("joint_planning", "targets"): Recorded("4 t a month"),
    ("review", "measured"): Recorded("3 t a month"),
    ("review", "basis"): Recorded("weighed"),
    ("agreement", "understandings"): Recorded("SECRET understanding"),
    ("extend_embed_end", "learned"): Recorded("One street first."),
    ("extend_embed_end", "decided_on"): Recorded(date="2027-01"),
}


def source(**fields: object) -> CaseSource:
    whole = CaseSource("One street", world.town(), "en", initiator_group="department", partners=("merchants", "bakery"), records=RECORDS)
    return replace(whole, **fields)  # type: ignore[arg-type]


def test_each_part_says_where_it_was_filled_from() -> None:
    found = {(one.part, one.source) for one in case_draft(source()).claims}
    assert found == {
        ("done", "record:first_initiative.chosen"), ("done", "record:joint_planning.parts"), ("result", "record:review.measured"),
        ("result", "record:joint_planning.targets"), ("lesson", "record:extend_embed_end.learned"),
    }  # fmt: skip


def test_what_people_wrote_is_taken_over_word_by_word_and_what_is_not_meant_for_others_stays() -> None:
    draft = case_draft(source())
    assert "One street first." in [one.text for one in draft.claims]
    assert "SECRET" not in repr(draft)


def test_a_result_is_never_called_measured_by_us() -> None:
    found = {one.text: one.grade for one in case_draft(source()).claims if one.part == "result"}
    assert found == {"3 t a month (weighed)": "self_reported", "4 t a month": "expected"}


def test_it_begins_when_its_people_first_sat_together_and_ends_only_when_it_ended() -> None:
    assert (case_draft(source()).start, case_draft(source()).end, case_draft(source()).outcome) == ("2026-03", "", "running")
    ended = case_draft(source(state="ended"))
    assert (ended.end, ended.outcome) == ("2027-01", "unknown")
    assert case_draft(source(records={})).start == ""


def test_whoever_is_named_in_a_sentence_is_concerned_by_it() -> None:
    draft = case_draft(source())
    claim = next(one for one in draft.claims if one.source == "record:joint_planning.parts")
    assert [draft.member(ref).body for ref in claim.members if draft.member(ref)] == ["merchants"]  # type: ignore[union-attr]


def test_the_municipality_takes_part_where_it_began_it_and_no_department_is_named() -> None:
    assert [one.kind == MUNICIPALITY for one in case_draft(source()).members] == [True, False, False]
    assert all(one.is_asked for one in case_draft(source(initiator_group="business", initiator_body="bakery")).members)
    own = case_draft(source(initiator_body="environment"))
    assert next((one.body, one.part, one.is_asked) for one in own.members) == ("environment", "lead", False)


def test_bodies_of_a_coalition_that_somebody_keeps_did_not_take_part() -> None:
    kept = replace(world.town(), choosing=Choosing(kept=((world.INITIATIVES[0].ref, ("carton",)),)))
    assert "carton" not in [one.body for one in case_draft(source(situation=kept)).members]


def test_a_published_invitation_of_this_partnership_is_told_by_count_and_day() -> None:
    calls = (
        OpenCall("h1", partnership="s1", state="published", published_on="2026-02-01", replies=(CallReply("2026-02-03", "SECRETNAME"),)),
        OpenCall("h2", partnership="s1"),
        OpenCall("h3", partnership="s2", state="published", published_on="2025-02-01"),
    )
    asked = replace(world.town(), choosing=Choosing(calls=calls))
    claims = [one.text for one in case_draft(source(situation=asked, ref="s1")).claims if one.source == "call"]
    assert claims == ["An open invitation was published on 1\u00a0February\u00a02026; 1 body answered."]


def test_with_nothing_written_down_nothing_is_told() -> None:
    draft = case_draft(source(records={}, partners=(), initiator_group=""))
    assert (draft.claims, draft.members, draft.summary) == ((), (), "")
