"""Is an open call drafted in four languages, frozen once it is public, told of, answered once, and taken into the map as one deed?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import world
from shutaf import content
from shutaf.accounts.models import Deed
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.preparation import prepare
from shutaf.bodies.models import Body, Interest, Person
from shutaf.exchange.models import Resource
from shutaf.intake.call_answers import call_answers_accept, call_answers_decline
from shutaf.partnerships.calls.actions import (
    NotReadyError,
    call_close,
    call_correct,
    call_create,
    call_publish,
    call_remove,
    call_save,
    told_add,
    told_remove,
)
from shutaf.partnerships.calls.answering import RECEIPT_LENGTH, answer_fields, call_answer
from shutaf.partnerships.calls.queries import PARTS, answers_list, call_found, call_public, calls_list, receipt_day, told_list
from shutaf.partnerships.models import CallAnswer
from shutaf.partnerships.queries import situation
from shutaf.reports.brief import brief
from shutaf.reports.call.text import CallAbout, call_texts, foreign_words
from shutaf.reports.document import Heading
from shutaf.reports.writers import write
from shutaf.stewardship.export import workspace_export, workspace_import
from shutaf.stewardship.undo import undo
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

TODAY, LAST = "2026-11-23", "2026-12-20"


@pytest.fixture
def town(db: None) -> Town:
    return build_town(world.town(), partner_of="bakery")


def drafted(town: Town) -> str:
    seen = situation(town.editor)
    texts = call_texts(seen, CallAbout("עין חרוב", seen.initiatives[0], goals=seen.place.goals))
    return call_create(town.editor, texts=texts, initiative_ref=seen.initiatives[0].ref)[0]


def published(town: Town) -> str:
    ref = drafted(town)
    call_save(town.editor, ref=ref, texts={}, channels=["website"], closes_on=LAST)
    call_publish(town.editor, ref=ref, today=TODAY)
    return ref


def everybody(town: Town, ref: str) -> Viewer:
    found = call_found(town.editor, ref)
    assert found
    public = call_public(found.address)
    assert public
    return public[1]


def answered(town: Town, ref: str, op: str = "a1b2c3d4", **given: object) -> str:
    fields = {
        "sector": "business", "size": "small", "language": "ar", "person": "Huda Salem", "role": "owner", "phone": "050-1234567",
        "offers": [{"title": "a room in the evening", "kind": "space"}], "needs": [{"title": "flour", "kind": "goods"}], "interests": "a licence is pending",
    } | given  # fmt: skip
    return call_answer(everybody(town, ref), call_ref=ref, op=op, **answer_fields("مخبز الحي", fields))


def test_the_draft_says_every_part_in_each_language_from_initiative_and_goals(town: Town) -> None:
    found = call_found(town.editor, drafted(town))
    assert found
    assert {code: set(parts) for code, parts in found.texts.items()} == {code: set(PARTS) for code in content.LANGUAGES}
    assert all(words.strip() for parts in found.texts.values() for words in parts.values())
    assert all(world.INITIATIVES[0].name in parts["title"] for parts in found.texts.values())
    assert re.search("[א-ת]", found.texts["he"]["who"])
    assert re.search("[ء-ي]", found.texts["ar"]["who"])
    assert "Organisation" in found.texts["de"]["who"] or "Betriebe" in found.texts["de"]["who"]


def test_words_in_letters_of_another_language_are_named() -> None:
    assert foreign_words("הזמנה פתוחה: Green Circle", "he") == ("Green Circle",)
    assert foreign_words("Offene Einladung: Bäckerei", "de") == ()


def test_a_draft_is_nobodys_to_see_and_a_published_text_is_frozen(town: Town) -> None:
    ref = drafted(town)
    found = call_found(town.editor, ref)
    assert found
    assert call_public(found.address) is None
    with pytest.raises(NotReadyError) as why:
        call_publish(town.editor, ref=ref, today=TODAY)
    assert why.value.missing == (("", "closes_on"),)
    call_save(town.editor, ref=ref, texts={}, channels=[], closes_on=LAST)
    call_publish(town.editor, ref=ref, today=TODAY)
    assert call_public(found.address)
    for refused in (lambda: call_save(town.editor, ref=ref, texts={}, channels=[]), lambda: call_remove(town.editor, ref=ref)):
        with pytest.raises(NotAllowedError):
            refused()


def test_a_call_lacking_a_language_is_not_published(town: Town) -> None:
    ref = drafted(town)
    call_save(town.editor, ref=ref, texts={"ar": {}}, channels=[], closes_on=LAST)
    with pytest.raises(NotReadyError) as why:
        call_publish(town.editor, ref=ref, today=TODAY)
    assert ("ar", "criteria") in why.value.missing


def test_a_correction_is_dated_in_four_languages_and_moves_the_last_day_on_only(town: Town) -> None:
    ref, words = published(town), dict.fromkeys(content.LANGUAGES, "one week more")
    call_correct(town.editor, ref=ref, today="2026-12-01", words=words, closes_on="2026-12-27")
    found = call_found(town.editor, ref)
    assert found
    assert found.closes_on == "2026-12-27"
    assert found.corrections[0]["on"] == "2026-12-01"
    assert found.corrections[0]["closes_on"] == {"from": LAST, "to": "2026-12-27"}
    with pytest.raises(NotReadyError):
        call_correct(town.editor, ref=ref, today="2026-12-01", words=words, closes_on="2026-12-02")
    with pytest.raises(NotReadyError):
        call_correct(town.editor, ref=ref, today="2026-12-01", words={"he": "רק כאן"})


def test_many_are_told_at_once_and_a_line_is_taken_back(town: Town) -> None:
    ref = published(town)
    refs = [body.ref for body in situation(town.editor).organisations]
    deed, count = told_add(town.editor, ref=ref, channel="letter", told_on=TODAY, body_refs=refs, language="he", told_by="Dana")
    told_add(town.editor, ref=ref, channel="board", told_on=TODAY, whom="passers-by", neighbourhood="העיר העתיקה", language="ar")
    assert count == len(refs)
    assert len(told_list(town.editor, ref)) == len(refs) + 1
    call = situation(town.editor).choosing.calls[0]
    assert {one.body for one in call.told} == {*refs, ""}
    told_remove(town.editor, ref=ref, told_ref=told_list(town.editor, ref)[-1].ref)
    undo(town.editor, ref=deed)
    assert len(told_list(town.editor, ref)) <= 2


def test_who_may_not_edit_changes_nothing(town: Town) -> None:
    ref = published(town)
    for who in (town.viewer, town.partner, town.elsewhere, town.link("bakery"), everybody(town, ref)):
        for deed in (
            lambda who=who: call_create(who, texts={}, initiative_ref=situation(town.editor).initiatives[0].ref),
            lambda who=who: call_close(who, ref=ref),
            lambda who=who: call_correct(who, ref=ref, today=TODAY, words=dict.fromkeys(content.LANGUAGES, "x")),
            lambda who=who: told_add(who, ref=ref, channel="letter", told_on=TODAY),
            lambda who=who: call_answers_accept(who, call_ref=ref, bodies={}) if who is not town.elsewhere else call_close(who, ref=ref),
        ):
            with pytest.raises(NotAllowedError):
                deed()
    for who in (town.partner, town.link("bakery"), everybody(town, ref)):
        for query in (lambda who=who: calls_list(who), lambda who=who: told_list(who, ref), lambda who=who: answers_list(who, ref)):
            with pytest.raises(NotAllowedError):
                query()
    assert call_found(town.elsewhere, ref) is None
    assert answers_list(town.elsewhere, ref) == ()


def test_the_same_answer_sent_twice_is_kept_once_with_one_receipt(town: Town) -> None:
    ref = published(town)
    first, again, other = answered(town, ref), answered(town, ref), answered(town, ref, op="another-one")
    assert first == again != other
    assert len(first) == RECEIPT_LENGTH
    assert CallAnswer.objects.count() == 2
    assert receipt_day(everybody(town, ref), call_ref=ref, receipt=first.lower())
    assert receipt_day(everybody(town, ref), call_ref=ref, receipt="BBBBBBBBBB") is None


def test_a_draft_a_closed_and_anothers_call_take_no_answer(town: Town) -> None:
    ref = published(town)
    public, draft = everybody(town, ref), drafted(town)
    call_close(town.editor, ref=ref)
    for viewer, at in ((public, ref), (public, draft), (Viewer("public", town.elsewhere.workspace_id, town.elsewhere.workspace_ref), ref)):
        with pytest.raises(NotAllowedError):
            call_answer(viewer, call_ref=at, op="a1b2c3d4", name="x")
    with pytest.raises(NotAllowedError):
        call_answer(town.editor, call_ref=ref, op="a1b2c3d4", name="x")
    assert not CallAnswer.objects.exists()


def test_an_accepted_answer_becomes_a_body_with_all_it_said_and_is_undone_whole(town: Town) -> None:
    ref = published(town)
    answered(town, ref)
    before = (Body.present.count(), Person.present.count(), Resource.present.count(), Interest.present.count())
    answer = answers_list(town.editor, ref)[0]
    deed, count = call_answers_accept(town.editor, call_ref=ref, bodies={answer.ref: ""})
    assert count == 1
    taken = answers_list(town.editor, ref)[0]
    body = Body.present.get(ref=taken.body)
    assert (body.name, body.sector.key, body.size) == ("مخبز الحي", "business", content.say("body_size", "small", "ar"))
    person = Person.present.get(body=body)
    assert (person.name, person.role, person.phone) == ("Huda Salem", "owner", "050-1234567")
    assert {(one.side, one.kind.key, one.said_by) for one in Resource.present.filter(body=body)} == {
        ("offer", "space", "Huda Salem, owner"),
        ("need", "goods", "Huda Salem, owner"),
    }
    assert Interest.present.get(body=body).basis == "stated"
    assert situation(town.editor).choosing.answered == (body.ref,)
    undo(town.editor, ref=deed)
    assert (Body.present.count(), Person.present.count(), Resource.present.count(), Interest.present.count()) == before
    assert answers_list(town.editor, ref)[0].state == "waits"
    assert situation(town.editor).choosing.answered == ()


def test_an_amount_said_in_the_words_of_an_answer_is_counted(town: Town) -> None:
    ref = published(town)
    answered(town, ref, offers=[{"title": "غرفة 120 م2 مساءً", "kind": "space"}, {"title": "some chairs", "kind": "goods"}])
    answer = answers_list(town.editor, ref)[0]
    call_answers_accept(town.editor, call_ref=ref, bodies={answer.ref: ""})
    said = {one.title: one.amount for one in Resource.present.filter(body__ref=answers_list(town.editor, ref)[0].body, side="offer")}
    assert said["some chairs"] is None
    assert (said["غرفة 120 م2 مساءً"].value, said["غرفة 120 م2 مساءً"].dimension) == (120, "area")


def test_an_answer_of_a_known_body_fills_what_was_empty_and_changes_nothing_else(town: Town) -> None:
    ref = published(town)
    answered(town, ref, sector="academia", neighbourhood="מערב")
    answer = answers_list(town.editor, ref)[0]
    before = situation(town.editor).body_by_ref["merchants"]
    call_answers_accept(town.editor, call_ref=ref, bodies={answer.ref: "merchants"})
    now = situation(town.editor).body_by_ref["merchants"]
    assert (now.name, now.sector) == (before.name, before.sector)
    assert now.neighbourhood == (before.neighbourhood or "מערב")
    assert situation(town.editor).choosing.answered == ("merchants",)
    assert call_answers_accept(town.editor, call_ref=ref, bodies={answer.ref: ""})[1] == 0


def test_a_declined_answer_stays_with_its_reason_and_counts_as_answered(town: Town) -> None:
    ref = published(town)
    answered(town, ref)
    answer = answers_list(town.editor, ref)[0]
    call_answers_decline(town.editor, call_ref=ref, refs=[answer.ref], reason="criterion 1")
    assert [(one.state, one.reason) for one in answers_list(town.editor, ref)] == [("declined", "criterion 1")]
    assert situation(town.editor).choosing.answered == ()
    assert len(situation(town.editor).choosing.calls[0].replies) == 1


def test_no_answer_is_taken_for_a_body_elsewhere(town: Town) -> None:
    ref = published(town)
    answered(town, ref)
    answer = answers_list(town.editor, ref)[0]
    with pytest.raises(NotAllowedError):
        call_answers_accept(town.editor, call_ref=ref, bodies={answer.ref: "nowhere"})
    assert answers_list(town.editor, ref)[0].state == "waits"


def test_an_answer_is_a_deed_of_the_public_that_editors_read_in_the_history(town: Town) -> None:
    ref = published(town)
    answered(town, ref)
    deed = Deed.objects.order_by("-pk")[0]
    assert (deed.name, deed.kind, deed.user_id, deed.about) == ("call_answer", "public", None, "مخبز الحي")


def test_the_brief_tells_of_a_published_call_by_counts_and_names_nobody_who_answered(town: Town) -> None:
    drafted(town)
    assert "open-call" not in anchors(town)
    ref = published(town)
    told_add(town.editor, ref=ref, channel="letter", told_on=TODAY, body_refs=["merchants"])
    answered(town, ref)
    assert "open-call" in anchors(town)
    whole = brief(prepare(situation(town.editor), today=TODAY), language="en", audience="driver")
    said = write(whole, ".html").decode()
    assert "1 answer came" in said
    assert "nobody was told directly" in said
    assert "مخبز الحي" not in said
    assert "nobody was told directly" not in write(brief(prepare(situation(town.editor), today=TODAY), language="en"), ".html").decode()


def anchors(town: Town) -> set[str]:
    found = brief(prepare(situation(town.editor), today=TODAY), language="en")
    return {block.anchor for block in found.blocks if isinstance(block, Heading)}


def test_what_was_public_is_never_taken_back(town: Town) -> None:
    ref = published(town)
    call_correct(town.editor, ref=ref, today=TODAY, words=dict.fromkeys(content.LANGUAGES, "x"))
    for name in ("call_publish", "call_correct"):
        assert undo(town.editor, ref=Deed.objects.get(name=name).ref, is_confirmed=True).deed_ref == ""
    found = call_found(town.editor, ref)
    assert found
    assert (found.state, len(found.corrections)) == ("published", 1)


def test_a_call_leaves_with_the_workspace_and_comes_in_beside_it_with_an_address_of_its_own(town: Town, tmp_path: Path) -> None:
    ref = published(town)
    told_add(town.editor, ref=ref, channel="letter", told_on=TODAY, body_refs=["merchants"])
    answered(town, ref)
    call_close(town.editor, ref=ref)
    (tmp_path / "w.zip").write_bytes(workspace_export(town.owner))
    again = workspace_import(town.dana, tmp_path / "w.zip")
    here, there = call_found(town.owner, ref), call_found(again, ref)
    assert here
    assert there
    assert here.address != there.address
    assert (here.texts, here.published_at, here.closed_at) == (there.texts, there.published_at, there.closed_at)
    assert answers_list(again, ref) == answers_list(town.owner, ref)
    assert situation(again).choosing.calls == situation(town.owner).choosing.calls
