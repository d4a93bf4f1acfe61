"""Does a text that plainly tells of somebody's health, belief or character stand out, and one of a need not?"""

import pytest

from shutaf.analysis.text.delicate import DELICATE, delicate


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("היא בדיכאון מאז מרץ", ("health",)), ("הוא שקרן והורשע", ("convictions", "character")), ("she is depressed", ("health",)),
        ("er ist vorbestraft und faul", ("convictions", "character")), ("هو كذاب", ("character",)), ("his salary is low", ("pay",)),
        ("צריך חדר בימי שישי", ()), ("needs shade in the square", ()), ("", ()),
    ],
)  # fmt: skip
def test_kinds_are_found_in_four_languages(text: str, kinds: tuple[str, ...]) -> None:
    assert delicate(text) == kinds


def test_every_word_of_the_list_is_found() -> None:
    assert [word for kind, words in DELICATE.items() for word in words if kind not in delicate(word)] == []
