"""A name suggests a sector, and is right nearly always where it says so loudly."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from functools import cache
from importlib import resources
from pathlib import Path

import pytest

from shutaf import content
from shutaf.analysis.actors.sector_guess import Cue, Cues, suggest_sector
from shutaf.analysis.situation import SECTORS

EXPECTED = {
    "קפה תאנה": "business", 'יואב הנדסה בע"מ': "business", "מאפיית הדר": "business", "סופר השכונה": "business",
    "עמותת הורי בית ספר המורד": "civil_society", 'מכון הנגב בע"מ (חל"צ)': "civil_society", "אגודת הסטודנטים של אוניברסיטת המורד": "civil_society",
    "ועד שכונת אל־עין": "community", "והמתנ״ס העירוני": "community", "בית הכנסת הגדול": "community",
    "מכללת המורד": "academia", "המכללה האקדמית": "academia", "אוניברסיטת המורד": "academia",
    "מחלקת הרווחה": "department", "אגף החינוך": "department", "הנדסה": "department",
    "בית ספר יסודי אלון": "public", "קופת חולים": "public", "עיריית עין חרוב": "public",
    "Freundeskreis Ein Haruv e.V.": "civil_society", "Hadar gGmbH": "civil_society", "Bürgerstiftung Haruv": "civil_society",
    "Hadar GmbH & Co. KG": "business", "Stadtbäckerei Hadar": "business", "Fahrschule July": "business",
    "Stadtwerke Haruv": "public", "Waldschule Haruv": "public", "Hochschule Haruv": "academia", "Umweltamt": "department",
    "جمعية الأمل": "civil_society", "شركة النور": "business", "بلدية عين حاروف": "public", "المدرسة الابتدائية": "public", "كلية الجليل": "academia",
    "Hadar Ltd.": "business", "Hadar, Inc.": "business", "Friends of the Library": "civil_society", "Haruv Foundation": "civil_society",
    "Haruv University": "academia", "Department of Parks": "department", "Haruv Residents’ Group": "community",
}  # fmt: skip
SILENT = ("גג־שמש", "חרוב", "", "---", "Voda")


@cache
def cues() -> Cues:
    return Cues(content.sector_cues())


@pytest.mark.parametrize("name", EXPECTED)
def test_names_sound_like_their_sector(name: str) -> None:
    found = suggest_sector(name, cues())
    assert found is not None
    assert found.sector == EXPECTED[name]


@pytest.mark.parametrize("name", SILENT)
def test_a_name_that_says_nothing_suggests_nothing(name: str) -> None:
    assert suggest_sector(name, cues()) is None


def test_a_word_is_heard_behind_a_prefix_but_not_inside_another() -> None:
    some = Cues([Cue("בנק", "business", 3), Cue("-amt", "department", 3)])
    heard = {"הבנק": True, "ובבנק": True, "בנקאות": False, "Bauamt": True, "Amt": False, "Amtsblatt": False}
    assert {name: suggest_sector(name, some) is not None for name in heard} == heard
    assert suggest_sector("אוהל מועד", Cues([Cue("ועד", "community", 3)])) is None


def test_the_kind_is_asked_where_the_name_is_silent() -> None:
    assert suggest_sector("גג־שמש", cues(), "עמותה") == suggest_sector("עמותה", cues())
    found = suggest_sector("מכללת המורד", cues(), "עמותה")
    assert found is not None
    assert found.sector == "academia"


def test_two_soft_words_that_disagree_suggest_nothing() -> None:
    some = Cues([Cue("club", "community", 2), Cue("farm", "business", 2)])
    assert suggest_sector("Farm Club", some) is None


def test_the_list_of_words_is_sound() -> None:
    rows = content.sector_cues()
    assert {row.sector for row in rows} <= {*SECTORS, "department"}
    assert {row.language for row in rows} == set(content.LANGUAGES)
    assert {row.weight for row in rows} == {2, 3, 4}
    assert len({row.word for row in rows}) == len(rows)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def _precision(names: Iterable[str], right: set[str]) -> tuple[float, float]:
    """(share of the names that say their sector loudly, share of those that are right)."""
    all_names = list(names)
    loud = [found for name in all_names if (found := suggest_sector(name, cues())) and found.sure_1_4 >= 3]
    return len(loud) / len(all_names), sum(found.sector in right for found in loud) / len(loud)


def test_registered_associations_are_recognised(shared_data: Path) -> None:
    """Also as people write them, without "(ע"ר)". A school or a college that an association runs counts as wrong here."""
    names = [row["ngo_name"] for row in _rows(shared_data / "israel" / "ngos_sample.csv")]
    bare = [name.replace('(ע"ר)', "").replace("(ע''ר)", "").replace('(חל"צ)', "").replace('בע"מ', "") for name in names]
    assert _precision(names, {"civil_society", "community"})[1] >= 0.95
    share, right = _precision(bare, {"civil_society", "community"})
    assert share >= 0.3
    assert right >= 0.9


def test_public_bodies_are_recognised(shared_data: Path) -> None:
    rows = _rows(shared_data / "israel" / "public_entities.csv")
    local = [row["name"] for row in rows if row["kind"] == "local_community_committee"]
    public = [
        row["name"] for row in rows if row["kind"] not in ("local_community_committee", "religion_service", "professional_association")
    ]
    assert _precision(local, {"community"})[1] >= 0.9
    share, right = _precision(public, {"public", "department"})
    assert share >= 0.8
    assert right >= 0.9


def test_german_register_is_recognised(shared_data: Path) -> None:
    lines = (shared_data / "germany" / "offeneregister_sample_no_officers.jsonl").read_text(encoding="utf-8").splitlines()
    entries = [json.loads(line) for line in lines]
    by_register = {
        kind: [entry["name"] for entry in entries if entry["all_attributes"].get("_registerArt") in kinds]
        for kind, kinds in (("firms", ("HRA", "HRB")), ("associations", ("VR",)))
    }
    assert _precision(by_register["firms"], {"business"})[1] >= 0.95
    associations = [name.replace("e.V.", "").replace("e. V.", "") for name in by_register["associations"]]
    assert _precision(associations, {"civil_society", "community"})[1] >= 0.9


def test_partnerships_are_recognised_in_hebrew_and_english(shared_data: Path) -> None:
    rows = _rows(shared_data / "entity_resolution" / "il_org_names_he_en.csv")
    for column in ("name_he", "name_en"):
        assert _precision([row[column] for row in rows if row[column]], {"business"})[1] >= 0.95


def test_the_example_town_is_mostly_right_in_every_language() -> None:
    text = (resources.files("shutaf.content") / "example" / "organisations.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    said = [
        (row["sector"], found.sector, found.sure_1_4)
        for row in rows for column in ("name_he", "name_ar", "name_en", "name_de")
        if (found := suggest_sector(row[column] or row["name"], cues()))
    ]  # fmt: skip
    loud = [(true, guess) for true, guess, sure in said if sure >= 3]
    assert len(said) >= 0.55 * 4 * len(rows)
    assert sum(true == guess for true, guess in loud) >= 0.9 * len(loud)
