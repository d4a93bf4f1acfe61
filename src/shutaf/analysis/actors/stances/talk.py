"""What does every finding about stances look up? The table, its pairs, who knows whom, and who can act on whom as written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

import numpy as np

from shutaf.analysis.actors.evidence import neighbours_of, rows_of
from shutaf.analysis.actors.stances.table import SharedStances, StanceTable, shared_stances, stance_table
from shutaf.analysis.actors.voice import voice_of
from shutaf.analysis.situation import Finding, Influence, Number, Origin, Situation, Stance, Sure

WEIGHTS: Final[Mapping[str, float]] = {
    "objective_disputed": 6.5, "stance_told_both_ways": 6.2, "objective_wanted": 5.5, "stances_unknown": 4.5, "pair_differs": 3.5, "pair_wants_same": 3.0,
}  # fmt: skip
"""Order among the findings of a preparation. Ours."""

PAIRED_AT_MOST: Final = 500
"""Bodies with stances above which no pairs are made: n x n."""

NOBODY: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True)
class Talk:
    """pairs: by the two refs. known: bodies with a known tie. reach: how far one can act on another, by the two refs; of several rows the lowest."""

    situation: Situation
    table: StanceTable
    pairs: Mapping[frozenset[str], SharedStances]
    known: Mapping[str, frozenset[str]]
    reach: Mapping[tuple[str, str], Influence]
    _own: dict[Stance, bool] = field(default_factory=dict)

    @classmethod
    def about(cls, situation: Situation) -> Talk:
        table = stance_table(situation)
        pairs = shared_stances(table) if len(table.bodies) <= PAIRED_AT_MOST else ()
        by_ends = {frozenset((pair.one, pair.other)): pair for pair in pairs}
        return cls(situation, table, by_ends, neighbours_of(situation), _reach(situation))

    @cached_property
    def place(self) -> Mapping[str, int]:
        """The row of each body in the table."""
        return {ref: i for i, ref in enumerate(self.table.bodies)}

    def is_tied(self, one: str, other: str) -> bool:
        return other in self.known.get(one, NOBODY)

    def tie_known(self, pair: tuple[str, str]) -> bool | None:
        """Whether the two have a known tie; None where no tie of anybody is on the map."""
        return self.is_tied(*pair) if self.known else None

    def is_of_two_sectors(self, one: str, other: str) -> bool:
        return self.situation.body_by_ref[one].sector_key != self.situation.body_by_ref[other].sector_key

    def both_want(self, one: str, other: str) -> tuple[int, ...]:
        """The objectives both want, the heaviest first."""
        pair = self.pairs.get(frozenset((one, other)))
        return tuple(column for column in pair.same if self.table.levels[self.place[one], column] > 0) if pair else ()

    @cached_property
    def acting(self) -> Mapping[str, tuple[Influence, ...]]:
        """The rows by which each body can act on others with stances; () for a body without."""
        found: dict[str, list[Influence]] = {ref: [] for ref in self.table.bodies}
        for (one, other), row in self.reach.items():
            if one in found and other in found and row.level_0_4 > 0:
                found[one].append(row)
        return {ref: tuple(rows) for ref, rows in found.items()}

    def stances(self, refs: tuple[str, ...], *columns: int) -> tuple[Stance, ...]:
        """The rows of these bodies on these objectives."""
        return tuple(row for ref in refs for column in columns for row in self.table.rows.get((self.place[ref], column), ()))

    def count(self, key: str, rows: tuple[Stance, ...], value: int, *about: str, base: int | None = None) -> Number:
        """A number of bodies or objectives, with the rows it rests on."""
        return Number(key, float(value), about, rows_of(rows), None if base is None else float(base))

    def own(self, rows: tuple[Stance, ...], *about: str) -> dict[str, Any]:
        """Whose word it is: how many of the rows the body said itself (`own`), of how many (`told`), and in how many a speaker is written (`spoken`)."""
        said = tuple(row for row in rows if self._is_own(row))
        spoken = sum(bool(row.said_by) for row in rows)
        return {"own": self.count("stances_own", said, len(said), *about, base=len(rows)), "told": len(rows), "spoken": spoken}

    def _is_own(self, row: Stance) -> bool:
        if row not in self._own:
            self._own[row] = voice_of(self.situation, row.body, row.said_by) == "stated"
        return self._own[row]

    def known_of_pair(self, one: str, other: str) -> int:
        """On how many objectives both their stances are known."""
        both = self.table.levels[[self.place[one], self.place[other]]]
        return int((~np.isnan(both)).all(axis=0).sum())

    def finding(
        self, key: str, subject: tuple[str, ...], facts: dict[str, Any], sure: Sure, step: str, rows: tuple[Origin, ...]
    ) -> Finding:
        """Always the driver's: stances are told in confidence."""
        return Finding(key, subject, facts, sure, step, tuple(dict.fromkeys(rows)), audience="driver", weight=WEIGHTS[key])


def in_common(talk: Talk, pair: tuple[str, str]) -> dict[str, Any]:
    """What the two both want, whether they work together, and how far the first can act on the second as written."""
    common, reach = talk.both_want(*pair), talk.reach.get(pair)
    facts: dict[str, Any] = {
        "pair": pair,
        "pair_tie_known": talk.tie_known(pair),
        "common": talk.table.objectives[common[0]] if common else "",
        "reach": None,
    }
    if reach and reach.level_0_4 > 0:
        facts |= {"source": pair[0], "target": pair[1], "reach": Number("influence_level", reach.level_0_4, pair, rows_of([reach]))}
    return facts


def reach_rows(facts: Mapping[str, Any]) -> tuple[Origin, ...]:
    """The rows of the influence that a finding says."""
    return facts["reach"].rows if facts.get("reach") else ()


def _reach(situation: Situation) -> dict[tuple[str, str], Influence]:
    found: dict[tuple[str, str], Influence] = {}
    for row in situation.influences:
        ends = row.source_ref, row.target_ref
        if ends not in found or row.level_0_4 < found[ends].level_0_4:
            found[ends] = row
    return found
