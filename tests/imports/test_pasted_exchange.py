"""Are needs and offers read from whatever was pasted, with kind and theme guessed from their words?"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shutaf import content
from shutaf.imports.example import example_situation
from shutaf.imports.pasted_exchange import MOST_CHARACTERS, MOST_THINGS, Thing, things_pasted
from shutaf.imports.resource_guess import guess_kind, guess_themes

KNOWN = {"Bakery", "Green Circle", "מאפיית הדר", "אגף החינוך", "جمعية الزيتون", "Umweltamt"}


def read(text: str) -> tuple[Thing, ...]:
    return things_pasted(text, is_body=lambda name: name in KNOWN).things


@pytest.mark.parametrize(
    ("line", "body", "side", "title"),
    [
        ("Bakery needs a hall for 30", "Bakery", "need", "a hall for 30"),
        ("Bakery: offers bread", "Bakery", "offer", "bread"),
        ("Need: a hall", "", "need", "a hall"),
        ("Green Circle - 30 volunteers", "Green Circle", "", "30 volunteers"),
        ("מאפיית הדר: הצעה: לחם", "מאפיית הדר", "offer", "לחם"),
        ("אגף החינוך צריך אולם", "אגף החינוך", "need", "אולם"),
        ("جمعية الزيتون تحتاج قاعة", "جمعية الزيتون", "need", "قاعة"),
        ("Umweltamt sucht einen Raum", "Umweltamt", "need", "einen Raum"),
        ("Wheel Club offers repairs", "Wheel Club", "offer", "repairs"),
        ("a room: 120 m2", "", "", "a room: 120 m2"),
    ],
)
def test_a_line_says_whose_which_side_and_what(line: str, body: str, side: str, title: str) -> None:
    (one,) = read(line)
    assert (one.body, one.side, one.title) == (body, side, title)


def test_a_heading_counts_for_the_lines_below() -> None:
    found = read("Bakery:\nNeeds\n- a hall\nOffers:\n- bread\n- a van")
    assert [(one.body, one.side, one.title) for one in found] == [
        ("Bakery", "need", "a hall"), ("Bakery", "offer", "bread"), ("Bakery", "offer", "a van"),
    ]  # fmt: skip


def test_side_of_lines_that_say_none_is_the_one_chosen() -> None:
    found = things_pasted("a hall\noffer: bread", side="need").things
    assert [one.side for one in found] == ["need", "offer"]


@pytest.mark.parametrize(
    ("line", "amount"),
    [("hall of 120 m2", "120 m2"), ("₪5,000 for shade", "₪5,000"), ("from 2027 on", ""), ("40 שעות ייעוץ", "40 שעות"), ("30 متطوعون", "30 متطوعون"), ("3 of them", ""),
     ("אולם ל-30 איש", "30 איש"), ("אולם ל־30 איש", "30 איש"), ("ב-2027", ""), ("03-5551234", "")],
)  # fmt: skip
def test_an_amount_is_taken_only_with_a_unit_we_know(line: str, amount: str) -> None:
    assert read(line)[0].amount == amount


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("חדר לסדנאות", "space"), ("הסעות לתלמידים", "infrastructure"), ("ייעוץ אנרגטי", "skill"), ("volunteers for planting", "staff_time"),
        ("Zwei Räume, abends", "space"), ("متطوعون لزراعة الأشجار", "staff_time"), ("support from the mayor", "legitimacy"),
    ],
)  # fmt: skip
def test_the_kind_is_guessed_by_the_word_that_stands_first(title: str, kind: str) -> None:
    guess = guess_kind(title)
    assert guess is not None
    assert guess.key == kind
    assert guess.word in title


def test_a_guess_never_outweighs_what_a_cell_says_and_nothing_is_guessed_of_nothing() -> None:
    (one,) = read("title\tkind\tbody\na hall\tmoney\tBakery")
    assert (one.kind, one.guesses) == ("money", ())
    assert guess_kind("zyx") is None
    assert guess_themes("zyx") == ()


def test_hours_of_advice_are_advice_and_mere_hours_are_time() -> None:
    assert [one.kind for one in read("offer: 40 hours of advice\noffer: 40 hours")] == ["skill", "staff_time"]


@pytest.mark.parametrize("entry", content.entries("resource"), ids=lambda entry: entry.key)
def test_each_kind_is_known_by_its_own_names(entry: content.Entry) -> None:
    assert {getattr(guess_kind(name), "key", "") for name in entry.names.values()} == {entry.key}


def test_of_the_example_town_most_kinds_are_guessed_and_few_wrongly() -> None:
    """The numbers of docs/howto/needs-and-offers.md."""
    town = example_situation()
    told = {"right": 0, "other": 0, "none": 0}
    for one in (*town.needs, *town.offers):
        amount = f"{one.amount.value} {one.amount.unit}" if one.amount else ""
        (thing,) = things_pasted(f"what\tamount\n{one.title}\t{amount}").things
        told["none" if not thing.kind else "right" if thing.kind == one.kind.key else "other"] += 1
    assert told == {"right": 55, "other": 12, "none": 18}


def test_columns_are_told_by_heads_or_by_their_cells() -> None:
    headed = things_pasted(
        "organisation;need or offer;what;amount;unit;theme;from\nBakery;offer;shelves;3;t;waste | food;2027", is_body=KNOWN.__contains__
    )
    (one,) = headed.things
    assert (one.body, one.side, one.title, one.amount, one.theme, one.also, one.from_date) == (
        "Bakery",
        "offer",
        "shelves",
        "3 t",
        "waste",
        "food",
        "2027",
    )
    bare = things_pasted("Bakery\troom for talks\t120 m2\nGreen Circle\tadvice for shops\t20 hours", is_body=KNOWN.__contains__)
    assert bare.columns == ("body", "title", "amount")


def test_cells_nobody_understands_are_kept_as_conditions() -> None:
    (one,) = read("body\twhat\tcolour of the door\nBakery\ta hall\tblue")
    assert one.conditions == "blue"


def test_too_much_is_refused_whole() -> None:
    many = things_pasted("\n".join(f"thing {n}" for n in range(MOST_THINGS + 1)))
    assert (many.things, [one.key for one in many.problems]) == ((), ["paste.far_too_many"])
    assert [one.key for one in things_pasted("x" * (MOST_CHARACTERS + 1)).problems] == ["paste.far_too_big"]


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_without_an_error(text: str) -> None:
    for one in things_pasted(text, is_body=lambda name: len(name) == 3).things:
        assert one.side in ("", "need", "offer")
