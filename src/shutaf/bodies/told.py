"""What was told of a body, by whom and in which role; and by which of the answers does the map go?"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from shutaf.accounts.rows import json_of, of_json
from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import Word
from shutaf.bodies.models import Body, IntegrityFact, Interest, Statement

ON_THE_CARD = ("size", "activity", "impact", "change_agent_why", "unexpected_ally")
"""Fields that the card asks for and the workbook does not hold."""


FIELDS = {field.name: field for field in Body.content_fields()}
"""The fields of a body by name, which say how a value is kept."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one informant said of one field. is_followed: the map goes by it (its own value is the same)."""

    ref: str
    value: Any
    said_by: str
    said_role: str
    as_of: str
    is_followed: bool


@dataclass(frozen=True, slots=True)
class FieldTold:
    """All that was said of one field, in the order it was said. now: what the map goes by."""

    field: str
    now: Any
    answers: tuple[Answer, ...]

    @property
    def is_disputed(self) -> bool:
        """Somebody says something else than the map."""
        return not all(answer.is_followed for answer in self.answers)


@dataclass(frozen=True, slots=True)
class BodyTold:
    """extra: the fields of the body that only the card asks for, by name; fields: what informants said, by field."""

    extra: dict[str, Any]
    fields: dict[str, FieldTold]

    @property
    def disputed(self) -> tuple[FieldTold, ...]:
        return tuple(told for told in self.fields.values() if told.is_disputed)

    @property
    def tellers(self) -> tuple[tuple[str, str], ...]:
        """(name, role) of everybody who said something, once each."""
        return tuple(dict.fromkeys((one.said_by, one.said_role) for told in self.fields.values() for one in told.answers))


NOTHING_TOLD = BodyTold(dict.fromkeys(ON_THE_CARD, ""), {})


def body_told(viewer: Viewer, ref: str) -> BodyTold:
    """Two queries; nothing for partners and for a body that is not there."""
    if not sees_everything(viewer):
        return NOTHING_TOLD
    body = Body.present.filter(workspace_id=viewer.workspace_id, ref=ref).first()
    if body is None:
        return NOTHING_TOLD
    said: dict[str, list[Statement]] = defaultdict(list)
    for row in Statement.present.filter(workspace_id=viewer.workspace_id, body=body).order_by("pk"):
        said[row.field].append(row)
    return BodyTold({name: getattr(body, name) for name in ON_THE_CARD}, {name: _told(body, name, rows) for name, rows in said.items()})


def _told(body: Body, name: str, rows: list[Statement]) -> FieldTold:
    field = FIELDS[name]
    now = getattr(body, name)
    now_json = json_of(field, now)
    answers = (Answer(r.ref, of_json(field, r.value), r.said_by, r.said_role, r.as_of, r.value == now_json) for r in rows)
    return FieldTold(name, now, tuple(answers))


@dataclass(frozen=True, slots=True)
class InterestFacts:
    """basis: stated (by said_by in said_role) or assumed (by us). place_1_10: among the leading ten, None where not placed."""

    ref: str
    body: str
    text: str
    place_1_10: int | None
    basis: str
    openness: str
    leaning: str
    grounds: str
    said_by: str
    said_role: str
    as_of: str


def interests_of(viewer: Viewer, ref: str) -> tuple[InterestFacts, ...]:
    """The interests of a body, the leading ones first; for those who see everything."""
    if not sees_everything(viewer):
        return ()
    rows = Interest.present.filter(workspace_id=viewer.workspace_id, body__ref=ref, body__removed_in=None).order_by("pk")
    found = (
        InterestFacts(r.ref, ref, r.text, r.place_1_10, r.basis, r.openness, r.leaning, r.grounds, r.said_by, r.said_role, r.as_of)
        for r in rows
    )
    return tuple(sorted(found, key=lambda one: one.place_1_10 or 11))


@dataclass(frozen=True, slots=True)
class IntegrityFacts:
    """A fact with its source and the day it is as of; until_date "" while it holds."""

    ref: str
    body: str
    kind: Word
    text: str
    source: str
    as_of: str
    until_date: str


def integrity_of(viewer: Viewer, ref: str) -> tuple[IntegrityFacts, ...]:
    """The integrity facts of a body, the newest first; for those who see everything."""
    if not sees_everything(viewer):
        return ()
    rows = IntegrityFact.present.filter(workspace_id=viewer.workspace_id, body__ref=ref, body__removed_in=None).order_by("-as_of", "pk")
    return tuple(IntegrityFacts(r.ref, ref, r.kind, r.text, r.source, r.as_of, r.until_date) for r in rows)
