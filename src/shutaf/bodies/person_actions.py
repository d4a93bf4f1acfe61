"""Is this body a person? Then nobody rates it, unless an owner says why and until when."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from shutaf import content
from shutaf.accounts.deeds import Working, deed
from shutaf.accounts.rows import present_row
from shutaf.accounts.rules import may_edit, may_manage, sees_everything
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.text.fold import fold
from shutaf.bodies.models import Body, Interest, Statement
from shutaf.bodies.models.body import UNRATED

ONE_PERSON = frozenset(
    fold(name) for one in content.entries("body_size") if one.key == "one" for name in (*one.names.values(), *one.variants)
)
MOST_JUDGED_DAYS = 365
"""Ours: what is sensitive is looked at again after a year at the latest."""


class OfAPersonError(NotAllowedError):
    """What was to be written is a judgement of a person; an owner may allow it for a while."""

    def __init__(self) -> None:
        super().__init__("of_a_person")


def body_is_person(viewer: Viewer, *, ref: str, is_person: bool) -> str:
    """Say that a body is a person (a sole trader), or is none. Of a person every rating and assumption leaves, in the same deed.

    Returns the deed's ref. That it is a person is the word of editors; what it takes away stands in the history for whoever undoes it.
    """
    with deed(viewer, "body_is_person", rule=may_edit) as working:
        row = _named(working, ref)
        working.change(row, is_person=is_person, judged_until="", judged_why="", **(UNRATED if is_person else {}))
        if is_person:
            _let_go(working, row)
        return working.record.ref


def body_judge_allow(viewer: Viewer, *, ref: str, until: str, why: str, today: str) -> str:
    """Owners only: let this person be rated until a day, for a reason; an empty day ends it and takes the ratings away. Returns the deed's ref."""
    last = (datetime.date.fromisoformat(today) + datetime.timedelta(days=MOST_JUDGED_DAYS)).isoformat()
    if until and (not why.strip() or not today <= until <= last):
        raise OfAPersonError
    with deed(viewer, "body_judge_allow", rule=lambda who: may_manage(who) or who.kind == "job") as working:
        row = _named(working, ref)
        if not row.is_person:
            raise OfAPersonError
        working.change(row, judged_until=until, judged_why=why if until else "", **({} if until else UNRATED))
        if not until:
            _let_go(working, row)
        return working.record.ref


@dataclass(frozen=True, slots=True)
class PersonState:
    """Whether a body is a person, and whether an owner let it be rated. looks_like_one: its size says one person."""

    is_person: bool
    judged_until: str
    judged_why: str
    looks_like_one: bool


def person_state(viewer: Viewer, ref: str) -> PersonState:
    """For those who see everything; NotAllowedError for others and for a body that is not there."""
    if not sees_everything(viewer):
        raise NotAllowedError("sees_everything")
    row = present_row(viewer, Body, ref)
    return PersonState(row.is_person, row.judged_until, row.judged_why, fold(row.size) in ONE_PERSON)


def _named(working: Working, ref: str) -> Body:
    row = present_row(working.viewer, Body, ref)
    working.record.about = row.name[:300]
    working.record.save(update_fields=["about"])
    return row


def _let_go(working: Working, body: Body) -> None:
    """What others judged or assumed of it, and of what it would want."""
    mine: dict[str, Any] = {"workspace_id": working.viewer.workspace_id, "body": body}
    for row in (*Statement.present.filter(field__in=UNRATED, **mine), *Interest.present.filter(basis="assumed", **mine)):
        working.remove(row)


def unrated_ids(workspace_id: int) -> frozenset[int]:
    """The bodies that are people whom nobody may rate."""
    return frozenset(Body.objects.filter(workspace_id=workspace_id, is_person=True, judged_until="").values_list("pk", flat=True))
