"""Pairing records: the surest key first, and no guess between two."""

from shutaf.analysis.change.pairing import pair


def first(record: str) -> str:
    return record.split(":")[0]


def second(record: str) -> str:
    return record.split(":")[1]


def test_left_over_records_are_paired_by_the_next_key() -> None:
    found = pair(["a:1", "b:2", "c:3"], ["x:2", "a:9", "y:8"], first, second)
    assert found.same == (("a:1", "a:9"), ("b:2", "x:2"))
    assert (found.new, found.gone) == (("y:8",), ("c:3",))


def test_key_that_two_share_or_that_is_empty_pairs_nobody() -> None:
    assert pair(["a:1", "a:2"], ["a:3"], first).same == ()
    assert pair([":1"], [":2"], first).same == ()
