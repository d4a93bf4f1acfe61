"""Can the map in words and the page of stances be used with the keyboard alone, in both directions, and without scripts?"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from workbench import Open

from shutaf.partnerships.queries import situation

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.stress]


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.innerText.trim().split('\\n')[0]"))


@pytest.mark.parametrize(("language", "forward", "backward"), [("en", "ArrowRight", "ArrowLeft"), ("he", "ArrowLeft", "ArrowRight")])
def test_arrows_walk_the_tree_along_the_text(desk: Open, language: str, forward: str, backward: str) -> None:
    page = desk("dana", language=language).open("map/told/?as=tree")
    first = page.locator("[data-tree] summary").first
    first.focus()
    page.keyboard.press(forward)  # opens
    page.keyboard.press(forward)  # goes in
    assert focused(page) != first.inner_text().split("\n")[0]
    assert page.locator("[data-tree] > li > details[open]").count() == 1
    page.keyboard.press(backward)  # back to the sector
    assert page.evaluate("document.activeElement === document.querySelector('[data-tree] summary')")
    page.keyboard.press(backward)  # closes
    assert page.locator("[data-tree] details[open]").count() == 0
    page.keyboard.press("End")
    assert page.evaluate("document.activeElement === [...document.querySelectorAll('[data-tree] > li > details > summary')].at(-1)")


def test_stances_of_one_goal_are_filled_in_with_number_keys(desk: Open) -> None:
    opened = desk("dana", language="en")
    page = opened.open("stances/goal/?goal=shade")
    page.locator("[data-row] input[type=radio]:checked").first.focus()
    for key in "5154":
        page.keyboard.press(key)
    page.keyboard.press("Shift+Tab")
    page.locator(".form-foot .first").click()
    page.wait_for_load_state()
    assert sorted(s.level for s in situation(opened.town.owner).stances if s.objective == "shade") == [-4.0, 2.0, 4.0, 4.0]


def test_stances_and_findings_need_no_script(desk: Open) -> None:
    opened = desk("dana", language="en", scripts=False)
    page = opened.open("stances/goal/?goal=shade")
    page.locator("[data-row]").first.locator("input[value='4']").check()
    page.locator(".form-foot .first").click()
    page.wait_for_load_state()
    assert [s.level for s in situation(opened.town.owner).stances if s.objective == "shade"] == [2.0]
    page = opened.open("findings/?kind=person")
    before = page.locator(".finding-box").count()
    page.locator(".finding-box").first.get_by_role("button", name="Done").click()
    page.wait_for_load_state()
    assert page.locator(".finding-box").count() == before - 1
