"""Is each case whole, in four languages, borne by words that were read, and silent about nothing?"""

from __future__ import annotations

import re
from datetime import date
from importlib.resources import files
from typing import Any

import pytest
from babel import Locale

from shutaf import content
from shutaf.content import tables
from shutaf.content.cases import OUTCOMES, PARTS, PLACE_KINDS, TRAITS
from shutaf.content.cases.schema import PARTNER_PARTS

KEYS = {
    "id", "original", "country", "typology", "themes", "sector_lead", "outcome", "unknown", "partner", "name", "summary", "place", "claim",
}  # fmt: skip
CLAIM_KEYS = {"part", "value", "grade", "basis", "mark", "read", *content.LANGUAGES}
MOST_WORDS = 15
NAMES = sorted(one.name for one in (files("shutaf.content") / "cases").iterdir() if one.name.endswith(".toml"))
WRITTEN = {name: tables.document(f"cases/{name}") for name in NAMES}


def texts(found: dict[str, Any]) -> list[dict[str, str]]:
    return [found["name"], found["summary"], found["place"]["name"], *(one["name"] for one in found["partner"]), *found["claim"]]


def keys(list_key: str) -> set[str]:
    return {entry.key for entry in content.entries(list_key)}


@pytest.mark.parametrize("name", NAMES)
def test_a_case_holds_known_keys_and_is_named_by_its_id(name: str) -> None:
    found = WRITTEN[name]
    assert set(found) == KEYS
    assert name == f"{found['id']}.toml"
    assert set(found["place"]) <= {"name", "kind", "population", "cluster_1_10", "traits"}
    for claim in found["claim"]:
        assert set(claim) <= CLAIM_KEYS
    for partner in found["partner"]:
        assert set(partner) == {"name", "original", "sector", "part"}


@pytest.mark.parametrize("name", NAMES)
def test_every_text_is_there_in_four_languages_and_their_letters(name: str) -> None:
    for text in texts(WRITTEN[name]):
        said = {language: text[language] for language in content.LANGUAGES}
        assert all(one.strip() == one and one for one in said.values()), said
        assert re.search("[א-ת]", said["he"]), said
        assert re.search("[ء-ي]", said["ar"]), said
        assert not re.search("[א-ת]", said["ar"] + said["en"] + said["de"]), said


@pytest.mark.parametrize("name", NAMES)
def test_its_words_are_those_of_the_lists(name: str) -> None:
    one = content.case(name.removesuffix(".toml"))
    assert one.country in Locale("en").territories
    assert one.typology in keys("typology")
    assert one.themes
    assert set(one.themes) <= keys("theme")
    assert one.sector_lead in {"", *keys("sector")}
    assert one.outcome in OUTCOMES
    assert one.place.kind in PLACE_KINDS
    assert set(one.place.traits) <= set(TRAITS)
    assert {partner.sector for partner in one.partners} <= keys("sector")
    assert {partner.part for partner in one.partners} <= set(PARTNER_PARTS)


@pytest.mark.parametrize("name", NAMES)
def test_no_part_is_silently_empty(name: str) -> None:
    one = content.case(name.removesuffix(".toml"))
    told = {claim.part for claim in one.claims}
    assert told | set(one.unknown) == set(PARTS)
    assert not told & set(one.unknown)
    assert bool(one.partners) == ("partners" in told)
    assert one.place.population is None or any(claim.part == "place" for claim in one.claims)


@pytest.mark.parametrize("name", NAMES)
def test_every_claim_is_borne_by_words_read_or_says_that_it_is_not(name: str) -> None:
    for claim in content.case(name.removesuffix(".toml")).claims:
        if claim.basis == "inferred":
            assert claim.part in {"lesson", "needs_here"}
        else:
            assert claim.reads or claim.mark, claim.text["en"]
        assert (claim.part == "result") == bool(claim.grade), claim.text["en"]
        for read in claim.reads:
            assert re.match(r"https?://[^\s/]+\.\S+$", read.address), read.address
            assert date.fromisoformat(read.on)
            assert 1 <= len(read.phrase.split()) <= MOST_WORDS, read.phrase


@pytest.mark.parametrize("name", NAMES)
def test_numbers_are_the_same_in_every_language(name: str) -> None:
    for text in texts(WRITTEN[name]):
        digits = {language: sorted(re.findall(r"\d+", re.sub(r"(?<=\d)[.,](?=\d)", "", text[language]))) for language in content.LANGUAGES}
        assert len({tuple(found) for found in digits.values()}) == 1, digits


@pytest.mark.parametrize("name", NAMES)
def test_years_stand_as_dates(name: str) -> None:
    one = content.case(name.removesuffix(".toml"))
    for claim in (*one.told("start"), *one.told("end")):
        assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", claim.value), claim.text["en"]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_unverified_or_machine_bound_is_told(name: str) -> None:
    written = (files("shutaf.content") / "cases" / name).read_text(encoding="utf-8").casefold()
    assert not re.search(r"known, verify|\btodo\b(?!=)|fixme|shortened", written)


def test_every_model_has_two_cases_or_more() -> None:
    for typology in keys("typology"):
        assert len([one for one in content.cases() if one.typology == typology]) >= 2


def test_an_unknown_case_is_refused() -> None:
    with pytest.raises(KeyError):
        content.case("xx-nowhere")
