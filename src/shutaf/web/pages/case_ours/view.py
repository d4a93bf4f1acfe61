"""The page of a partner, and the same by a personal link."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from shutaf.accounts.queries import WorkspaceFacts, link_person
from shutaf.accounts.rules import sees_shared, speaks_for
from shutaf.accounts.viewer import Viewer
from shutaf.cases.asked import AskedFacts, cases_asked
from shutaf.cases.review_actions import case_answer
from shutaf.web.pages.case_ours.form import OurAnswer
from shutaf.web.pages.told_case.shown import shown_case
from shutaf.web.parts.clock import today_of
from shutaf.web.shell.access import in_workspace
from shutaf.web.shell.by_link import by_link
from shutaf.web.shell.drafts import kept


def asked_of(viewer: Viewer) -> list[AskedFacts]:
    """Cases that tell of the bodies this Viewer speaks for."""
    return [one for ref in viewer.body_refs if speaks_for(viewer, ref) for one in cases_asked(viewer, ref)]


@in_workspace(sees_shared)
def case_ours(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    """Whoever speaks for none of those who took part learns nothing here, not even that there is such a case."""
    mine = [one for one in asked_of(viewer) if one.ref == ref]
    if not mine:
        raise Http404
    asked = next((one for one in mine if one.body_ref == request.GET.get("body")), mine[0])
    return _page(request, viewer, request.workspace, asked, mine, back=reverse("cases", args=[viewer.workspace_ref]))  # type: ignore[attr-defined]


@by_link
def link_case(request: HttpRequest, viewer: Viewer, workspace: WorkspaceFacts, ref: str) -> HttpResponse:
    mine = [one for one in asked_of(viewer) if one.ref == ref]
    if not mine:
        return render(request, "link_sheet/gone.html", status=410)
    return _page(request, viewer, workspace, mine[0], mine, back=reverse("link_sheet"))


def _page(
    request: HttpRequest, viewer: Viewer, workspace: WorkspaceFacts, asked: AskedFacts, mine: list[AskedFacts], *, back: str
) -> HttpResponse:
    form = OurAnswer(request.POST if request.method == "POST" else kept(request), asked=asked)
    if request.method == "POST" and form.is_valid():
        said_by = ", ".join(part for part in link_person(viewer) if part)
        case_answer(viewer, ref=asked.ref, body_ref=asked.body_ref, today=today_of(workspace), said_by=said_by, **form.given())
        messages.success(request, _("Thank you. It is told as you said; you can change it any day."))
        return redirect(request.get_full_path())
    context = {
        "room": "more", "asked": asked, "mine": mine, "form": form, "back": back, "asks": workspace, "keeps_form": True,
        "has_errors": request.method == "POST", **shown_case(asked.would, request.LANGUAGE_CODE or "he"),
    }  # fmt: skip
    return render(request, "case_ours/page.html" if viewer.kind == "user" else "case_ours/link.html", context)
