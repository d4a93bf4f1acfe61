"""A new case drafted from a partnership, and the writing of one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shutaf.accounts.rules import may_edit
from shutaf.accounts.viewer import Viewer
from shutaf.analysis.situation import Situation
from shutaf.cases.actions import ClaimGiven, MemberGiven, PlaceGiven, case_save
from shutaf.cases.own import OwnCaseFacts, own_case
from shutaf.partnerships.paths import PartnershipFacts, partnership_found, path_of
from shutaf.partnerships.queries import situation
from shutaf.reports.case_draft import CaseSource, case_draft, member_of
from shutaf.reports.cases.written import Written
from shutaf.web.pages.body_edit.view import typed
from shutaf.web.pages.case_edit.form import PartRows, WriteUp
from shutaf.web.pages.case_edit.sources import Filled, filled_from
from shutaf.web.parts.bodies_choice import bodies_choice
from shutaf.web.shell.access import in_workspace


@in_workspace(may_edit)
@require_POST
def case_new(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Draft it from the partnership that was chosen; without one, an empty case of the place."""
    found = partnership_found(viewer, request.POST.get("partnership", ""))
    seen = situation(viewer)
    draft = case_draft(_source(viewer, found, seen))
    if not draft.name:
        draft = _named(draft, _("A case of {place}").format(place=seen.place.name_in(draft.language)))
    ref, deed = case_save(viewer, partnership_ref=found.ref if found else "", language=draft.language, **given(draft))
    messages.success(request, _("Drafted from what is written down. Nobody else reads it yet."), extra_tags=f"undo:{deed}")
    return redirect("case_edit", viewer.workspace_ref, ref)


def _source(viewer: Viewer, found: PartnershipFacts | None, seen: Situation) -> CaseSource:
    language = seen.language or "he"
    if found is None:
        return CaseSource("", seen, language)
    records = path_of(viewer, found, seen).records
    return CaseSource(
        found.name, seen, language, found.goals, found.initiator_group, found.initiator_body, found.typology, found.partners, found.state,
        found.ref, records,
    )  # fmt: skip


def _named(draft: Written, name: str) -> Written:
    from dataclasses import replace

    return replace(draft, name=name)


def given(draft: Written) -> dict[str, Any]:
    """A draft as `case_save` takes it."""
    place = draft.place
    return {
        "name": draft.name, "summary": draft.summary, "country": draft.country, "typology": draft.typology, "themes": draft.themes,
        "sector_lead": draft.sector_lead, "outcome": draft.outcome, "start_date": draft.start, "end_date": draft.end,
        "place": PlaceGiven(place.names.get(draft.language, ""), place.kind, place.population, place.cluster_1_10, place.traits),
        "members": [MemberGiven(one.name, one.ref, one.body, one.sector, one.part, one.kind) for one in draft.members],
        "claims": [ClaimGiven(one.part, one.text, "", one.value, one.grade, one.basis, one.source, one.members) for one in draft.claims],
    }  # fmt: skip


@in_workspace(may_edit)
def case_edit(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    found = own_case(viewer, ref)
    if found is None:
        raise Http404
    if found.state != "draft":
        messages.info(request, _("Only a draft can be written on. Take it back first."))
        return redirect("case", viewer.workspace_ref, ref)
    language = request.LANGUAGE_CODE or "he"
    form = WriteUp(typed(request), written=found.written, bodies=bodies_choice(request, viewer), language=language)
    if request.method == "POST" and form.is_valid():
        by_ref = situation(viewer).body_by_ref
        members = {ref_: member_of(body, found.written.language, "") for ref_, body in by_ref.items()}
        _ref, deed = case_save(viewer, ref=ref, **form.given(members))
        messages.success(request, _("Saved."), extra_tags=f"undo:{deed}")
        return redirect("case_edit" if "more" in request.POST else "case", viewer.workspace_ref, ref)
    context = {
        "room": "more", "form": form, "case": found, "keeps_form": True, "parts": _parts(form, viewer, found, language),
        "written_in": found.written.language,
    }  # fmt: skip
    return render(request, "case_edit/page.html", context)


def _parts(form: WriteUp, viewer: Viewer, found: OwnCaseFacts, language: str) -> list[tuple[PartRows, dict[str, Filled | None]]]:
    """Each part, and of each of its claims where it was filled from."""
    return [
        (
            part,
            {
                row.key: filled_from(row.source, workspace=viewer.workspace_ref, partnership=found.partnership, language=language)
                for row in part.rows
            },
        )
        for part in form.parts()
    ]  # fmt: skip
