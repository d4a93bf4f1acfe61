"""What do those who take part in a case say of it, and what do its writers make of that?"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from shutaf.accounts.deeds import deed
from shutaf.accounts.rows import present_row
from shutaf.accounts.rules import may_edit, speaks_for, writes
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.cases.actions import case_in, members_of
from shutaf.cases.models import CaseMember, OwnCase
from shutaf.cases.own import place_forms
from shutaf.cases.records import member_of, written_of
from shutaf.reports.cases.told import lessened
from shutaf.reports.cases.written import Written, WrittenMember, digest

MOST_LETTERS = 4000
"""Of other words for one claim, and of a note."""


def case_answer(
    viewer: Viewer, *, ref: str, body_ref: str, answer: str, today: str, hidden: Collection[str] = (), words: Mapping[str, str] | None = None,
    note: str = "", said_by: str = "",
) -> str:  # fmt: skip
    """What a body answers to what is told of it: confirmed, or unnamed; claims it hides; other words it has for some. Returns the deed's ref.

    By whoever speaks for the body, also after the case was published, which follows at once. An editor writes down what was heard, and from whom.
    """
    if answer not in ("confirmed", "unnamed"):
        raise ValueError(answer[:20])
    if may_edit(viewer) and not said_by.strip():
        raise ValueError("said_by")
    with deed(viewer, "case_answer", rule=lambda one: may_edit(one) or (speaks_for(one, body_ref) and writes(one))) as working:
        row = case_in(working, ref, "review", "published")
        member = _member(viewer, row, body_ref=body_ref)
        written = written_of(row, members_of(row), place_forms(viewer))
        mine = written.member(member.ref)
        assert mine
        concerned = {claim.key: claim.text for claim in written.concerning(mine)}
        said = {key: text.strip()[:MOST_LETTERS] for key, text in (words or {}).items() if key in concerned}
        working.change(
            member, answer=answer, hidden=tuple(key for key in concerned if key in hidden),
            words={key: text for key, text in said.items() if text and text != concerned[key].strip()}, note=note.strip()[:MOST_LETTERS],
            seen=digest(written, mine), said_by=(said_by or viewer.label)[:300], said_on=today, noted_by=viewer.label[:300] if may_edit(viewer) else "",
        )  # fmt: skip
        if row.state == "published":
            working.change(row, told=lessened(row.told or {}, member_of(member), row.language))
        return working.record.ref


def _member(viewer: Viewer, row: OwnCase, *, body_ref: str) -> CaseMember:
    rows = CaseMember.present.select_related("body").filter(workspace_id=viewer.workspace_id, case=row, body__removed_in=None)
    found: CaseMember | None = rows.filter(body__ref=body_ref).first() if body_ref else None
    if found is None:
        raise NotAllowedError("body")
    return found


def case_heard(viewer: Viewer, *, ref: str, member_ref: str, answer: str, said_by: str, today: str, note: str = "") -> str:
    """Write down what somebody said for one who takes part and is not on the map. Returns the deed's ref."""
    if answer not in ("confirmed", "unnamed", "") or (answer and not said_by.strip()):
        raise ValueError("said_by")
    with deed(viewer, "case_heard") as working:
        row = case_in(working, ref, "draft", "review")
        member, written = _of_case(viewer, row, member_ref), written_of(row, members_of(row), place_forms(viewer))
        mine = written.member(member.ref)
        assert mine
        working.change(
            member, answer=answer, note=note.strip()[:MOST_LETTERS], seen=digest(written, mine) if answer else "", said_by=said_by[:300],
            said_on=today if answer else "", noted_by=viewer.label[:300] if answer else "",
        )  # fmt: skip
        return working.record.ref


def _of_case(viewer: Viewer, row: OwnCase, member_ref: str) -> CaseMember:
    member = present_row(viewer, CaseMember, member_ref)
    if member.case_id != row.pk:
        raise NotAllowedError("case_member")
    return member


def case_words_take(viewer: Viewer, *, ref: str, member_ref: str, claim: str) -> str:
    """Tell a claim in the words that somebody whom it concerns proposed. Others whom it concerns read it anew. Returns the deed's ref."""
    with deed(viewer, "case_words_take") as working:
        row = case_in(working, ref, "draft", "review")
        member = _of_case(viewer, row, member_ref)
        if claim not in member.words:
            raise NotAllowedError("claim")
        _before, was_current = _read(viewer, row, member)
        words = member.words[claim]
        working.change(row, claims=[{**one, "text": words} if one["key"] == claim else one for one in row.claims])
        after, _now = _read(viewer, row, member)
        kept = {key: text for key, text in member.words.items() if key != claim}
        working.change(member, words=kept, **({"seen": digest(*after)} if was_current else {}))
        return working.record.ref


def _read(viewer: Viewer, row: OwnCase, member: CaseMember) -> tuple[tuple[Written, WrittenMember], bool]:
    """The case and the member in it, and whether what it answered is to the words that stand there now."""
    written = written_of(row, members_of(row), place_forms(viewer))
    mine = written.member(member.ref)
    assert mine
    return (written, mine), mine.seen == digest(written, mine)
