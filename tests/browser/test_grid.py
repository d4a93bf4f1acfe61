"""Does the grid lose nothing: with two people in it, without a connection, over a reload? And is it typed as a spreadsheet is?"""

from __future__ import annotations

import pytest
from hands import GridHands
from playwright.sync_api import Route
from workbench import TURN, Desk, Open

from shutaf.bodies.actions import body_change
from shutaf.bodies.models import Body

pytestmark = [pytest.mark.browser, pytest.mark.slow]
BAKERY, CAFE = "hadar-bakery", "fig-cafe"


def hands(opened: Desk, sheet: str = "organisations") -> GridHands:
    found = GridHands(opened.page)
    found.open(f"{opened.base}/w/{opened.town.ref}/grid/{sheet}/")
    return found


def body(opened: Desk, ref: str) -> Body:
    with TURN:
        found: Body = Body.objects.get(workspace=opened.town.workspace, ref=ref)
    return found


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


def test_a_block_from_a_spreadsheet(desk: Open) -> None:
    opened = desk("dana")
    dana = hands(opened)
    dana.go(dana.refs()[-1], "name")
    dana.paste('שם הארגון\tSector\tסוג\nעמותת "שכן טוב"\tעמותה\t"שורה\nושורה"\nمخبز السنابل\tbusiness\tx\n"Say ""hello"" Ltd"\tתעשיה\t\n')
    dana.settled()
    made = Body.objects.filter(workspace=opened.town.workspace).order_by("-pk")[:3]
    found = [(one.name, one.group, one.kind) for one in reversed(made)]
    assert found == [
        ('עמותת "שכן טוב"', "civil_society", "שורה\nושורה"),
        ("مخبز السنابل", "business", "x"),
        ('Say "hello" Ltd', "other", ""),
    ]
    assert dana.page.locator("td.doubt[data-key=sector]").count() == 1
    dana.press("Control+Z")
    dana.settled()
    assert not Body.present.filter(pk__in=[one.pk for one in made]).exists()
    dana.press("Control+Y")
    dana.settled()
    assert Body.present.filter(pk__in=[one.pk for one in made]).count() == 3


def test_a_cell_that_cannot_be_read_waits_in_its_place(desk: Open) -> None:
    opened = desk("dana", language="en")
    dana = hands(opened)
    opened.page.locator("[data-column][value=influence_1_10]").evaluate("box => box.click()")
    dana.go(BAKERY, "influence_1_10")
    dana.paste("about 7\n8\n")
    wrong = opened.page.locator(f"tr[data-ref={BAKERY}] [data-key=influence_1_10].wrong")
    wrong.wait_for()
    dana.settled()
    below = dana.refs()[list(dana.refs()).index(BAKERY) + 1]
    assert body(opened, below).influence_1_10 == 8
    assert "Cells to mend: 1" in dana.state()
    wrong.locator("button", has_text="7").click()
    dana.settled()
    assert body(opened, BAKERY).influence_1_10 == 7


def test_a_row_goes_to_the_trash_and_comes_back(desk: Open) -> None:
    opened = desk("dana", language="en")
    dana = hands(opened)
    before = dana.text(CAFE, "themes")
    dana.go(CAFE, "name")
    dana.press("Delete")
    opened.page.locator("[data-trash]").click()
    opened.page.locator(f"tr[data-ref={CAFE}]").wait_for(state="detached")
    dana.settled()
    assert body(opened, CAFE).removed_in is not None
    dana.press("Control+Z")
    dana.settled()
    assert body(opened, CAFE).removed_in is None
    assert dana.text(CAFE, "themes") == before


def test_by_keyboard_only_from_right_to_left(desk: Open) -> None:
    opened = desk("dana", language="he")
    dana = hands(opened)
    first, second = dana.refs()[:2]
    dana.go(first, "name")
    dana.press("ArrowLeft")
    assert dana.at() == [first, "kind"]  # the cell that is seen on the left
    dana.press("ArrowLeft", "ArrowRight", "ArrowDown")
    assert dana.at() == [second, "kind"]
    dana.press("Home")
    assert dana.at() == [second, "name"]
    dana.press("End", "Control+Home")
    assert dana.at() == [first, "name"]
    dana.press("Tab")
    dana.type("קפה")
    dana.press("Tab")
    assert dana.at() == [first, "themes"]
    dana.type("מז")  # the list offers what begins so
    dana.type("|")
    dana.type("אנר")
    dana.press("Enter")
    assert dana.at() == [second, "name"]  # back to where the run of Tabs began
    dana.settled()
    assert (body(opened, first).kind, body(opened, first).theme_keys) == ("קפה", " food energy ")
    dana.press("ArrowLeft", "Shift+ArrowDown", "Control+D")
    dana.settled()
    third = dana.refs()[2]
    assert body(opened, second).kind == body(opened, third).kind
    dana.press("F2", "Escape", "Delete")
    dana.settled()
    assert (body(opened, second).kind, body(opened, third).kind) == ("", "")
    dana.press("Control+Z")
    dana.settled()
    assert body(opened, second).kind
    dana.go(first, "sector")
    dana.press("3")  # a digit of the list, and on to the next row
    assert dana.at() == [second, "sector"]
    dana.settled()
    assert body(opened, first).group == "civil_society"
    dana.press("Escape", "Tab")
    assert not opened.page.evaluate("document.activeElement.closest('table.cells')")


@pytest.mark.parametrize("language", ["he", "en"])
def test_cells_to_mend_and_conflicts_are_open_to_everybody(desk: Open, language: str) -> None:
    opened = desk("dana", language=language)
    dana = hands(opened)
    dana.go(BAKERY, "sector")
    dana.paste("תעשיה")
    opened.page.locator("[data-column][value=influence_1_10]").evaluate("box => box.click()")
    dana.go(CAFE, "influence_1_10")
    dana.paste("x7")
    dana.go(BAKERY, "city")
    dana.press("F2")
    with TURN:
        body_change(opened.town.owner, ref=BAKERY, city="חיפה")
    dana.type("!")
    dana.press("Enter")
    opened.page.locator("[data-decide=mine]").wait_for()
    dana.go(CAFE, "themes")
    dana.press("F2")
    assert opened.axe() == []
    dana.press("Escape", "Escape")
    opened.page.set_viewport_size({"width": 320, "height": 900})
    assert opened.axe() == []
    assert not opened.is_sideways()


def test_names_with_scripts_are_text(desk: Open) -> None:
    opened = desk("dana")
    dana = hands(opened)
    evil = '<img src=x onerror="document.title=1"></bdi></script><script>document.title=2</script>'
    dana.go(BAKERY, "name")
    dana.paste(evil)
    dana.settled()
    assert dana.text(BAKERY, "name") == evil
    opened.page.reload()
    opened.page.wait_for_selector("[data-ready]")
    assert dana.text(BAKERY, "name") == evil
    assert opened.page.locator("main img, main bdi script").count() == 0
    assert opened.refused() == []


def test_a_row_waits_for_its_name(desk: Open) -> None:
    opened = desk("dana", language="en")
    dana = hands(opened)
    blank = dana.refs()[-1]
    dana.go(blank, "city")
    dana.type("Acre")
    dana.press("Enter")
    assert "Rows that wait for a name: 1" in dana.state()
    dana.go(blank, "name")
    dana.type("Late name")
    dana.press("Enter")
    dana.settled()
    assert [one.city for one in Body.objects.filter(workspace=opened.town.workspace, name="Late name")] == ["Acre"]


def test_on_a_phone_one_body_at_a_time(desk: Open) -> None:
    opened = desk("dana", language="en", width=360)
    dana = hands(opened)
    assert opened.page.locator("tbody tr:visible").count() == 1
    first, second = dana.refs()[:2]
    opened.page.get_by_role("button", name="Next", exact=True).click()
    assert opened.page.locator(f"tr[data-ref='{second}']").is_visible()
    assert not opened.page.locator(f"tr[data-ref='{first}']").is_visible()
    opened.page.locator(f"tr[data-ref='{second}'] [data-key=city]").dblclick()
    opened.page.locator(".cell-input").fill("Acre")
    opened.page.keyboard.press("Enter")
    dana.settled()
    assert body(opened, second).city == "Acre"
    assert not opened.is_sideways()
