"""Is the word that was meant offered for one that nobody has?"""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutaf.analysis.text.search import index_text, matches, query_tokens
from shutaf.analysis.text.spelling import corrected, mistakes_between

NAMES = ("המכללה האקדמית בגליל", "מתנ״ס נווה", "תושבי הגבעה", "جمعية الأمل", "Bäckerei Müller", "Sportverein Nord", "Beit Ha'am")
WORDS = st.text(alphabet="אבגדהוab", max_size=7)
ALIKE = {"א": "ע", "ע": "א", "כ": "ק", "ק": "כ", "ח": "כ", "ט": "ת", "ת": "ט", "ס": "ש", "ש": "ס", "ב": "ו"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("תושווי", "תושבי"),
        ("תוסבי הגבעא", "תושבי הגבעה"),
        ("אקדימית", "אקדמית"),
        ("מטנ״ס", "מתנ״ס"),
        ("جمغية", "جمعية"),
        ("Bakerei Muler", "Bäckerei Müller"),
        ("sprotverein", "Sportverein"),
        ("Beit Haaam", "Beit Ha'am"),
    ],
)
def test_a_slip_is_mended_with_the_word_as_it_is_written(typed: str, meant: str) -> None:
    assert corrected(typed, NAMES) == meant


def test_words_that_stand_are_left_as_typed() -> None:
    assert corrected("גבעה תושבבי", NAMES) == "גבעה תושבי"
    assert corrected("לגליל תושבבי", NAMES) == "לגליל תושבי"


def test_nothing_is_offered_where_nothing_is_wrong_or_nothing_is_like_it() -> None:
    assert corrected("תושבי הגליל", NAMES) == ""
    assert corrected("xylophon הגבעה", NAMES) == ""
    assert corrected("", NAMES) == ""
    assert corrected("תושבי", ()) == ""


@given(WORDS, WORDS)
def test_mistakes_are_the_same_both_ways_and_none_only_between_equals(one: str, other: str) -> None:
    assert mistakes_between(one, other) == mistakes_between(other, one)
    assert (mistakes_between(one, other) == 0) == (one == other)


@given(st.text(alphabet="אבגל ", max_size=12))
def test_what_is_offered_is_found(text: str) -> None:
    offered = corrected(text, NAMES)
    indexed = index_text(*NAMES)
    assert not offered or (matches(query_tokens(offered), indexed) and offered != text)


def spoilt(word: str, rng: random.Random) -> str:
    """The word after one slip: letters swapped, left out, doubled, taken for one that sounds alike, or a yod too many."""
    at = rng.randrange(1, len(word) - 1)
    ways = [word[:at] + word[at + 1] + word[at] + word[at + 2 :], word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:]]
    ways += [word[:i] + ALIKE[letter] + word[i + 1 :] for i, letter in enumerate(word) if letter in ALIKE][:2]
    return rng.choice([*ways, word[:at] + "י" + word[at:]])


@pytest.mark.slow
def test_the_word_meant_comes_first_for_nine_of_ten_slips_in_real_names(shared_data: Path) -> None:
    rng = random.Random(7)
    with (shared_data / "israel/ngos_sample.csv").open(encoding="utf-8", newline="") as file:
        names = rng.sample([row["ngo_name"] for row in csv.DictReader(file)], 800)
    kept = [index_text(name) for name in names]
    right = tried = 0
    while tried < 60:
        at = rng.randrange(len(names))
        words = [word for word in names[at].split() if len(word) > 4 and word.isalpha() and "א" <= word[0] <= "ת"]
        typed = spoilt(rng.choice(words), rng) if words else ""
        if typed and not any(matches(query_tokens(typed), each) for each in kept):
            tried += 1
            right += matches(query_tokens(corrected(typed, names)) or (("\0",),), kept[at])
    print(f"{right} of {tried} (seed 7)")
    assert right >= 0.9 * tried
