"""Names come in from wherever people keep them, and no line of what was pasted is lost."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutaf.analysis.text.fold import fold_header
from shutaf.imports.headers import keys_by_header
from shutaf.imports.pasted import LONGEST_NAME, MOST_CHARACTERS, MOST_NAMES, names_pasted
from shutaf.imports.pasted_lines import numbered
from shutaf.imports.words import keys_by_word

HEADERS = {*keys_by_header("organisations"), *keys_by_header("people"), *keys_by_word("sector"), *keys_by_word("department")}
PASTES = {
    "one a line": ("קפה תאנה\n\nمخبز هدار\nCafé Fig\r\nHadar e.V.", ["קפה תאנה", "مخبز هدار", "Café Fig", "Hadar e.V."]),
    "bullets": ("• קפה תאנה\n- מאפיית הדר\n* גינת הקהילה\n✅ אור\n[x] Fig", ["קפה תאנה", "מאפיית הדר", "גינת הקהילה", "אור", "Fig"]),
    "numbers": ("1. קפה תאנה\n2) מאפיית הדר\n(3) 24/7 פלאפל", ["קפה תאנה", "מאפיית הדר", "24/7 פלאפל"]),
    "Hebrew letters": ("א. קפה תאנה\nב. ח. כהן ובניו\nג׳ אור", ["קפה תאנה", "ח. כהן ובניו", "אור"]),
    "a list from Word": ("1.\tCafé Fig\n2.\tHadar", ["Café Fig", "Hadar"]),
    "names that begin like a list": ("1. FC Haruv\nח. כהן ובניו\n3M Israel", ["1. FC Haruv", "ח. כהן ובניו", "3M Israel"]),
    "numbers without a dot": ("1 Café Fig\n2 Hadar\n3 Green School", ["Café Fig", "Hadar", "Green School"]),
    "names that begin with a number": ("24/7 פלאפל\n3 כוכבים\nHadar", ["24/7 פלאפל", "3 כוכבים", "Hadar"]),
    "bullets in one line": ("• Café Fig • Hadar • Green School", ["Café Fig", "Hadar", "Green School"]),
    "whom a letter was sent to": ('To: "Levi, Dana" <d@or.example>; Green School <o@school.example>', ["Levi, Dana", "Green School"]),
    "one line of commas": ("קפה תאנה, מאפיית הדר, גינת הקהילה", ["קפה תאנה", "מאפיית הדר", "גינת הקהילה"]),
    "one line of Arabic commas": ("مقهى التينة، مخبز هدار، جمعية الأمل", ["مقهى التينة", "مخبز هدار", "جمعية الأمل"]),
    "one line of semicolons": ("Café Fig; Hadar e.V.; NABU", ["Café Fig", "Hadar e.V.", "NABU"]),
    "commas over several lines": ("Fig, Hadar, Or, Gan,\nNABU, AWO, Caritas, Tafel", ["Fig", "Hadar", "Or", "Gan", "NABU", "AWO", "Caritas", "Tafel"]),
    "a comma inside a name": ("עמותת אור, חיפה", ["עמותת אור, חיפה"]),
    "commas inside names": ("עמותת אור, חיפה\nגן הורים, כפר ורדים", ["עמותת אור, חיפה", "גן הורים, כפר ורדים"]),
    "direction marks": ("\u200f\u202bקפה תאנה\u202c\n\u2067مخبز هدار\u2069", ["קפה תאנה", "مخبز هدار"]),
    "quotation marks": ('"קפה תאנה"\nמועדון "גשר"\n„Brücke“', ["קפה תאנה", 'מועדון "גשר"', "Brücke"]),
    "brackets": ("Friends of Ein Haruv (sister town Lindenbrück)", ["Friends of Ein Haruv (sister town Lindenbrück)"]),
    "an e-mail list": ('Café Fig <info@fig.example>; "Or, Haifa" <b@or.example>, Gan <g@x.example>', ["Café Fig", "Or, Haifa", "Gan"]),
    "one column with its header": ("שם הארגון\nקפה תאנה\nאור", ["קפה תאנה", "אור"]),
    "only kinds": ("עירייה\nבנק", ["עירייה", "בנק"]),
    "nothing": (" \n\n\t\n", []),
}  # fmt: skip

CHAT = """12/3/2026, 10:13 - Messages are end-to-end encrypted.
[12/3, 10:14] Dana: קפה תאנה 04-555-0101
[12/3, 10:15] Dana: בוקר טוב, מי עוד?
[12.3.2026, 10:16:01] ~ Omar: *מאפיית הדר*
[12.3.2026, 10:16:09] ~ Omar: <Media omitted>
עמותת אור
[10:17, 12.3.2026] +972 52-555-0139: גן הזית"""

BESIDE = {
    "קפה תאנה - דנה כהן, 04-555-0101": ("קפה תאנה", "", "דנה כהן", "04-555-0101", ""),
    "Café Fig (Dana Cohen, +972 52-123-4567)": ("Café Fig", "", "Dana Cohen", "+972 52-123-4567", ""),
    "עמותת אור, חיפה, טל׳ 04-5550101": ("עמותת אור, חיפה", "", "", "04-5550101", ""),
    "Bakery Hadar, tel. 04-555-0101, contact: Dana": ("Bakery Hadar", "", "Dana", "04-555-0101", ""),
    "Freundeskreis Haruv e.V. - Hans Meier - hans@x.example": ("Freundeskreis Haruv e.V.", "", "Hans Meier", "", "hans@x.example"),
    "جمعية الأمل - هاتف: 04-555-0177": ("جمعية الأمل", "", "", "04-555-0177", ""),
    "Café Fig (business)": ("Café Fig", "business", "", "", ""),
    "נגיש לכולנו, עמותה": ("נגיש לכולנו", "civil_society", "", "", ""),
    "קרן 1948-1998": ("קרן 1948-1998", "", "", "", ""),
    "עמותת אור, איש קשר: דנה לוי, טל׳ 04-555-0114 / 052-555-0139": ("עמותת אור", "", "דנה לוי", "04-555-0114 / 052-555-0139", ""),
    "Café Fig 04-5550114/052-5550139": ("Café Fig", "", "", "04-5550114 / 052-5550139", ""),
    "Haruv Werke, 06221/5800-12": ("Haruv Werke", "", "", "06221/5800-12", ""),
    "רחוב הגפן 12 04-5550101": ("רחוב הגפן 12", "", "", "04-5550101", ""),
    "عين حاروف هاتف: 04-555-0177": ("عين حاروف", "", "", "04-555-0177", ""),
    "אור: גב׳ לוי": ("אור", "", "גב׳ לוי", "", ""),
    "אור 050-5550139 לחזור אחרי החגים ולתאם": ("אור", "", "", "050-5550139", ""),
    "אור (ע״ר) 04-5550101": ("אור (ע״ר)", "", "", "04-5550101", ""),
    "Festival 12.3.2026": ("Festival 12.3.2026", "", "", "", ""),
    "קול־צ׳יין *2700": ("קול־צ׳יין", "", "", "*2700", ""),
}

TABLES = {
    "headers": "שם\tטלפון\tאיש קשר\tמגזר\tדוא״ל\nקפה תאנה\t04-5550101\tדנה כהן\tעסקי\ta@fig.example",
    "another order": "Email\tSector\tContact person\tPhone\tOrganisation\na@fig.example\tbusiness\tדנה כהן\t04-5550101\tקפה תאנה",
    "no headers": "דנה כהן\tעסקי\t04-5550101\tקפה תאנה\ta@fig.example\nיוסי לוי\tעמותה\t052-555-0139\tעמותת אור\tb@or.example",
    "a title above": "הרשימה שלנו 2026\t\t\t\t\nשם\tטלפון\tאיש קשר\tמגזר\tמייל\nקפה תאנה\t04-5550101\tדנה כהן\tעסקי\ta@fig.example",
    "commas": 'name,phone,contact,sector,email\n"קפה תאנה",04-5550101,דנה כהן,business,a@fig.example',
    "semicolons": "קפה תאנה;04-5550101;דנה כהן;עסקי;a@fig.example\nעמותת אור;04-5550102;יוסי לוי;עמותה;b@or.example",
    "bars": "| Name | Phone | Contact | Sector | Mail |\n|---|---|---|---|---|\n| קפה תאנה | 04-5550101 | דנה כהן | עסקי | a@fig.example |",
    "name means the person": "שם\tארגון\tטלפון\tמגזר\tמייל\nדנה כהן\tקפה תאנה\t04-5550101\tעסקי\ta@fig.example",
}


@pytest.mark.parametrize("kind", PASTES)
def test_names_are_found_in_whatever_was_pasted(kind: str) -> None:
    text, names = PASTES[kind]
    assert [one.name for one in names_pasted(text).names] == names


def test_a_chat_gives_its_names_and_its_talk_comes_back() -> None:
    pasted = names_pasted(CHAT)
    assert [(one.name, one.line) for one in pasted.names] == [("קפה תאנה", 2), ("מאפיית הדר", 4), ("עמותת אור", 6), ("גן הזית", 7)]
    assert [number for number, _ in pasted.left] == [1, 3, 5]


@pytest.mark.parametrize("line", BESIDE)
def test_what_stands_beside_a_name_is_kept_with_it(line: str) -> None:
    one = names_pasted(f"Somebody else\n{line}").names[1]
    assert (one.name, one.sector, one.person, one.phone, one.email) == BESIDE[line]


@pytest.mark.parametrize("kind", TABLES)
def test_columns_are_understood_in_any_order(kind: str) -> None:
    one = names_pasted(TABLES[kind]).names[0]
    assert (one.name, one.sector, one.person, one.phone, one.email) == ("קפה תאנה", "business", "דנה כהן", "04-5550101", "a@fig.example")


def test_an_empty_first_cell_moves_no_column() -> None:
    pasted = names_pasted("איש קשר\tגוף\tטלפון\nדנה כהן\tקפה תאנה\t04-5550101\n\tעמותת אור\t04-5550102\n-\tגן\t")
    assert [(one.name, one.person, one.phone) for one in pasted.names] == [
        ("קפה תאנה", "דנה כהן", "04-5550101"), ("עמותת אור", "", "04-5550102"), ("גן", "", ""),
    ]  # fmt: skip


def test_a_cell_of_two_lines_is_one_name() -> None:
    pasted = names_pasted('Name\tTown\n"Café\nFig"\tHaifa\nBar\tAkko')
    assert [(one.name, one.line, one.city) for one in pasted.names] == [("Café Fig", 2, "Haifa"), ("Bar", 4, "Akko")]
    (one,) = names_pasted('Fig\t"04-555-0101\n052-555-0139"').names
    assert (one.name, one.phone) == ("Fig", "04-555-0101 / 052-555-0139")


def test_role_town_and_register_number_are_kept_by_their_headers_and_an_index_is_nothing() -> None:
    assert [names_pasted(text).names[0].registration_no for text in ("אור, ע״ר 580000001", "אור 580000001")] == ["580000001"] * 2
    (one,) = names_pasted("מס׳\tשם\tתפקיד\tארגון\tעיר\tח״פ\n1\tדנה לוי\tמנכ״לית\tעמותת אור\tחיפה\t580000001").names
    assert (one.name, one.person, one.role, one.city, one.registration_no, one.beside) == (
        "עמותת אור", "דנה לוי", "מנכ״לית", "חיפה", "580000001", (),
    )  # fmt: skip


def test_a_column_of_towns_is_no_column_of_people() -> None:
    pasted = names_pasted("עמותת אור\tתל אביב\t03-555-0114\nמתנ״ס נווה\tתל אביב\t03-555-0115\nבנק הזמן\tתל אביב\t03-555-0116")
    assert [(one.person, one.beside) for one in pasted.names] == [("", ("תל אביב",))] * 3


def test_headings_tell_the_sector_of_the_lines_below() -> None:
    pasted = names_pasted("Our partners:\nFig\n\nBusinesses:\nHadar\nעמותות:\nאור")
    assert [(one.name, one.sector) for one in pasted.names] == [("Fig", ""), ("Hadar", "business"), ("אור", "civil_society")]
    assert pasted.left == ((1, "Our partners:"),)


def test_departments_are_told_from_organisations() -> None:
    pasted = names_pasted("מחלקות:\nרווחה\nAbteilungen:\nHochbau")
    assert [(one.name, one.sector) for one in pasted.names] == [("רווחה", "department"), ("Hochbau", "department")]
    assert names_pasted("Parks, department").names[0].sector == "department"


def test_repeated_names_are_joined_and_told() -> None:
    pasted = names_pasted('קפה תאנה\n"קפה  תאנה", 04-555-0101\nקפה תאנה, 04-555-0102, fig@x.example')
    (one,) = pasted.names
    assert (one.phone, one.email, one.beside) == ("04-555-0101 / 04-555-0102", "fig@x.example", ())
    assert [line for _, line in pasted.repeated] == [2, 3]


def test_addresses_without_a_name_come_back_once() -> None:
    pasted = names_pasted("a@or.example, b@or.example")
    assert (pasted.names, pasted.left) == ((), ((1, "a@or.example, b@or.example"),))


def test_totals_and_lines_without_a_name_come_back() -> None:
    pasted = names_pasted('קפה תאנה\n---\ninfo@only.example\nסה"כ 30\nTotal: 30')
    assert [number for number, _ in pasted.left] == [2, 3, 4, 5]


def test_too_many_names_are_told_with_a_way_on() -> None:
    pasted = names_pasted("\n".join(f"Body {n}" for n in range(MOST_NAMES + 3)))
    assert len(pasted.names) == MOST_NAMES
    assert [(p.key, p.facts["count"]) for p in pasted.problems] == [("paste.too_many_names", 3)]


def test_a_line_too_long_for_a_name_comes_back_whole() -> None:
    text = "word " * LONGEST_NAME
    pasted = names_pasted(f"Fig\n{text}")
    assert pasted.left == ((2, text.strip()),)
    assert [(p.key, p.row) for p in pasted.problems] == [("paste.not_a_name", 2)]


def test_a_book_does_not_take_the_machine_down() -> None:
    started = time.perf_counter()
    for text in ("a, b - c (d) | e; " * 20_000, "a\t" * 150_000, "\n".join(["Fig\t04-5550101"] * 20_000), "0" * 250_000, "@." * 120_000):
        assert names_pasted(text).problems[0].key == "paste.too_big" or len(text) <= MOST_CHARACTERS
    assert time.perf_counter() - started < 30


@given(st.lists(st.text(st.characters(exclude_categories=("Cs",), exclude_characters='"'), max_size=30), max_size=12))
def test_no_line_is_ever_lost(texts: list[str]) -> None:
    """Whatever is pasted, each line gives a name, repeats one, is a header or a heading, or comes back."""
    lines = numbered("\n".join(texts))
    pasted = names_pasted("\n".join(texts))
    told = {one.line for one in pasted.names} | {line for _, line in pasted.repeated} | {line for line, _ in pasted.left}
    assert all(fold_header(text).strip(": ") in HEADERS for number, text in lines if number not in told)
    assert all(one.name and len(one.name) <= LONGEST_NAME for one in pasted.names)


@given(st.lists(st.from_regex(r"[A-Z][a-z]{3,8}q [A-Z][a-z]{3,8}q", fullmatch=True), min_size=2, max_size=20, unique_by=str.casefold))
def test_plain_names_come_back_as_they_are(names: list[str]) -> None:
    assert [one.name for one in names_pasted("\n".join(names)).names] == names
