"""Is the record found that a person would mean?"""

from __future__ import annotations

from shutaf.analysis.text.names import Names


def town() -> Names:
    names = Names()
    names.add("a", ["a"], ['עמותת "ידיד"', "Yedid"])
    names.add("b", ["b"], ["Beit Ha'am", "7"])
    names.add("7", ["7"], ["Yedid", ""])
    return names


def test_a_name_is_found_in_any_of_its_forms() -> None:
    assert town().find("עמותת ידיד") == "a"
    assert town().find(" beit haam ") == "b"


def test_an_id_wins_over_a_name_that_looks_like_it() -> None:
    assert town().find("7") == "7"


def test_a_shared_name_means_the_first_and_says_that_it_is_shared() -> None:
    assert town().find("yedid") == "a"
    assert town().is_shared("YEDID")
    assert not town().is_shared("Beit Ha'am")


def test_an_unknown_or_empty_name_is_nobody() -> None:
    assert town().find("nobody") is None
    assert town().find("") is None
    assert town().find('"') is None


def test_a_misspelt_name_is_near_the_right_one() -> None:
    assert town().nearest("Beyt Haam")[0] == "Beit Ha'am"
    assert town().nearest("עמותת ידידה")[0] == 'עמותת "ידיד"'


def test_nothing_is_near_a_foreign_word() -> None:
    assert town().nearest("quxx") == ()


def test_a_name_added_later_is_found_near_too() -> None:
    names = town()
    assert names.nearest("Kindergarten") == ()
    names.add("k", ["k"], ["Kindergarten"])
    assert names.nearest("Kindergarden") == ("Kindergarten",)
