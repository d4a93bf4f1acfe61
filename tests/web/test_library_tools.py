"""Does every name of a tool open a page of the workbench?"""

from __future__ import annotations

from django.urls import NoReverseMatch, reverse

from shutaf.reports.wording.library import TOOLS
from shutaf.web.parts.library import DOORS


def opens(name: str) -> bool:
    try:
        return bool(reverse(DOORS.get(name, name), args=("w",)))
    except NoReverseMatch:
        return False


def test_every_tool_opens_a_page_of_a_workspace() -> None:
    assert {name for name in TOOLS if not opens(name)} == set()
