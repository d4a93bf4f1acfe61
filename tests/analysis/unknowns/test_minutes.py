"""The next question: its worth is measured by really running the results again."""

from collections.abc import Callable
from dataclasses import replace

from shutaf.analysis.situation import Amount, Body, Department, Initiative, MapBasis, Need, Offer, Place, Requirement, Situation, Tie, Word
from shutaf.analysis.unknowns.candidates import candidates
from shutaf.analysis.unknowns.minutes import RERUN_AT_MOST, Question, questions

SPACE = Word("space", "space")


def rank_first(situation: Situation) -> str | None:
    rated = [one for one in situation.initiatives if one.chance_0_1 is not None]
    return max(rated, key=lambda one: one.chance_0_1 or 0.0).ref if rated else None


def asked(situation: Situation, key: str, **computations: Callable[[Situation], object]) -> list[Question]:
    return [question for question in questions(situation, computations) if question.key == key]


def firm(ref: str, sector: str = "business", **fields: object) -> Body:
    return replace(Body(ref, ref, Word(sector, sector)), **fields)  # type: ignore[arg-type]


def test_chance_that_may_overturn_the_first_initiative_is_the_question() -> None:
    initiatives = (Initiative("sure", "A", chance_0_1=0.5, months_to_result=3), Initiative("shiny", "B", months_to_result=3))
    first, *_ = questions(Situation(initiatives=initiatives, bodies=(firm("1"),)), {"first": rank_first})
    assert (first.key, first.subject, first.changes) == ("chance_of_initiative", ("shiny",), ("first",))
    (outcome,) = first.outcomes
    assert (outcome.answer, outcome.before, outcome.after) == ("high", "sure", "shiny")
    assert first.value == 0.5


def test_chance_that_changes_nothing_is_worth_nothing() -> None:
    initiatives = (Initiative("sure", "A", chance_0_1=0.9, months_to_result=3), Initiative("dull", "B", months_to_result=3))
    (question,) = asked(Situation(initiatives=initiatives), "chance_of_initiative", first=rank_first)
    assert (question.value, question.changes) == (0, ())


def test_result_named_first_weighs_most() -> None:
    town = Situation(initiatives=(Initiative("a", "A"),))
    (alone,) = asked(town, "chance_of_initiative", first=rank_first)
    (second,) = asked(town, "chance_of_initiative", nothing=lambda _: None, first=rank_first)
    assert (alone.value, second.value) == (1.0, 0.5)


def test_long_question_yields_to_a_short_one_of_the_same_worth() -> None:
    bodies = (Body("d", "Works", department=Department()), firm("1", invite="yes"), firm("2", invite="yes"))
    town = Situation(bodies=bodies, ties=(Tie("1", "2"),), map=MapBasis(informants=("x",)))
    keys = [question.key for question in questions(town, {}) if question.value]
    assert keys.index("tie_of_pair") < keys.index("ties_of_department")


def test_unknown_pair_that_somebody_wrote_down_is_asked_first_and_joins_the_largest_part() -> None:
    bodies = tuple(firm(ref) for ref in "abcdefg")
    ties = (Tie("a", "b"), Tie("b", "c"), Tie("d", "e"), Tie("e", "c", status="unknown"))
    first = asked(Situation(bodies=bodies, ties=ties), "tie_of_pair")[0]
    assert first.subject == ("c", "e")
    assert (first.facts["ask_rule"], first.facts["part_bodies"]) == ("open_pair", 2)
    assert first.changes == ("parts",)


def test_open_requirement_asks_a_body_and_covered_one_does_not() -> None:
    initiative = Initiative(
        "i", "A", requires=(Requirement(SPACE, Amount(100, "m2", "area")),), gains=("1",), chance_0_1=1, months_to_result=1
    )
    town = Situation(
        bodies=(firm("1"),), initiatives=(initiative,), offers=(Offer("offer 1", "1", "hall", SPACE, amount=Amount(60, "m2", "area")),)
    )
    covered = replace(town, offers=(*town.offers, Offer("offer 2", "1", "yard", SPACE, amount=Amount(40, "m2", "area"))))
    (question,) = asked(town, "offer_for_requirement", coalition=lambda s: len(s.offers))
    assert question.subject == ("1", "i")
    assert [outcome.answer for outcome in question.outcomes] == ["yes"]
    assert asked(covered, "offer_for_requirement") == []


def test_unknown_sector_matters_only_while_a_sector_is_missing() -> None:
    some = (firm("1"), firm("2", sector=Word("")))
    every = (*(firm(sector, sector) for sector in ("public", "business", "civil_society", "academia", "community")), some[1])
    assert asked(Situation(bodies=some), "sector_of_body")[0].changes == ("missing",)
    assert asked(Situation(bodies=every), "sector_of_body")[0].value == 0


def test_every_unknown_of_a_small_town_becomes_a_question() -> None:
    bodies = (
        Body("d", "Works", department=Department()),
        firm("1", invite="yes", themes=(Word("water", "water"),)),
        firm("2"),
        Body("3", "C"),
    )
    town = Situation(
        bodies=bodies, initiatives=(Initiative("i", "A", requires=(Requirement(SPACE),)),), offers=(Offer("offer 1", "2", "ad", Word("x")),)
    )
    assert {candidate.key for candidate in candidates(town, 40)} == {
        *("chance_of_initiative", "months_of_initiative", "offer_for_requirement", "ties_of_department", "sector_of_body"),
        *("tie_of_pair", "goals_of_place", "need_of_body", "invite_of_body", "rating_of_body"),
    }


def test_no_kind_of_question_crowds_out_another() -> None:
    initiatives = tuple(Initiative(f"i{n}", f"{n}") for n in range(100))
    found = candidates(Situation(bodies=tuple(Body(f"{n}", f"{n}") for n in range(100)), initiatives=initiatives), 40)
    assert len(found) == 40
    assert {candidate.key for candidate in found} == {"chance_of_initiative", "months_of_initiative", "sector_of_body", "tie_of_pair"}


def test_nothing_known_and_everything_known_ask_nothing() -> None:
    whole = Situation(place=Place(goals=(Word("water", "water"),)), bodies=(firm("1", invite="no", themes=(Word("water", "water"),)),))
    assert questions(Situation(), {}) == ()
    assert questions(whole, {}) == ()


def test_need_of_an_invited_body_is_tried_with_what_most_others_offer() -> None:
    offers = (
        Offer("offer 1", "2", "hall", SPACE),
        Offer("offer 2", "2", "yard", SPACE),
        Offer("offer 3", "2", "cash", Word("money", "money")),
    )
    town = Situation(bodies=(firm("1", invite="yes"), firm("2", invite="no")), offers=offers)
    (question,) = asked(town, "need_of_body", matches=lambda s: [need.kind for need in s.needs])
    assert question.outcomes[0].after == [SPACE]
    assert asked(replace(town, needs=(Need("need 1", "1", "x"),)), "need_of_body") == []


def test_questions_of_a_large_map_run_each_computation_a_bounded_number_of_times() -> None:
    bodies = tuple(Body(f"{n}", f"{n}", Word("business", "business") if n % 7 else Word("")) for n in range(300))
    ties = tuple(Tie(f"{n}", f"{(n * k + 1) % 300}") for n in range(300) for k in range(2, 15))
    runs: list[Situation] = []
    assert questions(Situation(bodies=bodies, ties=ties), {"first": lambda tried: runs.append(tried)})
    assert 1 < len(runs) <= 1 + RERUN_AT_MOST * 5
