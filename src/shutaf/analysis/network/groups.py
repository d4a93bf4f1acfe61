"""Which bodies work with each other more than with the rest?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

import igraph
import numpy as np

from shutaf.analysis.network.pairs import pairs_of
from shutaf.analysis.network.questions import name_order, theme_keys
from shutaf.analysis.network.randomness import seeded
from shutaf.analysis.situation import Ints, Situation

FEWEST_BODIES = 6
"""Ours: below this many bodies with a tie a division into groups says nothing."""
SEEDS = tuple(range(10))


@dataclass(frozen=True, slots=True)
class Group:
    """One group. refs by name. sectors, themes: (key, bodies) by number of bodies, then key; what the group may be called by."""

    refs: tuple[str, ...]
    sectors: tuple[tuple[str, int], ...]
    themes: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Groups:
    """groups: largest first; empty where there are too few bodies. modularity: NaN then. stability: mean adjusted Rand index of all pairs
    of runs, 1 when every seed gives the same division, about 0 when they agree by chance only; NaN where there are no groups."""

    groups: tuple[Group, ...]
    modularity: float
    stability: float


NO_GROUPS = Groups((), float("nan"), float("nan"))


def groups(situation: Situation, *, without: Collection[str] = frozenset(), seeds: tuple[int, ...] = SEEDS) -> Groups:
    """Groups by Leiden's algorithm on the known ties, the best of several seeded runs by modularity.

    without: refs whose own ties are left out; only bodies with a tie belong to a group. Ours: every tie weighs the same, because most
    strengths are unknown; bodies are put in the order of their refs first, so the order of rows changes nothing.
    Raises ValueError without seeds. Near linear in ties per seed. Source: Traag, Waltman & van Eck 2019; Newman 2006 (modularity);
    Hubert & Arabie 1985 (adjusted Rand index).
    """
    if not seeds:
        raise ValueError("groups need at least one seed")
    ties = sorted(pairs_of(situation).without(without).exists)
    refs = sorted({ref for pair in ties for ref in pair})
    if len(refs) < FEWEST_BODIES:
        return NO_GROUPS
    place = {ref: i for i, ref in enumerate(refs)}
    graph = igraph.Graph(n=len(refs), edges=[(place[one], place[two]) for one, two in ties])
    runs = [leiden(graph, seed) for seed in seeds]
    scores = [modularity(graph, run) for run in runs]
    best = runs[int(np.argmax(np.round(scores, 12)))]
    members = [[ref for ref, of in zip(refs, best, strict=True) if of == group] for group in np.unique(best)]
    found = sorted((_group(situation, some) for some in members), key=lambda one: (-len(one.refs), min(one.refs)))
    return Groups(tuple(found), max(scores), stability(runs))


def leiden(graph: igraph.Graph, seed: int) -> Ints:
    """The group of each vertex, (n,) int32 from 0, by Leiden's algorithm run until nothing improves. Every edge weighs 1.

    Leaves Python's random state as it was. Source: Traag, Waltman & van Eck 2019.
    """
    with seeded(seed):
        found = graph.community_leiden(objective_function="modularity", n_iterations=-1)
    return np.array(found.membership, dtype=np.int32)


def modularity(graph: igraph.Graph, membership: Ints) -> float:
    """Ties inside groups beyond what the degrees alone would give, -0.5 .. 1; NaN without ties. Source: Newman 2006."""
    return float(graph.modularity(membership.tolist())) if graph.ecount() else float("nan")


def stability(runs: list[Ints]) -> float:
    """Mean adjusted Rand index over all pairs of runs; 1 for a single run. O(runs squared x bodies)."""
    scores = [adjusted_rand(one, two) for i, one in enumerate(runs) for two in runs[i + 1 :]]
    return float(np.mean(scores)) if scores else 1.0


def adjusted_rand(one: Ints, two: Ints) -> float:
    """How alike two divisions of the same bodies are: 1 the same, 0 as by chance. one, two: (n,) group numbers from 0.

    Source: Hubert & Arabie 1985.

    >>> adjusted_rand(np.array([0, 0, 1, 1], dtype=np.int32), np.array([1, 1, 0, 0], dtype=np.int32))
    1.0
    """
    table = np.zeros((int(one.max()) + 1, int(two.max()) + 1))
    np.add.at(table, (one, two), 1)
    together, in_one, in_two, all_pairs = (
        _choose_two(counts) for counts in (table, table.sum(axis=1), table.sum(axis=0), np.array([len(one)]))
    )
    expected = in_one * in_two / all_pairs
    most = (in_one + in_two) / 2
    return float((together - expected) / (most - expected)) if most != expected else 1.0


def _choose_two(counts: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> float:
    return float((counts * (counts - 1) / 2).sum())


def _group(situation: Situation, refs: Iterable[str]) -> Group:
    bodies = [situation.body_by_ref[ref] for ref in refs]
    sectors = Counter(body.group_key for body in bodies if body.group_key)
    themes = Counter(theme for body in bodies for theme in theme_keys(body))
    return Group(name_order(situation, (body.ref for body in bodies)), _commonest(sectors), _commonest(themes))


def _commonest(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
