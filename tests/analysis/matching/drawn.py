"""Drawn needs and offers, for the proofs that the fast and the slow way agree."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from shutaf.analysis.matching import Resources, Rules, bit_masks

BODIES = 6
DAYS = st.sampled_from([float("nan"), -30.0, 0.0, 1.5, 40.0, 400.0, 401.0])
AMOUNTS = st.sampled_from([float("nan"), -1.0, 0.0, 3.0, 4.0, 5.0, 6.0, 10.0, 1e18])
SMALL, LARGE = st.integers(0, 3), st.sampled_from([0, 1, 19, 20, 21, 40, 63, 64, 84])
"""Numbers that fit into a signature's field, and numbers that do not and meet there."""


@st.composite
def resources(draw: st.DrawFn, numbers: st.SearchStrategy[int] = SMALL, most: int = 7) -> Resources:
    n = draw(st.integers(0, most))

    def column(values: st.SearchStrategy[float]) -> list[float]:
        return draw(st.lists(values, min_size=n, max_size=n))

    def sets(values: st.SearchStrategy[int], least: int = 0) -> np.ndarray:
        rows = [(row, value) for row in range(n) for value in draw(st.sets(values, min_size=least, max_size=2))]
        return bit_masks(n, [row for row, _ in rows], [value for _, value in rows])

    return Resources.of(
        sets(st.sampled_from([0, 1, 70])),
        themes=sets(numbers),
        amount=column(AMOUNTS),
        unit=column(st.integers(-1, 1)),
        first_day=column(DAYS),
        last_day=column(DAYS),
        places=sets(numbers),
        body=column(st.integers(-1, BODIES - 1)),
    )


KNOWN_NO = st.sampled_from(["hard", "graded", "asked"])
WEIGHTS = st.sampled_from(
    [
        None,
        {"amount": 1.0},
        {"theme": 0.5, "place": 0.5},
        {"tie": 1.0},
        {"time": 0.7, "theme": 0.3},
        {"theme": 0.01, "amount": 0.01, "place": 0.98},
    ]
)
RULES = st.builds(
    lambda weights, **more: Rules(**more) if weights is None else Rules(weights=weights, **more),
    WEIGHTS,
    known_no=st.fixed_dictionaries(dict.fromkeys(("theme", "amount", "time", "place"), KNOWN_NO)),
    enough_share_0_1=st.sampled_from([0.0, 0.5, 0.8, 1.0]),
    unknown_0_1=st.sampled_from([0.0, 0.5, 0.9, 1.0]),
)
