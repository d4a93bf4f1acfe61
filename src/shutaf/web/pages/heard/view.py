"""Heard about you: readable and as a file, by a personal link or from an account."""

from __future__ import annotations

import json
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from shutaf.accounts.queries import WorkspaceFacts
from shutaf.accounts.rules import sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.stewardship.heard import Heard, as_json, heard_about
from shutaf.web.pages.heard.shown import kept, parts
from shutaf.web.parts.files import attached
from shutaf.web.shell.access import in_workspace
from shutaf.web.shell.by_link import by_link
from shutaf.web.shell.errors import too_many
from shutaf.web.shell.limits import is_too_often, limited


@by_link
def heard_link(request: HttpRequest, viewer: Viewer, workspace: WorkspaceFacts) -> HttpResponse:
    found = heard_about(viewer, viewer.body_refs[0])
    if found is None:
        return render(request, "link_sheet/gone.html", status=410)
    return _page(request, found, {"is_link": True, "asks": workspace})


@by_link
def heard_link_file(request: HttpRequest, viewer: Viewer, workspace: WorkspaceFacts) -> HttpResponse:  # noqa: ARG001 - as every page of a link
    if is_too_often(request, "heard"):
        return too_many(request)
    found = heard_about(viewer, viewer.body_refs[0])
    return _file(found) if found else render(request, "link_sheet/gone.html", status=410)


@in_workspace(sees_shared)
def heard(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    return _page(request, _there(viewer, ref), {"room": "bodies"})


@in_workspace(sees_shared)
@limited("download")
def heard_file(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:  # noqa: ARG001 - as every page of a workspace
    return _file(_there(viewer, ref))


def _there(viewer: Viewer, ref: str) -> Heard:
    found = heard_about(viewer, ref)
    if found is None:
        raise Http404
    return found


def _page(request: HttpRequest, found: Heard, more: dict[str, Any]) -> HttpResponse:
    language = (request.LANGUAGE_CODE or "he")[:2]
    context = {
        "heard": found, "name": found.name_in(language), "parts": parts(found, language), "kept": kept(found, language), **more,
    }  # fmt: skip
    return render(request, "heard/page.html", context)


def _file(found: Heard) -> HttpResponse:
    data = json.dumps(as_json(found), ensure_ascii=False, indent=2).encode()
    return attached(data, "application/json", "heard-about-you.json", f"{found.name}.json")
