"""How much brokerage would there be if ties, or groups, had fallen by chance?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from shutaf.analysis.network.brokerage import Brokerage, brokerage
from shutaf.analysis.network.brokerage_overlaps import Overlaps, of_bodies, of_whole
from shutaf.analysis.network.brokerage_paths import open_counts
from shutaf.analysis.network.brokerage_roles import NO_GROUP, ROLES, Labels, group_codes
from shutaf.analysis.network.triangles import Longs, triangles
from shutaf.analysis.situation import Floats, Network

COLUMNS = (*ROLES, "total")
DRAWS = 200
SEED = 1

Given: TypeAlias = Literal["density", "ties"]


@dataclass(frozen=True)
class BrokerageByChance:
    """What chance would give beside what is there. Arrays (n, 6), columns as COLUMNS: the five roles and the total.

    expected, deviation: mean and standard deviation by chance. z: (observed - expected) / deviation; NaN where the deviation is 0, and in
    the roles of a body without a group. whole_*: (6,), the same for the sums over all bodies.
    at_least_0_1, whole_at_least_0_1: share of the draws with at least what is there; NaN where nothing was drawn.
    """

    observed: Floats
    expected: Floats
    deviation: Floats
    z: Floats
    at_least_0_1: Floats
    whole_observed: Floats
    whole_expected: Floats
    whole_deviation: Floats
    whole_z: Floats
    whole_at_least_0_1: Floats

    @property
    def whole(self) -> Mapping[str, Mapping[str, float]]:
        """For each column its observed, expected, deviation and z, summed over all bodies."""
        rows = (self.whole_observed, self.whole_expected, self.whole_deviation, self.whole_z)
        names = ("observed", "expected", "deviation", "z")
        return {column: {name: float(row[i]) for name, row in zip(names, rows, strict=True)} for i, column in enumerate(COLUMNS)}


def brokerage_expected(network: Network, groups: Labels, *, given: Given = "density") -> BrokerageByChance:
    """Brokerage beside what it would be if ties fell on pairs of bodies by chance, whatever their groups.

    network, groups: as in `brokerage` (counts, not weighted). The sizes of the groups are kept, and
    given="density": every possible tie is there with probability d, the density, on its own (the model of R sna's `brokerage`);
    given="ties": exactly as many ties as there are, all ways to place them alike.
    With K placements of two others round a body, d squared (1 - d) K paths are expected under density. Deviations are exact
    for the model: they count which placements share a pair of bodies. For a directed network and given="density" expectation and deviation
    of single bodies equal R sna's; for the whole network sna leaves out some pairs of paths that exclude each other, so its deviations differ.
    An undirected tie is one draw that carries both directions, so deviations are larger than sna's, which takes them for two.
    Raises ValueError where groups are not n labels or `given` is another word. O(p to the 1.5) for p pairs with a tie.
    Source: Gould & Fernandez 1989, pp. 99-109; Butts 2008, J. Stat. Software 24(6) (sna); for "ties" and whole networks ours.

    >>> found = brokerage_expected(Network.of(4, [(0, 1), (1, 2)], is_directed=True), ["a", "a", "b", "b"])
    >>> found.expected[1].round(4).tolist()
    [0.0, 0.0463, 0.0463, 0.0463, 0.0, 0.1389]
    """
    if given not in ("density", "ties"):
        raise ValueError('given must be "density" or "ties"')
    code = group_codes(groups, network.n)
    observed = _columns(brokerage(network, groups))
    chance = _chances(network, given)
    sizes = np.bincount(code[code >= 0], minlength=1).astype(np.float64)
    by_group = of_bodies(sizes, network.n, network.is_directed)
    expected, deviation = (_of_body(values, code) for values in _moments(by_group, chance))
    whole_expected, whole_deviation = _moments(of_whole(sizes, network.n, network.is_directed), chance)
    nothing = np.full_like(observed, np.nan)
    return _beside(
        observed, expected, deviation, nothing, observed.sum(axis=0), whole_expected, whole_deviation, nothing[:1].reshape(-1)[:6]
    )


def brokerage_shuffled(network: Network, groups: Labels, *, draws: int = DRAWS, seed: int = SEED) -> BrokerageByChance:
    """Brokerage beside what it would be if the same ties joined bodies whose groups had been dealt out anew.

    The ties stay and the sizes of the groups stay; who belongs to which group is shuffled among the bodies that have one. So it tells
    what the groups explain, where `brokerage_expected` asks what ties by chance would give. `total` never changes (deviation 0, z NaN).
    draws: 2 or more. seed: the same seed gives the same result. Raises ValueError below 2 draws or where groups are not n labels.
    O(draws x (n + p + triangles)) for p pairs with a tie. Source: permutation test as in Hubert & Arabie 1989; ours in this use.

    >>> ring = Network.of(4, [(0, 1), (1, 2), (2, 3), (3, 0)])
    >>> brokerage_shuffled(ring, ["a", "b", "a", "b"]).whole["consultant"]["observed"]
    8.0
    """
    if draws < 2:
        raise ValueError("draws must be 2 or more: a deviation needs two")
    code = group_codes(groups, network.n)
    found = triangles(network)
    observed = _columns(brokerage(network, groups, found=found))
    whole = observed.sum(axis=0)
    random = np.random.default_rng(seed)
    sums, squares, at_least = (np.zeros((network.n + 1, 6)) for _ in range(3))
    here = np.vstack([observed, whole])
    for _ in range(draws):
        counts = open_counts(found, _dealt(code, random))
        drawn = np.column_stack([counts[:, :5], counts.sum(axis=1)])
        drawn = np.vstack([drawn, drawn.sum(axis=0)]) - here  # centred, so that the squares lose no digits
        sums, squares, at_least = sums + drawn, squares + drawn**2, at_least + (drawn >= 0)
    expected = here + sums / draws
    deviation = np.sqrt(np.maximum(squares - sums**2 / draws, 0) / (draws - 1))
    share = at_least / draws
    return _beside(observed, expected[:-1], deviation[:-1], share[:-1], whole, expected[-1], deviation[-1], share[-1])


def _dealt(code: Longs, random: np.random.Generator) -> Longs:
    dealt = code.copy()
    dealt[code != NO_GROUP] = random.permutation(code[code != NO_GROUP])
    return dealt


def _columns(found: Brokerage) -> Floats:
    return np.column_stack([found.roles, found.total])


@dataclass(frozen=True)
class _Chances:
    """The probability that given pairs of bodies have a tie and others none: one path; two that share a tie, or the open pair, or nothing."""

    path: float
    share_tie: float
    share_gap: float
    apart: float


def _chances(network: Network, given: Given) -> _Chances:
    places = network.n * (network.n - 1) // (1 if network.is_directed else 2)

    def chance(ties: int, gaps: int) -> float:
        if given == "density":
            share = network.m / places if places else 0.0
            return float(share**ties * (1 - share) ** gaps)
        ways = _falling(places, ties + gaps)
        return _falling(network.m, ties) * _falling(places - network.m, gaps) / ways if ways else 0.0

    return _Chances(chance(2, 1), chance(3, 2), chance(4, 1), chance(4, 2))


def _falling(number: int, factors: int) -> float:
    """number x (number - 1) x ..., so many factors."""
    return float(np.prod([float(max(number - i, 0)) for i in range(factors)]))


def _moments(counts: Overlaps, chance: _Chances) -> tuple[Floats, Floats]:
    """Mean and standard deviation of the number of paths, by the pairs of placements that share something."""
    square = chance.path**2
    apart = counts.placements**2 - counts.same - counts.share_tie - counts.share_gap - counts.exclude
    variance = (
        counts.same * (chance.path - square)
        + counts.share_tie * (chance.share_tie - square)
        + counts.share_gap * (chance.share_gap - square)
        - counts.exclude * square
        + apart * (chance.apart - square)
    )
    return counts.placements * chance.path, np.sqrt(np.maximum(variance, 0))


def _of_body(by_group: Floats, code: Longs) -> Floats:
    """Rows of the bodies' groups; NaN in the roles of bodies without one."""
    rows = by_group[np.maximum(code, 0)].reshape(len(code), 6)
    rows[code == NO_GROUP, :5] = np.nan
    return rows


def _beside(
    observed: Floats,
    expected: Floats,
    deviation: Floats,
    at_least: Floats,
    whole: Floats,
    whole_expected: Floats,
    whole_deviation: Floats,
    whole_at_least: Floats,
) -> BrokerageByChance:
    z, whole_z = _z(observed, expected, deviation), _z(whole, whole_expected, whole_deviation)
    return BrokerageByChance(observed, expected, deviation, z, at_least, whole, whole_expected, whole_deviation, whole_z, whole_at_least)


def _z(observed: Floats, expected: Floats, deviation: Floats) -> Floats:
    is_certain = ~(deviation > 1e-9 * np.maximum(np.abs(expected), 1))
    return np.where(is_certain, np.nan, (observed - expected) / np.where(is_certain, 1, deviation))
