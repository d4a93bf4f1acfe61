"""Is a case file read back as it was written, and is everything else refused with its line and nothing harmful done?"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutaf.content.cases import cases
from shutaf.content.cases.plain import as_plain, of_plain
from shutaf.imports.case_file import MOST_BYTES, read_case
from shutaf.reports.formats.case_file import case_file

FILE = """---
shutaf_case: 1
languages: [en]
place: {kind: town, population: 24000}
start: 2024-05
outcome: ended_early
partners:
- {key: p1, sector: business, part: lead}
claims:
- {key: c1, part: result, grade: self_reported}
---

# Bread for all {#name lang=en}

Ein Haruv {#place}

## Who took part

- A bakery {#p1}

## What came of it

40 kg a day.

Then nothing. {#c1}
"""


def said(text: str) -> list[tuple[str, int | None]]:
    return [(one.key, one.row) for one in read_case(text.encode(), "case.md").problems]


def test_a_file_that_a_person_wrote_is_read() -> None:
    case = read_case(FILE.encode(), "case.md").case
    assert case
    assert (case.names["en"], case.start, case.place.population, case.partners[0].original) == (
        "Bread for all",
        "2024-05",
        24000,
        "A bakery",
    )
    assert (case.claims[0].text["en"], case.claims[0].grade) == ("40 kg a day.\n\nThen nothing.", "self_reported")


def test_windows_line_ends_and_a_mark_of_utf8_change_nothing() -> None:
    other = ("\ufeff" + FILE).replace("\n", "\r\n").encode()
    assert read_case(other, "x").case == read_case(FILE.encode(), "x").case


@pytest.mark.parametrize("case", cases()[::8], ids=lambda case: case.id)
def test_every_case_of_the_library_comes_back_whole(case: object) -> None:
    assert read_case(case_file(case), "x").case == case  # type: ignore[arg-type]


def test_a_case_comes_back_whole_from_plain_values() -> None:
    assert all(of_plain(as_plain(case)) == case for case in cases())


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=60).map(str.strip).filter(bool))
def test_whatever_a_text_holds_it_comes_back(text: str) -> None:
    whole = read_case(FILE.encode(), "x").case
    assert whole
    case = replace(whole, claims=(replace(whole.claims[0], text={"en": f"{text}\n# {text}\n{text} {{#c9}}"}),))
    back = read_case(case_file(case), "x")
    assert back.case, back.problems
    assert back.case.claims[0].text["en"].split() == case.claims[0].text["en"].split()


@pytest.mark.parametrize(
    ("old", "new", "key", "line"),
    [
        ("---\nshutaf_case", "shutaf_case", "case.no_head", 1),
        ("shutaf_case: 1", "shutaf_case: 2", "case.version", 2),
        ("outcome: ended_early", "outcome: &a ended_early", "case.alias", 6),
        ("outcome: ended_early", "outcome: *a", "case.alias", 6),
        ("outcome: ended_early", "outcome: !!python/object/apply:os.system [true]", "case.alias", 6),
        ("outcome: ended_early", "outcome: [[[[[[[a]]]]]]]", "case.too_deep", 6),
        ("outcome: ended_early", "outcome: 'x", "case.head_unreadable", 6),
        ("outcome: ended_early", "outcome: lost", "case.wrong_word", 6),
        ("outcome: ended_early", "outcome: {a: b}", "case.wrong_value", 6),
        ("outcome: ended_early", "outcom: ended_early", "case.unknown_field", 6),
        ("outcome: ended_early", "start: 2025", "case.field_twice", 6),
        ("start: 2024-05", "start: May", "case.wrong_value", 5),
        ("population: 24000", "population: many", "case.wrong_value", 4),
        ("population: 24000", "population: -5", "case.wrong_value", 4),
        ("languages: [en]", "languages: [fr]", "case.wrong_word", 3),
        ("languages: [en]\n", "", "case.missing", 2),
        ("part: result, ", "", "case.missing", 10),
        ("key: p1", "key: c1", "case.key", 10),
        ("part: result", "part: gossip", "case.wrong_word", 10),
        ("Ein Haruv {#place}", "Ein Haruv", "case.text_without_key", 15),
        ("A bakery {#p1}", "A bakery {#p7}", "case.no_text", 8),
        ("# Bread for all {#name lang=en}", "# Bread for all", "case.no_title", 15),
        ("Ein Haruv {#place}", "Ein Haruv {#place}\n\nAgain {#place}", "case.text_twice", 17),
    ],
)
def test_what_is_wrong_is_said_with_its_line(old: str, new: str, key: str, line: int) -> None:
    assert old in FILE
    assert (key, line) in said(FILE.replace(old, new, 1))


def test_a_file_that_would_fill_the_machine_is_refused_unread() -> None:
    bomb = "---\nshutaf_case: 1\na: &a [x,x,x,x]\n" + "".join(f"b{n}: [*a,*a,*a,*a]\n" for n in range(50)) + "---\n"
    assert said(bomb)[0][0] == "case.alias"
    assert said("---\n" + "[" * 100_000)[0][0] == "case.head_open"
    assert said("---\n" + "[" * 100_000 + "\n---\n")[0][0] == "case.too_deep"
    assert said("---\nx: [" + "a," * 30_000 + "]\n---\n")[0][0] == "case.too_much"
    assert said("x" * (MOST_BYTES + 1))[0][0] == "case.too_big"
    assert said("")[0][0] == "case.no_head"
    assert [one.key for one in read_case(b"---\n\xff\xfe\n---\n", "x").problems] == ["case.not_utf8"]


@given(st.text(max_size=300), st.integers(0, len(FILE)))
def test_no_bytes_break_the_reader(text: str, at: int) -> None:
    for broken in (FILE[:at] + text + FILE[at:], FILE[:at] + text, text):
        read = read_case(broken.encode("utf-8", "replace"), "x")
        assert (read.case is None) == bool(read.problems)
