"""What do needs and offers tell the driver before the meeting?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from shutaf.analysis.matching.fit import Fit, Matches, NearMiss, matches, narrower
from shutaf.analysis.matching.judgement import rows_of, theme_keys
from shutaf.analysis.matching.suggest import suggested
from shutaf.analysis.matching.words import word_key
from shutaf.analysis.situation import Finding, Number, Resource, Situation, Sure, Visibility

MOST_SAID = 12
"""Ours: so many single matches and near misses are said one by one to each audience; the tables hold the rest."""

QUESTIONS = 3
"""Theme, amount and period: the questions whose answer can turn a match into none."""

Audience = Literal["room", "driver"]
_ASKED = ("theme_unknown", "amount_unknown", "amount_not_comparable", "time_unknown")


def matching_findings(situation: Situation) -> tuple[Finding, ...]:
    """The best first matches, what almost fits, what stays unmet, and whom to ask what they could give or would need.

    A finding on one pair is for the room only when both sides are visible to partners or the public; counts are made twice, once over what
    the room may see and once over the rest, so neither gives away the other. Ours.
    """
    found = matches(situation, limit_per_need=1)
    return (
        *_first_of_each_audience(map(_match, suggested(situation))),
        *_first_of_each_audience(map(_nearly, _nearest(found))),
        *_unmet(situation, found),
        *_unused(situation, found),
        *_silent_side(situation),
        *_without_kind(situation),
    )


def audience_of(visible_to: Visibility) -> Audience:
    """Editors' entries stay with the driver."""
    return "driver" if visible_to == "editors" else "room"


def _first_of_each_audience(findings: Iterable[Finding]) -> Iterator[Finding]:
    said: Counter[Audience] = Counter()
    for finding in findings:
        said[finding.audience] += 1
        if said[finding.audience] <= MOST_SAID:
            yield finding


def _match(fit: Fit) -> Finding:
    unknown = sum(reason.key in _ASKED for reason in fit.unknowns)
    facts = {
        "need": fit.need.ref,
        "offer": fit.offer.ref,
        "need_body": fit.need.body,
        "offer_body": fit.offer.body,
        "reasons": fit.reasons,
        "unknowns": fit.unknowns,
        "conditions": fit.conditions,
        "visible_to": fit.visible_to,
    }
    return Finding(
        key="match_suggested",
        subject=(fit.need.body, fit.offer.body),
        facts=facts,
        sure=Sure(4 - unknown, "answers_known", {"known": QUESTIONS - unknown, "of": QUESTIONS}),
        step="ask_both_what_is_unknown" if unknown else "bring_both_together",
        evidence=rows_of(fit.need, fit.offer),
        audience=audience_of(fit.visible_to),
        weight=fit.score_0_1,
    )


def _nearest(found: Matches) -> list[NearMiss]:
    """The best near miss of each need that nothing meets. Ours: being of the same kind alone is not near."""
    unmet = set(found.unmet)
    return [near for near in found.near if near.need.ref in unmet and len(near.reasons) > 1]


def _nearly(near: NearMiss) -> Finding:
    facts = {
        "need": near.need.ref,
        "offer": near.offer.ref,
        "need_body": near.need.body,
        "offer_body": near.offer.body,
        "miss": near.miss,
        "reasons": near.reasons,
        "unknowns": near.unknowns,
        "visible_to": near.visible_to,
    }
    steps = {
        "too_small": "ask_for_a_second_giver",
        "no_time_overlap": "ask_for_other_dates",
        "different_theme": "ask_whether_theme_matters",
    }
    return Finding(
        key="need_nearly_met",
        subject=(near.need.body, near.offer.body),
        facts=facts,
        sure=Sure(2, "one_thing_misses"),
        step=steps[near.miss.key],
        evidence=rows_of(near.need, near.offer),
        audience=audience_of(near.visible_to),
        weight=0.1 * len(near.reasons),
    )


def _unmet(situation: Situation, found: Matches) -> Iterator[Finding]:
    goals = {word_key(goal) for goal in (*situation.place.goals, *situation.place.challenges)} - {""}
    unmet = set(found.unmet)
    for audience, needs in _by_audience(situation.needs):
        lacking = [need for need in needs if need.ref in unmet and word_key(need.kind)]
        for_goals = tuple(need.ref for need in lacking if theme_keys(need) & goals)
        if lacking:
            count = Number("needs_unmet", float(len(lacking)), (audience,), rows_of(*lacking), base=float(len(needs)))
            facts = {
                "needs": _refs(lacking),
                "for_goals": for_goals,
                "count": count,
                "visible_to": narrower(*(need.visible_to for need in lacking)),
            }
            yield _counted("needs_unmet", lacking, facts, "look_for_an_offer", audience, weight=0.8 if for_goals else 0.5)


def _unused(situation: Situation, found: Matches) -> Iterator[Finding]:
    unused = set(found.unused)
    for audience, offers in _by_audience(situation.offers):
        idle = [offer for offer in offers if offer.ref in unused and word_key(offer.kind)]
        if idle:
            count = Number("offers_unused", float(len(idle)), (audience,), rows_of(*idle), base=float(len(offers)))
            facts = {"offers": _refs(idle), "count": count, "visible_to": narrower(*(offer.visible_to for offer in idle))}
            yield _counted("offers_unused", idle, facts, "ask_who_needs_it", audience, weight=0.2)


def _silent_side(situation: Situation) -> Iterator[Finding]:
    """Bodies of whom only one side is known: not takers or givers, but bodies nobody asked the other question."""
    sides = (
        ("bodies_offer_unknown", situation.needs, situation.offers, "ask_what_they_could_give", 0.4),
        ("bodies_need_unknown", situation.offers, situation.needs, "ask_what_they_need", 0.45),
    )
    for key, told, other, step, weight in sides:
        heard = {resource.body for resource in other}
        for audience, resources in _by_audience(told):
            silent = [resource for resource in resources if resource.body not in heard]
            bodies = tuple(dict.fromkeys(resource.body for resource in silent))
            if bodies:
                base = float(len({resource.body for resource in resources}))
                facts = {"bodies": bodies, "count": Number(key, float(len(bodies)), (audience,), rows_of(*silent), base=base)}
                yield _counted(key, silent, facts, step, audience, weight=weight)


def _without_kind(situation: Situation) -> Iterator[Finding]:
    for audience, resources in _by_audience((*situation.needs, *situation.offers)):
        blank = [resource for resource in resources if not word_key(resource.kind)]
        if blank:
            count = Number("resources_kind_unknown", float(len(blank)), (audience,), rows_of(*blank), base=float(len(resources)))
            yield _counted(
                "resources_kind_unknown", blank, {"resources": _refs(blank), "count": count}, "ask_what_kind", audience, weight=0.35
            )


def _counted(key: str, resources: Sequence[Resource], facts: dict[str, object], step: str, audience: Audience, *, weight: float) -> Finding:
    bodies = tuple(dict.fromkeys(resource.body for resource in resources))
    return Finding(key, bodies, facts, Sure(3, "as_far_as_we_were_told"), step, rows_of(*resources), audience, weight)


def _by_audience(resources: Sequence[Resource]) -> Iterable[tuple[Audience, list[Resource]]]:
    room, driver = (
        [r for r in resources if audience_of(r.visible_to) == "room"],
        [r for r in resources if audience_of(r.visible_to) == "driver"],
    )
    return (("room", room), ("driver", driver))


def _refs(resources: Sequence[Resource]) -> tuple[str, ...]:
    return tuple(resource.ref for resource in resources)
