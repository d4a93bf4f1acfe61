"""Is a value kept while it is among the latest, and each key computed by one thread at a time?"""

from __future__ import annotations

from threading import Event

import pytest

from shutaf.accounts import remembered
from shutaf.accounts.remembered import Beside, Remembered


def test_the_value_nobody_asked_for_longest_goes_first() -> None:
    known: Remembered[int] = Remembered(2)
    known.keep("a", 1)
    known.keep("b", 2)
    assert known.get("a") == 1
    known.keep("c", 3)
    assert [known.get(key) for key in "abc"] == [1, None, 3]


def test_a_taken_value_is_gone() -> None:
    known: Remembered[int] = Remembered(2)
    known.keep("a", 1)
    assert (known.take("a"), known.take("a")) == (1, None)


def test_a_key_is_computed_once_at_a_time_and_again_after_a_crash() -> None:
    beside, go_on, begun, runs = Beside(), Event(), Event(), []

    def work() -> None:
        runs.append(1)
        begun.set()
        go_on.wait(10)

    beside.start("a", work, name="one")
    assert begun.wait(10)
    beside.start("a", work, name="two")
    other = Event()
    beside.start("b", other.set, name="three")
    assert other.wait(10)
    assert runs == [1]
    go_on.set()
    again = Event()
    for _ in range(1000):
        beside.start("a", again.set, name="four")
        if again.wait(0.01):
            break
    assert again.is_set()


def test_after_a_long_computation_the_key_rests_and_others_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "LONG_SECONDS", 0.0)
    monkeypatch.setattr(remembered, "REST", 1e9)
    beside, runs, done = Beside(), [], Event()

    def work() -> None:
        runs.append(1)
        done.wait(0.05)

    beside.start("a", work, name="one")
    for _ in range(100):
        beside.start("a", work, name="two")
        done.wait(0.005)
    assert runs == [1]
    other = Event()
    beside.start("b", other.set, name="three")
    assert other.wait(10)
