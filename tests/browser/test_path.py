"""Can a partnership be led with the keyboard alone, and without any script?"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from workbench import Open

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def tab_to(page: Page, is_there: str, *, most: int = 80) -> int:
    """Press Tab until the script about `document.activeElement` says yes; how many presses it took."""
    for pressed in range(1, most + 1):
        page.keyboard.press("Tab")
        if page.evaluate(f"(el => {is_there})(document.activeElement)"):
            return pressed
    raise AssertionError(f"not reached with {most} presses: {is_there}")


@pytest.mark.parametrize("language", ["he", "en"])
def test_from_the_home_to_a_saved_step_by_keyboard(desk: Open, language: str) -> None:
    opened = desk("dana", language=language)
    page = opened.open("")
    tab_to(page, "(el.getAttribute('href') || '').endsWith('/step/joint_thinking')")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    tab_to(page, "el.id === 'id_met_on'")
    page.keyboard.type("17.3.2026")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("#id_met_on").input_value() == "2026-03-17"
    assert page.locator(".toast button").count() == 1
    assert opened.errors == []


def test_what_was_typed_at_a_step_outlives_a_change_of_language(desk: Open) -> None:
    page = desk("dana", language="he").open("partnership/{p}/step/joint_thinking")
    page.locator("#id_problem").fill("הרבה אריזות")
    page.locator("summary[aria-label]").first.click()
    page.locator("button[lang=en]").click()
    page.wait_for_load_state()
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("#id_problem").input_value() == "הרבה אריזות"


def test_the_gate_advises_without_a_script(desk: Open) -> None:
    page = desk("dana", language="en", scripts=False).open("gate/")
    page.locator("#id_idea").fill("mow the lawn")
    page.locator("input[name=buy][value=yes]").check()
    page.locator("main button.first").click()
    assert "buy the service instead" in page.locator("#advice-h").inner_text()


def test_the_model_is_chosen_without_a_script(desk: Open) -> None:
    page = desk("dana", language="en", scripts=False).open("model/")
    page.locator("#id_idea").fill("buy nearby")
    for question, place in (("change", 2), ("motive", 2), ("unit", 2)):
        page.locator(f"input[name={question}][value='{place}']").check()
    page.locator("main button.first").click()
    assert page.locator(".head-model").first.get_attribute("data-model") == "local_economy"
    page.locator("summary", has_text="Change answers").click()
    assert page.locator("input[name=change][value='2']").is_checked()


def test_the_letter_is_copied_by_one_press(desk: Open) -> None:
    opened = desk("dana", language="de")
    page = opened.open("partnership/{p}/letter/")
    page.locator("[data-copy]").press("Enter")
    page.locator("#copied").wait_for(state="visible")
    assert opened.errors == []
