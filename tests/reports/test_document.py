"""Are names kept apart from words, and do templates become lines without loss?"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutaf.reports.document import Document, Labels, Name, Num, Tag, Text, fill, line, plain

NO_BRACES = st.text(st.characters(blacklist_characters="{}*", blacklist_categories=["Cs"]))


def document(language: str) -> Document:
    return Document(language, line("t"), (), Labels("", "", "", "", "", "", ""), ())


def test_line_joins_words_inlines_and_lines_and_drops_what_is_empty() -> None:
    found = line("a", "", Name("b"), (Num("3", "T3K9"), Text("c")), Tag("d"), ())
    assert found == (Text("a"), Name("b"), Num("3", "T3K9"), Text("c"), Tag("d"))


def test_strong_words_make_what_stands_in_them_strong() -> None:
    found = fill("**{n} of {all}** know {who}, **{who}** too", n=Num("3", "T3K9"), all="9", who=Name("Omar", "business"))
    assert found[0] == Num("3", "T3K9", strong=True)
    assert found[2] == Text("9", strong=True)
    assert [part for part in found if isinstance(part, Name)] == [Name("Omar", "business"), Name("Omar", "business", strong=True)]
    assert [part.strong for part in found if isinstance(part, Text)] == [True, True, False, False, False]


def test_tag_in_strong_words_stays_a_tag() -> None:
    assert fill("**{tag}**", tag=Tag("now", "now")) == (Tag("now", "now"),)


def test_doubled_braces_are_braces() -> None:
    assert plain(fill("{{{n}}}", n="3")) == "{3}"


def test_missing_value_is_refused() -> None:
    with pytest.raises(KeyError, match="who"):
        fill("{who}")


@given(NO_BRACES, st.text())
def test_value_is_never_read_as_a_template(words: str, value: str) -> None:
    assert plain(fill(words + "{name}", name=Name(value)), isolate=False) == words + value
    assert fill("{name}", name=Name(value)) == (Name(value),)


@given(st.lists(st.one_of(st.builds(Text, st.text()), st.builds(Name, st.text()), st.builds(Num, st.text()))))
def test_plain_text_is_the_parts_and_isolates_names_only(parts: list[Text | Name | Num]) -> None:
    assert plain(parts, isolate=False) == "".join(part.text for part in parts)
    without_marks = [replace(part, text=part.text.replace("\u2068", "").replace("\u2069", "")) for part in parts]
    assert plain(without_marks).count("\u2068") == sum(isinstance(part, Name) for part in parts)


@pytest.mark.parametrize(("language", "direction"), [("he", "rtl"), ("ar", "rtl"), ("en", "ltr"), ("de", "ltr")])
def test_direction_follows_the_language(language: str, direction: str) -> None:
    assert document(language).direction == direction
