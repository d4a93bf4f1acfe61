"""What was computed before and still holds? The latest few values by key; and one computation a key beside the page that waits."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock, Thread
from time import monotonic
from typing import Any, Generic, TypeVar
from weakref import WeakSet

V = TypeVar("V")
_all: WeakSet[Remembered[Any]] = WeakSet()


class Remembered(Generic[V]):
    """The latest `most` values, safe between threads. The same object is handed out again, so nobody may change it."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[Hashable, V] = OrderedDict()
        self._lock = Lock()
        _all.add(self)

    def get(self, key: Hashable) -> V | None:
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
            return self._values.get(key)

    def keep(self, key: Hashable, value: V) -> V:
        with self._lock:
            self._values[key] = value
            self._values.move_to_end(key)
            while len(self._values) > self._most:
                self._values.popitem(last=False)
        return value

    def take(self, key: Hashable) -> V | None:
        """The value, which is forgotten here."""
        with self._lock:
            return self._values.pop(key, None)

    def forget(self) -> None:
        with self._lock:
            self._values.clear()


def forget_everything() -> None:
    """Somebody was erased: nothing that was computed from their data stays in this process. Others let go of it when they next see the new revision."""
    for one in list(_all):
        one.forget()


LONG_SECONDS, REST = 1.0, 2.0
"""Ours: after a computation that took longer, its key rests twice as long, so that pages keep two thirds of the processor however often people write."""


class Beside:
    """Computations in threads, one a key at a time. One that reads the database closes its connections; a crash loses nothing, since the next page asks again."""

    def __init__(self) -> None:
        self._running: set[Hashable] = set()
        self._free_at: dict[Hashable, float] = {}
        self._lock = Lock()

    def start(self, key: Hashable, work: Callable[[], object], *, name: str) -> None:
        """Nothing when the key is being computed already, or rests. name: of the thread."""
        with self._lock:
            if key in self._running or monotonic() < self._free_at.get(key, 0):
                return
            self._running.add(key)
        Thread(target=self._run, args=(key, work), name=name, daemon=True).start()

    def _run(self, key: Hashable, work: Callable[[], object]) -> None:
        started = monotonic()
        try:
            work()
        finally:
            took = monotonic() - started
            with self._lock:
                self._running.discard(key)
                self._free_at[key] = monotonic() + (REST * took if took > LONG_SECONDS else 0)
