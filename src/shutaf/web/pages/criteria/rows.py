"""How is a criterion asked on the page, and what was typed for it?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shutaf import content
from shutaf.analysis.criteria.settled import FLOOR
from shutaf.imports import values
from shutaf.imports.problem import Problem
from shutaf.imports.values import UnreadableError
from shutaf.partnerships.criteria import BOUNDS, CriterionFacts
from shutaf.partnerships.criteria_actions import HEAVIEST, Settled
from shutaf.reports.wording.problems import said_here
from shutaf.reports.wording.speech import CRITERIA, Speech

WEIGHTS = (
    ("0", gettext_lazy("does not count")),
    ("0.5", gettext_lazy("half")),
    ("1", gettext_lazy("as the others")),
    ("2", gettext_lazy("double")),
    ("3", gettext_lazy("three times")),
)
"""Ours: five words are enough to say what matters; the page of the ranking tells how far a weight could move."""

MOST_PER_CENT = 100
"""A bare number over 1 means per cent here, as the hint says."""

COUNTED_QUESTIONS: Mapping[str, Any] = {
    "resources_covered": gettext_lazy("How much of what it cannot do without is already offered by somebody?"),
    "bodies_willing": gettext_lazy("How many bodies are known to be in favour?"),
}


@dataclass
class Row:
    """One criterion with what is shown in its fields. place: for the ids of its fields; name and the rest in the reader's language."""

    facts: CriterionFacts
    place: int
    name: str
    is_own_text: bool
    question: str
    low: str
    high: str
    weight: str
    floor: str
    errors: list[str] = field(default_factory=list)

    @property
    def is_chance(self) -> bool:
        return self.facts.key == FLOOR

    @property
    def is_floor_open(self) -> bool:
        return bool(self.floor or self.errors) or self.is_chance

    @property
    def weights(self) -> list[tuple[str, str]]:
        known = [(value, str(words)) for value, words in WEIGHTS]
        return known if self.weight in dict(known) else [*known, (self.weight, self.weight)]


def rows_of(facts: Sequence[CriterionFacts], language: str, typed: Mapping[str, str] | None) -> list[Row]:
    return [_row(one, place, language, typed) for place, one in enumerate(facts)]


def _row(one: CriterionFacts, place: int, language: str, typed: Mapping[str, str] | None) -> Row:
    ready = content.ready_criteria().get(one.key)
    weight, floor = plain(one.weight), written(one.floor, one.scale)
    if typed is not None:
        weight, floor = typed.get(f"weight:{one.key}", weight)[:20], typed.get(f"floor:{one.key}", floor)[:40]
    if ready:
        return Row(
            one, place, ready.name[language], False, ready.question[language], ready.low[language], ready.high[language], weight, floor
        )
    if one.key in COUNTED_QUESTIONS:
        return Row(one, place, _(CRITERIA[one.key]), False, str(COUNTED_QUESTIONS[one.key]), "", "", weight, floor)
    return Row(one, place, one.said, True, one.question, "", "", weight, floor)


def plain(value: float) -> str:
    return f"{value:g}"


def written(value: float | None, scale: str) -> str:
    """A floor as people type it: a share as per cent."""
    if value is None:
        return ""
    return f"{value * 100:g}%" if scale == "share" else f"{value:g}"


def floor_said(one: CriterionFacts, value: float, speech: Speech) -> str:
    return speech.percent(value) if one.scale == "share" else speech.digits(value)


def settled_of(rows: Sequence[Row]) -> list[Settled] | None:
    """What was typed, or None when something cannot be read; then the rows say what."""
    found = [_settled(row) for row in rows]
    return None if any(row.errors for row in rows) else [one for one in found if one]


def _settled(row: Row) -> Settled | None:
    try:
        weight = 1.0 if row.is_chance else values.number_within(row.weight, 0, HEAVIEST)
        floor = _floor(row)
    except UnreadableError as why:
        row.errors.append(said_here(Problem(why.key, "error", facts=why.facts), isolate=True))
        return None
    if row.is_chance and floor is None:
        row.errors.append(_("The chance always has a floor. A floor of 0 lets every initiative pass."))
        return None
    return Settled(row.facts.key, weight, floor)


def _floor(row: Row) -> float | None:
    text = row.floor.strip()
    if not text:
        return None
    if row.facts.scale == "share":
        number = values.plain_number(text)
        return values.share(f"{text}%" if number and 1 < float(number) <= MOST_PER_CENT else text)
    return values.number_within(text, *BOUNDS[row.facts.scale])
