"""What speaks for one offer meeting one need, what speaks against it, and what does nobody know yet?"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from shutaf.analysis.matching.period import first_day, last_day
from shutaf.analysis.matching.words import covered_share, word_key
from shutaf.analysis.situation import Amount, Need, Number, Offer, Origin, Resource, Tie
from shutaf.analysis.text.fold import fold

ENOUGH_SHARE_0_1 = 0.5
"""Ours: an offer that covers less than half of a need is a near miss; from half on it is a fit that covers part."""

WEIGHTS = {"amount": 0.40, "theme": 0.25, "time": 0.20, "place": 0.10, "tie": 0.05}
"""Ours: how much each answer moves the order inside the list. Never shown."""

UNKNOWN_SCORE = 0.5
"""Ours: an unknown answer stands half way between the best and the worst, so it neither wins nor loses."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for, against, or is not known: a key and the facts its sentence needs."""

    key: str
    facts: Mapping[str, Any]


Kind = Literal["reason", "unknown", "miss"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """reasons for, unknowns, misses (what keeps the offer from fitting), and the score that orders the list."""

    score_0_1: float
    reasons: tuple[Reason, ...]
    unknowns: tuple[Reason, ...]
    misses: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class _Answer:
    """What one question about the pair came to. score: 0 .. 1 within the question."""

    kind: Kind
    reason: Reason | None
    score: float = UNKNOWN_SCORE


def judge(need: Need, offer: Offer, ties: tuple[Tie, ...] = ()) -> Judgement:
    """What is known about one pair of the same kind of resource.

    ties: known ties between the two bodies. Five questions are asked: theme, amount, period, place as written, ties.
    Only the first three can be a miss. Ours: score = sum of WEIGHTS times each answer (1 yes, covered share, 0.5 unknown, 0 no).
    """
    answers = {
        "theme": _theme(need, offer),
        "amount": _amount(need, offer),
        "time": _time(need, offer),
        "place": _place(need, offer),
        "tie": _tie(need, offer, ties),
    }
    told: dict[Kind, list[Reason]] = {"reason": [Reason("same_kind", {"kind": need.kind})], "unknown": [], "miss": []}
    for answer in answers.values():
        if answer.reason is not None:
            told[answer.kind].append(answer.reason)
    score = round(sum(WEIGHTS[name] * answer.score for name, answer in answers.items()), 9)
    return Judgement(score, tuple(told["reason"]), tuple(told["unknown"]), tuple(told["miss"]))


def theme_keys(resource: Resource) -> frozenset[str]:
    """The themes of a need or offer, comparable; empty when none is known."""
    return frozenset(filter(None, map(word_key, resource.themes)))


def rows_of(*records: Resource | Tie) -> tuple[Origin, ...]:
    """The rows that records were read from."""
    return tuple(record.origin for record in records if record.origin is not None)


def _theme(need: Need, offer: Offer) -> _Answer:
    wanted, given = theme_keys(need), theme_keys(offer)
    if not wanted or not given:
        return _Answer("unknown", Reason("theme_unknown", _missing(bool(wanted), bool(given))))
    shared = tuple(theme for theme in need.themes if word_key(theme) in given)
    if shared:
        return _Answer("reason", Reason("shared_theme", {"themes": shared}), 1.0)
    return _Answer("miss", Reason("different_theme", {"need_themes": need.themes, "offer_themes": offer.themes}), 0.0)


def _amount(need: Need, offer: Offer) -> _Answer:
    wanted, given = need.amount, offer.amount
    facts: dict[str, Any] = {"need_amount": wanted, "offer_amount": given}
    share = covered_share(wanted, given)
    if wanted is None or given is None:
        return _Answer("unknown", Reason("amount_unknown", _missing(wanted is not None, given is not None) | facts))
    if share is None:
        return _Answer("unknown", Reason("amount_not_comparable", facts))
    if share >= 1:
        return _Answer("reason", Reason("amount_covers", facts), 1.0)
    facts["share"] = Number("need_share_covered", share, (need.ref, offer.ref), rows_of(need, offer), base=1.0)
    if share >= ENOUGH_SHARE_0_1:
        return _Answer("reason", Reason("amount_partly", facts), share)
    return _Answer("miss", Reason("too_small", facts | {"short_by": _short_by(wanted, given)}), share)


def _short_by(wanted: Amount, given: Amount) -> Amount:
    """What is still lacking, in the unit of the need."""
    factor = wanted.factor if wanted.factor else Decimal(1)
    return Amount((wanted.base - given.base) / factor, wanted.unit, wanted.dimension, wanted.factor)


def _time(need: Need, offer: Offer) -> _Answer:
    wanted_from, wanted_until = first_day(need.from_date), last_day(need.until_date)
    given_from, given_until = first_day(offer.from_date), last_day(offer.until_date)
    gap_days = max((gap for gap in (given_from - wanted_until, wanted_from - given_until) if gap > 0), default=0.0)
    if gap_days:
        days = Number("gap_days", gap_days, (need.ref, offer.ref), rows_of(need, offer))
        return _Answer("miss", Reason("no_time_overlap", {"gap_days": days, "need": _period(need), "offer": _period(offer)}), 0.0)
    if any(map(math.isnan, (wanted_from, wanted_until, given_from, given_until))):
        return _Answer("unknown", Reason("time_unknown", {"need": _period(need), "offer": _period(offer)}))
    starts = need.from_date if wanted_from >= given_from else offer.from_date
    ends = need.until_date if wanted_until <= given_until else offer.until_date
    return _Answer("reason", Reason("time_overlaps", {"from": starts, "until": ends}), 1.0)


def _place(need: Need, offer: Offer) -> _Answer:
    """Ours: places are free text, so two different texts may still be the same place: a thing to ask, never an obstacle."""
    wanted, given = fold(need.where), fold(offer.where)
    if wanted and wanted == given:
        return _Answer("reason", Reason("same_place", {"where": need.where}), 1.0)
    if not wanted and not given:
        return _Answer("unknown", None)
    key = "place_differs" if wanted and given else "place_unknown"
    return _Answer("unknown", Reason(key, _missing(bool(wanted), bool(given)) | {"need_where": need.where, "offer_where": offer.where}))


def _tie(need: Need, offer: Offer, ties: tuple[Tie, ...]) -> _Answer:
    if not ties:
        return _Answer("unknown", None)
    return _Answer("reason", Reason("ties_known", {"bodies": (need.body, offer.body), "rows": rows_of(*ties)}), 1.0)


def _period(resource: Resource) -> tuple[str, str]:
    return resource.from_date, resource.until_date


def _missing(need_known: bool, offer_known: bool) -> dict[str, Any]:
    """Refuses to guess whom to ask: names the side, or both, that gave no answer."""
    silent = tuple(side for side, known in (("need", need_known), ("offer", offer_known)) if not known)
    return {"missing": silent}


def conditions_of(*resources: Resource) -> Iterator[tuple[str, str]]:
    """Conditions as written, each with the ref of the need or offer that makes it."""
    return ((resource.ref, resource.conditions) for resource in resources if resource.conditions.strip())
