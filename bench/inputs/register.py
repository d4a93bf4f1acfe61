"""A register drawn at random: what n bodies need, or offer. Same seed, same register."""

from __future__ import annotations

import numpy as np

from shutaf.analysis.matching import Resources, bit_masks

KINDS, THEMES, PLACES, DAYS = 15, 16, 30, 700


def drawn_register(n: int, *, bodies: int, seed: int) -> Resources:
    """One kind each, up to two themes (none in 4 of 100), amounts in two units, periods of 10 to 200 days; 20 of 100 of each are unknown."""
    rng = np.random.default_rng(seed)
    is_told = rng.random(2 * n) < 0.8
    amount, first = rng.integers(1, 200, n).astype(float), rng.integers(0, DAYS, n).astype(float)
    last = first + rng.integers(10, 200, n)
    for column in (amount, first, last):
        column[rng.random(n) < 0.2] = np.nan
    return Resources.of(
        bit_masks(n, np.arange(n), rng.integers(0, KINDS, n)),
        themes=bit_masks(n, np.repeat(np.arange(n), 2)[is_told], rng.integers(0, THEMES, 2 * n)[is_told]),
        amount=amount,
        unit=rng.integers(0, 2, n),
        first_day=first,
        last_day=last,
        places=bit_masks(n, np.arange(n), rng.integers(0, PLACES, n)),
        body=rng.integers(0, bodies, n),
    )
