"""Are the place and who is missing open to everybody in every state: picked, looking, refused, empty, by keyboard and without scripts?"""

from __future__ import annotations

from datetime import date

import pytest
from workbench import Desk, Open

from shutaf.imports.authorities import AuthorityRow
from shutaf.places.loading import authorities_load

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.stress]

TABLE = (
    AuthorityRow(
        "IL", "26", "ראש פינה", (("he", "ראש פינה"), ("en", "Rosh Pinna")), "local_council", (("he", "הצפון"),), 3236, 2021, 7, 2019
    ),
    AuthorityRow("IL", "2640", "ראש העין", (("he", "ראש העין"),), "city", (("he", "המרכז"),), 71_651, 2021, 7, 2019),
)


def wrong(desk: Desk) -> list[str]:
    """target-size is left out: on a phone the dock lies over what is scrolled under it."""
    return [
        *(one for one in desk.axe() if not one.startswith("target-size")),
        *desk.refused(),
        *desk.errors,
        *(["sideways"] if desk.is_sideways() else []),
    ]


@pytest.mark.parametrize(
    "language", ["he", "en", pytest.param("ar", marks=pytest.mark.stress), pytest.param("de", marks=pytest.mark.stress)]
)
@pytest.mark.parametrize("width", [360, 1440])
def test_every_state_is_open_to_everybody(desk: Open, language: str, width: int) -> None:
    authorities_load(TABLE, source="table.csv", on=date(2026, 1, 5))
    opened = desk("dana", language=language, width=width)
    found = []
    page = opened.open("place/")
    page.fill("#id_name", "ראש")
    page.fill("#id_population", "many")
    for press in ("button[name=find]", "button[name=choose] >> nth=1"):
        with page.expect_navigation():
            page.click(press)
        found += wrong(opened)
    page.fill("#id_population", "5000")
    with page.expect_navigation():
        page.click("button[name=choose] >> nth=1")
    assert page.input_value("#id_name") == "ראש פינה"
    found += wrong(opened)
    opened.open("missing/?model=local_economy")
    page.click("details.inline-fold summary >> nth=0")
    page.fill("details.inline-fold[open] input[name=name]", "  ")
    found += wrong(opened)
    assert found == []


@pytest.mark.parametrize("scripts", [True, False])
def test_a_missing_body_is_added_and_a_suggestion_put_aside_by_keyboard_alone(desk: Open, scripts: bool) -> None:
    opened = desk("dana", language="en", scripts=scripts)
    page = opened.open("missing/")
    before = page.locator(".who-card").count()
    page.focus(".who-card:has-text('is not on the map') details summary >> nth=0")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.focus(".who-card details:has(input[name=reason]) summary >> nth=0")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("outside our town")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("text=outside our town").count() == 1
    assert page.locator(".who-card").count() <= before - 2
