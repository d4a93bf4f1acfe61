"""What does `analyse coalition --json` say? The keys of docs/reference/coalition.md."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from shutaf.analysis.coalition import CoalitionSolution, Reason, Rule
from shutaf.analysis.coalition.study import Study


def numbers_of(found: Study, units: tuple[str, ...]) -> dict[str, Any]:
    """Full precision; what is not known is NaN and becomes null."""
    why, parts = found.why, found.best.parts
    return {
        "is_selection": False,
        **_solution(found.best),
        "cost_parts": None if parts is None else {"members": parts.members, "pairs": parts.pairs, "wishes": parts.wishes},
        "covers": [
            {
                "need": one.need,
                "needed": one.needed,
                "unit": unit,
                "givers": [{"body": name, "amount": amount} for name, amount in one.givers],
                "given": one.given,
                "spare": one.spare,
                "unsure": one.is_unsure,
                "only_giver": one.only_giver or None,
            }
            for one, unit in zip(why.covers if why else (), units, strict=False)
        ],
        "without_offer": list(why.without_offer) if why else [],
        "wishes": [
            {
                "sector": one.rule.sector,
                "at_least": one.rule.at_least,
                "price": one.rule.price,
                "unmet": one.unmet,
                "paid": one.paid,
                "would_cost": one.would_cost,
            }
            for one in (why.wishes if why else ())
        ],
        "essential": [
            {
                "body": one.name,
                "needs": list(one.needs),
                "shares_left": list(one.share_0_1),
                "sectors": list(one.sectors),
                "can_do_without": one.can_do_without,
                "price": one.price,
                "replaced_by": list(one.replaced_by),
                "proven": one.is_proven,
            }
            for one in found.essential
        ],
        "alternatives": [_solution(one) for one in found.others],
        "front": None if found.front is None else [_solution(one) for one in found.front.points],
        "front_is_whole": None if found.front is None else found.front.is_whole,
        "what_if": None
        if found.change is None
        else {
            **_solution(found.change.after),
            "price": found.change.price,
            "joined": list(found.change.joined),
            "left": list(found.change.left),
        },
        "infeasible": [_reason(reason) for reason in found.infeasible],
    }


def _solution(one: CoalitionSolution) -> dict[str, Any]:
    return {
        "status": one.status,
        "members": list(one.members),
        "size": len(one.members) if one.is_feasible else None,
        "cost": one.cost,
        "bound": one.bound,
        "gap": one.gap,
        "trust": one.trust,
        "settled": one.is_settled,
    }


def _reason(reason: Reason) -> dict[str, Any]:
    return {"key": reason.key, **{key: _plain(value) for key, value in reason.facts.items()}}


def _plain(value: Any) -> Any:
    if isinstance(value, Rule):
        return {"kind": value.kind, "about": list(value.about), "value": value.value}
    if isinstance(value, Mapping):
        return dict(value)
    return [_plain(one) for one in value] if isinstance(value, tuple) else value
