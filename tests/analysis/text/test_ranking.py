"""Do the texts that are meant come first, and is it told by which words?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutaf.analysis.text.compounds import parts
from shutaf.analysis.text.excerpt import excerpt, marked
from shutaf.analysis.text.ranking import Passage, Ranking
from shutaf.analysis.text.vocabulary import ITSELF, JOINED, MISTYPED, PART, SPELT, STEM, Vocabulary

TEXTS = {
    "kitchen": [Passage("name", 6, "מטבח בחורה"), Passage("text", 1, "רכש מקומי של ארוחות")],
    "council": [Passage("name", 6, "Freiburger Nachhaltigkeitsrat"), Passage("text", 2, "local procurement and the round table")],
    "table": [Passage("name", 6, "Round table"), Passage("text", 1, "how to meet")],
    "market": [Passage("name", 6, "سوق الصفقات"), Passage("text", 1, "الجمعيات والمصالح")],
}
RANKING = Ranking(TEXTS, [("meet", "gather"), ("رشوة", "هدية")])


def refs(typed: str) -> list[str]:
    return [hit.ref for hit in RANKING.found(typed)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("לרכש המקומי", "kitchen"),
        ("Rat", "council"),
        ("nachhaltigkeit", "council"),
        ("roundd tabel", "table"),
        ("للجمعيات", "market"),
        ("gather", "table"),
    ],
)
def test_another_form_a_part_a_slip_and_another_word_find_what_is_meant(typed: str, first: str) -> None:
    assert refs(typed)[0] == first


def test_a_word_in_the_name_counts_more_than_one_in_the_text() -> None:
    assert refs("round table") == ["table", "council"]


def test_what_is_not_met_is_told_as_typed_and_words_that_say_little_are_not() -> None:
    assert sorted(hit.missed for hit in RANKING.found("What is a Round table Procurement")) == [(), ("Procurement",)]


def test_nothing_is_found_for_nothing_and_for_what_nobody_wrote() -> None:
    assert refs("") == refs("?!") == refs("zzzqqq") == []


def test_each_way_of_meeting_counts_for_less_than_the_word_itself() -> None:
    known = Vocabulary(["סביבה", "מינכן", "חברות", "klimaschutz", "procurement"])
    assert known.met("סביבה") == {"סביבה": ITSELF}
    assert known.met("לסביבה") == {"סביבה": JOINED}
    assert known.met("מיניכן") == {"מינכן": SPELT}
    assert known.met("חברה") == {"חברות": STEM}
    assert known.met("schutz") == {"klimaschutz": PART}
    assert known.met("procurment") == {"procurement": MISTYPED}
    assert known.met("procurment", mistyped=False) == {}


def test_a_compound_nobody_wrote_is_asked_for_in_its_parts() -> None:
    assert parts("klimarat", {"klima", "rat"}) == ("klima", "rat")
    assert refs("Handelsrunde") == []
    assert refs("meetwords") == []
    assert (
        Ranking({"a": [Passage("name", 1, "Schule und Sanierung")], "b": [Passage("name", 1, "Schule")]}).found("Schulsanierung")[0].ref
        == "a"
    )


@given(st.text(max_size=60), st.sets(st.sampled_from(["round", "table", "רכש"]), max_size=2))
def test_the_pieces_of_a_marked_text_are_the_text(text: str, words: set[str]) -> None:
    assert "".join(piece for piece, _found in marked(text, words)) == text


@given(st.lists(st.sampled_from(["round", "table", "local", "words"]), max_size=80).map(" ".join))
def test_a_stretch_is_short_and_stands_in_the_text(text: str) -> None:
    stretch = excerpt(text, {"round"}, most=60)
    assert len(stretch) <= 62
    assert stretch.strip("…") in text
    assert "round" in stretch or "round" not in text.split()
