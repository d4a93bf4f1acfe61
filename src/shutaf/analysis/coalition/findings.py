"""What should the driver hear about the first initiative, the bigger ones behind it, and who could carry it?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from shutaf.analysis.coalition.cover import Coalition, Gap
from shutaf.analysis.coalition.sides import LeftOut, stances_toward
from shutaf.analysis.criteria.ranking import RankedInitiative, Ranking
from shutaf.analysis.matching.findings import audience_of
from shutaf.analysis.matching.fit import narrower
from shutaf.analysis.matching.judgement import Reason, rows_of
from shutaf.analysis.situation import Finding, Number, Offer, Origin, Situation, Sure, Visibility

WIDE_SHARE = 0.8
NARROW_SHARE = 0.5
"""Ours: first in four of five random weightings is a firm first place, in fewer than half an open one."""


def initiative_findings(situation: Situation, ranking: Ranking, coalition: Coalition | None) -> tuple[Finding, ...]:
    """Findings on the ranking, and on the coalition of one initiative where one was computed.

    What editors alone may see (stances, editors' offers) makes a finding one for the driver, or stands in `driver_reasons`. Ours.
    """
    return (*_ranking(situation, ranking), *(_coalition(situation, coalition) if coalition else ()))


def _ranking(situation: Situation, ranking: Ranking) -> Iterator[Finding]:
    if ranking.first is not None:
        yield _first(situation, ranking, ranking.rows[0])
    elif ranking.rows:
        yield _no_first(situation, ranking)
    blank = [row for row in ranking.rows if row.passes_floor is None]
    if blank:
        rows = _initiative_rows(situation, *(row.ref for row in blank))
        count = Number("initiatives_chance_unknown", float(len(blank)), (), rows, base=float(len(ranking.rows)))
        facts = {"initiatives": tuple(row.ref for row in blank), "count": count}
        yield Finding("initiatives_chance_unknown", (), facts, Sure(4, "as_written"), "ask_how_likely", rows, weight=0.6)
    later = [row for row in ranking.rows if row.second_stage]
    if later:
        yield _second_stage(situation, ranking, max(later, key=lambda row: _size(situation, row)))


def _first(situation: Situation, ranking: Ranking, row: RankedInitiative) -> Finding:
    share = row.share_first.value if row.share_first else 0.0
    known = {"known": row.known_count, "of": len(row.values), "share_first": row.share_first}
    level = 4 if share >= WIDE_SHARE else 3 if share >= NARROW_SHARE else 2
    facts = _said(row) | {
        "share_first": row.share_first,
        "holds": ranking.holds,
        "thresholds": ranking.thresholds,
        "criteria": ranking.criteria,
        "cross_check": ranking.cross_check,
        "runner_up": next((other.ref for other in ranking.rows[1:] if other.passes_floor), None),
    }
    sure = Sure(level if 2 * row.known_count > len(row.values) else min(level, 2), "weights_varied", known)
    return Finding(
        "first_initiative",
        _gaining(situation, row.ref),
        facts,
        sure,
        "check_first_with_partners",
        _initiative_rows(situation, row.ref),
        weight=1.0,
    )


def _no_first(situation: Situation, ranking: Ranking) -> Finding:
    refs = tuple(row.ref for row in ranking.rows)
    facts = {"initiatives": refs, "why": ranking.why_not_first, "floor": ranking.floor_0_1}
    step = "ask_how_likely" if ranking.why_not_first == "chance_unknown" else "look_for_a_smaller_one"
    return Finding("no_first_initiative", (), facts, Sure(4, "as_written"), step, _initiative_rows(situation, *refs), weight=0.9)


def _size(situation: Situation, row: RankedInitiative) -> tuple[float, float, int]:
    """Ours: the big project is the one that takes longest to a first result; among equals the least likely, then the lower rank."""
    initiative = next(found for found in situation.initiatives if found.ref == row.ref)
    return initiative.months_to_result or 0.0, -(initiative.chance_0_1 or 0.0), row.rank


def _second_stage(situation: Situation, ranking: Ranking, row: RankedInitiative) -> Finding:
    """What the first must prove: each reason against the bigger one that is not simply unknown."""
    must_prove = tuple(
        r for r in row.against_reasons if r.key in ("chance_below_floor", "resource_not_covered", "resource_may_cover", "no_body_willing")
    )
    others = tuple(other.ref for other in ranking.rows if other.second_stage and other.ref != row.ref)
    facts = _said(row) | {"first": ranking.first, "must_prove": must_prove, "floor": ranking.floor_0_1, "others": others}
    step = "say_what_first_must_prove" if ranking.first else "look_for_a_smaller_one"
    sure = Sure(3, "chance_is_stated", {"known": row.known_count, "of": len(row.values)})
    return Finding(
        "second_stage_initiative", _gaining(situation, row.ref), facts, sure, step, _initiative_rows(situation, row.ref), weight=0.7
    )


def _said(row: RankedInitiative) -> dict[str, Any]:
    """Reasons, with those that only editors may see apart."""
    return {
        "initiative": row.ref,
        "values": row.values,
        "for_reasons": row.for_reasons,
        "against_reasons": tuple(reason for reason in row.against_reasons if not _for_editors(reason)),
        "driver_reasons": tuple(reason for reason in row.against_reasons if _for_editors(reason)),
    }


def _for_editors(reason: Reason) -> bool:
    return bool(reason.facts.get("visible_to") == "editors")


def _coalition(situation: Situation, coalition: Coalition) -> Iterator[Finding]:
    if coalition.members:
        yield _preparation(coalition)
    else:
        rows = _initiative_rows(situation, coalition.initiative.ref)
        key = "nothing_required_is_offered" if coalition.initiative.requires else "requirements_unknown"
        step = "look_for_an_offer" if coalition.initiative.requires else "ask_what_it_requires"
        yield Finding(key, (), {"initiative": coalition.initiative.ref}, Sure(4, "as_written"), step, rows, weight=0.8)
    yield from (_gap(situation, coalition, gap) for gap in coalition.gaps)
    if coalition.unsure:
        yield _unsure(coalition)
    for side in coalition.missing_sides:
        facts = {"initiative": coalition.initiative.ref, "side": side}
        yield Finding("side_unknown", (), facts, Sure(4, "as_written"), "bring_in_" + side, (), weight=0.9)
    against = [body for body in coalition.left_out if body.why == "strongly_against"]
    if against:
        yield _strongly_against(situation, coalition, against)


def _preparation(coalition: Coalition) -> Finding:
    """Its key says it: a preparation for an open invitation, not a selection."""
    brought = [given.offer for member in coalition.members for given in member.brings]
    visible_to = _visible_to(brought)
    rows = rows_of(*brought)
    ref = coalition.initiative.ref
    facts = {
        "initiative": ref,
        "members": coalition.members,
        "size": Number("coalition_size", float(len(coalition.members)), (ref,), rows),
        "bound": Number("coalition_bound", float(coalition.bound), (ref,), rows),
        "members_when_sure": None
        if coalition.members_when_sure is None
        else Number("coalition_size_when_sure", float(coalition.members_when_sure), (ref,), rows),
        "proven": coalition.proven,
        "municipality_is_assumed": coalition.municipality_is_assumed,
        "wishes": coalition.wishes,
        "wish_prices": tuple(
            None if wish.price_in_members is None else Number("wish_price", float(wish.price_in_members), (ref, wish.sector), rows)
            for wish in coalition.wishes
        ),
        "alternatives": coalition.alternatives,
        "visible_to": visible_to,
    }
    sure = Sure(
        2 if coalition.unsure else 3, "amounts_unknown" if coalition.unsure else "as_far_as_we_were_told", {"unsure": len(coalition.unsure)}
    )
    key = "coalition_is_preparation_for_open_invitation"
    return Finding(key, coalition.refs, facts, sure, "publish_open_call", rows, audience_of(visible_to), weight=0.95)


def _gap(situation: Situation, coalition: Coalition, gap: Gap) -> Finding:
    """The step asks what the resource map asks: is it needed, can it be learnt, bought, or brought by another body?"""
    visible_to = _visible_to(list(gap.offers))
    rows = _initiative_rows(situation, coalition.initiative.ref) + rows_of(*gap.offers)
    about = (coalition.initiative.ref, *map(str, gap.requirements))
    facts: Mapping[str, Any] = {
        "initiative": coalition.initiative.ref,
        "requirement": gap.requirement,
        "share": Number("gap_offered_share", gap.offered_share_0_1, about, rows, base=1.0),
        "offers": tuple(offer.ref for offer in gap.offers),
        "driver_also_offered_by": gap.also_offered_by,
        "visible_to": visible_to,
    }
    key = "requirement_partly_offered" if gap.offers else "requirement_offered_by_nobody"
    sure = Sure(3, "as_far_as_we_were_told")
    return Finding(key, (), facts, sure, "need_learn_buy_or_add", rows, audience_of(visible_to), weight=0.85)


def _unsure(coalition: Coalition) -> Finding:
    offers = [
        given.offer
        for m in coalition.members
        for given in m.brings
        if given.share_0_1 is None and set(given.requirements) & set(coalition.unsure)
    ]
    visible_to = _visible_to(offers)
    count = Number(
        "requirements_amount_unknown",
        float(len(coalition.unsure)),
        (coalition.initiative.ref,),
        rows_of(*offers),
        float(len(coalition.initiative.requires)),
    )
    facts = {
        "initiative": coalition.initiative.ref,
        "requirements": tuple(coalition.initiative.requires[place] for place in coalition.unsure),
        "offers": tuple(offer.ref for offer in offers),
        "count": count,
        "members_when_sure": coalition.members_when_sure,
        "visible_to": visible_to,
    }
    bodies = tuple(dict.fromkeys(offer.body for offer in offers))
    return Finding(
        "coalition_rests_on_unknown_amounts",
        bodies,
        facts,
        Sure(2, "amounts_unknown"),
        "ask_how_much",
        rows_of(*offers),
        audience_of(visible_to),
        0.75,
    )


def _strongly_against(situation: Situation, coalition: Coalition, against: list[LeftOut]) -> Finding:
    """They are asked first and never put in silently. levels: one number a body; said_by: who told us, as written."""
    ref = coalition.initiative.ref
    toward = stances_toward(situation, coalition.initiative)
    rows = {body.ref: tuple(s.origin for s in toward[body.ref] if s.origin is not None) for body in against}
    facts = {
        "initiative": ref,
        "bodies": tuple(rows),
        "levels": tuple(Number("stance_level", body.level or 0.0, (body.ref, ref), rows[body.ref]) for body in against),
        "said_by": tuple(dict.fromkeys(s.said_by for body in against for s in toward[body.ref] if s.said_by)),
        "would_fill_gap": tuple(body for body in rows if any(body in gap.also_offered_by for gap in coalition.gaps)),
        "visible_to": "editors",
    }
    evidence = tuple(origin for origins in rows.values() for origin in origins)
    sure = Sure(2, "as_told_by", {"said_by": facts["said_by"]})
    return Finding("strongly_against_not_counted_on", tuple(rows), facts, sure, "ask_what_would_change", evidence, "driver", 0.65)


def _visible_to(offers: list[Offer]) -> Visibility:
    return narrower("public", *(offer.visible_to for offer in offers))


def _initiative_rows(situation: Situation, *refs: str) -> tuple[Origin, ...]:
    return tuple(found.origin for found in situation.initiatives if found.ref in refs and found.origin is not None)


def _gaining(situation: Situation, ref: str) -> tuple[str, ...]:
    """Known bodies that gain from the initiative."""
    return tuple(body for found in situation.initiatives if found.ref == ref for body in found.gains if body in situation.body_by_ref)
