"""Influence x interest: the published grid, and nobody placed by a guess."""

import json
from pathlib import Path

import pytest

from shutaf.analysis.actors.influence_interest import CUT, influence_interest, quarter
from shutaf.analysis.situation import Body, Department, Situation

ORACLE = json.loads((Path(__file__).parents[2] / "oracles" / "power_interest_grid.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", ORACLE["strategies"], ids=lambda case: case["strategy"])
def test_quarter_matches_the_published_grid(case: dict[str, object]) -> None:
    influence = CUT if case["power_high"] else CUT - 0.5
    interest = CUT if case["interest_high"] else CUT - 0.5
    assert quarter(influence, interest) == case["quarter"]


def test_body_with_one_rating_is_listed_apart() -> None:
    bodies = (Body("1", "A", influence_1_10=9), Body("2", "B"), Body("3", "C", influence_1_10=1, interest_1_10=1))
    grid = influence_interest(Situation(bodies=bodies))
    assert [(one.ref, one.missing) for one in grid.unrated] == [("1", ("interest",)), ("2", ("influence", "interest"))]
    assert [one.ref for one in grid.placed] == ["3"]


def test_grid_is_for_the_driver_and_leaves_departments_out() -> None:
    rated = {"influence_1_10": 9.0, "interest_1_10": 9.0}
    grid = influence_interest(Situation(bodies=(Body("1", "A", department=Department(), **rated), Body("2", "B", **rated))))
    assert grid.audience == "driver"
    assert [one.ref for one in grid.placed] == ["2"]
    assert grid.counts["manage_closely"].value == 1
    assert grid.counts["watch"].value == 0


def test_placed_bodies_stand_by_quarter_then_by_sum() -> None:
    ratings = {"1": (2, 2), "2": (6, 6), "3": (10, 10), "4": (2, 9)}
    bodies = tuple(Body(ref, ref, influence_1_10=one, interest_1_10=two) for ref, (one, two) in ratings.items())
    assert [one.ref for one in influence_interest(Situation(bodies=bodies)).placed] == ["3", "2", "4", "1"]
