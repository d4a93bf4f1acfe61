"""What three things are asked of a body: what changes the brief first, never what is ours to decide, and nothing revealing in the room."""

from __future__ import annotations

from dataclasses import replace

import pytest

import world
from shutaf.analysis.preparation import prepare
from shutaf.analysis.unknowns.minutes import Question
from shutaf.analysis.unknowns.of_body import FOR_THE_DRIVER, unknowns_of, whom_to_ask_about
from shutaf.imports.example import EXAMPLE_TODAY, example_situation


def asked(key: str, *subject: str, value: float = 1.0, **facts: object) -> Question:
    return Question(key, subject, facts, 5.0, ("first",), value)


def test_a_question_that_changes_the_brief_comes_first() -> None:
    found = unknowns_of(world.town(), "merchants", [asked("need_of_body", "merchants")])
    assert (found[0].key, found[0].changes) == ("needs_unknown", ("first",))


@pytest.mark.parametrize("key", ["invite_of_body", "rating_of_body", "chance_of_initiative"])
def test_what_is_ours_to_decide_is_not_asked_of_the_body(key: str) -> None:
    assert all(not one.changes for one in unknowns_of(world.town(), "merchants", [asked(key, "merchants")]))


def test_a_question_that_would_change_nothing_comes_in_its_place_only() -> None:
    found = unknowns_of(world.town(), "merchants", [asked("need_of_body", "merchants", value=0.0)])
    assert all(not one.changes for one in found)


def test_at_most_three_and_each_once() -> None:
    town = example_situation()
    for body in town.bodies:
        keys = [one.key for one in unknowns_of(town, body.ref, disputed=("size",), assumed=2)]
        assert len(keys) <= 3
        assert len(set(keys)) == len(keys)


def test_the_room_hears_nothing_that_the_body_need_not_know_of_us() -> None:
    town = example_situation()
    questions = prepare(town, today=EXAMPLE_TODAY).questions
    for body in town.bodies:
        found = unknowns_of(town, body.ref, questions, disputed=("size",), assumed=2, for_room=True)
        assert not {one.key for one in found} & FOR_THE_DRIVER


def test_barriers_nobody_asked_for_are_an_unknown() -> None:
    town = world.town()
    body = replace(town.body_by_ref["merchants"], barriers=(), motives=(), own_targets=())
    town = replace(town, bodies=tuple(body if one.ref == "merchants" else one for one in town.bodies), needs=(), offers=())
    assert "needs_unknown" in {one.key for one in unknowns_of(town, "merchants")}


def test_a_body_not_on_the_map_is_refused() -> None:
    with pytest.raises(KeyError):
        unknowns_of(world.town(), "nobody")


def test_somebody_is_named_to_open_the_door_only_where_no_tie_is_known() -> None:
    town = example_situation()
    tied = {ref for tie in town.known_ties for ref in tie.pair}
    for body in town.bodies:
        found = whom_to_ask_about(town, body.ref)
        assert found is None or (body.ref not in tied and found.ref != body.ref)
