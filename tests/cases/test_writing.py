"""Is a case written, asked of those who took part, published as they agreed, and taken back, by the right people in the right states?"""

from __future__ import annotations

import pytest

import world
from cases.writing import AFTER, BAKERY, MERCHANTS, TODAY, UNTIL, written
from shutaf.accounts.models import Deed
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.cases.actions import (
    ClaimGiven,
    MemberGiven,
    NotReadyError,
    case_ask,
    case_back,
    case_clear,
    case_publish,
    case_remove,
    case_save,
    case_withdraw,
)
from shutaf.cases.asked import cases_asked
from shutaf.cases.own import OwnCaseFacts, own_case, own_cases, told_of
from shutaf.cases.queries import told_found, told_list
from shutaf.cases.review_actions import case_answer, case_heard, case_words_take
from shutaf.stewardship.doing.doing import do
from shutaf.stewardship.undo import undo
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

LINK = {"claims": [{"part": "done", "text": "x", "reads": [{"address": "javascript:alert(1)", "on": "", "phrase": ""}]}]}
BAKERY_NAME, MERCHANTS_NAME = "מאפיית הדר (1987)", "סוחרי הרחוב הראשי"


@pytest.fixture
def town(db: None) -> Town:
    return build_town(world.town(), partner_of=BAKERY)


def asked(town: Town) -> OwnCaseFacts:
    found = written(town)
    case_ask(town.editor, ref=found.ref, until=UNTIL, today=TODAY)
    return again(town, found)


def again(town: Town, found: OwnCaseFacts) -> OwnCaseFacts:
    now = own_case(town.editor, found.ref)
    assert now
    return now


def keys(found: OwnCaseFacts, part: str) -> str:
    return next(one.key for one in found.written.claims if one.part == part)


def text_of(town: Town, found: OwnCaseFacts) -> str:
    told = told_found(town.viewer, found.address)
    assert told
    return repr(told.case)


def test_a_case_keeps_its_members_answers_and_keys_when_it_is_written_on(town: Town) -> None:
    found = asked(town)
    case_answer(town.partner, ref=found.ref, body_ref=BAKERY, answer="confirmed", today=TODAY)
    case_back(town.editor, ref=found.ref)
    claims = [ClaimGiven(one.part, one.text, one.key, members=one.members) for one in found.written.claims]
    members = [MemberGiven(one.name, one.ref, one.body, one.sector, one.part, one.kind) for one in found.written.members]
    case_save(town.editor, ref=found.ref, summary="Other.", claims=[*claims, ClaimGiven("money", "None.")], members=members[:1])
    now = again(town, found)
    assert [one.key for one in now.written.claims][:3] == [one.key for one in found.written.claims]
    assert [(one.member.name, one.member.answer) for one in now.members] == [(BAKERY_NAME, "confirmed")]


def test_nobody_but_editors_writes(town: Town) -> None:
    found = written(town)
    for viewer in (town.viewer, town.partner, town.elsewhere, town.link(BAKERY), Viewer("public", town.workspace.pk, town.ref)):
        for act in (
            lambda viewer: case_save(viewer, ref=found.ref, summary="x"),
            lambda viewer: case_ask(viewer, ref=found.ref, until=UNTIL, today=TODAY),
            lambda viewer: case_clear(viewer, ref=found.ref, cleared=["x"]),
            lambda viewer: case_publish(viewer, ref=found.ref, audience="workspace", today=TODAY),
            lambda viewer: case_remove(viewer, ref=found.ref),
        ):
            with pytest.raises(NotAllowedError):
                act(viewer)
    assert again(town, found).written.summary == found.written.summary


def test_each_deed_refuses_the_wrong_state(town: Town) -> None:
    found = written(town)
    for act in (
        lambda: case_back(town.editor, ref=found.ref),
        lambda: case_withdraw(town.editor, ref=found.ref),
        lambda: case_answer(town.partner, ref=found.ref, body_ref=BAKERY, answer="confirmed", today=TODAY),
    ):
        with pytest.raises(NotAllowedError):
            act()
    case_publish(town.editor, ref=found.ref, audience="workspace", today=TODAY)
    for act in (
        lambda: case_save(town.editor, ref=found.ref, summary="x"),
        lambda: case_ask(town.editor, ref=found.ref, until=UNTIL, today=TODAY),
        lambda: case_clear(town.editor, ref=found.ref, cleared=["x"]),
        lambda: case_publish(town.editor, ref=found.ref, audience="public", today=TODAY),
        lambda: case_remove(town.editor, ref=found.ref),
        lambda: case_heard(
            town.editor, ref=found.ref, member_ref=found.members[0].member.ref, answer="confirmed", said_by="x", today=TODAY
        ),
    ):
        with pytest.raises(NotAllowedError):
            act()


def test_a_day_for_the_review_is_still_to_come(town: Town) -> None:
    found = written(town)
    for until in ("", "2026", TODAY, "2020-01-01"):
        with pytest.raises(ValueError, match="until"):
            case_ask(town.editor, ref=found.ref, until=until, today=TODAY)


def test_silence_is_not_consent(town: Town) -> None:
    found = asked(town)
    with pytest.raises(NotReadyError) as refused:
        case_publish(town.editor, ref=found.ref, audience="workspace", today=UNTIL)
    assert refused.value.is_too_early
    case_publish(town.editor, ref=found.ref, audience="workspace", today=AFTER)
    told = text_of(town, found)
    assert BAKERY_NAME not in told
    assert MERCHANTS_NAME not in told
    assert "[small or medium business] gave bread" in told


def test_who_confirms_is_named_and_only_that_one(town: Town) -> None:
    found = asked(town)
    case_answer(town.partner, ref=found.ref, body_ref=BAKERY, answer="confirmed", today=TODAY)
    case_heard(town.editor, ref=found.ref, member_ref=found.members[1].member.ref, answer="unnamed", said_by="the chair", today=TODAY)
    case_publish(town.editor, ref=found.ref, audience="workspace", today=TODAY)
    assert f"{BAKERY_NAME} gave bread" in text_of(town, found)
    assert MERCHANTS_NAME not in text_of(town, found)


def test_a_confirmation_is_of_the_words_that_were_read(town: Town) -> None:
    found = asked(town)
    case_answer(town.partner, ref=found.ref, body_ref=BAKERY, answer="confirmed", today=TODAY)
    case_back(town.editor, ref=found.ref)
    claims = [ClaimGiven(one.part, f"{one.text} Too little.", one.key, members=one.members) for one in found.written.claims]
    case_save(town.editor, ref=found.ref, claims=claims)
    assert told_of(town.editor, again(town, found)).unnamed == tuple(one.member.ref for one in found.members)


def test_a_member_hides_what_concerns_it_and_nothing_else(town: Town) -> None:
    found = asked(town)
    case_answer(
        town.partner, ref=found.ref, body_ref=BAKERY, answer="confirmed", hidden=[one.key for one in found.written.claims], today=TODAY
    )
    assert [(one.claim, one.why) for one in told_of(town.editor, again(town, found)).left_out] == [(keys(found, "done"), "hidden")]
    case_publish(town.editor, ref=found.ref, audience="workspace", today=AFTER)
    assert "gave bread" not in text_of(town, found)
    assert "Ask the drivers first." in text_of(town, found)


def test_other_words_leave_a_sentence_out_until_they_are_taken(town: Town) -> None:
    found, words = asked(town), "We gave what was left, as before."
    case_answer(town.partner, ref=found.ref, body_ref=BAKERY, answer="confirmed", words={keys(found, "done"): words}, today=TODAY)
    assert told_of(town.editor, again(town, found)).left_out[0].why == "other_words"
    case_words_take(town.editor, ref=found.ref, member_ref=found.members[0].member.ref, claim=keys(found, "done"))
    would = told_of(town.editor, again(town, found))
    assert would.left_out == ()
    assert words in repr(would.case)
    assert found.members[0].member.ref not in would.unnamed


def test_words_are_taken_by_editors_and_only_those_proposed(town: Town) -> None:
    found = asked(town)
    for viewer, claim in ((town.partner, keys(found, "done")), (town.editor, keys(found, "done")), (town.editor, "nothing")):
        with pytest.raises(NotAllowedError):
            case_words_take(viewer, ref=found.ref, member_ref=found.members[0].member.ref, claim=claim)


def test_after_publication_a_word_is_taken_back_at_once(town: Town) -> None:
    found = asked(town)
    case_answer(town.partner, ref=found.ref, body_ref=BAKERY, answer="confirmed", today=TODAY)
    case_publish(town.editor, ref=found.ref, audience="workspace", today=AFTER)
    assert BAKERY_NAME in text_of(town, found)
    case_answer(town.partner, ref=found.ref, body_ref=BAKERY, answer="unnamed", today=AFTER)
    assert BAKERY_NAME not in text_of(town, found)
    case_answer(town.link(BAKERY), ref=found.ref, body_ref=BAKERY, answer="confirmed", hidden=[keys(found, "done")], today=AFTER)
    assert "gave bread" not in text_of(town, found)
    assert BAKERY_NAME not in text_of(town, found)  # it comes back with the next publication only


@pytest.mark.parametrize("name", ["case_answer", "case_withdraw", "case_publish"])
def test_what_was_made_public_or_said_by_a_body_is_not_undone_by_others(town: Town, name: str) -> None:
    found = asked(town)
    case_answer(town.partner, ref=found.ref, body_ref=BAKERY, answer="unnamed", today=TODAY)
    case_publish(town.editor, ref=found.ref, audience="workspace", today=AFTER)
    case_withdraw(town.editor, ref=found.ref)
    deed = Deed.objects.get(workspace=town.workspace, name=name)
    assert undo(town.owner, ref=deed.ref).deed_ref == ""


def test_an_answer_is_of_whoever_speaks_for_the_body(town: Town) -> None:
    found = asked(town)
    for viewer in (town.viewer, town.elsewhere, town.link(MERCHANTS), town.partner):
        ref = MERCHANTS if viewer is town.partner else BAKERY
        with pytest.raises(NotAllowedError):
            case_answer(viewer, ref=found.ref, body_ref=ref, answer="confirmed", said_by="x", today=TODAY)
    with pytest.raises(ValueError, match="said_by"):
        case_answer(town.editor, ref=found.ref, body_ref=BAKERY, answer="confirmed", today=TODAY)
    case_answer(town.editor, ref=found.ref, body_ref=BAKERY, answer="confirmed", said_by="Huda, owner", today=TODAY)
    assert (again(town, found).members[0].said_by, again(town, found).members[0].noted_by) == ("Huda, owner", "Eli")


def test_a_member_reads_what_is_told_of_it_and_no_name_of_others(town: Town) -> None:
    found = asked(town)
    mine = cases_asked(town.partner, BAKERY)
    assert [claim.part for claim, _text in mine[0].claims] == ["done"]
    assert BAKERY_NAME in repr(mine[0].would)
    assert MERCHANTS_NAME not in repr(mine[0].would)
    with pytest.raises(NotAllowedError):
        cases_asked(town.partner, MERCHANTS)
    case_back(town.editor, ref=found.ref)
    assert cases_asked(town.partner, BAKERY) == ()


def test_names_that_stand_keep_it_from_being_published(town: Town) -> None:
    found = written(town, claims=(ClaimGiven("done", "Green Circle drove with Omar Khoury; write to x@y.example."),))
    with pytest.raises(NotReadyError) as refused:
        case_publish(town.editor, ref=found.ref, audience="workspace", today=TODAY)
    assert {(one.name, one.whose) for one in refused.value.standing} == {
        ("Green Circle", "body"), ("Omar Khoury", "person"), ("x@y.example", "contact"),
    }  # fmt: skip
    case_clear(town.editor, ref=found.ref, cleared=[one.name for one in refused.value.standing])
    case_publish(town.editor, ref=found.ref, audience="workspace", today=TODAY)
    assert "Green Circle" in text_of(town, found)


def test_without_names_nobody_and_no_place_is_named(town: Town) -> None:
    claims = (ClaimGiven("done", f"בעין חרוב נתנה {BAKERY_NAME} לחם"), ClaimGiven("lesson", "Ein Haruv is small"))
    found = written(town, claims=claims, is_without_names=True)
    case_heard(town.editor, ref=found.ref, member_ref=found.members[0].member.ref, answer="confirmed", said_by="Huda", today=TODAY)
    case_publish(town.editor, ref=found.ref, audience="public", today=TODAY)
    told = told_found(None, found.address)
    assert told
    assert [name for name in ("חרוב", "Haruv", BAKERY_NAME, MERCHANTS_NAME, "24000", "2024-05") if name in repr(told)] == []
    assert told.case.place.names["en"] == "town of 20,000 to 50,000 people"


def test_withdrawn_it_is_gone_for_everybody(town: Town) -> None:
    found = written(town)
    case_publish(town.editor, ref=found.ref, audience="public", today=TODAY)
    assert told_found(None, found.address)
    case_withdraw(town.editor, ref=found.ref)
    assert [told_found(viewer, found.address) for viewer in (None, town.owner, town.elsewhere)] == [None, None, None]
    assert told_list(town.owner) == ()


def test_a_case_goes_to_the_trash_and_comes_back(town: Town) -> None:
    found = written(town)
    deed = case_remove(town.editor, ref=found.ref)
    assert own_cases(town.editor) == ()
    undo(town.editor, ref=deed)
    assert [one.ref for one in own_cases(town.editor)] == [found.ref]


def test_a_body_of_another_workspace_takes_no_part(town: Town) -> None:
    with pytest.raises(NotAllowedError):
        case_save(town.elsewhere, name="x", members=[MemberGiven("x", body_ref=BAKERY)])


def test_a_program_writes_and_publishes_a_case_by_name(town: Town) -> None:
    sent = {
        "name": "Bread", "language": "en", "themes": ["food"], "outcome": "ended_early", "place": {"name": "Ein Haruv", "population": 24000},
        "members": [{"name": BAKERY_NAME, "ref": "m1", "body_ref": BAKERY}],
        "claims": [{"part": "result", "text": "40 kg", "grade": "expected", "members": ["m1"], "reads": [{"address": "https://a.example", "on": "2026", "phrase": "x"}]}],
    }  # fmt: skip
    do(town.editor, "case_save", sent)
    found = own_cases(town.editor)[0]
    assert (found.written.place.population, found.written.claims[0].members) == (24000, (found.members[0].member.ref,))
    do(town.editor, "case_publish", {"ref": found.ref, "audience": "workspace"})
    assert told_list(town.viewer)[0].case.results[0].reads[0].address == "https://a.example"
    for wrong in ({"outcome": "lost"}, {"claims": [{"part": "gossip", "text": "x"}]}, {"state": "published"}, {"told": {}}, LINK):
        with pytest.raises(ValueError, match=r"validation|reads"):
            do(town.editor, "case_save", {"name": "x", **wrong})
