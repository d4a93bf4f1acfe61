"""Reports of bodies about each other: the published ones, drawn ones, and a second opinion by plain loops."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from hypothesis import strategies as st

from shutaf.analysis.situation import Network

ORACLES = Path(__file__).parents[2] / "oracles"
KNOKE = json.loads((ORACLES / "sna_knoke.json").read_text())


def knoke() -> Network:
    return Network.of(10, np.argwhere(KNOKE["matrix"]), is_directed=True)


@st.composite
def drawn_reports(draw: st.DrawFn) -> Network:
    """Up to seven bodies with strengths 1 to 4; at least one answered, and rows of silent ones may stand there as hearsay."""
    n = draw(st.integers(1, 7))
    pairs = [(i, j) for i in range(n) for j in range(n) if i != j]
    ties = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    weight = draw(st.lists(st.integers(1, 4), min_size=len(ties), max_size=len(ties)))
    asked = np.array(draw(st.lists(st.booleans(), min_size=n, max_size=n)))
    asked[draw(st.integers(0, n - 1))] = True
    return Network.of(n, ties, weight, asked=asked, is_directed=True)


def said(network: Network) -> list[list[float | None]]:
    """What each body says of each other: a strength, 0 for no tie, None where it did not answer."""
    table: list[list[float | None]] = [[0.0 if network.asked[i] else None] * network.n for i in range(network.n)]
    for i, j, weight in zip(network.source.tolist(), network.target.tolist(), network.weight.tolist(), strict=True):
        if network.asked[i]:
            table[i][j] = weight
    return table
