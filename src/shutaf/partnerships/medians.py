"""What do the medians of a closed round say of an initiative, in the fields it has?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from shutaf.accounts.viewer import Viewer
from shutaf.analysis.criteria.rated import Outcome
from shutaf.analysis.text.fold import fold
from shutaf.partnerships.asked import AskedCriterion
from shutaf.partnerships.models import Initiative

FIELD_OF = {"share": "chance_0_1", "months": "months_to_result"}
"""What an initiative keeps in a field of its own, by the scale of its criterion."""


@dataclass(frozen=True, slots=True)
class Taking:
    """One number that would change. initiative: its name; before: None where nothing stood there."""

    initiative: str
    criterion: AskedCriterion
    before: float | None
    after: float


def taken_fields(initiative: Initiative, found: Outcome, criteria: Sequence[AskedCriterion]) -> dict[str, Any]:
    """The fields that the round says something about; a criterion that the initiative has keeps its place and label."""
    fields: dict[str, Any] = {}
    pairs = {fold(label): (label, value) for label, value in initiative.criteria}
    for one in criteria:
        median = found.cell(initiative.ref, one.key).median
        if median is None:
            continue
        if one.scale in FIELD_OF:
            fields[FIELD_OF[one.scale]] = median
        else:
            label, _before = pairs.get(fold(one.said), (one.said, None))
            pairs[fold(one.said)] = (label, median)
    return fields | {"criteria": tuple(pairs.values())}


def takings(viewer: Viewer, found: Outcome, criteria: Sequence[AskedCriterion]) -> tuple[Taking, ...]:
    """What taking the medians would change, initiative by initiative. One query."""
    refs = list(dict.fromkeys(cell.initiative for cell in found.cells))
    rows = {row.ref: row for row in Initiative.present.filter(workspace_id=viewer.workspace_id, ref__in=refs)}
    return tuple(
        Taking(rows[ref].name, one, before, after)
        for ref in refs
        if ref in rows
        for one in criteria
        if (after := found.cell(ref, one.key).median) is not None and (before := _stands(rows[ref], one)) != after
    )


def _stands(initiative: Initiative, one: AskedCriterion) -> float | None:
    if one.scale in FIELD_OF:
        value: float | None = getattr(initiative, FIELD_OF[one.scale])
        return value
    return next((value for label, value in initiative.criteria if fold(label) == fold(one.said)), None)
