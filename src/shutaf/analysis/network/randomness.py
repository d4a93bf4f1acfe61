"""How does a seeded igraph call stay reproducible and leave everybody else's random numbers alone?"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

import igraph

_ONE_AT_A_TIME = Lock()  # igraph has one generator for the whole process: two threads at once would draw from each other's


@contextmanager
def seeded(seed: int) -> Iterator[None]:
    """Within it igraph draws from a generator of its own; afterwards from Python's again, whose state never moved."""
    with _ONE_AT_A_TIME:
        igraph.set_random_number_generator(random.Random(seed))  # noqa: S311 - reproducible on purpose, nothing is kept secret with it
        try:
            yield
        finally:
            igraph.set_random_number_generator(random)
