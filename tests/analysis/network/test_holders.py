from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from towns import body, department

from shutaf.analysis.network import connectors, holders, leaving_contacts, one_department_routes
from shutaf.analysis.network.dates import ends_soon, first_day, last_day
from shutaf.analysis.network.holders import one_person_routes
from shutaf.analysis.situation import MapBasis, Person, Situation, Tie

TODAY = "2026-11-23"
CAST = (department("d"), department("e"), body("f", "business"), body("g", "academia"), body("n", "civil_society"))
CLERK = Person("p", "Dana", "d", role="youth coordinator", until_date="2027-03")


def situation(*ties: Tie, people: tuple[Person, ...] = (CLERK,), as_of: str = "2026-10") -> Situation:
    return Situation(bodies=CAST, ties=ties, people=people, map=MapBasis(as_of=as_of))


def test_a_person_holds_the_ties_whose_rows_name_only_that_person() -> None:
    (found,) = holders(situation(Tie("d", "f", holder="p"), Tie("f", "d"), Tie("d", "g")), today=TODAY)
    assert (found.who, found.body, found.role, found.ties) == ("p", "d", "youth coordinator", (("d", "f"),))
    assert found.only_route_to == ("f",)
    assert found.is_leaving


def test_two_named_holders_hang_on_nobody() -> None:
    assert holders(situation(Tie("d", "f", holder="p"), Tie("d", "f", holder="Omar")), today=TODAY) == ()


def test_a_body_that_another_department_reaches_hangs_on_nobody_alone() -> None:
    (found,) = holders(situation(Tie("d", "f", holder="p"), Tie("e", "f")), today=TODAY)
    assert found.only_route_to == ()


def test_a_holder_who_matches_no_person_is_kept_as_written_and_does_not_leave() -> None:
    (found,) = holders(situation(Tie("d", "f", holder="the old mayor")), today=TODAY)
    assert (found.who, found.body, found.until_date, found.is_leaving) == ("the old mayor", "", "", False)


def test_a_department_as_holder_is_no_person() -> None:
    assert holders(situation(Tie("d", "f", holder="d")), today=TODAY) == ()


def test_bodies_of_one_department_are_listed_under_it() -> None:
    found = one_department_routes(situation(Tie("d", "f"), Tie("d", "g"), Tie("e", "g"), Tie("e", "n"), Tie("f", "n")))
    assert [(one.department, one.bodies) for one in found] == [("d", ("f",)), ("e", ("n",))]


def test_with_one_department_on_the_map_only_one_says_nothing() -> None:
    assert one_department_routes(Situation(bodies=CAST[1:], ties=(Tie("e", "f"),))) == ()


def test_routes_by_person_need_every_tie_with_the_municipality() -> None:
    ties = (Tie("d", "f", holder="p"), Tie("e", "f", holder="p"), Tie("d", "g", holder="p"), Tie("e", "g"), Tie("g", "n", holder="p"))
    assert one_person_routes(situation(*ties)) == {"p": ("f",)}


NAMED = (Tie("n", "f"), Tie("n", "g"))


@pytest.mark.parametrize(
    ("people", "is_found"),
    [
        ((Person("q", "Omar", "n", "secretary", until_date="2027-02"),), True),
        ((Person("q", "Omar", "n", until_date="2027-02"), Person("r", "Ruth", "n")), False),
        ((Person("q", "Omar", "n", until_date="2027-02"), Person("r", "Ruth", "n", until_date="2020")), True),
        ((Person("q", "Omar", "n"),), False),
        ((), False),
    ],
    ids=["only contact leaves", "another stays", "the other left long ago", "end unknown", "no contact known"],
)
def test_a_connectors_last_contact(people: tuple[Person, ...], is_found: bool) -> None:
    town = situation(*NAMED, people=people)
    found = leaving_contacts(town, connectors(town), today=TODAY)
    assert [(one.ref, one.person) for one in found] == ([("n", "q")] if is_found else [])


@pytest.mark.parametrize(
    ("until", "since", "is_soon"),
    [
        ("2027-05-21", "", True),
        ("2027-05-22", "", False),
        ("2027-05", "", False),
        ("2027-04", "", True),
        ("2026", "2026-10", True),
        ("2026-09", "2026-10", False),
        ("2026-10-01", "2026-10", True),
        ("", "", False),
        ("next year", "", False),
        ("2026-13", "", False),
    ],
)
def test_a_role_ends_soon_only_when_every_reading_of_its_date_does(until: str, since: str, is_soon: bool) -> None:
    assert ends_soon(until, since=since, today=TODAY) is is_soon


def test_today_must_be_a_day() -> None:
    with pytest.raises(ValueError, match="isoformat"):
        holders(situation(Tie("d", "f", holder="p")), today="soon")


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_a_day_lies_within_its_month_and_year(day: date) -> None:
    for text in (day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]):
        first, last = first_day(text), last_day(text)
        assert first is not None
        assert last is not None
        assert first <= day <= last
