"""Do the checks of the path count what is known, and tell what is missing?"""

from __future__ import annotations

import pytest

import world
from shutaf import content
from shutaf.analysis.path import Course, Held, Recorded, StepHeld, Wanted, held, step_now
from shutaf.analysis.path.rules import OUTSIDE, RULES
from shutaf.analysis.situation import (
    Body,
    CallReply,
    Choosing,
    Department,
    Initiative,
    MapBasis,
    Offer,
    OpenCall,
    Situation,
    Tie,
    ToldOfCall,
    Word,
)

NOTHING = Situation()


@pytest.mark.parametrize("rule", sorted(RULES))
def test_nothing_known_makes_no_check_hold(rule: str) -> None:
    found = RULES[rule](NOTHING, Course())
    assert not Held(rule, found.known, found.base).holds


@pytest.mark.parametrize("rule", sorted(RULES))
def test_every_rule_is_asked_by_a_step(rule: str) -> None:
    assert rule in {check.rule for step in content.steps() for check in step.checks}


def test_a_field_not_written_is_named() -> None:
    course = Course(records={("a", "one"): Recorded("x"), ("a", "two"): Recorded("  ")})
    (found,) = held([Wanted("a", "both", ("one", "two"))], NOTHING, course)["a"].checks
    assert (found.known, found.base, found.missing, found.holds) == (1, 2, ("two",), False)


def test_departments_without_an_answer_are_named() -> None:
    asked = Body("d1", "רווחה", department=Department(limits="budget"))
    silent = Body("d2", "הנדסה", department=Department())
    found = RULES["departments_asked"](Situation(bodies=(asked, silent)), Course())
    assert (found.known, found.base, found.missing) == (1, 2, ("d2",))


def test_a_tie_between_departments_tells_nothing_of_outside() -> None:
    bodies = (Body("d1", "א", department=Department()), Body("d2", "ב", department=Department()), Body("o", "ג"))
    inside = Situation(bodies=bodies, ties=(Tie("d1", "d2"),))
    outside = Situation(bodies=bodies, ties=(Tie("d1", "o"), Tie("d2", "o", status="none")))
    assert RULES["departments_tied"](inside, Course()).known == 0
    assert RULES["departments_tied"](outside, Course()).known == 2


def test_a_gap_that_is_explained_is_no_gap() -> None:
    shop = Situation(bodies=(Body("s", "shop", Word("", "business")),))
    assert RULES["sectors_covered"](shop, Course()).missing == OUTSIDE[1:]
    told = Course(records={("external_map", "gaps"): Recorded("no college here")})
    assert RULES["sectors_covered"](shop, told).known == len(OUTSIDE)


def test_candidates_without_a_chance_are_named() -> None:
    known = Initiative("n1", "a", chance_0_1=0.6, months_to_result=3)
    found = RULES["chances"](Situation(initiatives=(known, Initiative("n2", "b"))), Course())
    assert found.missing == ("n2",)


def test_partners_that_bring_nothing_known_are_named() -> None:
    bodies = (Body("a", "a"), Body("b", "b"))
    seen = Situation(bodies=bodies, offers=(Offer("offer 1", "a", "space"),))
    assert RULES["partners_bring"](seen, Course(partners=("a", "b", "gone"))).missing == ("b",)


@pytest.mark.parametrize(
    ("rule", "step", "field"), [("spoken_with", "first_initiative", "spoken_with"), ("asked_themselves", "external_map", "asked_directly")]
)
def test_a_contact_in_the_log_counts_as_much_as_what_is_written(rule: str, step: str, field: str) -> None:
    seen = Situation(bodies=(Body("a", "a"), Body("d", "d", department=Department())))
    assert RULES[rule](seen, Course(met=frozenset({"d"}))).known == 0  # a department of our own is nobody outside
    assert RULES[rule](seen, Course(met=frozenset({"a"}))).known == 1
    assert RULES[rule](seen, Course(records={(step, field): Recorded("x")})).known == 1


def test_a_body_that_answered_for_its_ties_was_asked_itself() -> None:
    seen = Situation(bodies=(Body("a", "a"),), map=MapBasis("surveyed", asked=("a",)))
    assert RULES["asked_themselves"](seen, Course()).known == 1


def test_two_sectors_at_the_table_are_too_few() -> None:
    def present(*words: str) -> Course:
        return Course(records={("joint_thinking", "present"): Recorded(words=words)})

    assert RULES["sectors_at_table"](NOTHING, present("business", "community")).known == 2
    assert RULES["sectors_at_table"](NOTHING, present("business", "community", "department")).known == 3


def test_the_step_of_now_is_what_people_said_and_else_the_first_not_whole() -> None:
    whole, open_ = StepHeld("a", (Held("x", 1, 1),)), StepHeld("b", (Held("x", 0, 1),))
    by_step = {"a": whole, "b": open_}
    assert step_now(["a", "b"], by_step, Course()) == "b"
    assert step_now(["a", "b"], by_step, Course(step="a")) == "a"
    assert step_now(["a", "b"], by_step, Course(step="gone")) == "b"
    assert step_now(["a"], {"a": whole}, Course()) == "a"


def test_more_known_never_makes_a_check_fall() -> None:
    known = world.town()
    wanted = [Wanted(step.key, check.key, check.needs, check.rule) for step in content.steps() for check in step.checks]
    records = {(step.key, field.key): Recorded("x", words=("business",)) for step in content.steps() for field in step.fields}
    before, after = held(wanted, known, Course()), held(wanted, known, Course(records=records))
    assert all(after[step].holding >= before[step].holding for step in before)


def called(call: OpenCall) -> Situation:
    return Situation(choosing=Choosing(calls=(call,)))


def test_a_published_call_of_the_partnership_is_enough_and_so_is_what_was_written() -> None:
    wanted = [Wanted("s", "published", ("text",), "call_published")]
    written = Course(records={("s", "text"): Recorded("x")}, ref="p1")
    for situation, course, holds in (
        (called(OpenCall("h", state="published")), Course(ref="p1"), True),
        (called(OpenCall("h", state="published", partnership="p1")), Course(ref="p1"), True),
        (called(OpenCall("h", state="published", partnership="p2")), Course(ref="p1"), False),
        (called(OpenCall("h")), Course(ref="p1"), False),
        (NOTHING, written, True),
    ):
        (found,) = held(wanted, situation, course)["s"].checks
        assert found.holds is holds
    assert held(wanted, NOTHING, Course())["s"].checks[0].missing == ("text",)


def test_the_trail_of_a_call_needs_a_line_and_an_answer_or_the_end() -> None:
    told, reply = (ToldOfCall("2026-01-01", "board"),), (CallReply("2026-01-02", "x"),)
    for call, known in (
        (OpenCall("h", state="published", told=told), 0),
        (OpenCall("h", state="published", replies=reply), 0),
        (OpenCall("h", state="published", told=told, replies=reply), 1),
        (OpenCall("h", state="closed", told=told), 1),
    ):
        assert RULES["call_trail"](called(call), Course()).known == known
