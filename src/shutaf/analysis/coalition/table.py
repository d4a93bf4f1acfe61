"""Which body brings what to an initiative, stands for which side, and has how many known ties to the other side?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from shutaf.analysis.coalition.asked import NOTHING_ASKED, Asked, conflicts_among, counted_elsewhere, not_counted
from shutaf.analysis.coalition.problem import TOLERANCE, CoverProblem
from shutaf.analysis.coalition.requirements import Demand, demands, gifts_by_body
from shutaf.analysis.coalition.sides import is_outside, municipality
from shutaf.analysis.matching.words import natural
from shutaf.analysis.situation import Body, Bools, Initiative, Ints, Situation
from shutaf.analysis.text.fold import fold


@dataclass(frozen=True)
class Table:
    """Bodies that may be counted on, in the order of their names, beside what they bring.

    covered, short: the demands that all of them together cover, and those they do not. problem: its demands are `covered`; its sides the
    municipality and another sector, where a body of that side is known. missing_sides names the others. side_keys: municipality, other_sector
    or a sector that was asked for, for each row of its sides.
    """

    bodies: tuple[Body, ...]
    covered: tuple[Demand, ...]
    short: tuple[Demand, ...]
    municipal: Bools
    outside: Bools
    missing_sides: tuple[str, ...]
    side_keys: tuple[str, ...]
    municipality_is_assumed: bool
    problem: CoverProblem

    def of_sector(self, sector: str) -> Bools:
        """(n,): which of the bodies belong to the sector."""
        return np.array([body.sector_key == sector for body in self.bodies], dtype=np.bool_)

    def with_side(self, side: Bools) -> CoverProblem:
        """The same problem with one more side that must be at the table."""
        return replace(self.problem, sides=np.vstack([self.problem.sides, side]))


def table_of(situation: Situation, initiative: Initiative, asked: Asked = NOTHING_ASKED) -> Table:
    """The arrays of one initiative, with what is asked besides. O(bodies + ties + requirements x offers)."""
    without = not_counted(situation, initiative, asked)
    bodies = tuple(sorted((b for b in situation.bodies if b.ref not in without), key=lambda b: (fold(b.name), natural(b.ref))))
    wanted = demands(situation, initiative, without=without)
    covered = tuple(demand for demand in wanted if demand.covered_share_0_1 >= 1 - TOLERANCE)
    municipal_refs, is_assumed = municipality(situation)
    municipal = np.array([body.ref in municipal_refs for body in bodies], dtype=np.bool_)
    outside = np.array([is_outside(body) and body.ref not in municipal_refs for body in bodies], dtype=np.bool_)
    sides = {"municipality": municipal, "other_sector": outside}
    column = {body.ref: i for i, body in enumerate(bodies)}
    share, may = np.zeros((len(covered), len(bodies))), np.zeros((len(covered), len(bodies)), dtype=np.bool_)
    for row, demand in enumerate(covered):
        for ref, gifts in gifts_by_body(demand).items():
            share[row, column[ref]] = min(1.0, sum(gift.share_0_1 or 0.0 for gift in gifts))
            may[row, column[ref]] = any(gift.share_0_1 is None for gift in gifts)
    gives = np.array((share > 0).any(axis=0) | may.any(axis=0))
    links = _links(situation, column, municipal, gives)
    wished = {sector: np.array([body.sector_key == sector for body in bodies], dtype=np.bool_) for sector in asked.sectors}
    present = {key: side for key, side in (sides | wished).items() if side.any()}
    elsewhere = counted_elsewhere(situation, initiative.ref)
    could = {body.ref for i, body in enumerate(bodies) if gives[i] or municipal[i] or body.ref in asked.having}
    pairs = {(min(a, b), max(a, b)) for one in conflicts_among(situation, could) for a, b in [(column[one.one], column[one.other])]}
    return Table(
        bodies=bodies,
        covered=covered,
        short=tuple(demand for demand in wanted if demand not in covered),
        municipal=municipal,
        outside=outside,
        missing_sides=tuple(key for key, side in sides.items() if not side.any()),
        side_keys=tuple(present),
        municipality_is_assumed=is_assumed,
        problem=CoverProblem(
            share,
            may,
            np.array(list(present.values()), dtype=np.bool_).reshape(len(present), len(bodies)),
            links,
            counted=np.array([len(elsewhere.get(body.ref, ())) for body in bodies], dtype=np.int32),
            must=tuple(sorted(column[ref] for ref in dict.fromkeys(asked.having) if ref in column)),
            conflicts=tuple(sorted(pairs)),
        ),
    )


def _links(situation: Situation, column: dict[str, int], municipal: Bools, gives: Bools) -> Ints:
    """Ours: a municipal body counts the giving bodies outside that it is known to work with; any other body the municipal ones."""
    links = np.zeros(len(municipal), dtype=np.int32)
    for a, b in _pairs(situation, column):
        if municipal[a] != municipal[b]:
            inside, other = (a, b) if municipal[a] else (b, a)
            links[other] += 1
            links[inside] += int(gives[other])
    return links


def _pairs(situation: Situation, column: dict[str, int]) -> Iterable[tuple[int, int]]:
    """Each tied pair of columns once, however many ties it has."""
    ends = ((column.get(tie.source_ref), column.get(tie.target_ref)) for tie in situation.known_ties)
    return {(min(a, b), max(a, b)) for a, b in ends if a is not None and b is not None}
