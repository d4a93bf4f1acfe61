"""The words of: what a side of a match needs or offers, why somebody declined, and what was answered."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from shutaf.analysis.situation import Amount, Need, Offer
from shutaf.reports.document import Line, Name, fill, line
from shutaf.reports.wording.said import commas
from shutaf.reports.wording.speech import Speech
from shutaf.reports.wording.template import speak

NEEDS = N_("{body} needs {thing}")
OFFERS = N_("{body} offers {thing}")
APART = N_("the addresses of both are about {distance} apart")
FROM_UNTIL = N_("from {from:date} until {until:date}")
FROM, UNTIL = N_("from {from:date}"), N_("until {until:date}")

METRES_A_KM, ROUGHLY_M = 1000, 50
"""Ours: an address on a map is not known better than to about fifty metres."""

DECLINED_FOR: Mapping[str, str] = {
    "kind": N_("it is not what is needed"),
    "amount": N_("the amount does not fit"),
    "dates": N_("the dates do not fit"),
    "place": N_("the place does not fit"),
    "conditions": N_("a condition stands in the way"),
    "other": N_("another reason"),
}
"""By the key of the reason; what it speaks of stands in analysis/matching/declining.py."""

COUNTS_WHILE: Mapping[str, str] = {
    "kind": N_("counts while kind, theme and title stay as they are"),
    "amount": N_("counts while the amounts stay as they are"),
    "dates": N_("counts while the dates stay as they are"),
    "place": N_("counts while the places stay as they are"),
    "conditions": N_("counts while the conditions stay as they are"),
    "other": N_("counts while need and offer stay as they are"),
}
COUNTS_NO_MORE: Mapping[str, str] = {
    "kind": N_("kind, theme or title has changed since, so the pair is in the list again"),
    "amount": N_("an amount has changed since, so the pair is in the list again"),
    "dates": N_("a date has changed since, so the pair is in the list again"),
    "place": N_("a place has changed since, so the pair is in the list again"),
    "conditions": N_("a condition has changed since, so the pair is in the list again"),
    "other": N_("need or offer has changed since, so the pair is in the list again"),
}

QUESTIONS: Mapping[str, str] = {
    "kind": N_("Kind of resource"),
    "theme": N_("Theme"),
    "amount": N_("Amount"),
    "time": N_("When"),
    "place": N_("Where"),
    "tie": N_("Known ties"),
}
SAID: Mapping[str, str] = {
    "yes": N_("speaks for it"),
    "part": N_("speaks for it in part"),
    "no": N_("stands in the way"),
    "unknown": N_("not known"),
}


def side_said(one: Need | Offer, speech: Speech, *, with_conditions: bool = True) -> Line:
    """A whole sentence: who needs or offers what, how much, when, where, on which condition. What was not said is left out."""
    words = _(NEEDS) if isinstance(one, Need) else _(OFFERS)
    told = fill(words, body=speech.body(one.body, shape=True, strong=True), thing=Name(one.title))
    facts: list[Line] = [part for part in (speech.amount(one.amount) if one.amount else (), when_said(one, speech)) if part]
    if one.where.strip():
        facts.append((speech.where(one.where),))
    said = line(told, " (", commas(facts), ")") if facts else told
    if with_conditions and one.conditions.strip():
        said = line(said, _("; "), _("condition: "), Name(one.conditions))
    return line(said, ".")


def apart_said(metres: float, speech: Speech) -> Line:
    """How far the two are from each other, to 50 metres or a tenth of a kilometre."""
    is_near = metres < METRES_A_KM - ROUGHLY_M / 2
    value, unit = (round(metres / ROUGHLY_M) * ROUGHLY_M, "m") if is_near else (round(metres / METRES_A_KM, 1), "km")
    return fill(
        _(APART), distance=speech.amount(Amount(Decimal(str(max(value, ROUGHLY_M) if is_near else value)), unit, "length", Decimal(1)))
    )


def when_said(one: Need | Offer, speech: Speech) -> Line:
    """From when until when, as far as it was said."""
    dates = {"from": one.from_date.strip(), "until": one.until_date.strip()}
    if not any(dates.values()):
        return ()
    return speak(FROM_UNTIL if all(dates.values()) else FROM if dates["from"] else UNTIL, dates, speech)
