"""Is it told who is asked by everyone, without ranking anybody?"""

from __future__ import annotations

from dataclasses import replace

from shutaf.analysis.actors.overload import MANY_SIDES, overload
from shutaf.analysis.matching.fit import matches
from shutaf.analysis.situation import Body, Department, MapBasis, Need, Offer, Situation, Tie, Word

SPACE = Word("space", "space")


def town(departments: int = 3, needing: int = 3, seen_by: str = "partners") -> Situation:
    """A hall that `departments` work with and whose room `needing` others need, beside a firm that one department knows."""
    bodies = (
        Body("hall", "Hall"), Body("firm", "Firm"), *(Body(f"n{i}", f"Needing {i}") for i in range(needing)),
        *(Body(f"d{i}", f"Department {i}", department=Department()) for i in range(departments)),
    )  # fmt: skip
    ties = (Tie("d0", "firm"), *(Tie(f"d{i}", "hall") for i in range(departments)))
    needs = tuple(Need(f"need {i}", f"n{i}", "a room", SPACE, visible_to=seen_by) for i in range(needing))
    return Situation(bodies=bodies, ties=ties, needs=needs, offers=(Offer("offer 1", "hall", "a room", SPACE, visible_to="partners"),))


def found(situation: Situation) -> list[tuple[str, str, float]]:
    return [(one.subject[0], one.audience, one.facts["sides"].value) for one in overload(situation, matches(situation).fits)]


def test_a_body_asked_from_many_sides_is_told_once() -> None:
    assert found(town()) == [("hall", "room", 6.0)]


def test_few_sides_are_no_finding() -> None:
    assert found(town(departments=2, needing=2)) == []
    assert MANY_SIDES == 5


def test_needs_that_are_for_editors_count_for_editors_only() -> None:
    assert found(town(departments=5, needing=2, seen_by="editors")) == [("hall", "room", 5.0), ("hall", "driver", 7.0)]


def test_nobody_inside_is_told() -> None:
    turned = replace(town(5, 0), ties=(*tuple(Tie("d0", f"d{i}") for i in range(1, 5)), Tie("d0", "hall")))
    assert found(turned) == []


def test_what_it_needs_itself_comes_first() -> None:
    (silent,) = overload(town(), matches(town()).fits)
    assert silent.step == "one_door_and_ask"
    asking = replace(town(), needs=(*town().needs, Need("need 9", "hall", "a caretaker", Word("hours", "work"), visible_to="partners")))
    (told,) = overload(asking, matches(asking).fits)
    assert (told.step, told.facts["own_needs"].value) == ("one_door", 1.0)


def test_a_surveyed_map_with_few_answers_says_nothing_of_single_bodies() -> None:
    assert found(replace(town(), map=MapBasis("surveyed", asked=("hall",)))) == []


def test_an_empty_map_says_nothing() -> None:
    assert found(Situation()) == []
