"""Is the grid typed as a spreadsheet is, from either side, on a phone, with what is wrong said in the cell?"""

from __future__ import annotations

import pytest
from gridding import BAKERY, CAFE, body, hands
from workbench import TURN, Open

from shutaf.bodies.actions import body_change
from shutaf.bodies.models import Body

pytestmark = [pytest.mark.browser, pytest.mark.slow]


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
