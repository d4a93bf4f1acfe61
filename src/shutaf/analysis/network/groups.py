"""Which bodies work with each other more than with the rest?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

import numpy as np

from shutaf.analysis.network.communities import SEEDS, communities
from shutaf.analysis.network.pairs import pairs_of
from shutaf.analysis.network.questions import name_order, theme_keys
from shutaf.analysis.situation import Network, Situation

FEWEST_BODIES = 6
"""Ours: below this many bodies with a tie a division into groups says nothing."""


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
    Raises ValueError without seeds. Near linear in ties per seed. Source: as of `communities`.
    """
    if not seeds:
        raise ValueError("groups need at least one seed")
    ties = sorted(pairs_of(situation).without(without).exists)
    refs = sorted({ref for pair in ties for ref in pair})
    if len(refs) < FEWEST_BODIES:
        return NO_GROUPS
    place = {ref: i for i, ref in enumerate(refs)}
    divided = communities(Network.of(len(refs), [(place[one], place[two]) for one, two in ties]), seeds=seeds)
    members = [[refs[i] for i in np.flatnonzero(divided.membership == group)] for group in np.unique(divided.membership)]
    found = sorted((_group(situation, some) for some in members), key=lambda one: (-len(one.refs), min(one.refs)))
    return Groups(tuple(found), divided.modularity, divided.stability)


def _group(situation: Situation, refs: Iterable[str]) -> Group:
    bodies = [situation.body_by_ref[ref] for ref in refs]
    sectors = Counter(body.group_key for body in bodies if body.group_key)
    themes = Counter(theme for body in bodies for theme in theme_keys(body))
    return Group(name_order(situation, (body.ref for body in bodies)), _commonest(sectors), _commonest(themes))


def _commonest(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
