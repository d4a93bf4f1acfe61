"""Does the ranking of the example town equal the story that was written before its data?"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from shutaf.analysis.coalition.cover import smallest_coalition
from shutaf.analysis.criteria.ranking import Ranking, rank_initiatives
from shutaf.imports.example import example_situation


@cache
def story() -> dict[str, object]:
    text = (files("shutaf.content") / "example" / "story.toml").read_text(encoding="utf-8")
    return next(claim for claim in tomllib.loads(text)["claim"] if claim["key"] == "quick_win")


def ranked() -> Ranking:
    return rank_initiatives(example_situation())


def named(ref: str | None) -> str:
    return next(one.name for one in example_situation().initiatives if one.ref == ref)


def test_the_quick_win_is_the_one_of_the_story_at_its_floor() -> None:
    ranking = ranked()
    assert named(ranking.first) == story()["first"]
    assert [(floor.key, floor.at) for floor in ranking.floors] == [("chance", story()["floor"])]
    assert [row.rank for row in ranking.rows if row.ref == ranking.first] == [1]


def test_its_reasons_are_those_of_the_story() -> None:
    """Likely, visible in three months, four sectors gain, everything it needs is offered."""
    said = {reason.key: reason.facts["value"].value for reason in ranked().rows[0].for_reasons}
    assert (said["chance_reaches_floor"], said["result_within_a_year"], said["resources_covered"]) == (0.85, 3, 1)
    assert said["several_sectors_gain"] >= 3
    assert ranked().rows[0].against_reasons == ()


def test_the_shiny_project_waits_because_of_its_chance_and_what_nobody_offers() -> None:
    row = next(row for row in ranked().rows if named(row.ref) == story()["shiny"])
    assert (row.second_stage, row.passes_floor) == (True, False)
    keys = [reason.key for reason in row.against_reasons]
    assert keys[0] == "chance_below_floor"
    assert "resource_not_covered" in keys
    assert row.against_reasons[0].facts["value"].value == 0.4


def test_whom_it_takes_is_the_coalition_of_the_story() -> None:
    found = smallest_coalition(example_situation(), str(ranked().first))
    assert found is not None
    assert sorted(member.ref for member in found.members) == story()["coalition"]


def test_both_cross_checks_put_the_same_first() -> None:
    check = ranked().cross_check
    assert check is not None
    assert {named(check.topsis_first), named(check.weighted_sum_first)} == {story()["first"]}
    assert check.topsis == check.weighted_sum
