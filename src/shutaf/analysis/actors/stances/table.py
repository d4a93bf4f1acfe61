"""Who wants what, as far as it was written: a table of bodies x objectives, and which two bodies want the same or differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from shutaf.analysis.actors.mactor import caa, daa
from shutaf.analysis.situation import Floats, Situation, Stance
from shutaf.analysis.text.fold import fold


@dataclass(frozen=True)
class StanceTable:
    """bodies: refs with a stance, in the order of the map. objectives: as first written; an initiative's ref or name is its name.

    levels: (n, m), -4 .. 4; NaN = not known. rows: the stances of a cell, by (row, column). A cell with rows and no level was told both ways:
    one row wants it and another refuses it; it counts neither way.
    """

    bodies: tuple[str, ...]
    objectives: tuple[str, ...]
    levels: Floats
    rows: Mapping[tuple[int, int], tuple[Stance, ...]]

    @property
    def told_both_ways(self) -> tuple[tuple[int, int], ...]:
        """The cells whose rows contradict each other."""
        return tuple(cell for cell in sorted(self.rows) if np.isnan(self.levels[cell]))

    @property
    def filled(self) -> Floats:
        """The levels with 0 where not known: what agreement and disagreement are summed from, for an unknown stance adds to neither."""
        return np.nan_to_num(self.levels)


@dataclass(frozen=True, slots=True)
class SharedStances:
    """Two bodies (refs, in the order of the table) and the objectives (columns) on which they want the same, and on which they differ; heaviest first.

    agreement, disagreement: the sums over these of the mean of the two levels' sizes (2CAA and 2DAA of MACTOR).
    """

    one: str
    other: str
    same: tuple[int, ...]
    apart: tuple[int, ...]
    agreement: float
    disagreement: float


def stance_table(situation: Situation) -> StanceTable:
    """The stances of known bodies as a table. Where several rows speak of one body and objective, the lowest level holds (the most cautious), as in
    the choice of a first initiative; where one wants and another refuses, none does. O(rows). Ours.

    >>> from shutaf.analysis.situation import Body, Situation, Stance
    >>> town = Situation(bodies=(Body("1", "A"), Body("2", "B")), stances=(Stance("2", "Shade", 3), Stance("2", "shade", 1), Stance("1", "Shade", -2)))
    >>> stance_table(town).objectives, stance_table(town).levels.tolist()
    (('Shade',), [[-2.0], [1.0]])
    """
    names = {fold(word): initiative.name for initiative in situation.initiatives for word in (initiative.ref, initiative.name)}
    objectives: dict[str, int] = {}
    labels: list[str] = []
    found: dict[tuple[str, int], list[Stance]] = defaultdict(list)
    for stance in situation.stances:
        if stance.body not in situation.body_by_ref or np.isnan(stance.level):
            continue
        label = names.get(fold(stance.objective), stance.objective)
        if fold(label) not in objectives:
            objectives[fold(label)] = len(labels)
            labels.append(label)
        found[stance.body, objectives[fold(label)]].append(stance)
    holders = {ref for ref, _ in found}
    bodies = tuple(body.ref for body in situation.bodies if body.ref in holders)
    place = {ref: i for i, ref in enumerate(bodies)}
    levels = np.full((len(bodies), len(labels)), np.nan)
    for (ref, column), rows in found.items():
        lowest, highest = min(row.level for row in rows), max(row.level for row in rows)
        levels[place[ref], column] = np.nan if lowest < 0 < highest else lowest
    return StanceTable(bodies, tuple(labels), levels, {(place[ref], column): tuple(rows) for (ref, column), rows in found.items()})


def shared_stances(table: StanceTable) -> tuple[SharedStances, ...]:
    """Every two bodies that want the same of an objective or differ on one, in the order of the table. O(n^2 m).

    >>> from shutaf.analysis.situation import Body, Situation, Stance
    >>> rows = (Stance("1", "Shade", 3), Stance("1", "Cars", 1), Stance("2", "Shade", 1), Stance("2", "Cars", -4))
    >>> (pair,) = shared_stances(stance_table(Situation(bodies=(Body("1", "A"), Body("2", "B")), stances=rows)))
    >>> pair.same, pair.apart, pair.agreement, pair.disagreement
    ((0,), (1,), 2.0, 2.5)
    """
    levels = table.filled
    agree, differ = caa(levels), daa(levels)
    return tuple(
        _pair(table, levels, int(i), int(j), float(agree[i, j]), float(differ[i, j]))
        for i, j in np.argwhere(np.triu(agree + differ, 1) > 0)
    )


def _pair(table: StanceTable, levels: Floats, i: int, j: int, agreement: float, disagreement: float) -> SharedStances:
    product, size = levels[i] * levels[j], np.abs(levels[i]) + np.abs(levels[j])
    order = np.argsort(-size, kind="stable")
    same = tuple(int(column) for column in order if product[column] > 0)
    apart = tuple(int(column) for column in order if product[column] < 0)
    return SharedStances(table.bodies[i], table.bodies[j], same, apart, agreement, disagreement)
