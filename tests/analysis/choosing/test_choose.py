"""Is the fitting model the one the answers speak for, for every model, ties and gaps included?"""

from __future__ import annotations

import random

import pytest

from shutaf import content
from shutaf.analysis.choosing import CLOSE, Asked, Choice, Possible, choose, flips
from shutaf.analysis.situation import TYPOLOGIES
from shutaf.reports.model_choice import model_choice, questions_asked

FOR = {
    "greening_business": {"change": "firms", "motive": "cost", "time": "year", "unit": "environment", "peers": "yes"},
    "business_in_community": {
        "change": "life",
        "motive": "reputation",
        "time": "weeks",
        "unit": "welfare",
        "need": "yes",
        "together": "no",
    },
    "local_economy": {"change": "money", "motive": "sales", "time": "years", "unit": "procurement", "anchors": "yes", "data": "yes"},
    "shared_agenda": {"change": "goal", "motive": "market", "time": "years", "unit": "chief", "head": "yes", "together": "yes"},
}
"""What a place answers to which one model fits."""


def places(answers: dict[str, str]) -> dict[str, float]:
    asked = {one.key: one for one in questions_asked()}
    return {key: float(asked[key].place(answer)) for key, answer in answers.items()}


def found(answers: dict[str, str]) -> Choice:
    return model_choice(places(answers))


@pytest.mark.parametrize("typology", TYPOLOGIES)
def test_each_model_can_come_first_and_alone(typology: str) -> None:
    choice = found(FOR[typology])
    assert choice.leading == (typology,)
    assert {one.question for one in choice.fits[0].reasons} == set(FOR[typology])
    assert choice.fits[0].against == ()


def test_no_answer_at_all_leads_to_no_model() -> None:
    choice = model_choice({})
    assert (choice.leading, choice.answered, choice.is_close) == ((), 0, False)
    assert [fit.typology for fit in choice.fits] == list(TYPOLOGIES)
    assert choice.unanswered == tuple(one.key for one in content.model_questions())


def test_two_that_are_close_stand_side_by_side() -> None:
    choice = found({"change": "life", "motive": "cost", "time": "year", "unit": "environment"})
    assert choice.leading == ("greening_business", "business_in_community")
    assert choice.is_close


def test_one_answer_alone_names_no_single_model_unless_it_is_the_main_one() -> None:
    assert found({"change": "money"}).leading == ("local_economy",)
    assert found({"time": "years"}).leading == ("local_economy", "shared_agenda")


def test_only_answers_against_leave_no_model_at_the_head() -> None:
    assert found({"peers": "no", "need": "no", "anchors": "no", "head": "no"}).leading == ()


def test_a_weighty_answer_comes_before_a_light_one() -> None:
    fit = found({"peers": "yes", "change": "firms"}).fit("greening_business")
    assert [one.question for one in fit.reasons] == ["change", "peers"]


def test_what_speaks_against_is_told_with_the_model() -> None:
    fit = found({**FOR["shared_agenda"], "time": "weeks"}).fit("shared_agenda")
    assert [(one.question, one.answer, one.points) for one in fit.against] == [("time", "weeks", -2)]


def test_an_answer_that_is_not_there_counts_neither_way() -> None:
    assert model_choice({"change": 9.0, "motive": 0.5, "time": -1.0, "nonsense": 0.0}) == model_choice({})


def test_a_precondition_is_there_missing_or_not_known() -> None:
    choice = model_choice({**places({"data": "no"}), "local_economy.boundary": 0.0})
    assert [(one.key, one.state) for one in choice.fit("local_economy").preconditions] == [
        ("boundary", "yes"),
        ("data", "no"),
        ("tenders", "unknown"),
    ]


def test_what_was_said_of_a_precondition_itself_holds_over_what_a_question_tells() -> None:
    choice = model_choice({**places({"need": "yes"}), "business_in_community.need": 1.0})
    assert choice.fit("business_in_community").preconditions[0].state == "no"


def test_preconditions_move_no_order() -> None:
    before = found(FOR["local_economy"])
    after = model_choice(
        places(FOR["local_economy"]) | {f"local_economy.{key}": 1.0 for key in content.model_preconditions()["local_economy"]}
    )
    assert [(fit.typology, fit.points) for fit in before.fits] == [(fit.typology, fit.points) for fit in after.fits]


def test_the_order_of_the_answers_changes_nothing() -> None:
    mixed = {"change": "goal", "motive": "cost", "time": "weeks", "unit": "chief", "need": "no", "together": "yes"}
    assert model_choice(places(mixed)) == model_choice(places(dict(reversed(mixed.items()))))


def test_what_would_change_the_answer_does_so_and_nothing_else_does() -> None:
    chance = random.Random(20)
    questions = questions_asked()
    for _round in range(60):
        answers = {one.key: float(chance.randrange(len(one.answers))) for one in questions if chance.random() < 0.7}
        now = model_choice(answers)
        turned = {(one.question, one.answer): one for one in flips(questions, answers)}
        for question in questions:
            for place, answer in enumerate(question.answers):
                other = model_choice({**answers, question.key: float(place)})
                flip = turned.get((question.key, answer.key))
                assert set(flip.leading if flip else now.leading) == set(other.leading)
                assert flip is None or flip.is_open == (question.key not in answers)


def test_open_questions_stand_before_answers_one_would_have_to_take_back() -> None:
    found_flips = flips(questions_asked(), places({"change": "firms", "motive": "cost"}))
    assert found_flips
    assert [one.is_open for one in found_flips] == sorted((one.is_open for one in found_flips), reverse=True)


def test_points_within_reach_of_one_answer_are_close() -> None:
    main = Asked(
        "main",
        (
            Possible("a", {"greening_business": 5, "local_economy": 5 - CLOSE}),
            Possible("b", {"greening_business": 5, "local_economy": 4 - CLOSE}),
        ),
    )
    assert choose([main], {"main": 0}, {}).leading == ("greening_business", "local_economy")
    assert choose([main], {"main": 1}, {}).leading == ("greening_business",)


def test_every_model_is_spoken_for_by_as_many_points() -> None:
    """None can win by being asked about more: the best a model can get differs by one point at most."""
    best = {key: sum(max(answer.speaks.get(key, 0) for answer in one.answers) for one in questions_asked()) for key in TYPOLOGIES}
    assert max(best.values()) - min(best.values()) <= 1, best
