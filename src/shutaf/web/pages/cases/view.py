"""The list of the workspace's cases, and one of them: how far it is, what would be published, what keeps it."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from shutaf.accounts.queries import links_list, members_list
from shutaf.accounts.rules import sees_everything, sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.cases.own import MemberFacts, OwnCaseFacts, own_case, own_cases, told_of
from shutaf.cases.queries import told_list
from shutaf.partnerships.paths import partnerships_visible
from shutaf.reports.cases.told import LeftOut, Told
from shutaf.reports.cases.words import audiences_said, parts_said
from shutaf.reports.cases.written import WrittenClaim, has_confirmed
from shutaf.web.pages.case_ours.view import asked_of
from shutaf.web.pages.told_case.shown import shown_case
from shutaf.web.parts.clock import today_of
from shutaf.web.shell.access import in_workspace


@in_workspace(sees_shared)
def cases(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """What the workspace writes, for those who see everything; and what can be read here, for every member."""
    own = own_cases(viewer) if sees_everything(viewer) else ()
    drafted = {one.partnership for one in own}
    context = {
        "room": "more", "own": own, "asked": asked_of(viewer), "told": told_list(viewer), "audiences": audiences_said(),
        "partnerships": [one for one in partnerships_visible(viewer) if one.ref not in drafted] if sees_everything(viewer) else [],
    }  # fmt: skip
    return render(request, "cases/page.html", context)


@dataclass(frozen=True, slots=True)
class Asked:
    """One who takes part: what it answered, whether it stands for the words of now, and the claims it has something to say about."""

    facts: MemberFacts
    is_named: bool
    is_stale: bool
    hidden: tuple[WrittenClaim, ...]
    words: tuple[tuple[WrittenClaim, str], ...]


@in_workspace(sees_everything)
def case(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    found = own_case(viewer, ref)
    if found is None:
        raise Http404
    would = told_of(viewer, found)
    today = today_of(request.workspace)  # type: ignore[attr-defined]
    audiences, chosen = audiences_said(), request.GET.get("audience", "")
    asked = [_asked(found, one) for one in found.members]
    waiting = [one for one in asked if one.facts.member.is_asked and not one.facts.member.answer]
    context = {
        "room": "more", "case": found, "would": would, "asked": asked, "left_out": _left_out(found, would), "today": today,
        "is_too_early": found.state == "review" and today <= found.review_until and bool(waiting), "waiting": len(waiting),
        "readers": _readers(viewer), "unnamed": sum(not one.is_named for one in asked), "audiences": audiences,
        "audience": chosen if chosen in audiences else found.audience,
        **shown_case(would.case, request.LANGUAGE_CODE or "he"),
    }  # fmt: skip
    return render(request, "cases/case.html", context)


def _readers(viewer: Viewer) -> dict[str, str]:
    """Ref of a body -> by what somebody there can read the case: an account, or a personal link that is open."""
    links = {one.body_ref: "link" for one in links_list(viewer) if one.is_open}
    return links | {ref: "account" for one in members_list(viewer) if one.role == "partner" for ref in one.body_refs}


def _asked(found: OwnCaseFacts, one: MemberFacts) -> Asked:
    claims, member = {claim.key: claim for claim in found.written.claims}, one.member
    is_confirmed = has_confirmed(found.written, member)
    return Asked(
        one, is_confirmed and not found.written.is_without_names, member.answer == "confirmed" and not is_confirmed,
        tuple(claims[key] for key in member.hidden if key in claims),
        tuple((claims[key], text) for key, text in member.words.items() if key in claims),
    )  # fmt: skip


def _left_out(found: OwnCaseFacts, would: Told) -> list[tuple[str, WrittenClaim, str, LeftOut]]:
    """(part, claim, name of whoever wishes it, why)."""
    claims, said = {claim.key: claim for claim in found.written.claims}, parts_said()
    names = {one.ref: one.name for one in found.written.members}
    return [(said[claims[one.claim].part], claims[one.claim], names[one.member], one) for one in would.left_out]
