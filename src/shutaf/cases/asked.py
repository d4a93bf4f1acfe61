"""What is told of a body, for those who speak for it, before and after it is published?"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from shutaf.accounts.rules import speaks_for
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.cases.models import CaseMember
from shutaf.cases.own import MemberFacts, OwnCaseFacts, facts_of, reader_of, rows_of
from shutaf.content.cases import Case
from shutaf.reports.cases.told import read_by
from shutaf.reports.cases.written import WrittenClaim, has_confirmed


@dataclass(frozen=True, slots=True)
class AskedFacts:
    """A case as one who takes part reads it: as it would be published with its name, and each claim that concerns it with its words."""

    ref: str
    name: str
    language: str
    state: str
    review_until: str
    body_ref: str
    is_stale: bool
    mine: MemberFacts
    would: Case
    claims: tuple[tuple[WrittenClaim, str], ...]


def cases_asked(viewer: Viewer, body_ref: str) -> tuple[AskedFacts, ...]:
    """Cases in review or published in which this body takes part, for those who speak for it. Drafts are nobody's yet."""
    if not speaks_for(viewer, body_ref):
        raise NotAllowedError("speaks_for")
    reader = reader_of(viewer)
    rows = rows_of(viewer).filter(state__in=("review", "published"), pk__in=_with_body(viewer, body_ref)).order_by("-pk")
    return tuple(asked for facts in facts_of(reader, rows) if (asked := _asked(facts, body_ref)))


def _with_body(viewer: Viewer, body_ref: str) -> QuerySet[CaseMember, int]:
    rows = CaseMember.present.filter(workspace_id=viewer.workspace_id, body__ref=body_ref, body__removed_in=None)
    return rows.values_list("case_id", flat=True)


def case_asked(viewer: Viewer, ref: str, body_ref: str) -> AskedFacts | None:
    return next((one for one in cases_asked(viewer, body_ref) if one.ref == ref), None)


def _asked(facts: OwnCaseFacts, body_ref: str) -> AskedFacts | None:
    mine = next((one for one in facts.members if one.member.body == body_ref), None)
    if mine is None:
        return None
    would, claims = read_by(facts.written, mine.member)
    is_stale = mine.member.answer == "confirmed" and not has_confirmed(facts.written, mine.member)
    return AskedFacts(
        facts.ref, would.original, facts.written.language, facts.state, facts.review_until, body_ref, is_stale, mine, would, claims
    )
