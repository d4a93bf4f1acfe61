"""Who is missing from every side: only what the profile names, as far as it is known, and never said of the town."""

from __future__ import annotations

import pytest

from shutaf.analysis.actors.profile import models_suggested
from shutaf.analysis.actors.reach import anchors_known, groups_reached, same_words
from shutaf.analysis.actors.roles import ROLES, seats
from shutaf.analysis.actors.suggestions import SIDES, Look, looks
from shutaf.analysis.situation import TYPOLOGIES, Body, Department, Place, Situation, Word


def words(*texts: str) -> tuple[Word, ...]:
    return tuple(Word(text) for text in texts)


def keyed(*keys: str) -> tuple[Word, ...]:
    return tuple(Word(key, key) for key in keys)


def body(ref: str, sector: str = "business", **facts: object) -> Body:
    return Body(ref, f"name of {ref}", Word(sector, sector), **facts)  # type: ignore[arg-type]


def side(situation: Situation, name: str, typology: str = "") -> Look:
    return next(look for look in looks(situation, typology) if look.side == name)


def abouts(look: Look) -> list[str]:
    return [str(finding.facts["about"]) for finding in look.found]


def test_a_population_group_that_no_body_names_is_missing() -> None:
    town = Situation(
        Place(population_groups=words("young families", "new immigrants")), (body("a", population_groups=words("families")), body("b"))
    )
    look = side(town, "group")
    assert abouts(look) == ["new immigrants"]
    assert (look.named, look.untold, look.total) == (2, 1, 2)
    assert look.found[0].sure.facts == {"known": 1, "total": 2}


@pytest.mark.parametrize(
    ("one", "other"), [("עולים חדשים", "עולים"), ("צעירים", "הצעירים"), ("Senioren", "Seniorinnen und Senioren"), ("الشباب", "شباب")]
)
def test_a_group_is_known_in_other_words_for_it(one: str, other: str) -> None:
    assert same_words(one, other)


def test_a_department_is_no_body_for_a_group() -> None:
    town = Situation(
        Place(population_groups=words("youth")), (Body("d", "D", department=Department(), population_groups=words("youth")), body("a"))
    )
    assert not groups_reached(town)[0].bodies


def test_a_neighbourhood_and_an_anchor_are_missing_until_they_are_on_the_map() -> None:
    place = Place(neighbourhoods=words("Old Town", "Station"), anchor_institutions=words("name of a", "City Hospital"))
    town = Situation(place, (body("a", neighbourhood="Old Town"),))
    assert abouts(side(town, "neighbourhood")) == ["Station"]
    assert abouts(side(town, "anchor")) == ["City Hospital"]


def test_an_anchor_written_a_little_differently_is_offered_as_perhaps_the_same() -> None:
    town = Situation(Place(anchor_institutions=words("Sunrise Hospital")), (Body("h", "Sunrise Hospitel"),))
    (anchor,) = anchors_known(town)
    assert (anchor.ref, anchor.near) == ("", "h")
    assert side(town, "anchor").found[0].sure.level == 2


def test_a_challenge_is_measured_like_a_goal_but_not_twice() -> None:
    place = Place(goals=keyed("water"), challenges=keyed("water", "waste"))
    town = Situation(place, (body("a", themes=keyed("energy")), body("b")))
    assert [(finding.key, finding.facts["about"]) for finding in side(town, "theme").found] == [
        ("goal_without_body", "water"),
        ("challenge_without_body", "waste"),
    ]
    assert side(town, "theme").untold == 1


def test_nothing_is_missing_of_what_nobody_named() -> None:
    assert {look.side: len(look.found) for look in looks(Situation(bodies=(body("a"),))) if look.side != "sector"} == dict.fromkeys(
        ("theme", "group", "neighbourhood", "anchor", "role"), 0
    )
    assert all(not look.found for look in looks(Situation()))


def test_a_model_asks_for_its_seats_and_says_whose_kind_nobody_wrote() -> None:
    town = Situation(bodies=(body("a", kind="small_business"), body("b"), body("c", "civil_society")))
    look = side(town, "role", "local_economy")
    assert {finding.facts["role"]: (finding.facts["have"], finding.facts["untold"]) for finding in look.found} == {
        "anchor": (0, 1),
        "small_firms": (1, 1),
    }
    assert side(town, "role").found == ()


def test_every_model_has_seats_that_a_full_town_fills() -> None:
    kinds = ("business_association", "research", "public_agency", "health", "small_business", "cooperative", "youth")
    sectors = ("business", "academia", "public", "public", "business", "business", "community", "civil_society")
    town = Situation(
        bodies=tuple(body(f"{i}", sector, kind=kind) for i, (sector, kind) in enumerate(zip(sectors, (*kinds, "ngo"), strict=True)))
    )
    assert set(ROLES) == set(TYPOLOGIES)
    for typology in TYPOLOGIES:
        assert all(seat.is_filled for seat in seats(town, typology, lambda text: text)), typology


def test_suggestions_have_a_side_and_are_never_quite_sure() -> None:
    place = Place(
        goals=keyed("water"), population_groups=words("youth"), neighbourhoods=words("Old Town"), anchor_institutions=words("Hospital")
    )
    town = Situation(place, (body("a", themes=keyed("energy"), kind="chain", neighbourhood="Mill", population_groups=words("seniors")),))
    found = [finding for look in looks(town, "shared_agenda") for finding in look.found]
    assert {finding.key for finding in found} <= set(SIDES)
    assert all(finding.sure.level <= 3 for finding in found)
    assert len({finding.key for finding in found}) >= 6


def test_the_profile_decides_which_model_comes_first() -> None:
    firms = tuple(body(f"f{i}") for i in range(3))
    green = models_suggested(Situation(Place(goals=keyed("energy", "waste")), firms))
    local = models_suggested(
        Situation(Place(goals=keyed("local_economy"), economy=words("trade"), cluster_1_10=3, anchor_institutions=words("H")), firms)
    )
    assert (green[0].typology, local[0].typology) == ("greening_business", "local_economy")
    assert [reason.key for reason in local[0].reasons] == ["themes", "anchors_named", "economy_written", "low_cluster"]


def test_nothing_speaks_for_a_model_without_a_profile() -> None:
    assert all(not fit.reasons and not fit.against for fit in models_suggested(Situation()))
