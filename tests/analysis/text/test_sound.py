"""Does a word sound alike in Hebrew, Arabic and Latin letters, and different words not?"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shutaf.analysis.text.fold import fold
from shutaf.analysis.text.sound import sound, sounds_alike

SAME = [
    ("גליל", "Galil", "الجليل"),
    ("חיפה", "Haifa", "حيفا"),
    ("נתניה", "Netanya", "نتانيا"),
    ("רהט", "Rahat", "رهط"),
    ("יוזמה", "Yozma", "يوزما"),
    ("וולת'סטון", "Wealthstone", "ولثستون"),
    ("צבר", "Tsabar", "תסבר"),
    ("פורטיסימו", "Fortissimo", "فورتيسيمو"),
    ("ג'ולי", "Julie", "جولي"),
    ("כרמל", "Karmel", "كرمل"),
]
SOUNDS = st.text(alphabet="ABCDGHKLMNPRSTY", max_size=9)


@pytest.mark.parametrize("spellings", SAME)
def test_one_word_sounds_the_same_in_every_alphabet(spellings: tuple[str, ...]) -> None:
    assert len({sound(word) for word in spellings}) == 1


@pytest.mark.parametrize(
    ("hebrew", "latin"),
    [
        ("ונצ'רס", "Ventures"),
        ("אנלייט", "Enlight"),
        ("סינרג'י", "Synergy"),
        ("אשכול", "Eshkol"),
        ("הגשמה", "Hagshama"),
        ("צ'אנל", "Channel"),
    ],
)
def test_foreign_words_sound_nearly_alike(hebrew: str, latin: str) -> None:
    assert sounds_alike(sound(hebrew), sound(latin)) >= 0.75


@pytest.mark.parametrize(("one", "other"), [("גליל", "Negev"), ("קרן", "Bank"), ("ירוק", "Blue"), ("", "Haifa"), ("א", "B")])
def test_other_words_do_not(one: str, other: str) -> None:
    assert sounds_alike(sound(one), sound(other)) < 0.5


@pytest.mark.parametrize(
    ("word", "heard"),
    [
        ("ways", "BS"), ("crowd", "KRD"), ("knight", "NT"), ("station", "STSN"), ("city", "ST"), ("cat", "KT"), ("wall", "BL"), ("year", "YR"),
        ("oak", "AK"), ("phone", "PN"), ("shabbath", "SBT"), ("kibbutz", "KBTS"), ("edge", "AG"), ("sarah", "SR"), ("box", "BKS"), ("הרצליה", "HRTSL"),
        ("ורד", "BRD"), ("אביב", "ABB"), ("תווים", "TBM"), ("ערכה", "ARK"), ("الوردة", "BRD"), ("وادي", "BD"), ("2a", "2"),
    ],
)  # fmt: skip
def test_rules_of_spelling(word: str, heard: str) -> None:
    assert sound(word) == heard


def test_half_a_mistake_for_neighbours_and_weak_sounds() -> None:
    assert sounds_alike("KRML", "GRML") == 0.875
    assert sounds_alike("KRML", "KRMLH") == 0.9
    assert sounds_alike("KRML", "KRMLS") == 0.8
    assert sounds_alike("KRML", "KRNL") == 0.875
    assert sounds_alike("KRML", "KRSL") == 0.75


@settings(max_examples=60, deadline=None, derandomize=True)
@given(SOUNDS, SOUNDS)
def test_alikeness_is_the_same_both_ways_and_whole_only_between_equals(one: str, other: str) -> None:
    assert sounds_alike(one, other) == sounds_alike(other, one)
    assert 0.0 <= sounds_alike(one, other) <= 1.0
    assert (sounds_alike(one, other) == 1.0) == (one == other != "")


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text(max_size=12))
def test_folding_first_changes_no_sound_but_that_of_a_geresh(word: str) -> None:
    if not set("'׳’`") & set(word):
        assert sound(fold(word)) == sound(word)
