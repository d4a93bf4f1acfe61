"""Can a letter to a body be written beside its rows, be made ready only when nothing is open, and does each person meet what is theirs?"""

from __future__ import annotations

import re

import pytest
from django.test import Client
from visiting import at, signed_in

from shutaf import content
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.bodies.planning import opportunities_add, running_actions_add
from shutaf.bodies.told_actions import integrity_save, interest_save, statement_save
from shutaf.exchange.actions import resource_save
from shutaf.exchange.models import Resource
from shutaf.partnerships.dossiers import about, letter_now
from shutaf.partnerships.letter_actions import NotReadyError, letter_save, letter_settle
from shutaf.partnerships.letters import letter_found, letters_of
from shutaf.relations.actions import tie_save
from shutaf.relations.contact_actions import contact_save
from shutaf.stewardship.undo import deed_undo
from town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cache_table")]
TODAY = "2026-11-23"
POISON = "POISONED"


def filled(client: Client, address: str, **changed: str) -> dict[str, str]:
    """What a browser would send of the form, with some fields changed."""
    form = client.get(address).context["form"]
    found = {name: form[name].value() for name in form.fields}
    return {name: str(value) for name, value in (found | changed).items() if value not in (None, False)}


def first(town: Town) -> str:
    subject = about(town.owner, "", today=TODAY)
    assert subject
    return subject.initiative.ref


def test_changed_words_are_kept_and_the_rest_follows_the_map(town: Town) -> None:
    client, address = signed_in(town, "eli"), at(town, "dossier_letter", "merchants")
    answer = client.post(address, filled(client, address, **{"words-ask": "רבע שעה, בבקשה"}), follow=True)
    assert "רבע שעה, בבקשה" in answer.content.decode()
    found = letter_found(town.owner, first(town), "merchants", "he")
    assert set(found.parts) == {"ask"}


def test_each_sentence_from_the_map_leads_to_its_row(town: Town) -> None:
    page = signed_in(town, "eli").get(at(town, "dossier_letter", "merchants")).content.decode()
    need = Resource.objects.get(workspace=town.workspace, title="מקום לרכז קרטון אחרי שעות הסגירה")
    assert at(town, "resource_edit", need.ref) in page


def test_a_hebrew_letter_can_be_ready_at_once_and_goes_back_to_draft_when_touched(town: Town) -> None:
    client, address = signed_in(town, "eli"), at(town, "dossier_letter", "merchants")
    client.post(address, filled(client, address, do="ready"))
    assert letter_found(town.owner, first(town), "merchants", "he").is_settled
    client.post(address, filled(client, address, **{"words-ask": "אחרת"}))
    assert not letter_found(town.owner, first(town), "merchants", "he").is_settled


def test_texts_in_another_language_keep_it_a_draft_until_settled(town: Town) -> None:
    client, address = signed_in(town, "eli"), at(town, "dossier_letter", "merchants") + "?lang=de"
    client.post(address, filled(client, address, do="ready"))
    assert not letter_found(town.owner, first(town), "merchants", "de").is_settled
    assert "not settled yet</span>" in client.get(address).content.decode()
    form = client.get(address).context["form"]
    same = {name: "on" for name in form.fields if name.startswith("same-")}
    client.post(address, filled(client, address, do="ready", **same))
    assert letter_found(town.owner, first(town), "merchants", "de").is_settled


def test_a_change_of_the_map_after_ready_is_told(town: Town) -> None:
    client, address = signed_in(town, "eli"), at(town, "dossier_letter", "merchants")
    client.post(address, filled(client, address, do="ready"))
    need = Resource.objects.get(workspace=town.workspace, title="מקום לרכז קרטון אחרי שעות הסגירה")
    resource_save(town.editor, ref=need.ref, body_ref="merchants", side="need", conditions="רק בימי שני")
    page = client.get(address).content.decode()
    assert "The map changed since this was written" in page
    assert "רק בימי שני" in page
    assert "something changed" in client.get(at(town, "dossiers", first(town))).content.decode()


def test_what_was_typed_on_an_old_page_is_not_lost_and_not_saved(town: Town) -> None:
    client, address = signed_in(town, "eli"), at(town, "dossier_letter", "merchants")
    old = filled(client, address, **{"words-ask": "typed on the old page"})
    client.post(address, filled(client, address, **{"words-open": "meanwhile"}))
    answer = client.post(address, old)
    assert answer.status_code == 200
    assert "typed on the old page" in answer.content.decode()
    assert set(letter_found(town.owner, first(town), "merchants", "he").parts) == {"open"}


@pytest.mark.parametrize("words", ["x" * 5001, "<script>alert(1)</script>"])
def test_hostile_words_are_refused_or_shown_as_text(town: Town, words: str) -> None:
    client, address = signed_in(town, "eli"), at(town, "dossier_letter", "merchants")
    answer = client.post(address, filled(client, address, **{"words-ask": words}), follow=True)
    assert "<script>alert" not in answer.content.decode()
    assert (letters_of(town.owner, first(town)) == {}) is (len(words) > 5000)


def test_a_viewer_reads_and_cannot_write(town: Town) -> None:
    client, address = signed_in(town, "vera"), at(town, "dossier_letter", "merchants")
    assert client.get(address).status_code == 200
    assert client.post(address, {"words-ask": "x"}).status_code == 403


def test_nobody_else_reads_it(town: Town) -> None:
    for name in ("dossier_letter", "dossier"):
        assert signed_in(town, "omar").get(at(town, name, "merchants")).status_code == 403
        assert signed_in(town, "ruth").get(at(town, name, "merchants")).status_code == 404
    with pytest.raises(NotAllowedError):
        letters_of(town.partner, "x")


def test_what_is_not_there_is_not_found(town: Town) -> None:
    client = signed_in(town, "eli")
    assert client.get(at(town, "dossier_letter", "nobody")).status_code == 404
    assert client.get(at(town, "dossier", "merchants") + "?for=nothing").status_code == 404


def test_actions_refuse_the_wrong_person_the_wrong_place_and_what_is_not_ready(town: Town) -> None:
    about_it = {"initiative_ref": first(town), "body_ref": "merchants", "language": "he", "parts": {}, "said": {}}
    for viewer in (town.viewer, town.partner):
        with pytest.raises(NotAllowedError):
            letter_save(viewer, **about_it)  # type: ignore[arg-type]
    with pytest.raises(NotAllowedError):
        letter_save(town.elsewhere, **about_it)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="fr"):
        letter_save(town.editor, **{**about_it, "language": "fr"})  # type: ignore[arg-type]
    subject = about(town.owner, "", today=TODAY)
    assert subject
    with pytest.raises(NotReadyError):
        letter_settle(town.editor, subject, body_ref="merchants", language="de")


def test_undo_takes_the_first_save_back_and_a_later_one_brings_the_letter_again(town: Town) -> None:
    about_it = {"initiative_ref": first(town), "body_ref": "merchants", "language": "he", "said": {}}
    deed = letter_save(town.editor, parts={"ask": {"words": "one", "facts": []}}, **about_it)  # type: ignore[arg-type]
    deed_undo(town.editor, ref=deed)
    assert letters_of(town.owner, first(town)) == {}
    letter_save(town.editor, parts={"ask": {"words": "two", "facts": []}}, **about_it)  # type: ignore[arg-type]
    subject = about(town.owner, "", today=TODAY)
    assert subject
    assert "two" in [one.words for one in letter_now(town.owner, subject, "merchants", "he").paragraphs]


@pytest.mark.parametrize("form", ["docx", "html"])
def test_it_leaves_as_a_file(town: Town, form: str) -> None:
    client = signed_in(town, "eli")
    assert client.get(at(town, "dossier_letter_file", form, "merchants")).status_code == 200
    assert client.get(at(town, "dossier_file", form, "merchants") + "?as=driver").status_code == 200
    assert client.get(at(town, "dossier_letter_file", "exe", "merchants")).status_code == 404


def test_the_list_names_the_coalition_first_and_leads_to_both(town: Town) -> None:
    client = signed_in(town, "eli")
    page = client.get(at(town, "dossiers", first(town)))
    rows = page.context["rows"]
    assert [row.why for row in rows][:5] == ["member"] * 4 + ["invited"]
    assert at(town, "dossier_letter", "merchants") in page.content.decode()
    assert client.get(at(town, "dossiers", first(town)) + "?body=super-2000").url.startswith(at(town, "dossier", "super-2000"))


def test_a_hebrew_reader_meets_no_english(town: Town) -> None:
    client = signed_in(town, "dana", "he")
    for address in (at(town, "dossiers", first(town)), at(town, "dossier", "merchants"), at(town, "dossier_letter", "merchants")):
        main = client.get(address).content.decode().partition('id="main"')[2]
        shown = re.sub(
            r"<bdi>.*?</bdi>|<option.*?</option>|<[^>]+>|PDF|Word|HTML|English|Deutsch|Shutaf", " ", main.partition("</main>")[0]
        )
        assert not re.findall(r"[A-Za-z]{4,} [A-Za-z]{3,}", shown)


def told_in_confidence(editor: Viewer) -> None:
    """A marker in everything that is kept beside the map about the merchants."""
    body = "merchants"
    contact_save(
        editor, body_ref=body, on_date="2026-03-02", ours=POISON, ours_role=POISON, said=POISON, theirs=POISON, theirs_role=POISON,
        promised_by_us="SHADE", promised_by_them="LIST",
    )  # fmt: skip
    integrity_save(editor, body_ref=body, text=POISON, source=POISON, as_of="2026")
    interest_save(editor, body_ref=body, text=POISON)
    statement_save(editor, body_ref=body, said_by=POISON, said_role=POISON, answers={"size": POISON, "activity": POISON})
    opportunities_add(editor, rows=[{"body_ref": body, "title": POISON, "note": POISON}])
    running_actions_add(editor, rows=[{"body_ref": "dept-sanitation", "title": POISON, "note": POISON}])
    tie_save(
        editor,
        source_ref=body,
        target_ref="dept-culture",
        status="exists",
        holder=POISON,
        reported_by=POISON,
        source=POISON,
        experience=POISON,
    )


@pytest.mark.parametrize("language", content.LANGUAGES)
def test_nothing_kept_beside_the_map_enters_a_letter_or_the_page_for_the_room(town: Town, language: str) -> None:
    told_in_confidence(town.editor)
    client = signed_in(town, "eli")
    for body in ("merchants", "dept-sanitation"):
        page = client.get(at(town, "dossier_letter", body) + f"?lang={language}")
        assert POISON not in page.context["text"] + page.context["sections"]
        for name in ("dossier_letter_file", "dossier_file"):
            assert POISON not in client.get(at(town, name, "html", body) + f"?lang={language}").content.decode()
        assert "SHADE" not in page.content.decode()


def test_the_page_tells_promises_to_both_and_the_rest_to_the_driver(town: Town) -> None:
    told_in_confidence(town.editor)
    client = signed_in(town, "eli")
    room, driver = (client.get(at(town, "dossier", "merchants") + f"?as={form}").content.decode() for form in ("room", "driver"))
    assert "SHADE" in room
    assert "LIST" in room
    assert driver.count(POISON) > 4
    assert "Internal, not for handing out" in driver


def test_the_drivers_brief_tells_the_same_promises(town: Town) -> None:
    told_in_confidence(town.editor)
    client = signed_in(town, "eli")
    driver, room = (client.get(at(town, "brief") + f"?for={form}").content.decode() for form in ("driver", "room"))
    assert "SHADE" in driver
    assert "SHADE" not in room


def test_what_was_said_for_one_letter_is_at_hand_for_the_next(town: Town) -> None:
    client = signed_in(town, "eli")
    form = client.get(at(town, "dossier_letter", "merchants") + "?lang=de").context["form"]
    names = {form.fields[name].label: name for name in form.fields if name.startswith("said-")}
    said = {names["איסוף קרטון משותף ברחוב הראשי"]: "Gemeinsame Kartonabholung"}
    address = at(town, "dossier_letter", "merchants") + "?lang=de"
    client.post(address, filled(client, address, **said))
    assert "Gemeinsame Kartonabholung" in client.get(at(town, "dossier_letter", "second-wheel") + "?lang=de").content.decode()
