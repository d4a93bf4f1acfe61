"""Which cases does a workspace write, how far is each, and what would be published of it?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from shutaf.accounts.rules import sees_everything
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.bodies.queries import bodies_by_pk, body_refs, people_by_pk
from shutaf.cases.models import CaseMember, OwnCase
from shutaf.cases.records import written_of
from shutaf.cases.verdicts import BEYOND, has_network, verdicts_of
from shutaf.places.queries import place_record
from shutaf.reports.cases.told import Others, Told, told
from shutaf.reports.cases.written import Written, WrittenMember


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """What was answered for one who takes part, and by whom."""

    member: WrittenMember
    note: str
    said_by: str
    said_on: str
    noted_by: str


@dataclass(frozen=True, slots=True)
class OwnCaseFacts:
    """A case as the workspace that writes it sees it. verdict, verdict_note: what a network's editors said of this edition, "" = nothing yet."""

    ref: str
    address: str
    partnership: str
    state: str
    audience: str
    review_until: str
    published_on: str
    edition: int
    changed_at: datetime
    written: Written
    members: tuple[MemberFacts, ...]
    verdict: str = ""
    verdict_note: str = ""
    is_curated: bool = False

    @property
    def is_open_beyond(self) -> bool:
        """Whether it is told outside the workspace now."""
        return self.state == "published" and self.audience in BEYOND and (self.verdict == "accepted" or not self.is_curated)


def own_cases(viewer: Viewer) -> tuple[OwnCaseFacts, ...]:
    """All that the workspace writes, the last one touched first; for those who see everything."""
    if not sees_everything(viewer):
        raise NotAllowedError("sees_everything")
    return tuple(facts_of(viewer, rows_of(viewer).order_by("-changed_in_id", "-pk")))


def own_case(viewer: Viewer, ref: str) -> OwnCaseFacts | None:
    if not sees_everything(viewer):
        raise NotAllowedError("sees_everything")
    return next(iter(facts_of(viewer, rows_of(viewer).filter(ref=ref))), None)


def rows_of(viewer: Viewer) -> QuerySet[OwnCase]:
    return OwnCase.present.filter(workspace_id=viewer.workspace_id).select_related("partnership", "changed_in")


def facts_of(viewer: Viewer, rows: Iterable[OwnCase]) -> Iterable[OwnCaseFacts]:
    """Four queries, however many cases; one where there are none."""
    found = list(rows)
    if not found:
        return
    members: dict[int, list[CaseMember]] = {row.pk: [] for row in found}
    for one in CaseMember.present.filter(workspace_id=viewer.workspace_id, case__in=found).select_related("body").order_by("pk"):
        members[one.case_id].append(one)
    forms = place_forms(viewer)
    is_curated, verdicts = has_network(), verdicts_of(row.address for row in found)
    for row in found:
        verdict = verdicts.get((row.address, row.edition))
        written = written_of(row, members[row.pk], forms)
        yield OwnCaseFacts(
            row.ref, row.address, row.partnership.ref if row.partnership and row.partnership.removed_in_id is None else "", row.state, row.audience,
            row.review_until, row.published_on, row.edition, row.changed_in.at, written,
            tuple(
                MemberFacts(member, one.note, one.said_by, one.said_on, one.noted_by)
                for member, one in zip(written.members, members[row.pk], strict=True)
            ),
            verdict.verdict if verdict else "", verdict.note if verdict else "", is_curated,
        )  # fmt: skip


def place_forms(viewer: Viewer) -> tuple[str, ...]:
    place = place_record(viewer)
    return tuple(dict.fromkeys(name for name in (place.name, *(name for _code, name in place.names)) if name))


def others_on_map(viewer: Viewer, written: Written) -> Others:
    """Names of bodies of the map that take no part in the case, and of people; departments are the teller's own. Three queries."""
    everybody = reader_of(viewer)
    part = {one.body for one in written.members}
    bodies = [body for body in bodies_by_pk(everybody, {}).values() if body.ref not in part and not body.is_department]
    names = tuple(dict.fromkeys(name for body in bodies for name in (body.name, *(name for _code, name in body.names)) if name))
    people = people_by_pk(everybody, body_refs(everybody)).values()
    return Others(names, tuple(dict.fromkeys(one.name for one in people if one.name)))


def reader_of(viewer: Viewer) -> Viewer:
    """The check looks at the whole map, whoever asks for it."""
    return Viewer("job", viewer.workspace_id, viewer.workspace_ref, "viewer")


def told_of(viewer: Viewer, found: OwnCaseFacts) -> Told:
    """What would be published now, what is left out, and which names still stand."""
    if not sees_everything(viewer):
        raise NotAllowedError("sees_everything")
    return told(found.written, others_on_map(viewer, found.written))
