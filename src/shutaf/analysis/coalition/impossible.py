"""No set keeps all rules: what is missing, who could bring it, and which few rules stand in each other's way?"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from shutaf.analysis.coalition.building import Rule, model_of, rules_of
from shutaf.analysis.coalition.child import searched
from shutaf.analysis.coalition.measure import WHOLE, covered_share
from shutaf.analysis.coalition.task import CoalitionProblem

SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Reason:
    """Why no set keeps all rules: a key and its facts.

    nobody_offers, not_enough_offered: `need`, `needed` (None where no amount was asked), `offered` (in the unit of the need), `share_0_1`,
    `not_counted_on` (must-nots who offer it), `if_asked` (who could, was not asked). sector_has_too_few: `sector`, `at_least`, `known`.
    told_in_and_out: `body`. rules_collide: `rules`, each needed for the contradiction, and `enough`: those of them without which a set exists.
    not_settled_in_time: the search for such rules ran out of time.
    """

    key: str
    facts: dict[str, Any] = field(default_factory=dict)


def why_infeasible(problem: CoalitionProblem, *, seconds: float = SECONDS) -> tuple[Reason, ...]:
    """Why no set keeps all rules that must hold, in the words of the question; () where one does.

    First what no choice can mend (needs that all candidates together do not cover, sectors with too few candidates); if the rest still
    has no set, one smallest bundle of rules that cannot hold together: without any one of them the bundle can. The bundle is found by a
    deletion filter over halves: rules are taken away while what is left is still impossible. Other bundles may exist. O(rules in the
    bundle x log rules) questions to the solver. **Source:** Chinneck and Dravnieks 1991, ORSA Journal on Computing 3(2), deletion filter.

    >>> from shutaf.analysis.coalition import CoalitionProblem, why_infeasible
    >>> why_infeasible(CoalitionProblem.of([[1, 0, 0], [0, 1, 1]], max_size=1))[0].facts["rules"][2]
    Rule(kind='max_size', about=(), value=1.0)
    """
    deadline = time.monotonic() + seconds
    certain = (*_short(problem), *_small_sectors(problem), *_in_and_out(problem))
    done = {_about(reason) for reason in certain}
    rest = tuple(rule for rule in rules_of(problem) if (rule.kind, *rule.about) not in done)
    if any(reason.key == "told_in_and_out" for reason in certain):
        return certain
    is_possible = _is_possible(problem, rest, deadline)
    if is_possible is None:
        return (*certain, Reason("not_settled_in_time"))
    return certain if is_possible else (*certain, _bundle(problem, rest, deadline))


def _about(reason: Reason) -> tuple[str, ...]:
    if reason.key == "sector_has_too_few":
        return "sector_floor", str(reason.facts["sector"])
    return "need", str(reason.facts.get("need", ""))


def _short(p: CoalitionProblem) -> Iterator[Reason]:
    """Needs that all who may be counted on do not cover together."""
    share = covered_share(p, [i for i in range(p.n) if i not in p.must_not])
    need, body, _, _ = p.share
    for s in sorted(range(p.d), key=lambda s: p.needs[s]):
        if share[s] < WHOLE:
            out = sorted({p.names[i] for i in body[need == s].tolist() if i in p.must_not})
            asked = sorted({p.names[i] for q, i in p.if_asked.tolist() if q == s})
            wanted = float(p.needed[s])
            facts = {
                "need": p.needs[s],
                "needed": None if np.isnan(wanted) else wanted,
                "offered": 0.0 if np.isnan(wanted) else float(share[s]) * wanted,
                "share_0_1": float(share[s]),
                "not_counted_on": tuple(out),
                "if_asked": tuple(name for name in asked if name not in out),
            }
            yield Reason("not_enough_offered" if share[s] else "nobody_offers", facts)


def _small_sectors(p: CoalitionProblem) -> Iterator[Reason]:
    """Sectors with fewer candidates than a floor asks for."""
    floors: dict[str, int] = {}
    for rule in p.rules:
        if rule.price is None:
            floors[rule.sector] = max(rule.at_least, floors.get(rule.sector, 0))
    for sector, at_least in sorted(floors.items()):
        known = sum(p.sector[i] == sector for i in range(p.n) if i not in p.must_not)
        if known < at_least:
            yield Reason("sector_has_too_few", {"sector": sector, "at_least": at_least, "known": known})


def _in_and_out(p: CoalitionProblem) -> Iterator[Reason]:
    yield from (Reason("told_in_and_out", {"body": name}) for name in sorted({p.names[i] for i in set(p.must) & set(p.must_not)}))


def _is_possible(problem: CoalitionProblem, rules: tuple[Rule, ...], deadline: float) -> bool | None:
    """Whether some set keeps these rules; None where time ran out."""
    model = model_of(problem, rules)
    counted = np.zeros_like(model.aims[:1])
    counted[0, : problem.n] = 1.0
    reached = searched(replace(model, aims=counted), max(0.0, deadline - time.monotonic()))
    return None if reached.chosen is None and not reached.is_impossible else not reached.is_impossible


def _bundle(problem: CoalitionProblem, rules: tuple[Rule, ...], deadline: float) -> Reason:
    """Take chunks of rules away while the rest stays impossible: halves first, in the end one by one."""
    kept, size, at = list(rules), max(1, len(rules) // 2), 0
    while True:
        fewer = kept[:at] + kept[at + size :]
        is_possible = _is_possible(problem, tuple(fewer), deadline)
        if is_possible is None:
            return Reason("not_settled_in_time")
        kept, at = (kept, at + size) if is_possible else (fewer, at)
        if at >= len(kept):
            if size == 1:
                break
            size, at = max(1, min(size, len(kept)) // 2), 0
    enough = [rule for rule in kept if _is_possible(problem, tuple(other for other in rules if other != rule), deadline)]
    return Reason("rules_collide", {"rules": tuple(kept), "enough": tuple(enough)})
