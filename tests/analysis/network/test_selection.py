"""Is what is asked for of the map what is shown, and is nothing ruled out that nobody knows?"""

from __future__ import annotations

import pytest

from shutaf.analysis.network.selection import Selection, select, steps_from
from shutaf.analysis.situation import Body, Situation, Tie, Word


def town() -> Situation:
    bodies = (
        Body("a", "A", Word("", "business"), themes=(Word("", "energy"),)), Body("b", "B", Word("", "civil_society")),
        Body("c", "C", Word("", "business")), Body("d", "D"),
    )  # fmt: skip
    ties = (
        Tie("a", "b", strength_1_5=4, kind=Word("", "joint_project"), since_date="2024"), Tie("b", "c", until_date="2025-06"), Tie("c", "d", status="none"),
    )  # fmt: skip
    return Situation(bodies=bodies, ties=ties)


def test_everything_is_shown_when_nothing_is_asked() -> None:
    found = select(town(), Selection())
    assert (len(found.bodies), len(found.exists), len(found.none), found.unrated) == (4, 2, 1, 0)


def test_a_group_keeps_only_ties_between_its_own_bodies() -> None:
    found = select(town(), Selection(groups=("business",)))
    assert (found.bodies, dict(found.exists)) == (("a", "c"), {})


def test_several_groups_are_shown_together() -> None:
    assert select(town(), Selection(groups=("business", ""))).bodies == ("a", "c", "d")


def test_bodies_of_no_known_sector_can_be_asked_for() -> None:
    assert select(town(), Selection(groups=("",))).bodies == ("d",)


def test_a_tie_of_unknown_strength_is_left_out_and_counted() -> None:
    found = select(town(), Selection(least_strength=3))
    assert (list(found.exists), found.unrated) == ([("a", "b")], 1)


@pytest.mark.parametrize(
    ("on", "there"), [("2023-12-31", [("b", "c")]), ("2025-06-30", [("a", "b"), ("b", "c")]), ("2026-01-01", [("a", "b")])]
)
def test_dates_that_are_not_known_rule_nothing_out(on: str, there: list[tuple[str, str]]) -> None:
    assert list(select(town(), Selection(on=on)).exists) == there


def test_a_kind_keeps_known_absences() -> None:
    found = select(town(), Selection(kind="joint_project"))
    assert (list(found.exists), list(found.none)) == ([("a", "b")], [("c", "d")])


def test_steps_reach_each_body_once_by_the_shortest_way() -> None:
    neighbours = select(town(), Selection()).neighbours
    assert steps_from(neighbours, "a", 3) == ({"b": "a"}, {"c": "b"})
    assert steps_from(neighbours, "d", 3) == ()
