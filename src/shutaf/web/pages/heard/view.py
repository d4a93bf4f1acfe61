"""Heard about you: readable and as a file, by a personal link or from an account."""

from __future__ import annotations

import json
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from shutaf.accounts.actions.contact_reads import contact_read
from shutaf.accounts.queries import WorkspaceFacts
from shutaf.accounts.rules import may_answer, sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.intake.requested import requests_of
from shutaf.intake.requesting import ABOUT
from shutaf.reports.privacy.notice import how_to_ask
from shutaf.reports.wording.privacy import RIGHTS
from shutaf.stewardship.heard import Heard, as_json, heard_about
from shutaf.stewardship.personal.papers import answerable
from shutaf.web.pages.heard.shown import kept, parts
from shutaf.web.parts.clock import today_of
from shutaf.web.parts.files import attached
from shutaf.web.parts.rights import KINDS_SHORT
from shutaf.web.shell.access import in_workspace
from shutaf.web.shell.by_link import by_link
from shutaf.web.shell.errors import too_many
from shutaf.web.shell.limits import is_too_often, limited


@by_link
def heard_link(request: HttpRequest, viewer: Viewer, workspace: WorkspaceFacts) -> HttpResponse:
    found = _found(viewer, viewer.body_refs[0])
    if found is None:
        return render(request, "link_sheet/gone.html", status=410)
    return _page(request, viewer, found, workspace, {"is_link": True, "may_ask": True, "asking": reverse("heard_link_ask")})


@by_link
def heard_link_file(request: HttpRequest, viewer: Viewer, workspace: WorkspaceFacts) -> HttpResponse:  # noqa: ARG001 - as every page of a link
    if is_too_often(request, "heard"):
        return too_many(request)
    found = _found(viewer, viewer.body_refs[0])
    return _file(found) if found else render(request, "link_sheet/gone.html", status=410)


@in_workspace(sees_shared)
def heard(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    asking = reverse("heard_ask", args=[viewer.workspace_ref, ref])
    more = {"room": "bodies", "may_ask": may_answer(viewer, ref), "asking": asking}
    return _page(request, viewer, _there(viewer, ref), request.workspace, more)  # type: ignore[attr-defined]


@in_workspace(sees_shared)
@limited("download")
def heard_file(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:  # noqa: ARG001 - as every page of a workspace
    return _file(_there(viewer, ref))


def _there(viewer: Viewer, ref: str) -> Heard:
    found = _found(viewer, ref)
    if found is None:
        raise Http404
    return found


def _found(viewer: Viewer, ref: str) -> Heard | None:
    found = heard_about(viewer, ref)
    if found:
        contact_read(viewer, what="heard", body_ref=ref, people=len(found.people))
    return found


def _page(request: HttpRequest, viewer: Viewer, found: Heard, workspace: WorkspaceFacts, more: dict[str, Any]) -> HttpResponse:
    language, today = (request.LANGUAGE_CODE or "he")[:2], today_of(workspace)
    asked = [(one, KINDS_SHORT[one.kind], one.days_left(today)) for one in requests_of(viewer, found.ref)]
    context = {
        "heard": found, "name": found.name_in(language), "parts": parts(found, language), "kept": kept(found, language), "requests": asked,
        "about": ABOUT, "rights": [_(right) for right in RIGHTS], "how": how_to_ask(answerable()), **more,
    }  # fmt: skip
    return render(request, "heard/page.html", context)


def _file(found: Heard) -> HttpResponse:
    data = json.dumps(as_json(found), ensure_ascii=False, indent=2).encode()
    return attached(data, "application/json", "heard-about-you.json", f"{found.name}.json")
