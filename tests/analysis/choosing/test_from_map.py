"""Does the map suggest only what it knows?"""

from __future__ import annotations

from shutaf import content
from shutaf.analysis.choosing import departments_named, suggested_answers
from shutaf.analysis.situation import Body, Department, Initiative, Need, Place, Situation, Tie, Word
from shutaf.reports.model_choice import questions_asked, units_asked
from shutaf.reports.wording.model import FROM_MAP
from world import town

BUSINESS, CIVIL = Word("", "business"), Word("", "civil_society")
COST, NAME, OTHER = Word("", "save_cost"), Word("", "reputation"), Word("", "funding")


def firm(ref: str, *motives: Word, kind: str = "") -> Body:
    return Body(ref, ref, BUSINESS, motives=motives, kind=kind)


def suggested(situation: Situation, initiative: Initiative | None = None) -> dict[str, str]:
    return {one.question: one.answer for one in suggested_answers(situation, initiative)}


def test_an_empty_map_suggests_nothing() -> None:
    assert suggested(Situation()) == {}


def test_the_motive_most_firms_have_is_suggested_with_its_count() -> None:
    (one,) = suggested_answers(Situation(bodies=(firm("a", COST), firm("b", COST, NAME), firm("c", OTHER), firm("d"))))
    assert (one.question, one.answer, one.facts) == ("motive", "cost", {"firms": 2, "told": 3})


def test_a_firm_with_two_motives_of_one_answer_counts_once() -> None:
    assert suggested(Situation(bodies=(firm("a", COST, Word("", "regulation")), firm("b", NAME)))) == {}


def test_motives_that_stand_equal_suggest_nothing() -> None:
    assert suggested(Situation(bodies=(firm("a", COST), firm("b", COST), firm("c", NAME), firm("d", NAME)))) == {}


def test_three_firms_of_a_kind_could_learn_together_and_fewer_say_nothing() -> None:
    three = tuple(firm(ref, kind="bakery") for ref in "abc")
    assert suggested(Situation(bodies=three)) == {"peers": "yes"}
    assert suggested(Situation(bodies=three[:2])) == {}


def test_a_need_counts_when_the_community_stated_it() -> None:
    bodies = (firm("a"), Body("n", "n", CIVIL))
    assert suggested(Situation(bodies=bodies, needs=(Need("need 1", "a", "x"),))) == {}
    assert suggested(Situation(bodies=bodies, needs=(Need("need 1", "n", "x"),))) == {"need": "yes"}


def test_a_joint_project_counts_between_a_department_and_a_body_outside() -> None:
    bodies = (firm("a"), firm("b"), Body("d", "d", department=Department()))
    joint = Word("", "joint_project")
    for source, target, status, expected in (("a", "b", "exists", {}), ("d", "a", "none", {}), ("d", "a", "exists", {"together": "yes"})):
        tie = Tie(source, target, status=status, kind=joint)  # type: ignore[arg-type]
        assert suggested(Situation(bodies=bodies, ties=(tie,))) == expected


def test_the_months_of_the_initiative_say_how_soon() -> None:
    for months, expected in ((2.0, "weeks"), (12.0, "year"), (20.0, "years"), (None, "")):
        assert suggested(Situation(), Initiative("i", "i", months_to_result=months)).get("time", "") == expected


def test_anchor_institutions_of_the_profile_count() -> None:
    assert suggested(Situation(Place(anchor_institutions=(Word("Plant"),)))) == {"anchors": "yes"}


def test_each_suggestion_names_an_answer_there_is_and_can_be_said() -> None:
    asked = {one.key: one for one in questions_asked()}
    found = suggested_answers(town(), town().initiatives[0])
    assert found
    for one in found:
        assert asked[one.question].place(one.answer) >= 0
        assert one.key in FROM_MAP


def department(ref: str, name: str, would_join: str = "unknown") -> Body:
    return Body(ref, name, department=Department(would_join=would_join))  # type: ignore[arg-type]


def test_departments_are_known_by_words_of_their_names_in_any_form_and_language() -> None:
    town = Situation(
        bodies=(
            department("a", "היחידה הסביבתית"), department("b", "אגף לרווחה"), department("c", "Amt für Wirtschaftsförderung"),
            department("d", "לשכת ראש העיר"), department("e", "قسم البيئة"), department("f", "הנדסה"),
        )
    )  # fmt: skip
    found = departments_named(town, content.model_departments())
    assert {typology: [body.ref for body in bodies] for typology, bodies in found.items()} == {
        "greening_business": ["a", "e"],
        "business_in_community": ["b"],
        "local_economy": ["c"],
        "shared_agenda": ["d"],
    }


def test_departments_that_would_join_come_first() -> None:
    town = Situation(bodies=(department("a", "רכש", "no"), department("b", "כלכלה"), department("c", "גזברות", "yes")))
    assert [body.ref for body in departments_named(town, content.model_departments())["local_economy"]] == ["c", "b", "a"]


def test_the_only_kind_of_department_that_would_join_is_suggested() -> None:
    one, other = department("a", "רכש", "yes"), department("b", "רווחה", "yes")
    for bodies, expected in (((one,), "procurement"), ((one, other), "")):
        found = {s.question: s.answer for s in suggested_answers(Situation(bodies=bodies), units=units_asked())}
        assert found.get("unit", "") == expected
