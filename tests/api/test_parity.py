"""Can a program and a script do everything that the browser can do with data, but what the page on it names with a reason?"""

from __future__ import annotations

import re
from pathlib import Path

from shutaf.api.application import api
from shutaf.stewardship.doing import BY_NAME
from shutaf.stewardship.queries import TABLES
from shutaf.stewardship.told_rows import LEFT_OUT, READABLE
from shutaf.web.parts.deeds import SAID

PAGE = (Path(__file__).parents[2] / "docs/reference/parity.md").read_text(encoding="utf-8")


def test_every_deed_of_the_browser_is_there_for_programs_or_has_its_reason() -> None:
    assert set(SAID) - set(BY_NAME) == set(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE))


def test_every_deed_for_programs_is_a_route() -> None:
    paths = api.get_openapi_schema(path_prefix="/api/v1/")["paths"]
    assert {path.rpartition("/")[2] for path in paths if "/deeds/" in path} == set(BY_NAME)


def test_every_table_is_read_but_files_on_their_way_in() -> None:
    assert set(TABLES) - set(READABLE) == LEFT_OUT == {"intake.upload"}
