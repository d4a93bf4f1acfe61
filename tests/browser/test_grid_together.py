"""Does the grid lose nothing: with two people in it, without a connection, over a reload, at sign-out?"""

from __future__ import annotations

import random

import pytest
from gridding import BAKERY, CAFE, body, hands
from hands import GridHands
from playwright.sync_api import Route
from workbench import TURN, Desk, Open

from shutaf.bodies.actions import body_change
from shutaf.bodies.models import Body

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.stress]


def test_two_people_at_once_lose_nothing(desk: Open) -> None:
    first, second = desk("dana"), desk("eli")
    dana, eli = hands(first), hands(second)
    dana.go(BAKERY, "city")
    dana.type("חיפה")
    eli.go(BAKERY, "city")
    eli.type("עכו")  # in the cell, not yet sent
    dana.press("Enter")
    dana.settled()
    eli.press("Enter")
    conflict = eli.page.locator(f"tr[data-ref={BAKERY}] [data-key=city].wrong")
    conflict.wait_for()
    said = conflict.inner_text()
    assert "Dana" in said
    assert "חיפה" in said
    assert "עכו" in said
    assert body(second, BAKERY).city == "חיפה"
    eli.go(CAFE, "city")
    eli.type("נשר")  # the rest goes on
    eli.press("Enter")
    dana.wait_text(CAFE, "city", "נשר")
    eli.press("F8", "Tab", "Enter")  # to the conflict, to its first button: mine
    eli.settled()
    dana.wait_text(BAKERY, "city", "עכו")
    assert (body(first, BAKERY).city, body(first, CAFE).city) == ("עכו", "נשר")
    assert first.errors + second.errors + first.failed + second.failed == []


def test_theirs_is_taken_when_she_says_so(desk: Open) -> None:
    opened = desk("eli")
    eli = hands(opened)
    eli.go(BAKERY, "kind")
    eli.press("F2")
    with TURN:
        body_change(opened.town.owner, ref=BAKERY, kind="קונדיטוריה")
    eli.type("!")
    eli.press("Enter")
    eli.page.locator("[data-decide=theirs]").click()
    eli.settled()
    assert eli.text(BAKERY, "kind") == body(opened, BAKERY).kind == "קונדיטוריה"


def test_a_paste_with_a_conflict_waits_whole_and_can_be_typed_on(desk: Open) -> None:
    opened = desk("eli")
    eli = hands(opened)
    rows = list(eli.refs())[:3]
    seen = [body(opened, ref).city for ref in rows]
    with TURN:
        body_change(opened.town.owner, ref=rows[1], city="חיפה")
    eli.page.evaluate(
        "window.fetch = (real => (address, ...more) => String(address).includes('/news') ? Promise.reject() : real(address, ...more))(window.fetch)"
    )
    eli.go(rows[0], "city")
    eli.paste("עכו\nנשר\nיגור\n")
    eli.page.locator("[data-decide=mine]").wait_for()
    assert [body(opened, ref).city for ref in rows] == [seen[0], "חיפה", seen[2]]
    eli.go(rows[2], "city")
    eli.type("שפרעם")  # a cell of the paste that waits
    eli.press("Enter")
    eli.settled()
    assert body(opened, rows[2]).city == seen[2]
    eli.page.locator("[data-decide=theirs]").click()
    eli.settled()
    assert [body(opened, ref).city for ref in rows] == ["עכו", "חיפה", "שפרעם"]
    eli.press("Control+Z")
    eli.settled()
    assert [body(opened, ref).city for ref in rows] == [seen[0], "חיפה", seen[2]]


def test_what_is_typed_over_a_conflict_on_its_way_is_one_decision(desk: Open) -> None:
    opened = desk("eli")
    eli = hands(opened)
    eli.page.evaluate(
        "window.fetch = (real => (address, ...more) => String(address).includes('/news') ? Promise.reject() : real(address, ...more))(window.fetch)"
    )
    with TURN:
        body_change(opened.town.owner, ref=BAKERY, city="חיפה")
        eli.go(BAKERY, "city")
        for text in ("עכו", "נשר"):  # the second before the first was answered
            eli.type(text)
            eli.press("Enter", "ArrowUp")
    eli.page.locator("[data-decide=mine]").click()
    eli.settled()
    assert (body(opened, BAKERY).city, eli.text(BAKERY, "city")) == ("נשר", "נשר")
    assert eli.page.locator("td.wrong, td.waits").count() == 0


def offline_for(opened: Desk, seconds: float) -> None:
    dana = hands(opened)
    before = Body.objects.filter(workspace=opened.town.workspace).count()
    opened.page.context.set_offline(True)
    dana.go(BAKERY, "city")
    dana.type("חיפה")
    dana.press("Enter", "Control+End", "Home")
    dana.type("גוף בלי חיבור")
    dana.press("Tab")
    dana.type("קפה")
    dana.press("Enter")
    opened.page.wait_for_selector("[data-grid][data-now=offline]")
    assert dana.page.locator("[data-waiting]").get_attribute("data-waiting") != "0"
    opened.page.wait_for_timeout(seconds * 1000)
    assert dana.text(BAKERY, "city") == "חיפה"
    opened.page.context.set_offline(False)
    dana.settled(seconds=45)
    assert body(opened, BAKERY).city == "חיפה"
    made = Body.objects.filter(workspace=opened.town.workspace, name="גוף בלי חיבור")
    assert [(one.kind, one.removed_in) for one in made] == [("קפה", None)]
    assert Body.objects.filter(workspace=opened.town.workspace).count() == before + 1


def test_the_connection_drops_and_comes_back(desk: Open) -> None:
    offline_for(desk("dana"), 3)


@pytest.mark.stress
def test_the_connection_drops_for_a_minute(desk: Open) -> None:
    offline_for(desk("dana"), 60)


def test_an_answer_that_is_lost_doubles_nothing(desk: Open) -> None:
    opened = desk("dana")
    dana = hands(opened)
    lost: list[str] = []

    def lose(route: Route) -> None:
        if lost:
            return route.continue_()
        lost.append(route.request.post_data or "")
        route.fetch()
        return route.abort()

    opened.page.route("**/cells", lose)
    dana.go(dana.refs()[-1], "name")
    dana.type("נשלח פעמיים")
    dana.press("Enter")
    dana.settled()
    assert lost
    assert Body.objects.filter(workspace=opened.town.workspace, name="נשלח פעמיים").count() == 1


def test_what_waits_outlives_a_reload(desk: Open) -> None:
    opened = desk("dana")
    dana = hands(opened)
    opened.page.route("**/cells", lambda route: route.abort())
    dana.go(BAKERY, "city")
    dana.type("חיפה")
    dana.press("Enter")
    dana.go(dana.refs()[-1], "name")
    dana.type("גוף שמחכה")
    dana.press("Enter")
    opened.page.wait_for_selector("[data-grid][data-now=offline]")
    opened.page.unroute("**/cells")
    opened.page.on("dialog", lambda dialog: dialog.accept())
    opened.page.reload()
    dana.settled()
    assert body(opened, BAKERY).city == "חיפה"
    assert Body.objects.filter(workspace=opened.town.workspace, name="גוף שמחכה").count() == 1


def test_signing_out_leaves_nothing_in_the_tab(desk: Open) -> None:
    opened = desk("dana")
    dana = hands(opened)
    opened.page.route("**/cells", lambda route: route.abort())
    dana.go(BAKERY, "city")
    dana.type("סוד")
    dana.press("Enter")
    opened.page.wait_for_selector("[data-grid][data-now=offline]")
    kept = "() => JSON.stringify(sessionStorage)"
    assert "סוד" in opened.page.evaluate(kept)
    opened.page.on("dialog", lambda dialog: dialog.accept())
    opened.page.evaluate("document.querySelector('[data-sign-out]').requestSubmit()")
    opened.page.locator("dialog[open] [value=out]").click()  # what would be lost is said first
    opened.page.wait_for_url("**/sign-in/**")
    assert "סוד" not in opened.page.evaluate(kept)


SEED = 20261126


@pytest.mark.stress
@pytest.mark.parametrize("seed", range(SEED, SEED + 3))
def test_two_people_who_do_anything_end_with_one_table(desk: Open, seed: int) -> None:
    """Typing, pasting, emptying, undo, dropped connections, decisions either way: then both see what is stored, and nothing waits."""
    chance = random.Random(seed)
    print("seed", seed)
    people = [(opened := desk(name), hands(opened)) for name in ("dana", "eli")]
    rows, fields = list(people[0][1].refs())[:4], ("kind", "city")
    for step in range(60):
        opened, person = chance.choice(people)
        person.go(chance.choice(rows), chance.choice(fields))
        match chance.choice(("type", "type", "type", "paste", "empty", "undo", "redo", "drop", "back", "decide", "pause")):
            case "type":
                person.type(f"t{step}")
                person.press("Enter")
            case "paste":
                person.paste(f"p{step}\nq{step}\n")
            case "empty":
                person.press("Delete")
            case "undo":
                person.press("Control+Z")
            case "redo":
                person.press("Control+Y")
            case "drop" | "back" as which:
                opened.page.context.set_offline(which == "drop")
            case "decide":
                _decide(person, chance.choice(("mine", "theirs")))
            case "pause":
                opened.page.wait_for_timeout(chance.choice((50, 500, 3000)))
    for opened, _person in people:
        opened.page.context.set_offline(False)
    for _round in range(6):
        for _opened, person in people:
            person.settled(45)
            while _decide(person, "mine"):
                person.settled(45)
    people[0][0].page.wait_for_timeout(9000)  # both have asked for news twice
    stored = {(ref, field): getattr(body(people[0][0], ref), field) for ref in rows for field in fields}
    for _opened, person in people:
        assert {cell: person.text(*cell) for cell in stored} == stored
        assert person.page.locator("td.wrong, td.waits").count() == 0


def _decide(person: GridHands, which: str) -> bool:
    buttons = person.page.locator(f"[data-decide={which}]")
    if not buttons.count():
        return False
    buttons.first.click()
    return True
