"""Which objectives does nobody refuse, on which do bodies differ, and which stances are told both ways or not known?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any, Final

import numpy as np

from shutaf.analysis.actors.evidence import rows_of, sure_by_share
from shutaf.analysis.actors.stances.talk import Talk, in_common, reach_rows
from shutaf.analysis.situation import Finding, Number, Origin, Sure

TRIED: Final = 50
"""Bodies of a side among which a pair to bring together is sought. Ours."""


def find_objectives(talk: Talk) -> Iterator[Finding]:
    """`objective_disputed` where some want and some refuse; `objective_wanted` where two or more want and none is known to refuse."""
    for column in range(len(talk.table.objectives)):
        facts, rows = _sides(talk, column)
        known = (*facts["for_it"], *facts["against_it"], *facts["indifferent"])
        sure = sure_by_share("stances_known", len(known), len(talk.table.bodies), at_most=3)
        if facts["for_it"] and facts["against_it"]:
            yield _disputed(talk, facts, sure, rows)
        elif len(facts["for_it"]) > 1 and not any(cell[1] == column for cell in talk.table.told_both_ways):
            yield _wanted(talk, facts, sure, rows)


def _sides(talk: Talk, column: int) -> tuple[dict[str, Any], tuple[Origin, ...]]:
    """Who wants it, who refuses it, to whom it is all one; and the rows that say so."""
    table, objective = talk.table, talk.table.objectives[column]
    levels = table.levels[:, column]
    sides = [tuple(table.bodies[place] for place in np.flatnonzero(chosen)) for chosen in (levels > 0, levels < 0, levels == 0)]
    known = sum(map(len, sides))
    rows = talk.stances(tuple(ref for side in sides for ref in side), column)
    facts: dict[str, Any] = {
        "objective": objective,
        "for_it": sides[0],
        "against_it": sides[1],
        "indifferent": sides[2],
        "wanting": talk.count("bodies_wanting", talk.stances(sides[0], column), len(sides[0]), objective, base=known),
        "refusing": talk.count("bodies_refusing", talk.stances(sides[1], column), len(sides[1]), objective, base=known),
    } | talk.own(rows, "stances", objective)
    return facts, rows_of(rows)


def _wanted(talk: Talk, facts: dict[str, Any], sure: Sure, rows: tuple[Origin, ...]) -> Finding:
    """Two that want it, to bring together: of different sectors and without a known tie where such a pair exists."""

    def nearness(pair: tuple[str, str]) -> tuple[bool, bool]:
        return not talk.is_of_two_sectors(*pair), talk.is_tied(*pair)

    pair = min(combinations(facts["for_it"][:TRIED], 2), key=nearness)
    facts |= {"pair": pair, "pair_tie_known": talk.tie_known(pair)}
    return talk.finding("objective_wanted", facts["for_it"], facts, sure, "bring_together_wanted", rows)


def _disputed(talk: Talk, facts: dict[str, Any], sure: Sure, rows: tuple[Origin, ...]) -> Finding:
    """One that wants it and one that refuses it, to bring together: who want most in common elsewhere, then who know each other, then the first of
    whom can act furthest on the second."""

    def ease(pair: tuple[str, str]) -> tuple[int, bool, float]:
        reach = talk.reach.get(pair)
        return len(talk.both_want(*pair)), talk.is_tied(*pair), reach.level_0_4 if reach else 0.0

    pair = max(((one, other) for one in facts["for_it"][:TRIED] for other in facts["against_it"][:TRIED]), key=ease)
    facts |= in_common(talk, pair)
    step = "bring_together_common" if facts["common"] else "bring_together_apart"
    return talk.finding("objective_disputed", (*facts["for_it"], *facts["against_it"]), facts, sure, step, (*rows, *reach_rows(facts)))


def find_told_both_ways(talk: Talk) -> Iterator[Finding]:
    """`stance_told_both_ways`: one row says that a body wants an objective, another that it refuses it."""
    for place, column in talk.table.told_both_ways:
        body, objective, rows = talk.table.bodies[place], talk.table.objectives[column], talk.table.rows[place, column]
        facts = {"ask": body, "objective": objective} | talk.own(rows, body, objective)
        sure = Sure(3, "rows_contradict", {"rows": len(rows)})
        yield talk.finding("stance_told_both_ways", (body,), facts, sure, "ask_body_stance", rows_of(rows))


def find_unknown(talk: Talk) -> Iterator[Finding]:
    """`stances_unknown`: how many cells of the table are blank, and the first to ask about. The objective on which most differ, then that most want;
    the body that can act on most of the others as written, then the first of the list. Ours."""
    table = talk.table
    is_blank = np.isnan(table.levels)
    for cell in table.told_both_ways:
        is_blank[cell] = False
    if not is_blank.any():
        return
    refusing, wanting = (table.levels < 0).sum(axis=0), (table.levels > 0).sum(axis=0)
    columns = np.flatnonzero(is_blank.any(axis=0)).tolist()
    column = max(columns, key=lambda c: (min(refusing[c], wanting[c]), wanting[c]))
    ask = max((table.bodies[place] for place in np.flatnonzero(is_blank[:, column])), key=lambda ref: len(talk.acting[ref]))
    acting = talk.acting[ask]
    reach = Number("bodies_reached", float(len(acting)), (ask,), rows_of(acting), base=float(len(table.bodies) - 1)) if acting else None
    facts: dict[str, Any] = {
        "objective": table.objectives[column],
        "ask": ask,
        "unknown": Number("stances_unknown", float(is_blank.sum()), ("stances",), base=float(is_blank.size)),
        "cells": int(is_blank.size),
        "reach": reach,
    }
    sure = Sure(4, "cells_counted", {"bodies": len(table.bodies), "objectives": len(table.objectives)})
    rows = (*rows_of(talk.stances(table.bodies, column)), *reach_rows(facts))
    yield talk.finding("stances_unknown", (ask,), facts, sure, "ask_stance", rows)
