"""Which cases does a workspace write, which do others tell it, and what does everybody read?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from shutaf.accounts.models import Workspace
from shutaf.accounts.rules import sees_everything, sees_shared, speaks_for
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.bodies.queries import bodies_by_pk, body_refs, people_by_pk
from shutaf.cases.models import CaseMember, Curation, OwnCase
from shutaf.cases.records import written_of
from shutaf.cases.rules import may_curate
from shutaf.content.cases import Case
from shutaf.places.queries import place_record
from shutaf.reports.cases.told import Others, Told, told, told_case
from shutaf.reports.cases.written import Written, WrittenMember

BEYOND = ("network", "public")
"""Audiences outside the workspace."""


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


@dataclass(frozen=True, slots=True)
class ToldFacts:
    """A case as its readers get it. told_by: the workspace that tells it, "" where the case is told without names."""

    address: str
    case: Case
    language: str
    audience: str
    told_by: str
    published_on: str
    edition: int
    is_ours: bool
    is_without_names: bool
    verdict: str = ""
    verdict_note: str = ""


def own_cases(viewer: Viewer) -> tuple[OwnCaseFacts, ...]:
    """All that the workspace writes, the last one touched first; for those who see everything."""
    if not sees_everything(viewer):
        raise NotAllowedError("sees_everything")
    return tuple(_facts(viewer, _own(viewer).order_by("-changed_in_id", "-pk")))


def own_case(viewer: Viewer, ref: str) -> OwnCaseFacts | None:
    if not sees_everything(viewer):
        raise NotAllowedError("sees_everything")
    return next(iter(_facts(viewer, _own(viewer).filter(ref=ref))), None)


def _own(viewer: Viewer) -> QuerySet[OwnCase]:
    return OwnCase.present.filter(workspace_id=viewer.workspace_id).select_related("partnership", "changed_in")


def _facts(viewer: Viewer, rows: Iterable[OwnCase]) -> Iterable[OwnCaseFacts]:
    """Four queries, however many cases."""
    found = list(rows)
    members: dict[int, list[CaseMember]] = {row.pk: [] for row in found}
    for one in CaseMember.present.filter(workspace_id=viewer.workspace_id, case__in=found).select_related("body").order_by("pk"):
        members[one.case_id].append(one)
    forms = place_forms(viewer)
    is_curated, verdicts = has_network(), _verdicts(row.address for row in found)
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


def has_network() -> bool:
    """Whether any workspace of this server is a network, whose editors look at what goes beyond a workspace."""
    return Workspace.objects.filter(is_network=True).exists()


def _verdicts(addresses: Iterable[str]) -> Mapping[tuple[str, int], Curation]:
    """(address, edition) -> what a network said last; of another edition it says nothing. Across workspaces, since a network is another one."""
    rows = Curation.present.filter(address__in=list(addresses), workspace__is_network=True).order_by("changed_in_id")
    return {(row.address, row.edition): row for row in rows}


def others_on_map(viewer: Viewer, written: Written) -> Others:
    """Names of bodies of the map that take no part in the case, and of people; departments are the teller's own. Three queries."""
    everybody = _reader(viewer)
    part = {one.body for one in written.members}
    bodies = [body for body in bodies_by_pk(everybody, {}).values() if body.ref not in part and not body.is_department]
    names = tuple(dict.fromkeys(name for body in bodies for name in (body.name, *(name for _code, name in body.names)) if name))
    people = people_by_pk(everybody, body_refs(everybody)).values()
    return Others(names, tuple(dict.fromkeys(one.name for one in people if one.name)))


def _reader(viewer: Viewer) -> Viewer:
    """The check looks at the whole map, whoever asks for it."""
    return Viewer("job", viewer.workspace_id, viewer.workspace_ref, "viewer")


def told_of(viewer: Viewer, found: OwnCaseFacts) -> Told:
    """What would be published now, what is left out, and which names still stand."""
    if not sees_everything(viewer):
        raise NotAllowedError("sees_everything")
    return told(found.written, others_on_map(viewer, found.written))


@dataclass(frozen=True, slots=True)
class AskedFacts:
    """A case as one who takes part reads it: what is told of its own body, and the rest as it would be published without its answer."""

    ref: str
    case_ref: str
    name: str
    language: str
    state: str
    review_until: str
    body_ref: str
    written: Written
    mine: MemberFacts
    preview: Case


def cases_asked(viewer: Viewer, body_ref: str) -> tuple[AskedFacts, ...]:
    """Cases in review or published in which this body takes part, for those who speak for it. Drafts are nobody's yet."""
    if not speaks_for(viewer, body_ref):
        raise NotAllowedError("speaks_for")
    reader = _reader(viewer)
    rows = _own(viewer).filter(state__in=("review", "published"), pk__in=_with_body(viewer, body_ref)).order_by("-pk")
    return tuple(asked for facts in _facts(reader, rows) if (asked := _asked(facts, body_ref)))


def _with_body(viewer: Viewer, body_ref: str) -> QuerySet[CaseMember, int]:
    rows = CaseMember.present.filter(workspace_id=viewer.workspace_id, body__ref=body_ref, body__removed_in=None)
    return rows.values_list("case_id", flat=True)


def case_asked(viewer: Viewer, ref: str, body_ref: str) -> AskedFacts | None:
    return next((one for one in cases_asked(viewer, body_ref) if one.case_ref == ref), None)


def _asked(facts: OwnCaseFacts, body_ref: str) -> AskedFacts | None:
    mine = next((one for one in facts.members if one.member.body == body_ref), None)
    if mine is None:
        return None
    written = facts.written
    return AskedFacts(
        mine.member.ref,
        facts.ref,
        written.name,
        written.language,
        facts.state,
        facts.review_until,
        body_ref,
        written,
        mine,
        told(written).case,
    )


# -- what readers get


def cases_told(viewer: Viewer) -> tuple[Case, ...]:
    """Every published case that this Viewer may read, as a `content.cases.Case` beside those of the library.

    A member of a workspace reads the own workspace's, and those that others tell the network or everybody; the public (Viewer "public") only what
    is told everybody. Each text stands in the one language it was written in: read it by `content.cases.language.text_in(texts, language)`, which
    also says in which language it is, for `lang` and `dir`. `case.id` is "told:" and the address: `told_address(case)` gives the address of the page
    `library_told`, which the public may open, and of `case_told` in a workspace, which its members may. Three queries.
    """
    return tuple(one.case for one in told_list(viewer))


def told_address(case: Case) -> str:
    """The last part of the address of a case that a workspace tells; "" for one of the library's own."""
    return case.id.removeprefix("told:") if case.id.startswith("told:") else ""


def told_list(viewer: Viewer) -> tuple[ToldFacts, ...]:
    """As `cases_told`, with who tells each and when; the last published first."""
    is_inside = sees_shared(viewer)
    if not is_inside and viewer.kind != "public":
        return ()
    rows = list(_published().order_by("-published_on", "-pk"))
    return tuple(_told_facts(viewer, row) for row in _readable(rows, viewer.workspace_id if is_inside else 0))


def told_found(viewer: Viewer | None, address: str) -> ToldFacts | None:
    """One case by its address, for a member of a workspace or, without a Viewer, for everybody; None for a draft, a withdrawn and an unknown one alike."""
    is_inside = viewer is not None and sees_shared(viewer)
    rows = list(_published().filter(address=address))
    found = next(iter(_readable(rows, viewer.workspace_id if viewer and is_inside else 0)), None)
    return _told_facts(viewer, found) if found else None


def _published() -> QuerySet[OwnCase]:
    """Of every workspace: a case is told beyond the own one on purpose."""
    return OwnCase.present.filter(state="published", told__isnull=False).select_related("workspace")


def _readable(rows: list[OwnCase], inside: int) -> Iterable[OwnCase]:
    """inside: the workspace whose member reads, 0 for the public."""
    beyond = [row for row in rows if row.audience in BEYOND and row.workspace_id != inside]
    verdicts = _verdicts(row.address for row in beyond) if beyond else {}
    is_curated = has_network() if beyond else False
    for row in rows:
        if inside and row.workspace_id == inside:
            yield row
        elif row.audience == "public" or (inside and row.audience == "network"):
            verdict = verdicts.get((row.address, row.edition))
            if not is_curated or (verdict and verdict.verdict == "accepted"):
                yield row


def _told_facts(viewer: Viewer | None, row: OwnCase, verdict: Curation | None = None) -> ToldFacts:
    return ToldFacts(
        row.address, told_case(row.told or {}), row.language, row.audience, "" if row.is_without_names else row.workspace.name, row.published_on, row.edition,
        bool(viewer and row.workspace_id == viewer.workspace_id), row.is_without_names, verdict.verdict if verdict else "", verdict.note if verdict else "",
    )  # fmt: skip


def cases_to_curate(viewer: Viewer) -> tuple[ToldFacts, ...]:
    """What workspaces of this server tell the network or everybody, with what was said of it; those that wait first. For a network's editors."""
    if not may_curate(viewer):
        raise NotAllowedError("may_curate")
    rows = list(_published().filter(audience__in=BEYOND).order_by("-published_on", "-pk"))
    verdicts = _verdicts(row.address for row in rows)
    found = [_told_facts(viewer, row, verdicts.get((row.address, row.edition))) for row in rows]
    return tuple(sorted(found, key=lambda one: one.verdict != ""))
