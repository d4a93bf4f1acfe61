"""What was drawn of the same map before? Kept while the Situation it was drawn from is the one of now, so nothing old is ever shown."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from shutaf.accounts.remembered import Remembered
from shutaf.analysis.situation import Situation

T = TypeVar("T")
_kept: Remembered[tuple[Situation, Any]] = Remembered(24)  # scenes and pictures of the largest map take about a megabyte each


def remembered(situation: Situation, key: Hashable, make: Callable[[], T]) -> T:
    """make() once for a situation and a key. The same object is handed out again, so nobody may change it."""
    known = _kept.get(key)
    if known and known[0] is situation:
        found: T = known[1]
        return found
    made = make()
    _kept.keep(key, (situation, made))
    return made
