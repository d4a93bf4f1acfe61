"""Does the sheet of a rating stand on a phone: open to everybody, by keyboard, and losing nothing when the connection goes?"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from workbench import TURN, Desk, Open

from shutaf.accounts.viewer import Viewer
from shutaf.partnerships.models import Initiative, Rating
from shutaf.partnerships.rating import door_of, new_rater, rating_save
from shutaf.partnerships.round_actions import round_close, round_open, round_save
from shutaf.partnerships.rounds import round_found

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def round_of(desk: Desk) -> tuple[str, str]:
    """(ref, path of its link)."""
    with TURN:
        refs = list(Initiative.present.filter(workspace=desk.town.workspace).order_by("pk").values_list("ref", flat=True)[:2])
        ref, _deed = round_save(desk.town.editor, name="איפה מתחילים?", initiatives=refs, criteria=("chance", "months_to_result", "light"))
        round_open(desk.town.editor, ref=ref)
        found = round_found(desk.town.editor, ref)
    assert found
    return ref, f"/r/{found.token}/"


def answered(editor: Viewer, ref: str) -> None:
    """Four people, of one mind on the first and of two on the second."""
    found = round_found(editor, ref)
    door = door_of(found.token) if found else None
    assert found
    assert door
    for n in range(4):
        rater = new_rater()
        for place, (initiative, _name) in enumerate(found.initiatives):
            said = {"chance": (0.9, (0.1, 0.9)[n % 2])[place], "months_to_result": 6.0, "light": (8.0, (0.0, 10.0)[n % 2])[place]}
            rating_save(door.viewer, rater=rater, group="business", initiative_ref=initiative, answers=said)


def begun(desk: Desk, path: str) -> Page:
    page = desk.open(path)
    page.locator("button.first").press("Enter")
    page.wait_for_url("**/r/")
    return page


@pytest.mark.parametrize(
    ("language", "theme"), [("he", "light"), pytest.param("ar", "dark", marks=pytest.mark.stress), pytest.param("de", "dark", marks=pytest.mark.stress), pytest.param("en", "light", marks=pytest.mark.stress)]
)  # fmt: skip
def test_all_its_pages_are_quiet_open_to_everybody_and_inside_the_window(desk: Open, language: str, theme: str) -> None:
    phone = desk("", language=language, theme=theme, width=320)
    ref, path = round_of(phone)
    found = []

    def looked(page: Page) -> None:
        page.evaluate("for (const one of document.querySelectorAll('details.fold')) one.open = true")
        found.extend([*phone.axe(), *phone.refused()])
        assert not phone.is_sideways()

    looked(phone.open(path))
    looked(begun(phone, path))
    looked(phone.open("/r/done/"))
    editor = desk("dana", language=language, theme=theme, width=1440)
    for address in (f"round/{ref}", f"round/{ref}?large=1"):
        editor.open(address)
        found += [*editor.axe(), *editor.refused()]
        assert not editor.is_sideways()
    with TURN:
        answered(phone.town.editor, ref)
        round_close(phone.town.editor, ref=ref, on="2026-11-26")
    looked(phone.open("/r/"))
    narrow = desk("dana", language=language, theme=theme, width=320)
    for page in (editor.open(f"round/{ref}"), narrow.open(f"round/{ref}")):
        page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
    found += [*editor.axe(), *editor.refused()]
    assert not narrow.is_sideways()
    assert (found, phone.errors, editor.errors, phone.failed, editor.failed) == ([], [], [], [], [])


def test_every_press_is_large_enough_for_a_thumb(desk: Open) -> None:
    phone = desk("", language="he", width=360)
    _ref, path = round_of(phone)
    page = begun(phone, path)
    sizes = page.evaluate(
        "[...document.querySelectorAll('.step, main .btn')].map(one => { const box = one.getBoundingClientRect(); return [box.width, box.height]; })"
    )
    assert min(min(size) for size in sizes) >= 44


def test_it_is_rated_by_keyboard_and_without_scripts(desk: Open) -> None:
    phone = desk("", language="en", width=360, scripts=False)
    _ref, path = round_of(phone)
    page = begun(phone, path)
    page.locator("input[name=chance]").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.locator("#page-form button.first").press("Enter")
    page.wait_for_url("**/r/?at=2")
    assert Rating.objects.get().value == 0.5


def test_nothing_is_lost_when_the_connection_goes(desk: Open) -> None:
    phone = desk("", language="en", width=360)
    _ref, path = round_of(phone)
    page = begun(phone, path)
    page.locator("label:has(input[name=chance][value='3'])").click()
    page.context.set_offline(True)
    page.locator("label:has(input[name=light][value='unknown'])").click()
    page.locator("#page-form button.first").click()
    expect(page.locator("[data-state]")).to_contain_text("Kept on this phone")
    assert not Rating.objects.exists()
    page.context.set_offline(False)
    page.wait_for_url("**/r/?at=2", timeout=15_000)
    assert set(Rating.objects.values_list("criterion", "value")) == {("chance", 0.7), ("light", None)}


def test_what_was_pressed_and_not_sent_stands_there_again(desk: Open) -> None:
    phone = desk("", language="en", width=360)
    _ref, path = round_of(phone)
    page = begun(phone, path)
    page.locator("label:has(input[name=chance][value='3'])").click()
    page.reload()
    expect(page.locator("input[name=chance][value='3']")).to_be_checked()
    expect(page.locator("[data-state]")).to_contain_text("Not sent yet")


def test_a_rating_closed_meanwhile_is_told_on_the_phone(desk: Open) -> None:
    phone = desk("", language="en", width=360)
    ref, path = round_of(phone)
    page = begun(phone, path)
    page.locator("label:has(input[name=chance][value='3'])").click()
    with TURN:
        round_close(phone.town.editor, ref=ref, on="2026-11-26")
    page.locator("#page-form button.first").click()
    expect(page.locator("h1")).to_have_text("The rating is closed")


def test_the_address_and_the_way_back_hold_no_secret(desk: Open) -> None:
    phone = desk("", language="en", width=360)
    _ref, path = round_of(phone)
    page = begun(phone, path)
    token = path.split("/")[2]
    assert token not in page.url + page.content()
    page.go_back()
    page.wait_for_load_state()
    assert token not in page.url
