"""A published case: the public page without a word of its workspace's insides, and the same for members of a workspace."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from shutaf.accounts.rules import sees_shared
from shutaf.accounts.viewer import Viewer
from shutaf.cases.queries import ToldFacts, told_found
from shutaf.web.pages.cases.files import as_file
from shutaf.web.pages.told_case.shown import shown_case
from shutaf.web.shell.access import in_workspace, open_to_all
from shutaf.web.shell.errors import too_many
from shutaf.web.shell.limits import is_too_often


@open_to_all
def library_told(request: HttpRequest, address: str) -> HttpResponse:
    found = told_found(None, address)
    if found is None:
        if is_too_often(request, "token"):
            return too_many(request)
        raise Http404
    return _page(request, found)


@in_workspace(sees_shared)
def case_told(request: HttpRequest, viewer: Viewer, address: str) -> HttpResponse:
    found = told_found(viewer, address)
    if found is None:
        raise Http404
    return _page(request, found)


@open_to_all
def library_told_file(request: HttpRequest, address: str) -> HttpResponse:
    found = told_found(None, address)
    if found is None:
        if is_too_often(request, "token"):
            return too_many(request)
        raise Http404
    return as_file(found.case, "case")


def _page(request: HttpRequest, found: ToldFacts) -> HttpResponse:
    context = {"room": "more", "facts": found, **shown_case(found.case, request.LANGUAGE_CODE or "he")}
    return render(request, "told_case/page.html", context)
