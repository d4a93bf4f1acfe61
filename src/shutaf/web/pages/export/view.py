"""Everything of a workspace as files."""

from __future__ import annotations

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from shutaf.accounts.rules import may_manage
from shutaf.accounts.viewer import Viewer
from shutaf.stewardship.export import workspace_export
from shutaf.web.parts.files import attached
from shutaf.web.shell.access import in_workspace
from shutaf.web.shell.errors import too_many


@in_workspace(may_manage)
def export(request: HttpRequest, viewer: Viewer) -> HttpResponse:  # noqa: ARG001
    return render(request, "export/page.html", {"room": "more"})


@in_workspace(may_manage)
def export_file(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    if not ratelimit.consume(request, action="download", user=request.user):
        return too_many(request)
    return attached(workspace_export(viewer), "application/zip", "workspace.zip", f"{request.workspace.name}.zip")  # type: ignore[attr-defined]
