"""Is a name found and taken out in whatever way it is written, and nothing else?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shutaf.analysis.text.unnamed import Unnamed, contacts_in, names_in, without_names


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("ולבנק המורד יש", "בנק המורד", "ול[bank] יש"),
        ("בנק־המורד", "בנק המורד", "[bank]"),
        ("בנק  המורד.", "בנק המורד", "[bank]."),
        ("מבנקאי המורד", "בנק המורד", "מבנקאי המורד"),
        ('עמותת "אור" נתנה', "עמותת ״אור״", "[bank] נתנה"),
        ("وبجمعية الأمل", "جمعية الأمل", "وب[bank]"),
        ("Green Circle's van, GREEN CIRCLE", "Green Circle", "[bank] van, [bank]"),
        ("Greens and Green", "Green Circle", "Greens and Green"),
        ("die Schmidts", "Schmidt", "die [bank]"),
        ("C++ (1987)", "C++ (1987)", "[bank]"),
    ],
)
def test_a_name_is_replaced_behind_prefixes_and_in_other_spellings(text: str, name: str, told: str) -> None:
    assert without_names(text, [Unnamed((name,), "bank")]) == told


def test_the_longer_name_goes_first() -> None:
    assert without_names("Green Circle North", [Unnamed(("Green Circle",), "a"), Unnamed(("Green Circle North",), "b")]) == "[b]"


def test_what_is_not_met_by_replacing_is_still_found() -> None:
    assert without_names("מאפיתּ הדר", [Unnamed(("מאפית הדר",), "x")]) == "מאפיתּ הדר"
    assert names_in("מאפיתּ הדר", ["מאפית הדר"]) == ("מאפית הדר",)


def test_numbers_and_days_are_no_contacts() -> None:
    assert contacts_in("2026-05-01, 24,000 people, 0.5 t, 3.2 t of 1000 m2") == ()
    assert contacts_in("+972 4 555 12 34; a.b@c.example") == ("+972 4 555 12 34", "a.b@c.example")


NAMES = st.text("abcאבגدرس -'״", min_size=2, max_size=12).map(str.strip).filter(lambda name: len(name.replace(" ", "")) >= 2)


@given(NAMES, st.text("abcאבג .,-", max_size=20), st.text("abcאבג .,-", max_size=20))
def test_a_name_that_stands_alone_is_gone_after_replacing(name: str, before: str, after: str) -> None:
    told = without_names(f"{before} {name} {after}", [Unnamed((name,), "KIND")])
    assert "[KIND]" in told
