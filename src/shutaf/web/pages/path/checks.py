"""How is a "done when" check shown: does it hold, what is missing, and where is it mended?"""

from __future__ import annotations

from dataclasses import dataclass

from shutaf import content
from shutaf.analysis.path import StepHeld
from shutaf.analysis.situation import Situation
from shutaf.reports.document import Line, Name, line
from shutaf.reports.wording.speech import Speech

MOST_MISSING = 6


@dataclass(frozen=True, slots=True)
class ShownCheck:
    """missing: what is not there yet, named; left: how many more; page, query: where it is mended, "" for this step itself."""

    text: str
    is_relationship: bool
    holds: bool
    known: int
    base: int
    missing: tuple[Line, ...]
    left: int
    page: str
    query: str


def shown_checks(step: content.Step, held: StepHeld, situation: Situation, speech: Speech) -> tuple[ShownCheck, ...]:
    return tuple(
        ShownCheck(
            text=check.text[speech.language],
            is_relationship=check.side == "relationship",
            holds=found.holds,
            known=found.known,
            base=found.base,
            missing=tuple(_named(step, check, key, situation, speech) for key in found.missing[:MOST_MISSING]),
            left=max(0, len(found.missing) - MOST_MISSING),
            page=check.page.partition("?")[0],
            query=check.page.partition("?")[2],
        )
        for check, found in zip(step.checks, held.checks, strict=True)
    )


def _named(step: content.Step, check: content.StepCheck, key: str, situation: Situation, speech: Speech) -> Line:
    """A field by its label, a sector by its name, a body or an initiative by its own."""
    if check.needs:
        return line(step.field(key).label[speech.language])
    if key in situation.body_by_ref:
        return line(speech.body(key, shape=True))
    initiative = next((one for one in situation.initiatives if one.ref == key), None)
    return line(Name(initiative.name)) if initiative else line(speech.group(key))
