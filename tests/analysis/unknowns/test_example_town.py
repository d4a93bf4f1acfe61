"""What the example town's story hides and this part must find: claims 1, 8 and 11."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import shutaf.content
from shutaf.analysis.actors.counts import departments_by_sector
from shutaf.analysis.actors.missing import missing
from shutaf.analysis.situation import Situation
from shutaf.analysis.unknowns.minutes import questions
from shutaf.imports.load import load

EXAMPLE = Path(shutaf.content.__file__).parent / "example"


@cache
def town() -> Situation:
    situation = load([EXAMPLE]).situation
    assert situation is not None
    return situation


def claim(key: str) -> dict[str, Any]:
    claims = tomllib.loads((EXAMPLE / "story.toml").read_text(encoding="utf-8"))["claim"]
    return next(one for one in claims if one["key"] == key)


def test_academia_is_thin_and_its_one_door_is_asked() -> None:
    story = claim("academia_missing")
    finding = next(one for one in missing(town()) if one.key == "sector_thin" and one.facts["sector"] == story["sector"])
    assert list(finding.facts["open_themes"]) == story["goals_without"]
    assert [*finding.subject, finding.facts["ask"]] == story["unknown_pair"]
    assert finding.facts["tied"].value == 0


def test_one_unknown_pair_would_join_most_bodies() -> None:
    story = claim("unknown_joins_parts")
    first = next(one for one in questions(town(), {}) if "parts" in one.changes)
    assert set(first.subject) == set(story["unknown_pair"])
    assert first.facts["part_bodies"] == len(story["part"])


def test_department_that_was_not_asked_has_unknown_cells_only() -> None:
    found = departments_by_sector(town())
    place = found.table.rows.index(claim("engineering_not_asked")["department"])
    assert not found.asked[place]
    assert set(found.table.cells[place]) == {None}
    assert sum(found.asked) == 11
