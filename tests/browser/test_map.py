"""The live map by mouse, by fingers and by keyboard, in both directions."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page
from workbench import Desk, Open

from shutaf.relations.queries import saved_views

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.stress]
BAKERY = "hadar-bakery"
BOTH = pytest.mark.parametrize("language", ["he", "en"])
PICTURE = "document.querySelector('[data-map] canvas').toDataURL()"


def open_map(desk: Open, path: str = "map/", **options: Any) -> tuple[Desk, Page]:
    opened = desk(**options)
    page = opened.open(path)
    page.wait_for_selector("[data-map] canvas[data-ready]")
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(250)
    return opened, page


def picture(page: Page) -> str:
    page.wait_for_timeout(260)  # the sheet settles after 130 ms
    return str(page.evaluate(PICTURE))


def until(page: Page, holds: str, arg: object = None) -> None:
    """Waits for a function to say yes; asked from here, because the page's own policy refuses to be asked from within."""
    for _ in range(100):
        if page.evaluate(holds, arg):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never: {holds}")


def focus(page: Page) -> None:
    page.focus("[data-map] canvas")


def said(page: Page) -> str:
    return page.inner_text("[data-map-say]")


def quiet(opened: Desk) -> list[str]:
    return opened.errors + opened.failed + opened.refused()


@BOTH
def test_wheel_buttons_and_keys_zoom_and_the_whole_comes_back(desk: Open, language: str) -> None:
    opened, page = open_map(desk, language=language)
    focus(page)
    whole = picture(page)
    page.locator("[data-map] canvas").hover()
    page.mouse.wheel(0, -400)
    assert picture(page) != whole
    page.keyboard.press("0")
    assert picture(page) == whole
    page.click("[data-zoom=in]")
    assert picture(page) != whole
    page.click("[data-zoom=all]")
    focus(page)
    page.keyboard.press("+")
    page.keyboard.press("-")
    page.keyboard.press("0")
    assert picture(page) == whole
    assert quiet(opened) == []


def test_dragging_moves_the_map_and_chooses_nobody(desk: Open) -> None:
    opened, page = open_map(desk)
    box = page.locator("[data-map] canvas").bounding_box()
    assert box
    before = picture(page)
    page.mouse.move(box["x"] + 200, box["y"] + 200)
    page.mouse.down()
    page.mouse.move(box["x"] + 320, box["y"] + 260, steps=6)
    page.mouse.up()
    assert picture(page) != before
    assert "body=" not in page.url
    assert quiet(opened) == []


def test_two_fingers_zoom(desk: Open) -> None:
    _opened, page = open_map(desk)
    before = picture(page)
    page.evaluate("""() => { const canvas = document.querySelector('[data-map] canvas'), box = canvas.getBoundingClientRect();
      canvas.setPointerCapture = () => {};
      const send = (type, id, x, y) => canvas.dispatchEvent(new PointerEvent(type, {pointerId: id, pointerType: 'touch', clientX: box.x + x, clientY: box.y + y, bubbles: true}));
      send('pointerdown', 1, 300, 200); send('pointerdown', 2, 400, 200);
      for (let k = 1; k <= 5; k++) { send('pointermove', 1, 300 - 15 * k, 200); send('pointermove', 2, 400 + 15 * k, 200); }
      send('pointerup', 1, 225, 200); send('pointerup', 2, 475, 200); }""")
    assert picture(page) != before


@BOTH
def test_keyboard_travels_along_ties_and_chooses(desk: Open, language: str) -> None:
    opened, page = open_map(desk, language=language)
    focus(page)
    page.keyboard.press("ArrowRight")
    first = said(page)
    assert first
    met = set()
    for arrow in ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"):
        page.keyboard.press(arrow)
        met.add(said(page))
    assert len(met) > 1
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    until(page, "() => location.search.includes('body=')")
    page.wait_for_selector("#chosen .body-top")
    page.keyboard.press("Escape")
    until(page, "() => !location.search.includes('body=')")
    page.wait_for_selector("#chosen .body-top", state="detached")
    assert quiet(opened) == []


@BOTH
def test_body_is_chosen_from_list_and_panel_and_going_back_lets_go(desk: Open, language: str) -> None:
    opened, page = open_map(desk, language=language)
    page.click("#map-list a[data-body] >> nth=0")
    page.wait_for_selector("#chosen .body-top")
    chosen = page.inner_text("#chosen h2")
    assert chosen == page.inner_text("#map-list a[data-body] bdi >> nth=0")
    page.click("#chosen .tie-list a[data-body] >> nth=0")
    until(page, "name => document.querySelector('#chosen h2')?.innerText !== name", chosen)
    page.go_back()
    until(page, "name => document.querySelector('#chosen h2')?.innerText === name", chosen)
    assert quiet(opened) == []


@BOTH
def test_filters_change_picture_list_and_address_without_a_page_load(desk: Open, language: str) -> None:
    opened, page = open_map(desk, f"map/?body={BAKERY}", language=language)
    page.evaluate("window.stays = true")
    page.click(".filter-box summary")
    before = picture(page)
    page.locator(".chip", has=page.locator("input[value=business]")).click()
    until(page, "() => location.search.includes('group=business')")
    until(page, "[...document.querySelectorAll('#map-list tbody th svg')].every(shape => shape.classList.contains('is-business'))")
    assert picture(page) != before
    page.select_option("#map-steps", "1")
    until(page, "() => document.querySelectorAll('#map-list tbody tr').length < 8")
    page.select_option("#map-colour", "ties")
    page.wait_for_selector("#map-says .swatch-dot")
    page.click("a[data-view=rings]")
    page.wait_for_selector("[data-map][data-view=rings]")
    assert "group=business" in str(page.get_attribute("[data-export] >> nth=0", "href"))
    assert "view=rings" in str(page.get_attribute("[data-export] >> nth=0", "href"))
    assert page.evaluate("window.stays")
    assert quiet(opened) == []


@BOTH
def test_body_is_placed_by_hand_undone_and_kept(desk: Open, language: str) -> None:
    opened, page = open_map(desk, f"map/?body={BAKERY}", language=language)
    focus(page)
    before = picture(page)
    page.keyboard.press("m")
    for _ in range(4):
        page.keyboard.press("ArrowUp")
    page.keyboard.press("Escape")
    assert picture(page) == before
    page.keyboard.press("m")
    for _ in range(4):
        page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    moved = picture(page)
    assert moved != before
    page.keyboard.press("Control+z")
    assert picture(page) == before
    page.keyboard.press("m")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.click("details.menu:has([data-map-save]) summary")
    page.fill("#view-name", "Beside the bakery")
    with page.expect_navigation():
        page.click("[data-map-save] button >> nth=0")
    (view,) = saved_views(opened.town.viewer)
    assert set(view.positions) == {BAKERY}
    assert view.settings == {"body": [BAKERY]}
    page.wait_for_selector("[data-map] canvas[data-ready]")
    assert f"saved={view.ref}" in page.url
    assert quiet(opened) == []


def test_body_is_dragged_in_the_mode_of_the_hand_only(desk: Open) -> None:
    _opened, page = open_map(desk, f"map/?body={BAKERY}")
    page.click("[data-move]")
    assert page.get_attribute("[data-move]", "aria-pressed") == "true"
    x, y = a_body(page)
    page.mouse.down()
    page.mouse.move(x + 60, y + 40, steps=5)
    page.mouse.up()
    assert page.locator("[data-undo]").is_visible()
    page.click("[data-undo]")
    assert page.locator("[data-undo]").is_hidden()


def a_body(page: Page) -> tuple[float, float]:
    """A point of the window where the pointer is over some body."""
    box = page.locator("[data-map] canvas").bounding_box()
    assert box
    for x in range(60, int(box["width"]) - 60, 14):
        page.mouse.move(box["x"] + x, box["y"] + 240)
        if page.evaluate("document.querySelector('[data-map] canvas').classList.contains('on-body')"):
            return box["x"] + x, box["y"] + 240
    raise AssertionError("nobody stands on this line")


def test_partner_walks_the_map_and_moves_nobody(desk: Open) -> None:
    opened, page = open_map(desk, who="omar", language="he")
    assert page.locator("[data-move]").count() == 0
    focus(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("m")
    assert said(page)
    assert quiet(opened) == []


@BOTH
def test_phone_opens_with_one_body_and_its_neighbours(desk: Open, language: str) -> None:
    opened, page = open_map(desk, language=language, width=360)
    assert page.get_attribute("[data-map]", "data-view") == "near"
    assert not opened.is_sideways()
    focus(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector("#chosen .body-top")
    page.click("a[data-view=network]")
    page.wait_for_selector("[data-map][data-view=network]")
    assert quiet(opened) == []


def test_theme_of_the_page_is_the_theme_of_the_canvas(desk: Open) -> None:
    _opened, page = open_map(desk)
    light = picture(page)
    page.emulate_media(color_scheme="dark")
    assert picture(page) != light
    page.emulate_media(color_scheme="light")
    assert picture(page) == light


def test_letters_of_the_canvas_are_isolated(desk: Open) -> None:
    """What is written is caught on its way: each label within U+2068 and U+2069, so that a bracket at its end stays there."""
    opened = desk(language="he")
    opened.page.add_init_script("""window.written = []; const plain = CanvasRenderingContext2D.prototype.fillText;
      CanvasRenderingContext2D.prototype.fillText = function (text, ...at) { window.written.push([text, this.direction]); return plain.call(this, text, ...at); };""")
    page = opened.open("map/")
    page.wait_for_selector("[data-map] canvas[data-ready]")
    written = page.evaluate("window.written")
    assert len(written) > 30
    assert all(re.fullmatch("\u2068[^\u2068\u2069]+\u2069", text) and direction == "ltr" for text, direction in written)


def test_without_scripts_the_picture_and_the_form_are_there(desk: Open) -> None:
    opened = desk(language="en", scripts=False)
    page = opened.open("map/?view=rings")
    assert page.locator(".map-still svg").first.is_visible()
    assert page.locator(".map-live").is_hidden()
    page.click(".filter-box summary")
    page.locator(".chip", has=page.locator("input[value=business]")).click()
    page.click("[data-map-form] button")
    assert "group=business" in page.url
    assert "view=rings" in page.url


APART = """async () => {
  const load = (name) => import(document.querySelector("script[src*='network_map/page.js']").src.replace("page.js", `${name}.js`));
  const [scenes, standing] = await Promise.all([load("scene"), load("upright")]), box = document.querySelector("[data-map]");
  const sent = scenes.sceneOf(await (await fetch(`${box.dataset.scene}?view=grid`)).json()), w = box.clientWidth, { n, x, y } = standing.upright(sent, w);
  let least = Infinity;
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) least = Math.min(least, Math.hypot(x[i] - x[j], y[i] - y[j]) * (w - 20) / sent.width);
  return least;
}"""


@pytest.mark.parametrize("view", ["rings", "grid"])
def test_rings_and_grid_stand_upright_on_a_phone(desk: Open, view: str) -> None:
    opened, page = open_map(desk, f"map/?view={view}", width=360)
    wide, high = page.evaluate(
        "(({ clientWidth, clientHeight }) => [clientWidth, clientHeight])(document.querySelector('[data-map] canvas'))"
    )
    assert high > 1.3 * wide
    assert page.evaluate(APART) > 12
    assert not quiet(opened)
