"""Do the departments' sheets add up to what they say, and to nothing more?"""

from __future__ import annotations

import pytest

from shutaf.analysis.actors.inside import coordination_radar, departments_by_theme, departments_silent, team
from shutaf.analysis.months import calendar
from shutaf.analysis.situation import Body, Department, MapBasis, Need, Offer, Situation, Tie, Word

FOOD, WASTE = Word("food", "food"), Word("waste", "waste")


def department(ref: str, **fields: object) -> Body:
    return Body(ref, ref.title(), department=Department(**fields))  # type: ignore[arg-type]


def town(**fields: object) -> Situation:
    bodies = (
        department("welfare", targets=(FOOD,), would_join="yes"),
        department("parks", goals_not_alone=(WASTE,)),
        department("roads", would_join="no"),
        department("law"),
        Body("bakery", "Bakery", Word("", "business")),
        Body("choir", "Choir", Word("", "civil_society")),
    )
    return Situation(bodies=bodies, **fields)  # type: ignore[arg-type]


def test_a_department_that_wrote_nothing_is_unknown_on_every_theme() -> None:
    table = departments_by_theme(town(needs=(Need("need 1", "parks", "trucks", themes=(WASTE, FOOD)),)))
    assert table.columns == ("food", "waste")
    assert [None if n is None else n.value for n in table.cells[1]] == [1, 2]
    assert table.cells[3] == (None, None)


def test_running_actions_count_beside_the_sheet() -> None:
    assert departments_by_theme(town(), {"law": [FOOD, FOOD]}).cell("law", "food").value == 2  # type: ignore[union-attr]


def test_who_said_no_is_no_candidate_whatever_speaks_for_it() -> None:
    ties = tuple(Tie("roads", other) for other in ("bakery", "choir"))
    found = team(town(ties=ties, offers=(Offer("offer 1", "roads", "trucks"),)))
    assert found.declined == ("roads",)
    assert [one.ref for one in found.candidates] == ["welfare", "parks"]
    assert found.silent == ("law",)


def test_a_candidate_says_what_speaks_for_it() -> None:
    found = team(town(ties=(Tie("law", "bakery"), Tie("choir", "law"))))
    law = next(one for one in found.candidates if one.ref == "law")
    assert [(key, number and number.value) for key, number in law.reasons] == [("works_with", 2.0)]
    assert law.sectors == ("business", "civil_society")


def test_radar_tells_unknown_from_a_known_no() -> None:
    ties = (Tie("welfare", "bakery"), Tie("parks", "bakery"), Tie("law", "bakery"), Tie("parks", "law", status="none"))
    (one,) = coordination_radar(town(ties=ties))
    assert (one.body, set(one.departments)) == ("bakery", {"welfare", "parks", "law"})
    assert set(one.none) == {("law", "parks")}
    assert set(one.unknowing) == {("parks", "welfare"), ("law", "welfare")}


def test_radar_is_silent_where_the_departments_know_of_each_other() -> None:
    ties = (Tie("welfare", "bakery"), Tie("parks", "bakery"), Tie("parks", "welfare"))
    assert coordination_radar(town(ties=ties)) == ()


def test_a_department_that_answered_is_not_silent() -> None:
    assert departments_silent(town()) == ("law",)
    assert departments_silent(town(map=MapBasis(asked=("law",)))) == ()


@pytest.mark.parametrize(
    ("dates", "where"),
    [
        (("2026-11-30", ""), "2026-11"), (("2027-10", "2027-12"), "2027-10"), (("2027-11", ""), "later"), (("2027", ""), "of_year"),
        (("2028", ""), "later"), (("", ""), "undated"), (("2026-03", "2027-02"), "open_now"), (("", "2027-01"), "open_now"),
        (("2025", ""), "over"), (("2026-01", "2026-10-31"), "over"), (("2026-03", ""), "open_now"), (("", "2026"), "open_now"),
    ],
)  # fmt: skip
def test_a_thing_with_a_date_stands_in_one_place(dates: tuple[str, str], where: str) -> None:
    found = calendar(["x"], "2026-11-26", lambda _: dates)
    places = {name for name, things in found.months if things}
    places |= {name for name in ("open_now", "of_year", "later", "undated", "over") if getattr(found, name)}
    assert places == {where}
