"""Does every page of the workbench stand before a reader: quiet, inside the window, open to everybody, in four languages and two themes?"""

from __future__ import annotations

import pytest
from workbench import Open

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = (
    "", "bodies/", "inside/", "kit/", "kit/type/", "merge/", "merge/two?keep=hadar-bakery&away=fig-cafe", "body/hadar-bakery", "edit/body/hadar-bakery", "new/body/", "ties/", "new/tie/", "exchange/", "new/resource/", "initiatives/",
    "new/initiative/", "criteria/", "new/criterion/", "map/", "map/?body=hadar-bakery", "map/?view=rings", "map/?view=grid&group=business&least=3", "map/?view=themes&colour=ties", "findings/", "brief/", "why/?code=AAAA", "place/", "search/?q=hadar", "import/", "export/", "history/",
    "initiative-coalition/initiative 2", "initiative-coalition/initiative 2?without=merchants&with=fig-cafe",
    "matches/", "matches/?view=circles", "matches/?view=declined",
    "trash/", "more/", "members/", "links/", "tokens/", "contact-reads/", "outbox/", "intake/", "hour/names/", "hour/sectors/", "hour/ticks/", "hour/exchange/", "hour/brief/",
    "findings/?kind=person", "findings/changed/?since=2020-01-01", "map/told/", "map/told/?as=list", "map/told/?as=table&rows=ties", "map/told/?as=tree", "map/told/?as=tree&body=hadar-bakery&steps=3",
    "card/hadar-bakery", "card/hadar-bakery?part=ties", "card/hadar-bakery?part=wants", "card/hadar-bakery?part=facts", "card/hadar-bakery?part=interests",
    "card/hadar-bakery?part=done", "contacts/", "contacts/?show=open", "new/contact/?body=hadar-bakery", "questions/", "questions/?body=hadar-bakery&for=driver",
    "missing/", "missing/?model=local_economy",
    "stances/", "stances/goal/?goal=shade",
    "dossiers/", "dossier/merchants", "dossier/merchants?as=driver", "letter/merchants", "letter/merchants?lang=de",
    "grid/organisations/", "grid/departments/",
    "partnerships/", "new/partnership/", "edit/partnership/{p}", "partnership/{p}", "partnership/{p}/step/joint_thinking", "partnership/{p}/gate/",
    "partnership/{p}/letter/", "gate/", "model/", "partnership/{p}/model/",
    "new/exchange/", "departments/", "department/dept-environment", "actions/", "new/actions/", "new/opportunities/", "links/departments/", "links/bodies/",
    "rounds/", "new/round/",
    "cases/", "case/{q}", "edit/case/{k}",
    "/?all=1", "safety/", "/account/", "/account/second/", "/about/", "/workspace/new/",
    "heard/hadar-bakery", "body-person/hadar-bakery", "heard-ask/hadar-bakery", "requests/", "held/", "privacy/", "/privacy/",
    "defects/", "/accessibility/", "/accessibility/tell/",
    "reciprocity/", "like-us/", "exchange/?q=hadar&side=need&group=business",
)  # fmt: skip
DOORS = (
    "/library/",
    "/library/?q=climate&country=DE",
    "/library/case/il-hura-procurement/",
    "/library/municipality/why/",
    "/library/glossary/",
    "/library/compare/",
    "/call/{a}/",
    "/call/{a}/receipt/",
    "/library/told/{t}/",
    "/sign-in/",
    "/sign-in/link/",
    "/password/reset/",
    "/about/",
    "/accessibility/",
    "/accessibility/tell/",
    "/accessibility/told/",
)


def looked_at(desk: Open, language: str, theme: str, pages: tuple[str, ...], who: str = "dana") -> list[str]:
    """Everything wrong on these pages."""
    wide, narrow = desk(who, language=language, theme=theme), desk(who, language=language, theme=theme, width=320)
    found = []
    for path in pages:
        wide.open(path)
        found += [f"{path}: axe {one}" for one in wide.axe()]
        found += [f"{path}: policy refused {one}" for one in wide.refused()]
        found += [f"{path}: sideways at 1440"] if wide.is_sideways() else []
        found += [f"{path}: {one}" for one in wide.moved()]
        narrow.open(path)
        found += [f"{path}: at 320 {one}" for one in narrow.moved() if not path.startswith("map/")]  # the canvas is taller than the picture
        found += [f"{path}: sideways at 320"] if narrow.is_sideways() else []
    return found + wide.errors + wide.failed


def test_pages_by_day(desk: Open) -> None:
    assert looked_at(desk, "he", "light", PAGES) == []


@pytest.mark.stress
@pytest.mark.parametrize(("language", "theme"), [("en", "dark"), ("ar", "dark"), ("de", "light"), ("he", "dark")])
def test_pages_in_every_language_and_in_both_themes_of_both_directions(desk: Open, language: str, theme: str) -> None:
    """With the day in Hebrew above: colours turn with the theme, places with the direction, lengths with the language."""
    assert looked_at(desk, language, theme, PAGES) == []


@pytest.mark.parametrize("language", ["he", "de"])
def test_the_door(desk: Open, language: str) -> None:
    assert looked_at(desk, language, "light", DOORS, who="") == []


def test_a_partner_meets_no_error(desk: Open) -> None:
    assert (
        looked_at(
            desk,
            "he",
            "light",
            ("", "bodies/", "body/hadar-bakery", "exchange/", "map/", "findings/", "brief/", "more/", "members/"),
            who="omar",
        )
        == []
    )


def test_no_page_says_english_to_a_hebrew_reader(desk: Open) -> None:
    """Words of ours; names from data stand in bdi, inputs and options and may be in any language."""
    opened = desk("dana", language="he")
    script = """() => { const words = [];
      const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) { const node = walker.currentNode;
        if (node.parentElement.closest('bdi, svg, .ltr, kbd, option, textarea, code, [lang], .num, time, script')) continue;
        for (const found of node.textContent.match(/[A-Za-z]{3,}( [A-Za-z]{2,})+/g) || []) words.push(found); }
      return words; }"""
    allowed = ("Ctrl", "Enter", "PDF", "Word", "Excel", "HTML", "WCAG", "JavaScript")
    found = {path: [word for word in opened.open(path).evaluate(script) if word not in allowed] for path in PAGES}
    assert {path: words for path, words in found.items() if words} == {}


def test_enter_in_a_field_saves_and_does_not_change_the_language(desk: Open) -> None:
    for scripts in (True, False):
        opened = desk("dana", language="de", scripts=scripts)
        page = opened.open("place/")
        page.fill("#id_population", "31415")
        with page.expect_navigation():
            page.press("#id_population", "Enter")
        assert 'lang="de"' in page.content()
        assert page.input_value("#id_population") == "31415"
