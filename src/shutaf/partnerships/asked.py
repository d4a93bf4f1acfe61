"""By what are raters asked, and on which scale do they answer?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from shutaf import content
from shutaf.analysis.criteria.rated import RatedBy
from shutaf.partnerships.models import Criterion

COUNTED = "count"
"""What the map counts is not a question to anybody."""

STEPS: Mapping[str, tuple[float, ...]] = {"share": (0.1, 0.3, 0.5, 0.7, 0.9), "ten": (0, 2, 4, 6, 8, 10), "months": (1, 3, 6, 12, 24, 36)}
"""Ours: what there is to press, few enough to stand in one row of a phone. No middle on a scale of ten, so that everybody leans to a side."""


@dataclass(frozen=True, slots=True)
class AskedCriterion:
    """key: as a rating holds it: one of content's, or the ref of one of their own. said: the key or label it has on an initiative. texts: language -> words."""

    key: str
    said: str
    scale: str
    better: Literal["more", "less"]
    weight: float
    floor: float | None
    name: Mapping[str, str]
    question: Mapping[str, str]
    low: Mapping[str, str]
    high: Mapping[str, str]

    @property
    def steps(self) -> tuple[float, ...]:
        return STEPS[self.scale]

    @property
    def rated_by(self) -> RatedBy:
        return RatedBy(self.key, self.better, self.steps[0], self.steps[-1], self.floor)


def criteria_to_ask(workspace_id: int, keys: Sequence[str] | None = None) -> tuple[AskedCriterion, ...]:
    """Those ready to use, then their own; with `keys` those alone. One query."""
    rows = {row.key or row.ref: row for row in Criterion.present.filter(workspace_id=workspace_id).order_by("pk")}
    ready = {key: _ready(one, rows.get(key)) for key, one in content.ready_criteria().items() if one.scale != COUNTED}
    own = {key: _own(row) for key, row in rows.items() if not row.key}
    found = ready | own
    return tuple(found.values()) if keys is None else tuple(found[key] for key in keys if key in found)


def _ready(one: content.ReadyCriterion, row: Criterion | None) -> AskedCriterion:
    """With the weight and floor that people of the place settled."""
    floor = row.floor if row else one.floor
    return AskedCriterion(
        one.key, one.key, one.scale, one.better, row.weight if row else 1.0, floor, one.name, one.question, one.low, one.high
    )


def _own(row: Criterion) -> AskedCriterion:
    said = dict.fromkeys(content.LANGUAGES, row.label)
    asked = dict.fromkeys(content.LANGUAGES, row.question or row.label)
    better: Literal["more", "less"] = "less" if row.better == "less" else "more"
    return AskedCriterion(row.ref, row.label, "ten", better, row.weight, row.floor, said, asked, {}, {})
