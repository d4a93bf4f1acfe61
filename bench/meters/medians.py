"""How long does a piece of work take in the middle of several runs, in processor seconds, which stay the same when the machine is busy?"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def median_seconds(work: Callable[[], T], runs: int = 5) -> tuple[float, T]:
    """The median of the processor seconds (of all threads of this process) of `runs` runs, and what the last of them gave."""
    seconds = []
    for _ in range(runs):
        start = time.process_time()
        done = work()
        seconds.append(time.process_time() - start)
    return statistics.median(seconds), done
