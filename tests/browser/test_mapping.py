"""Are ten departments and forty bodies mapped with few keys beside what is typed?"""

from __future__ import annotations

import pytest
from mapping import BODIES, DEPARTMENTS, Typist
from workbench import Open

from shutaf.accounts.actions import workspace_create
from shutaf.imports.example import example_situation
from shutaf.partnerships.queries import situation

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.stress]
MOST_KEYS_A_BODY = 6


def test_a_town_is_typed_with_few_keys(desk: Open) -> None:
    opened = desk("ruth", language="he")
    viewer = workspace_create(opened.town.ruth, name="גבעת אלון")
    typist = Typist(opened.page, f"{opened.base}/w/{viewer.workspace_ref}/", example_situation())
    count = typist.run()
    print(count.a_body(DEPARTMENTS + BODIES))
    assert typist.differences(situation(viewer)) == []
    assert count.keys / (DEPARTMENTS + BODIES) <= MOST_KEYS_A_BODY
    assert opened.errors + opened.failed == []


def test_a_town_is_pasted_with_two_blocks(desk: Open) -> None:
    opened = desk("ruth", language="he")
    viewer = workspace_create(opened.town.ruth, name="גבעת אלון")
    typist = Typist(opened.page, f"{opened.base}/w/{viewer.workspace_ref}/", example_situation())
    count = typist.run_pasted()
    print(count.a_body(DEPARTMENTS + BODIES))
    assert [text for text in typist.differences(situation(viewer)) if "no tie" not in text] == []
    assert count.keys / (DEPARTMENTS + BODIES) <= 2
