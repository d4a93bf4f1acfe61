"""Which questions could be asked next, and what could each answer be?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice, zip_longest
from typing import Any, Final

from shutaf.analysis.actors.counts import OWN_WORD, UNKNOWN, themes_by_sector
from shutaf.analysis.actors.evidence import is_asked, neighbours_of
from shutaf.analysis.actors.gaps import EXPECTED_SECTORS
from shutaf.analysis.actors.shared_goals import same_word
from shutaf.analysis.situation import Situation, Word
from shutaf.analysis.unknowns.parts import parts
from shutaf.analysis.unknowns.sections import pairs_known
from shutaf.analysis.unknowns.supposed import is_covered, with_body, with_goal, with_initiative, with_need, with_offer, with_ties
from shutaf.analysis.unknowns.whom import likely_giver, mattering, pair_between

LOW_CHANCE, HIGH_CHANCE = 0.2, 0.8
FEW_MONTHS, MANY_MONTHS = 3.0, 24.0
LOW_RATING, HIGH_RATING = 2.0, 9.0
"""A low and a high answer. Ours: wide enough to show whether the answer matters at all, inside what people answer."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One possible answer (key) and the situation as it would then be known; the same object as before when it would change nothing."""

    key: str
    situation: Situation


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question (key, as in `cost.MINUTES`), the refs it is about, what its sentence needs, and its possible answers."""

    key: str
    subject: tuple[str, ...]
    facts: Mapping[str, Any]
    replies: tuple[Reply, ...]


def candidates(situation: Situation, limit: int) -> tuple[Candidate, ...]:
    """At most `limit` questions, taken in turns from each kind, so that no kind crowds out another. O(bodies + ties) a question at most."""
    kinds = [make(situation) for make in _KINDS]
    in_turns = (one for turn in zip_longest(*(islice(kind, limit) for kind in kinds)) for one in turn if one is not None)
    return tuple(islice(in_turns, limit))


def _chances(situation: Situation) -> Iterator[Candidate]:
    for initiative in situation.initiatives:
        if initiative.chance_0_1 is None:
            low, high = (with_initiative(situation, replace(initiative, chance_0_1=chance)) for chance in (LOW_CHANCE, HIGH_CHANCE))
            yield Candidate("chance_of_initiative", (initiative.ref,), {}, (Reply("low", low), Reply("high", high)))


def _months(situation: Situation) -> Iterator[Candidate]:
    for initiative in situation.initiatives:
        if initiative.months_to_result is None:
            soon, late = (with_initiative(situation, replace(initiative, months_to_result=months)) for months in (FEW_MONTHS, MANY_MONTHS))
            yield Candidate("months_of_initiative", (initiative.ref,), {}, (Reply("low", soon), Reply("high", late)))


def _offers(situation: Situation) -> Iterator[Candidate]:
    """For each resource an initiative needs and nobody is known to offer enough of: ask one body for it."""
    for initiative in situation.initiatives:
        for requirement in initiative.requires:
            chosen = None if is_covered(situation, requirement.kind, requirement.amount) else likely_giver(situation, initiative)
            if chosen:
                body, rule = chosen
                facts = {"initiative": initiative.ref, "kind": requirement.kind, "amount": requirement.amount, "ask_rule": rule}
                yes = Reply("yes", with_offer(situation, body.ref, requirement.kind, requirement.amount))
                yield Candidate("offer_for_requirement", (body.ref, initiative.ref), facts, (yes, Reply("no", situation)))


def _sectors(situation: Situation) -> Iterator[Candidate]:
    offering = {offer.body for offer in situation.offers}
    known = neighbours_of(situation)
    blank = [body for body in situation.organisations if not body.sector_key]
    for body in sorted(blank, key=lambda body: (body.ref not in offering, -len(known.get(body.ref, ())))):
        replies = tuple(Reply(key, with_body(situation, replace(body, sector=Word(key, key)))) for key in EXPECTED_SECTORS)
        yield Candidate("sector_of_body", (body.ref,), {}, replies)


def _departments(situation: Situation) -> Iterator[Candidate]:
    """A department that was not asked: it may know everybody who matters to the brief, or nobody."""
    important = mattering(situation)
    asked_about = [body.ref for body in situation.organisations if body.ref in important or not important]
    said = pairs_known(situation)
    for department in situation.departments:
        open_refs = [ref for ref in asked_about if frozenset((ref, department.ref)) not in said]
        if open_refs and not is_asked(situation, department):
            many, none = (with_ties(situation, department.ref, open_refs, status) for status in ("exists", "none"))
            facts = {"bodies": tuple(open_refs)}
            yield Candidate("ties_of_department", (department.ref,), facts, (Reply("many", many), Reply("none", none)))


def _pairs(situation: Situation) -> Iterator[Candidate]:
    """For each part of the map beside the largest: ask somebody in the largest whether they work with one body of it."""
    main, *others = parts(situation) or ((),)
    important = mattering(situation)
    for part in sorted(others, key=lambda refs: (-len(refs), important.isdisjoint(refs))):
        ask, there, rule = pair_between(situation, main, part, important)
        yes, no = (with_ties(situation, ask, [there], status) for status in ("exists", "none"))
        facts = {"ask_rule": rule, "part_bodies": len(part)}
        yield Candidate("tie_of_pair", (ask, there), facts, (Reply("yes", yes), Reply("no", no)))


def _invites(situation: Situation) -> Iterator[Candidate]:
    important = mattering(situation)
    for body in situation.organisations:
        if body.invite == "unknown" and body.ref in important:
            yes, no = with_body(situation, replace(body, invite="yes")), with_body(situation, replace(body, invite="no"))
            yield Candidate("invite_of_body", (body.ref,), {}, (Reply("yes", yes), Reply("no", no)))


def _needs(situation: Situation) -> Iterator[Candidate]:
    """A body that is to be invited and of which no need is known: it may need what most others offer."""
    kinds = {same_word(offer.kind): offer.kind for offer in situation.offers if offer.kind}
    offered = Counter(same_word(offer.kind) for offer in situation.offers if offer.kind)
    commonest = max(kinds, key=lambda key: offered[key], default="")
    needing = {need.body for need in situation.needs}
    for body in situation.organisations if kinds else ():
        if body.invite == "yes" and body.ref not in needing:
            yes = Reply("yes", with_need(situation, body.ref, kinds[commonest]))
            yield Candidate("need_of_body", (body.ref,), {"kind": kinds[commonest]}, (yes, Reply("no", situation)))


def _goals(situation: Situation) -> Iterator[Candidate]:
    """No goal with a theme: the place may aim at what most bodies work on, or at what fewest do."""
    if any(goal.key for goal in situation.place.goals):
        return
    themes = [theme for theme in themes_by_sector(situation).rows if theme not in (OWN_WORD, UNKNOWN)]
    if themes:
        replies = tuple(Reply(theme, with_goal(situation, theme)) for theme in dict.fromkeys((themes[0], themes[-1])))
        yield Candidate("goals_of_place", (), {}, replies)


def _ratings(situation: Situation) -> Iterator[Candidate]:
    for body in situation.organisations:
        if body.invite == "yes" and (body.influence_1_10 is None or body.interest_1_10 is None):
            low, high = (
                with_body(situation, replace(body, influence_1_10=rating, interest_1_10=rating)) for rating in (LOW_RATING, HIGH_RATING)
            )
            yield Candidate("rating_of_body", (body.ref,), {}, (Reply("low", low), Reply("high", high)))


_KINDS: Final[tuple[Callable[[Situation], Iterator[Candidate]], ...]] = (
    _chances,
    _months,
    _offers,
    _departments,
    _sectors,
    _pairs,
    _goals,
    _needs,
    _invites,
    _ratings,
)
