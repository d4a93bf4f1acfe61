"""What does the town hold on one body and its people: what, who said it, when, from where, and who sees it?

A body reads its own words and facts, and all of the people who speak for it. Of what others judged of it (ratings, notes, assumed interests)
it reads that it is there, by whom and when, and may ask for it; an editor answers, since a link may have been passed on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from shutaf.accounts.models import Link, Workspace
from shutaf.accounts.rows import Row, json_of
from shutaf.accounts.rules import may_answer, sees_everything
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.analysis.visible import OWN_BODY, SHARED_BODY
from shutaf.bodies.models import Body
from shutaf.stewardship.queries import TABLES, links_to_bodies, model_of, title_of

MOST_ROWS = 300
"""Of one table; a body of which more is held reads the latest."""

OWN_FIELDS: Mapping[str, frozenset[str]] = {
    "bodies.body": (OWN_BODY | {"head", "contact", "reports_to", "targets", "goals_not_alone", "size", "activity", "is_department"})
    - {"ref", "origin", "lat", "lon"},
    "bodies.person": frozenset({"name", "role", "from_date", "until_date", "email", "phone", "language"}),
    "exchange.resource": frozenset({
        "side", "title", "kind", "themes", "amount", "from_date", "until_date", "where", "conditions", "asked_of", "visible_to", "as_of",
    }),
    "relations.tie": frozenset({"status", "kind", "since_date", "until_date"}),
    "partnerships.callanswer": frozenset({"name", "sector", "size", "neighbourhood", "contact", "said", "state", "reason"}),
    "partnerships.calltold": frozenset({"channel", "told_on", "language"}),
}  # fmt: skip
"""What a body reads of itself, by table; of every other table it reads that something is held. Ours: the split of `analysis/visible.py`."""

_SAYS_WHERE = frozenset({"ref", "own", "origin_sheet", "origin_row", "said_by", "said_role", "reported_by", "rated_by", "source", "as_of"})


@dataclass(frozen=True, slots=True)
class HeldRow:
    """One row. values: field -> value, of what may be read; kept: fields that hold something for editors only; other: the body at its other end.

    seen_by: editors, partners or public. said_by, source: as written, "" where nobody wrote it down. written_by: whose account it came through.
    """

    table: str
    ref: str
    title: str
    values: Mapping[str, Any]
    kept: tuple[str, ...]
    other: str
    seen_by: str
    said_by: str
    source: str
    written_by: str
    written_at: datetime
    changed_by: str
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class SentLink:
    """Somebody of the body was sent a personal link."""

    person: str
    role: str
    sent_at: datetime
    expires_at: datetime
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class Heard:
    """All of one body, in the order of the tables."""

    ref: str
    name: str
    names: tuple[tuple[str, str], ...]
    group: str
    workspace: str
    rows: tuple[HeldRow, ...]
    links: tuple[SentLink, ...]

    def name_in(self, language: str) -> str:
        return dict(self.names).get(language, self.name)

    @property
    def people(self) -> tuple[HeldRow, ...]:
        return tuple(row for row in self.rows if row.table == "bodies.person")


def heard_about(viewer: Viewer, ref: str) -> Heard | None:
    """For whoever speaks for the body, and for those who see everything, as a look at what is told. None when it is not there any more.

    A fixed number of queries, one or two a table.
    """
    if not (may_answer(viewer, ref) or sees_everything(viewer)):
        raise NotAllowedError("may_answer")
    body = Body.present.filter(workspace_id=viewer.workspace_id, ref=ref).first()
    if not isinstance(body, Body):
        return None
    name = Workspace.objects.values_list("name", flat=True).get(pk=viewer.workspace_id)
    rows = tuple(held for table in TABLES for held in _held(table, body))
    links = Link.objects.filter(workspace_id=viewer.workspace_id, body_ref=ref).order_by("pk")[:MOST_ROWS]
    sent = tuple(SentLink(one.person, one.person_role, one.created_at, one.expires_at, one.answered_at) for one in links)
    return Heard(ref, body.name, body.names, body.group, name, rows, sent)


def _held(table: str, body: Body) -> Iterator[HeldRow]:
    model = model_of(table)
    condition = Q(pk=body.pk) if isinstance(body, model) else Q()
    ends = links_to_bodies(model)
    for end in ends:
        condition |= Q(**{end: body.pk})
    if table == "intake.proposal":
        condition = Q(body_ref=body.ref, state="waits")
    if not condition:
        return
    joined = [end.removesuffix("_id") for end in ends]
    found = model.present.filter(condition, workspace_id=body.workspace_id).exclude(model.sealed())
    for row in found.select_related("created_in", "changed_in", *joined).order_by("pk")[:MOST_ROWS]:
        yield _row(row, body, ends)


def _row(row: Row, body: Body, ends: tuple[str, ...]) -> HeldRow:
    readable = OWN_FIELDS.get(row.table, frozenset())
    hidden = _SAYS_WHERE | set(ends) | {end.removesuffix("_id") for end in ends}
    filled = {
        f.name: getattr(row, f.attname) for f in row.content_fields() if f.editable and f.name not in hidden and not _is_empty(f, row)
    }
    others = [other for end in ends if (other := getattr(row, end.removesuffix("_id"))) is not None and other.pk != body.pk]
    is_read = bool(readable)
    return HeldRow(
        row.table,
        row.ref,
        (others[0].name if others else title_of(row)) if is_read else "",
        {name: value for name, value in filled.items() if name in readable},
        tuple(name for name in filled if name not in readable),
        others[0].name if others and is_read else "",
        _seen_by(row),
        _said_by(row) if is_read else str(getattr(row, "said_role", "")),
        str(getattr(row, "source", "") or row.origin_sheet) if row.table == "bodies.person" else str(row.origin_sheet),
        row.created_in.by,
        row.created_in.at,
        row.changed_in.by,
        row.changed_in.at,
    )


def _is_empty(field: Any, row: Row) -> bool:
    """Nothing was said: empty, or what stands there before anybody says anything."""
    value = getattr(row, field.attname)
    return not value or value == "unknown" or (value is not True and value == field.get_default() and field.has_default())


def _said_by(row: Row) -> str:
    """Only of what the body said itself: who else reported something is for editors, who may be asked."""
    return str(getattr(row, "said_by", "")) if row.table in ("exchange.resource", "intake.proposal") else ""


def _seen_by(row: Row) -> str:
    if row.table == "bodies.body" or (row.table == "relations.tie" and getattr(row, "status", "") == "exists"):
        return "partners"
    return str(getattr(row, "visible_to", "editors"))


def shared_fields() -> frozenset[str]:
    """Fields of the body's own row that every partner reads."""
    return SHARED_BODY


def as_json(heard: Heard) -> dict[str, Any]:
    """The same for a program: names of tables and fields as we call them, days as ISO."""
    return {
        "body": {"ref": heard.ref, "name": heard.name, "held_by": heard.workspace},
        "rows": [_row_json(row) for row in heard.rows],
        "links": [
            {"person": one.person, "role": one.role, "sent_at": one.sent_at.isoformat(), "expires_at": one.expires_at.isoformat(),
             "answered_at": one.answered_at.isoformat() if one.answered_at else None}
            for one in heard.links
        ],
    }  # fmt: skip


def _row_json(row: HeldRow) -> dict[str, Any]:
    fields = {f.name: f for f in model_of(row.table).content_fields()}
    return {
        "table": row.table, "ref": row.ref, "about": row.title, "fields": {name: json_of(fields[name], value) for name, value in row.values.items()},
        "kept_for_editors": list(row.kept), "other_body": row.other, "seen_by": row.seen_by, "said_by": row.said_by, "source": row.source,
        "written_by": row.written_by, "written_at": row.written_at.isoformat(), "changed_by": row.changed_by,
        "changed_at": row.changed_at.isoformat(),
    }  # fmt: skip
