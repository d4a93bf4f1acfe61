"""Does a search find the names a person would expect, and no others?"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutaf.analysis.text.fold import fold
from shutaf.analysis.text.search import index_text, matches, query_tokens

sys.path.insert(0, str(Path(__file__).parent))
from searches import MEET, MEET_LATER, STRANGERS, STRANGERS_LATER

SEEN_WRONG = {("אור", "מאורות הנגב"), ("הראל", "חוות ראלי")}
"""Known and left: who types אור finds what begins with it after a prefix too, and what a name is without its article is a name as well."""

SEEN_MISSED = {
    ("התנדבות", "מתנדבים בקהילה"),
    ("קיימות", "מקיימת"),
    ("Straße", "Hauptstrasse 3"),
    ("Firma", "Firmen"),
    ("co-op", "Coop North"),
}
"""Known and left, of the second list: words of one root in another pattern, compounds that name no body, a hyphen that splits."""

SEEN_WRONG_LATER = {("חבר", "חברה"), ("כלל", "מכללה")}

LETTERS = st.text(alphabet="אבגדהוזחטיכלמנסעפצקרשתךםןףץ׳״־ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءؤئأآabcäöüßéøxyz019 -.,'", max_size=40)
WORDS = st.text(alphabet="אבגדהויכלמנסעפצקרשתםןabcäüéxyzابتجحدرسعلمنويةى", min_size=3, max_size=12)


def finds(query: str, *names: str) -> bool:
    return matches(query_tokens(query), index_text(*names))


@pytest.mark.parametrize(("query", "name"), MEET)
def test_a_query_finds_the_name_it_means(query: str, name: str) -> None:
    assert finds(query, name)


@pytest.mark.parametrize(("query", "name"), STRANGERS)
def test_a_query_does_not_find_a_stranger(query: str, name: str) -> None:
    assert finds(query, name) == ((query, name) in SEEN_WRONG)


def test_a_second_list_tried_once_is_met_but_for_what_is_known() -> None:
    assert {pair for pair in MEET_LATER if not finds(*pair)} == SEEN_MISSED
    assert {pair for pair in STRANGERS_LATER if finds(*pair)} == SEEN_WRONG_LATER
    assert (len(MEET_LATER), len(STRANGERS_LATER)) == (66, 21)


def test_all_words_must_be_found_in_any_order_and_in_any_of_the_names() -> None:
    assert finds("ein haruv verein", "Sportverein", "עין חרוב", "Ein Haruv")
    assert not finds("ein haruv bank", "Sportverein", "Ein Haruv")


def test_a_search_for_nothing_finds_everything() -> None:
    assert query_tokens(" ״ - ") == ()
    assert finds("", "Sportverein")


def test_nothing_is_found_where_nothing_is_kept() -> None:
    assert index_text("", "״") == "  "
    assert not finds("verein", "")


@given(LETTERS)
def test_a_name_always_finds_itself(name: str) -> None:
    assert finds(name, name)


@given(LETTERS)
def test_folding_the_query_changes_nothing(query: str) -> None:
    assert query_tokens(fold(query)) == query_tokens(query)


@given(WORDS, st.integers(3, 12))
def test_the_beginning_of_a_word_finds_it(word: str, letters: int) -> None:
    assert finds(fold(word)[:letters], word)


@given(st.text(max_size=60))
def test_a_token_holds_no_sign_that_means_something_to_a_database(text: str) -> None:
    assert not set("%_\\'") & set("".join(token for tokens in query_tokens(text) for token in tokens))
