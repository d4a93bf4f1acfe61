"""Does the nearest case say by what it is near, what differs and what was not compared?"""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.utils import translation

from shutaf import content
from shutaf.analysis.situation import Body, Place, Situation, Tie, Word
from shutaf.content.cases import Case, CasePlace, Partner
from shutaf.reports.document import plain
from shutaf.reports.nearest import near_cases, place_profile, suggested_cases
from shutaf.reports.wording.near import ALIKE, DIFFERS
from shutaf.reports.wording.speech import Speech

ENGLISH = dict.fromkeys(content.LANGUAGES, "x")
MIDDLE = Partner(dict.fromkeys(content.LANGUAGES, "Association in the middle"), "Verein", "civil_society", "mediator")
FIRM = Partner(ENGLISH, "GmbH", "business", "member")
CITY = Case(
    "de-x", ENGLISH, "X", "DE", CasePlace(ENGLISH, "city", 240_000, None, ("industry",)), "greening_business", ("waste", "energy"), "public", "running",
    "2012", "", ENGLISH, (MIDDLE, FIRM), (), (),
)  # fmt: skip
TOWN = Situation(
    place=Place(name="T", country="ישראל", population=24_000, goals=(Word("waste", "waste"),), cluster_1_10=5),
    bodies=(Body("c", "City", Word("public", "public")), Body("f", "Firm", Word("business", "business"))),
)


def said(situation: Situation, case: Case, **work: object) -> tuple[list[str], list[str]]:
    with translation.override("en"):
        speech = Speech("en", situation)
        (one,) = near_cases(speech, place_profile(speech, **work), cases=[case])  # type: ignore[arg-type]
        return [plain(line, isolate=False) for line in one.alike], [plain(line, isolate=False) for line in one.differs]


def test_a_case_says_what_is_alike_and_what_differs() -> None:
    alike, differs = said(TOWN, CITY, typologies=["greening_business"])
    assert alike == [
        f"It worked on {content.say('theme', 'waste', 'en')}, as is wanted here.",
        f"It went by the model that is thought of here: {content.say('typology', 'greening_business', 'en')}.",
    ]
    assert "A larger place: 240,000 people there, 24,000 here." in differs
    assert "Took part there, with nobody on the map here so far: civil society." in differs
    assert "In the middle there: Association in the middle. Here nobody in that place is known to us." in differs
    assert "In another country, Germany: law and money differ." in differs


def test_a_mediator_known_here_is_alike() -> None:
    both = replace(
        TOWN, bodies=(*TOWN.bodies, Body("n", "NGO", Word("NGO", "civil_society"))), ties=(Tie("n", "c"), Tie("n", "f")),
    )  # fmt: skip
    alike, differs = said(both, CITY)
    assert "There as here somebody stands between the municipality and business." in alike
    assert "Every sector that took part there is on the map here." in alike
    assert not any("In the middle" in one for one in differs)


def test_where_nobody_mediates_there_that_is_said() -> None:
    here = replace(
        TOWN, bodies=(*TOWN.bodies, Body("n", "NGO", Word("NGO", "civil_society"))), ties=(Tie("n", "c"), Tie("n", "f")),
    )  # fmt: skip
    _alike, differs = said(here, replace(CITY, partners=(FIRM,)))
    assert "Here somebody stands between the municipality and business; of there no such body is told." in differs


def test_a_smaller_place_of_the_same_country_and_cluster() -> None:
    village = replace(CITY, country="IL", place=CasePlace(ENGLISH, "village", 1_000, 6))
    alike, differs = said(TOWN, village)
    assert "In the same country, under the same law." in alike
    assert "About the same socio-economic cluster: 6 there, 5 here." in alike
    assert "A smaller place: 1,000 people there, 24,000 here." in differs


def test_what_was_not_compared_is_told_apart_by_who_does_not_tell() -> None:
    with translation.override("en"):
        speech = Speech("en", Situation())
        (one,) = near_cases(speech, place_profile(speech), cases=[replace(CITY, place=CasePlace(ENGLISH, "city"))])
    assert "size" in one.untold
    assert {"size", "country", "themes", "traits"} <= set(one.unasked)
    assert "country" not in one.untold


def test_only_what_shares_a_theme_or_the_model_is_suggested() -> None:
    with translation.override("en"):
        speech = Speech("en", TOWN)
        found = suggested_cases(speech, typologies=["greening_business"])
        assert 1 <= len(found) <= 3
        assert all(one.case.typology == "greening_business" or "waste" in one.case.themes for one in found)
        assert all(plain(one.why) for one in found)


@pytest.mark.parametrize("language", content.LANGUAGES)
def test_the_whole_library_is_compared_in_every_language(language: str) -> None:
    with translation.override(language):
        speech = Speech(language, TOWN)
        found = near_cases(speech, place_profile(speech))
    assert {one.case.id for one in found} == {case.id for case in content.cases()}
    assert [one.likeness.distance for one in found] == sorted(one.likeness.distance for one in found)


def test_every_feature_has_its_sentences() -> None:
    assert {"themes", "model", "size", "sectors", "mediator", "traits", "cluster", "country"} <= set(ALIKE)
    assert {"themes", "model", "larger", "smaller", "sectors", "mediator", "traits", "higher", "lower", "country"} <= set(DIFFERS)
