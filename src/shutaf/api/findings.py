"""Findings: what was noticed, in the reader's language, with what it is about and what was answered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from ninja import Schema
from pydantic import Field

from shutaf.accounts.rules import may_edit, sees_everything, sees_shared
from shutaf.analysis.situation import Finding
from shutaf.api.asking import Asked
from shutaf.api.paging import Cursor, Limit, Page, page_of
from shutaf.api.problems import RefusedError
from shutaf.api.routes import Routes
from shutaf.api.values import Done, Strict, Text
from shutaf.partnerships.actions import finding_answer, finding_reopen
from shutaf.partnerships.clock import today_of
from shutaf.partnerships.preparing import findings_answered, findings_of, preparation, signature_of
from shutaf.reports.document import Line
from shutaf.reports.wording.findings import said
from shutaf.reports.wording.speech import Speech

routes = Routes("findings")


class FindingOut(Schema):
    """One finding. state: open, done, not_for_us."""

    ref: str = Field(description="The same for the same finding about the same bodies, whatever its numbers become.")
    key: str
    state: str
    reason: str
    title: str
    why: list[str]
    sure_1_4: int
    sure: str
    next_step: str
    subject: list[str] = Field(description="Refs of the bodies or people it is about.")
    rows: list[str] = Field(description="The rows it rests on, as table:ref.")


class FindingAnswer(Strict):
    """done; not_for_us, with a reason; or open again."""

    state: Literal["open", "done", "not_for_us"]
    reason: Text = ""


def plain(line: Line) -> str:
    """The words of a line, without shapes and codes."""
    return "".join(str(part.text) for part in line)


def _all(asked: Asked) -> tuple[Finding, ...]:
    return findings_of(asked.viewer, preparation(asked.viewer, today=today_of(asked.workspace)))


def _outs(asked: Asked, findings: Iterable[Finding]) -> list[FindingOut]:
    prepared = preparation(asked.viewer, today=today_of(asked.workspace))
    speech = Speech(asked.language, prepared.situation)
    answered = {one.signature: (one.state, one.reason) for one in findings_answered(asked.viewer)} if sees_everything(asked.viewer) else {}
    return [_out(one, speech, *answered.get(signature_of(one), ("open", ""))) for one in findings]


def _out(finding: Finding, speech: Speech, state: str, reason: str) -> FindingOut:
    words = said(finding, speech)
    return FindingOut(
        ref=signature_of(finding), key=finding.key, state=state, reason=reason, title=plain(words.title), why=[plain(line) for line in words.why],
        sure_1_4=words.sure_level, sure=plain(words.sure), next_step=plain(words.step), subject=list(finding.subject),
        rows=[origin.ref for origin in finding.evidence if origin.ref],
    )  # fmt: skip


def _found(asked: Asked, ref: str) -> Finding:
    found = next((one for one in _all(asked) if signature_of(one) == ref), None)
    if found is None:
        raise RefusedError(404)
    return found


@routes.read("/findings", Page[FindingOut], sees_shared)
def findings_list(asked: Asked, cursor: Cursor = "", limit: Limit = 50) -> Page[FindingOut]:
    """Findings, page by page, in the language of Accept-Language."""
    here, after, total = page_of(_all(asked), signature_of, cursor, limit)
    return Page[FindingOut](items=_outs(asked, here), next=after, total=total)


@routes.read("/findings/{ref}", FindingOut, sees_shared)
def finding_read(asked: Asked, ref: str) -> FindingOut:
    """One finding."""
    return _outs(asked, [_found(asked, ref)])[0]


@routes.write("PATCH", "/findings/{ref}", may_edit, current=finding_read)
def finding_patch(asked: Asked, ref: str, answer: FindingAnswer) -> Done:
    """Answer a finding, or open it again."""
    if answer.state == "open":
        finding_reopen(asked.viewer, signature=ref)
    else:
        found = _found(asked, ref)
        finding_answer(asked.viewer, signature=ref, key=found.key, subject=found.subject, state=answer.state, reason=answer.reason)
    return Done(ref=ref)
