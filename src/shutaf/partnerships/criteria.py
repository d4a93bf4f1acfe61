"""By what are the initiatives of a workspace compared, how much does each count, and what must the first one reach?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from shutaf import content
from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.criteria.ranking import FLOOR_0_1
from shutaf.analysis.criteria.settled import FLOOR, key_of
from shutaf.analysis.criteria.values import Criterion as Compared
from shutaf.analysis.criteria.values import values_of
from shutaf.analysis.situation import Situation
from shutaf.partnerships.models import Criterion, Rating

Source: TypeAlias = Literal["judged", "counted", "own"]
"""People judge it; the map tells it; the people of the place wrote it themselves."""

MAP_TELLS: Mapping[str, str] = {"sectors_gain": "count", "resources_covered": "share", "bodies_willing": "count"}
"""Criteria the map itself answers, and their scales."""

BOUNDS: Mapping[str, tuple[float, float]] = {"share": (0, 1), "months": (0, 600), "count": (0, 10_000), "ten": (0, 10)}
"""Between which ends a floor on each scale lies."""


@dataclass(frozen=True, slots=True)
class CriterionFacts:
    """key: one of content's or of the map's, or the ref of one of their own. said: what an initiative and a ranking know it by. known: for how many
    initiatives something is known by it. is_rated: somebody judged it, so that a floor set now is set with the results in view."""

    key: str
    said: str
    source: Source
    scale: str
    better: Literal["more", "less"]
    weight: float
    floor: float | None
    reason: str
    question: str
    known: int
    is_rated: bool

    @property
    def is_on(self) -> bool:
        return self.weight > 0


def criteria_facts(viewer: Viewer, situation: Situation) -> tuple[CriterionFacts, ...]:
    """Those ready to use, those the map tells, then their own in the order they were written; two queries."""
    if not sees_everything(viewer):
        raise NotAllowedError("sees_everything")
    rows = tuple(Criterion.present.filter(workspace_id=viewer.workspace_id).order_by("pk"))
    rated = set(Rating.present.filter(workspace_id=viewer.workspace_id).values_list("criterion", flat=True).distinct())
    by_key = {row.key: row for row in rows if row.key}
    known = _known(situation)
    told = {key_of(label) for one in situation.initiatives for label, _value in one.criteria}
    found = []
    for key, ready in content.ready_criteria().items():
        source: Source = "counted" if key in MAP_TELLS else "judged"
        is_default_on = key in (FLOOR, "months_to_result", *MAP_TELLS) or key_of(key) in told
        found.append(_facts(by_key.get(key), key, key, source, ready.scale, ready.better, known, rated, is_on=is_default_on))
    for key in ("resources_covered", "bodies_willing"):
        found.append(_facts(by_key.get(key), key, key, "counted", MAP_TELLS[key], "more", known, rated))
    own = [row for row in rows if not row.key]
    found += [_facts(row, row.ref, row.label, "own", "ten", row.better, known, rated) for row in own]
    return (*found, *_only_on_initiatives(situation, own, known, rated))


def floor_reasons(viewer: Viewer) -> tuple[tuple[str, str], ...]:
    """(key or label of the criterion, why) of each floor that was changed after somebody had judged; one query."""
    if not sees_everything(viewer):
        raise NotAllowedError("sees_everything")
    rows = Criterion.present.filter(workspace_id=viewer.workspace_id, floor__isnull=False).exclude(floor_reason="").order_by("pk")
    return tuple((row.key or row.label, row.floor_reason) for row in rows)


def _facts(
    row: Criterion | None, key: str, said: str, source: Source, scale: str, better: str, known: Mapping[str, int], rated: set[str], *, is_on: bool = True,
) -> CriterionFacts:  # fmt: skip
    count = known.get(key_of(said), 0)
    floor = row.floor if row else None
    if key == FLOOR and floor is None:
        floor = FLOOR_0_1
    return CriterionFacts(
        key=key, said=said, source=source, scale=scale, better="less" if better == "less" else "more",
        weight=row.weight if row else float(is_on), floor=floor, reason=row.floor_reason if row else "", question=row.question if row else "",
        known=count, is_rated=bool(count) or key in rated or said in rated,
    )  # fmt: skip


def _only_on_initiatives(situation: Situation, own: list[Criterion], known: Mapping[str, int], rated: set[str]) -> list[CriterionFacts]:
    """Columns of a workbook that nobody wrote down here yet: they count like the others until somebody says otherwise."""
    named = {key_of(row.label) for row in own} | {key_of(key) for key in (*content.ready_criteria(), *MAP_TELLS)}
    labels: dict[str, str] = {}
    for one in situation.initiatives:
        for label, _value in one.criteria:
            labels.setdefault(key_of(label), label)
    return [_facts(None, label, label, "own", "ten", "more", known, rated) for key, label in labels.items() if key not in named]


def _known(situation: Situation) -> Mapping[str, int]:
    """For how many initiatives something is known, by key."""
    labels = {label for one in situation.initiatives for label, _value in one.criteria}
    keys = list(dict.fromkeys(("months_to_result", *MAP_TELLS, *(key_of(label) for label in labels))))
    gates = tuple(Compared(key, "", 0.0, "more", 0.0, 0.0) for key in keys)
    tables = [values_of(situation, one, gates) for one in situation.initiatives]
    found = {key: sum(table[place] is not None for table in tables) for place, key in enumerate(keys)}
    return found | {FLOOR: sum(one.chance_0_1 is not None for one in situation.initiatives)}
