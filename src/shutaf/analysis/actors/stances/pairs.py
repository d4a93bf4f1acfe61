"""Which two bodies want the same of several objectives, and which two differ?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from shutaf.analysis.actors.evidence import rows_of, sure_by_share
from shutaf.analysis.actors.stances.table import SharedStances
from shutaf.analysis.actors.stances.talk import Talk, in_common, reach_rows
from shutaf.analysis.situation import Finding, Sure

MOST_PAIRS: Final = 3
"""Ours: so many pairs of a kind become findings, the heaviest; `shared_stances` has all of them."""

FEWEST_SAME: Final = 2
"""Ours: one shared wish is told by its objective; two make a pair worth telling."""


def find_pairs(talk: Talk) -> Iterator[Finding]:
    """`pair_wants_same` for two that agree on two objectives or more and are not known to differ on any; `pair_differs` for two that differ on one or more."""
    alike = [pair for pair in talk.pairs.values() if len(pair.same) >= FEWEST_SAME and not pair.apart]
    apart = [pair for pair in talk.pairs.values() if pair.apart]
    yield from (_alike(talk, pair) for pair in sorted(alike, key=lambda pair: -pair.agreement)[:MOST_PAIRS])
    yield from (_apart(talk, pair) for pair in sorted(apart, key=lambda pair: -pair.disagreement)[:MOST_PAIRS])


def _alike(talk: Talk, pair: SharedStances) -> Finding:
    ends = pair.one, pair.other
    facts = _facts(talk, pair) | {"pair": ends, "pair_tie_known": talk.tie_known(ends)}
    return talk.finding("pair_wants_same", ends, facts, _sure(talk, ends), "ask_pair_first", rows_of(talk.stances(ends, *pair.same)))


def _apart(talk: Talk, pair: SharedStances) -> Finding:
    ends = pair.one, pair.other
    facts = _facts(talk, pair) | in_common(talk, ends) | {"objective": talk.table.objectives[pair.apart[0]]}
    step = "bring_together_common" if facts["common"] else "bring_together_apart"
    rows = (*rows_of(talk.stances(ends, *pair.apart, *pair.same)), *reach_rows(facts))
    return talk.finding("pair_differs", ends, facts, _sure(talk, ends), step, rows)


def _facts(talk: Talk, pair: SharedStances) -> dict[str, Any]:
    ends = pair.one, pair.other
    return {
        "same": talk.count("objectives_same", talk.stances(ends, *pair.same), len(pair.same), *ends),
        "apart": talk.count("objectives_apart", talk.stances(ends, *pair.apart), len(pair.apart), *ends),
        "same_objectives": tuple(talk.table.objectives[column] for column in pair.same),
        "apart_objectives": tuple(talk.table.objectives[column] for column in pair.apart),
    } | talk.own(talk.stances(ends, *pair.same, *pair.apart), *ends)


def _sure(talk: Talk, ends: tuple[str, str]) -> Sure:
    return sure_by_share("objectives_known", talk.known_of_pair(*ends), len(talk.table.objectives), at_most=3)
