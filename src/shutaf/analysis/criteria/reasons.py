"""What speaks for and what against an initiative as the first one, in things a reader can check?"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from shutaf.analysis.coalition.problem import TOLERANCE
from shutaf.analysis.coalition.sides import left_out, stances_toward
from shutaf.analysis.criteria.settled import FLOOR, Floor
from shutaf.analysis.criteria.values import Criterion, counted_demands
from shutaf.analysis.matching.judgement import Reason
from shutaf.analysis.situation import Initiative, Number, Situation

SOON_MONTHS = 12.0
"""After the toolkit: a first initiative shows a visible gain inside a year."""


def reasons_for(
    held: Sequence[Number | None], numbers: Sequence[Number | None], criteria: Sequence[Criterion], floors: Sequence[Floor]
) -> tuple[Reason, ...]:
    """chance_reaches_floor, result_within_a_year, several_sectors_gain, resources_covered, bodies_willing, then reaches_floor for each further floor;
    each with its number as `value`. held, floors: the chance first."""
    value, floor = _by_key(held, numbers, criteria, floors), floors[0].at
    holds: dict[str, tuple[str, Callable[[float], bool]]] = {
        "chance_reaches_floor": (FLOOR, lambda x: x >= floor),
        "result_within_a_year": ("months_to_result", lambda x: x <= SOON_MONTHS),
        "several_sectors_gain": ("sectors_gain", lambda x: x >= 2),
        "resources_covered": ("resources_covered", lambda x: x >= 1 - TOLERANCE),
        "bodies_willing": ("bodies_willing", lambda x: x > 0),
    }
    said = [Reason(key, {"value": n, "floor": floor}) for key, (of, is_so) in holds.items() if (n := value.get(of)) and is_so(n.value)]
    return (*said, *_at_floors("reaches_floor", held, floors, holding=True))


def reasons_against(
    situation: Situation,
    initiative: Initiative,
    held: Sequence[Number | None],
    numbers: Sequence[Number | None],
    criteria: Sequence[Criterion],
    floors: Sequence[Floor],
) -> tuple[Reason, ...]:
    """put_off (by people), chance_below_floor, result_after_a_year, one_sector_gains, no_body_willing, below_floor for each further floor, then
    resource_not_covered, resource_may_cover (an amount is unknown), bodies_strongly_against (for editors only), and value_unknown for an unknown chance
    and each unknown criterion."""
    value, floor = _by_key(held, numbers, criteria, floors), floors[0].at
    holds: dict[str, tuple[str, Callable[[float], bool]]] = {
        "chance_below_floor": (FLOOR, lambda x: x < floor),
        "result_after_a_year": ("months_to_result", lambda x: x > SOON_MONTHS),
        "one_sector_gains": ("sectors_gain", lambda x: x < 2),
        "no_body_willing": ("bodies_willing", lambda x: x == 0),
    }
    found = [
        Reason(key, {"value": number, "floor": floor})
        for key, (of, is_so) in holds.items()
        if (number := value.get(of)) and is_so(number.value)
    ]
    put_off = [Reason("put_off", {})] if initiative.shortlist == "later" else []
    below = _at_floors("below_floor", held, floors, holding=False)
    open_keys = [(gate.key, gate.label) for gate, number in zip(floors, held, strict=True) if number is None]
    open_keys += [(c.key, c.label) for c, number in zip(criteria, numbers, strict=True) if number is None]
    unknown = [Reason("value_unknown", {"criterion": key, "label": label}) for key, label in open_keys]
    return (*put_off, *found, *below, *_resources(situation, initiative), *_strongly_against(situation, initiative), *unknown)


def _at_floors(key: str, held: Sequence[Number | None], floors: Sequence[Floor], *, holding: bool) -> list[Reason]:
    """Of each floor beside that of the chance, which has words of its own."""
    return [
        Reason(key, {"criterion": floor.label or floor.key, "value": number, "floor": floor.number})
        for floor, number in zip(floors[1:], held[1:], strict=True)
        if number is not None and floor.holds(number.value) is holding
    ]


def _by_key(
    held: Sequence[Number | None], numbers: Sequence[Number | None], criteria: Sequence[Criterion], floors: Sequence[Floor]
) -> dict[str, Number]:
    keys = (*(floor.key for floor in floors), *(criterion.key for criterion in criteria))
    return {key: number for key, number in zip(keys, (*held, *numbers), strict=True) if number is not None}


def _resources(situation: Situation, initiative: Initiative) -> list[Reason]:
    found = []
    for demand in counted_demands(situation, initiative):
        rows = tuple(gift.offer.origin for gift in demand.gifts if gift.offer.origin is not None)
        share = Number("requirement_share_covered", demand.known_share_0_1, (initiative.ref, str(demand.requirements[0])), rows, base=1.0)
        facts = {"kind": initiative.requires[demand.requirements[0]].kind, "wanted": demand.wanted, "share": share}
        if demand.covered_share_0_1 < 1 - TOLERANCE:
            found.append(Reason("resource_not_covered", facts))
        elif demand.known_share_0_1 < 1 - TOLERANCE:
            found.append(Reason("resource_may_cover", facts))
    return found


def _strongly_against(situation: Situation, initiative: Initiative) -> list[Reason]:
    against = tuple(body.ref for body in left_out(situation, initiative) if body.why == "strongly_against")
    rows = tuple(s.origin for ref in against for s in stances_toward(situation, initiative)[ref] if s.origin is not None)
    count = Number("bodies_strongly_against", float(len(against)), (initiative.ref,), rows)
    return [Reason("bodies_strongly_against", {"bodies": against, "value": count, "visible_to": "editors"})] if against else []
