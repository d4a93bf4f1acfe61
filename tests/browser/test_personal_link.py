"""Does the sheet of a personal link stand before whoever got it: on a phone, by keyboard, in four languages, with its secret out of the way back?"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from workbench import Desk, Open

from shutaf.accounts.actions.links import link_make
from shutaf.accounts.models import Link
from shutaf.intake.models import Proposal

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.stress]

SHEETS = (("hadar-bakery", "body"), ("dept-environment", "department"))


def opened(desk: Desk, body_ref: str, sheet: str, language: str) -> Page:
    token = link_make(desk.town.editor, body_ref=body_ref, sheet=sheet, person="Rina", person_role="deputy", language=language)
    page = desk.open(f"/l/{token}/")
    page.locator("button.first").press("Enter")
    page.wait_for_url("**/l/")
    return page


@pytest.mark.parametrize("language", ["he", "ar", "en", "de"])
@pytest.mark.parametrize(("body_ref", "sheet"), SHEETS)
def test_both_pages_are_quiet_open_to_everybody_and_inside_the_window(desk: Open, language: str, body_ref: str, sheet: str) -> None:
    theme = "dark" if language in ("ar", "de") else "light"
    for width in (320, 1440):
        browser = desk("", language=language, theme=theme, width=width)
        token = link_make(browser.town.editor, body_ref=body_ref, sheet=sheet, language=language)
        page = browser.open(f"/l/{token}/")
        found = [*browser.axe(), *browser.refused()]
        assert not browser.is_sideways()
        page.locator("button.first").click()
        page.wait_for_url("**/l/")
        page.evaluate("for (const one of document.querySelectorAll('details.fold, .tick-more')) one.open = true")
        found += [*browser.axe(), *browser.refused()]
        assert not browser.is_sideways()
        assert (found, browser.errors, browser.failed) == ([], [], [])


def test_the_way_back_and_the_address_hold_no_secret(desk: Open) -> None:
    browser = desk("", language="en", width=360)
    token = link_make(browser.town.editor, body_ref="hadar-bakery")
    page = browser.open("/about/")
    page = browser.open(f"/l/{token}/")
    page.locator("button.first").click()
    page.wait_for_url("**/l/")
    assert token not in page.url + page.content()
    page.go_back()
    page.wait_for_load_state()
    assert token not in page.url
    assert "/l/" in page.url
    page.go_back()
    assert page.url.endswith("/about/")


def test_it_opens_and_sends_without_scripts(desk: Open) -> None:
    page = opened(desk("", language="en", width=360, scripts=False), "dept-environment", "department", "en")
    page.locator("#id_head").fill("Rina Levi")
    page.locator("label.tick-chip", has_text="knows").first.click()
    page.get_by_role("button", name="Send").click()
    assert {row.target for row in Proposal.objects.all()} == {"bodies.body", "relations.tie"}
    assert Link.objects.get().answered_at


def test_the_matrix_is_ticked_by_keyboard(desk: Open) -> None:
    page = opened(desk("", language="en"), "dept-environment", "department", "en")
    row = page.locator(".tick-row").first
    row.locator("input[type=radio]").first.focus()
    page.keyboard.press("ArrowRight")
    assert row.locator("input[value=works]").is_checked()
    page.keyboard.press("ArrowRight")
    assert row.locator("input[value=knows]").is_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert row.locator("details").get_attribute("open") is not None


def test_a_hebrew_reader_meets_no_english(desk: Open) -> None:
    script = """() => { const words = [];
      const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) { const node = walker.currentNode;
        if (node.parentElement.closest('bdi, svg, .ltr, option, textarea, code, [lang]')) continue;
        for (const found of node.textContent.match(/[A-Za-z]{3,}( [A-Za-z]{2,})+/g) || []) words.push(found); }
      return words; }"""
    for body_ref, sheet in SHEETS:
        assert opened(desk("", language="he"), body_ref, sheet, "he").evaluate(script) == []


def test_a_ready_message_is_copied_by_one_press(desk: Open) -> None:
    browser = desk("dana", language="en")
    browser.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = browser.open("links/departments/")
    page.get_by_role("button", name="Make the links").click()
    page.get_by_role("button", name="Copy text").first.click()
    page.wait_for_function("document.querySelector('[data-copied]').textContent")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "/l/" in copied
    assert (browser.axe(), browser.refused(), browser.errors) == ([], [], [])
    assert page.locator("a[href^='https://wa.me/']").count() == page.locator(".ready-qr svg").count() == Link.objects.count()


def test_an_answer_is_read_and_taken_in_the_browser(desk: Open) -> None:
    page = opened(desk("", language="en", scripts=False), "dept-environment", "department", "en")
    page.locator("#id_head").fill("Rina Levi")
    page.locator("label.tick-chip", has_text="knows").first.click()
    page.get_by_role("button", name="Send").click()
    browser = desk("dana", language="en", width=360)
    page = browser.open("intake/")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")  # where the dock lies over no button
    assert (browser.axe(), browser.is_sideways(), browser.errors) == ([], False, [])
    page.get_by_role("button", name="Accept what is ticked").click()
    assert not Proposal.objects.filter(state="waits").exists()
