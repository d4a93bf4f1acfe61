"""Does the profile of a place say what its map tells, and no more?"""

from __future__ import annotations

import pytest

from shutaf.analysis.nearness import profile_of
from shutaf.analysis.nearness.from_map import mediators
from shutaf.analysis.situation import Body, Place, Situation, Tie, Word

TOWN = Situation(
    place=Place(name="T", population=24_000, languages=("he", "ar"), cluster_1_10=5, goals=(Word("waste", "waste"),), economy=(Word("תיירות סביב המעיין"),)),
    bodies=(
        Body("c", "City", Word("public sector", "public")),
        Body("f", "Firm", Word("business", "business")),
        Body("n", "Association", Word("NGO", "civil_society")),
        Body("m", "Another", Word("NGO", "civil_society")),
        Body("o", "Odd", Word("odd")),
    ),
    ties=(Tie("n", "c"), Tie("f", "n"), Tie("m", "c"), Tie("m", "f", status="none")),
)  # fmt: skip


def test_a_mediator_has_known_ties_to_both_sides() -> None:
    assert mediators(TOWN) == ("n",)


def test_without_a_known_mediator_it_is_unknown_and_never_no() -> None:
    assert profile_of(Situation(bodies=TOWN.bodies), country="IL").has_mediator is None
    assert profile_of(TOWN, country="IL").has_mediator is True


def test_sectors_are_those_with_a_body_and_an_own_word_is_none() -> None:
    assert profile_of(TOWN, country="IL").sectors == {"public", "business", "civil_society"}


def test_two_languages_make_a_mixed_town_and_what_is_written_of_its_economy_a_trait() -> None:
    cues = {"tourism": ("תיירות", "tourism"), "farming": ("חקלאות",)}
    assert profile_of(TOWN, country="IL", cues=cues).traits == {"mixed", "tourism"}


@pytest.mark.parametrize(("languages", "traits"), [(("ar",), {"arab"}), (("he",), set()), ((), set())])
def test_languages_alone_claim_no_more(languages: tuple[str, ...], traits: set[str]) -> None:
    assert profile_of(Situation(place=Place(languages=languages)), country="IL").traits == traits


def test_the_work_at_hand_stands_before_the_place() -> None:
    found = profile_of(TOWN, country="IL", typologies=["shared_agenda"], themes=["water"])
    assert (found.themes, found.typologies) == ({"water"}, {"shared_agenda"})
    assert profile_of(TOWN, country="").themes == {"waste"}


def test_an_empty_situation_claims_nothing() -> None:
    found = profile_of(Situation(), country="")
    assert (found.themes, found.typologies, found.population, found.sectors, found.has_mediator) == (set(), set(), None, set(), None)
