"""Can somebody who never saw a command line get from thirty names to two pages, by keyboard, with few keys?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pypdf import PdfReader
from workbench import Desk, Open

from shutaf.accounts.actions import workspace_create
from shutaf.partnerships.queries import situation

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NAMES = """מחלקת החינוך
אגף הרווחה
קידום כלכלי
לשכת ראש העיר
קפה תאנה בע״מ
מאפיית הדר
עמותת שכן טוב
ועד שכונת הכרמים
מכללת המורד
בית ספר אלון
מתנ״ס מרכז
מרפאת העמק
סופר שכונתי
מוסך חורי
נגריית אלון
גינת הרימון
תנועת נוער החרוב
קרן קהילתית
مخبز السنابل
جمعية الأمل
Green Valley Ltd
Freundeskreis Ein Haruv e.V.
דפוס אור
מלון המעיין
קרטון הצפון
נתיב לוגיסטיקה
הורי עין חרוב
פורום הגמלאים
מטבח פתוח
תיכון חרובים""".splitlines()
SECTORS = ("public", "business", "civil_society", "academia", "community", "department", "other")
TRUE = dict.fromkeys(NAMES[:4], "department") | dict(
    zip(NAMES[4:], ["business", "business", "civil_society", "community", "academia", "public", "community", "public", "business", "business", "business",
     "community", "civil_society", "civil_society", "business", "civil_society", "business", "civil_society", "business", "business", "business", "business",
     "community", "civil_society", "civil_society", "public"], strict=True)
)  # fmt: skip
MOST_KEYS_A_BODY = 6


class Counting:
    """Presses keys and counts what is not typed text."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.keys, self.loads = desk, 0, 0
        desk.page.on("framenavigated", lambda frame: setattr(self, "loads", self.loads + (frame.parent_frame is None)))

    def press(self, key: str) -> None:
        self.keys += 1
        self.desk.page.keyboard.press(key)

    def button(self, selector: str) -> None:
        """A button reached and pressed: one press."""
        self.keys += 1
        self.desk.page.focus(selector)
        with self.desk.page.expect_navigation():
            self.desk.page.keyboard.press("Enter")


def test_thirty_names_become_two_pages(desk: Open, tmp_path: Path) -> None:
    opened = desk("ruth", language="he")
    viewer = workspace_create(opened.town.ruth, name="גבעת אלון")
    page, count = opened.page, Counting(opened)
    opened.open(f"/w/{viewer.workspace_ref}/")
    count.button("a[href*='/hour/names/']")
    page.fill("#names", "\n".join(NAMES))
    count.button("main button.first")
    _tap_sectors(count)
    assert {body.name: body.group_key for body in situation(viewer).bodies} == TRUE
    opened.open(f"/w/{viewer.workspace_ref}/hour/ticks/")
    _tick(count)
    known = [tie for tie in situation(viewer).ties if tie.status == "exists"]
    assert len(known) == 10
    opened.open(f"/w/{viewer.workspace_ref}/hour/exchange/")
    _needs_and_offers(count)
    assert len(situation(viewer).needs) == len(situation(viewer).offers) == 6
    assert page.locator(".match").count() >= 1
    with page.expect_download() as download:
        page.click("a[download][href*='short=1']")
    download.value.save_as(tmp_path / "brief.pdf")
    assert len(PdfReader(tmp_path / "brief.pdf").pages) <= 3
    a_body = count.keys / len(NAMES)
    print(f"first hour: {count.keys} keys beyond the typed text, {a_body:.1f} a body, {count.loads} page loads")
    assert a_body <= MOST_KEYS_A_BODY
    assert opened.errors == []
    assert opened.refused() == []


def _tap_sectors(count: Counting) -> None:
    page = count.desk.page
    for row in page.locator("[data-row]").all():
        name, suggested = row.locator("legend bdi").inner_text(), row.get_attribute("data-suggested")
        count.press("Enter" if suggested == TRUE[name] else str(SECTORS.index(TRUE[name]) + 1))
    count.button("main button.first")


def _tick(count: Counting) -> None:
    page = count.desk.page
    page.locator("[data-tick]").first.focus()
    for _ in range(10):
        count.press("1")
    count.button("main button[name=on]")


def _needs_and_offers(count: Counting) -> None:
    page = count.desk.page
    for row in range(12):
        page.select_option(f"[name='b:{row}']", index=1 + row % 8)
        page.fill(f"[name='w:{row}']", "חדר לפגישות ערב" if row < 4 else f"דבר {row}")
        page.select_option(f"[name='k:{row}']", index=1 + row // 2)
        count.keys += 4  # two to a list and its entry, twice
    count.button("main button[name=on]")


def test_the_first_hour_works_without_scripts(desk: Open) -> None:
    opened = desk("ruth", language="en", scripts=False)
    viewer = workspace_create(opened.town.ruth, name="גבעת אלון")
    page = opened.page
    opened.open(f"/w/{viewer.workspace_ref}/hour/names/")
    page.fill("#names", "Department of Education\nCafé Fig\nGreen Valley Ltd")
    page.click("main button.first")
    page.check("input[value=department] >> nth=0", force=True)
    page.check("[data-row] >> nth=1 >> input[value=business]", force=True)
    page.check("[data-row] >> nth=2 >> input[value=business]", force=True)
    page.click("main button.first")
    page.select_option("[data-tick] >> nth=0", "works")
    page.click("main button[name=on]")
    seen = situation(viewer)
    assert [body.group_key for body in seen.bodies] == ["department", "business", "business"]
    assert len(seen.ties) == 1


def test_typed_text_survives_a_change_of_language(desk: Open) -> None:
    for scripts in (True, False):
        opened = desk("ruth", language="he", scripts=scripts)
        viewer = workspace_create(opened.town.ruth, name="גבעת אלון")
        page = opened.page
        opened.open(f"/w/{viewer.workspace_ref}/hour/names/")
        page.fill("#names", "קפה תאנה\nגינה")
        page.click("summary[aria-label='שפה']")
        with page.expect_navigation():
            page.click("button[name=language][value=de]")
        assert 'lang="de"' in page.content()
        assert page.input_value("#names").replace("\r", "") == "קפה תאנה\nגינה"
        assert re.search(r"/hour/names/$", page.url)
