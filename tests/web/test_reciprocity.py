"""Does the page say who gives and who gets, to each role what it may see?"""

from __future__ import annotations

import re

import pytest
from django.test import Client

import world
from shutaf.accounts.viewer import Viewer
from shutaf.exchange.actions import resources_create
from shutaf.exchange.agreed import pairs_accepted
from shutaf.exchange.answer_actions import match_answer
from shutaf.exchange.answers import State
from shutaf.exchange.models import Resource
from shutaf.partnerships.queries import situation
from town import Town, build_town

pytestmark = [pytest.mark.django_db, pytest.mark.sql]


@pytest.fixture
def town(db: None) -> Town:
    return build_town(world.town(needs=(), offers=()), partner_of="bakery")


def page(town: Town, who: str, language: str = "en") -> str:
    client = Client()
    client.force_login(getattr(town, who), backend="django.contrib.auth.backends.ModelBackend")
    client.cookies["shutaf_language"] = language
    answer = client.get(f"/w/{town.ref}/reciprocity/")
    return answer.content.decode() if answer.status_code == 200 else str(answer.status_code)


def words(said: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", said).split())


def write(editor: Viewer, side: str, body: str, *titles: str, visible_to: str = "partners") -> None:
    resources_create(editor, rows=[{"body_ref": body, "side": side, "title": title, "visible_to": visible_to} for title in titles])


def accept(town: Town, need: str, offer: str, by: Viewer | None = None, state: State = "accepted") -> None:
    refs = {row.title: row.ref for row in Resource.objects.filter(workspace=town.workspace)}
    match_answer(by or town.editor, need=refs[need], offer=refs[offer], state=state, reason="conditions" if state == "declined" else "")


def accepted(viewer: Viewer) -> tuple[tuple[str, str], ...]:
    seen = situation(viewer)
    return pairs_accepted(viewer, seen.needs, seen.offers)


def test_an_empty_town_says_what_will_stand_here(town: Town) -> None:
    assert "Nobody said a need or an offer yet" in page(town, "eli")


def test_sides_stand_beside_each_other_and_questions_come_first(town: Town) -> None:
    write(town.editor, "offer", "merchants", "a hall", "a van")
    write(town.editor, "need", "greens", "shelves", visible_to="editors")
    said = words(page(town, "eli"))
    assert "2 offers, 1 need" in said
    assert "The municipality asks and offers nothing yet." in said
    assert "Of business sector offers are known, needs are not." in said
    assert "0 matches were accepted." in said


def test_accepted_matches_say_who_gives_to_whom_and_declined_ones_do_not(town: Town) -> None:
    write(town.editor, "offer", "merchants", "a hall", "a van")
    write(town.editor, "need", "greens", "rooms")
    write(town.editor, "need", "bakery", "shelves")
    accept(town, "rooms", "a hall")
    accept(town, "shelves", "a van")
    accept(town, "shelves", "a van", town.partner, state="declined")
    (pair,) = accepted(town.editor)
    assert Resource.objects.get(ref=pair[0]).title == "rooms"
    said = words(page(town, "vera"))
    assert "1 match was accepted." in said
    assert "Accepted matches, from the side in the row to the side in the column" in said


def test_a_partner_reads_what_is_shared_without_the_questions(town: Town) -> None:
    write(town.editor, "offer", "merchants", "a hall", "SECRETVAN", visible_to="editors")
    write(town.editor, "offer", "greens", "a garden", "bread")
    write(town.editor, "need", "bakery", "shelves")
    accept(town, "shelves", "a garden")
    accept(town, "shelves", "SECRETVAN")
    said = page(town, "omar")
    assert "SECRETVAN" not in said
    assert "Where it goes one way" not in said
    assert "Counted is what is shared with you." in said
    assert "1 match was accepted." in words(said)


def test_accepted_pairs_of_others_and_of_elsewhere_are_nobodys_to_read(town: Town) -> None:
    write(town.editor, "offer", "merchants", "a hall")
    write(town.editor, "need", "greens", "rooms")
    accept(town, "rooms", "a hall")
    seen = situation(town.editor)
    assert accepted(town.partner) == accepted(town.elsewhere) == pairs_accepted(town.link("greens"), seen.needs, seen.offers) == ()
    assert page(town, "ruth") == "404"


def test_the_hebrew_page_says_no_english(town: Town) -> None:
    write(town.editor, "offer", "merchants", "a hall", "a van")
    write(town.editor, "need", "greens", "rooms")
    accept(town, "rooms", "a hall")
    said = page(town, "eli", "he")
    main = re.sub(r"<(bdi|script|style)\b.*?</\1>|<[^>]+>", " ", said[said.index("<main") : said.index("</main")], flags=re.DOTALL)
    assert re.findall(r"[A-Za-z]{3,}", main) == []
