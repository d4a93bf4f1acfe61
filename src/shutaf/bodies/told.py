"""What was told of a body, by whom and in which role; and by which of the answers does the map go?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from shutaf.accounts.rows import of_json
from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import Word
from shutaf.bodies.models import Body, IntegrityFact, Interest, Statement

ON_THE_CARD = ("size", "activity", "impact", "change_agent_why", "unexpected_ally")
"""Fields that the card asks for and the workbook does not hold."""


FIELDS = {field.name: field for field in Body.content_fields()}
"""The fields of a body by name, which say how a value is kept."""


def is_empty(value: Any) -> bool:
    """True for what means "not known": nothing, no words, the answer `unknown`."""
    return value is None or value == "unknown" or not (value or value == 0)


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

    @property
    def followed(self) -> Answer | None:
        """By whose answer the map goes; None when by nobody's who is named."""
        return next((answer for answer in self.answers if answer.is_followed), None)


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
    now, field = getattr(body, name), FIELDS[name]
    said = [(row, of_json(field, row.value)) for row in rows]
    return FieldTold(name, now, tuple(Answer(r.ref, value, r.said_by, r.said_role, r.as_of, is_same(value, now)) for r, value in said))


def is_same(one: Any, other: Any) -> bool:
    """The same answer: words of closed lists by their keys, in whichever language they were written."""
    return bool(_meant(one) == _meant(other))


def _meant(value: Any) -> Any:
    if isinstance(value, Word):
        return value.key or value.text
    return frozenset(_meant(one) for one in value) if isinstance(value, tuple) else value


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
    rows = _rows(viewer, Interest, body__ref=ref).order_by("pk")
    return tuple(sorted((_interest(row) for row in rows), key=lambda one: one.place_1_10 or 11))


def interests_by_body(viewer: Viewer, refs: Sequence[str]) -> dict[str, list[InterestFacts]]:
    """ref -> its interests, the leading ones first; for those who see everything. One query."""
    found: dict[str, list[InterestFacts]] = defaultdict(list)
    rows = (_interest(row) for row in _rows(viewer, Interest, body__ref__in=refs).order_by("pk"))
    for one in sorted(rows, key=lambda one: one.place_1_10 or 11):
        found[one.body].append(one)
    return dict(found)


def interest_found(viewer: Viewer, ref: str) -> InterestFacts | None:
    row = _rows(viewer, Interest, ref=ref).first()
    return _interest(row) if row else None


def _interest(r: Interest) -> InterestFacts:
    return InterestFacts(
        r.ref, r.body.ref, r.text, r.place_1_10, r.basis, r.openness, r.leaning, r.grounds, r.said_by, r.said_role, r.as_of
    )


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
    return tuple(_fact(row) for row in _rows(viewer, IntegrityFact, body__ref=ref).order_by("-as_of", "pk"))


def integrity_of_bodies(viewer: Viewer, refs: Sequence[str]) -> dict[str, tuple[IntegrityFacts, ...]]:
    """The same for several bodies, by ref. One query."""
    found: dict[str, list[IntegrityFacts]] = defaultdict(list)
    for row in _rows(viewer, IntegrityFact, body__ref__in=list(refs)).order_by("-as_of", "pk"):
        found[row.body.ref].append(_fact(row))
    return {ref: tuple(facts) for ref, facts in found.items()}


def integrity_by_body(viewer: Viewer, refs: Sequence[str]) -> dict[str, list[IntegrityFacts]]:
    """ref -> its integrity facts, the newest first; for those who see everything. One query."""
    found: dict[str, list[IntegrityFacts]] = defaultdict(list)
    for row in _rows(viewer, IntegrityFact, body__ref__in=refs).order_by("-as_of", "pk"):
        found[row.body.ref].append(_fact(row))
    return dict(found)


def fact_found(viewer: Viewer, ref: str) -> IntegrityFacts | None:
    row = _rows(viewer, IntegrityFact, ref=ref).first()
    return _fact(row) if row else None


def _fact(r: IntegrityFact) -> IntegrityFacts:
    return IntegrityFacts(r.ref, r.body.ref, r.kind, r.text, r.source, r.as_of, r.until_date)


def _rows(viewer: Viewer, kind: type[Interest | IntegrityFact], **having: Any) -> Any:
    """Rows of bodies that are there; none for those who do not see everything."""
    if not sees_everything(viewer):
        return kind.objects.none()
    return kind.present.filter(workspace_id=viewer.workspace_id, body__removed_in=None, **having).select_related("body")


def disputed_fields(viewer: Viewer, refs: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """ref -> names of fields on which somebody says something else than the map. One query."""
    if not sees_everything(viewer):
        return {}
    rows = Statement.present.filter(workspace_id=viewer.workspace_id, body__ref__in=refs, body__removed_in=None)
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for row in rows.select_related("body").order_by("pk"):
        if not is_same(of_json(FIELDS[row.field], row.value), getattr(row.body, row.field)):
            found[row.body.ref][row.field] = None
    return {ref: tuple(names) for ref, names in found.items()}


def interests_assumed(viewer: Viewer, refs: Sequence[str]) -> dict[str, int]:
    """ref -> how many of its interests we assume. One query."""
    rows = _rows(viewer, Interest, body__ref__in=refs, basis="assumed").values_list("body__ref").order_by("body__ref")
    return dict(rows.annotate(Count("pk")))
