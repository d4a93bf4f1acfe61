"""What was drawn of the same map before? Kept while the Situation it was drawn from is the one of now, so nothing old is ever shown."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

from shutaf.analysis.situation import Situation

T = TypeVar("T")
_MOST = 24  # scenes and pictures of the largest map take about a megabyte each
_kept: OrderedDict[Hashable, tuple[Situation, Any]] = OrderedDict()
_lock = Lock()


def remembered(situation: Situation, key: Hashable, make: Callable[[], T]) -> T:
    """make() once for a situation and a key. The same object is handed out again, so nobody may change it."""
    with _lock:
        known = _kept.get(key)
        if known and known[0] is situation:
            _kept.move_to_end(key)
            found: T = known[1]
            return found
    made = make()
    with _lock:
        _kept[key] = situation, made
        _kept.move_to_end(key)
        while len(_kept) > _MOST:
            _kept.popitem(last=False)
    return made
