"""What is held about a person: in which row, field and words, from whom, since when, and why?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shutaf.accounts.models import Change, Deed
from shutaf.accounts.rows import Row
from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.stewardship.personal.known import known_by, one_stand_in
from shutaf.stewardship.personal.outside import Trace, traces
from shutaf.stewardship.personal.registry import PersonalField, fields_of
from shutaf.stewardship.personal.scanning import Hit, rows_of, scan, tables_of_workspaces, texts_in
from shutaf.stewardship.personal.who import Who
from shutaf.stewardship.queries import model_of, title_of

MOST_PLACES = 500
_AROUND = 60  # characters shown on either side
HISTORY = frozenset({"accounts.deed", "accounts.change", "accounts.contactread"})
"""Tables of who did what, in which a member of staff stands thousands of times."""


@dataclass(frozen=True, slots=True)
class Place:
    """A person in one field of one row. row: what person_erase takes as `keep`; how: found by name, email, phone; is_trash: in the trash.

    text: the whole of a field that is there for the person, else the words around. by, at: who wrote the row down last, and when.
    """

    row: str
    table: str
    ref: str
    title: str
    field: PersonalField
    how: tuple[str, ...]
    text: str
    by: str = ""
    at: datetime | None = None
    is_trash: bool = False
    is_removed_whole: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """All that is held. counts: (table, field) -> rows; places: the first of them, the history last; outside: accounts, files, typed text and the like."""

    places: tuple[Place, ...]
    counts: dict[tuple[str, str], int]
    outside: tuple[Trace, ...] = ()

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def more(self) -> int:
        return self.total - len(self.places)


def person_found(viewer: Viewer, who: Who, *, most: int = MOST_PLACES) -> Held:
    """Everything the workspace holds on somebody, trash and history too; for those who see everything. A query a table, reads all rows."""
    if not sees_everything(viewer):
        raise NotAllowedError("sees_everything")
    counts: Counter[tuple[str, str]] = Counter()
    places: list[Place] = []
    for hit in hits(viewer, who):
        for name in hit.found:
            counts[hit.table, name] += 1
        if len(places) < most:
            places += _places(hit)
    return Held(tuple(places[:most]), dict(counts), tuple(traces(viewer, known_by(who))) if who else ())


def hits(viewer: Viewer, who: Who) -> Iterator[Hit]:
    """The rows in which somebody stands, the history last. Nothing for nobody."""
    known = known_by(who)
    if not known.keys:
        return
    for table in sorted(tables_of_workspaces(), key=lambda one: one in HISTORY):
        yield from scan(rows_of(table, viewer.workspace_id), table, known.knows, one_stand_in(""), hint=known.hint)


def _places(hit: Hit) -> Iterator[Place]:
    ref, title, by, at, is_trash = _of_row(hit)
    for name, met in hit.found.items():
        told = fields_of(hit.table)[name]
        how = tuple(dict.fromkeys(one.kind for one in met))
        yield Place(hit.id, hit.table, ref, title, told, how, _shown(told, hit.old[name]), by, at, is_trash, is_gone_whole(hit))


def _of_row(hit: Hit) -> tuple[str, str, str, datetime | None, bool]:
    model: Any = model_of(hit.table)
    if issubclass(model, Row):
        row = model.objects.select_related("changed_in").get(pk=hit.pk)
        return row.ref, title_of(row), row.changed_in.by, row.changed_in.at, row.removed_in_id is not None
    if model is Deed:
        deed = Deed.objects.get(pk=hit.pk)
        return deed.ref, deed.name, deed.by, deed.at, False
    if model is Change:
        change = Change.objects.select_related("deed").get(pk=hit.pk)
        return change.deed.ref, change.table, change.deed.by, change.deed.at, False
    row = model.objects.get(pk=hit.pk)
    return getattr(row, "ref", ""), "", "", getattr(row, "created_at", None) or getattr(row, "at", None), False


def _shown(told: PersonalField, value: Any) -> str:
    text = " · ".join(filter(None, texts_in(value)))
    return text if told.is_meant or len(text) <= 4 * _AROUND else text[: 4 * _AROUND] + "…"


def is_gone_whole(hit: Hit) -> bool:
    """Rows that are about the person and nothing else: a person in a role, a letter to them, an invitation, a proposal to write them down."""
    match hit.table:
        case "bodies.person":
            return "name" in hit.found or ("email" in hit.found and not hit.old["name"])
        case "accounts.mail":
            return "to" in hit.found
        case "accounts.invitation":
            return True
        case "intake.proposal":
            fields = hit.old["fields"]
            return (
                "fields" in hit.found
                and isinstance(fields, dict)
                and bool({"name", "email", "phone"} & set(fields))
                and "title" not in fields
            )
    return False
