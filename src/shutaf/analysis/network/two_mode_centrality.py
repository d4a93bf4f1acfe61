"""Which bodies and which projects are central where ties run between bodies and projects only?

A body can be tied to projects only, so the largest value there can be differs for the two kinds; each is divided by its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from shutaf.analysis.network.betweenness import betweenness
from shutaf.analysis.network.choices import chosen, not_defined
from shutaf.analysis.network.density import components
from shutaf.analysis.network.graph import to_igraph
from shutaf.analysis.network.two_mode import TwoMode
from shutaf.analysis.situation import Bools, Floats, Ints


@dataclass(frozen=True)
class TwoModeScores:
    """rows: (rows,) float64; columns: (columns,) float64."""

    rows: Floats
    columns: Floats


def two_mode_degree(network: TwoMode) -> TwoModeScores:
    """Known ties of each as a share of all members of the other kind.

    Returns `TwoModeScores`, 0..1; NaN where the other kind is empty. Weights are ignored. Source: Borgatti & Everett 1997, p. 253.

    >>> two_mode_degree(TwoMode.of(2, 3, [(0, 0), (0, 1), (1, 1)])).rows.round(3).tolist()
    [0.667, 0.333]
    """
    rows, columns = (
        np.bincount(network.row, minlength=network.rows).astype(np.int32),
        np.bincount(network.column, minlength=network.columns).astype(np.int32),
    )
    return TwoModeScores(_share(rows, network.columns), _share(columns, network.rows))


def two_mode_closeness(network: TwoMode, *, rule: Literal["component", "wf_improved", "networkx"] = "component") -> TwoModeScores:
    """How few steps each is from all others of both kinds, 1 being the fewest there can be: one to the other kind, two to one's own.

    A row has (columns + 2 (rows - 1)) / (sum of distances); a column likewise.
    rule: what is done where not everybody is reached. `component` counts rows, columns and distances of its own part only; NaN for one that
    reaches nobody. `wf_improved` multiplies that by the share of all others that is reached; 0 for one that reaches nobody. `networkx`
    does as the library of that name: all rows and columns, distances of the part, times the share reached; this may come above 1.
    Returns `TwoModeScores`; NaN where a kind is empty. Weights are ignored. Raises ValueError on another rule.
    O((rows + columns) m). Source: Borgatti & Everett 1997, p. 254; Wasserman & Faust 1994, p. 200 (wf_improved).

    >>> two_mode_closeness(TwoMode.of(2, 3, [(0, 0), (0, 1), (0, 2), (1, 1)])).rows.round(3).tolist()
    [1.0, 0.556]
    """
    chosen("rule", rule, ("component", "wf_improved", "networkx"))
    whole, n = network.as_network(), network.rows + network.columns
    if not (network.rows and network.columns):
        return _split(network, not_defined(n))
    part, is_row = components(whole), np.arange(n) < network.rows
    rows, columns = np.bincount(part, is_row)[part], np.bincount(part, ~is_row)[part]
    reached = rows + columns - 1
    counted = (float(network.rows), float(network.columns)) if rule == "networkx" else (rows, columns)
    mean = 1 / np.array(to_igraph(whole).closeness(normalized=True), dtype=np.float64)  # steps to each that is reached
    found = _fewest(is_row, *counted) / (mean * reached)
    return _split(network, found if rule == "component" else np.where(reached > 0, found * reached / (n - 1), 0.0))


def two_mode_betweenness(network: TwoMode) -> TwoModeScores:
    """Share of the shortest known paths that lead through each, of the most that could lead through one of its kind.

    Returns `TwoModeScores`, 0..1; NaN where no path could lead through one of that kind. Weights are ignored. O((rows + columns) m).
    Source: Borgatti & Everett 1997, p. 256.

    >>> two_mode_betweenness(TwoMode.of(2, 3, [(0, 0), (0, 1), (0, 2), (1, 1)])).rows.tolist()
    [1.0, 0.0]
    """
    raw = _split(network, betweenness(network.as_network(), normalised=False))
    return TwoModeScores(
        _of_most(raw.rows, _most_between(network.rows, network.columns)),
        _of_most(raw.columns, _most_between(network.columns, network.rows)),
    )


def _fewest(is_row: Bools, rows: Floats | float, columns: Floats | float) -> Floats:
    """The fewest steps there can be to all others, for each."""
    return np.asarray(np.where(is_row, columns + 2 * (rows - 1), rows + 2 * (columns - 1)), dtype=np.float64)


def _most_between(own: int, other: int) -> float:
    """The largest betweenness that one of a kind with `own` members can have, beside `other` of the other kind."""
    if not (own and other):
        return 0.0
    s, t = divmod(own - 1, other)
    return (other**2 * (s + 1) ** 2 + other * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2


def _of_most(values: Floats, most: float) -> Floats:
    return values / most if most else not_defined(len(values))


def _share(ties: Ints, possible: int) -> Floats:
    return ties / possible if possible else not_defined(len(ties))


def _split(network: TwoMode, values: Floats) -> TwoModeScores:
    return TwoModeScores(values[: network.rows], values[network.rows :])
