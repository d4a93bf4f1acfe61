"""Does the HTML brief stand before a reader: still, inside the window, in the right direction, by keyboard, for everybody?"""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PageObject, PdfReader

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LANGUAGES = ("he", "ar", "en", "de")
AXE = Path(__file__).parent / "vendor/axe.min.js"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], "resultTypes": ["violations"]}
TOP_MARGIN_MM = 16
OVERFLOWING = """() => [...document.querySelectorAll('body *')]
    .filter(element => !element.closest('svg') && element.getBoundingClientRect().width > document.documentElement.clientWidth + 1)
    .map(element => element.tagName + '.' + element.className).slice(0, 5)"""

Open = Callable[..., object]


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_is_still_and_asks_nobody_for_anything(language: str, opened: Open) -> None:
    found = opened(language)
    found.page.wait_for_timeout(300)
    assert found.errors == []
    assert found.page.evaluate("window.violations") == []
    assert [url[:80] for url in found.requests[1:] if not url.startswith("data:")] == []


@pytest.mark.parametrize("width", [320, 360, 768, 1440])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_scrolls_sideways(language: str, width: int, opened: Open) -> None:
    page = opened(language, width=width).page
    inner, outer = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert inner <= outer, page.evaluate(OVERFLOWING)


@pytest.mark.parametrize(("language", "direction"), [("he", "rtl"), ("ar", "rtl"), ("en", "ltr"), ("de", "ltr")])
def test_text_runs_in_the_direction_of_its_language(language: str, direction: str, opened: Open) -> None:
    page = opened(language).page
    assert page.evaluate("[document.documentElement.lang, getComputedStyle(document.querySelector('main p')).direction]") == [
        language,
        direction,
    ]
    starts, centre = page.evaluate("[document.querySelector('h1').getBoundingClientRect(), innerWidth / 2]")
    near_the_start = starts["right"] > centre if direction == "rtl" else starts["left"] < centre
    assert near_the_start


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_begin_with_one_title_and_never_jump(language: str, opened: Open) -> None:
    levels = opened(language).page.evaluate(
        "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(heading => Number(heading.tagName[1]))"
    )
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


@pytest.mark.parametrize("language", ["he", "en"])
def test_skip_link_comes_first_and_leads_to_the_text(language: str, opened: Open) -> None:
    page = opened(language).page
    page.keyboard.press("Tab")
    link = focused(page)
    assert link["href"] == "#main"
    assert 0 <= link["top"] < link["bottom"] <= 900
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("language", ["he", "en"])
def test_keyboard_reaches_every_part_through_the_contents(language: str, opened: Open) -> None:
    page = opened(language).page
    page.evaluate("document.querySelectorAll('details').forEach(folded => folded.open = true)")
    parts = page.evaluate("[...document.querySelectorAll('nav a')].map(link => link.getAttribute('href'))")
    assert len(parts) > 8
    reached = []
    for _ in range(len(parts) + 10):
        page.keyboard.press("Tab")
        reached.append(focused(page)["href"])
    assert [part for part in parts if part not in reached] == []
    assert page.evaluate("parts => parts.filter(part => !document.querySelector(part))", parts) == []


@pytest.mark.parametrize("language", ["he", "en"])
def test_focus_can_be_seen(language: str, opened: Open) -> None:
    page = opened(language).page
    for _ in range(4):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "(style => parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== 'none')(getComputedStyle(document.activeElement))"
        )


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    "language", ["he", "en", pytest.param("ar", marks=pytest.mark.stress), pytest.param("de", marks=pytest.mark.stress)]
)
def test_axe_finds_nothing_serious(language: str, theme: str, opened: Open) -> None:
    assert serious(opened(language, theme=theme).page) == []


def test_axe_finds_what_is_planted(opened: Open) -> None:
    page = opened("en").page
    page.evaluate("document.body.replaceChildren(document.createElement('button'))")
    assert [line.split(":")[0] for line in serious(page)] == ["button-name"]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_the_drivers_brief_on_a_phone(theme: str, opened: Open) -> None:
    assert serious(opened("he", width=360, theme=theme, audience="driver").page) == []


@pytest.mark.parametrize("language", ["he", "en"])
def test_mark_of_the_driver_stands_on_every_printed_page(language: str, opened: Open) -> None:
    page = opened(language, audience="driver").page
    mark = letters(page.locator(".mark").inner_text())
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert len(sheets) > 5
    assert [number for number, sheet in enumerate(sheets, 1) if letters(top_margin(sheet)) != mark] == []


def letters(text: str) -> list[str]:
    """The letters in the order of the alphabet: a PDF keeps neither the spaces nor, in Hebrew, the order."""
    return sorted("".join(text.split()))


def top_margin(sheet: PageObject) -> str:
    """What is printed above the text."""
    lowest = float(sheet.mediabox.height) - TOP_MARGIN_MM * 72 / 25.4
    found: list[str] = []

    def keep(text: str, current: list[float], matrix: list[float], *_: object) -> None:
        if matrix[4] * current[1] + matrix[5] * current[3] + current[5] > lowest:
            found.append(text)

    sheet.extract_text(visitor_text=keep)
    return "".join(found)


def focused(page: Page) -> dict[str, object]:
    """Where the keyboard is."""
    return page.evaluate(
        "(element => ({href: element.getAttribute('href'), top: element.getBoundingClientRect().top, bottom: element.getBoundingClientRect().bottom}))(document.activeElement)"
    )


def serious(page: Page) -> list[str]:
    """What axe calls serious or critical, with the first places."""
    page.evaluate(AXE.read_text(encoding="utf-8") + "; undefined")
    found = page.evaluate("rules => axe.run(document, rules)", RULES)["violations"]
    return [
        f"{one['id']}: {[node['html'][:160] for node in one['nodes'][:3]]}" for one in found if one["impact"] in ("serious", "critical")
    ]
