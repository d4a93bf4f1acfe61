"""Does Chromium run anything of a town in which every field holds a hostile text, by a script of ours or past the policy?"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from workbench import Open

sys.path.insert(0, str(Path(__file__).parents[1] / "hostile"))
from payload import plant

pytestmark = [pytest.mark.browser, pytest.mark.stress]

PAGES = (
    "",
    "bodies/",
    "body/hadar-bakery",
    "map/",
    "map/?view=rings",
    "exchange/",
    "matches/",
    "findings/",
    "grid/organisations/",
    "hour/ticks/",
    "contacts/",
    "brief/",
)


def test_nothing_that_somebody_typed_runs_in_a_browser(desk: Open) -> None:
    assert plant(desk("dana").town) > 100
    opened = desk("dana", language="en")  # with a session of its own: those that were there hold the text too
    opened.page.on("dialog", lambda dialog: (opened.errors.append(f"a dialog: {dialog.message}"), dialog.dismiss()))
    wrong, shown = [], 0
    for path in PAGES:
        page = opened.open(path)
        page.wait_for_load_state("networkidle")
        wrong += [f"{path}: policy refused {one}" for one in opened.refused()]
        wrong += [f"{path}: an element of somebody's"] if page.query_selector("hostile-x, [hostile-y]") else []
        shown += "HOSTILE" in page.content()
    assert wrong + opened.errors + opened.failed == []
    assert shown > len(PAGES) / 2
