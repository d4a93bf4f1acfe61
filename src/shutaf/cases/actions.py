"""What changes about a case that a workspace tells: its text, its review, its publication."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from django.apps import apps

from shutaf.accounts.deeds import Working, deed
from shutaf.accounts.rows import new_ref, present_row
from shutaf.accounts.tokens import new_token
from shutaf.accounts.viewer import NotAllowedError, Viewer
from shutaf.bodies.queries import body_ids
from shutaf.cases.models import CaseMember, OwnCase
from shutaf.cases.own import others_on_map, place_forms
from shutaf.cases.records import claim_plain, written_of
from shutaf.content.cases.schema import Grade, Part, PartnerPart, PlaceKind, Read
from shutaf.reports.cases.told import Standing, told
from shutaf.reports.cases.written import ClaimBasis, WrittenClaim

MOST_MEMBERS, MOST_CLAIMS = 60, 120
"""Ours: more than anybody reads to the end."""

Audience = Literal["workspace", "network", "public"]


class NotReadyError(ValueError):
    """What keeps a case from being published: names that still stand, or a review whose day has not passed."""

    def __init__(self, standing: Sequence[Standing] = (), *, is_too_early: bool = False) -> None:
        super().__init__(standing)
        self.standing, self.is_too_early = tuple(standing), is_too_early


@dataclass(frozen=True, slots=True)
class MemberGiven:
    """Who takes part, as it is sent. ref: of one that is there, or any word by which `ClaimGiven.members` calls a new one."""

    name: str
    ref: str = ""
    body_ref: str = ""
    sector: str = ""
    part: PartnerPart = "member"
    kind: str = ""


@dataclass(frozen=True, slots=True)
class ClaimGiven:
    """One thing told, as it is sent. key: of one that is there, "" = new. members: whom it concerns, by their refs."""

    part: Part
    text: str
    key: str = ""
    value: str = ""
    grade: Grade = ""
    basis: ClaimBasis = "source"
    source: str = ""
    members: tuple[str, ...] = ()
    reads: tuple[Read, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceGiven:
    """Where it was, as it is sent."""

    name: str
    kind: PlaceKind = "town"
    population: int | None = None
    cluster_1_10: int | None = None
    traits: tuple[str, ...] = ()


def case_save(
    viewer: Viewer, *, ref: str = "", partnership_ref: str = "", place: PlaceGiven | None = None, members: Sequence[MemberGiven] | None = None,
    claims: Sequence[ClaimGiven] | None = None, **fields: Any,
) -> tuple[str, str]:  # fmt: skip
    """Write a case of a partnership down, or change one while it is a draft. Returns its ref and the deed's.

    members, claims: all of them; who and what is left out goes. A member that is there keeps what it answered.
    """
    with deed(viewer, "case_save", about=str(fields.get("name", ""))) as working:
        row = case_in(working, ref, "draft") if ref else _new(working, viewer, partnership_ref, fields)
        refs = _members(working, row, members) if members is not None else {}
        given = {**fields}
        if place is not None:
            given["place"] = _place_plain(place)
        if claims is not None:
            given["claims"] = _claims(row, claims, refs)
        working.change(row, **given)
        return row.ref, working.record.ref


def _new(working: Working, viewer: Viewer, partnership_ref: str, fields: Mapping[str, Any]) -> OwnCase:
    partnership = present_row(viewer, apps.get_model("partnerships.partnership"), partnership_ref) if partnership_ref else None
    language = str(fields.get("language") or "he")
    return working.create(OwnCase(partnership=partnership, address=new_token(), language=language, name=str(fields.get("name", ""))[:300]))


def _place_plain(place: PlaceGiven) -> dict[str, Any]:
    return {
        "name": place.name, "kind": place.kind, "population": place.population, "cluster_1_10": place.cluster_1_10, "traits": list(place.traits),
    }  # fmt: skip


def _members(working: Working, row: OwnCase, given: Sequence[MemberGiven]) -> dict[str, str]:
    """Write down who takes part; what each was called by -> its ref."""
    if len(given) > MOST_MEMBERS:
        raise ValueError("too many members")
    viewer = working.viewer
    there = {one.ref: one for one in CaseMember.present.filter(workspace_id=viewer.workspace_id, case=row)}
    ids = body_ids(viewer, {one.body_ref for one in given if one.body_ref})
    if any(one.body_ref and one.body_ref not in ids for one in given):
        raise NotAllowedError("body")
    called: dict[str, str] = {}
    for one in given:
        fields = {"name": one.name, "sector": one.sector, "part": one.part, "kind": one.kind, "body_id": ids.get(one.body_ref)}
        kept = there.pop(one.ref, None)
        if kept:
            working.change(kept, **fields)
        else:
            kept = working.create(CaseMember(case=row, **fields))
        called[one.ref or kept.ref] = kept.ref
    for left in there.values():
        working.remove(left)
    return called


def _claims(row: OwnCase, given: Sequence[ClaimGiven], refs: Mapping[str, str]) -> list[dict[str, Any]]:
    """Claims as they are kept: those that were there keep their key and what was read for them; empty ones go."""
    if len(given) > MOST_CLAIMS:
        raise ValueError("too many claims")
    if any(not read.address.startswith(("https://", "http://")) for one in given for read in one.reads):
        raise ValueError("reads")  # an address becomes a link
    there = {one["key"]: one for one in row.claims}
    reads = {key: tuple(Read(**one) for one in claim.get("reads", ())) for key, claim in there.items()}
    return [
        claim_plain(
            WrittenClaim(
                one.key if one.key in there else new_ref("k"), one.part, one.text.strip(), one.value, one.grade, one.basis, one.source,
                tuple(dict.fromkeys(refs.get(member, member) for member in one.members)), one.reads or reads.get(one.key, ()),
            )
        )
        for one in given if one.text.strip()
    ]  # fmt: skip


def case_clear(viewer: Viewer, *, ref: str, cleared: Sequence[str]) -> str:
    """Say which words look like somebody's name and are none. Returns the deed's ref."""
    with deed(viewer, "case_clear") as working:
        row = case_in(working, ref, "draft", "review")
        working.change(row, cleared=tuple(dict.fromkeys(cleared)))
        return working.record.ref


def case_ask(viewer: Viewer, *, ref: str, until: str, today: str) -> str:
    """Give the draft to everybody who takes part, until a day that is still to come. Returns the deed's ref."""
    if len(until) != len("2026-01-01") or until <= today:
        raise ValueError("until")
    with deed(viewer, "case_ask") as working:
        working.change(case_in(working, ref, "draft"), state="review", review_until=until)
        return working.record.ref


def case_back(viewer: Viewer, *, ref: str) -> str:
    """From review back to a draft; answers stay with the words they were given to. Returns the deed's ref."""
    with deed(viewer, "case_back") as working:
        working.change(case_in(working, ref, "review"), state="draft", review_until="")
        return working.record.ref


def case_publish(viewer: Viewer, *, ref: str, audience: Audience, today: str) -> str:
    """Tell it, frozen as it stands: who did not confirm is told without a name. Returns the deed's ref.

    NotReadyError while a name stands that must not, and while a review runs in which somebody has not answered.
    """
    if audience not in ("workspace", "network", "public"):
        raise ValueError(audience)
    with deed(viewer, "case_publish") as working:
        row = case_in(working, ref, "draft", "review")
        written = written_of(row, members_of(row), place_forms(viewer))
        if row.state == "review" and today <= row.review_until and any(one.is_asked and not one.answer for one in written.members):
            raise NotReadyError(is_too_early=True)
        found = told(written, others_on_map(viewer, written))
        if found.standing or not row.name.strip():
            raise NotReadyError(found.standing)
        working.change(
            row, state="published", audience=audience, told=found.plain(), edition=row.edition + 1, published_on=today, review_until=""
        )
        return working.record.ref


def case_withdraw(viewer: Viewer, *, ref: str) -> str:
    """Nobody reads it any more; it is a draft again. Returns the deed's ref."""
    with deed(viewer, "case_withdraw") as working:
        working.change(case_in(working, ref, "published"), state="draft", told=None, published_on="")
        return working.record.ref


def case_remove(viewer: Viewer, *, ref: str) -> str:
    """Into the trash. What is published is withdrawn first."""
    with deed(viewer, "case_remove") as working:
        working.remove(case_in(working, ref, "draft", "review"))
        return working.record.ref


def members_of(row: OwnCase) -> list[CaseMember]:
    return list(CaseMember.present.filter(workspace_id=row.workspace_id, case=row).select_related("body").order_by("pk"))


def case_in(working: Working, ref: str, *states: str) -> OwnCase:
    """The case, in one of these states, named in the history."""
    row = present_row(working.viewer, OwnCase, ref)
    if row.state not in states:
        raise NotAllowedError("case_state")
    if not working.record.about:
        working.record.about = row.name[:300]
        working.record.save(update_fields=["about"])
    return row
