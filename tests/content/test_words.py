"""Are the closed lists complete in four languages, and does each word people write mean one thing?"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from shutaf import content
from shutaf.analysis.situation import SECTORS, TYPOLOGIES
from shutaf.analysis.text.fold import fold
from shutaf.content import tables

KEYS = {
    "sector": SECTORS,
    "department": ("department",),
    "typology": TYPOLOGIES,
    "answer": ("yes", "no", "unknown"),
    "invite": ("yes", "no", "later", "unknown"),
    "tie_status": ("exists", "none", "unknown"),
    "tie_kind": (
        "joint_project",
        "purchase",
        "grant",
        "service",
        "licence",
        "membership",
        "information",
        "referral",
        "volunteering",
        "other",
    ),
    "direction": ("mutual", "one_way"),
    "basis": ("reported", "surveyed"),
    "visibility": ("editors", "partners", "public"),
    "resource": (
        "money",
        "goods",
        "space",
        "staff_time",
        "skill",
        "knowledge",
        "data",
        "technology",
        "infrastructure",
        "network",
        "legitimacy",
        "access",
        "publicity",
        "training",
        "purchasing",
    ),
}
LISTS = tuple(content.lists())


def simply(text: str) -> str:
    return text.strip().casefold()


def meanings(list_key: str, folding: Callable[[str], str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for entry in content.entries(list_key):
        for text in {entry.key, *entry.names.values(), *entry.variants}:
            found.setdefault(folding(text), set()).add(entry.key)
    return found


@pytest.mark.parametrize("list_key", KEYS)
def test_closed_lists_hold_exactly_their_keys(list_key: str) -> None:
    assert tuple(entry.key for entry in content.entries(list_key)) == KEYS[list_key]


def test_the_other_lists_exist_and_stay_short() -> None:
    sizes = {list_key: len(content.entries(list_key)) for list_key in ("theme", "motive", "barrier", "body_kind", "language", "criterion")}
    assert sizes["theme"] <= 16
    assert all(5 <= size <= 17 for size in sizes.values())


@pytest.mark.parametrize("list_key", LISTS)
@pytest.mark.parametrize("folding", [simply, fold])
def test_a_word_means_one_entry_of_its_list(list_key: str, folding: Callable[[str], str]) -> None:
    assert not {text: keys for text, keys in meanings(list_key, folding).items() if len(keys) > 1 or not text}


@pytest.mark.parametrize("list_key", LISTS)
def test_every_word_has_a_name_of_its_own_in_four_languages(list_key: str) -> None:
    members = content.entries(list_key)
    for language in content.LANGUAGES:
        names = [entry.names[language].strip() for entry in members]
        assert all(names)
        assert len(set(names)) == len(names), (list_key, language)


def test_hebrew_and_arabic_names_are_in_their_own_letters() -> None:
    for list_key in LISTS:
        for entry in content.entries(list_key):
            assert re.search("[א-ת]", entry.names["he"]), (list_key, entry.key)
            assert re.search("[ء-ي]", entry.names["ar"]), (list_key, entry.key)
            assert not re.search("[א-תء-ي]", entry.names["en"] + entry.names["de"]), (list_key, entry.key)


@pytest.mark.parametrize(
    ("written", "sector"),
    [
        ("עירייה", "public"),
        ("רשות", "public"),
        ("County", "public"),
        ("Private", "business"),
        ('חברה בע"מ', "business"),
        ("Unternehmen", "business"),
        ("עמותה", "civil_society"),
        ("e.V.", "civil_society"),
        ("research", "academia"),
        ("جامعة", "academia"),
        ("ועד שכונה", "community"),
        ("other", "other"),
    ],
)
def test_sectors_people_really_write_are_known(written: str, sector: str) -> None:
    assert meanings("sector", fold)[fold(written)] == {sector}


@pytest.mark.parametrize("list_key", ["answer", "invite"])
def test_a_bare_tick_or_cross_is_no_answer(list_key: str) -> None:
    """In Hebrew forms V is yes and X is no; in German and English ones X marks a yes; an empty box is no "no"."""
    assert not {"x", "v", "✓", "✗", "true", "false", "1", "0"} & set(meanings(list_key, fold))


def test_a_zero_is_no_known_absence_of_a_tie() -> None:
    assert not {"0", "false", "x", "✗"} & set(meanings("tie_status", fold))


def test_every_theme_has_a_goal_and_a_collaboration_area() -> None:
    for theme in content.entries("theme"):
        assert set(theme.codes) == {"sdg", "cdp_6_2a"}, theme.key
        assert 1 <= int(theme.codes["sdg"]) <= 17
        assert theme.codes["cdp_6_2a"].strip()


def test_say_gives_the_name_and_refuses_what_it_does_not_know() -> None:
    assert content.say("sector", "business", "de") == "Wirtschaft"
    for unknown in (("sector", "nobody", "he"), ("nothing", "business", "he"), ("sector", "business", "fr")):
        with pytest.raises(KeyError):
            content.say(*unknown)


def test_loaded_words_are_cached_and_cannot_be_changed() -> None:
    assert content.entries("theme") is content.entries("theme")
    with pytest.raises(TypeError):
        content.entries("theme")[0].names["he"] = "x"  # type: ignore[index]


def test_a_row_that_does_not_fit_its_header_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text("key,he\na,b,c\n", encoding="utf-8")
    monkeypatch.setattr(tables, "files", lambda _package: tmp_path)
    with pytest.raises(ValueError, match=r"bad\.csv"):
        tables.rows("bad.csv")


def test_no_german_or_is_cut() -> None:
    lists = Path(content.__file__).parent.glob("*.csv")
    assert [one.name for one in lists if "odas" in one.read_text(encoding="utf-8")] == []
