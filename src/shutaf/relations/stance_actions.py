"""What changes about who wants what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from shutaf.accounts.deeds import deed
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.bodies.person_actions import OfAPersonError, unrated_ids
from shutaf.bodies.queries import body_ids
from shutaf.relations.models import Stance

STRONGEST = 4.0
"""Of a stance, for or against."""


@dataclass(frozen=True, slots=True)
class StanceAnswer:
    """What one body wants of an objective. level: -4 .. 4, None takes back what stands in `was`. said_by: ref of the body or a person, or a name with its
    role. was: the ref of the row that was shown, "" for none; was_level: what it said then."""

    body_ref: str
    level: float | None
    said_by: str
    was: str = ""
    was_level: float | None = None


class StanceChangedError(Exception):
    """Somebody else changed these meanwhile; nothing was written. bodies: their refs."""

    def __init__(self, bodies: tuple[str, ...]) -> None:
        super().__init__(*bodies)
        self.bodies = bodies


def stances_save(viewer: Viewer, *, objective: str, answers: Sequence[StanceAnswer]) -> str:
    """The answers on one objective as one batch; returns the deed's ref. Raises StanceChangedError, ValueError for what is out of range."""
    if not objective or len(objective) > 500 or any(not _is_level(one.level) or len(one.said_by) > 300 for one in answers):
        raise ValueError(objective[:60])
    with deed(viewer, "stances_save", about=objective, is_batch=True) as working:
        ids = body_ids(viewer, {one.body_ref for one in answers})
        if len(ids) < len({one.body_ref for one in answers}):
            raise NotAllowedError("body")
        if unrated_ids(viewer.workspace_id) & {ids[one.body_ref] for one in answers if one.level is not None}:
            raise OfAPersonError
        shown = [one.was for one in answers if one.was]
        rows = {row.ref: row for row in Stance.present.filter(workspace_id=viewer.workspace_id, ref__in=shown)}
        if changed := tuple(one.body_ref for one in answers if one.was and not _is_as_shown(rows.get(one.was), one, ids)):
            raise StanceChangedError(changed)
        for one in answers:
            if one.was and one.level is None:
                working.remove(rows[one.was])
            elif one.was:
                working.change(rows[one.was], level=one.level, said_by=one.said_by)
        working.create_many(
            [
                Stance(body_id=ids[one.body_ref], objective=objective, level=one.level, said_by=one.said_by)
                for one in answers
                if not one.was and one.level is not None
            ]
        )
        return working.record.ref


def _is_level(level: float | None) -> bool:
    return level is None or -STRONGEST <= level <= STRONGEST


def _is_as_shown(row: Stance | None, answer: StanceAnswer, ids: Mapping[str, int]) -> bool:
    return row is not None and row.body_id == ids[answer.body_ref] and row.level == answer.was_level
