"""Who is asked by everyone, and what does it need itself?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from statistics import median_low
from typing import Final, Literal

from shutaf.analysis.actors.evidence import counted, rows_of
from shutaf.analysis.matching.fit import Fit
from shutaf.analysis.network.honesty import scope_of, sure_of_rows
from shutaf.analysis.network.municipality import municipal_refs
from shutaf.analysis.network.pairs import Pair, Pairs, pair_of, pairs_of
from shutaf.analysis.network.questions import name_order
from shutaf.analysis.situation import Finding, Number, Situation

MANY_SIDES: Final = 5
"""Ours: from so many sides on it is worth agreeing who asks."""

TIMES_THE_OTHERS: Final = 2
"""Ours: and from at least so many times as many sides as the body in the middle of the list of those that anybody asks."""

LISTED: Final = 12
WEIGHT: Final = 46.0


def overload(situation: Situation, fits: Sequence[Fit]) -> tuple[Finding, ...]:
    """`asked_by_many` for each outside body on which many lean: departments that work with it, and bodies whose needs its offers fit.

    fits: every offer that meets a need (`matches`). Who is asked is said, not how important it is; bodies come by name. For the room only needs and
    offers that are not kept for editors count; where the driver's count differs, the driver reads that one. Nothing on a surveyed map with too few
    answers. O(ties + fits). Ours: no published measure; see MANY_SIDES, TIMES_THE_OTHERS.
    """
    if scope_of(situation) == "network":
        return ()
    pairs = pairs_of(situation)
    told = [fit for fit in fits if fit.visible_to != "editors"]
    room = {finding.subject: finding for finding in _found(situation, pairs, told, "room")}
    driver = {finding.subject: finding for finding in _found(situation, pairs, fits, "driver")}
    more = (finding for subject, finding in driver.items() if subject not in room or _counts(room[subject]) != _counts(finding))
    return (*room.values(), *more)


def _counts(finding: Finding) -> tuple[float, float]:
    return finding.facts["sides"].value, finding.facts["own_needs"].value


def _found(situation: Situation, pairs: Pairs, fits: Sequence[Fit], audience: Literal["room", "driver"]) -> Iterator[Finding]:
    departments = _departments(situation, pairs)
    needing = _needing(fits)
    inside = municipal_refs(situation)
    sides = {ref: set(departments.get(ref, ())) | set(needing.get(ref, {})) for ref in {*departments, *needing} - inside}
    for ref in name_order(situation, _leant_on(sides)):
        yield _finding(situation, pairs, ref, departments.get(ref, ()), needing.get(ref, {}), audience)


def _departments(situation: Situation, pairs: Pairs) -> Mapping[str, list[str]]:
    """For each body, the departments with a known tie to it."""
    inside = {body.ref for body in situation.departments}
    found: dict[str, list[str]] = defaultdict(list)
    for one, other in pairs.exists:
        for department, body in ((one, other), (other, one)):
            if department in inside:
                found[body].append(department)
    return found


def _needing(fits: Sequence[Fit]) -> Mapping[str, dict[str, list[Fit]]]:
    """For each body that offers something, the bodies whose needs it fits."""
    found: dict[str, dict[str, list[Fit]]] = defaultdict(dict)
    for fit in fits:
        if fit.need.body != fit.offer.body:
            found[fit.offer.body].setdefault(fit.need.body, []).append(fit)
    return found


def _leant_on(sides: Mapping[str, set[str]]) -> list[str]:
    """Those asked from many sides; where they are more than LISTED, twice as many sides, and so on."""
    asked = [len(found) for found in sides.values() if found]
    if not asked:
        return []
    least = max(MANY_SIDES, TIMES_THE_OTHERS * median_low(asked))
    while sum(len(found) >= least for found in sides.values()) > LISTED:
        least *= 2
    return [ref for ref, found in sides.items() if len(found) >= least]


def _finding(
    situation: Situation,
    pairs: Pairs,
    ref: str,
    departments: Sequence[str],
    needing: Mapping[str, Sequence[Fit]],
    audience: Literal["room", "driver"],
) -> Finding:
    ties: list[Pair] = [pair_of(ref, department) for department in departments]
    asked_for = [record for fits in needing.values() for fit in fits for record in (fit.need, fit.offer)]
    rows = (*pairs.rows(ties), *rows_of(asked_for))
    own = [need for need in situation.needs if need.body == ref and (audience == "driver" or need.visible_to != "editors")]
    facts = {
        "ask": ref,
        "sides": Number("sides_asking", float(len({*departments, *needing})), (ref, audience), rows),
        "departments": name_order(situation, departments),
        "needing": name_order(situation, needing),
        "own_needs": counted("needs_of_body", own, ref, audience),
    }
    step = "one_door" if own else "one_door_and_ask"
    return Finding("asked_by_many", (ref,), facts, sure_of_rows(len(rows)), step, (*rows, *rows_of(own)), audience, WEIGHT)
