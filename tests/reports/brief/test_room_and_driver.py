"""What was kept for editors stands in the driver's brief and nowhere in the room's; a room brief names no person at all."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from briefs import LANGUAGES, TODAY, anchors, brief_of, example, example_brief, flowing, section, text, within

import world
from shutaf import content
from shutaf.analysis.preparation import prepare
from shutaf.reports.brief import Audience, written
from shutaf.reports.document import Document, Facts, Heading

MARK = "Internal, not for handing out"
ONLY_DRIVER = {
    "Said in confidence",
    "Motives",
    "What may stop them",
    "Opportunities",
    "Stances",
    "Rated",
    "Ties held by",
    "People",
    "Take care",
    "Not said by them",
    "Rests on",
}
ON_SHEETS = {"person", "holder", "barrier", "opportunity", "need", "offer", "condition", "objective", "rated_by", "source"}


def everybody_invited(language: str, audience: Audience) -> Document:
    town = world.town()
    return brief_of(replace(town, bodies=tuple(replace(body, invite="yes") for body in town.bodies)), audience, language)


def labels(document: Document) -> set[str]:
    return {flowing(label) for block in within(section(document, "sheets")) if isinstance(block, Facts) for label, _ in block.rows}


def kept_for_editors() -> list[str]:
    """Titles and conditions of the example's rows for editors that stand in no other row."""
    resources = (*example().needs, *example().offers)
    open_words = {word for one in resources if one.visible_to != "editors" for word in (one.title, one.conditions)}
    return [
        word for one in resources if one.visible_to == "editors" for word in (one.title, one.conditions) if word and word not in open_words
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_room_holds_no_marker_of_a_field_for_editors(language: str) -> None:
    said = text(everybody_invited(language, "room")).lower()
    assert {field for field, secret in world.SECRETS.items() if secret.lower() in said} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_driver_reads_what_was_kept_for_editors(language: str) -> None:
    said = text(everybody_invited(language, "driver")).lower()
    assert {field for field, secret in world.SECRETS.items() if secret.lower() in said} >= ON_SHEETS


@pytest.mark.parametrize("language", LANGUAGES)
def test_room_brief_of_the_example_names_no_person(language: str) -> None:
    said = unescape(text(example_brief("room", language)[0]))
    for body in example().bodies:  # a garage may carry its owner's name
        said = said.replace(body.name_in(language), "")
    contacts = {body.department.contact for body in example().departments if body.department and body.department.contact}
    people = {person.name for person in example().people} | contacts
    assert len(people) > 40
    assert {name for name in people if name in said} == set()


def test_driver_brief_of_the_example_names_the_people_of_the_invited() -> None:
    said = text(example_brief("driver")[0])
    invited = {body.ref for body in example().bodies if body.invite == "yes"}
    assert {person.name for person in example().people if person.body in invited and person.name not in said} == set()


def test_rows_for_editors_are_in_the_drivers_brief_and_not_in_the_rooms() -> None:
    room, driver = (text(example_brief(audience)[0]) for audience in ("room", "driver"))
    assert len(kept_for_editors()) >= 5
    assert [word for word in kept_for_editors() if word in room] == []
    assert [word for word in kept_for_editors() if word in driver] != []


def test_every_row_of_an_invited_body_for_editors_is_on_its_page() -> None:
    driver = text(section(example_brief("driver")[0], "sheets"))
    invited = {body.ref for body in example().bodies if body.invite == "yes"}
    titles = [one.title for one in (*example().needs, *example().offers) if one.visible_to == "editors" and one.body in invited]
    assert titles
    assert [title for title in titles if title not in driver] == []


def test_a_page_in_the_room_has_none_of_the_drivers_rows() -> None:
    room, driver = (everybody_invited("en", audience) for audience in ("room", "driver"))
    assert labels(driver) >= ONLY_DRIVER
    assert labels(room) & ONLY_DRIVER == set()
    assert labels(room) < labels(driver)


def test_no_barrier_or_opportunity_is_said_in_the_room() -> None:
    room, driver = (text(example_brief(audience)[0]) for audience in ("room", "driver"))
    invited = [body for body in example().bodies if body.invite == "yes"]
    barriers = {content.say("barrier", barrier.key, "en") for body in invited for barrier in body.barriers if barrier.key}
    words = {body.opportunities for body in invited if body.opportunities} | barriers
    assert words
    assert [word for word in words if word not in driver] == []
    assert [word for word in words if word in room] == []


def test_ratings_and_stances_stay_out_of_the_room() -> None:
    room, driver = (example_brief(audience)[0] for audience in ("room", "driver"))
    assert "grid" in anchors(driver)
    assert "grid" not in anchors(room)
    stances = {f"{stance.objective}: {stance.level:+g}" for stance in example().stances}
    said = {audience: re.sub("[\u200e\u200f]", "", flowing(document.blocks)) for audience, document in (("room", room), ("driver", driver))}
    assert any(stance in said["driver"] for stance in stances)
    assert not any(stance in said["room"] for stance in stances)


@pytest.mark.parametrize("is_fictional", [True, False])
def test_only_the_drivers_brief_is_marked_internal(is_fictional: bool) -> None:
    found = prepare(world.town(is_fictional=is_fictional), today=TODAY)
    room, driver = (written(found, language="en", audience=audience)[0] for audience in ("room", "driver"))
    assert MARK in driver.mark
    assert MARK in [tag.text for tag in driver.tags]
    assert MARK not in text(room)
    assert ("Fictional" in room.mark, "Fictional" in driver.mark) == (is_fictional, is_fictional)


def test_each_page_of_the_driver_is_marked() -> None:
    pages = [block for block in section(example_brief("driver")[0], "sheets") if isinstance(block, Heading) and block.level == 3]
    coalition = prepare(example(), today=TODAY).coalition
    assert coalition
    assert len(pages) == len({*coalition.refs, *(body.ref for body in example().bodies if body.invite == "yes")})
    assert all(MARK in flowing(page.eyebrow) for page in pages)


def test_a_member_known_only_by_a_confidential_offer_is_not_named_in_the_rooms_coalition() -> None:
    town = world.town()
    offers = tuple(replace(offer, visible_to="editors") if offer.body == "carton" else offer for offer in town.offers)
    room, driver = (brief_of(replace(town, offers=offers), audience) for audience in ("room", "driver"))
    title = next(offer.title for offer in offers if offer.body == "carton")
    assert title in text(driver)
    assert title not in text(room)
    assert "1 more rests on an offer that is kept for editors." in text(room)


def test_strength_of_ties_and_last_days_are_for_the_driver() -> None:
    room, driver = (text(example_brief(audience)[0]) for audience in ("room", "driver"))
    assert "strength 2 of 5" in driver
    assert not re.search(r"strength \d", room)
    assert "28\u00a0February\u00a02027" in driver
    assert "28\u00a0February\u00a02027" not in room


@pytest.mark.parametrize(("raters", "is_shown"), [(2, False), (3, True)])
def test_stances_of_fewer_than_three_are_not_counted_in_the_room(raters: int, is_shown: bool) -> None:
    town = example()
    first = prepare(town, today=TODAY).ranking.first
    name = next(one.name for one in town.initiatives if one.ref == first)
    stances = tuple(stance for stance in town.stances if stance.objective == name and stance.level > 0)[:raters]
    alone = replace(town, stances=stances)
    for audience, shows in (("room", is_shown), ("driver", True)):
        for_it = text(section(brief_of(alone, audience), "initiative")).partition("For it")[2].partition("<svg")[0]
        assert bool(re.search(rf"\b{raters}\s+\w+\s+bodies are in favour", for_it)) is shows
