"""What do several people's ratings of several initiatives come to: where do they agree, where not, and which is first how often?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import numpy.typing as npt

from shutaf.analysis.criteria.agreement import kendall_w
from shutaf.analysis.criteria.preference import PreferenceFunction, preferences
from shutaf.analysis.criteria.raters import median_and_spread, reaches_floor
from shutaf.analysis.criteria.smaa import smaa_promethee
from shutaf.analysis.criteria.weightings import random_weights
from shutaf.analysis.situation import Floats, Ints

LEAST_RATERS = 3
"""A group of fewer is not shown: who knows one would know the other."""

APART = 0.4
"""Ours: the middle half of the raters spans two fifths of the scale or more; that is worth a talk."""

DRAWS = 400
"""Weightings a rater; the share over all raters is right to half a percent from a dozen raters on."""


@dataclass(frozen=True, slots=True)
class RatedBy:
    """One criterion that was rated. low, high: the ends of its scale, low < high. floor: what the first must reach (where less is better: not exceed), None for none."""

    key: str
    better: Literal["more", "less"]
    low: float
    high: float
    floor: float | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """What was said of one initiative by one criterion. raters: how many judged; unknown: how many said that they do not know.

    The numbers are None where fewer than three judged. is_apart: the judgements lie far apart. reaching: how many reach the floor, None without one.
    """

    initiative: str
    criterion: str
    raters: int
    unknown: int
    median: float | None = None
    low: float | None = None
    high: float | None = None
    quartile_1: float | None = None
    quartile_3: float | None = None
    counts: tuple[tuple[float, int], ...] = ()
    is_apart: bool = False
    reaching: int | None = None
    passes: bool | None = None

    @property
    def is_shown(self) -> bool:
        return self.median is not None

    @property
    def is_disputed(self) -> bool:
        """Some reach the floor and some do not."""
        return self.reaching is not None and 0 < self.reaching < self.raters


@dataclass(frozen=True, slots=True)
class Agreed:
    """How alike raters ordered the initiatives by one criterion: Kendall's W, of those raters who judged all of them. None where they are fewer than three."""

    criterion: str
    w: float | None
    raters: int
    things: int


@dataclass(frozen=True, slots=True)
class GroupCell:
    """The median of one group of raters, three at least."""

    group: str
    initiative: str
    criterion: str
    raters: int
    median: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """raters: who judged anything at all. first: (ref, share 0 .. 1) of raters and weightings in which an initiative is first, alone or with others, among those whose
    medians reach every floor; empty with why_not_first: few_raters, no_criterion (every one is a floor), none_passes. draws: weightings a rater; counted: raters in the share.
    """

    raters: int
    cells: tuple[Cell, ...]
    groups: tuple[GroupCell, ...]
    agreed: tuple[Agreed, ...]
    first: tuple[tuple[str, float], ...] = ()
    why_not_first: str = ""
    draws: int = DRAWS
    counted: int = 0

    def cell(self, initiative: str, criterion: str) -> Cell:
        return next(one for one in self.cells if (one.initiative, one.criterion) == (initiative, criterion))


def outcome(
    values: npt.ArrayLike,
    unknown: npt.ArrayLike,
    initiatives: Sequence[str],
    criteria: Sequence[RatedBy],
    groups: Sequence[str],
    *,
    draws: int = DRAWS,
) -> Outcome:
    """Everything to say of a closed round.

    values: (raters, n, c), NaN where somebody did not judge. unknown: (n, c) how many said that they do not know. groups: one word a rater, "" = not said.
    Cells, groups and agreements of fewer than three raters hold no number. Raises ValueError where the tables do not fit. O(raters draws c n^2).

    >>> by = (RatedBy("gain", "more", 0, 10),)
    >>> found = outcome([[[8], [2]], [[10], [4]], [[6], [6]]], [[0], [0]], ("a", "b"), by, ("", "", ""))
    >>> found.cell("a", "gain").median, found.first
    (8.0, (('a', 1.0), ('b', 0.3333333333333333)))
    """
    array = np.asarray(values, dtype=np.float64).reshape(-1, len(initiatives), len(criteria))
    if len(groups) != len(array):
        raise ValueError("there must be one group for each rater")
    judged = np.asarray(~np.isnan(array).all(axis=(1, 2)))
    array, groups = array[judged], [group for group, is_judging in zip(groups, judged, strict=True) if is_judging]
    cells = _cells(array, np.asarray(unknown, dtype=np.int32).reshape(len(initiatives), len(criteria)), initiatives, criteria)
    agreed = tuple(_agreed(array[:, :, j], one.key) for j, one in enumerate(criteria))
    made = Outcome(len(array), cells, _of_groups(array, initiatives, criteria, groups), agreed, draws=draws)
    return _with_first(made, array, initiatives, criteria)


def _cells(array: Floats, unknown: Ints, initiatives: Sequence[str], criteria: Sequence[RatedBy]) -> tuple[Cell, ...]:
    return tuple(
        _cell(initiative, criterion, array[:, i, j][~np.isnan(array[:, i, j])], int(unknown[i, j]))
        for i, initiative in enumerate(initiatives)
        for j, criterion in enumerate(criteria)
    )


def _cell(initiative: str, criterion: RatedBy, judged: Floats, unknown: int) -> Cell:
    if len(judged) < LEAST_RATERS:
        return Cell(initiative, criterion.key, len(judged), unknown)
    spread = median_and_spread(judged)
    values, counts = np.unique(judged, return_counts=True)
    median = float(spread.median)
    reaching, passes = None, None
    if criterion.floor is not None:
        sign = 1.0 if criterion.better == "more" else -1.0
        held = reaches_floor(sign * judged[:, None], sign * criterion.floor)
        reaching, passes = int(((sign * judged) >= sign * criterion.floor).sum()), bool(held.passes[0])
    return Cell(
        initiative, criterion.key, len(judged), unknown, median, float(spread.low), float(spread.high), float(spread.quartile_1), float(spread.quartile_3),
        tuple((float(value), int(count)) for value, count in zip(values, counts, strict=True)),
        float(spread.interquartile_range) >= APART * (criterion.high - criterion.low) - 1e-9, reaching, passes,
    )  # fmt: skip


def _agreed(array: Floats, criterion: str) -> Agreed:
    whole = array[~np.isnan(array).any(axis=1)]
    if len(whole) < LEAST_RATERS or array.shape[1] < 2:
        return Agreed(criterion, None, len(whole), array.shape[1])
    found = kendall_w(whole)
    return Agreed(criterion, None if np.isnan(found.w) else float(found.w), found.raters, found.things)


def _of_groups(array: Floats, initiatives: Sequence[str], criteria: Sequence[RatedBy], groups: Sequence[str]) -> tuple[GroupCell, ...]:
    found = []
    for group in sorted(set(groups) - {""}):
        own = array[[one == group for one in groups]]
        counts = (~np.isnan(own)).sum(axis=0)
        found += [
            GroupCell(group, initiatives[i], criteria[j].key, int(counts[i, j]), float(np.nanmedian(own[:, i, j])))
            for i, j in np.argwhere(counts >= LEAST_RATERS)
        ]
    return tuple(found)


def _with_first(made: Outcome, array: Floats, initiatives: Sequence[str], criteria: Sequence[RatedBy]) -> Outcome:
    scoring = [j for j, one in enumerate(criteria) if one.floor is None]
    able = [i for i, ref in enumerate(initiatives) if _reaches_all(made, ref, criteria)]
    why = "few_raters" if made.raters < LEAST_RATERS else "no_criterion" if not scoring else "none_passes" if not able else ""
    if why:
        return replace(made, why_not_first=why)
    shares = [
        share
        for one in array[:, able][:, :, scoring]
        if (share := _first_share(one, [criteria[j] for j in scoring], made.draws)) is not None
    ]
    if len(shares) < LEAST_RATERS:
        return replace(made, why_not_first="few_raters")
    mean = np.mean(shares, axis=0)
    order = sorted(range(len(able)), key=lambda i: (-mean[i], i))
    return replace(made, first=tuple((initiatives[able[i]], float(mean[i])) for i in order), counted=len(shares))


def _reaches_all(made: Outcome, ref: str, criteria: Sequence[RatedBy]) -> bool:
    return all(made.cell(ref, one.key).passes for one in criteria if one.floor is not None)


def _first_share(one: Floats, criteria: Sequence[RatedBy], draws: int) -> Floats | None:
    """(n,) in which share of the weightings each is first by this rater alone; None where they judged nothing that can be compared."""
    better = np.array([1.0 if criterion.better == "more" else -1.0 for criterion in criteria])
    if np.isnan(one).all():
        return None
    steps = [PreferenceFunction("linear", 0.0, APART * (criterion.high - criterion.low)) for criterion in criteria]
    known = preferences(one, better, steps)
    if len(one) > 1 and np.isnan(known[:, ~np.eye(len(one), dtype=np.bool_)]).all():
        return None
    return smaa_promethee(known, random_weights(len(criteria), draws)).first_share
