"""What would have to be different for another initiative to come first, and what must the first one show for those that wait?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from shutaf.analysis.criteria.ranking import RankedInitiative, Ranking
from shutaf.analysis.criteria.robustness import Threshold
from shutaf.analysis.situation import Number
from shutaf.reports.brief.writing import Writing
from shutaf.reports.document import Line, Name
from shutaf.reports.wording.choice import FALLS_UNDER, FALLS_UNDER_THEN, MUST_PROVE, RISES_OVER, RISES_OVER_THEN
from shutaf.reports.wording.template import speak


def changes(writing: Writing, ranking: Ranking) -> Iterator[Line]:
    """What would have to weigh how little or much for another to come first; the smallest change first."""
    ends = [
        (abs(at - ranking.criteria[one.criterion].weight_0_1), key, at, one)
        for one in ranking.thresholds
        for key, at in (("weight_falls_under", one.falls_under), ("weight_rises_over", one.rises_over))
        if at is not None
    ]
    for _distance, key, at, one in sorted(ends, key=lambda end: (end[0], end[3].criterion)):
        yield _change(writing, ranking, key, at, one)


def _change(writing: Writing, ranking: Ranking, key: str, at: float, one: Threshold) -> Line:
    criterion = ranking.criteria[one.criterion]
    then = one.then_under if key == "weight_falls_under" else one.then_over
    templates = (FALLS_UNDER_THEN, FALLS_UNDER) if key == "weight_falls_under" else (RISES_OVER_THEN, RISES_OVER)
    share = Number(key, at, (ranking.first or "", criterion.key), base=1.0)
    facts = {"criterion": criterion.label or criterion.key, "at": share, "other": then}
    return speak(templates[0] if then else templates[1], facts, writing.speech)


def must_prove(writing: Writing, row: RankedInitiative) -> tuple[tuple[Line, ...], bool]:
    """What the first must show for one that waits, and whether people wrote it; else drawn from what speaks against it now."""
    written = next(one.must_prove for one in writing.situation.initiatives if one.ref == row.ref)
    if written:
        return ((Name(written),),), True
    reasons = [one for one in row.against_reasons if one.key in MUST_PROVE and _may_be_said(writing, one.facts)]
    return tuple(speak(MUST_PROVE[one.key], one.facts, writing.speech) for one in reasons), False


def _may_be_said(writing: Writing, facts: Mapping[str, Any]) -> bool:
    if not writing.is_driver and facts.get("visible_to") == "editors":
        return False
    value = facts.get("value")
    return not isinstance(value, Number) or writing.may_count(value)
