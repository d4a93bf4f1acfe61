"""What changes about by what initiatives are compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shutaf import content
from shutaf.accounts.deeds import Working, deed
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.criteria.settled import FLOOR, key_of
from shutaf.partnerships.criteria import BOUNDS, MAP_TELLS, CriterionFacts, criteria_facts
from shutaf.partnerships.models import Criterion
from shutaf.partnerships.queries import situation

MOST_OWN = 20
"""Ours: what nobody can weigh in the head any more is no comparison."""

HEAVIEST = 100.0


@dataclass(frozen=True, slots=True)
class Settled:
    """What somebody settled of one criterion. weight: 0 switches it off; of the chance it is not asked. floor: None for none."""

    key: str
    weight: float
    floor: float | None


class ReasonNeededError(Exception):
    """A floor was changed after somebody had judged, and nobody said why. keys: of which criteria."""

    def __init__(self, keys: Sequence[str]) -> None:
        super().__init__(*keys)
        self.keys = tuple(keys)


class NothingComparesError(Exception):
    """Every criterion was switched off or made a floor: nothing would be left to compare by."""


class AlreadyThereError(Exception):
    """A criterion of this name is there."""


def criteria_save(viewer: Viewer, *, settled: Sequence[Settled], reason: str = "") -> str:
    """Weights and floors of the criteria; returns the deed's ref. reason: why floors are changed that somebody already judged by.

    Raises ReasonNeededError, NothingComparesError, and ValueError for a criterion there is not and for numbers out of bounds.
    """
    with deed(viewer, "criteria_save") as working:
        facts = {one.key: one for one in criteria_facts(viewer, situation(viewer))}
        _check(facts, settled)
        late = [one.key for one in settled if one.floor != facts[one.key].floor and facts[one.key].is_rated]
        if late and not reason.strip():
            raise ReasonNeededError(late)
        rows = {row.key or row.ref: row for row in Criterion.present.filter(workspace_id=viewer.workspace_id)}
        for one in settled:
            _settle(working, rows.get(one.key), facts[one.key], one, reason.strip()[:500] if one.key in late else "")
        return working.record.ref


def _check(facts: dict[str, CriterionFacts], settled: Sequence[Settled]) -> None:
    for one in settled:
        if one.key not in facts or not 0 <= one.weight <= HEAVIEST:
            raise ValueError(one.key)
        low, high = BOUNDS[facts[one.key].scale]
        if one.floor is not None and not low <= one.floor <= high:
            raise ValueError(one.key)
        if one.key == FLOOR and one.floor is None:
            raise ValueError(one.key)
    said = {one.key: one for one in settled}
    scoring = [
        key
        for key, fact in facts.items()
        if key != FLOOR and (said[key].weight > 0 and said[key].floor is None if key in said else fact.is_on and fact.floor is None)
    ]
    if not scoring:
        raise NothingComparesError


def _settle(working: Working, row: Criterion | None, facts: CriterionFacts, one: Settled, reason: str) -> None:
    if row is None:
        if (one.weight, one.floor) != (facts.weight, facts.floor):
            is_own = facts.source == "own"
            key, label = ("", facts.said) if is_own else (facts.key, "")
            working.create(Criterion(key=key, label=label, better=facts.better, weight=one.weight, floor=one.floor, floor_reason=reason))
        return
    said = {"floor_reason": reason} if reason else {}
    working.change(row, weight=one.weight, floor=one.floor, **said)


def criterion_add(viewer: Viewer, *, label: str, question: str = "", better: str = "more") -> str:
    """A criterion of their own; returns the deed's ref. Raises AlreadyThereError, and ValueError for no name, one too long or one too many."""
    label = " ".join(label.split())
    if not label or len(label) > 200 or len(question) > 500 or better not in ("more", "less"):
        raise ValueError(label[:50])
    with deed(viewer, "criterion_add", about=label) as working:
        rows = list(Criterion.present.filter(workspace_id=viewer.workspace_id))
        if sum(not row.key for row in rows) >= MOST_OWN:
            raise ValueError("too many")
        taken = {key_of(row.key or row.label) for row in rows} | {key_of(key) for key in (*content.ready_criteria(), *MAP_TELLS)}
        names = {text.casefold() for ready in content.ready_criteria().values() for text in ready.name.values()}
        if key_of(label) in taken or label.casefold() in names:
            raise AlreadyThereError(label)
        working.create(Criterion(label=label, question=question.strip(), better=better))
        return working.record.ref


def criterion_remove(viewer: Viewer, *, ref: str) -> str:
    """One of their own, to the trash. What initiatives hold by it stays with them."""
    with deed(viewer, "criterion_remove") as working:
        row = Criterion.present.filter(workspace_id=viewer.workspace_id, ref=ref, key="").first()
        if not isinstance(row, Criterion):
            raise NotAllowedError("criterion")
        working.record.about = row.label
        working.record.save(update_fields=["about"])
        working.remove(row)
        return working.record.ref
