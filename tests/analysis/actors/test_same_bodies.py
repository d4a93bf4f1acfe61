"""Which rows may be one body, and which are only alike in the town's words?"""

from __future__ import annotations

from shutaf.analysis.actors.same_bodies import same_bodies
from shutaf.analysis.situation import Body, Department, Person, Situation, Word
from shutaf.imports.example import example_situation

FIRM = Word("", "business")


def found(*bodies: Body, people: tuple[Person, ...] = ()) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(pair.one, pair.other, pair.reasons) for pair in same_bodies(Situation(bodies=bodies, people=people))]


def test_one_number_in_two_spellings_is_the_surest_sign() -> None:
    assert found(Body("a", "Hadar", FIRM, registration_no="51-4"), Body("b", "מאפייה", FIRM, registration_no="514")) == [
        ("a", "b", ("number",))
    ]


def test_a_name_in_another_language_counts_as_the_name() -> None:
    assert found(Body("a", "Green Galil", FIRM), Body("b", "גליל ירוק", FIRM, names=(("en", "green  galil"),))) == [
        ("a", "b", ("same_name",))
    ]


def test_names_with_a_slip_are_alike() -> None:
    others = tuple(Body(f"x{i}", name, FIRM) for i, name in enumerate(("נוער החרוב", "קפה תאנה", "דפוס אור")))
    assert found(Body("a", "מאפיית הדר בע״מ", FIRM), Body("b", "מאפית הדר", FIRM), *others) == [("a", "b", ("alike",))]


def test_a_department_is_not_an_organisation_of_its_name() -> None:
    assert found(Body("a", "חינוך", FIRM), Body("b", "חינוך", department=Department())) == []


def test_one_phone_in_two_bodies_is_a_sign_and_a_switchboard_is_none() -> None:
    bodies = tuple(Body(f"b{i}", name, FIRM) for i, name in enumerate(("Oak", "קפה", "Mill", "Zur", "חול", "Ibex", "Pita")))
    people = tuple(Person(f"p{i}", "x", f"b{i}", phone="04-999 12 34" if i < 2 else "", email="info@town.example") for i in range(7))
    assert found(*bodies, people=people) == [("b0", "b1", ("address",))]


def test_the_example_town_proposes_little_that_is_not_one() -> None:
    assert len(same_bodies(example_situation())) <= 2
