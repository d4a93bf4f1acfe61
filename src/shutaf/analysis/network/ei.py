"""Do known ties stay inside groups or cross them, and is that more than the sizes of the groups alone would give?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
import numpy.typing as npt

from shutaf.analysis.situation import Bools, Floats, Ints, Network

NAN = float("nan")


@dataclass(frozen=True)
class EI:
    """The E-I index: (external - internal) / (external + internal), -1 all ties inside groups .. +1 all between; NaN without a tie to count.

    ei, external, internal: of the whole network; the two counts are of ties (sums of strengths when asked so).
    ei_expected: the mean over all ways to deal the group names out to the bodies, exact; ei_sd: the standard deviation over them, exact.
    ei_least, ei_most: the lowest and highest there can be with so many ties and groups of these sizes; NaN by strength.
    labels: the k groups in the order they are met. group_external, group_internal, group_ei: (k,) float64; an external tie counts for both
    its groups. body_external, body_internal, body_ei: (n,) float64; of a body without a known group, NaN.
    left_out: ties with an end whose group is not known; they count nowhere.
    """

    ei: float
    external: float
    internal: float
    ei_expected: float
    ei_sd: float
    ei_least: float
    ei_most: float
    labels: tuple[object, ...]
    group_external: Floats
    group_internal: Floats
    group_ei: Floats
    body_external: Floats
    body_internal: Floats
    body_ei: Floats
    left_out: int

    @property
    def ei_rescaled(self) -> float:
        """Where `ei` lies between the lowest (-1) and the highest (+1) there can be; NaN where these are the same."""
        span = self.ei_most - self.ei_least
        return 2 * (self.ei - self.ei_least) / span - 1 if span > 0 else NAN


@dataclass(frozen=True, slots=True)
class EITest:
    """ei: as found. mean, sd: over the draws. p_low, p_high: share of draws as low, as high or more so; p: as far from the mean or farther.

    The network as found counts as one of the draws, so no p is 0. All NaN without a tie to count.
    """

    ei: float
    mean: float
    sd: float
    p_low: float
    p_high: float
    p: float
    draws: int


def ei_index(network: Network, groups: Sequence[object] | npt.ArrayLike, *, by_strength: bool = False) -> EI:
    """Whether known ties cross groups or stay inside: of the whole, of each group, of each body, beside what chance would give.

    network: directed (each arc counts) or not. groups: (n,) names or numbers, taken verbatim ("" is a group); None and NaN mean unknown.
    by_strength: True adds up weights instead of counting ties. What chance would give: the ties stay, the group names are dealt
    out anew to the bodies with a known group, every way equally likely.
    Returns `EI`. Raises ValueError unless groups has n entries. O(n + m). Source: Krackhardt & Stern 1988; Hubert & Schultz 1976 (dealing out).

    >>> found = ei_index(Network.of(4, [(0, 1), (1, 2), (2, 3)]), ["a", "a", "b", "b"])
    >>> round(found.ei, 3), round(found.ei_expected, 3), found.body_ei.tolist()
    (-0.333, 0.333, [-1.0, 0.0, 0.0, -1.0])
    """
    labels, place = _numbered(groups, network.n)
    counts = _countable(network, place)
    source, target = network.source[counts], network.target[counts]
    weight = network.weight[counts] if by_strength else np.ones(len(source))
    crosses = place[source] != place[target]
    sizes = np.bincount(place[place >= 0], minlength=len(labels)).astype(np.float64)
    expected, sd = _dealt_out(source, target, weight, sizes)
    least, most = (NAN, NAN) if by_strength else _bounds(len(source), sizes, network.is_directed)
    external, internal = (_at_ends(source, target, weight * kind, network.n) for kind in (crosses, ~crosses))
    group_external = _at_ends(place[source], place[target], weight * crosses, len(labels))
    group_internal = np.bincount(place[source], weight * ~crosses, len(labels)).astype(np.float64)
    known = np.where(place >= 0, 1.0, NAN)
    return EI(
        ei=_ei(float(weight @ crosses), float(weight @ ~crosses)),
        external=float(weight @ crosses),
        internal=float(weight @ ~crosses),
        ei_expected=expected,
        ei_sd=sd,
        ei_least=least,
        ei_most=most,
        labels=labels,
        group_external=group_external,
        group_internal=group_internal,
        group_ei=_eis(group_external, group_internal),
        body_external=external * known,
        body_internal=internal * known,
        body_ei=_eis(external, internal) * known,
        left_out=int(network.m - counts.sum()),
    )


def ei_test(
    network: Network, groups: Sequence[object] | npt.ArrayLike, *, draws: int = 9999, seed: int = 2026, by_strength: bool = False
) -> EITest:
    """How often chance alone would give an E-I index as low, or as high, as the one found (permutation test).

    network, groups, by_strength: as for `ei_index`. draws: how often the group names are dealt out anew, 1 and up; seed: of these draws.
    Returns `EITest`, the same for the same seed. Raises ValueError on fewer draws than 1 or groups that do not fit. O(draws (n + m)).
    Source: Krackhardt & Stern 1988; Phipson & Smyth 2010 (why the network itself counts as a draw).

    >>> two_triangles = Network.of(6, [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5)])
    >>> found = ei_test(two_triangles, list("aaabbb"), draws=999)
    >>> found.ei, found.p_low < 0.15 < found.p_high
    (-1.0, True)
    """
    if draws < 1:
        raise ValueError("a permutation test needs at least one draw")
    _, place = _numbered(groups, network.n)
    counts = _countable(network, place)
    if not counts.any():
        return EITest(NAN, NAN, NAN, NAN, NAN, NAN, draws)
    renumbered = np.cumsum(place >= 0) - 1
    source, target = renumbered[network.source[counts]], renumbered[network.target[counts]]
    weight = network.weight[counts] if by_strength else np.ones(len(source))
    dealt, random = place[place >= 0], np.random.default_rng(seed)
    total, found = float(weight.sum()), np.empty(draws + 1)
    for i in range(draws + 1):
        found[i] = weight @ (dealt[source] != dealt[target])
        dealt = random.permutation(dealt)
    return _judged(2 * found / total - 1)


def _judged(found: Floats) -> EITest:
    close = 1e-9  # sums of strengths in another order differ in the last digits
    ei, mean = float(found[0]), float(found[1:].mean())
    low, high = found <= ei + close, found >= ei - close
    far = np.abs(found - mean) >= abs(ei - mean) - close
    sd = float(found[1:].std(ddof=1)) if len(found) > 2 else NAN
    return EITest(ei, mean, sd, float(low.mean()), float(high.mean()), float(far.mean()), len(found) - 1)


def _numbered(groups: Sequence[object] | npt.ArrayLike, n: int) -> tuple[tuple[object, ...], Ints]:
    """The groups in the order they are met, and the number of each body's group, (n,), -1 where it is unknown."""
    said = groups.tolist() if isinstance(groups, np.ndarray) else list(groups)  # type: ignore[arg-type]
    if len(said) != n:
        raise ValueError(f"groups must have one entry per body: {n}, not {len(said)}")
    known = [label for label in said if label is not None and label == label]
    number = {label: i for i, label in enumerate(dict.fromkeys(known))}
    return tuple(number), np.array([number.get(label, -1) for label in said], dtype=np.int32)


def _countable(network: Network, place: Ints) -> Bools:
    return (place[network.source] >= 0) & (place[network.target] >= 0)


def _at_ends(source: Ints, target: Ints, weight: Floats, size: int) -> Floats:
    return np.asarray(np.bincount(source, weight, size) + np.bincount(target, weight, size), dtype=np.float64)


def _eis(external: Floats, internal: Floats) -> Floats:
    ties = external + internal
    return np.asarray(np.divide(external - internal, ties, out=np.full(len(ties), NAN), where=ties > 0))


def _ei(external: float, internal: float) -> float:
    return (external - internal) / (external + internal) if external + internal else NAN


def _bounds(ties: int, sizes: Floats, is_directed: bool) -> tuple[float, float]:
    """The lowest and the highest E-I index that so many ties can have in groups of these sizes."""
    ways = 2 if is_directed else 1
    inside = ways * float((sizes * (sizes - 1)).sum()) / 2
    between = ways * float(sizes.sum() * (sizes.sum() - 1)) / 2 - inside
    most_inside, most_between = min(ties, inside), min(ties, between)
    return _ei(ties - most_inside, most_inside), _ei(most_between, ties - most_between)


def _dealt_out(source: Ints, target: Ints, weight: Floats, sizes: Floats) -> tuple[float, float]:
    """Mean and standard deviation of the E-I index over all ways to deal the groups out.

    Two ties lie on the same pair, share one body, or share none; in each case the chance that both are inside follows from the sizes.
    """
    n, total = float(sizes.sum()), float(weight.sum())
    if not total:
        return NAN, NAN
    two, three, four = sizes * (sizes - 1), sizes * (sizes - 1) * (sizes - 2), sizes * (sizes - 1) * (sizes - 2) * (sizes - 3)
    one_pair = float(two.sum()) / (n * (n - 1))
    low, high = np.minimum(source, target).astype(np.int64), np.maximum(source, target)
    _, pair = np.unique(low * (int(high.max()) + 1) + high, return_inverse=True)
    on_pair = float((np.bincount(pair, weight) ** 2).sum())
    at_body = np.bincount(source, weight, int(high.max()) + 1) + np.bincount(target, weight, int(high.max()) + 1)
    sharing = float((at_body**2).sum()) - 2 * on_pair
    apart = total**2 - on_pair - sharing
    inside = total * one_pair
    square = on_pair * one_pair
    square += sharing * float(three.sum()) / (n * (n - 1) * (n - 2)) if n > 2 else 0.0
    square += apart * float(four.sum() + two.sum() ** 2 - (two**2).sum()) / (n * (n - 1) * (n - 2) * (n - 3)) if n > 3 else 0.0
    return 1 - 2 * inside / total, 2 * sqrt(max(square - inside**2, 0.0)) / total
