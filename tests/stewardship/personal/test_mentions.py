"""Is somebody found in a sentence as people write it, and nobody else with them?"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from shutaf.stewardship.personal.known import known_by
from shutaf.stewardship.personal.mentions import Mention, mentions, without
from shutaf.stewardship.personal.who import Who

WHO = Who(("דנה כהן", "Dana Cohen", "دانا كوهين"), ("dana@x.example",), ("052-123-4567",))
KNOWN = known_by(WHO)


def left(text: str) -> str:
    return without(text, mentions(text, KNOWN.knows), lambda _one: "*")


@pytest.mark.parametrize(
    ("text", "left_over"),
    [
        ("נפגשנו עם דנה כהן על הגינה", "נפגשנו עם * על הגינה"),
        ("לדנה כהן ולאחרים", "ל* ולאחרים"),
        ("דָּנָה כֹּהֵן", "*"),
        ("דנה־כהן", "*"),
        ("כהן, דנה (רכזת)", "* (רכזת)"),
        ("Cohen, Dana", "*"),
        ("DANA COHEN's garden", "* garden"),
        ("Dana Cohens Büro", "* Büro"),
        ("“Dana Cohen”", "“*”"),
        ("Dana-Cohen_x.pdf", "*_x.pdf"),
        ("قالت لدانا كوهين أمس", "قالت ل* أمس"),
        ("write to Dana@X.example.", "write to *."),
        ("tel +972 52 123 4567 or 03-555 6677", "tel * or 03-555 6677"),
        ("2024 052-1234567", "2024 *"),
        ("٠٥٢١٢٣٤٥٦٧", "*"),
        ("\u2067דנה\u2069 \u2067כהן\u2069", "\u2067*\u2069"),
    ],
)
def test_somebody_is_found_as_people_write(text: str, left_over: str) -> None:
    assert left(text) == left_over


@pytest.mark.parametrize(
    "text",
    [
        "Dana",
        "כהן",
        "Dana and Eli Cohen",
        "dana@x.example.org",
        "052-123-4568",
        "Danae Cohen",
        "Dana. The Cohens moved away",
        "1052123456789",
        "",
    ],
)
def test_nobody_else_is_taken_for_them(text: str) -> None:
    assert left(text) == text


def test_a_name_of_one_word_counts_where_it_stands_alone() -> None:
    rose = known_by(Who(("Rose",)))
    assert [len(mentions(text, rose.knows)) for text in ("Rose", " rose ", "A rose garden")] == [1, 1, 0]


@given(some.text(), some.text())
@example("ל", "s")
@example("\u2067", "\u2069")
def test_whatever_stands_around_the_person_goes_and_the_rest_is_never_longer(before: str, after: str) -> None:
    text = f"{before} דנה כהן {after}"
    rest = left(text)
    assert not mentions(rest.replace("*", "\n"), KNOWN.knows)
    assert len(rest) <= len(text)


@given(some.text(alphabet="אבגד דנהכ,.-'\"0123456789@x", max_size=60))
def test_the_cheap_look_says_no_only_where_nobody_stands(text: str) -> None:
    assert KNOWN.hint(text) or not mentions(text, KNOWN.knows)


@given(some.text(max_size=80))
def test_mentions_stand_in_order_and_apart(text: str) -> None:
    found = mentions(f"{text} Dana Cohen {text} dana@x.example", KNOWN.knows)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(isinstance(one, Mention) and one.start < one.end for one in found)
