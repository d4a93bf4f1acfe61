"""What was read of a workspace, and what of it is read again after others wrote?"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from shutaf.accounts.queries import WorkspaceFacts
from shutaf.accounts.rows import rows_read
from shutaf.accounts.touched import rows_touched
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import Initiative as InitiativeRecord
from shutaf.analysis.situation import Need, Offer, Situation
from shutaf.bodies.queries import bodies_by_pk, body_refs, people_by_pk
from shutaf.exchange.queries import resources_by_pk
from shutaf.partnerships.choosing import choosing_record
from shutaf.partnerships.models import Initiative
from shutaf.partnerships.records import initiative_record
from shutaf.places.queries import place_record
from shutaf.relations.queries import influences_by_pk, map_basis, stances_by_pk, ties_by_pk

Refs = Mapping[int, str]
ByPk = Mapping[int, Any]


def initiatives_by_pk(viewer: Viewer, _refs: Refs, only: Collection[int] | None = None) -> Mapping[int, InitiativeRecord]:
    """Candidate initiatives, for editors and viewers only."""
    return {row.pk: initiative_record(row) for row in rows_read(viewer, Initiative, only)}


READERS: Mapping[str, Callable[[Viewer, Refs, Collection[int] | None], ByPk]] = {
    "bodies.body": bodies_by_pk, "bodies.person": people_by_pk, "relations.tie": ties_by_pk, "relations.stance": stances_by_pk,
    "relations.influence": influences_by_pk, "exchange.resource": resources_by_pk, "partnerships.initiative": initiatives_by_pk,
}  # fmt: skip
TABLES = (*READERS, "places.place", "relations.mapbasis")
"""What a situation is read from, beside how to choose, which is read each time."""

MOST_APART = 500
"""Ours: so many rows of a table are read by their numbers; of more, all are."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A situation with the revision it is of. refs: of the bodies that are there, by pk; rows: table -> pk -> record. whole: of a partner's part, all of it."""

    revision: int
    situation: Situation
    refs: Refs = field(default_factory=dict)
    rows: Mapping[str, ByPk] = field(default_factory=dict)
    whole: Situation | None = None


def seen_now(viewer: Viewer, facts: WorkspaceFacts, known: Seen | None) -> Seen:
    """All that is there now, for who sees everything. With what is known, only the rows that deeds touched since are read."""
    touched = rows_touched(viewer, since=known.revision, tables=TABLES) if known else None
    refs = known.refs if known and touched is not None and "bodies.body" not in touched else body_refs(viewer)
    if known is None or touched is None or not _hangs_alike(known.refs, refs):
        known, rows = None, {table: read(viewer, refs, None) for table, read in READERS.items()}
    else:
        rows = {table: _rows(viewer, refs, table, known.rows[table], touched.get(table, frozenset())) for table in READERS}
    return Seen(facts.revision, _situation(viewer, facts, rows, known), refs, rows)


def _hangs_alike(before: Refs, now: Refs) -> bool:
    """True when bodies were at most added. Of one that went, came back or has another ref, what hangs on it changes without being touched."""
    newest = max(before, default=0)
    return before.items() <= now.items() and all(pk > newest for pk in now.keys() - before.keys())


def _rows(viewer: Viewer, refs: Refs, table: str, known: ByPk, touched: frozenset[int]) -> ByPk:
    """The same object where nothing was touched."""
    if not touched:
        return known
    if len(touched) > MOST_APART:
        return READERS[table](viewer, refs, None)
    fresh = READERS[table](viewer, refs, touched)
    return dict(sorted({**{pk: row for pk, row in known.items() if pk not in touched}, **fresh}.items()))


def _situation(viewer: Viewer, facts: WorkspaceFacts, rows: Mapping[str, ByPk], known: Seen | None) -> Situation:
    def part(name: str, table: str, choose: Callable[[ByPk], tuple[Any, ...]] = lambda found: tuple(found.values())) -> Any:
        """The same object where its rows are."""
        is_known = known is not None and rows[table] is known.rows[table]
        return getattr(known.situation, name) if known and is_known else choose(rows[table])

    needs = part("needs", "exchange.resource", lambda found: tuple(one for one in found.values() if isinstance(one, Need)))
    offers = part("offers", "exchange.resource", lambda found: tuple(one for one in found.values() if isinstance(one, Offer)))
    return Situation(
        place=place_record(viewer),
        bodies=part("bodies", "bodies.body", lambda found: tuple(sorted(found.values(), key=lambda body: not body.is_department))),
        people=part("people", "bodies.person"),
        ties=part("ties", "relations.tie"),
        needs=needs,
        offers=offers,
        initiatives=part("initiatives", "partnerships.initiative"),
        stances=part("stances", "relations.stance"),
        influences=part("influences", "relations.influence"),
        map=map_basis(viewer),
        choosing=choosing_record(viewer, needs, offers),
        language=facts.language,
        is_fictional=facts.is_fictional,
    )


def is_same(one: Situation, other: Situation) -> bool:
    """Equal, and read from the same rows, which equality of records leaves out."""
    rows = (
        (getattr(one, name), getattr(other, name))
        for name in ("bodies", "people", "ties", "needs", "offers", "initiatives", "stances", "influences")
    )
    return one == other and all(
        these is those or all(a.origin == b.origin for a, b in zip(these, those, strict=True)) for these, those in rows
    )
