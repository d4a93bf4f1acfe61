"""What can one choose between: the best coalition, others that really differ, what each member is essential for, and what one more member buys?"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from shutaf.analysis.coalition.asked import NOTHING_ASKED, Asked
from shutaf.analysis.coalition.cover import WISHED_SECTORS, Carrying, Coalition, carrying, coalition_of, solved
from shutaf.analysis.coalition.problem import TOLERANCE, CoverSolution, without
from shutaf.analysis.network.pairs import pair_of, pairs_of
from shutaf.analysis.situation import Bools, Situation

SECONDS = 2.5
"""Ours: for everything a page shows; what is not found by then is told as open."""

MOST_OTHERS = 4
"""Ours: beside the best, so many as one can read side by side."""

SHARE_OF_TIME = 0.6
"""Ours: the best set may take so much of the time."""


@dataclass(frozen=True, slots=True)
class Essential:
    """What is lost when this member stays away. requirements: places that nobody else known covers; sides: that then are empty
    (municipality, other_sector, or a sector that was asked for).

    price: further members of the smallest set without it, None where a resource stays open or it was not found in time (then `is_open`).
    joins: who would come in.
    """

    member: str
    requirements: tuple[int, ...]
    sides: tuple[str, ...]
    price: int | None
    joins: tuple[str, ...]
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Trust:
    """Of the pairs of members: with a known tie, with a known absence of one, and of which nothing is known (refs, in pairs)."""

    tied: tuple[tuple[str, str], ...]
    untied: tuple[tuple[str, str], ...]
    unknown: tuple[tuple[str, str], ...]

    @property
    def pairs(self) -> int:
        return len(self.tied) + len(self.untied) + len(self.unknown)


@dataclass(frozen=True)
class Choices:
    """best: the answer to what is asked. plain: the answer when nothing is asked (the same object then). others: the next best that differ in who gives.

    others_open: there may be more, the time ran out. essential: in the order of the members.
    """

    best: Coalition
    plain: Coalition
    others: tuple[Coalition, ...]
    others_open: bool
    essential: tuple[Essential, ...]

    @property
    def is_cut_short(self) -> bool:
        """The best was proven, and time ran out for something that is told beside it: asked again it may be whole."""
        opened = self.others_open or self.best.prices_open or self.best.when_sure_open or any(one.is_open for one in self.essential)
        return self.best.proven and bool(opened)

    @property
    def joined(self) -> tuple[str, ...]:
        """Who is in because of what is asked."""
        return tuple(ref for ref in self.best.refs if ref not in self.plain.refs)

    @property
    def left(self) -> tuple[str, ...]:
        """Who is out because of what is asked."""
        return tuple(ref for ref in self.plain.refs if ref not in self.best.refs)


def choices(situation: Situation, initiative_ref: str, asked: Asked = NOTHING_ASKED, *, seconds: float = SECONDS) -> Choices:
    """The best coalition with what one asks about it, in the time given: exact where it says proven, else the best found and its bound.

    Others: the next best sets, each without at least one giving member of every better one, so that another seat of the same side is not
    told as another coalition. Raises ValueError for an unknown ref. Ours: what counts as different; the search is that of `smallest_cover`.
    """
    deadline = time.monotonic() + seconds
    question = carrying(situation, initiative_ref, asked)
    first = _solved(question, seconds * SHARE_OF_TIME)
    plain = carrying(situation, initiative_ref) if asked else question
    before = _solved(plain, _left(deadline) * SHARE_OF_TIME) if asked else first
    essential = tuple(_essential(question, first, deadline))
    others = tuple(_others(question, first, deadline))
    best = coalition_of(question, first, wishes=WISHED_SECTORS, deadline=deadline)
    return Choices(
        best=best,
        plain=coalition_of(plain, before) if asked else best,
        others=tuple(coalition_of(question, one) for one in others),
        others_open=_left(deadline) <= 0 or not first.proven,
        essential=essential,
    )


def trust_of(situation: Situation, refs: tuple[str, ...]) -> Trust:
    """What is known of the ties between these bodies."""
    known = pairs_of(situation)
    found: dict[str, list[tuple[str, str]]] = {"tied": [], "untied": [], "unknown": []}
    for place, one in enumerate(refs):
        for other in refs[place + 1 :]:
            pair = pair_of(one, other)
            kind = "tied" if pair in known.exists else "untied" if pair in known.none else "unknown"
            found[kind].append((one, other))
    return Trust(*(tuple(found[kind]) for kind in ("tied", "untied", "unknown")))


def _left(deadline: float) -> float:
    return max(0.0, deadline - time.monotonic())


def _solved(question: Carrying, seconds: float) -> CoverSolution:
    return solved(question.table.problem, seconds) if question.table.covered else CoverSolution((), proven=True, bound=0)


def _others(question: Carrying, first: CoverSolution, deadline: float) -> Iterator[CoverSolution]:
    problem, found = question.table.problem, first
    gives: Bools = np.asarray((problem.reach > 0).any(axis=0))
    for _ in range(MOST_OTHERS):
        giving = tuple(i for i in found.chosen if gives[i] and i not in problem.must)
        if not giving or not found.proven or not _left(deadline):
            return
        problem = replace(problem, cuts=(*problem.cuts, giving))
        found = solved(problem, _left(deadline))
        if not found.chosen:
            return
        yield found


def _essential(question: Carrying, best: CoverSolution, deadline: float) -> Iterator[Essential]:
    """Each member taken out, with everybody else known in reach."""
    table, problem = question.table, question.table.problem
    for i in best.chosen:
        ref = table.bodies[i].ref
        uncovered = np.flatnonzero(problem.reach.sum(axis=1) - problem.reach[:, i] < 1 - TOLERANCE)
        lost = tuple(sorted(place for row in uncovered for place in table.covered[row].requirements))
        sides = tuple(table.side_keys[row] for row in np.flatnonzero(problem.sides.sum(axis=1) - problem.sides[:, i] < 1))
        if lost or sides:
            yield Essential(ref, lost, sides, None, ())
            continue
        found = solved(without(problem, i), _left(deadline)) if _left(deadline) else None
        if found is None or not found.chosen or not found.proven:
            yield Essential(ref, (), (), None, (), is_open=True)
            continue
        joins = tuple(table.bodies[j].ref for j in (k + (k >= i) for k in found.chosen) if j not in best.chosen)
        yield Essential(ref, (), (), len(found.chosen) - len(best.chosen), joins)


@dataclass(frozen=True)
class Measured:
    """A set that somebody named, as it stands now. covered, of: required resources. gone: refs that are not on the map any more."""

    coalition: Coalition
    covered: int
    of: int
    gone: tuple[str, ...]


def measured(situation: Situation, initiative_ref: str, refs: tuple[str, ...]) -> Measured:
    """What a set of bodies covers by what is known now. By counting, without the solver. Raises ValueError for an unknown initiative."""
    there = tuple(ref for ref in refs if ref in situation.body_by_ref)
    question = carrying(situation, initiative_ref, Asked(having=there))
    table = question.table
    chosen = tuple(i for i, body in enumerate(table.bodies) if body.ref in there)
    share = table.problem.reach[:, list(chosen)].sum(axis=1)
    is_covered = share >= 1 - TOLERANCE
    covered, places = int(is_covered.sum()), {place for row in np.flatnonzero(is_covered) for place in table.covered[row].requirements}
    coalition = coalition_of(question, CoverSolution(chosen, proven=False, bound=0))
    coalition = replace(coalition, unsure=tuple(place for place in coalition.unsure if place in places))
    return Measured(coalition, covered, len(table.covered) + len(table.short), tuple(ref for ref in refs if ref not in there))
